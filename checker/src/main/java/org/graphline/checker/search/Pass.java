package org.graphline.checker.search;

/// Which steps of a level's states are followed.
enum Pass {
  /// All, in the belief that all of them count. Given up when that turns out to be wrong.
  ALL,
  /// Those that do not count, which lead to further states of the same level.
  UNCOUNTED,
  /// Those that count, of states looked at before.
  COUNTED
}
