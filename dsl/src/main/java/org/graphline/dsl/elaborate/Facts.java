package org.graphline.dsl.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.graphline.dsl.validate.Walk;
import org.graphline.model.network.Behavior;
import org.graphline.model.network.Constants;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Guard;
import org.graphline.model.term.PortUse;
import org.graphline.model.term.Statement;
import org.graphline.model.value.Value;

/// What wiring must know of a behavior: which port elements its `select`s look at, what it marks, how it
/// begins.
final class Facts {

  /// Facts of something that does nothing itself.
  static final Facts NONE = new Facts();

  private final Map<Integer, Span> selected = new HashMap<>();
  private final Set<Integer> watched = new LinkedHashSet<>();
  private final Set<String> marks = new LinkedHashSet<>();
  private Start start = Start.NOTHING;

  /// The first thing a statement does that others notice.
  private enum Start {
    WAITS, ACTS, NOTHING
  }

  private Facts() {}

  static Facts of(Behavior behavior) {
    var facts = new Facts();
    var body = behavior.component().behavior();
    Walk.each(body, statement -> {
      switch (statement) {
        case Statement.Mark(var name, _) -> facts.marks.add(name);
        case Statement.Select select -> facts.select(select, select.items(), behavior, behavior.constants());
        default -> {}
      }
    });
    facts.start = start(body);
    return facts;
  }

  /// Returns the `select` that receives from `element`, if there is one.
  Optional<Span> selected(int element) {
    return Optional.ofNullable(selected.get(element));
  }

  /// Reports whether a `select priority` looks at `element`.
  boolean watches(int element) {
    return watched.contains(element);
  }

  Set<String> marks() {
    return marks;
  }

  /// Reports whether the first thing it does is to wait for a letter or a call.
  boolean startsByWaiting() {
    return start == Start.WAITS;
  }

  private void select(Statement.Select select, List<Statement.SelectItem> items, Behavior behavior,
      Constants constants) {
    for (var item : items) {
      switch (item) {
        case Statement.Case(_, Guard.Receive(_, var port, _), _, _) ->
            elements(port, behavior, constants).forEach(element -> {
              selected.putIfAbsent(element, select.span());
              watch(select, element);
            });
        case Statement.Case(_, Guard.Accept(_, var port, _), _, _) ->
            elements(port, behavior, constants).forEach(element -> watch(select, element));
        case Statement.Case _ -> {}
        case Statement.ReplicatedCases(var index, var low, var high, var inner, _) -> {
          long last = constants.integer(high);
          for (long i = constants.integer(low); i <= last; i++) {
            select(select, inner, behavior, constants.with(index, new Value.Int((int) i)));
          }
        }
      }
    }
  }

  private void watch(Statement.Select select, int element) {
    if (select.priority()) {
      watched.add(element);
    }
  }

  /// Returns the elements that `use` may mean: all of the row if the index is known only at run time.
  static List<Integer> elements(PortUse use, Behavior behavior, Constants constants) {
    if (use.port().index() < 0) {
      return List.of();
    }
    int first = behavior.firstElement(use.port());
    int size = behavior.size(use.port());
    if (use.index().isPresent() && isKnown(use.index().get(), constants)) {
      try {
        int index = constants.integer(use.index().get());
        return index >= 0 && index < size ? List.of(first + index) : List.of();
      } catch (Constants.NotConstant _) {
        return List.of();
      }
    }
    var elements = new ArrayList<Integer>();
    for (int i = 0; i < size; i++) {
      elements.add(first + i);
    }
    return elements;
  }

  private static boolean isKnown(Expression expression, Constants constants) {
    boolean[] known = {true};
    Walk.each(expression, e -> known[0] &= switch (e) {
      case Expression.Use(var variable, _) -> constants.knows(variable);
      case Expression.ListOperation _, Expression.ExternCall _, Expression.Anything _ -> false;
      default -> true;
    });
    return known[0];
  }

  private static Start start(Statement statement) {
    return switch (statement) {
      case Statement.Receive _, Statement.Accept _, Statement.Idle _ -> Start.WAITS;
      case Statement.Select(_, var items, _) -> Walk.cases(items).stream().allMatch(c -> isWaiting(c.guard()))
          ? Start.WAITS : Start.ACTS;
      case Statement.Send _, Statement.Call _, Statement.Sync _, Statement.Wait _, Statement.Mark _,
          Statement.Close _, Statement.Stop _, Statement.Reply _ -> Start.ACTS;
      case Statement.Block(var statements, _) -> statements.stream().map(Facts::start)
          .filter(s -> s != Start.NOTHING).findFirst().orElse(Start.NOTHING);
      case Statement.Par(var branches, _) -> together(branches);
      case Statement.ParFor(_, _, _, var body, _) -> start(body);
      case Statement.Repeat(var body, _, _) -> start(body);
      case Statement.While(_, var body, _) -> start(body) == Start.NOTHING ? Start.NOTHING : Start.ACTS;
      case Statement.For(_, _, _, var body, _) -> start(body) == Start.NOTHING ? Start.NOTHING : Start.ACTS;
      case Statement.If(_, var then, var otherwise, _) when otherwise.isEmpty() ->
          start(then) == Start.NOTHING ? Start.NOTHING : Start.ACTS;
      case Statement.Choose _, Statement.If _, Statement.Match _ -> together(Walk.inside(statement));
      case Statement.Declare _, Statement.Let _, Statement.Assign _, Statement.Evaluate _,
          Statement.Assert _ ->
          Start.NOTHING;
    };
  }

  private static Start together(List<? extends Statement> statements) {
    boolean allWait = !statements.isEmpty() && statements.stream().allMatch(s -> start(s) == Start.WAITS);
    boolean allNothing = statements.stream().allMatch(s -> start(s) == Start.NOTHING);
    return allWait ? Start.WAITS : allNothing ? Start.NOTHING : Start.ACTS;
  }

  private static boolean isWaiting(Guard guard) {
    return switch (guard) {
      case Guard.Receive _, Guard.Accept _, Guard.Unheard _ -> true;
      case Guard.Sync _, Guard.End _, Guard.After _, Guard.Else _ -> false;
    };
  }
}
