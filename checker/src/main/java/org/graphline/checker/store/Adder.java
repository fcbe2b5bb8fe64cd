package org.graphline.checker.store;

import java.util.function.Consumer;

/// One thread's way into a store. States are looked up in batches, all addresses first, so that the waits for
/// memory overlap; therefore the last ones may still be waiting until [#flush].
public abstract class Adder {

  /// Begins to add. Until [#finish] the store counts on this thread to come by, also if this fails.
  ///
  /// @throws org.graphline.checker.space.MemoryBudget.Exhausted if the store is full and cannot grow
  public abstract void begin();

  /// Adds the states `from` to `to`, exclusive, of those lying one after the other in `states`.
  ///
  /// @throws org.graphline.checker.space.MemoryBudget.Exhausted if the store is full and cannot grow; some of
  ///     them may have been added
  public abstract void add(long[] states, int from, int to);

  /// Adds what is still waiting.
  public abstract void flush();

  /// Adds what is still waiting, and tells the store of all that is new, so that its size counts it.
  public abstract void settle();

  /// Ends adding, whether or not something is waiting.
  public abstract void finish();

  /// Hands over the states that were new since the last time. Not between [#begin] and [#finish].
  public abstract void takeNew(Consumer<Piece> taker);
}
