package org.graphline.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.model.network.Constants;
import org.graphline.model.network.InstanceName;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Variable;
import org.graphline.model.value.DataType;
import org.graphline.model.value.Value;

/// Makes the desks of graphs, nested ones included, and has each graph wired once its desks are there.
final class DeskMaker {

  private static final int MOST_DESKS = 2_000_000;
  private static final int MOST_ROUNDS = 20_000_000;
  private static final int HIGHEST_INDEX = 20_000_000;

  private final Plan plan;
  private final Evaluator evaluator;
  private final Wirer wirer;
  private int rounds;

  /// Too many desks or rounds; reported where it is thrown.
  private static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  DeskMaker(Plan plan) {
    this.plan = plan;
    this.evaluator = new Evaluator(plan.diagnostics);
    this.wirer = new Wirer(plan, evaluator, this);
  }

  /// Makes everything in the checked graph; reports whether there was room for it.
  boolean make(Shape root) {
    try {
      graph(root, Optional.empty(), root.graph().orElseThrow().span());
      return true;
    } catch (TooMany _) {
      return false;
    }
  }

  private int graph(Shape shape, Optional<InstanceName> name, Span span) {
    var graph = shape.graph().orElseThrow();
    int node = plan.faces.add(shape, name, span);
    var level = new Level(node, graph, name);
    plan.levels.put(node, level);
    each(graph.items(), shape.constants(), (item, constants) -> {
      if (item instanceof Graph.Desk desk) {
        desk(level, desk, constants);
      }
    });
    each(graph.items(), shape.constants(), (item, constants) -> {
      switch (item) {
        case Graph.Wire wire -> wirer.wire(level, wire, constants);
        case Graph.BarrierLine barrier -> wirer.barrier(level, barrier, constants);
        case Graph.Desk _, Graph.Replicated _ -> {}
      }
    });
    plan.faces.close(node);
    return node;
  }

  /// Does something for each item, replicated ones once a round.
  private interface Action {
    void accept(Graph.Item item, Constants constants);
  }

  private void each(List<Graph.Item> items, Constants constants, Action action) {
    for (var item : items) {
      if (item instanceof Graph.Replicated(var index, var low, var high, var inner, var span)) {
        rounds(index, low, high, inner, span, constants, action);
      } else {
        action.accept(item, constants);
      }
    }
  }

  private void rounds(Variable index, Expression low, Expression high, List<Graph.Item> inner,
      Span span, Constants constants, Action action) {
    var first = evaluator.integer(low, constants);
    var last = evaluator.integer(high, constants);
    if (first.isEmpty() || last.isEmpty()) {
      return;
    }
    for (long i = first.get(); i <= last.get(); i++) {
      if (++rounds > MOST_ROUNDS) {
        throw tooMany("this graph is too large: its `for`s go round more than " + MOST_ROUNDS + " times",
            span);
      }
      each(inner, constants.with(index, new Value.Int((int) i)), action);
    }
  }

  private TooMany tooMany(String message, Span span) {
    plan.diagnostics.add(DiagnosticId.TOO_LARGE, message, span, "check a smaller instance");
    return new TooMany();
  }

  private void desk(Level level, Graph.Desk desk, Constants constants) {
    int index = -1;
    if (desk.index().isPresent()) {
      var at = evaluator.integer(desk.index().get(), constants);
      if (at.isEmpty()) {
        level.unknown().add(desk.name());
        return;
      }
      index = at.get();
      if (index < 0 || index > HIGHEST_INDEX) {
        plan.diagnostics.add(DiagnosticId.INDEX_OUT_OF_BOUNDS, "`" + desk.name()
            + "` cannot have a desk number "
            + index, desk.index().get().span(), "desks are numbered from 0");
        level.unknown().add(desk.name());
        return;
      }
    }
    var row = level.desks().computeIfAbsent(desk.name(), _ -> new Row());
    if (row.at(Math.max(0, index)) >= 0) {
      if (plan.isBroken(level.node())) {
        return;
      }
      plan.diagnostics.add(Diagnostic.of(DiagnosticId.DESK_MADE_TWICE, "there are two desks called `"
          + display(desk, index) + "`", desk.span())
          .related(plan.faces.span(row.at(Math.max(0, index))), "the first"));
      return;
    }
    var shape = shape(desk.construct(), constants);
    if (shape.isEmpty()) {
      level.unknown().add(desk.name());
      return;
    }
    row.put(Math.max(0, index),
        add(shape.get(), new InstanceName(level.name(), desk.name(), index), desk.span()));
  }

  private static String display(Graph.Desk desk, int index) {
    return index < 0 ? desk.name() : desk.name() + "[" + index + "]";
  }

  /// Adds a desk of this shape and returns its node.
  int add(Shape shape, InstanceName name, Span span) {
    if (plan.faces.nodes() >= MOST_DESKS) {
      throw tooMany("this graph has more than " + MOST_DESKS + " desks", span);
    }
    if (shape.isGraph()) {
      return graph(shape, Optional.of(name), span);
    }
    int node = plan.faces.add(shape, Optional.of(name), span);
    if (shape.isUntyped()) {
      plan.untyped.add(node);
    }
    return node;
  }

  private Optional<Shape> shape(Graph.Construct construct, Constants constants) {
    var types = new ArrayList<DataType>(construct.typeArguments().size());
    for (var argument : construct.typeArguments()) {
      var type = evaluator.type(argument, constants, construct.span());
      if (type.isEmpty()) {
        return Optional.empty();
      }
      types.add(type.get());
    }
    var values = new ArrayList<Value>(construct.arguments().size());
    for (var argument : construct.arguments()) {
      var value = evaluator.value(argument, constants);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    var places = construct.arguments().stream().map(Expression::span).toList();
    return plan.shapes.arguments(construct.target(), values, places, types)
        .flatMap(arguments -> plan.shapes.shape(construct.target(), types, arguments));
  }
}
