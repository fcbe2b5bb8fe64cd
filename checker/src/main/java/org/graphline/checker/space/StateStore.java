package org.graphline.checker.space;

import org.graphline.model.semantics.State;

/// The states seen, numbered from 0 in the order they were added.
///
/// Open addressing with linear probing; the table holds positions, the states lie packed beside it. It
/// doubles when half full, and is then built anew from the states, so that old and new table need not exist
/// at once.
public final class StateStore {
  private static final int PAGE_BITS = 14;
  private static final int PAGE = 1 << PAGE_BITS;

  private final MemoryBudget budget;
  private final PackedStates states;
  private int[][] table;
  private int mask;

  /// An empty store of states with these cells, whose memory is taken from `budget`.
  public StateStore(Cells cells, MemoryBudget budget) {
    this.budget = budget;
    this.states = new PackedStates(cells, budget);
    allocate(PAGE);
  }

  /// Adds `state` and returns its number, or `~number` if it was there already.
  public int add(State state) {
    if (states.size() > mask >>> 1) {
      grow();
    }
    states.load(state);
    int slot = states.hash() & mask;
    for (int id; (id = table[slot >>> PAGE_BITS][slot & PAGE - 1] - 1) >= 0; slot = slot + 1 & mask) {
      if (states.isAt(id)) {
        return ~id;
      }
    }
    int id = states.append();
    table[slot >>> PAGE_BITS][slot & PAGE - 1] = id + 1;
    return id;
  }

  /// Returns the state with this number.
  public State state(int id) {
    return states.state(id);
  }

  /// Returns how many states there are.
  public int size() {
    return states.size();
  }

  /// Returns what a state takes: its bits, and its share of the table once that has grown.
  public double bytesPerState() {
    double share = mask + 1 == PAGE ? 2 : (double) (mask + 1) / states.size();
    return states.bytesEach() + Integer.BYTES * share;
  }

  private void grow() {
    if (mask == Integer.MAX_VALUE >>> 1) {
      throw new MemoryBudget.Exhausted();
    }
    int slots = (mask + 1) * 2;
    budget.reserve(2L * slots);
    budget.release(2L * slots);
    budget.release(4L * (mask + 1));
    table = new int[0][];
    allocate(slots);
    for (int id = 0; id < states.size(); id++) {
      states.reload(id);
      int slot = states.hash() & mask;
      while (table[slot >>> PAGE_BITS][slot & PAGE - 1] != 0) {
        slot = slot + 1 & mask;
      }
      table[slot >>> PAGE_BITS][slot & PAGE - 1] = id + 1;
    }
  }

  private void allocate(int slots) {
    budget.reserve(4L * slots);
    table = new int[slots >>> PAGE_BITS][PAGE];
    mask = slots - 1;
  }
}
