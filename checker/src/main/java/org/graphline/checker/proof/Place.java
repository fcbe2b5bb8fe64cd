package org.graphline.checker.proof;

/// A value of a field.
record Place(int field, int value) {}
