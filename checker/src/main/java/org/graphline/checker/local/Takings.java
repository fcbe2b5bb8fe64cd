package org.graphline.checker.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import org.graphline.model.semantics.LocalCode.Outcome;

/// What a taker becomes, by what it takes and, for a server, from which of its clients (counted from 1; 0 elsewhere).
public final class Takings {
  private final LocalSpace space;
  private final BiFunction<Integer, Integer, Outcome> taking;
  private final Map<Long, Integer> targets = new HashMap<>();
  private final List<IntConsumer> listeners = new ArrayList<>();

  /// @param taking what becomes of the taker, given the client and the letter
  Takings(LocalSpace space, BiFunction<Integer, Integer, Outcome> taking) {
    this.space = space;
    this.taking = taking;
  }

  /// Returns the local state after taking a letter, which may come from now on.
  int take(int client, int letter) throws Unsupported {
    Integer known = targets.get(key(client, letter));
    if (known != null) {
      return known;
    }
    int target = space.intern(taking.apply(client, letter));
    targets.put(key(client, letter), target);
    listeners.forEach(l -> l.accept(target));
    return target;
  }

  /// Tells `listener` where the taker gets to, now and as letters turn up.
  void listen(IntConsumer listener) {
    targets.values().forEach(listener::accept);
    listeners.add(listener);
  }

  /// Returns the local state after taking a letter; -1 if that never comes.
  public int after(int client, int letter) {
    return targets.getOrDefault(key(client, letter), -1);
  }

  private static long key(int client, int letter) {
    return (long) client << Integer.SIZE | letter;
  }
}
