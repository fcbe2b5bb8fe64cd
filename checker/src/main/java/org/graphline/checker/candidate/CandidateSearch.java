package org.graphline.checker.candidate;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphline.checker.candidate.Moves.Move;

/// Looks for runs that end as is aimed at, goal after goal, in rounds that let more and more of the network take
/// part.
final class CandidateSearch {
  /// What is spent on one candidate in the first round, and as many plans of the whole network at least;
  /// eight times as much in each later one.
  private static final long FIRST_WORK = 1L << 20;
  private static final long FIRST_PLANS = 8;
  private static final int ROUNDS = 5;
  /// What is spent on leaving out steps: a second or a few.
  private static final long SLICE_WORK = 1L << 24;

  private final Moves moves;
  private final Aim aim;
  private final int[] start;
  private final Budget budget;
  private Relaxation whole;

  /// @param start the values of all fields in the initial state
  CandidateSearch(Moves moves, Aim aim, int[] start, Budget budget) {
    this.moves = moves;
    this.aim = aim;
    this.start = start;
    this.budget = budget;
  }

  private record Attempt(Goal goal, BitSet cluster) {}

  /// Returns a run from the initial state, led to one of the goals; or nothing, which says nothing.
  Optional<ProductRun> find(List<Goal> goals) {
    List<Attempt> attempts = goals.stream().flatMap(g -> attempt(g).stream()).toList();
    long work = Math.max(FIRST_WORK, attempts.isEmpty() ? 0 : FIRST_PLANS * whole.work() / attempts.size());
    for (int round = 0; round < ROUNDS && budget.isLeft(); round++) {
      for (Attempt attempt : attempts) {
        Optional<ProductRun> found = search(attempt, work);
        if (found.isPresent()) {
          return found;
        }
        widen(attempt.cluster());
      }
      work *= 8;
    }
    return Optional.empty();
  }

  /// The cluster of a first plan; nothing if even a plan that forgets nothing does not lead there.
  private Optional<Attempt> attempt(Goal goal) {
    if (!budget.isLeft()) {
      return Optional.empty();
    }
    if (whole == null) {
      var all = new BitSet();
      all.set(0, start.length);
      whole = new Relaxation(moves, all, start);
    }
    long before = whole.work();
    List<Move> plan = whole.plan(start, goal);
    budget.spend(whole.work() - before);
    if (plan == null) {
      return Optional.empty();
    }
    var cluster = new BitSet();
    goal.wanted().keySet().forEach(cluster::set);
    plan.forEach(m -> {
      for (int field : m.changed()) {
        cluster.set(field);
      }
    });
    lines(cluster);
    return Optional.of(new Attempt(goal, cluster));
  }

  /// Adds what lies around the instances of a cluster but is no instance.
  private void lines(BitSet cluster) {
    for (int i : instances(cluster)) {
      for (int number : moves.moving(i)) {
        moves.get(number).touched().filter(f -> f >= moves.product().instances()).forEach(cluster::set);
      }
    }
  }

  private void widen(BitSet cluster) {
    for (int i : instances(cluster)) {
      for (int number : moves.moving(i)) {
        for (int field : moves.get(number).changed()) {
          cluster.set(field);
        }
      }
    }
    lines(cluster);
  }

  private int[] instances(BitSet cluster) {
    return cluster.stream().takeWhile(f -> f < moves.product().instances()).toArray();
  }

  private Optional<ProductRun> search(Attempt attempt, long work) {
    Budget part = budget.part(work);
    var relaxation = new Relaxation(moves, attempt.cluster(), start);
    Optional<List<Taken>> run =
        new GuidedSearch(moves, aim, attempt.goal(), attempt.cluster(), start, relaxation, part).search();
    budget.giveBack(part);
    return run.map(this::shorter);
  }

  private ProductRun shorter(List<Taken> run) {
    int[] end = start.clone();
    run.forEach(t -> t.move().take(end));
    Set<Integer> shown = aim.shown(run, end);
    return new ProductRun(start, new Slice(moves, start, end, aim, shown, budget.part(SLICE_WORK)).of(run));
  }
}
