package org.graphline.checker.space;

/// What each cell of a state can hold, and whose it is.
public interface Cells {

  /// Returns how many cells a state has.
  int size();

  /// Returns the least value of a cell.
  int low(int cell);

  /// Returns the greatest value of a cell.
  int high(int cell);

  /// Returns the part of the network a cell belongs to, as written below the graph: `peer[0].mixer`; empty
  /// for a line.
  String owner(int cell);
}
