package org.graphline.model.semantics;

import java.util.Arrays;

/// One state of a network: the cells of all its processes, lines and connections, as [Layout] places them.
public final class State {
  private final int[] cells;
  private final int hash;

  State(int[] cells) {
    this.cells = cells;
    this.hash = Arrays.hashCode(cells);
  }

  /// Returns the state with these cells, which come from [#copyCells] of another or from a store.
  public static State of(int[] cells) {
    return new State(cells.clone());
  }

  /// Returns the content of a cell.
  public int cell(int index) {
    return cells[index];
  }

  /// Returns how many cells there are.
  public int size() {
    return cells.length;
  }

  /// Returns a copy of the cells.
  public int[] copyCells() {
    return cells.clone();
  }

  int[] cells() {
    return cells;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof State that && hash == that.hash && Arrays.equals(cells, that.cells);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
