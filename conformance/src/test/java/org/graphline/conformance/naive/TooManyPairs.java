package org.graphline.conformance.naive;

/// The networks are too large to be compared by the definitions alone.
public final class TooManyPairs extends RuntimeException {
  private static final long serialVersionUID = 1;

  TooManyPairs(int most) {
    super("more than " + most + " pairs of a state and of those the specification may be in", null, false, false);
  }
}
