package org.graphline.checker.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphline.checker.verdict.WaitForGraph;
import org.graphline.checker.verdict.WaitForGraph.Waiter;
import org.graphline.model.automaton.Site;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Wait;

/// Draws up who waits for whom.
final class WaitChart {
  /// Among more than this the shortest cycle is not looked for.
  private static final int MANY = 1_000;

  private final Semantics semantics;
  private final Parties parties;

  WaitChart(Semantics semantics) {
    this.semantics = semantics;
    this.parties = new Parties(semantics);
  }

  /// Returns who waits for whom in `state` among `instances`.
  WaitForGraph among(State state, List<Integer> instances) {
    Set<Integer> members = new HashSet<>(instances);
    List<Waiter> waiters = semantics.waits(state).stream().filter(w -> members.contains(w.instance()))
        .map(w -> waiter(state, w)).toList();
    return new WaitForGraph(waiters, cycle(waiters));
  }

  private Waiter waiter(State state, Wait wait) {
    int choice = wait.needs().size() == 1 ? wait.needs().getFirst().choice() : -1;
    Site site = parties.site(wait.instance(), wait.node(), choice);
    List<Integer> partners = wait.needs().stream().flatMap(n -> n.partners().stream()).distinct().sorted()
        .toList();
    return new Waiter(wait.instance(), parties.name(wait.instance()), site.action(), site.span(),
        semantics.rests(state, wait.instance()), partners, wait);
  }

  /// Returns a shortest cycle, one through a busy component if there is any; among many just some cycle.
  private static List<Integer> cycle(List<Waiter> waiters) {
    Map<Integer, Set<Integer>> arrows = new LinkedHashMap<>();
    waiters.forEach(w -> arrows.computeIfAbsent(w.instance(), _ ->
            new LinkedHashSet<>()).addAll(w.waitsFor()));
    List<Integer> shortest = List.of();
    for (Waiter waiter : waiters) {
      if (!waiter.rests() && (shortest.isEmpty() || waiters.size() <= MANY)) {
        List<Integer> cycle = cycleThrough(waiter.instance(), arrows);
        if (!cycle.isEmpty() && (shortest.isEmpty() || cycle.size() < shortest.size())) {
          shortest = cycle;
        }
      }
    }
    return shortest;
  }

  private static List<Integer> cycleThrough(int start, Map<Integer, Set<Integer>> arrows) {
    Map<Integer, Integer> cameFrom = new HashMap<>();
    var queue = new ArrayList<Integer>();
    queue.add(start);
    for (int i = 0; i < queue.size(); i++) {
      for (int next : arrows.getOrDefault(queue.get(i), Set.of())) {
        if (next == start) {
          var cycle = new ArrayList<Integer>();
          for (int at = queue.get(i); at != start; at = cameFrom.get(at)) {
            cycle.add(at);
          }
          cycle.add(start);
          return cycle.reversed();
        }
        if (cameFrom.putIfAbsent(next, queue.get(i)) == null) {
          queue.add(next);
        }
      }
    }
    return List.of();
  }
}
