package org.graphline.checker.store;

import java.lang.foreign.MemorySegment;
import org.graphline.checker.space.MemoryBudget;

/// What the adders of tables have in common: batches, and meeting with the others when the table is to grow.
abstract class TableAdder extends Adder {
  final boolean alone;
  private final Table table;
  MemorySegment slots;
  int shift;
  int waiting;
  int untold;

  TableAdder(Table table) {
    this.table = table;
    this.alone = table.threads == 1;
  }

  /// Puts states, no more than fit into the batch, behind those that wait.
  abstract void stage(long[] states, int from, int to);

  /// Adds the first `count` states of the batch and counts the new ones as [#untold].
  abstract void addWaiting(int count);

  @Override
  public final void begin() {
    table.gathering().enter();
    look();
    if (table.isCrowded()) {
      gather(); // what was told on finishing grows no table
    }
  }

  @Override
  public final void finish() {
    waiting = 0;
    table.added(untold);
    untold = 0;
    table.gathering().leave();
  }

  @Override
  public final void add(long[] states, int from, int to) {
    int next = from;
    while (to - next >= Table.BATCH - waiting) {
      int until = next + Table.BATCH - waiting;
      stage(states, next, until);
      next = until;
      flush();
    }
    stage(states, next, to);
  }

  @Override
  public final void flush() {
    addAndTell(Table.UNTOLD - Table.BATCH);
  }

  @Override
  public final void settle() {
    addAndTell(0);
  }

  /// Adds what waits; if more than `untoldAtMost` are new since the last time, tells the table.
  private void addAndTell(int untoldAtMost) {
    int count = waiting;
    waiting = 0;
    addWaiting(count);
    if (untold > untoldAtMost) {
      int told = untold;
      untold = 0;
      if (table.added(told)) {
        gather();
        return;
      }
    }
    if (!alone && table.gathering().isCalled()) {
      gather();
    }
  }

  private void gather() {
    table.gathering().join();
    look();
    if (table.isFull()) {
      throw new MemoryBudget.Exhausted();
    }
  }

  void look() {
    slots = table.slots();
    shift = table.shift();
  }
}
