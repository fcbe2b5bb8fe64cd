package org.graphline.checker.search;

import java.util.concurrent.locks.ReentrantLock;
import org.graphline.checker.store.Store;

/// What the threads of a search share beside the store: why it ended, who wants to know what.
final class Control {
  private static final long WATCH_NANOS = 200_000_000;
  /// Bounds on states up to this one are kept to exactly.
  private static final long MOST_COUNTED = 1_000_000;

  private final Store store;
  private final Inspector inspector;
  private final Bounds bounds;
  private final Watcher watcher;
  private final ReentrantLock watching = new ReentrantLock();
  private final long start;
  private long nextWatch;
  private boolean lastLevel;
  private volatile Result.End end;
  private volatile boolean uncountedSeen;
  private long depth;
  private long frontier;

  Control(Store store, Inspector inspector, Bounds bounds, Watcher watcher) {
    this.store = store;
    this.inspector = inspector;
    this.bounds = bounds;
    this.watcher = watcher;
    this.start = bounds.nanoTime().getAsLong();
    this.nextWatch = start + WATCH_NANOS;
  }

  /// Says what is looked at from now on. Not while others work.
  void enter(long newDepth, long newFrontier) {
    depth = newDepth;
    frontier = newFrontier;
  }

  boolean ended() {
    return end != null || uncountedSeen;
  }

  Result.End end() {
    return end;
  }

  /// Ends the search, unless it has ended for another reason.
  synchronized void end(Result.End why) {
    if (end == null) {
      end = why;
    }
  }

  /// Reports whether the search must begin anew because there are steps that do not count.
  boolean uncountedSeen() {
    return uncountedSeen;
  }

  void sawUncounted() {
    uncountedSeen = true;
  }

  /// Ends the search if there is a reason to, between levels.
  void betweenLevels(long nextDepth, long nextFrontier) {
    if (lastLevel) {
      end(Result.End.INSPECTOR);
    } else if (nextFrontier == 0) {
      end(Result.End.ALL_SEEN);
    } else if (nextDepth > bounds.maxDepth()) {
      end(Result.End.DEPTH);
    }
  }

  /// Reports whether so many states more may be too many, and each must be counted before the next is added.
  boolean mustCount(double more) {
    return bounds.maxStates() <= MOST_COUNTED && store.size() + more > bounds.maxStates();
  }

  /// Ends the search if there are too many states.
  void count() {
    if (store.size() > bounds.maxStates()) {
      end(Result.End.STATES);
    }
  }

  /// Returns how many states there are; the first one too many does not count where each was counted.
  long states() {
    return end == Result.End.STATES && bounds.maxStates() <= MOST_COUNTED
        ? Math.min(store.size(), bounds.maxStates()) : store.size();
  }

  synchronized void inspect(long[] state) {
    if (end != null) {
      return;
    }
    switch (inspector.inspect(state, depth)) {
      case GO_ON -> { }
      case END_LEVEL -> lastLevel = true;
      case STOP -> end = Result.End.INSPECTOR;
    }
  }

  /// Ends the search if there is a reason to, and tells the watcher if it is time.
  void tick() {
    if (bounds.cancelled().getAsBoolean()) {
      end(Result.End.CANCELLED);
    }
    count();
    if (bounds.isLate()) {
      end(Result.End.TIME);
    }
    watch();
  }

  private void watch() {
    if (!watching.tryLock()) {
      return;
    }
    try {
      long now = bounds.nanoTime().getAsLong();
      if (now - nextWatch >= 0) {
        nextWatch = now + WATCH_NANOS;
        long states = store.size();
        watcher.exploring(states, depth, frontier, states * 1e9 / Math.max(1, now - start), store.bytes());
      }
    } finally {
      watching.unlock();
    }
  }
}
