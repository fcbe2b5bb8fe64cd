package org.graphline.checker.product;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.graphline.checker.local.LocalSpaces;
import org.graphline.model.network.Behavior;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Instance;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.term.Graph;

/// What lies around single instances: their lines and connections with all ends, as numbers that are the same
/// where the offers are the same but for who they speak of.
final class Stars {
  private final Network network;
  private final LocalSpaces spaces;
  private final Map<Behavior, Integer> behaviors = new IdentityHashMap<>();
  private final Map<Object, Integer> wires = new HashMap<>();
  private final int[] lineKinds;
  private final int[] connectionKinds;
  /// For each instance one more than its role in the star at hand; 0 if it has none.
  private final int[] roles;
  private int[] numbers = new int[64];
  private int length;
  private int[] around = new int[16];
  private int others;

  Stars(LocalSpaces spaces) {
    this.spaces = spaces;
    this.network = spaces.network();
    this.roles = new int[network.instances().size()];
    this.lineKinds = network.lines().stream().mapToInt(this::kind).toArray();
    this.connectionKinds = network.connections().stream().mapToInt(this::kind).toArray();
  }

  private record LineKind(Graph.Overflow overflow, int capacity, boolean isInTray, boolean isOutTray,
      List<Integer> letters) {}

  private record ConnectionKind(boolean isOpen, List<Integer> requests, List<Integer> replies) {}

  private int kind(Line line) {
    return wires.computeIfAbsent(new LineKind(line.overflow(), line.capacity(), line.isInTray(),
        line.isOutTray(), spaces.onLine(line.id())), _ -> wires.size());
  }

  private int kind(Connection connection) {
    return wires.computeIfAbsent(new ConnectionKind(connection.exposure().isPresent(),
        spaces.requests(connection.id()), spaces.replies(connection.id())), _ -> wires.size());
  }

  /// A star.
  ///
  /// @param numbers equal where it looks the same from the middle
  /// @param around  the other instances, in an order that is the same where it looks the same
  record Star(int[] numbers, int[] around) {}

  /// Returns the star of an instance: what it does, and for each of its port elements what that is joined to
  /// and who else is there with which element.
  Star of(Instance instance) {
    length = 0;
    others = 0;
    roles[instance.id()] = 1;
    add(behavior(instance));
    var elements = instance.behavior().elements();
    for (int element = 0; element < elements.size(); element++) {
      int wire = instance.wire(element);
      switch (elements.get(element).port().direction()) {
        case IN, OUT -> line(network.lines().get(wire));
        case CLIENT -> {
          Connection connection = network.connections().get(wire);
          add(connectionKinds[connection.id()]);
          connection.server().ifPresentOrElse(s -> {
            end(s);
            add(spaces.client(connection));
          }, () -> add(-1));
        }
        case SERVER -> {
          List<Integer> clients = network.servers().get(wire).connections();
          add(clients.size());
          for (int client : clients) {
            add(connectionKinds[client]);
            network.connections().get(client).client().ifPresentOrElse(this::end, () -> add(-1));
          }
        }
        case BARRIER -> throw new AssertionError("a barrier");
      }
    }
    roles[instance.id()] = 0;
    for (int i = 0; i < others; i++) {
      roles[around[i]] = 0;
    }
    return new Star(Arrays.copyOf(numbers, length), Arrays.copyOf(around, others));
  }

  private void line(Line line) {
    add(lineKinds[line.id()]);
    for (List<End> side : List.of(line.writers(), line.readers())) {
      add(side.size());
      side.forEach(this::end);
    }
  }

  private void end(End end) {
    int role = roles[end.instance()] - 1;
    if (role < 0) {
      role = others + 1;
      roles[end.instance()] = role + 1;
      if (others == around.length) {
        around = Arrays.copyOf(around, 2 * others);
      }
      around[others++] = end.instance();
      add(role);
      add(behavior(network.instances().get(end.instance())));
    } else {
      add(role);
    }
    add(end.element());
  }

  private int behavior(Instance instance) {
    return behaviors.computeIfAbsent(instance.behavior(), _ -> behaviors.size());
  }

  private void add(int number) {
    if (length == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * length);
    }
    numbers[length++] = number;
  }

  /// Returns the lines that an instance is joined to, each once.
  List<Line> lines(Instance instance) {
    var all = new ArrayList<Line>();
    var elements = instance.behavior().elements();
    for (int element = 0; element < elements.size(); element++) {
      switch (elements.get(element).port().direction()) {
        case IN, OUT -> all.add(network.lines().get(instance.wire(element)));
        case CLIENT, SERVER, BARRIER -> { }
      }
    }
    return all.stream().distinct().toList();
  }

  /// Returns the connections that an instance is joined to, each once.
  List<Connection> connections(Instance instance) {
    var all = new ArrayList<Connection>();
    var elements = instance.behavior().elements();
    for (int element = 0; element < elements.size(); element++) {
      int wire = instance.wire(element);
      switch (elements.get(element).port().direction()) {
        case CLIENT -> all.add(network.connections().get(wire));
        case SERVER -> network.servers().get(wire).connections().stream().map(network.connections()::get)
            .forEach(all::add);
        case IN, OUT, BARRIER -> { }
      }
    }
    return all.stream().distinct().toList();
  }
}
