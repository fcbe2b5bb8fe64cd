package org.graphline.checker.compiled;

/// How much code goes where, in bytes.
///
/// @param lead   how much a lead may take before constants go to tables
/// @param method how much a method may take before it is split
/// @param calls  how many calls a method may make before it is split
record Sizes(int lead, int method, int calls) {
  private static final int ALL_LEADS = 400_000;
  private static final int MOST = 8_000;

  /// Returns what suits HotSpot, which leaves methods of more than 8000 bytes to its interpreter, for a
  /// product with so many leads.
  static Sizes of(int leads) {
    return new Sizes(Math.min(MOST, ALL_LEADS / (1 + leads)), MOST / 2, 150);
  }
}
