package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.graphline.checker.certificate.Certificate.Constraint;
import org.graphline.checker.certificate.Certificate.Lemma;

/// Unit propagation in rounds, over constraints that count, which remembers why (Heule, Hunt, Wetzler,
/// "Trimming while Checking Clausal Proofs", FMCAD 2013, have the use it is put to).
final class Propagation {
  private static final int NONE = -1;

  private final Effort effort;
  private final List<Sum> constraints = new ArrayList<>();
  private final int[][] occurrences;
  private final int[] counts;
  private final List<Integer> units = new ArrayList<>();
  private final int[] rounds;
  private final int[] reasons;
  private final boolean[] on;
  private final List<Integer> trail = new ArrayList<>();
  private int[] falsified;

  Propagation(int variables, List<Constraint> formula, Effort effort) {
    this.effort = effort;
    this.rounds = new int[2 * variables + 2];
    this.reasons = new int[rounds.length];
    this.on = new boolean[rounds.length];
    this.falsified = new int[formula.size()];
    this.occurrences = new int[rounds.length][4];
    this.counts = new int[rounds.length];
    formula.forEach(this::add);
  }

  private record Sum(int least, int[] literals) {

    int size() {
      return literals.length;
    }
  }

  private static int index(int literal) {
    return literal > 0 ? 2 * literal : -2 * literal + 1;
  }

  void add(Constraint constraint) {
    int number = constraints.size();
    constraints.add(new Sum(constraint.least(), constraint.literals().stream().mapToInt(Integer::intValue).toArray()));
    for (int literal : constraint.literals()) {
      int index = index(literal);
      if (counts[index] == occurrences[index].length) {
        occurrences[index] = Arrays.copyOf(occurrences[index], 2 * counts[index]);
      }
      occurrences[index][counts[index]++] = number;
    }
    if (constraint.literals().size() == constraint.least()) {
      units.add(number);
    }
    if (falsified.length < constraints.size()) {
      falsified = Arrays.copyOf(falsified, 2 * constraints.size());
    }
  }

  /// Returns why one of the literals is true: those of them that are needed, and the constraints that make more
  /// and more literals true otherwise, in order; nothing if that is not seen.
  ///
  /// @param limit constraints from this number on are not looked at
  Optional<Lemma> derive(int[] literals, int limit) {
    List<Integer> frontier = new ArrayList<>();
    for (int literal : literals) {
      set(-literal, 0, NONE, frontier);
    }
    int conflict = NONE;
    int round = 0;
    while (conflict == NONE && (round == 0 || !frontier.isEmpty())) {
      round++;
      var touched = new TreeSet<Integer>();
      for (int literal : frontier) {
        int index = index(-literal);
        effort.spend(counts[index]);
        for (int i = 0; i < counts[index] && occurrences[index][i] < limit; i++) {
          int c = occurrences[index][i];
          falsified[c]++;
          if (constraints.get(c).size() - falsified[c] <= constraints.get(c).least()) {
            touched.add(c);
          }
        }
      }
      if (round == 1) {
        units.stream().filter(c -> c < limit).forEach(touched::add);
      }
      frontier = new ArrayList<>();
      conflict = round(touched, round, frontier);
    }
    Optional<Lemma> lemma = conflict == NONE ? Optional.empty() : Optional.of(why(conflict, round));
    undo(frontier, limit);
    return lemma;
  }

  private void set(int literal, int round, int reason, List<Integer> frontier) {
    on[index(literal)] = true;
    rounds[index(literal)] = round;
    reasons[index(literal)] = reason;
    trail.add(literal);
    frontier.add(literal);
  }

  private int round(TreeSet<Integer> touched, int round, List<Integer> frontier) {
    for (int c : touched) {
      Sum constraint = constraints.get(c);
      if (constraint.size() - falsified[c] < constraint.least()) {
        return c;
      }
      if (Arrays.stream(constraint.literals()).noneMatch(l -> on[index(-l)] && rounds[index(-l)] == round)) {
        for (int literal : constraint.literals()) {
          if (!on[index(literal)] && !on[index(-literal)]) {
            set(literal, round, c, frontier);
          }
        }
      }
    }
    return NONE;
  }

  private Lemma why(int conflict, int last) {
    var needed = new BitSet();
    var hints = new ArrayList<int[]>();
    hints.add(new int[] {last, conflict});
    mark(conflict, last, needed);
    var literals = new ArrayList<Integer>();
    var known = new TreeSet<Integer>();
    for (int literal : trail.reversed()) {
      int index = index(literal);
      if (needed.get(index) && reasons[index] == NONE) {
        literals.add(-literal);
      } else if (needed.get(index) && known.add(reasons[index])) {
        hints.add(new int[] {rounds[index], reasons[index]});
        mark(reasons[index], rounds[index], needed);
      }
    }
    Collections.sort(literals);
    hints.sort(Comparator.<int[]>comparingInt(h -> h[0]).thenComparingInt(h -> h[1]));
    return new Lemma(literals.stream().mapToInt(Integer::intValue).toArray(), hints.stream().mapToInt(h -> h[1])
        .toArray());
  }

  private void mark(int constraint, int round, BitSet needed) {
    for (int literal : constraints.get(constraint).literals()) {
      if (on[index(-literal)] && rounds[index(-literal)] < round) {
        needed.set(index(-literal));
      }
    }
  }

  private void undo(List<Integer> uncounted, int limit) {
    for (int literal : trail.subList(0, trail.size() - uncounted.size())) {
      int index = index(-literal);
      for (int i = 0; i < counts[index] && occurrences[index][i] < limit; i++) {
        falsified[occurrences[index][i]]--;
      }
    }
    trail.forEach(l -> on[index(l)] = false);
    trail.clear();
  }
}
