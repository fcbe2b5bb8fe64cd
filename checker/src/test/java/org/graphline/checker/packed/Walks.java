package org.graphline.checker.packed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.graphline.checker.product.Product;

/// States of a space to try things on, and steps in a form that can be compared.
public final class Walks {
  private Walks() {}

  /// A step: where it leads, by whose words, and its label.
  public record Taken(List<Long> target, int label) {}

  /// Everything a stepper says about one state.
  public record Said(Map<Taken, Integer> early, Map<Taken, Integer> late, boolean suspicious) {}

  /// Returns what `stepper`, a labeled one, says about a state.
  public static Said said(Stepper stepper, int words, long[] state) {
    int steps = stepper.steps(state, 0);
    var early = new HashMap<Taken, Integer>();
    var late = new HashMap<Taken, Integer>();
    for (int i = 0; i < steps; i++) {
      var taken = new Taken(Arrays.stream(target(stepper, words, i)).boxed().toList(), stepper.labels[i]);
      (i < stepper.uncounted ? early : late).merge(taken, 1, Integer::sum);
    }
    return new Said(early, late, stepper.suspicious);
  }

  /// Returns the state that a step leads to.
  public static long[] target(Stepper stepper, int words, int step) {
    return Arrays.copyOfRange(stepper.targets, step * words, (step + 1) * words);
  }

  /// Returns the states found first, at most `most`.
  public static List<long[]> reachable(PackedSpace space, int most) {
    Stepper stepper = space.stepper(false);
    long[] initial = new long[space.words()];
    space.initial(initial);
    Set<List<Long>> known = new HashSet<>();
    List<long[]> all = new ArrayList<>();
    known.add(Arrays.stream(initial).boxed().toList());
    all.add(initial);
    for (int i = 0; i < all.size() && all.size() < most; i++) {
      int steps = stepper.steps(all.get(i), 0);
      for (int s = 0; s < steps; s++) {
        long[] target = target(stepper, space.words(), s);
        if (known.add(Arrays.stream(target).boxed().toList())) {
          all.add(target);
        }
      }
    }
    return all;
  }

  /// Returns states with random values of all fields.
  public static List<long[]> random(Product product, Packing packing, long seed, int count) {
    var random = new Random(seed);
    return random.ints(count).mapToObj(_ -> packing.encode(
        product.fields().stream().mapToInt(f -> random.nextInt(f.size())).toArray())).toList();
  }
}
