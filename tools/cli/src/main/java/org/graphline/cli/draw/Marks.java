package org.graphline.cli.draw;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphline.checker.verdict.ProofAccount;
import org.graphline.checker.verdict.ProofAccount.Ground;
import org.graphline.checker.verdict.WaitForGraph.Waiter;
import org.graphline.cli.draw.Picture.Mark;
import org.graphline.model.network.Network;

/// What was found out about desks and wires, for a picture of them.
///
/// @param words what is said of a desk, by position
/// @param desks marks of desks, by position
/// @param wires marks of wires, by key
record Marks(Map<Integer, String> words, Map<Integer, Mark> desks, Map<String, Mark> wires) {
  /// Nothing was found out.
  static final Marks NONE = new Marks(Map.of(), Map.of(), Map.of());

  Marks {
    words = Map.copyOf(words);
    desks = Map.copyOf(desks);
    wires = Map.copyOf(wires);
  }

  /// Returns who is stuck, and where.
  static Marks of(Network network, List<Waiter> waiters) {
    Map<Integer, String> words = new HashMap<>();
    Map<Integer, Mark> desks = new HashMap<>();
    Map<String, Mark> wires = new HashMap<>();
    waiters.stream().filter(w -> !w.rests()).forEach(waiter -> {
      words.putIfAbsent(waiter.instance(), "wants to " + waiter.action());
      desks.put(waiter.instance(), Mark.STUCK);
      Waits.wires(network, waiter).forEach(wire -> wires.put(wire, Mark.STUCK));
    });
    return new Marks(words, desks, wires);
  }

  /// Returns what keeps everybody from being stuck, and the wires of the first near miss.
  static Marks of(Network network, ProofAccount account) {
    Map<Integer, String> words = new HashMap<>();
    Map<Integer, Mark> desks = new HashMap<>();
    Map<String, Mark> wires = new HashMap<>();
    for (ProofAccount.Group group : account.groups()) {
      group.components().forEach(i -> {
        words.put(i, words(group.ground(), account));
        desks.put(i, mark(group.ground()));
      });
    }
    account.nearMisses().stream().limit(1).flatMap(near -> near.waiters().stream()).filter(w -> !w.rests())
        .flatMap(w -> Waits.wires(network, w).stream()).forEach(wire -> wires.put(wire, Mark.ARGUMENT));
    return new Marks(words, desks, wires);
  }

  private static String words(Ground ground, ProofAccount account) {
    return switch (ground) {
      case ALONE -> "held up by nobody";
      case NEIGHBORS -> "by its neighbors";
      case ARGUMENT -> "by " + (account.excludedBy().isEmpty() ? account.argument() : account.excludedBy());
    };
  }

  private static Mark mark(Ground ground) {
    return switch (ground) {
      case ALONE -> Mark.ALONE;
      case NEIGHBORS -> Mark.NEIGHBORS;
      case ARGUMENT -> Mark.ARGUMENT;
    };
  }
}
