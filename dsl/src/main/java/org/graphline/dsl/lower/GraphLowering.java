package org.graphline.dsl.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.GraphItem;
import org.graphline.dsl.ast.Instance;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.dsl.resolve.Bindings;
import org.graphline.dsl.resolve.Symbol;
import org.graphline.dsl.type.ExpressionTyper;
import org.graphline.dsl.type.Locals;
import org.graphline.dsl.type.Place;
import org.graphline.dsl.type.Signatures;
import org.graphline.dsl.type.Types;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Variable;

/// Lowers one graph: first its header, which others need, then what is in it.
final class GraphLowering {

  private final Symbol.Global symbol;
  private final Declaration.Graph graph;
  private final Bindings bindings;
  private final Headers headers;
  private final Diagnostics diagnostics;
  private final Locals locals;
  private final ExpressionTyper typer;
  private final Constructs constructs;
  private final DeskTable desks = new DeskTable();
  private final List<Loop> loops = new ArrayList<>();
  private Header header;
  private boolean hasHoles;

  private record Loop(Variable index, Expression low, Expression high) {}

  GraphLowering(Symbol.Global symbol, Declaration.Graph graph, Bindings bindings, Signatures signatures,
      Headers headers, Diagnostics diagnostics) {
    this.symbol = symbol;
    this.graph = graph;
    this.bindings = bindings;
    this.headers = headers;
    this.diagnostics = diagnostics;
    this.locals = new Locals(bindings);
    this.typer = new ExpressionTyper(bindings, signatures, locals, diagnostics);
    this.constructs = new Constructs(typer, diagnostics);
  }

  Header header() {
    var parameters = headers.parameters(graph.parameters(), typer, locals);
    var ports = headers.ports(headers.exposed(graph), typer);
    for (int i = 0; i < ports.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (ports.get(i).name().equals(ports.get(j).name())) {
          diagnostics.add(Diagnostic.of(DiagnosticId.DUPLICATE_NAME, "`" + ports.get(i).name()
              + "` is declared twice", ports.get(i).span()).related(ports.get(j).span(), "already a port"));
        }
      }
    }
    header = new Header(symbol.name(), true, Headers.texts(graph.typeParameters()), parameters, ports,
        graph.name().span());
    return header;
  }

  /// Returns the desks by name, known after [#collect].
  DeskTable desks() {
    return desks;
  }

  /// Finds the named desks, so that wires may come before them.
  void collect() {
    collect(graph.items(), false);
  }

  private void collect(List<GraphItem> items, boolean inLoop) {
    for (var item : items) {
      switch (item) {
        case GraphItem.Desk desk -> collect(desk, inLoop);
        case GraphItem.Replicated(_, _, var inner, _) -> collect(inner, true);
        case GraphItem.Exposed(var port, var span) -> {
          if (inLoop) {
            diagnostics.add(DiagnosticId.ROW_OR_SINGLE, "a port cannot be declared inside `for`", span,
                "declare a row of ports outside: `" + port.name() + "[n]`");
          }
        }
        case GraphItem.Wire _, GraphItem.Meeting _ -> {}
      }
    }
  }

  private void collect(GraphItem.Desk desk, boolean inLoop) {
    String name = desk.name().text();
    var earlier = desks.find(name);
    boolean isRow = desk.index().isPresent();
    if (header.port(name).isPresent()) {
      diagnostics.add(Diagnostic.of(DiagnosticId.DUPLICATE_NAME, "`" + name + "` is declared twice",
          desk.name().span()).related(header.port(name).get().span(), "already a port"));
    } else if (earlier.isPresent() && earlier.get().isRow() != isRow) {
      diagnostics.add(Diagnostic.of(DiagnosticId.DESK_MADE_TWICE, "`" + name
          + "` is both a row and a single desk",
          desk.name().span()).related(earlier.get().span(), "the other one"));
    } else if (earlier.isPresent() && !isRow) {
      diagnostics.add(Diagnostic.of(DiagnosticId.DESK_MADE_TWICE, "there are two desks called `" + name + "`",
          desk.name().span()).related(earlier.get().span(), "the first")
          .help("number them: `" + name + "[0]`"));
    } else if (inLoop && !isRow) {
      diagnostics.add(DiagnosticId.DESK_MADE_TWICE, "every round of the `for` makes another `" + name + "`",
          desk.name().span(), "number them: `" + name + "[i]`");
    }
    desks.add(name, isRow, headerOf(desk.instance()), desk.name().span());
    typer.lead(desk.name(), desks.find(name).orElseThrow().span());
  }

  private Optional<Header> headerOf(Instance instance) {
    var found = bindings.symbol(instance.name()).flatMap(headers::find);
    hasHoles |= found.isEmpty();
    return found;
  }

  /// Reports whether something was left out because it was wrong.
  boolean hasHoles() {
    return hasHoles;
  }

  Graph lower() {
    var items = new ArrayList<Graph.Item>();
    graph.items().forEach(item -> lower(item, items));
    return new Graph(header.name(), header.typeParameters(), header.parameters(), header.ports(), items,
        graph.doc(), graph.span());
  }

  private void lower(GraphItem item, List<Graph.Item> items) {
    switch (item) {
      case GraphItem.Exposed _ -> {}
      case GraphItem.Desk(var doc, var name, var index, var instance, var span) -> {
        var at = index.map(e -> typer.integer(e, Place.CONSTANT));
        headerOf(instance).flatMap(h -> constructs.construct(instance, h))
            .ifPresent(construct -> items.add(new Graph.Desk(name.text(), at, construct, false, doc, span)));
      }
      case GraphItem.Wire wire -> new WireLowering(this, desks, header, typer, diagnostics)
          .lower(wire, items);
      case GraphItem.Meeting(var name, var members, var span) -> items.add(new Graph.BarrierLine(name.text(),
          new WireLowering(this, desks, header, typer, diagnostics).members(members), span));
      case GraphItem.Replicated(var name, var range, var inner, var span) -> {
        var low = typer.integer(range.low(), Place.CONSTANT);
        var high = typer.integer(range.high(), Place.CONSTANT);
        var index = locals.declareConstant(name, Types.rangeFrom(low, high), Variable.Kind.INDEX);
        loops.add(new Loop(index, low, high));
        var replicated = new ArrayList<Graph.Item>();
        inner.forEach(i -> lower(i, replicated));
        loops.removeLast();
        items.add(new Graph.Replicated(index, low, high, replicated, span));
      }
    }
  }

  /// Makes the desk that is written inside a wire and returns its name; inside `for` it is one of a row.
  Optional<Fresh> fresh(Instance instance, Span span, List<Graph.Item> items) {
    var found = headerOf(instance);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String name = desks.freshName(found.get().name().simple());
    var index = loops.isEmpty() ? Optional.<Expression>empty() : Optional.of(position(span));
    desks.add(name, index.isPresent(), found, span);
    constructs.construct(instance, found.get())
        .ifPresent(construct ->
        items.add(new Graph.Desk(name, index, construct, true, Optional.empty(), span)));
    return Optional.of(new Fresh(name, index, found.get()));
  }

  /// A desk made inside a wire.
  record Fresh(String name, Optional<Expression> index, Header header) {}

  /// Returns the number of the current round, counted through all enclosing loops from 0.
  private Expression position(Span span) {
    Expression position = null;
    for (var loop : loops) {
      var round = round(loop, span);
      position = position == null ? round
          : sum(binary(Expression.BinaryOperator.MULTIPLY, position, rounds(loop, span), span), round, span);
    }
    return position;
  }

  private static Expression round(Loop loop, Span span) {
    var index = new Expression.Use(loop.index(), span);
    return loop.low() instanceof Expression.IntLiteral(int low, _, _) && low >= 0 ? index
        : binary(Expression.BinaryOperator.SUBTRACT, index, loop.low(), span);
  }

  private static Expression rounds(Loop loop, Span span) {
    var last = loop.low() instanceof Expression.IntLiteral(int low, _, _) && low >= 0 ? loop.high()
        : binary(Expression.BinaryOperator.SUBTRACT, loop.high(), loop.low(), span);
    return sum(last, Types.literal(1, span), span);
  }

  private static Expression sum(Expression a, Expression b, Span span) {
    return binary(Expression.BinaryOperator.ADD, a, b, span);
  }

  private static Expression binary(Expression.BinaryOperator operator, Expression a, Expression b,
      Span span) {
    return new Expression.Binary(operator, a, b, Types.range(0, Integer.MAX_VALUE), span);
  }
}
