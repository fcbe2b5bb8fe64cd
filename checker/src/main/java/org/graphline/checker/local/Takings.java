package org.graphline.checker.local;

import java.util.HashMap;
import java.util.Map;

/// What a taker becomes, by what it takes and, for a server, from which of its clients (counted from 1; 0 elsewhere).
public final class Takings {
  private final Map<Long, Integer> targets = new HashMap<>();

  void put(int client, int letter, int target) {
    targets.put(key(client, letter), target);
  }

  /// Returns the local state after taking a letter that may come.
  public int after(int client, int letter) {
    Integer target = targets.get(key(client, letter));
    if (target == null) {
      throw new AssertionError("letter " + letter + " never comes from client " + client);
    }
    return target;
  }

  private static long key(int client, int letter) {
    return (long) client << Integer.SIZE | letter;
  }
}
