package org.graphline.runtime.jcsp;

/// Whoever may be waiting for something to change.
interface Waiter {
  /// Makes the waiter look again, and counts it as busy until it has. Never blocks, and costs nothing if it
  /// is in vain.
  void nudge();
}
