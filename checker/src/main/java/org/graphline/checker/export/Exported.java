package org.graphline.checker.export;

import java.util.List;

/// What came of an export.
public sealed interface Exported {

  /// The network in the other language.
  record Text(String text) implements Exported {}

  /// What stands in the way, in the order of the network.
  record OutsideFragment(List<Obstacle> obstacles) implements Exported {
    public OutsideFragment {
      obstacles = List.copyOf(obstacles);
    }
  }
}
