package org.graphline.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns a [Wiring.Sheet] into a [Plan]: arrows that meet at a junction become one line, and ports that are
/// connected not at all, or twice, are refused. A copy of an `all` arrow may be one more writer of a line
/// from hand to hand.
final class Resolver {
  private final String graph;
  private final Wiring.Sheet sheet;

  Resolver(String graph, Wiring.Sheet sheet) {
    this.graph = graph;
    this.sheet = sheet;
  }

  Plan plan() {
    Plan plan = new Plan(graph, List.copyOf(sheet.desks), lines(), calls(), List.copyOf(sheet.barriers),
        List.copyOf(sheet.exposed));
    refuseLooseEnds(plan);
    return plan;
  }

  private List<Plan.Line> lines() {
    Map<Port, List<Wire<?>>> meeting = new IdentityHashMap<>();
    for (Wire<?> wire : sheet.wires) {
      portsOf(wire).forEach(port -> meeting.computeIfAbsent(port, _ -> new ArrayList<>()).add(wire));
    }
    meeting.entrySet().removeIf(entry -> !(entry.getKey() instanceof Junction<?>)
        && !joinsCopy(entry.getValue()));
    Set<Wire<?>> done = new HashSet<>();
    List<Plan.Line> lines = new ArrayList<>();
    for (Wire<?> wire : sheet.wires) {
      if (!done.contains(wire)) {
        List<Wire<?>> group = new ArrayList<>();
        gather(wire, meeting, done, group);
        lines.add(merge(group));
      }
    }
    return lines;
  }

  private static List<Port> portsOf(Wire<?> wire) {
    List<Port> ports = new ArrayList<>(wire.senders());
    ports.addAll(wire.receivers());
    return ports;
  }

  /// Reports whether these arrows, which end at one port, may be one line.
  private static boolean joinsCopy(List<Wire<?>> wires) {
    return wires.stream().allMatch(wire -> wire.room().isHandToHand() && wire.receivers().size() == 1)
        && wires.stream().flatMap(wire -> wire.senders().stream())
            .anyMatch(port -> port.desk() instanceof Split<?>);
  }

  private static void gather(Wire<?> wire, Map<Port, List<Wire<?>>> meeting, Set<Wire<?>> done,
      List<Wire<?>> group) {
    if (done.add(wire)) {
      group.add(wire);
      for (Port port : portsOf(wire)) {
        meeting.getOrDefault(port, List.of()).forEach(next -> gather(next, meeting, done, group));
      }
    }
  }

  private Plan.Line merge(List<Wire<?>> group) {
    Room room = Room.handToHand();
    List<Port> writers = new ArrayList<>();
    List<Port> readers = new ArrayList<>();
    for (Wire<?> wire : group) {
      if (!wire.room().isHandToHand()) {
        if (!room.isHandToHand()) {
          throw new IllegalStateException("two rooms on one line of " + graph + ": " + room + " and "
              + wire.room());
        }
        room = wire.room();
      }
      writers.addAll(wire.senders());
      wire.receivers().stream().filter(port -> !readers.contains(port)).forEach(readers::add);
    }
    writers.removeIf(port -> port instanceof Junction<?>);
    readers.removeIf(port -> port instanceof Junction<?>);
    if (writers.isEmpty() || readers.isEmpty()) {
      throw new IllegalStateException("a line of " + graph + " has one end only: " + writers + " -> "
          + readers);
    }
    return new Plan.Line(room, writers, readers);
  }

  private List<Plan.Calls> calls() {
    Map<Port, List<Port>> towards = new LinkedHashMap<>();
    sheet.calls.forEach(pair -> towards.computeIfAbsent(pair[1], _ -> new ArrayList<>()).add(pair[0]));
    List<Plan.Calls> calls = new ArrayList<>();
    for (Port server : towards.keySet()) {
      if (!(server instanceof CallJunction<?, ?>)) {
        List<Port> clients = new ArrayList<>();
        collectClients(server, towards, clients);
        calls.add(new Plan.Calls(server, clients));
      }
    }
    return calls;
  }

  private static void collectClients(Port server, Map<Port, List<Port>> towards, List<Port> clients) {
    for (Port client : towards.getOrDefault(server, List.of())) {
      if (client instanceof CallJunction<?, ?>) {
        collectClients(client, towards, clients);
      } else {
        clients.add(client);
      }
    }
  }

  private static void refuseLooseEnds(Plan plan) {
    Set<Port> connected = new HashSet<>();
    plan.lines().forEach(line -> {
      line.writers().forEach(port -> once(port, connected));
      line.readers().forEach(port -> once(port, connected));
    });
    plan.calls().forEach(calls -> {
      once(calls.server(), connected);
      calls.clients().forEach(port -> once(port, connected));
    });
    plan.barriers().forEach(barrier -> barrier.members().forEach(port -> once(port, connected)));
    List<Port> all = new ArrayList<>(plan.exposed());
    plan.desks().forEach(desk -> all.addAll(desk.ports()));
    all.removeAll(connected);
    if (!all.isEmpty()) {
      throw new IllegalStateException("not connected: " + all);
    }
  }

  private static void once(Port port, Set<Port> connected) {
    if (!connected.add(port)) {
      throw new IllegalStateException(port + " is on two lines");
    }
  }
}
