package org.graphline.lsp.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.GraphItem;
import org.graphline.dsl.ast.Instance;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.Parameter;
import org.graphline.dsl.ast.Port;
import org.graphline.dsl.parse.Continuation;
import org.graphline.dsl.resolve.FileNames;
import org.graphline.dsl.resolve.Symbol;
import org.graphline.lsp.project.Analyzed;
import org.graphline.lsp.project.Snapshot.Located;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Type;

/// What can be written at a place: words of the grammar, and names that make sense there.
public final class Completing {

  /// How many characters before the place tell which ports fit it.
  private static final int NEAR = 200;
  private static final Pattern BEFORE_PORT =
      Pattern.compile("\\b(?:(?<from>receive|accept)(?:\\s+\\w+)?\\s+from|(?<verb>to|call|end|close))\\s+$");

  private final Analyzed analyzed;
  private final Located located;
  private final String text;
  private final int offset;
  private final int start;
  private final Map<String, CompletionItem> items = new LinkedHashMap<>();

  private Completing(Located located, int offset) {
    this.analyzed = located.analyzed();
    this.located = located;
    this.text = located.file().source().text();
    this.offset = offset;
    this.start = wordStart(text, offset);
  }

  /// Returns what can be written at `offset`, in place of the word that has been begun there.
  public static List<CompletionItem> at(Located located, int offset) {
    var completing = new Completing(located, offset);
    completing.collect(Continuation.after(completing.text.substring(0, completing.start)));
    return List.copyOf(completing.items.values());
  }

  private void collect(Continuation next) {
    int before = lastMark(start);
    if (before > 0 && text.charAt(before - 1) == '.' && !text.startsWith("..", before - 2)) {
      if (!next.isInProse()) {
        behindDot(wordBefore(before - 1));
      }
    } else {
      anew(next);
    }
  }

  private static int wordStart(String text, int offset) {
    int start = offset;
    while (start > 0 && isLetter(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isLetter(char c) {
    return c == '_' || c < 128 && Character.isLetterOrDigit(c);
  }

  /// Returns the end of what stands before `from`, blanks left out.
  private int lastMark(int from) {
    int end = from;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /// Returns the name before `end`, an index in brackets and arguments for types left out.
  private String wordBefore(int end) {
    int at = lastMark(end);
    if (at > 0 && "]>".indexOf(text.charAt(at - 1)) >= 0) {
      at = lastMark(Math.max(0, text.lastIndexOf(text.charAt(at - 1) == ']' ? '[' : '<', at)));
    }
    return text.substring(wordStart(text, at), at);
  }

  private void anew(Continuation next) {
    next.words().forEach(word -> add(word, CompletionItemKind.Keyword, ""));
    for (var place : next.places()) {
      switch (place) {
        case TYPE -> types();
        case VALUE, NUMBER -> values();
        case PORT -> ports();
        case BARRIER -> barriers();
        case END -> ends();
        case STAFF -> staff();
        case ARGUMENT -> parameters();
      }
    }
  }

  private void types() {
    globals(symbol -> symbol instanceof Symbol.BuiltInType
        || symbol instanceof Symbol.Global global && global.isType());
    var parameters = enclosing().map(declaration -> declaration instanceof Declaration.Component c ? c.typeParameters()
        : declaration instanceof Declaration.Graph g ? g.typeParameters() : List.<Name>of());
    parameters.ifPresent(names -> names.forEach(n -> add(n.text(), CompletionItemKind.TypeParameter, "")));
  }

  private void staff() {
    globals(symbol -> symbol instanceof Symbol.BuiltIn
        || symbol instanceof Symbol.Global global && global.isStaff());
  }

  /// Variables, parameters and bindings, what has values behind a dot, and in a check what is in its graph.
  private void values() {
    target().ifPresent(graph -> {
      inside(graph);
      graph.parameters().forEach(p -> add(p.name().text(), CompletionItemKind.Variable, "a parameter"));
    });
    analyzed.bindings().values().stream()
        .filter(v -> v.value().declared().span().file().equals(located.name()) && v.from() < offset && offset <= v.to())
        .forEach(v -> add(v.value().declared().text(), CompletionItemKind.Variable, v.value().kind()));
    globals(symbol -> symbol instanceof Symbol.Global(_, var declaration) && switch (declaration) {
      case Declaration.Constant _, Declaration.Enumeration _, Declaration.RecordType _, Declaration.Extern _ -> true;
      case Declaration.JavaType _, Declaration.Alias _, Declaration.Component _, Declaration.Graph _ -> false;
    });
  }

  /// The names of the package, imported ones, and those of the language.
  private void globals(Predicate<Symbol> wanted) {
    var names = names();
    for (String name : names.candidates(wanted)) {
      var symbol = names.find(name).getFirst();
      add(name, symbol instanceof Symbol.Global(_, var declaration) ? kind(declaration) : CompletionItemKind.Class,
          symbol.kind());
    }
  }

  private FileNames names() {
    return analyzed.bindings().names(analyzed.tree(located.name()));
  }

  private static CompletionItemKind kind(Declaration.Named declaration) {
    return switch (declaration) {
      case Declaration.Constant _ -> CompletionItemKind.Constant;
      case Declaration.JavaType _, Declaration.Alias _, Declaration.Component _ -> CompletionItemKind.Class;
      case Declaration.Enumeration _ -> CompletionItemKind.Enum;
      case Declaration.RecordType _ -> CompletionItemKind.Struct;
      case Declaration.Extern _ -> CompletionItemKind.Interface;
      case Declaration.Graph _ -> CompletionItemKind.Module;
    };
  }

  /// The ports that fit the words before: those that receive after `receive from`, and so on.
  private void ports() {
    var matcher = BEFORE_PORT.matcher(text.substring(Math.max(0, start - NEAR), start));
    String verb = !matcher.find() ? "" : matcher.group("verb") == null ? matcher.group("from") : matcher.group("verb");
    enclosingPorts().stream().filter(port -> fits(port, verb)).forEach(this::add);
  }

  private void barriers() {
    enclosingPorts().stream().filter(Port.Barrier.class::isInstance).forEach(this::add);
  }

  private List<Port> enclosingPorts() {
    return enclosing().orElse(null) instanceof Declaration.Component component ? component.ports() : List.of();
  }

  private static boolean fits(Port port, String verb) {
    return switch (port) {
      case Port.Data(_, var direction, _, _, _, _) -> switch (direction) {
        case IN -> !Set.of("to", "call", "accept").contains(verb);
        case OUT -> !Set.of("receive", "call", "accept", "end").contains(verb);
      };
      case Port.Service(_, var role, _, _, _, _, _) -> switch (role) {
        case CLIENT -> !Set.of("to", "receive", "accept", "end").contains(verb);
        case SERVER -> !Set.of("to", "receive", "call").contains(verb);
      };
      case Port.Barrier _ -> false;
    };
  }

  /// The parameters of what is being made, each to be followed by its argument.
  private void parameters() {
    int open = openParenthesis();
    if (open > 0) {
      String made = wordBefore(open);
      names().find(made).stream().flatMap(symbol -> parameters(symbol).stream()).forEach(parameter ->
          add(parameter.name().text(), CompletionItemKind.Property, "parameter of " + made,
              parameter.name().text() + " = "));
    }
  }

  private static List<Parameter> parameters(Symbol symbol) {
    return symbol instanceof Symbol.Global(_, var declaration) ? switch (declaration) {
      case Declaration.Component component -> component.parameters();
      case Declaration.Graph graph -> graph.parameters();
      case Declaration.Constant _, Declaration.JavaType _, Declaration.Alias _, Declaration.Enumeration _,
          Declaration.RecordType _, Declaration.Extern _ -> List.of();
    } : List.of();
  }

  /// Returns where the parenthesis is that the place is in; -1 if in none.
  private int openParenthesis() {
    int closed = 0;
    for (int at = start - 1; at >= 0; at--) {
      char c = text.charAt(at);
      if (c == ')') {
        closed++;
      } else if (c == '(' && closed-- == 0) {
        return at;
      }
    }
    return -1;
  }

  private void ends() {
    graph().ifPresent(this::inside);
  }

  /// Returns the graph whose desks can be named at the place: the one it is in, or the one that is checked there.
  private Optional<Declaration.Graph> graph() {
    return enclosing().orElse(null) instanceof Declaration.Graph graph ? Optional.of(graph) : target();
  }

  private void inside(Declaration.Graph graph) {
    desks(graph.items()).forEach(desk ->
        add(desk.name().text(), CompletionItemKind.Variable, desk.instance().name().text()));
    exposed(graph).forEach(this::add);
  }

  private void behindDot(String word) {
    graph().flatMap(g -> desks(g.items()).stream().filter(d -> d.name().text().equals(word)).findFirst())
        .ifPresent(desk -> insideOf(desk.instance()));
    analyzed.bindings().values().stream()
        .filter(v -> v.value().declared().text().equals(word) && v.from() <= offset && offset <= v.to()
            && v.value().declared().span().file().equals(located.name()))
        .findFirst().flatMap(v -> analyzed.bindings().type(v.value().declared())).ifPresent(this::members);
    names().find(word).forEach(symbol -> {
      if (symbol instanceof Symbol.Global(_, var declaration)) {
        members(declaration);
      }
    });
  }

  private void insideOf(Instance instance) {
    if (analyzed.bindings().symbol(instance.name()).orElse(null) instanceof Symbol.Global(_, var declaration)) {
      if (declaration instanceof Declaration.Component component) {
        component.ports().forEach(this::add);
      } else if (declaration instanceof Declaration.Graph graph) {
        exposed(graph).forEach(this::add);
      }
    }
  }

  private void members(Type type) {
    switch (type) {
      case Type.Structure(_, var fields) ->
          fields.forEach(field -> add(field.name(), CompletionItemKind.Field, ""));
      case Type.Sequence _ -> {
        for (var operator : Expression.ListOperator.values()) {
          if (operator != Expression.ListOperator.GET) {
            add(operator.operationName(), CompletionItemKind.Method, "of a list");
          }
        }
      }
      case Type.Bool _, Type.Range _, Type.Enumeration _, Type.Signal _, Type.Text _, Type.Time _, Type.Opaque _,
          Type.Parameter _ -> { }
    }
  }

  private void members(Declaration.Named declaration) {
    switch (declaration) {
      case Declaration.Enumeration e -> e.constants().forEach(c -> add(c.text(), CompletionItemKind.EnumMember, ""));
      case Declaration.Extern e -> e.functions().forEach(f -> add(f.name().text(), CompletionItemKind.Function,
          f.doc().orElse("")));
      case Declaration.Constant _, Declaration.JavaType _, Declaration.Alias _, Declaration.RecordType _,
          Declaration.Component _, Declaration.Graph _ -> { }
    }
  }

  /// Returns the declaration that the place is in.
  private Optional<Declaration> enclosing() {
    return analyzed.tree(located.name()).declarations().stream().filter(d -> isIn(d.span())).findFirst();
  }

  private boolean isIn(Span span) {
    return span.start() < start && offset <= span.end();
  }

  /// Returns the graph of the check or scenario that the place is in.
  private Optional<Declaration.Graph> target() {
    var instance = enclosing().flatMap(declaration -> declaration instanceof Declaration.Check c
        ? Optional.of(c.target()) : declaration instanceof Declaration.Scenario s ? Optional.of(s.target())
        : Optional.empty());
    return instance.flatMap(i -> analyzed.bindings().symbol(i.name())).flatMap(symbol ->
        symbol instanceof Symbol.Global(_, Declaration.Graph graph) ? Optional.of(graph) : Optional.empty());
  }

  private static List<GraphItem.Desk> desks(List<GraphItem> items) {
    var desks = new ArrayList<GraphItem.Desk>();
    for (var item : items) {
      switch (item) {
        case GraphItem.Desk desk -> desks.add(desk);
        case GraphItem.Replicated(_, _, var inner, _) -> desks.addAll(desks(inner));
        case GraphItem.Exposed _, GraphItem.Wire _, GraphItem.Meeting _ -> { }
      }
    }
    return desks;
  }

  private static List<Port> exposed(Declaration.Graph graph) {
    return graph.items().stream().filter(GraphItem.Exposed.class::isInstance)
        .map(item -> ((GraphItem.Exposed) item).port()).toList();
  }

  private void add(Port port) {
    String detail = analyzed.source(port.span().file()).map(s -> s.text(port.span())).orElse("");
    add(port.name().text(), CompletionItemKind.Property, detail);
  }

  private void add(String label, CompletionItemKind kind, String detail) {
    add(label, kind, detail, label);
  }

  private void add(String label, CompletionItemKind kind, String detail, String inserted) {
    items.computeIfAbsent(label, _ -> {
      var item = new CompletionItem(label);
      item.setKind(kind);
      item.setTextEdit(Either.forLeft(new TextEdit(located.positions().range(start, offset), inserted)));
      if (!detail.isEmpty()) {
        item.setDetail(detail);
      }
      return item;
    });
  }
}
