package org.graphline.dsl.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.graphline.dsl.ast.Expression.Index;
import org.graphline.dsl.ast.Expression.Member;
import org.graphline.dsl.ast.Expression.Variable;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.dsl.resolve.Bindings;
import org.graphline.dsl.type.Place;
import org.graphline.dsl.type.Signatures;
import org.graphline.dsl.type.Types;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Port;
import org.graphline.model.term.Reference;
import org.graphline.model.term.Reference.Selection;
import org.graphline.model.term.Type;

/// Types the conditions of `always` and `never`, which look at the variables of desks, `store.shelf.size() <= 2`,
/// and, as lists of letters, at the lines at their ports: `farmer.parts.isEmpty()`.
final class ConditionTyper extends ParameterTyper {

  private final Inside inside;
  private final Bindings bindings;
  private final Diagnostics diagnostics;

  /// A desk and the way to it; no header when something on the way is wrong.
  private record Desk(List<Reference.Part> path, Optional<Header> header) {}

  ConditionTyper(Header graph, Inside inside, Bindings bindings, Signatures signatures,
      Diagnostics diagnostics) {
    super(graph, bindings, signatures, diagnostics);
    this.inside = inside;
    this.bindings = bindings;
    this.diagnostics = diagnostics;
  }

  @Override
  protected Optional<Expression> inspected(org.graphline.dsl.ast.Expression expression) {
    return switch (expression) {
      case Member(var target, var name, _) -> desk(target).map(desk -> variable(desk, name, expression));
      case Index(Member(var target, var name, _), var index, _) -> desk(target)
          .filter(desk -> port(desk, name).filter(port -> port.size().isPresent()).isPresent())
          .map(desk -> contents(desk.path(), port(desk, name).get(), name, Optional.of(index), expression));
      case Index(Variable(var name, _), var index, _)
          when isExposed(name) && graph.port(name.text()).get().size().isPresent() ->
          Optional.of(contents(List.of(), graph.port(name.text()).get(), name, Optional.of(index), expression));
      case Variable(var name, _) when isExposed(name) ->
          Optional.of(contents(List.of(), graph.port(name.text()).get(), name, Optional.empty(), expression));
      case Variable(var name, var span) when bindings.symbol(name).isEmpty() -> {
        var parameter = parameter(name, span);
        if (parameter.isPresent()) {
          yield parameter;
        }
        if (inside.desks(graph.name()).find(name.text()).isPresent()) {
          diagnostics.add(DiagnosticId.NOT_A_CONDITION, "a desk is no value", span,
              "name one of its variables: `" + name + ".…`");
        } else {
          unknownName("there is no desk called `" + name + "` in `" + graph.name().simple() + "`", name,
              inside.desks(graph.name()).names());
        }
        yield Optional.of(Types.unknown(span));
      }
      default -> Optional.empty();
    };
  }

  private Expression variable(Desk desk, Name name, org.graphline.dsl.ast.Expression whole) {
    if (desk.header().isEmpty()) {
      return Types.unknown(whole.span());
    }
    var header = desk.header().get();
    var state = inside.state(header.name());
    boolean isVariable = state.stream().anyMatch(v -> v.variable().name().equals(name.text()));
    if (!isVariable && header.port(name.text()).isPresent()) {
      return contents(desk.path(), header.port(name.text()).get(), name, Optional.empty(), whole);
    }
    if (header.isGraph()) {
      boolean isDesk = inside.desks(header.name()).find(name.text()).isPresent();
      if (isDesk) {
        diagnostics.add(DiagnosticId.NOT_A_CONDITION, "a desk is no value", whole.span(),
            "name one of its variables: `." + name + ".…`");
      } else {
        unknownName("there is no desk called `" + name + "` in `" + header.name().simple() + "`", name,
            inside.desks(header.name()).names());
      }
      return Types.unknown(whole.span());
    }
    for (var variable : state) {
      if (variable.variable().name().equals(name.text())) {
        inside.inspect(variable.variable());
        lead(name, variable.variable().span());
        return Types.isUnknown(variable.variable().type()) ? Types.unknown(whole.span())
            : new Expression.Inspect(new Reference(desk.path(), whole.span()), variable.variable(),
            whole.span());
      }
    }
    unknownName("`" + header.name().simple() + "` has no variable `" + name + "`", name,
        state.stream().map(v -> v.variable().name()).toList());
    return Types.unknown(whole.span());
  }

  private static Optional<Port> port(Desk desk, Name name) {
    return desk.header().flatMap(header -> header.port(name.text()));
  }

  private boolean isExposed(Name name) {
    return bindings.symbol(name).isEmpty() && graph.port(name.text()).isPresent();
  }

  /// Returns the letters on the line at a port, as a list.
  private Expression contents(List<Reference.Part> path, Port port, Name name,
      Optional<org.graphline.dsl.ast.Expression> index, org.graphline.dsl.ast.Expression whole) {
    lead(name, port.span());
    boolean carriesLetters = port.direction() == Port.Direction.IN || port.direction() == Port.Direction.OUT;
    if (!carriesLetters) {
      diagnostics.add(Diagnostic.of(DiagnosticId.NOT_A_CONDITION, "nothing lies on the line at `" + name + "`",
          whole.span()).related(port.span(), "declared here")
          .help("only lines between `out` and `in` hold letters"));
      return Types.unknown(whole.span());
    }
    if (port.size().isPresent() && index.isEmpty()) {
      diagnostics.add(Diagnostic.of(DiagnosticId.ROW_OR_SINGLE, "`" + name + "` is a row: say which port",
          whole.span()).related(port.span(), "declared here").help("`" + name + "[0]` is the first"));
      return Types.unknown(whole.span());
    }
    var parts = new ArrayList<>(path);
    parts.add(new Reference.Part(name.text(), index
        .<Selection>map(e -> new Selection.At(integer(e, Place.CONSTANT))).orElse(new Selection.Whole())));
    var letters = new Type.Sequence(port.message(), Types.literal(Integer.MAX_VALUE, whole.span()));
    return Types.isUnknown(port.message()) ? Types.unknown(whole.span())
        : new Expression.Contents(new Reference(parts, whole.span()), letters, whole.span());
  }

  /// Returns the desk that `expression` names, if it names one.
  private Optional<Desk> desk(org.graphline.dsl.ast.Expression expression) {
    return switch (expression) {
      case Variable(var name, _) when bindings.symbol(name).isEmpty() ->
          inside.desks(graph.name()).find(name.text())
              .map(group -> desk(List.of(), group, name, Optional.empty()));
      case Member(var target, var name, _) -> desk(target).filter(desk -> desk.header().isPresent())
          .flatMap(desk -> below(desk, name, Optional.empty()));
      case Index(Variable(var name, _), var index, _) when bindings.symbol(name).isEmpty() ->
          inside.desks(graph.name()).find(name.text())
              .map(group -> desk(List.of(), group, name, Optional.of(index)));
      case Index(Member(var target, var name, _), var index, _) -> desk(target)
          .filter(desk -> desk.header().isPresent()).flatMap(desk -> below(desk, name, Optional.of(index)));
      default -> Optional.empty();
    };
  }

  private Optional<Desk> below(Desk desk, Name name, Optional<org.graphline.dsl.ast.Expression> index) {
    var header = desk.header().orElseThrow();
    return header.isGraph() ? inside.desks(header.name()).find(name.text())
        .map(group -> desk(desk.path(), group, name, index)) : Optional.empty();
  }

  private Desk desk(List<Reference.Part> above, DeskTable.Group group, Name name,
      Optional<org.graphline.dsl.ast.Expression> index) {
    lead(name, group.span());
    var path = new ArrayList<>(above);
    Selection selection = index.<Selection>map(e -> new Selection.At(integer(e, Place.CONSTANT)))
        .orElse(new Selection.Whole());
    path.add(new Reference.Part(name.text(), selection));
    if (group.isRow() != index.isPresent()) {
      diagnostics.add(Diagnostic.of(DiagnosticId.ROW_OR_SINGLE, group.isRow()
          ? "`" + name + "` is a row: say which desk" : "`" + name + "` is a single desk and takes no index",
          name.span()).related(group.span(), "declared here"));
      return new Desk(path, Optional.empty());
    }
    return new Desk(path, group.isUnknown() ? Optional.empty() : Optional.of(group.headers().getFirst()));
  }
}
