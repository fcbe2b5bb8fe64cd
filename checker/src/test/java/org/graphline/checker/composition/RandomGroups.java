package org.graphline.checker.composition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.graphline.checker.packed.Watch;
import org.graphline.checker.product.Product;
import org.graphline.model.semantics.Label;

/// Compositions with graphs put around any fields: whatever is in which graph, the answer is the same.
public final class RandomGroups {
  private static final Bounds PLENTY = new Bounds(1 << 18, 1 << 21, () -> false);

  private final Product product;
  private final Random random;

  public RandomGroups(Product product, long seed) {
    this.product = product;
    this.random = new Random(seed);
  }

  public Optional<Composed> deadlockFree() {
    return Composition.deadlockFree(group(), product, PLENTY);
  }

  public Optional<Composed> errorFree() {
    return Composition.errorFree(group(), product, PLENTY);
  }

  public Optional<Composed> never(Watch watch) {
    return Composition.never(group(), product, watch, PLENTY);
  }

  public Optional<Composed> livelockFree(Predicate<Label> isProgress) {
    return Composition.livelockFree(group(), product, isProgress, PLENTY);
  }

  /// @param onceClosed whether only runs count on which all in-trays are closed
  public Optional<Composed> over(boolean onceClosed) {
    return Composition.over(group(), product, PLENTY, onceClosed);
  }

  public Optional<Composed> leadsTo(ToIntFunction<Label> events) {
    return Composition.leadsTo(group(), product, events, PLENTY);
  }

  /// Reports whether the network is made into parts. It is not where something is owed that is one of several outcomes,
  /// or a step depends on too much at once: then nothing is said about runs.
  public boolean isMadeIntoParts() {
    try {
      Splitting.of(product, new RunMarking(product, _ -> 0, false, false));
      return true;
    } catch (OutOfReach _) {
      return false;
    }
  }

  private Group group() {
    return group("", IntStream.range(0, product.fields().size()).boxed().toList(), 2);
  }

  private Group group(String name, List<Integer> fields, int depth) {
    var direct = new ArrayList<Integer>();
    var inside = new ArrayList<List<Integer>>();
    int count = depth == 0 ? 0 : random.nextInt(4);
    for (int i = 0; i < count; i++) {
      inside.add(new ArrayList<>());
    }
    for (int field : fields) {
      int which = random.nextInt(count + 1);
      (which == count ? direct : inside.get(which)).add(field);
    }
    var groups = new ArrayList<Group>();
    for (int i = 0; i < count; i++) {
      if (!inside.get(i).isEmpty()) {
        groups.add(group(name + "g" + i, inside.get(i), depth - 1));
      }
    }
    return new Group(name, direct, groups);
  }
}
