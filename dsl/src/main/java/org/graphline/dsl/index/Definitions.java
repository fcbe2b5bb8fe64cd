package org.graphline.dsl.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.GraphItem;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.Parameter;
import org.graphline.dsl.ast.Port;
import org.graphline.dsl.ast.SyntaxTree;
import org.graphline.dsl.ast.Variable;
import org.graphline.dsl.index.Definition.Kind;
import org.graphline.dsl.resolve.Bindings;
import org.graphline.dsl.resolve.Symbol;
import org.graphline.model.source.Span;

/// What a set of trees declares, by the place of its name and, where that is another place, of its declaration.
final class Definitions {

  private final Bindings bindings;
  private final Map<Place, Definition> byPlace = new HashMap<>();

  /// The first character of a name or a declaration.
  private record Place(String file, int start) {
    static Place of(Span span) {
      return new Place(span.file(), span.start());
    }
  }

  private Definitions(Bindings bindings) {
    this.bindings = bindings;
  }

  static Definitions of(List<SyntaxTree> trees, Bindings bindings) {
    var definitions = new Definitions(bindings);
    for (var tree : trees) {
      for (var declaration : tree.declarations()) {
        definitions.add(declaration);
      }
    }
    return definitions;
  }

  /// Returns what is declared at `place`, which is that of a name or of a whole declaration.
  Optional<Definition> at(Span place) {
    return place.equals(Span.BUILT_IN) ? Optional.empty() : Optional.ofNullable(byPlace.get(Place.of(place)));
  }

  /// Returns what is declared at a name, which is a mark if nothing else is.
  Definition markAt(Name name) {
    return byPlace.computeIfAbsent(Place.of(name.span()),
        _ -> new Definition(Kind.MARK, name, name.span(), Optional.empty(), "", Optional.empty()));
  }

  /// Returns all definitions, each at least once.
  Iterable<Definition> all() {
    return byPlace.values();
  }

  /// Returns what `symbol` is.
  Optional<Definition> of(Symbol symbol) {
    return switch (symbol) {
      case Symbol.Global global -> at(global.declaration().name().span());
      case Symbol.TypeParameter(var name, _) -> at(name.span());
      case Symbol.OfPort(var port) -> at(port.name().span());
      case Symbol.Value(var name, var sort) -> Optional.of(byPlace.computeIfAbsent(Place.of(name.span()),
          _ -> local(name, kind(sort))));
      case Symbol.BuiltInType type -> Optional.of(builtIn(Kind.TYPE, type.name().toLowerCase(java.util.Locale.ROOT)));
      case Symbol.BuiltIn(var component) -> Optional.of(builtIn(Kind.COMPONENT, component.name().simple()));
    };
  }

  private static Kind kind(org.graphline.model.term.Variable.Kind sort) {
    return switch (sort) {
      case PARAMETER -> Kind.PARAMETER;
      case STATE, LOCAL -> Kind.VARIABLE;
      case BINDING -> Kind.BINDING;
      case INDEX -> Kind.INDEX;
    };
  }

  private static Definition builtIn(Kind kind, String name) {
    return new Definition(kind, new Name(name, Span.BUILT_IN), Span.BUILT_IN, Optional.empty(), "",
        Optional.empty());
  }

  private Definition local(Name name, Kind kind) {
    return new Definition(kind, name, name.span(), Optional.empty(), "", bindings.type(name));
  }

  private void add(Declaration declaration) {
    switch (declaration) {
      case Declaration.Constant d -> add(Kind.CONSTANT, d.name(), d.span(), d.doc(), "");
      case Declaration.JavaType d -> add(Kind.TYPE, d.name(), d.span(), d.doc(), "");
      case Declaration.Alias d -> add(Kind.TYPE, d.name(), d.span(), d.doc(), "");
      case Declaration.Enumeration d -> {
        add(Kind.ENUMERATION, d.name(), d.span(), d.doc(), "");
        d.constants().forEach(c -> add(Kind.VALUE, c, c.span(), Optional.empty(), d.name().text()));
      }
      case Declaration.RecordType d -> {
        add(Kind.RECORD, d.name(), d.span(), d.doc(), "");
        d.fields().forEach(f -> add(Kind.FIELD, f.name(), f.span(), f.doc(), d.name().text()));
      }
      case Declaration.Extern d -> {
        add(Kind.EXTERN, d.name(), d.span(), d.doc(), "");
        d.functions().forEach(f -> {
          add(Kind.FUNCTION, f.name(), f.span(), f.doc(), d.name().text());
          parameters(f.parameters(), f.name().text());
        });
      }
      case Declaration.Component d -> {
        add(Kind.COMPONENT, d.name(), d.span(), d.doc(), "");
        String owner = d.name().text();
        typeParameters(d.typeParameters(), owner);
        parameters(d.parameters(), owner);
        d.members().forEach(member -> {
          switch (member) {
            case Port port -> add(Kind.PORT, port.name(), port.span(), port.doc(), owner);
            case Variable variable ->
                add(Kind.VARIABLE, variable.name(), variable.span(), variable.doc(), owner);
          }
        });
      }
      case Declaration.Graph d -> {
        add(Kind.GRAPH, d.name(), d.span(), d.doc(), "");
        typeParameters(d.typeParameters(), d.name().text());
        parameters(d.parameters(), d.name().text());
        d.items().forEach(item -> add(item, d.name().text()));
      }
      case Declaration.Check _, Declaration.Scenario _ -> {}
    }
  }

  private void add(GraphItem item, String owner) {
    switch (item) {
      case GraphItem.Exposed(var port, _) -> add(Kind.PORT, port.name(), port.span(), port.doc(), owner);
      case GraphItem.Desk(var doc, var name, _, _, var span) -> add(Kind.DESK, name, span, doc, owner);
      case GraphItem.Meeting(var name, _, var span) ->
          add(Kind.BARRIER, name, span, Optional.empty(), owner);
      case GraphItem.Replicated(_, _, var items, _) -> items.forEach(i -> add(i, owner));
      case GraphItem.Wire _ -> {}
    }
  }

  private void typeParameters(List<Name> names, String owner) {
    names.forEach(name -> add(Kind.TYPE_PARAMETER, name, name.span(), Optional.empty(), owner));
  }

  private void parameters(List<Parameter> parameters, String owner) {
    parameters.forEach(p -> add(Kind.PARAMETER, p.name(), p.span(), Optional.empty(), owner));
  }

  private void add(Kind kind, Name name, Span extent, Optional<String> doc, String owner) {
    var definition = new Definition(kind, name, extent, doc, owner, bindings.type(name));
    byPlace.putIfAbsent(Place.of(name.span()), definition);
    byPlace.putIfAbsent(Place.of(extent), definition);
  }
}
