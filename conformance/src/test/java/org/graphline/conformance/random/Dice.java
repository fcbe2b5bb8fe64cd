package org.graphline.conformance.random;

import java.util.List;
import java.util.Random;

/// Chance, repeatable by its seed.
final class Dice {
  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
  }

  /// Reports true in `percent` of a hundred cases.
  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /// Returns a number from `low` to `high`.
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /// Returns a position in `weights`, each as likely as it is heavy.
  int weighted(int... weights) {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    int at = random.nextInt(sum);
    for (int i = 0; i < weights.length; i++) {
      at -= weights[i];
      if (at < 0) {
        return i;
      }
    }
    throw new AssertionError("weights of " + sum);
  }
}
