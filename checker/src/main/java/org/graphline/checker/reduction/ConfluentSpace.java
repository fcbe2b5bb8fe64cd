package org.graphline.checker.reduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.graphline.checker.packed.PackedSpace;
import org.graphline.checker.packed.Packing;
import org.graphline.checker.packed.ProductSpace;
import org.graphline.checker.packed.Stepper;

/// The packed states in which no confluent step is left: steps that commute with all others are taken at once
/// (docs/design of the language, 3.19 and ruling R2; Groote, van de Pol: "State space reduction using partial
/// tau-confluence", MFCS 2000).
///
/// Each state is replaced by the one reached by taking its first confluent step again and again. Where confluent steps go
/// round, the least state of the circle is kept with all its steps, so that a livelock made of them stays a loop. Which
/// steps are confluent is said by `ConfluentOffers`; which properties see them, by whoever makes this.
///
/// Preserved: all properties, for a reduction made for them. Distances are not: a story is expanded to elementary steps
/// before it is measured.
public final class ConfluentSpace implements ProductSpace {
  private static final int REMEMBERED = 1 << 12;
  private static final int BRIEFLY = 1 << 4;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final ProductSpace whole;
  private final PackedSpace confluent;

  /// @param confluent the same states with nothing but confluent steps that no property sees
  public ConfluentSpace(ProductSpace whole, PackedSpace confluent) {
    this.whole = whole;
    this.confluent = confluent;
  }

  @Override
  public Packing packing() {
    return whole.packing();
  }

  @Override
  public String describe() {
    return whole.describe() + ", confluence";
  }

  @Override
  public void initial(long[] into) {
    whole.initial(into);
    new Chase(BRIEFLY).end(into, 0);
  }

  @Override
  public List<long[]> opening() {
    long[] state = new long[words()];
    whole.initial(state);
    var path = new ArrayList<long[]>();
    path.add(state);
    path.addAll(new Chase(BRIEFLY).path(state));
    return path;
  }

  @Override
  public List<long[]> expand(long[] from, long[] to, IntPredicate labels) {
    Stepper stepper = whole.stepper(true);
    var chase = new Chase(BRIEFLY);
    int count = stepper.steps(from, 0);
    for (int i = 0; i < count; i++) {
      if (labels.test(stepper.labels[i])) {
        long[] first = Arrays.copyOfRange(stepper.targets, i * words(), (i + 1) * words());
        long[] end = first.clone();
        chase.end(end, 0);
        if (Arrays.equals(end, to)) {
          var path = new ArrayList<long[]>();
          path.add(first);
          path.addAll(chase.path(first));
          return path;
        }
      }
    }
    throw new AssertionError("not a step from here");
  }

  @Override
  public Stepper stepper(boolean labeled) {
    return new Chaser(whole.stepper(labeled));
  }

  /// Takes confluent steps as long as there are any.
  private final class Chase {
    private final int words = whole.words();
    private final Stepper stepper = confluent.stepper(false);
    private final int most;
    private long[] keys;
    private long[] ends;
    private boolean[] used;
    private int[] lengths;
    private int filled;
    private final long[] at = new long[words];
    private final long[] mark = new long[words];

    /// @param most how many ends are remembered, a power of two
    Chase(int most) {
      this.most = most;
      forget(BRIEFLY);
    }

    private void forget(int slots) {
      keys = new long[slots * words];
      ends = new long[slots * words];
      used = new boolean[slots];
      lengths = new int[slots];
      filled = 0;
    }

    /// Replaces the state at `states[from]` by the one that stands for it, and returns how many are passed over.
    int end(long[] states, int from) {
      if (filled == used.length && filled < most) {
        forget(most);
      }
      int slot = slot(states, from);
      int place = slot * words;
      if (used[slot] && Arrays.equals(keys, place, place + words, states, from, from + words)) {
        System.arraycopy(ends, place, states, from, words);
        return lengths[slot];
      }
      System.arraycopy(states, from, keys, place, words);
      filled += used[slot] ? 0 : 1;
      used[slot] = true;
      System.arraycopy(states, from, at, 0, words);
      lengths[slot] = chase();
      System.arraycopy(at, 0, ends, place, words);
      System.arraycopy(at, 0, states, from, words);
      return lengths[slot];
    }

    private int slot(long[] states, int from) {
      long hash = 0;
      for (int i = 0; i < words; i++) {
        hash = (hash ^ states[from + i]) * SPREAD;
        hash ^= hash >>> 32;
      }
      return (int) hash & used.length - 1;
    }

    private boolean step() {
      if (stepper.steps(at, 0) == 0) {
        return false;
      }
      System.arraycopy(stepper.targets, 0, at, 0, words);
      return true;
    }

    /// A circle is noticed when a state comes again that was marked after 1, 2, 4, … steps (Brent, BIT 1980).
    private int chase() {
      System.arraycopy(at, 0, mark, 0, words);
      int all = 0;
      for (int count = 1, next = 2; step(); count++) {
        all++;
        if (Arrays.equals(at, mark)) {
          least();
          return all;
        }
        if (count == next) {
          System.arraycopy(at, 0, mark, 0, words);
          next *= 2;
          count = 0;
        }
      }
      return all;
    }

    /// Goes round the circle and stops at its least state, whoever entered it where.
    private void least() {
      long[] entry = at.clone();
      long[] least = at.clone();
      while (step() && !Arrays.equals(at, entry)) {
        if (Arrays.compare(at, least) < 0) {
          System.arraycopy(at, 0, least, 0, words);
        }
      }
      System.arraycopy(least, 0, at, 0, words);
    }

    /// The states passed on the way from `start` to the one that stands for it, without `start`.
    List<long[]> path(long[] start) {
      long[] end = start.clone();
      end(end, 0);
      var path = new ArrayList<long[]>();
      System.arraycopy(start, 0, at, 0, words);
      while (!Arrays.equals(at, end)) {
        if (!step()) {
          throw new AssertionError("a chase that ends elsewhere");
        }
        path.add(at.clone());
      }
      return path;
    }
  }

  private final class Chaser extends Stepper {
    private final Stepper inner;
    private final Chase chase = new Chase(REMEMBERED);

    Chaser(Stepper inner) {
      super(1, 0, false);
      this.inner = inner;
      targets = inner.targets;
      labels = inner.labels;
    }

    @Override
    public int steps(long[] states, int at) {
      int count = inner.steps(states, at);
      uncounted = inner.uncounted;
      suspicious = inner.suspicious;
      passed = 0;
      for (int i = 0; i < count; i++) {
        passed += chase.end(targets, i * whole.words());
      }
      return count;
    }
  }
}
