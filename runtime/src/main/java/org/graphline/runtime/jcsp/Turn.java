package org.graphline.runtime.jcsp;

import java.util.ArrayDeque;

/// Whose turn it is to read from a line with several readers: JCSP can only choose over an end with one
/// reader, so one at a time is it, first come, first served.
final class Turn {
  private Waiter holder;
  private final ArrayDeque<Waiter> queue = new ArrayDeque<>();

  /// Returns whether it is the turn of `waiter`; if not, it is in the queue and will be nudged.
  synchronized boolean isMine(Waiter waiter) {
    if (holder == null) {
      holder = waiter;
    }
    if (holder != waiter && !queue.contains(waiter)) {
      queue.add(waiter);
    }
    return holder == waiter;
  }

  /// Ends the turn of `waiter`, or its waiting for one.
  synchronized void pass(Waiter waiter) {
    queue.remove(waiter);
    if (holder == waiter) {
      holder = queue.poll();
      if (holder != null) {
        holder.nudge();
      }
    }
  }
}
