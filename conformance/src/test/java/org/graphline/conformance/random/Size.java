package org.graphline.conformance.random;

/// How large random programs are. Most mistakes show in small networks, of which many more can be looked at;
/// some need larger ones.
public enum Size {
  /// Two desks that do little, and a few claims.
  SMALL(40, 4, 45),
  /// Two or three desks.
  MEDIUM(75, 8, 65),
  /// Up to four desks or rows of them, and everything that can be claimed.
  LARGE(100, 14, 100);

  private final int percent;
  private final int statements;
  private final int claims;

  Size(int percent, int statements, int claims) {
    this.percent = percent;
    this.statements = statements;
    this.claims = claims;
  }

  /// Returns the size of the program with this seed in a long run: of twenty, fifteen are small, four medium,
  /// one large.
  public static Size of(long seed) {
    long chance = (seed * 0x9E3779B97F4A7C15L >>> 32) % 20;
    return chance < 15 ? SMALL : chance < 19 ? MEDIUM : LARGE;
  }

  /// Returns a weight or chance of what makes networks large, less for smaller ones.
  int less(int weight) {
    return weight * percent / 100;
  }

  /// Returns how many statements nest freely before only single ones follow.
  int statements() {
    return statements;
  }

  /// Returns how many of a hundred claims are made that need not be.
  int claims() {
    return claims;
  }
}
