package org.graphline.checker.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.checker.certificate.Certificate;

/// Finds ranks and potentials that show, along single waits, what [Variants] shows of cycles.
final class Ranker {
  /// Homes are sought so far along the cycle of a component, as for the proof.
  private static final int LATEST = 2;

  private final Wiring wiring;
  private final Waiting waiting;
  private final ArcConsistency consistency;
  private final Map<Long, Integer> nodes = new LinkedHashMap<>();
  private final List<int[]> waits = new ArrayList<>();
  private final List<Arc> arcs = new ArrayList<>();

  Ranker(Wiring wiring, Waiting waiting, ArcConsistency consistency) {
    this.wiring = wiring;
    this.waiting = waiting;
    this.consistency = consistency;
  }

  /// From one node to another: who waits, and for whom.
  private record Arc(int from, int to, int one, int state, int other, int otherState) {}

  Optional<Certificate.Ranking> rank() {
    if (!findWaits()) {
      return Optional.empty();
    }
    for (int late = 0; late <= LATEST; late++) {
      Optional<Certificate.Ranking> ranking = rank(new Rounds(wiring, late));
      if (ranking.isPresent()) {
        return ranking;
      }
    }
    return Optional.empty();
  }

  private int node(int instance, int state) {
    return nodes.computeIfAbsent((long) instance << Integer.SIZE | state, _ -> {
      waits.add(new int[] {instance, state, ArcConsistency.NOBODY});
      return waits.size() - 1;
    });
  }

  /// Finds for each local state that is left one other who must be stuck too, beginning with those of the busy.
  private boolean findWaits() {
    for (int i = 0; i < wiring.instances(); i++) {
      int instance = i;
      consistency.left(i).stream().filter(s -> !waiting.standing(instance, s).rests()).forEach(s -> node(instance, s));
    }
    for (int from = 0; from < waits.size(); from++) {
      int[] wait = waits.get(from);
      wait[2] = consistency.leansOn(wait[0], wait[1]);
      if (wait[2] == ArcConsistency.NOBODY) {
        return false;
      }
      for (ArcConsistency.Explained by : consistency.explanations(wait[0], wait[1], wait[2])) {
        for (int t = by.states().nextSetBit(0); t >= 0; t = by.states().nextSetBit(t + 1)) {
          wiring.effort().spend(1);
          arcs.add(new Arc(from, node(by.other(), t), wait[0], wait[1], by.other(), t));
        }
      }
    }
    return true;
  }

  private Optional<Certificate.Ranking> rank(Rounds rounds) {
    Map<Long, List<Integer>> byPair = new LinkedHashMap<>();
    for (int i = 0; i < arcs.size(); i++) {
      byPair.computeIfAbsent((long) arcs.get(i).one() << Integer.SIZE | arcs.get(i).other(), _ -> new ArrayList<>())
          .add(i);
    }
    var weights = new int[arcs.size()];
    Arrays.fill(weights, Rounds.ANY);
    var leads = new ArrayList<Certificate.Lead>();
    byPair.forEach((pair, of) -> weigh((int) (pair >>> Integer.SIZE), pair.intValue(), of, rounds, weights)
        .ifPresent(leads::add));
    int[] ranks = ranks(weights);
    long[] potentials = ranks == null ? null : potentials(ranks, weights);
    if (potentials == null) {
      return Optional.empty();
    }
    var ranked = new ArrayList<Certificate.Wait>();
    for (int i = 0; i < ranks.length; i++) {
      int[] wait = waits.get(i);
      ranked.add(new Certificate.Wait(wait[0], wait[1], wait[2], ranks[i], potentials[i]));
    }
    ranked.sort(Comparator.comparingInt(Certificate.Wait::instance).thenComparingInt(Certificate.Wait::state));
    leads.sort(Comparator.comparingInt(Certificate.Lead::one).thenComparingInt(Certificate.Lead::other));
    var homes = new int[wiring.instances()];
    Arrays.setAll(homes, rounds::home);
    return Optional.of(new Certificate.Ranking(homes, leads, ranked));
  }

  private Optional<Certificate.Lead> weigh(int one, int other, List<Integer> of, Rounds rounds, int[] weights) {
    PairSpace space = PairSpace.of(wiring, new Projection(wiring.product()), Math.min(one, other),
        Math.max(one, other));
    if (space == null) {
      return Optional.empty();
    }
    boolean turned = one > other;
    int[] ahead = rounds.ahead(space, one, other, turned);
    int[] reached = space.reached().stream().toArray();
    var least = new int[reached.length];
    Map<Long, Integer> together = new HashMap<>();
    for (int i = 0; i < reached.length; i++) {
      int lead = ahead[reached[i]];
      least[i] = lead == Rounds.ANY ? Certificate.Lead.ANY : lead;
      if (space.moving(reached[i]) == 0) {
        int[] values = space.values(reached[i]);
        together.merge((long) values[turned ? 1 : 0] << Integer.SIZE | values[turned ? 0 : 1], lead, Math::min);
      }
    }
    for (int i : of) {
      weights[i] = together.getOrDefault((long) arcs.get(i).state() << Integer.SIZE | arcs.get(i).otherState(),
          Rounds.ANY);
    }
    return Optional.of(new Certificate.Lead(one, other, least));
  }

  /// The least ranks that fall along each arc without a bound and grow along none; null if there are none.
  private int[] ranks(int[] weights) {
    int[] components = components();
    var byComponent = new ArrayList<List<Arc>>();
    for (int i = 0; i < components.length; i++) {
      byComponent.add(new ArrayList<>());
    }
    Map<Arc, Integer> falls = new HashMap<>();
    for (int i = 0; i < weights.length; i++) {
      Arc arc = arcs.get(i);
      byComponent.get(components[arc.from()]).add(arc);
      falls.put(arc, weights[i] == Rounds.ANY ? 1 : 0);
    }
    var least = new int[components.length];
    for (int c = 0; c < components.length; c++) {
      for (Arc arc : byComponent.get(c)) {
        int to = components[arc.to()];
        if (to == c && falls.get(arc) > 0) {
          return null;
        }
        least[c] = to == c ? least[c] : Math.max(least[c], least[to] + falls.get(arc));
      }
    }
    return Arrays.stream(components).map(c -> least[c]).toArray();
  }

  /// Components are numbered so that no arc leads to a larger number.
  private int[] components() {
    var first = new int[waits.size() + 1];
    arcs.forEach(a -> first[a.from() + 1]++);
    for (int i = 0; i < waits.size(); i++) {
      first[i + 1] += first[i];
    }
    var targets = new int[arcs.size()];
    int[] at = Arrays.copyOf(first, waits.size());
    arcs.forEach(a -> targets[at[a.from()]++] = a.to());
    return Components.of(first, targets);
  }

  /// Shortest distances where ranks are equal, each arc weighing `weight * (nodes + 1) - 1` (Bellman, Ford);
  /// null if some cycle is not positive.
  private long[] potentials(int[] ranks, int[] weights) {
    long scale = waits.size() + 1L;
    var outgoing = new ArrayList<List<Integer>>();
    waits.forEach(_ -> outgoing.add(new ArrayList<>()));
    for (int i = 0; i < arcs.size(); i++) {
      if (ranks[arcs.get(i).from()] == ranks[arcs.get(i).to()]) {
        outgoing.get(arcs.get(i).from()).add(i);
      }
    }
    var distances = new long[waits.size()];
    var lengths = new int[waits.size()];
    var open = new ArrayDeque<Integer>();
    var isOpen = new BitSet();
    for (int i = 0; i < distances.length; i++) {
      open.add(i);
      isOpen.set(i);
    }
    while (!open.isEmpty()) {
      int node = open.poll();
      isOpen.clear(node);
      for (int i : outgoing.get(node)) {
        wiring.effort().spend(1);
        int to = arcs.get(i).to();
        long reached = distances[node] + weights[i] * scale - 1;
        if (reached < distances[to]) {
          distances[to] = reached;
          lengths[to] = lengths[node] + 1;
          if (lengths[to] > waits.size()) {
            return null;
          }
          if (!isOpen.get(to)) {
            isOpen.set(to);
            open.add(to);
          }
        }
      }
    }
    return distances;
  }
}
