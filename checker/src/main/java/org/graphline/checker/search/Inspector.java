package org.graphline.checker.search;

/// Looks closer at suspicious states. Never called by two threads at once.
@FunctionalInterface
public interface Inspector {

  /// What the search shall do after a state was inspected.
  enum Next {
    /// Go on as if nothing had happened.
    GO_ON,
    /// Look at the other states of this level, but at no further level.
    END_LEVEL,
    /// Stop at once.
    STOP
  }

  /// Looks at `state`, which no shorter story than one of `depth` counted steps leads to. Comes in the order
  /// of depth; in rare cases twice for a state.
  Next inspect(long[] state, long depth);
}
