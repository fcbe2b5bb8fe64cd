package org.graphline.compiler.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphline.model.term.Component;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Guard;
import org.graphline.model.term.Statement;
import org.graphline.model.term.Type;
import org.graphline.model.term.Variable;

/// Which variables of a behavior a closure uses, so that Java wants them never to change: branches of a `par`
/// and the cases of a replicated `select` become closures.
///
/// @param held   variables that do change, and must live in an object of their own
/// @param copied indices of `for` loops, which must be copied once a round
/// @param used   all variables that are read anywhere
/// @param ranges the ranges that the indices of loops run through
public record Captures(Set<Integer> held, Set<Integer> copied, Set<Integer> used,
    Map<Integer, Type.Range> ranges) {
  public Captures {
    held = Set.copyOf(held);
    copied = Set.copyOf(copied);
    used = Set.copyOf(used);
    ranges = Map.copyOf(ranges);
  }

  /// Returns the captures of the component's behavior.
  public static Captures of(Component component) {
    var walk = new Walk();
    walk.statement(component.behavior(), 0);
    Set<Integer> held = new HashSet<>(walk.captured);
    held.retainAll(walk.assigned);
    Set<Integer> copied = new HashSet<>(walk.captured);
    copied.retainAll(walk.loops);
    return new Captures(held, copied, walk.used, walk.ranges);
  }

  /// One walk over a behavior. Depth counts the closures around a place.
  private static final class Walk {
    private final Map<Integer, Integer> declared = new HashMap<>();
    private final Set<Integer> captured = new HashSet<>();
    private final Set<Integer> assigned = new HashSet<>();
    private final Set<Integer> loops = new HashSet<>();
    private final Set<Integer> used = new HashSet<>();
    private final Map<Integer, Type.Range> ranges = new HashMap<>();

    void declare(Variable variable, int depth) {
      declared.put(variable.id(), depth);
    }

    void touch(Variable variable, int depth) {
      if (declared.getOrDefault(variable.id(), depth) < depth) {
        captured.add(variable.id());
      }
    }

    void expressions(List<Expression> expressions, int depth) {
      expressions.forEach(e -> Terms.expressions(e, each -> {
        if (each instanceof Expression.Use(var variable, _)) {
          used.add(variable.id());
          touch(variable, depth);
        }
      }));
    }

    void statement(Statement statement, int depth) {
      if (!(statement instanceof Statement.Select)) {
        expressions(Terms.own(statement), depth);
      }
      switch (statement) {
        case Statement.Declare(var x, _, _) -> declare(x, depth);
        case Statement.Let(var x, _, _) -> declare(x, depth);
        case Statement.Assign(var x, _, _) -> {
          assigned.add(x.id());
          touch(x, depth);
        }
        case Statement.Receive(var x, _, _, _) -> x.ifPresent(v -> declare(v, depth));
        case Statement.Call(var x, _, _, _, _) -> x.ifPresent(v -> declare(v, depth));
        case Statement.Accept(var x, _, _, _) -> x.ifPresent(v -> declare(v, depth));
        case Statement.ParFor(var x, var low, var high, _, _) -> {
          declare(x, depth + 1);
          ranges.put(x.id(), new Type.Range(low, high));
        }
        case Statement.For(var x, var low, var high, _, _) -> {
          declare(x, depth);
          ranges.put(x.id(), new Type.Range(low, high));
          loops.add(x.id());
        }
        case Statement.Select select -> select.items().forEach(item -> {
          guards(item, depth);
          bodies(item, depth);
        });
        case Statement.Block _, Statement.Evaluate _, Statement.Send _, Statement.Reply _, Statement.Sync _,
            Statement.Par _, Statement.Choose _, Statement.If _, Statement.Match _, Statement.While _,
            Statement.Repeat _, Statement.Wait _, Statement.Close _, Statement.Stop _, Statement.Mark _,
            Statement.Assert _, Statement.Idle _ -> { }
      }
      boolean isClosure = statement instanceof Statement.Par || statement instanceof Statement.ParFor;
      if (!(statement instanceof Statement.Select)) {
        Terms.below(statement).forEach(below -> statement(below, isClosure ? depth + 1 : depth));
      }
    }

    /// A `for` around cases is a closure over their guards.
    private void guards(Statement.SelectItem item, int inner) {
      switch (item) {
        case Statement.Case(var when, var guard, _, _) -> {
          expressions(when.map(List::of).orElse(List.of()), inner);
          expressions(Terms.own(guard), inner);
        }
        case Statement.ReplicatedCases(var x, var low, var high, var items, _) -> {
          expressions(List.of(low, high), inner);
          ranges.put(x.id(), new Type.Range(low, high));
          declare(x, inner + 1);
          items.forEach(each -> guards(each, inner + 1));
        }
      }
    }

    private void bodies(Statement.SelectItem item, int depth) {
      switch (item) {
        case Statement.Case(_, var guard, var body, _) -> {
          expressions(Terms.own(guard), depth);
          bindings(guard, depth);
          statement(body, depth);
        }
        case Statement.ReplicatedCases(var x, _, _, var items, _) -> {
          declare(x, depth);
          items.forEach(each -> bodies(each, depth));
        }
      }
    }

    private void bindings(Guard guard, int depth) {
      switch (guard) {
        case Guard.Receive(var x, _, _) -> x.ifPresent(v -> declare(v, depth));
        case Guard.Accept(var x, _, _) -> x.ifPresent(v -> declare(v, depth));
        case Guard.Sync _, Guard.End _, Guard.After _, Guard.Else _, Guard.Unheard _ -> { }
      }
    }
  }
}
