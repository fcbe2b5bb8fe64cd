package org.graphline.checker.packed;

import java.util.List;
import org.graphline.checker.product.Product;

/// Tells suspicious states from others, as an [Interest] says.
public final class Suspicion {
  private final boolean stuckGroups;
  private final StuckTables tables;
  private final List<Watched> watches;

  public Suspicion(Product product, Packing packing, Interest interest) {
    this.stuckGroups = interest.stuckGroups();
    this.tables = new StuckTables(product, packing);
    this.watches = interest.watches().stream().map(w -> new Watched(w, packing)).toList();
  }

  /// Reports whether it matters who moves.
  public boolean asksWhoMoves() {
    return stuckGroups;
  }

  /// Returns how many words the set of those who move has.
  public int setWords() {
    return tables.setWords;
  }

  /// Returns a judge over states; each thread needs its own.
  public Judge judge() {
    return new Judge();
  }

  /// Judges one state after the other.
  public final class Judge {
    private final StuckFilter filter = new StuckFilter(tables);
    private final Watched[] watched = watches.toArray(Watched[]::new);

    private Judge() {}

    /// Reports whether the state at `states[at]` is suspicious; it is no error state and something must
    /// happen in it.
    ///
    /// @param moved the set of instances that surely move, as bits
    public boolean isSuspicious(long[] states, int at, long[] moved) {
      if (stuckGroups && filter.isPossible(states, at, moved)) {
        return true;
      }
      for (Watched watch : watched) {
        if (watch.isMet(states, at)) {
          return true;
        }
      }
      return false;
    }
  }
}
