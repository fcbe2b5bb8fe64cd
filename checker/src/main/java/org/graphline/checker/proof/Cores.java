package org.graphline.checker.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.graphline.checker.candidate.Candidate;
import org.graphline.checker.candidate.Candidate.Place;
import org.graphline.checker.product.Standing.Need;
import org.graphline.checker.product.Standing.Supporter;

/// Groups that arc consistency leaves possible: from someone busy in a local state that is left, everyone
/// whom it would need is given a local state in which it would be stuck too, and so on, with chronological
/// backtracking. Small groups first; none of them need be reachable.
final class Cores {
  /// So many groups that look alike are kept, and so many who do are tried as the first of a large one.
  private static final int OF_A_KIND = 3;
  private static final int MOST = 48;
  private static final int SMALLEST = 2;
  private static final int SMALL = 16;
  /// How often a choice is taken back, for small groups and for others.
  private static final int FEW_TRIES = 32;
  private static final int MOST_TRIES = 1 << 14;

  private final Wiring wiring;
  private final Waiting waiting;
  private final Neighbors neighbors;
  private final ArcConsistency consistency;
  private final Map<Integer, int[]> depths = new HashMap<>();

  Cores(Wiring wiring, Waiting waiting, Neighbors neighbors, ArcConsistency consistency) {
    this.wiring = wiring;
    this.waiting = waiting;
    this.neighbors = neighbors;
    this.consistency = consistency;
  }

  /// Returns some, the smallest first.
  List<Candidate> find() {
    List<Place> seeds = seeds();
    var found = new Found();
    for (int size = SMALLEST; size <= SMALL; size *= 2) {
      for (Place seed : seeds) {
        grow(seed, size, FEW_TRIES).ifPresent(found::add);
      }
    }
    Map<Kind, Integer> tried = new HashMap<>();
    for (Place seed : seeds) {
      if (tried.merge(kind(seed), 1, Integer::sum) <= OF_A_KIND) {
        grow(seed, Integer.MAX_VALUE, MOST_TRIES).ifPresent(found::add);
      }
    }
    return found.smallestFirst();
  }

  /// What tells instances apart as far as is seen at once.
  private record Kind(int size, int neighbors, int state) {}

  private Kind kind(Place place) {
    return new Kind(wiring.size(place.instance()), neighbors.of(place.instance()).size(), place.state());
  }

  /// Groups that were found: few of those that look alike.
  private final class Found {
    private final List<Candidate> all = new ArrayList<>();
    private final Set<Set<Place>> known = new HashSet<>();
    private final Map<Map<Kind, Long>, Integer> alike = new HashMap<>();

    void add(Candidate core) {
      if (known.add(Set.copyOf(core.places()))) {
        Map<Kind, Long> kinds = core.places().stream().collect(Collectors.groupingBy(Cores.this::kind,
            Collectors.counting()));
        if (alike.merge(kinds, 1, Integer::sum) <= OF_A_KIND) {
          all.add(core);
        }
      }
    }

    List<Candidate> smallestFirst() {
      all.sort(Comparator.comparingInt(c -> c.places().size()));
      return all.subList(0, Math.min(MOST, all.size()));
    }
  }

  private List<Place> seeds() {
    var seeds = new ArrayList<Place>();
    for (int i = 0; i < wiring.instances(); i++) {
      BitSet left = consistency.left(i);
      for (int s = left.nextSetBit(0); s >= 0; s = left.nextSetBit(s + 1)) {
        if (!waiting.standing(i, s).rests()) {
          seeds.add(new Place(i, s, true));
        }
      }
    }
    seeds.sort(Comparator.comparingInt(p -> depth(p.instance())[p.state()]));
    return seeds;
  }

  /// How many steps it takes an instance alone to get to each of its local states.
  private int[] depth(int instance) {
    return depths.computeIfAbsent(instance, i -> {
      int[] depth = new int[wiring.size(i)];
      java.util.Arrays.fill(depth, Integer.MAX_VALUE);
      int start = wiring.product().initial().get(i);
      depth[start] = 0;
      var open = new ArrayDeque<>(List.of(start));
      while (!open.isEmpty()) {
        int from = open.poll();
        for (Wiring.Edge edge : wiring.alone(i)) {
          if (edge.from() == from && depth[edge.to()] == Integer.MAX_VALUE) {
            depth[edge.to()] = depth[from] + 1;
            open.add(edge.to());
          }
        }
      }
      return depth;
    });
  }

  /// One who may be needed, and where it may be.
  private record Demand(int instance, BitSet stuck, BitSet useless) {}

  /// A demand of which any one is to be met.
  private record Task(List<Demand> any) {}

  /// A choice that was made, and what was there before.
  private record Choice(int task, List<Place> rest, int tasks, int places) {}

  /// Returns a group with `seed`, unless it would be larger than `most`, or so many tries lead to none.
  private Optional<Candidate> grow(Place seed, int most, int mostTries) {
    Map<Integer, Place> places = new HashMap<>();
    var order = new ArrayList<Place>();
    var tasks = new ArrayList<Task>();
    var choices = new ArrayDeque<Choice>();
    put(seed, places, order, tasks);
    int tries = 0;
    for (int at = 0; at < tasks.size(); at++) {
      List<Place> options = options(tasks.get(at), places);
      while (options.isEmpty() || order.size() > most) {
        if (choices.isEmpty() || ++tries > mostTries) {
          return Optional.empty();
        }
        Choice last = choices.pop();
        at = last.task();
        options = last.rest();
        tasks.subList(last.tasks(), tasks.size()).clear();
        while (order.size() > last.places()) {
          places.remove(order.removeLast().instance());
        }
      }
      Place chosen = options.getFirst();
      choices.push(new Choice(at, options.subList(1, options.size()), tasks.size(), order.size()));
      if (!places.containsKey(chosen.instance())) {
        put(chosen, places, order, tasks);
      }
      wiring.effort().spend(1 + options.size());
    }
    return order.size() > most ? Optional.empty() : Optional.of(new Candidate(order));
  }

  private void put(Place place, Map<Integer, Place> places, List<Place> order, List<Task> tasks) {
    places.put(place.instance(), place);
    order.add(place);
    if (place.stuck()) {
      tasks.addAll(tasks(place.instance(), place.state()));
    }
  }

  /// What must be so if the instance is stuck in the state.
  private List<Task> tasks(int instance, int state) {
    var all = new ArrayList<Task>();
    for (Neighbors.Side side : neighbors.of(instance)) {
      BitSet needed = waiting.needed(instance, state, side.other());
      var stuck = (BitSet) side.waiting().row(state).clone();
      stuck.and(needed);
      stuck.and(consistency.left(side.other()));
      var useless = (BitSet) side.still().row(state).clone();
      useless.andNot(needed);
      if (!needed.isEmpty()) {
        all.add(new Task(List.of(new Demand(side.other(), stuck, useless))));
      }
    }
    for (Need need : waiting.joint(instance, state)) {
      var any = new ArrayList<Demand>();
      for (Supporter supporter : need.supporters()) {
        BitSet by = waiting.states(supporter);
        by.and(consistency.left(supporter.instance()));
        Neighbors.Side side = neighbors.find(instance, supporter.instance());
        if (side != null) {
          by.and(side.waiting().row(state));
        }
        any.add(new Demand(supporter.instance(), by, new BitSet()));
      }
      all.add(new Task(any));
    }
    return all;
  }

  /// The ways to meet a demand that go with who has its place already, those nearest to the initial state
  /// first.
  private List<Place> options(Task task, Map<Integer, Place> places) {
    var all = new ArrayList<Place>();
    for (Demand demand : task.any()) {
      Place there = places.get(demand.instance());
      if (there == null) {
        demand.stuck().stream().forEach(s -> all.add(new Place(demand.instance(), s, true)));
        demand.useless().stream().forEach(s -> all.add(new Place(demand.instance(), s, false)));
      } else if (there.stuck() ? demand.stuck().get(there.state()) || demand.useless().get(there.state())
          : demand.useless().get(there.state())) {
        all.add(there);
      }
    }
    all.sort(Comparator.comparingInt(p -> depth(p.instance())[p.state()]));
    return all;
  }
}
