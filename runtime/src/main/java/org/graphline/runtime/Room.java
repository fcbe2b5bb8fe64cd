package org.graphline.runtime;

/// How many letters a line holds, and what happens to one too many. No room at all is hand to hand (ruling
/// R15).
public record Room(Kind kind, int places) {
  /// What a full line does: the sender waits, the oldest letter goes, the newest letter goes.
  public enum Kind {
    WAITING, OVERWRITING, DROPPING
  }

  public Room {
    if (places < 0) {
      throw new ErrorState("a line cannot hold " + places + " letters");
    }
    kind = places == 0 ? Kind.WAITING : kind;
  }

  /// Rendezvous: the sender waits until its letter is taken.
  public static Room handToHand() {
    return new Room(Kind.WAITING, 0);
  }

  /// `[n]`
  public static Room room(int places) {
    return new Room(Kind.WAITING, places);
  }

  /// `[overwriting n]`
  public static Room overwriting(int places) {
    return new Room(Kind.OVERWRITING, places);
  }

  /// `[dropping n]`
  public static Room dropping(int places) {
    return new Room(Kind.DROPPING, places);
  }

  /// Reports whether nothing is ever in the post.
  public boolean isHandToHand() {
    return places == 0;
  }
}
