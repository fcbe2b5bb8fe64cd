package org.graphline.lsp.feature;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.SymbolKind;
import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.GraphItem;
import org.graphline.dsl.ast.Member;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.Port;
import org.graphline.dsl.ast.Variable;
import org.graphline.lsp.project.Positions;
import org.graphline.lsp.project.Snapshot.Located;
import org.graphline.model.source.Span;

/// What a file declares, as a tree.
public final class Outline {

  private final Positions positions;

  private Outline(Positions positions) {
    this.positions = positions;
  }

  /// Returns the declarations of a file in the order written, with what is inside them.
  public static List<DocumentSymbol> of(Located located) {
    var outline = new Outline(located.positions());
    return located.analyzed().tree(located.name()).declarations().stream().map(outline::symbol).toList();
  }

  private DocumentSymbol symbol(Declaration declaration) {
    var children = new ArrayList<DocumentSymbol>();
    return switch (declaration) {
      case Declaration.Constant d -> symbol(d.name(), SymbolKind.Constant, "", d.span(), children);
      case Declaration.JavaType d -> symbol(d.name(), SymbolKind.Class, d.javaClass(), d.span(), children);
      case Declaration.Alias d -> symbol(d.name(), SymbolKind.Class, text(d.type().span()), d.span(), children);
      case Declaration.Enumeration d -> {
        d.constants().forEach(c -> children.add(symbol(c, SymbolKind.EnumMember, "", c.span(), List.of())));
        yield symbol(d.name(), SymbolKind.Enum, "", d.span(), children);
      }
      case Declaration.RecordType d -> {
        d.fields().forEach(f -> children.add(symbol(f.name(), SymbolKind.Field, text(f.type().span()), f.span(),
            List.of())));
        yield symbol(d.name(), SymbolKind.Struct, "", d.span(), children);
      }
      case Declaration.Extern d -> {
        d.functions().forEach(f -> children.add(symbol(f.name(), SymbolKind.Function, "", f.span(), List.of())));
        yield symbol(d.name(), SymbolKind.Interface, "extern", d.span(), children);
      }
      case Declaration.Component d -> {
        d.members().forEach(member -> children.add(member(member)));
        d.body().ifPresent(body -> children.add(symbol(body.kind() == Declaration.Body.Kind.RUN ? "run" : "contract",
            SymbolKind.Method, "", body.span(), new Span(body.span().file(), body.span().line(), body.span().column(),
                body.span().start(), body.span().start()), List.of())));
        yield symbol(d.name(), SymbolKind.Class, d.inJava() ? "native component" : "component", d.span(), children);
      }
      case Declaration.Graph d -> {
        d.items().forEach(item -> add(item, children));
        yield symbol(d.name(), SymbolKind.Module, "graph", d.span(), children);
      }
      case Declaration.Check d ->
          symbol("check " + d.target().name(), SymbolKind.Event, "", d.span(), d.target().span(), children);
      case Declaration.Scenario d ->
          symbol("scenario " + d.title(), SymbolKind.Event, d.target().name().text(), d.span(), d.target().span(),
              children);
    };
  }

  private DocumentSymbol member(Member member) {
    return switch (member) {
      case Port port -> port(port);
      case Variable variable -> symbol(variable.name(), SymbolKind.Variable, text(variable.type().span()),
          variable.span(), List.of());
    };
  }

  private DocumentSymbol port(Port port) {
    String detail = switch (port) {
      case Port.Data data -> (data.direction() == Port.Direction.IN ? "in " : "out ") + text(data.type().span());
      case Port.Service service -> (service.role() == Port.Role.CLIENT ? "client " : "server ")
          + text(service.request().span()) + " -> " + text(service.answer().span());
      case Port.Barrier _ -> "barrier";
    };
    return symbol(port.name(), SymbolKind.Property, detail, port.span(), List.of());
  }

  private void add(GraphItem item, List<DocumentSymbol> children) {
    switch (item) {
      case GraphItem.Exposed(var port, _) -> children.add(port(port));
      case GraphItem.Desk(_, var name, _, var instance, var span) ->
          children.add(symbol(name, SymbolKind.Object, instance.name().text(), span, List.of()));
      case GraphItem.Meeting(var name, _, var span) ->
          children.add(symbol(name, SymbolKind.Property, "barrier", span, List.of()));
      case GraphItem.Replicated(_, _, var items, _) -> items.forEach(i -> add(i, children));
      case GraphItem.Wire _ -> { }
    }
  }

  private String text(Span span) {
    return positions.source().text(span);
  }

  private DocumentSymbol symbol(Name name, SymbolKind kind, String detail, Span extent, List<DocumentSymbol> inside) {
    return symbol(name.text(), kind, detail, extent, name.span(), inside);
  }

  private DocumentSymbol symbol(String name, SymbolKind kind, String detail, Span extent, Span selection,
      List<DocumentSymbol> inside) {
    return new DocumentSymbol(name.isBlank() ? "?" : name, kind, positions.range(extent), positions.range(selection),
        detail, inside);
  }
}
