package org.graphline.checker.product;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graphline.checker.local.LocalSpace;
import org.graphline.checker.local.LocalState;
import org.graphline.checker.local.Stance;
import org.graphline.checker.local.Takings;
import org.graphline.checker.product.ProcessOffers.Here;
import org.graphline.model.network.End;

/// Who would take what is offered at an end: the threads that stand at a `receive` or `accept`, or at a `select` with
/// such a case. Grouped by what priority asks, and so that each local state is at most once in a group.
final class Takers {
  private final Assembly assembly;
  private final Rules rules;
  private final Map<End, List<Group>> groups = new HashMap<>();

  Takers(Assembly assembly, Rules rules) {
    this.assembly = assembly;
    this.rules = rules;
  }

  /// Takers of one kind: for each local state where it gets to, or null; and what priority asks.
  static final class Group {
    private final List<Condition> allowed;
    private final Takings[] takings;
    private final Map<Long, Table> tables = new HashMap<>();

    private Group(List<Condition> allowed, int states) {
      this.allowed = allowed;
      this.takings = new Takings[states];
    }

    List<Condition> allowed() {
      return allowed;
    }

    /// Where each local state gets to with a letter (from a client, counted from 1, or 0); -1 where nothing is taken.
    Table after(Assembly assembly, int client, int letter) {
      return tables.computeIfAbsent((long) client << Integer.SIZE | letter, _ -> {
        int[] all = new int[takings.length];
        for (int s = 0; s < all.length; s++) {
          all[s] = takings[s] == null ? -1 : takings[s].after(client, letter);
        }
        return assembly.shared(new Table(all));
      });
    }
  }

  private record Kind(List<Condition> allowed, int rank) {}

  /// Returns the groups of takers at an end.
  List<Group> at(End end) {
    return groups.computeIfAbsent(end, this::find);
  }

  /// A thread of the giver's own instance that takes: where that leads, and what priority asks.
  record Own(int next, List<Condition> allowed) {}

  /// Returns the threads of the giver's instance that would take what it gives.
  List<Own> own(Here here, int by, int giver, int taker, int client) {
    var all = new ArrayList<Own>();
    for (LocalState.Joint joint : here.own().joints()) {
      if (joint.by() == by && joint.giver() == giver && joint.taker() == taker && joint.client() == client) {
        List<Condition> allowed = joint.choice() < 0 ? List.of()
            : rules.isAllowed(here.instance(), here.own(), select(here, joint.to()), joint.choice());
        if (allowed.stream().noneMatch(Condition::isFalse)) {
          all.add(new Own(joint.next(), allowed));
        }
      }
    }
    return all;
  }

  private static Stance.Select select(Here here, int thread) {
    return here.own().stances().stream().filter(s -> s.thread() == thread).map(s -> (Stance.Select) s).findFirst()
        .orElseThrow();
  }

  private List<Group> find(End end) {
    LocalSpace space = assembly.spaces.space(end.instance());
    Map<Kind, Group> all = new LinkedHashMap<>();
    for (int s = 0; s < space.size(); s++) {
      LocalState state = space.state(s);
      if (!state.open().get(end.element())) {
        continue;
      }
      List<Taker> takers = takers(end, state);
      if (takers.isEmpty()) {
        continue;
      }
      Map<List<Condition>, Integer> ranks = new HashMap<>();
      for (Taker taker : takers) {
        int rank = ranks.merge(taker.allowed(), 1, Integer::sum);
        all.computeIfAbsent(new Kind(taker.allowed(), rank), k -> new Group(k.allowed(), space.size()))
            .takings[s] = taker.takings();
      }
    }
    return List.copyOf(all.values());
  }

  private record Taker(List<Condition> allowed, Takings takings) {}

  private List<Taker> takers(End end, LocalState state) {
    var all = new ArrayList<Taker>();
    for (Stance stance : state.stances()) {
      switch (stance) {
        case Stance.Receive(_, int element, var next, _) when element == end.element() ->
            all.add(new Taker(List.of(), next));
        case Stance.Accept(_, int element, var next, _) when element == end.element() ->
            all.add(new Taker(List.of(), next));
        case Stance.Select select -> {
          for (Stance.Case choice : select.cases()) {
            Takings takings = switch (choice.option()) {
              case Stance.Option.Receive(int element, var next) when element == end.element() -> next;
              case Stance.Option.Accept(int element, var next) when element == end.element() -> next;
              default -> null;
            };
            List<Condition> allowed = rules.isAllowed(end.instance(), state, select, choice.index());
            if (takings != null && allowed.stream().noneMatch(Condition::isFalse)) {
              all.add(new Taker(allowed, takings));
            }
          }
        }
        default -> { }
      }
    }
    return all;
  }
}
