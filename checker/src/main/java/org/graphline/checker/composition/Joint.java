package org.graphline.checker.composition;

/// A step of one or both of two parts.
///
/// @param left  the label it has on the left, -1 if the left takes no part
/// @param right the label it has on the right, -1 if the right takes no part
/// @param label the label it has for both
/// @param moved who is surely moved if it is possible, as [Marking.Joining#mark] has it
record Joint(int left, int right, int label, long moved) {}
