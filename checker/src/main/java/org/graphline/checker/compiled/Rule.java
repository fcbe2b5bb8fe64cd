package org.graphline.checker.compiled;

import java.util.List;

/// An offer as operations, with the constants they leave open.
record Rule(List<Op> ops, long[] constants) {
  Rule {
    ops = List.copyOf(ops);
  }

  /// Returns about how many bytes of code it takes.
  int bytes() {
    int bytes = 0;
    for (Op op : ops) {
      bytes += op.bytes();
    }
    return bytes;
  }
}
