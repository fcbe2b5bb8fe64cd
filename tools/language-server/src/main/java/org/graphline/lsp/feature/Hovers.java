package org.graphline.lsp.feature;

import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.GraphItem;
import org.graphline.dsl.ast.Port;
import org.graphline.dsl.index.Definition;
import org.graphline.dsl.index.Definition.Kind;
import org.graphline.dsl.index.Occurrence;
import org.graphline.dsl.type.Types;
import org.graphline.lsp.project.Analyzed;
import org.graphline.lsp.project.Snapshot.Located;
import org.graphline.model.source.SourceFile;

/// What a name means: its declaration, what it belongs to, and its doc comment.
public final class Hovers {

  private static final int MOST_LINES = 12;

  private final Analyzed analyzed;

  private Hovers(Analyzed analyzed) {
    this.analyzed = analyzed;
  }

  /// Returns what the name at `offset` means.
  public static Optional<Hover> at(Located located, int offset) {
    return located.analyzed().index().at(located.name(), offset)
        .map(occurrence -> new Hovers(located.analyzed()).of(occurrence, located));
  }

  /// Returns, in Markdown, what `definition` is.
  static String text(Analyzed analyzed, Definition definition) {
    return new Hovers(analyzed).text(definition);
  }

  private Hover of(Occurrence occurrence, Located located) {
    return new Hover(new MarkupContent(MarkupKind.MARKDOWN, text(occurrence.definition())),
        located.positions().range(occurrence.span()));
  }

  private String text(Definition definition) {
    String where = definition.isBuiltIn() ? " of the language"
        : definition.owner().isEmpty() ? "" : " of " + definition.owner();
    return "```graphline\n" + declaration(definition) + "\n```\n*" + definition.kind().word() + where + "*"
        + definition.doc().map(doc -> "\n\n" + doc).orElse("")
        + (definition.isBuiltIn() ? "\n\n" + builtIn(definition.name().text()) : "");
  }

  private static String builtIn(String name) {
    return switch (name) {
      case "bool" -> "`true` or `false`.";
      case "signal" -> "Has one value: that it came is all it says. Sent with `send to p;`.";
      case "text" -> "A Java `String`, of which the checker knows only that it is one.";
      case "time" -> "A Java `Duration`, of which the checker knows only that it is one.";
      case "Nowhere" -> "Takes letters of any kind and forgets them.";
      default -> "Sends nothing, never ends and always rests.";
    };
  }

  private String declaration(Definition definition) {
    String name = definition.name().text();
    return switch (definition.kind()) {
      case BINDING, INDEX, TYPE_PARAMETER -> name + type(definition);
      case VARIABLE -> definition.extent().equals(definition.name().span()) ? "var " + name + type(definition)
          : source(definition);
      case MARK -> "mark " + name;
      case COMPONENT, GRAPH -> definition.isBuiltIn() ? "component " + name + "<T>" : header(definition);
      case TYPE -> definition.isBuiltIn() ? name : source(definition);
      case CONSTANT, ENUMERATION, RECORD, EXTERN, FUNCTION, PARAMETER, PORT, FIELD, DESK, BARRIER ->
          source(definition);
      case VALUE -> definition.owner() + "." + name;
    };
  }

  private static String type(Definition definition) {
    return definition.type().filter(type -> !Types.isUnknown(type)).map(type -> ": " + Types.display(type)).orElse("");
  }

  /// The declaration as it is written, a long one cut.
  private String source(Definition definition) {
    String text = analyzed.source(definition.extent().file()).map(s -> s.text(definition.extent())).orElse("");
    return text.lines().count() <= MOST_LINES ? text.strip()
        : text.lines().limit(MOST_LINES).collect(Collectors.joining("\n")) + "\n…";
  }

  /// The first line of a component or graph, and its ports.
  private String header(Definition definition) {
    var source = analyzed.source(definition.extent().file()).orElseThrow();
    String text = source.text(definition.extent());
    int brace = text.indexOf('{');
    String head = (brace < 0 ? text : text.substring(0, brace)).strip();
    String ports = analyzed.tree(source.name()).declarations().stream()
        .filter(d -> d.span().equals(definition.extent())).findFirst().map(d -> ports(d, source)).orElse("");
    return definition.kind() == Kind.GRAPH || definition.kind() == Kind.COMPONENT ? head + ports : head;
  }

  private static String ports(Declaration declaration, SourceFile source) {
    var ports = switch (declaration) {
      case Declaration.Component component -> component.ports().stream();
      case Declaration.Graph graph -> graph.items().stream().filter(GraphItem.Exposed.class::isInstance)
          .map(item -> ((GraphItem.Exposed) item).port());
      case Declaration.Constant _, Declaration.JavaType _, Declaration.Alias _, Declaration.Enumeration _,
          Declaration.RecordType _, Declaration.Extern _, Declaration.Check _, Declaration.Scenario _ ->
          java.util.stream.Stream.<Port>empty();
    };
    return ports.map(port -> "\n    " + source.text(port.span())).collect(Collectors.joining());
  }
}
