package org.graphline.checker.candidate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphline.checker.candidate.Moves.Move;

/// Looks for a run to what is aimed at, led by plans that forget nothing. As many steps of such a plan as are
/// possible are taken at once (Vidal, "A Lookahead Strategy for Heuristic Search Planning", ICAPS 2004);
/// where that leads no nearer, what is nearest to the goal is looked at first, steps of the plan before all
/// others. Only fields of a cluster change.
final class GuidedSearch {
  private static final long MOST_CELLS = 1L << 26;
  /// With more steps than this in a cluster only those of the plan are tried.
  private static final int MANY_MOVES = 4_000;

  private final Moves moves;
  private final Aim aim;
  private final Goal goal;
  private final int[] cluster;
  private final int[] values;
  private final Relaxation relaxation;
  private final Budget budget;
  private final Set<Long> seen = new HashSet<>();
  private final java.util.PriorityQueue<Choice> open = new java.util.PriorityQueue<>();
  private final java.util.PriorityQueue<Choice> likely = new java.util.PriorityQueue<>();
  private long made;
  private long cells;
  private Run found;

  GuidedSearch(Moves moves, Aim aim, Goal goal, BitSet cluster, int[] start, Relaxation relaxation, Budget budget) {
    this.moves = moves;
    this.aim = aim;
    this.goal = goal;
    this.cluster = cluster.stream().toArray();
    this.values = start.clone();
    this.relaxation = relaxation;
    this.budget = budget;
  }

  /// A run as the steps taken last, after another one.
  ///
  /// @param state the values of the cluster's fields
  private record Run(Run before, List<Taken> last, int[] state) {}

  /// A step to be tried from the end of a run.
  private record Choice(Run run, Move move, int distance, long number) implements Comparable<Choice> {
    @Override
    public int compareTo(Choice other) {
      return distance != other.distance ? Integer.compare(distance, other.distance)
          : Long.compare(number, other.number);
    }
  }

  /// Returns a run that ends as is aimed at, if one is found.
  Optional<List<Taken>> search() {
    Run start = new Run(null, List.of(), state());
    seen.add(fingerprint());
    visit(start);
    boolean turn = false;
    while (found == null && !(likely.isEmpty() && open.isEmpty()) && cells < MOST_CELLS && budget.isLeft()) {
      turn = !turn;
      Choice choice = likely.isEmpty() || turn && !open.isEmpty() ? open.poll() : likely.poll();
      load(choice.run());
      if (choice.move().isEnabled(values)) {
        int letter = choice.move().take(values);
        boolean faulty = moves.isFaultyAfter(choice.move(), values);
        if (faulty ? aim.isError() : seen.add(fingerprint())) {
          Run next = new Run(choice.run(), List.of(new Taken(choice.move(), letter)), state());
          if (isReached(choice.move())) {
            found = next;
          } else if (!faulty) {
            visit(next);
          }
        }
      }
    }
    return Optional.ofNullable(found).map(GuidedSearch::steps);
  }

  private static List<Taken> steps(Run end) {
    var parts = new ArrayDeque<List<Taken>>();
    for (Run run = end; run != null; run = run.before()) {
      parts.push(run.last());
    }
    return parts.stream().flatMap(List::stream).toList();
  }

  /// Looks at the end of a run, where the values are; follows plans from there as long as they lead on.
  private void visit(Run run) {
    Run at = run;
    while (at != null && found == null && budget.isLeft()) {
      long before = relaxation.work();
      List<Move> plan = relaxation.plan(values, goal);
      budget.spend(relaxation.work() - before);
      if (plan == null) {
        return;
      }
      if (plan.isEmpty() && aim.isReached(goal, values)) {
        found = at;
        return;
      }
      choices(at, plan);
      at = plan.isEmpty() ? null : follow(at, plan);
    }
  }

  private void choices(Run run, List<Move> plan) {
    var planned = new BitSet();
    for (Move move : plan) {
      if (move.isEnabled(values)) {
        planned.set(move.number());
        likely.add(new Choice(run, move, plan.size(), made++));
      }
    }
    if (relaxation.inside().size() <= MANY_MOVES) {
      for (Move move : relaxation.inside()) {
        if (move.isEnabled(values) && !planned.get(move.number())) {
          open.add(new Choice(run, move, plan.size(), made++));
        }
      }
      budget.spend(relaxation.inside().size());
    }
  }

  /// Takes all steps of a plan that are possible, in its order, again and again; returns null where that
  /// leads to nothing new.
  private Run follow(Run run, List<Move> plan) {
    var taken = new ArrayList<Taken>();
    List<Move> left = plan;
    boolean changed = true;
    while (changed && found == null) {
      var rest = new ArrayList<Move>();
      for (Move move : left) {
        if (found != null) {
          break;
        }
        if (!move.isEnabled(values)) {
          rest.add(move);
          continue;
        }
        int letter = move.take(values);
        taken.add(new Taken(move, letter));
        boolean faulty = moves.isFaultyAfter(move, values);
        if ((!faulty || aim.isError()) && isReached(move)) {
          found = new Run(run, taken, state());
        } else if (faulty) {
          return null;
        }
      }
      budget.spend(left.size());
      changed = rest.size() < left.size();
      left = rest;
    }
    return found == null && !taken.isEmpty() && seen.add(fingerprint()) ? new Run(run, taken, state()) : null;
  }

  private boolean isReached(Move move) {
    budget.spend(aim.work());
    return aim.isReached(move, values);
  }

  private int[] state() {
    cells += cluster.length;
    int[] state = new int[cluster.length];
    for (int i = 0; i < state.length; i++) {
      state[i] = values[cluster[i]];
    }
    return state;
  }

  private void load(Run run) {
    for (int i = 0; i < cluster.length; i++) {
      values[cluster[i]] = run.state()[i];
    }
  }

  private long fingerprint() {
    long hash = 0;
    for (int field : cluster) {
      hash = (hash + values[field] + 1) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return hash;
  }
}
