package org.graphline.checker.reduction;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.graphline.checker.packed.Packing;
import org.graphline.checker.packed.ProductSpace;
import org.graphline.checker.packed.Stepper;

/// The packed states of another space, with one for all that differ by who is who only (Ip, Dill, "Better verification
/// through symmetry", 1996). Preserves what [Technique#SYMMETRY] says, and distances.
public final class SymmetricSpace implements ProductSpace {
  private final ProductSpace whole;
  private final Symmetry symmetry;

  /// @param whole every state, or what confluence leaves of them
  public SymmetricSpace(ProductSpace whole, Symmetry symmetry) {
    this.whole = whole;
    this.symmetry = symmetry;
  }

  @Override
  public Packing packing() {
    return whole.packing();
  }

  @Override
  public String describe() {
    return whole.describe() + ", symmetry";
  }

  @Override
  public void initial(long[] into) {
    whole.initial(into);
    int[] values = packing().decode(into, 0);
    symmetry.represent(values);
    packing().encode(values, into, 0);
  }

  @Override
  public List<long[]> opening() {
    return whole.opening();
  }

  @Override
  public boolean hasRepresentatives() {
    return true;
  }

  @Override
  public long[] representative(long[] state) {
    int[] values = packing().decode(state, 0);
    symmetry.represent(values);
    return packing().encode(values);
  }

  @Override
  public List<long[]> expand(long[] from, long[] to, IntPredicate labels) {
    Stepper stepper = whole.stepper(true);
    int count = stepper.steps(from, 0);
    for (int i = 0; i < count; i++) {
      long[] target = Arrays.copyOfRange(stepper.targets, i * words(), (i + 1) * words());
      int label = stepper.labels[i];
      if (labels.test(label) && Arrays.equals(representative(target), to)) {
        return whole.expand(from, target, l -> l == label);
      }
    }
    throw new AssertionError("not a step from here");
  }

  @Override
  public Stepper stepper(boolean labeled) {
    return new Sorter(whole.stepper(labeled));
  }

  private final class Sorter extends Stepper {
    private final Stepper inner;
    private final int[] values;

    Sorter(Stepper inner) {
      super(1, 0, false);
      this.inner = inner;
      this.values = packing().decode(new long[words()], 0);
      targets = inner.targets;
      labels = inner.labels;
    }

    @Override
    public int steps(long[] states, int at) {
      int count = inner.steps(states, at);
      uncounted = inner.uncounted;
      suspicious = inner.suspicious;
      passed = inner.passed;
      for (int i = 0; i < count; i++) {
        packing().decode(targets, i * words(), values);
        symmetry.represent(values);
        packing().encode(values, targets, i * words());
      }
      return count;
    }
  }
}
