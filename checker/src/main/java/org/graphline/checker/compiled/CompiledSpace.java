package org.graphline.checker.compiled;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.graphline.checker.packed.Faults;
import org.graphline.checker.packed.Interest;
import org.graphline.checker.packed.Packing;
import org.graphline.checker.packed.Passes;
import org.graphline.checker.packed.ProductSpace;
import org.graphline.checker.packed.Stepper;
import org.graphline.checker.packed.Suspicion;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;

/// The states of a product, whose steps are computed by a class that is made for it.
public final class CompiledSpace implements ProductSpace {
  private static final long MOST_BYTES = 3 << 20;
  /// A class file has room for 65535 constants; each of these takes two.
  private static final int MOST_LITERALS = 25_000;

  private final int[] initial;
  private final Packing packing;
  private final Passes passes;
  private final Suspicion suspicion;
  private final Pool pool = new Pool();
  private final Plan plan;
  private final ClassWriter.Calls calls;
  private final Object[] tables;
  private Optional<Class<?>> labeled = Optional.empty();
  private Optional<Class<?>> unlabeled = Optional.empty();
  private int codeBytes;

  /// The space whose code is laid out as `sizes` say.
  CompiledSpace(Product product, Interest interest, Sizes sizes) {
    this.initial = product.initial().stream().mapToInt(Integer::intValue).toArray();
    this.packing = Packing.of(product.fields());
    this.passes = Passes.of(product);
    this.suspicion = new Suspicion(product, packing, interest);
    this.plan = new Plan(packing, pool, sizes);
    var lowering = new Lowering(product, packing, pool, suspicion.asksWhoMoves());
    var bodies = new Bodies(lowering, pool, sizes.lead());
    List<Lead> closing = product.closing().map(o -> List.of(new Lead(-1, List.of(List.<Offer>of(o)))))
        .orElse(List.of());
    List<String> faults = plan.alone("faults", faults(product));
    List<String> early = plan.pass("early", passes.early(), bodies);
    List<String> main = plan.pass("main", passes.main(), bodies);
    List<String> timers = plan.pass("timers", passes.timers(), bodies);
    List<String> last = plan.pass("closing", closing, bodies);
    this.calls = new ClassWriter.Calls(plan.methods(), faults, early, main, timers, last);
    this.tables = new Object[] {pool.ints(), pool.longs()};
  }

  /// Returns the space of `product`; none if it would take too much code.
  public static Optional<CompiledSpace> of(Product product, Interest interest) {
    var space = new CompiledSpace(product, interest, Sizes.of(product.leads().size()));
    return space.plan.bytes() > MOST_BYTES || space.plan.literals() > MOST_LITERALS
        ? Optional.empty() : Optional.of(space);
  }

  private Body faults(Product product) {
    var sets = new ValueSets(product.fields());
    var tests = new Tests(packing, sets, pool);
    var rules = new ArrayList<Rule>();
    for (Atom fault : Faults.of(product)) {
      var constants = new ArrayList<Long>();
      BitSet values = sets.of(fault);
      Op test = tests.of(fault.field(), values, constants);
      rules.add(new Rule(List.of(test, new Op.Fault()),
          constants.stream().mapToLong(Long::longValue).toArray()));
    }
    int[] literal = new int[rules.size()];
    Arrays.fill(literal, -1);
    return new Body(List.of(0), rules, literal, -1);
  }

  @Override
  public Packing packing() {
    return packing;
  }

  @Override
  public void initial(long[] into) {
    packing.encode(initial, into, 0);
  }

  @Override
  public String describe() {
    return "compiled";
  }

  /// Returns how many bytes the class made last has.
  public int codeBytes() {
    return codeBytes;
  }

  /// {@inheritDoc} The class is made when the first stepper of its kind is.
  @Override
  public Stepper stepper(boolean withLabels) {
    try {
      return (Stepper) made(withLabels)
          .getDeclaredConstructor(int.class, int.class, boolean.class, Suspicion.class)
          .newInstance(packing.words(), passes.fanOut(), withLabels, suspicion);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("a stepper cannot be made", e);
    }
  }

  private synchronized Class<?> made(boolean withLabels) {
    if (withLabels) {
      labeled = labeled.or(() -> Optional.of(make(true)));
      return labeled.get();
    }
    unlabeled = unlabeled.or(() -> Optional.of(make(false)));
    return unlabeled.get();
  }

  private Class<?> make(boolean withLabels) {
    byte[] bytes = new ClassWriter(packing, calls, withLabels).write();
    codeBytes = bytes.length;
    try {
      return MethodHandles.lookup().defineHiddenClassWithClassData(bytes, tables, true).lookupClass();
    } catch (IllegalAccessException e) {
      throw new AssertionError("a class of our own package is refused", e);
    }
  }
}
