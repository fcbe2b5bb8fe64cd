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
/// @param joints  what happens when one of its threads takes what another gives, where its ends are joined
/// @param left    the local state after closing time; itself if gone, -1 if it never comes
public record LocalState(int[] frame, int fault, boolean isGone, boolean rests, BitSet open, List<Stance> stances,
    List<Joint> joints, int left) {
  public LocalState {
    stances = List.copyOf(stances);
    joints = List.copyOf(joints);
  }

  /// A thread gives, another takes, and `next` is where that leads.
  ///
  /// @param giver  the port element at which the thread `by` sends, calls or replies
  /// @param taker  the port element at which the thread `to` takes
  /// @param choice the case of a `select` that takes; -1 for none
  /// @param client for a request or reply the client of the server, counted from 1; else 0
  public record Joint(int by, int to, int giver, int taker, int choice, int client, int next) {}

  /// Reports whether it is an error state.
  public boolean isFaulty() {
    return fault >= 0;
  }
}
