package org.graphline.checker.reduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.graphline.checker.packed.Interest;
import org.graphline.checker.packed.Packing;
import org.graphline.checker.packed.ProductSpace;
import org.graphline.checker.packed.Stepper;
import org.graphline.checker.packed.Suspicion;

/// The packed states that are left when only the enabled events of a stubborn set are taken in each, and states with a
/// single such event that nobody sees are passed over: what a search for single states needs to look at.
///
/// What is left depends on single states only, so any search may walk through it, in any order and on any number of
/// threads, and forget what it has seen. That nothing is ignored for ever is seen to without a look at what was found
/// before: from each state the first event of its set leads to a next one. Where that goes round through no state in
/// which everything is taken, everything is taken in the highest state of the circle. So from each state some way leads to
/// one in which everything is taken, and the reasons given at [StubbornSearch] apply.
///
/// Passing over a state loses nothing: who is stuck in it is stuck after the step as well (rule R6), the step leads to no
/// error state, and what conditions look at is the same after it. (Stubborn sets with one event are what is called
/// confluence and transition compression elsewhere.)
///
/// Preserved: stuck groups, states without steps, error states, `always` and `never`, for sets made for them. Not
/// preserved: properties of runs, distances. With a [Symmetry], only what names nobody.
public final class StubbornSpace implements ProductSpace {
  private final StubbornSets sets;
  private final Packing packing;
  private final Suspicion suspicion;
  private final Optional<Symmetry> symmetry;

  /// @param sets     not for a demand of fair runs
  /// @param symmetry of which states one stands for all; the sets must be for [Demand#NOTHING_MORE] then
  public StubbornSpace(StubbornSets sets, Interest interest, Optional<Symmetry> symmetry) {
    this.sets = sets;
    this.packing = Packing.of(sets.product.fields());
    this.suspicion = new Suspicion(sets.product, packing, interest);
    this.symmetry = symmetry.filter(s -> !s.classes().isEmpty());
  }

  @Override
  public Packing packing() {
    return packing;
  }

  @Override
  public String describe() {
    return "stubborn sets" + (symmetry.isPresent() ? ", symmetry" : "");
  }

  @Override
  public void initial(long[] into) {
    int[] values = initialValues();
    new StubbornWalk(sets, packing, symmetry).pass(values);
    packing.encode(values, into, 0);
  }

  private int[] initialValues() {
    int[] values = sets.product.initial().stream().mapToInt(Integer::intValue).toArray();
    symmetry.ifPresent(s -> s.represent(values));
    return values;
  }

  @Override
  public List<long[]> opening() {
    int[] values = initialValues();
    var path = new ArrayList<long[]>();
    path.add(packing.encode(values));
    new StubbornWalk(sets, packing, symmetry).pass(values, v -> path.add(packing.encode(v)));
    return path;
  }

  @Override
  public List<long[]> expand(long[] from, long[] to, IntPredicate labels) {
    var walk = new StubbornWalk(sets, packing, symmetry);
    int[] values = packing.decode(from, 0);
    int count = walk.enter(values);
    int[] kept = Arrays.copyOf(walk.kept, count);
    for (int event : kept) {
      if (labels.test(sets.event(event).label(values))) {
        var path = new ArrayList<long[]>();
        int[] after = values.clone();
        walk.take(event, values, after);
        path.add(packing.encode(after));
        walk.pass(after, v -> path.add(packing.encode(v)));
        if (Arrays.equals(path.getLast(), to)) {
          return path;
        }
      }
    }
    throw new AssertionError("not a step from here");
  }

  @Override
  public boolean hasRepresentatives() {
    return symmetry.isPresent();
  }

  @Override
  public long[] representative(long[] state) {
    int[] values = packing.decode(state, 0);
    symmetry.ifPresent(s -> s.represent(values));
    return packing.encode(values);
  }

  @Override
  public Stepper stepper(boolean labeled) {
    return new Chooser(labeled);
  }

  private final class Chooser extends Stepper {
    private final boolean labeled;
    private final StubbornWalk walk = new StubbornWalk(sets, packing, symmetry);
    private final Suspicion.Judge judge = suspicion.judge();
    private final long[] moved = new long[suspicion.setWords()];
    private final int[] values = new int[sets.product.fields().size()];
    private final int[] after = new int[values.length];

    Chooser(boolean labeled) {
      super(packing.words(), sets.size() + 1, labeled);
      this.labeled = labeled;
    }

    @Override
    public int steps(long[] states, int at) {
      packing.decode(states, at, values);
      int count = walk.enter(values);
      suspicious = walk.isFaulty || walk.isNothingOwed(moved) || judge.isSuspicious(states, at, moved);
      passed = 0;
      for (int i = 0; i < count; i++) {
        walk.take(walk.kept[i], values, after);
        if (labeled) {
          labels[i] = sets.event(walk.kept[i]).label(values);
        }
        passed += walk.end(after, targets, i * packing.words());
      }
      return count;
    }
  }
}
