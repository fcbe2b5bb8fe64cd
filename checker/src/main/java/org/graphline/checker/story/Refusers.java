package org.graphline.checker.story;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graphline.checker.refinement.Difference;
import org.graphline.checker.refinement.Event;
import org.graphline.checker.verdict.WaitForGraph.Waiter;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Exposure;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;

/// Says who refuses what a network should not refuse: whose port is exposed there, and what it waits for
/// instead.
final class Refusers {
  private static final int MANY = 4;

  private final Network network;
  private final Parties parties;
  private final Function<Integer, List<Waiter>> waiters;

  /// @param waiters the blocked threads of an instance where the story ends
  Refusers(Network network, Parties parties, Function<Integer, List<Waiter>> waiters) {
    this.network = network;
    this.parties = parties;
    this.waiters = waiters;
  }

  /// Returns a sentence for each port at which something is refused.
  List<String> sentences(Difference difference) {
    Stream<Event> refused = switch (difference) {
      case Difference.Refusal(_, var accepted, var wanted) ->
          wanted.stream().flatMap(List::stream).filter(e -> !accepted.contains(e));
      case Difference.Ambiguity(_, _, var event, _) -> Stream.of(event);
      case Difference.Excess _, Difference.Silence _ -> Stream.empty();
    };
    return refused.map(Event::port).distinct().limit(MANY).flatMap(this::sentence).toList();
  }

  private Stream<String> sentence(String port) {
    Stream<String> trays = network.lines().stream().filter(l -> isAt(l.exposure().stream(), port))
        .map(l -> port + (l.isInTray() ? " leads to " : " comes from ")
        + who(l.isInTray() ? l.readers() : l.writers()));
    Stream<String> doors = network.connections().stream().filter(c -> isAt(c.exposure().stream(), port))
        .map(c -> port + (c.client().isEmpty() ? " leads to " : " comes from ") + who(inside(c)));
    return Stream.concat(trays, doors);
  }

  private static boolean isAt(Stream<Exposure> exposure, String port) {
    return exposure.anyMatch(e -> e.display().equals(port));
  }

  private static List<End> inside(Connection connection) {
    return Stream.concat(connection.client().stream(), connection.server().stream()).toList();
  }

  private String who(List<End> ends) {
    var all = new ArrayList<String>();
    ends.stream().map(End::instance).distinct().forEach(instance -> {
      List<Waiter> waiting = waiters.apply(instance);
      all.add(parties.name(instance) + (waiting.isEmpty() ? ", which has gone home" : ", which wants to "
          + waiting.stream().map(w -> w.action() + " now (" + w.span().place() + ")").distinct()
              .collect(Collectors.joining(" or to "))));
    });
    return all.isEmpty() ? "the environment"
        : String.join(", or ", all.subList(0, Math.min(MANY, all.size())));
  }
}
