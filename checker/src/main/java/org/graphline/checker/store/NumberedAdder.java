package org.graphline.checker.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// An adder of [NumberedStates].
///
/// A batch is looked up in three passes: the slots of all, then the states in these slots whose tags fit,
/// then what is left. A state is written under its number before the number is shown to others.
final class NumberedAdder extends TableAdder {
  private final NumberedStates store;
  private final StatePages states;
  private final int words;
  private final long[] batch;
  private final long[] hashes = new long[Table.BATCH];
  private final int[] seen = new int[Table.BATCH];
  private final List<Piece> blocks = new ArrayList<>();
  private long blockEnd;
  private long next;
  private long firstNew;

  NumberedAdder(NumberedStates store, StatePages states) {
    super(store);
    this.store = store;
    this.states = states;
    this.words = states.words;
    this.batch = new long[Table.BATCH * words];
  }

  @Override
  void stage(long[] from, int first, int last) {
    MemorySegment memory = slots;
    int by = shift;
    int end = waiting;
    System.arraycopy(from, first * words, batch, end * words, (last - first) * words);
    for (int i = first; i < last; i++) {
      long hash = Hash.of(from, i * words, words);
      hashes[end] = hash;
      seen[end++] = memory.getAtIndex(ValueLayout.JAVA_INT, hash >>> by);
    }
    waiting = end;
  }

  @Override
  void addWaiting(int count) {
    if (!alone) {
      // What was seen in a slot may be newer than what else this thread knows.
      VarHandle.acquireFence();
    }
    int left = unknown(count);
    for (int i = 0; i < left; i++) {
      if (next == blockEnd) {
        turn();
      }
      if (enter(hashes[i], i * words)) {
        next++;
        untold++;
      }
    }
  }

  /// Moves the waiting states that are not in the slots seen to the front, and returns how many these are.
  private int unknown(int count) {
    int left = 0;
    for (int i = 0; i < count; i++) {
      int entry = seen[i];
      int tag = NumberedStates.tag(hashes[i], shift);
      if (entry == 0 || !store.isAt(entry, tag, shift, batch, i * words)) {
        hashes[left] = hashes[i];
        System.arraycopy(batch, i * words, batch, left * words, words);
        left++;
      }
    }
    return left;
  }

  /// Adds a state under the next number and reports whether it was new.
  private boolean enter(long hash, int at) {
    MemorySegment memory = slots;
    int tag = NumberedStates.tag(hash, shift);
    int mine = NumberedStates.entry(next, tag);
    boolean written = false;
    long last = (1L << -shift) - 1;
    for (long slot = hash >>> shift;; slot = slot + 1 & last) {
      int entry = NumberedStates.acquire(memory, slot);
      if (entry == 0) {
        if (!written) {
          states.write(batch, at, next);
          written = true;
        }
        entry = take(memory, slot, mine);
        if (entry == 0) {
          return true;
        }
      }
      if (store.isAt(entry, tag, shift, batch, at)) {
        return false;
      }
    }
  }

  private int take(MemorySegment memory, long slot, int mine) {
    if (alone) {
      memory.setAtIndex(ValueLayout.JAVA_INT, slot, mine);
      return 0;
    }
    return NumberedStates.take(memory, slot, mine);
  }

  private void turn() {
    long block = states.takeBlock();
    if (block != next || states.offset(block) == 0) {
      close();
      next = block;
      firstNew = block;
    }
    blockEnd = block + StatePages.BLOCK;
  }

  private void close() {
    if (next > firstNew) {
      blocks.add(states.piece(firstNew, next));
      firstNew = next;
    }
  }

  @Override
  public void takeNew(Consumer<Piece> taker) {
    close();
    blocks.forEach(taker);
    blocks.clear();
  }
}
