package org.graphline.checker.composition;

import java.util.List;

/// Two parts together: every state, and the smallest system that behaves alike.
///
/// @param whole every state
/// @param left  for each state the one of the left part
/// @param right for each state the one of the right part
/// @param least the smallest system
/// @param state for each state the one of the smallest system
record Joined(List<Joint> joints, Lts whole, int[] left, int[] right, Lts least, int[] state) {}
