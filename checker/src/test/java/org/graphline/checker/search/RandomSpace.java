package org.graphline.checker.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.graphline.checker.packed.PackedSpace;
import org.graphline.checker.packed.Stepper;

/// A made-up space: `size` states in all, each with a few steps, some of which do not count; a number is
/// spread over the words of its state.
final class RandomSpace implements PackedSpace {
  private final int words;
  private final int[][] uncounted;
  private final int[][] counted;
  private final boolean[] suspicious;

  private RandomSpace(int words, int size) {
    this.words = words;
    this.uncounted = new int[size][];
    this.counted = new int[size][];
    this.suspicious = new boolean[size];
  }

  /// Returns a space in which about one step of `freeOneIn` does not count; none if that is 0.
  static RandomSpace of(long seed, int words, int size, int freeOneIn) {
    Random random = new Random(seed);
    RandomSpace space = new RandomSpace(words, size);
    int near = 1 + random.nextInt(size);
    for (int state = 0; state < size; state++) {
      int from = state;
      int steps = random.nextInt(4);
      int free = 0;
      for (int i = 0; i < steps; i++) {
        free += freeOneIn > 0 && random.nextInt(freeOneIn) == 0 ? 1 : 0;
      }
      space.uncounted[state] = random.ints(free, 0, near).map(d -> (from + d) % size).toArray();
      space.counted[state] = random.ints(steps - free, 0, near).map(d -> (from + d) % size).toArray();
      space.suspicious[state] = random.nextInt(20) == 0;
    }
    return space;
  }

  int size() {
    return suspicious.length;
  }

  boolean isSuspicious(int state) {
    return suspicious[state];
  }

  int[] uncounted(int state) {
    return uncounted[state];
  }

  int[] counted(int state) {
    return counted[state];
  }

  /// Returns for each state its distance in steps that count, or -1 if nothing leads to it.
  long[] distances() {
    long[] distance = new long[size()];
    Arrays.fill(distance, -1);
    distance[0] = 0;
    List<Integer> level = List.of(0);
    for (long depth = 0; !level.isEmpty(); depth++) {
      List<Integer> closed = new ArrayList<>(level);
      List<Integer> next = new ArrayList<>();
      for (int i = 0; i < closed.size(); i++) {
        reach(uncounted[closed.get(i)], depth, distance, closed);
      }
      for (int state : closed) {
        reach(counted[state], depth + 1, distance, next);
      }
      level = next;
    }
    return distance;
  }

  private static void reach(int[] targets, long depth, long[] distance, List<Integer> found) {
    for (int target : targets) {
      if (distance[target] < 0) {
        distance[target] = depth;
        found.add(target);
      }
    }
  }

  int number(long[] state) {
    return (int) (state[words - 1] >>> 7 * (words - 1)) - (words - 1);
  }

  void write(int state, long[] into, int at) {
    for (int i = 0; i < words; i++) {
      into[at + i] = (long) (state + i) << 7 * i;
    }
  }

  @Override
  public int words() {
    return words;
  }

  @Override
  public int bits() {
    return 40 * words;
  }

  @Override
  public int lastBits() {
    return 16 + 7 * (words - 1);
  }

  @Override
  public void initial(long[] into) {
    write(0, into, 0);
  }

  @Override
  public Stepper stepper(boolean labeled) {
    return new TableStepper();
  }

  private final class TableStepper extends Stepper {

    TableStepper() {
      super(words, 4, false);
    }

    @Override
    public int steps(long[] states, int at) {
      int state = number(Arrays.copyOfRange(states, at, at + words));
      suspicious = isSuspicious(state);
      uncounted = RandomSpace.this.uncounted[state].length;
      int steps = 0;
      for (int target : RandomSpace.this.uncounted[state]) {
        write(target, targets, steps++ * words);
      }
      for (int target : RandomSpace.this.counted[state]) {
        write(target, targets, steps++ * words);
      }
      return steps;
    }
  }
}
