package org.graphline.checker.packed;

import java.util.List;

/// What makes a state suspicious, beside being an error state and having nothing that must happen.
///
/// @param stuckGroups whether a group of instances may be stuck in it (rule R6)
/// @param watches     conditions, any of which makes it so
public record Interest(boolean stuckGroups, List<Watch> watches) {
  /// No interest in single states.
  public static final Interest NONE = new Interest(false, List.of());

  public Interest {
    watches = List.copyOf(watches);
  }
}
