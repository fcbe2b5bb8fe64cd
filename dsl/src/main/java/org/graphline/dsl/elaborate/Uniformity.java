package org.graphline.dsl.elaborate;

import java.util.List;
import java.util.stream.Stream;

import org.graphline.dsl.elaborate.AffineEvaluator.Irregular;
import org.graphline.model.network.Constants;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Port;
import org.graphline.model.term.Reference;
import org.graphline.model.term.Reference.Selection;
import org.graphline.model.term.Type;
import org.graphline.model.term.Variable;
import org.graphline.model.value.Value;

/// Reads off a graph's text that its networks grow uniformly: that desks and wires are the same for all indices
/// that are far enough from either end, and depend near an end on the distance from it only.
///
/// Each item stands in at most one `for` that goes on with the size, over an index `i`, and names desks by
/// constants, by offsets from `i`, from the size `n`, or from `i` modulo `n`. Whether an item is there, and with
/// which arguments, is told by comparing `i` with constants and with `n` plus constants. So a desk with index `j`
/// knows of its place no more than the answers to finitely many questions `j < t` and `j < n + t`; between the
/// largest `t` of the first kind and the smallest of the second all answers are the same (the argument is in
/// decision 0014).
final class Uniformity {
  private static final int MOST_ROUNDS = 1_000;

  private final Thresholds rows = new Thresholds();

  private Uniformity() {}

  /// Returns between which indices desks and their wires do not depend on the index, and from which size on.
  ///
  /// @param constants what all parameters but `size` stand for
  /// @throws Irregular if that cannot be read off the text
  static Thresholds of(Graph graph, Variable size, Constants constants) {
    var uniformity = new Uniformity();
    var evaluator = AffineEvaluator.of(constants, size);
    graph.ports().forEach(port -> fixed(evaluator, port));
    uniformity.items(graph.items(), evaluator, new Thresholds(), false);
    return uniformity.rows;
  }

  private static void fixed(AffineEvaluator evaluator, Port port) {
    port.size().ifPresent(s -> fixed(evaluator, s, "a row of ports"));
    bounds(port.message()).forEach(b -> fixed(evaluator, b, "what a port carries"));
    port.reply().ifPresent(r -> bounds(r).forEach(b -> fixed(evaluator, b, "what a port carries")));
  }

  /// The expressions in a type.
  private static Stream<Expression> bounds(Type type) {
    return switch (type) {
      case Type.Range(var low, var high) -> Stream.of(low, high);
      case Type.Structure(_, var fields) -> fields.stream().flatMap(f -> bounds(f.type()));
      case Type.Sequence(var element, var capacity) -> Stream.concat(bounds(element), Stream.of(capacity));
      case Type.Bool _, Type.Enumeration _, Type.Signal _, Type.Text _, Type.Time _, Type.Opaque _,
          Type.Parameter _ -> Stream.of();
    };
  }

  private static void fixed(AffineEvaluator evaluator, Expression expression, String what) {
    if (!(evaluator.value(expression, new Thresholds()) instanceof Affine.Fixed)) {
      throw new Irregular(what + " depends on the size", expression.span());
    }
  }

  private void items(List<Graph.Item> items, AffineEvaluator evaluator, Thresholds around, boolean inside) {
    for (var item : items) {
      switch (item) {
        case Graph.Desk desk -> desk(desk, evaluator, around.copy());
        case Graph.Wire wire -> wire(wire, evaluator, around.copy());
        case Graph.Replicated replicated -> replicated(replicated, evaluator, around, inside);
        case Graph.BarrierLine barrier ->
            throw new Irregular("a barrier joins desks of a graph that grows", barrier.span());
      }
    }
  }

  private void replicated(Graph.Replicated loop, AffineEvaluator evaluator, Thresholds around, boolean inside) {
    var bounds = around.copy();
    Affine low = evaluator.value(loop.low(), bounds);
    Affine high = evaluator.value(loop.high(), bounds);
    if (low instanceof Affine.Fixed(Value.Int(int first)) && high instanceof Affine.Fixed(Value.Int(int last))) {
      check(loop, (long) last - first);
      for (int i = first; i <= last; i++) {
        items(loop.items(), evaluator.with(loop.index(), new Affine.Fixed(new Value.Int(i))), bounds, inside);
      }
    } else if (isSize(low) && isSize(high)) {
      int first = ((Affine.Sum) low).offset();
      int last = ((Affine.Sum) high).offset();
      check(loop, (long) last - first);
      for (int i = first; i <= last; i++) {
        items(loop.items(), evaluator.with(loop.index(), new Affine.Sum(false, true, i)), bounds, inside);
      }
    } else if (low instanceof Affine.Fixed(Value.Int(int first)) && isSize(high) && !inside) {
      int last = ((Affine.Sum) high).offset();
      bounds.low(first);
      bounds.high(last);
      items(loop.items(), evaluator.growing(loop.index(), first, last), bounds, true);
    } else {
      throw new Irregular(inside ? "a `for` within a `for` that grows with the size" : "the bounds of this `for`",
          loop.span());
    }
  }

  private static void check(Graph.Replicated loop, long rounds) {
    if (rounds > MOST_ROUNDS) {
      throw new Irregular("this `for` goes round too often", loop.span());
    }
  }

  private static boolean isSize(Affine value) {
    return value instanceof Affine.Sum sum && sum.size() && !sum.index();
  }

  private void desk(Graph.Desk desk, AffineEvaluator evaluator, Thresholds bounds) {
    for (var argument : desk.construct().arguments()) {
      bounded(evaluator, argument, bounds);
    }
    // Types may fit at some sizes and not at others.
    desk.construct().typeArguments().forEach(t -> bounds(t).forEach(b -> bounded(evaluator, b, bounds)));
    desk.index().ifPresentOrElse(index -> row(evaluator.value(index, bounds), index.span(), bounds),
        () -> rows.size(bounds.size()));
  }

  private static void bounded(AffineEvaluator evaluator, Expression expression, Thresholds bounds) {
    switch (evaluator.value(expression, bounds)) {
      case Affine.Fixed _, Affine.Bounded _ -> { }
      case Affine.Sum _, Affine.Wrapped _ -> throw new Irregular("this grows with the size", expression.span());
    }
  }

  private void wire(Graph.Wire wire, AffineEvaluator evaluator, Thresholds bounds) {
    if (wire.policy().sharing() == Graph.Sharing.ALL) {
      throw new Irregular("`all` puts desks of its own into the graph", wire.policy().span());
    }
    wire.policy().capacity().ifPresent(c -> bounded(evaluator, c, bounds));
    // What any end depends on decides whether the wire is there at the others.
    for (var references : List.of(wire.from(), wire.to())) {
      references.forEach(r -> look(r, evaluator, bounds));
    }
    for (var references : List.of(wire.from(), wire.to())) {
      references.forEach(r -> end(r, evaluator, bounds));
    }
  }

  private static void look(Reference reference, AffineEvaluator evaluator, Thresholds bounds) {
    for (int i = 0; i < reference.parts().size(); i++) {
      boolean desk = reference.parts().size() > 1 && i == 0;
      switch (reference.parts().get(i).selection()) {
        case Selection.At(var index) when desk -> wraps(evaluator.value(index, bounds), bounds);
        case Selection.At(var index) -> bounded(evaluator, index, bounds);
        case Selection.All _ when desk ->
            throw new Irregular("`[*]` means as many desks as there are", reference.span());
        case Selection.All _, Selection.Whole _ -> { }
      }
    }
  }

  /// Where an index goes round its wire leads to the other end.
  private static void wraps(Affine index, Thresholds bounds) {
    if (index instanceof Affine.Wrapped(int offset, boolean lifted)) {
      if (offset >= 0 || !lifted) {
        bounds.high(-offset - 1);
      }
      if (lifted || offset < 0) {
        bounds.low(-offset);
      }
    }
  }

  private void end(Reference reference, AffineEvaluator evaluator, Thresholds bounds) {
    if (reference.parts().size() > 1 && reference.parts().getFirst().selection() instanceof Selection.At(var index)) {
      row(evaluator.value(index, bounds), reference.span(), bounds);
    } else {
      rows.size(bounds.size());
    }
  }

  /// Takes over what the index of a desk depends on.
  private void row(Affine index, Span place, Thresholds bounds) {
    switch (index) {
      case Affine.Fixed(Value.Int(int number)) -> {
        rows.low(number + 1);
        rows.size(bounds.size());
      }
      case Affine.Sum(boolean ofIndex, boolean ofSize, int offset) when ofIndex && !ofSize ->
          rows.shifted(bounds, offset);
      case Affine.Sum(boolean ofIndex, _, int offset) when !ofIndex -> {
        rows.high(offset - 1);
        rows.size(bounds.size());
      }
      case Affine.Wrapped(int offset, _) -> {
        rows.shifted(bounds, offset);
        // Those that go round end up this near to the ends.
        rows.low(Math.abs(offset) + 1);
        rows.high(-Math.abs(offset) - 1);
      }
      case Affine.Fixed _, Affine.Sum _, Affine.Bounded _ ->
          throw new Irregular("this index is no constant, and no offset from index or size", place);
    }
  }
}
