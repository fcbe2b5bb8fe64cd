package org.graphline.checker.candidate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.graphline.checker.candidate.Moves.Move;
import org.graphline.checker.product.Product;

/// Looks for runs that end in a stuck group, candidate after candidate, in rounds that let more and more of
/// the network take part.
public final class StuckSearch {
  /// What a search may do in all: some minutes.
  private static final long WORK = 1L << 33;
  /// What is spent on one candidate in the first round, and as many plans of the whole network at least;
  /// eight times as much in each later one.
  private static final long FIRST_WORK = 1L << 20;
  private static final long FIRST_PLANS = 8;
  private static final int ROUNDS = 5;
  /// What is spent on leaving out steps: a second or a few.
  private static final long SLICE_WORK = 1L << 24;

  private final Moves moves;
  private final int[] start;
  private final Budget budget;
  private Relaxation whole;

  private StuckSearch(Product product, BooleanSupplier isOver) {
    this.moves = new Moves(product);
    this.start = product.initial().stream().mapToInt(Integer::intValue).toArray();
    this.budget = new Budget(WORK, isOver);
  }

  /// Returns a run from the initial state after which somebody is stuck, or nothing, which says nothing.
  ///
  /// @param isOver asked now and then whether to give up
  public static Optional<ProductRun> find(Product product, List<Candidate> candidates, BooleanSupplier isOver) {
    return new StuckSearch(product, isOver).find(candidates);
  }

  private record Attempt(Goal goal, BitSet cluster) {}

  private Optional<ProductRun> find(List<Candidate> candidates) {
    List<Attempt> attempts = candidates.stream().flatMap(c -> Goal.of(c, moves).stream())
        .flatMap(g -> attempt(g).stream()).toList();
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
        new GuidedSearch(moves, attempt.goal(), attempt.cluster(), start, relaxation, part).search();
    budget.giveBack(part);
    return run.map(this::shorter);
  }

  private ProductRun shorter(List<Taken> run) {
    int[] end = start.clone();
    run.forEach(t -> t.move().take(end));
    var all = new ArrayList<Integer>();
    run.forEach(t -> {
      for (int field : t.move().changed()) {
        if (field < moves.product().instances()) {
          all.add(field);
        }
      }
    });
    Set<Integer> group = new StuckTest(moves).group(all, end, Integer.MAX_VALUE);
    return new ProductRun(start, new Slice(moves, start, end, group, budget.part(SLICE_WORK)).of(run));
  }
}
