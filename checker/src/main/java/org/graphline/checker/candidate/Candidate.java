package org.graphline.checker.candidate;

import java.util.List;

/// Who might be stuck, and where.
///
/// @param places the instances, each with a local state
public record Candidate(List<Place> places) {
  public Candidate {
    places = List.copyOf(places);
  }

  /// An instance in a local state.
  ///
  /// @param stuck whether it belongs to the group, rather than being where it helps nobody
  public record Place(int instance, int state, boolean stuck) {}
}
