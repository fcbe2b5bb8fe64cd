package org.graphline.checker.local;

import java.util.BitSet;
import java.util.List;

/// One local state of a behavior.
///
/// @param frame   its cells
/// @param fault   the node at which an error was met (rule R1), or -1
/// @param isGone  whether the instance has gone home or failed
/// @param rests   whether it rests (rule R4)
/// @param open    the port elements that are not closed
/// @param stances what each of its threads waits for; none in an error state
/// @param left    the local state after going home; itself if gone
public record LocalState(int[] frame, int fault, boolean isGone, boolean rests, BitSet open, List<Stance> stances,
    int left) {
  public LocalState {
    stances = List.copyOf(stances);
  }

  /// Reports whether it is an error state.
  public boolean isFaulty() {
    return fault >= 0;
  }
}
