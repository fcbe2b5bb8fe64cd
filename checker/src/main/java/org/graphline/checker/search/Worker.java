package org.graphline.checker.search;

import java.util.Arrays;
import java.util.function.Consumer;
import org.graphline.checker.packed.PackedSpace;
import org.graphline.checker.packed.Stepper;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.store.Adder;
import org.graphline.checker.store.Piece;

/// What one thread of a search has of its own.
final class Worker {
  private final int words;
  private final Stepper stepper;
  private final Adder adder;
  private final Control control;
  private final long[] chunk;
  private long transitions;
  private long passed;
  private boolean isCounting;

  Worker(PackedSpace space, Adder adder, Control control, int grain) {
    this.words = space.words();
    this.stepper = space.stepper(false);
    this.adder = adder;
    this.control = control;
    this.chunk = new long[grain * words];
  }

  long transitions() {
    return transitions;
  }

  /// Returns how many states were passed over on the way to those found.
  long passed() {
    return passed;
  }

  /// Returns how many steps a state may have.
  int fanOut() {
    return stepper.targets.length / words;
  }

  /// Looks at chunks of `level` until none is left or the search ends.
  ///
  /// @param counting whether every state is counted at once; only where nobody else works
  void explore(Level level, Pass pass, boolean inspecting, boolean counting) {
    isCounting = counting;
    try {
      adder.begin();
      for (int count; !control.ended() && (count = level.take(chunk)) > 0;) {
        switch (pass) {
          case ALL -> followAll(count, inspecting);
          case UNCOUNTED -> followUncounted(count, inspecting);
          case COUNTED -> followCounted(count);
        }
        control.tick();
      }
      adder.flush();
    } catch (MemoryBudget.Exhausted e) {
      control.end(Result.End.MEMORY);
    } catch (RuntimeException | Error e) {
      control.end(Result.End.CANCELLED);
      throw e;
    } finally {
      adder.finish();
    }
  }

  private void followAll(int count, boolean inspecting) {
    for (int i = 0; i < count && !isTooMany(); i++) {
      int steps = stepper.steps(chunk, i * words);
      if (stepper.uncounted > 0) {
        control.sawUncounted();
        return;
      }
      transitions += steps;
      passed += stepper.passed;
      if (stepper.suspicious && inspecting) {
        inspect(i);
      }
      add(0, steps);
    }
  }

  private void followUncounted(int count, boolean inspecting) {
    for (int i = 0; i < count && !isTooMany(); i++) {
      transitions += stepper.steps(chunk, i * words);
      passed += stepper.passed;
      if (stepper.suspicious && inspecting) {
        inspect(i);
      }
      add(0, stepper.uncounted);
    }
  }

  private void followCounted(int count) {
    for (int i = 0; i < count && !isTooMany(); i++) {
      int steps = stepper.steps(chunk, i * words);
      add(stepper.uncounted, steps);
    }
  }

  private boolean isTooMany() {
    return isCounting && control.ended();
  }

  private void add(int from, int to) {
    if (!isCounting) {
      adder.add(stepper.targets, from, to);
      return;
    }
    for (int target = from; target < to && !control.ended(); target++) {
      adder.add(stepper.targets, target, target + 1);
      adder.settle();
      control.count();
    }
  }

  private void inspect(int i) {
    control.inspect(Arrays.copyOfRange(chunk, i * words, (i + 1) * words));
  }

  /// Adds a state to begin with.
  void add(long[] state) {
    try {
      adder.begin();
      adder.add(state, 0, 1);
      adder.flush();
    } catch (MemoryBudget.Exhausted e) {
      control.end(Result.End.MEMORY);
    } finally {
      adder.finish();
    }
  }

  void takeNew(Consumer<Piece> taker) {
    adder.takeNew(taker);
  }
}
