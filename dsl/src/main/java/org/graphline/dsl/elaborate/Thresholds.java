package org.graphline.dsl.elaborate;

/// Between which indices nothing depends on the index any more, and from which size on nothing on the size.
///
/// It starts with no bounds at all; bounds are only ever made tighter.
final class Thresholds {
  private int low = Integer.MIN_VALUE / 4;
  private int high = Integer.MAX_VALUE / 4;
  private int size;

  /// From this index on.
  int low() {
    return low;
  }

  /// Up to the size plus this.
  int high() {
    return high;
  }

  /// From this size on.
  int size() {
    return size;
  }

  void low(int index) {
    low = Math.max(low, index);
  }

  void high(int index) {
    high = Math.min(high, index);
  }

  void size(int least) {
    size = Math.max(size, least);
  }

  Thresholds copy() {
    var copy = new Thresholds();
    copy.low = low;
    copy.high = high;
    copy.size = size;
    return copy;
  }

  /// Takes over what is known of an index that is larger by `offset`.
  void shifted(Thresholds other, int offset) {
    low(other.low + offset);
    high(other.high + offset);
    size(other.size);
  }
}
