package org.graphline.checker.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import org.graphline.checker.space.MemoryBudget;

/// The store for states of any number of words: numbered in the order they are found, their words in pages,
/// and beside them a table of numbers of 4 bytes each, so at most 10.7 bytes a state more than its words once
/// the table has grown.
///
/// What a number leaves free in its slot is filled with bits of the hash, so that most slots of other states
/// are told apart without looking at these. Each thread takes numbers in blocks: the numbers are dense but
/// for the ends of the blocks last taken.
public final class NumberedStates extends Table {
  private static final VarHandle SLOT = ValueLayout.JAVA_INT.varHandle();

  private final StatePages states;

  /// An empty store with `slots` slots at least for a start, filled by `threads` threads.
  public NumberedStates(int words, long slots, int threads, MemoryBudget budget) {
    super(Integer.BYTES, Math.max(slots, 2L * StatePages.BLOCK * threads), threads, budget);
    this.states = new StatePages(words, budget);
  }

  @Override
  public Adder adder() {
    return new NumberedAdder(this, states);
  }

  @Override
  public long bytes() {
    return super.bytes() + states.bytes();
  }

  /// Does nothing: states stay where they are.
  @Override
  public void recycle(Piece piece) {}

  @Override
  public double expectedLost() {
    return 0;
  }

  /// Returns a number larger than that of every state.
  public long bound() {
    return states.bound();
  }

  /// Returns the number of the state at `words[at]`, or -1 if it is not here. Not while states are added.
  public long find(long[] words, int at) {
    long hash = Hash.of(words, at, states.words);
    MemorySegment slots = slots();
    int shift = shift();
    int tag = tag(hash, shift);
    long last = (1L << -shift) - 1;
    for (long slot = hash >>> shift;; slot = slot + 1 & last) {
      int entry = slots.getAtIndex(ValueLayout.JAVA_INT, slot);
      if (entry == 0) {
        return -1;
      }
      if (isAt(entry, tag, shift, words, at)) {
        return number(entry, shift);
      }
    }
  }

  /// Copies the words of the state `id` to the begin of `into`.
  public void read(long id, long[] into) {
    states.piece(id, id + 1).read(0, 1, into);
  }

  @Override
  public void close() {
    super.close();
    states.close();
  }

  /// Returns the bits of a hash that a slot has room for, in their place.
  static int tag(long hash, int shift) {
    return (int) hash & mask(shift);
  }

  /// Returns the number in a slot that is taken.
  static long number(int entry, int shift) {
    return (entry & ~mask(shift) & 0xFFFF_FFFFL) - 1;
  }

  /// Returns the slot of the state `id`.
  static int entry(long id, int tag) {
    return (int) (id + 1) | tag;
  }

  /// Returns which bits of a slot no number needs when the table has 2 to the power of `64 - shift` slots:
  /// with the ends of blocks, fewer than twice as many numbers are given out.
  static int mask(int shift) {
    int bits = 65 - shift;
    return bits >= 32 ? 0 : -1 << bits;
  }

  /// Reports whether the state in a slot that is taken is the one at `words[at]`.
  boolean isAt(int entry, int tag, int shift, long[] words, int at) {
    if ((entry & mask(shift)) != tag) {
      return false;
    }
    return states.equal(number(entry, shift), words, at);
  }

  /// Takes a slot for `entry` if it is free, and returns what was there.
  static int take(MemorySegment slots, long slot, int entry) {
    return (int) SLOT.compareAndExchange(slots, slot * Integer.BYTES, 0, entry);
  }

  /// Returns what is in a slot, so that the words of the state there can be read.
  static int acquire(MemorySegment slots, long slot) {
    return (int) SLOT.getAcquire(slots, slot * Integer.BYTES);
  }

  @Override
  void move(MemorySegment from, long first, long last, MemorySegment to, int shift) {
    MemorySegment[] directory = states.directory();
    for (long i = first; i < last; i++) {
      int entry = from.getAtIndex(ValueLayout.JAVA_INT, i);
      if (entry != 0) {
        long id = number(entry, shift + 1);
        long hash = Hash.of(states.page(directory, id), states.offset(id), states.words);
        put(entry(id, tag(hash, shift)), hash >>> shift, to, shift);
      }
    }
  }

  private void put(int entry, long home, MemorySegment slots, int shift) {
    long last = (1L << -shift) - 1;
    long slot = home;
    if (threads == 1) {
      while (slots.getAtIndex(ValueLayout.JAVA_INT, slot) != 0) {
        slot = slot + 1 & last;
      }
      slots.setAtIndex(ValueLayout.JAVA_INT, slot, entry);
    } else {
      while (take(slots, slot, entry) != 0) {
        slot = slot + 1 & last;
      }
    }
  }
}
