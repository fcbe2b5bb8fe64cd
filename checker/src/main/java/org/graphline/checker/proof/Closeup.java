package org.graphline.checker.proof;

import java.nio.LongBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphline.checker.candidate.Unwanted;
import org.graphline.checker.packed.Interest;
import org.graphline.checker.packed.InterpretedSpace;
import org.graphline.checker.packed.Stepper;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Product;

/// All that some instances can do while the rest of the network may do anything, looked at state by state if that is
/// not too much.
final class Closeup {
  private static final int MOST_STATES = 1 << 14;

  private final InterpretedSpace space;
  private final Unwanted unwanted;
  private final Set<List<Integer>> wanted;
  private final Set<List<Integer>> had = new HashSet<>();
  private final Set<LongBuffer> seen = new HashSet<>();
  private final ArrayDeque<long[]> open = new ArrayDeque<>();

  private Closeup(Product vicinity, Unwanted unwanted) {
    this.space = new InterpretedSpace(anytime(vicinity), Interest.NONE);
    this.unwanted = unwanted;
    this.wanted = new HashSet<>(unwanted.values());
  }

  /// What is left.
  ///
  /// @param left   what is had in some state; all, if that was too much to look at
  /// @param states that were looked at
  record Left(Unwanted left, int states) {}

  /// Returns what is left of what is unwanted.
  ///
  /// @param vicinity the product of a [Vicinity]
  static Left of(Product vicinity, Unwanted unwanted, Effort effort) {
    return new Closeup(vicinity, unwanted).find(effort);
  }

  /// Returns the product with closing time possible whether or not something else is: others know whether it is.
  static Product anytime(Product vicinity) {
    var leads = new ArrayList<>(vicinity.leads());
    vicinity.closing().ifPresent(o -> leads.add(new Lead(-1, List.of(List.of(o)))));
    return new Product(vicinity.instances(), vicinity.fields(), vicinity.initial(), leads, vicinity.standings(),
        Optional.empty(), vicinity.patient(), vicinity.labels());
  }

  private Left find(Effort effort) {
    long[] initial = new long[space.words()];
    space.initial(initial);
    visit(initial);
    Stepper stepper = space.stepper(false);
    while (!open.isEmpty() && seen.size() <= MOST_STATES && had.size() < wanted.size()) {
      int steps = stepper.steps(open.poll(), 0);
      effort.spend(1 + steps);
      for (int step = 0; step < steps; step++) {
        int at = step * space.words();
        visit(Arrays.copyOfRange(stepper.targets, at, at + space.words()));
      }
    }
    return new Left(seen.size() > MOST_STATES ? unwanted : new Unwanted(unwanted.fields(),
        unwanted.values().stream().filter(had::contains).toList()), seen.size());
  }

  private void visit(long[] state) {
    if (seen.add(LongBuffer.wrap(state))) {
      open.add(state);
      List<Integer> values = unwanted.fields().stream().map(f -> space.packing().value(state, 0, f)).toList();
      if (wanted.contains(values)) {
        had.add(values);
      }
    }
  }
}
