package org.graphline.checker.store;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLong;
import org.graphline.checker.space.MemoryBudget;

/// A hash table that all threads fill without locks: open addressing, linear probing, nothing is ever
/// removed. The slot of a hash is its highest bits, so that a table twice as large is filled from the smaller
/// one front to back.
///
/// It doubles when three quarters full; when there is no memory for that, it is filled to fifteen sixteenths
/// first. Laarman, van de Pol, Weber: Boosting Multi-Core Reachability Performance with Shared Hash Tables,
/// FMCAD 2010, keep the size fixed instead.
abstract class Table implements Store {
  /// What a thread may add without telling.
  static final int UNTOLD = 256;

  /// What a thread may add in one batch.
  static final int BATCH = 64;

  private static final int REGION = 1 << 14;
  private static final long LEAST_SLOTS = 8 * (UNTOLD + BATCH);
  private static final long FILL_FROM = 32 * (UNTOLD + BATCH);

  final MemoryBudget budget;
  final int threads;
  private final int slotBytes;
  private final Gathering gathering = new Gathering(this::prepare, this::help, this::finish);
  private final AtomicLong size = new AtomicLong();
  private final AtomicLong nextRegion = new AtomicLong();
  private Block slots;
  private Block old;
  private volatile long limit;
  private volatile boolean full;

  Table(int slotBytes, long slots, int threads, MemoryBudget budget) {
    this.budget = budget;
    this.threads = threads;
    this.slotBytes = slotBytes;
    long least = Math.max(slots, LEAST_SLOTS * threads);
    use(new Block(Long.highestOneBit(least * 2 - 1) * slotBytes, budget));
  }

  /// Puts the slots `first` to `last`, exclusive, of a smaller table into a new one, at the same time as
  /// other threads do with others.
  abstract void move(MemorySegment from, long first, long last, MemorySegment to, int shift);

  @Override
  public final long size() {
    return size.get();
  }

  @Override
  public long bytes() {
    return slots.bytes();
  }

  @Override
  public boolean exact() {
    return true;
  }

  @Override
  public void close() {
    slots.close();
  }

  final Gathering gathering() {
    return gathering;
  }

  final MemorySegment slots() {
    return slots.memory;
  }

  /// Returns how often a hash is to be shifted right to get a slot.
  final int shift() {
    return Long.numberOfLeadingZeros(slotCount() - 1);
  }

  /// Counts states as added and reports whether it is time to gather.
  final boolean added(int count) {
    return size.addAndGet(count) > limit;
  }

  /// Reports whether it is time to gather.
  final boolean isCrowded() {
    return size.get() > limit;
  }

  /// Reports whether nothing may be added any more.
  final boolean isFull() {
    return full;
  }

  private long slotCount() {
    return slots.bytes() / slotBytes;
  }

  private void use(Block block) {
    slots = block;
    limit = slotCount() / 4 * 3;
  }

  private boolean prepare() {
    if (!isCrowded() || full) {
      return false;
    }
    try {
      Block larger = new Block(slots.bytes() * 2, budget);
      old = slots;
      nextRegion.set(0);
      use(larger);
      return true;
    } catch (MemoryBudget.Exhausted e) {
      fill();
      return false;
    }
  }

  private void fill() {
    long most = slotCount() / 16 * 15;
    if (limit < most && slotCount() >= FILL_FROM * threads) {
      limit = most;
    }
    full = isCrowded();
  }

  private void help() {
    long count = old.bytes() / slotBytes;
    int shift = shift();
    for (long first; (first = nextRegion.getAndAdd(REGION)) < count;) {
      move(old.memory, first, Math.min(count, first + REGION), slots.memory, shift);
    }
  }

  private void finish() {
    old.close();
    old = null;
  }
}
