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

  /// Looks at chunks of `level` until none is left or the search ends.
  void explore(Level level, Pass pass, boolean inspecting) {
    adder.begin();
    try {
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
    for (int i = 0; i < count; i++) {
      int steps = stepper.steps(chunk, i * words);
      if (stepper.uncounted > 0) {
        control.sawUncounted();
        return;
      }
      transitions += steps;
      if (stepper.suspicious && inspecting) {
        inspect(i);
      }
      adder.add(stepper.targets, 0, steps);
    }
  }

  private void followUncounted(int count, boolean inspecting) {
    for (int i = 0; i < count; i++) {
      transitions += stepper.steps(chunk, i * words);
      if (stepper.suspicious && inspecting) {
        inspect(i);
      }
      adder.add(stepper.targets, 0, stepper.uncounted);
    }
  }

  private void followCounted(int count) {
    for (int i = 0; i < count; i++) {
      int steps = stepper.steps(chunk, i * words);
      adder.add(stepper.targets, stepper.uncounted, steps);
    }
  }

  private void inspect(int i) {
    control.inspect(Arrays.copyOfRange(chunk, i * words, (i + 1) * words));
  }

  /// Adds a state to begin with.
  void add(long[] state) {
    adder.begin();
    try {
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
