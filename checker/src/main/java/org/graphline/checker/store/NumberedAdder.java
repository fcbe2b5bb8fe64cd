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
  private final long[] at = new long[Table.BATCH];
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
    copy(from, first * words, batch, end * words, (last - first) * words);
    for (int i = first; i < last; i++) {
      long hash = Hash.of(from, i * words, words);
      hashes[end] = hash;
      at[end] = hash >>> by;
      seen[end++] = memory.getAtIndex(ValueLayout.JAVA_INT, hash >>> by);
    }
    waiting = end;
  }

  @Override
  void addWaiting(int count) {
    look(count);
    if (!alone) {
      // What was seen in a slot may be newer than what else this thread knows.
      VarHandle.acquireFence();
    }
    int left = unknown(count);
    for (int i = 0; i < left; i++) {
      if (next == blockEnd) {
        turn();
      }
      if (enter(hashes[i], at[i], i * words)) {
        next++;
        untold++;
      }
    }
  }

  /// Walks from the home of each waiting state to the first slot that is free or whose tag fits.
  private void look(int count) {
    MemorySegment memory = slots;
    int by = shift;
    long last = (1L << -by) - 1;
    int mask = NumberedStates.mask(by);
    for (int i = 0; i < count; i++) {
      int entry = seen[i];
      int tag = (int) hashes[i] & mask;
      if (entry != 0 && (entry & mask) != tag) {
        long slot = at[i];
        do {
          slot = slot + 1 & last;
          entry = memory.getAtIndex(ValueLayout.JAVA_INT, slot);
        } while (entry != 0 && (entry & mask) != tag);
        at[i] = slot;
        seen[i] = entry;
      }
    }
  }

  /// Moves the waiting states that are not in the slots seen to the front, and returns how many these are.
  private int unknown(int count) {
    int left = 0;
    for (int i = 0; i < count; i++) {
      int entry = seen[i];
      if (entry == 0 || !states.equal(NumberedStates.number(entry, shift), batch, i * words)) {
        hashes[left] = hashes[i];
        at[left] = at[i];
        copy(batch, i * words, batch, left * words, words);
        left++;
      }
    }
    return left;
  }

  /// Adds a state under the next number, searching from `slot` on, and reports whether it was new.
  private boolean enter(long hash, long from, int state) {
    MemorySegment memory = slots;
    int tag = NumberedStates.tag(hash, shift);
    int mine = NumberedStates.entry(next, tag);
    boolean written = false;
    long last = (1L << -shift) - 1;
    for (long slot = from;; slot = slot + 1 & last) {
      int entry = NumberedStates.acquire(memory, slot);
      if (entry == 0) {
        if (!written) {
          states.write(batch, state, next);
          written = true;
        }
        entry = take(memory, slot, mine);
        if (entry == 0) {
          return true;
        }
      }
      if (store.isAt(entry, tag, shift, batch, state)) {
        return false;
      }
    }
  }

  /// Copies a few words, without the price of a call for so few.
  private static void copy(long[] from, int first, long[] to, int start, int count) {
    for (int i = 0; i < count; i++) {
      to[start + i] = from[first + i];
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
