package org.graphline.checker.packed;

import java.util.Arrays;
import java.util.List;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Update;
import org.graphline.model.semantics.Step.Fairness;

/// The states of a product, whose offers are looked through in each state: the reference that compiled steps
/// are held against, and what is left for products too large to compile.
public final class InterpretedSpace implements ProductSpace {
  private final Product product;
  private final Packing packing;
  private final Passes passes;
  private final Suspicion suspicion;
  private final List<Atom> faults;

  public InterpretedSpace(Product product, Interest interest) {
    this.product = product;
    this.packing = Packing.of(product.fields());
    this.passes = Passes.of(product);
    this.suspicion = new Suspicion(product, packing, interest);
    this.faults = Faults.of(product);
  }

  @Override
  public Packing packing() {
    return packing;
  }

  @Override
  public String describe() {
    return "interpreted";
  }

  @Override
  public void initial(long[] into) {
    packing.encode(product.initial().stream().mapToInt(Integer::intValue).toArray(), into, 0);
  }

  /// Reports whether the state at `states[at]` is an error state.
  public boolean isFaulty(long[] states, int at) {
    return faults.stream().anyMatch(f -> f.holds(packing.value(states, at, f.field())));
  }

  @Override
  public Stepper stepper(boolean labeled) {
    return new Interpreter(labeled);
  }

  private final class Interpreter extends Stepper {
    private final boolean labeled;
    private final int[] values = new int[product.fields().size()];
    private final long[] moved = new long[suspicion.setWords()];
    private final Suspicion.Judge judge = suspicion.judge();
    private int count;
    private int free;

    Interpreter(boolean labeled) {
      super(packing.words(), passes.fanOut(), labeled);
      this.labeled = labeled;
    }

    @Override
    public int steps(long[] states, int at) {
      packing.decode(states, at, values);
      Arrays.fill(moved, 0);
      count = 0;
      free = 0;
      uncounted = 0;
      suspicious = true;
      if (isFaulty(states, at)) {
        return 0;
      }
      pass(passes.early(), states, at);
      uncounted = count;
      pass(passes.main(), states, at);
      if (count == free) {
        pass(passes.timers(), states, at);
      }
      if (count == 0) {
        product.closing().ifPresent(o -> take(o, states, at));
      }
      suspicious = count == free || judge.isSuspicious(states, at, moved);
      return count;
    }

    private void pass(List<Lead> leads, long[] states, int at) {
      for (Lead lead : leads) {
        for (Offer offer : lead.at(lead.field() < 0 ? 0 : values[lead.field()])) {
          take(offer, states, at);
        }
      }
    }

    private void take(Offer offer, long[] states, int at) {
      for (Clause clause : offer.guard()) {
        if (clause.atoms().stream().noneMatch(a -> a.holds(values[a.field()]))) {
          return;
        }
      }
      int to = count * packing.words();
      System.arraycopy(states, at, targets, to, packing.words());
      int letter = 0;
      for (Update update : offer.updates()) {
        switch (update) {
          case Update.Set(int field, int value) -> packing.put(targets, to, field, value);
          case Update.Map(int field, var table) -> packing.put(targets, to, field, table.at(values[field]));
          case Update.Via(int field, int source, var letters, var next) -> {
            letter = letters.at(values[source]);
            packing.put(targets, to, field, next.at(letter));
          }
          case Update.Clear(int field, var when) -> {
            if (when.stream().allMatch(a -> a.holds(packing.value(targets, to, a.field())))) {
              packing.put(targets, to, field, 0);
            }
          }
        }
      }
      if (labeled) {
        labels[count] = offer.number() + (offer.labels().size() > 1 ? letter : 0);
      }
      free += offer.fairness() == Fairness.FREE ? 1 : 0;
      offer.moves().forEach(i -> moved[i / Long.SIZE] |= 1L << i);
      count++;
    }
  }
}
