package org.graphline.checker.refinement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.graphline.checker.engine.StepGraph;
import org.graphline.checker.space.IntPages;
import org.graphline.checker.space.MemoryBudget;

/// A state space made deterministic, as far as it is asked for: a *node* is the set of all states the network
/// may be in after one history of events (Roscoe 2010, 16.1, "normalisation").
///
/// For each node are known the events that may come next, whether the network may diverge there, and what it
/// accepts at least: the minimal sets of events one of which it accepts in full where it stands still.
final class NormalForm {
  private static final int UNKNOWN = -2;
  /// The answer when a history is impossible.
  static final int NONE = -1;

  private final VisibleGraph graph;
  private final IntPredicate divergent;
  private final MemoryBudget budget;
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final IntPages marks;
  private int mark;

  /// @param divergent whether the network may go on for ever from a state without showing anything
  NormalForm(VisibleGraph graph, IntPredicate divergent, MemoryBudget budget) {
    this.graph = graph;
    this.divergent = divergent;
    this.budget = budget;
    this.marks = new IntPages(budget);
    node(graph.isFaulty(0) ? List.of() : List.of(0), new BitSet());
  }

  private record Key(int[] members, BitSet ended) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key(int[] theirs, BitSet theirEnds) && Arrays.equals(members, theirs)
          && ended.equals(theirEnds);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(members) + ended.hashCode();
    }
  }

  private static final class Node {
    private final int[] members;
    private final BitSet ended;
    private final BitSet initials = new BitSet();
    private int[] next = new int[0];
    private List<BitSet> acceptances = List.of();
    private boolean diverges;

    Node(int[] members, BitSet ended) {
      this.members = members;
      this.ended = ended;
    }
  }

  /// Returns the node before anything was seen.
  static int initial() {
    return 0;
  }

  /// Returns the node after one more event, or [#NONE].
  int after(int node, int event) {
    Node from = nodes.get(node);
    if (!from.initials.get(event)) {
      return NONE;
    }
    if (event >= from.next.length) {
      int length = from.next.length;
      from.next = Arrays.copyOf(from.next, from.initials.length());
      Arrays.fill(from.next, length, from.next.length, UNKNOWN);
    }
    if (from.next[event] == UNKNOWN) {
      from.next[event] = successor(from, event);
    }
    return from.next[event];
  }

  private int successor(Node from, int event) {
    var targets = new ArrayList<Integer>();
    boolean ends = false;
    StepGraph steps = graph.graph();
    for (int member : from.members) {
      if (graph.ends(member).get(event)) {
        ends = true;
        targets.add(member);
      }
      for (int t = steps.first(member); t >= 0; t = steps.next(t)) {
        if (steps.classOf(t) == event && !graph.isFaulty(steps.target(t))) {
          targets.add(steps.target(t));
        }
      }
    }
    var ended = (BitSet) from.ended.clone();
    ended.set(event, ends);
    return node(targets, ended);
  }

  private int node(List<Integer> from, BitSet ended) {
    int[] members = closure(from);
    var key = new Key(members, ended);
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    budget.reserve(200L + 4L * members.length);
    var node = new Node(members, ended);
    describe(node);
    nodes.add(node);
    numbers.put(key, nodes.size() - 1);
    return nodes.size() - 1;
  }

  /// All states that can be reached without showing anything, in order.
  private int[] closure(List<Integer> from) {
    mark++;
    int[] found = new int[from.size() + 8];
    int count = 0;
    for (int state : from) {
      if (isNew(state)) {
        found[count++] = state;
      }
    }
    StepGraph steps = graph.graph();
    for (int next = 0; next < count; next++) {
      int state = found[next];
      graph.explore(state);
      for (int t = steps.first(state); t >= 0; t = steps.next(t)) {
        int target = steps.target(t);
        if (steps.classOf(t) == Alphabet.INTERNAL && !graph.isFaulty(target) && isNew(target)) {
          found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
          found[count++] = target;
        }
      }
    }
    int[] members = Arrays.copyOf(found, count);
    Arrays.sort(members);
    return members;
  }

  /// Marks a state; reports whether this closure has not met it before.
  private boolean isNew(int state) {
    while (marks.size() <= state) {
      marks.add(0);
    }
    boolean isNew = marks.get(state) != mark;
    marks.set(state, mark);
    return isNew;
  }

  private void describe(Node node) {
    var acceptances = new ArrayList<BitSet>();
    StepGraph steps = graph.graph();
    for (int member : node.members) {
      node.diverges |= divergent.test(member);
      for (int t = steps.first(member); t >= 0; t = steps.next(t)) {
        if (steps.classOf(t) != Alphabet.INTERNAL && !graph.isFaulty(steps.target(t))) {
          node.initials.set(steps.classOf(t));
        }
      }
      BitSet ends = unseenEnds(member, node.ended);
      node.initials.or(ends);
      if (graph.isStable(member)) {
        ends.or(graph.accepted(member));
        addMinimal(ends, acceptances);
      }
    }
    node.acceptances = List.copyOf(acceptances);
  }

  private BitSet unseenEnds(int state, BitSet ended) {
    var ends = (BitSet) graph.ends(state).clone();
    ends.andNot(ended);
    return ends;
  }

  private static void addMinimal(BitSet set, List<BitSet> minimal) {
    if (minimal.stream().noneMatch(known -> contains(set, known))) {
      minimal.removeIf(known -> contains(known, set));
      minimal.add(set);
    }
  }

  /// Reports whether `outer` has everything that is in `inner`.
  static boolean contains(BitSet outer, BitSet inner) {
    var rest = (BitSet) inner.clone();
    rest.andNot(outer);
    return rest.isEmpty();
  }

  /// Returns the events that may come next.
  BitSet initials(int node) {
    return nodes.get(node).initials;
  }

  /// Returns the ends seen so far.
  BitSet ended(int node) {
    return nodes.get(node).ended;
  }

  /// Returns the minimal sets of events that the network accepts in full where it stands still; empty if it
  /// never does.
  List<BitSet> acceptances(int node) {
    return nodes.get(node).acceptances;
  }

  /// Reports whether the network may go on for ever without showing anything more.
  boolean diverges(int node) {
    return nodes.get(node).diverges;
  }

  int size() {
    return nodes.size();
  }
}
