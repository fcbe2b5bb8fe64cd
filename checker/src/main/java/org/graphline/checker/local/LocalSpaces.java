package org.graphline.checker.local;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graphline.model.network.Behavior;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Instance;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.network.ServerEnd;
import org.graphline.model.value.DataType;

/// The local states of all behaviors of a network, and the letters that may pass on each line and connection: the least
/// sets closed under local steps where whatever is sent may be taken; on a line that holds letters, between two
/// instances, only as far as both may be in such states together. Every local state of a reachable state of the network
/// is among them; not each of them need be reachable.
public final class LocalSpaces {
  private static final int FEW = 200;

  private final Network network;
  private final Letters letters = new Letters();
  /// In the order of the instances; behaviors are equal only to themselves.
  private final Map<Behavior, LocalSpace> spaces = new LinkedHashMap<>();
  private final LocalSpace[] ofInstances;
  private final Map<Behavior, List<Instance>> instances;
  private final List<Set<Integer>> onLines = new ArrayList<>();
  private final List<Set<Integer>> requests = new ArrayList<>();
  private final List<Set<Integer>> replies = new ArrayList<>();

  private final Surroundings surroundings;
  private final PairReach pairs;
  private final Runnable look;

  private LocalSpaces(Network network, Map<Behavior, List<Instance>> instances, Surroundings surroundings,
      Optional<Set<List<Integer>>> apart, Runnable look) {
    this.look = look;
    this.network = network;
    this.ofInstances = new LocalSpace[network.instances().size()];
    this.instances = instances;
    this.surroundings = surroundings;
    network.lines().forEach(_ -> onLines.add(new LinkedHashSet<>()));
    network.connections().forEach(_ -> {
      requests.add(new LinkedHashSet<>());
      replies.add(new LinkedHashSet<>());
    });
    this.pairs = new PairReach(this, surroundings, apart);
  }

  /// Returns the local spaces of a network.
  ///
  /// @throws Unsupported if there are too many local states
  public static LocalSpaces of(Network network) throws Unsupported {
    return of(network, () -> { });
  }

  /// As [#of(Network)].
  ///
  /// @param look called for each local state that is met; what it throws ends the search for them
  public static LocalSpaces of(Network network, Runnable look) throws Unsupported {
    return of(network, FEW, look);
  }

  /// As [#of(Network)].
  ///
  /// @param few how many local states of a behavior, or contents of a line, there may be before instances are looked at
  ///            two at a time
  public static LocalSpaces of(Network network, int few) throws Unsupported {
    return of(network, few, () -> { });
  }

  private static LocalSpaces of(Network network, int few, Runnable look) throws Unsupported {
    Map<Behavior, List<Instance>> instances = new IdentityHashMap<>();
    for (Instance instance : network.instances()) {
      instances.computeIfAbsent(instance.behavior(), _ -> new ArrayList<>()).add(instance);
    }
    var surroundings = new Surroundings(network, instances);
    var apart = new HashSet<List<Integer>>();
    boolean closely = false;
    while (true) {
      var all = new LocalSpaces(network, instances, surroundings,
          closely ? Optional.of(Set.copyOf(apart)) : Optional.empty(), look);
      int most = closely || !new PairReach(all, surroundings, Optional.of(Set.of())).hasPairs()
          ? Integer.MAX_VALUE : few;
      Set<List<Integer>> tooLarge = all.fill(most);
      apart.addAll(tooLarge);
      if (all.hasMoreThan(most)) {
        closely = true;
      } else if (tooLarge.isEmpty() && !surroundings.learn(all.spaces)) {
        return all;
      }
    }
  }

  private boolean hasMoreThan(int most) {
    return spaces.values().stream().anyMatch(s -> s.size() > most) || network.lines().stream()
        .anyMatch(l -> Math.pow(onLines.get(l.id()).size(), l.capacity()) > most);
  }

  /// Finds local states, no more than about `most` of a behavior if instances are looked at one by one. Returns the
  /// pairs of instances that cannot be looked at together.
  private Set<List<Integer>> fill(int most) throws Unsupported {
    var posts = new Posts();
    network.instances().stream().map(Instance::behavior).distinct().forEach(behavior ->
        spaces.put(behavior, new LocalSpace(behavior, letters, posts,
            SelfTalk.among(network, instances.get(behavior)), surroundings, look)));
    network.instances().forEach(i -> ofInstances[i.id()] = spaces.get(i.behavior()));
    environment();
    if (pairs.hasPairs()) {
      return pairs.run();
    }
    for (LocalSpace space : spaces.values()) {
      space.start();
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (LocalSpace space : List.copyOf(spaces.values())) {
        changed |= space.expand(most);
      }
    }
    return Set.of();
  }

  private void environment() throws Unsupported {
    for (Line line : network.lines()) {
      if (line.isInTray()) {
        for (int letter : Expansion.values(line.type(), letters)) {
          passes(line, letter);
        }
      }
    }
    for (Connection connection : network.connections()) {
      if (connection.client().isEmpty()) {
        for (int letter : Expansion.values(connection.request(), letters)) {
          requested(connection, letter);
        }
      }
      if (connection.server().isEmpty()) {
        for (int letter : Expansion.values(connection.reply(), letters)) {
          replied(connection, letter);
        }
      }
    }
  }

  private void passes(Line line, int letter) throws Unsupported {
    if (onLines.get(line.id()).add(letter)) {
      for (End reader : line.readers()) {
        space(reader.instance()).mayCome(reader.element(), 0, letter);
      }
    }
  }

  /// Notes that a letter passes, which has been taken already.
  void noted(Line line, int letter) {
    onLines.get(line.id()).add(letter);
  }

  private void requested(Connection connection, int letter) throws Unsupported {
    if (requests.get(connection.id()).add(letter) && connection.server().isPresent()) {
      End server = connection.server().get();
      space(server.instance()).mayCome(server.element(), client(connection), letter);
    }
  }

  private void replied(Connection connection, int letter) throws Unsupported {
    if (replies.get(connection.id()).add(letter) && connection.client().isPresent()) {
      End client = connection.client().get();
      space(client.instance()).mayCome(client.element(), 0, letter);
    }
  }

  private final class Posts implements Outbox {

    @Override
    public void sends(LocalSpace from, int element, int letter) throws Unsupported {
      for (Instance instance : instances.get(from.behavior())) {
        int wire = instance.wire(element);
        switch (from.behavior().elements().get(element).port().direction()) {
          case OUT -> {
            if (!pairs.isPaired(network.lines().get(wire))) {
              passes(network.lines().get(wire), letter);
            }
          }
          case CLIENT -> requested(network.connections().get(wire), letter);
          case IN, SERVER, BARRIER -> throw new AssertionError("sends at element " + element);
        }
      }
    }

    @Override
    public void replies(LocalSpace from, int element, int client, int letter) throws Unsupported {
      for (Instance instance : instances.get(from.behavior())) {
        ServerEnd server = network.servers().get(instance.wire(element));
        if (client >= 1 && client <= server.connections().size()) {
          replied(network.connections().get(server.connections().get(client - 1)), letter);
        }
      }
    }
  }

  /// Returns the network.
  public Network network() {
    return network;
  }

  /// Reports whether closing time may come (rule R3).
  public boolean mayClose() {
    return surroundings.mayClose();
  }

  /// Returns the local space of an instance.
  public LocalSpace space(int instance) {
    return ofInstances[instance];
  }

  /// Returns the cells of a letter; not to be changed.
  public int[] cells(int letter) {
    return letters.cells(letter);
  }

  /// Returns the letters of all values of a type.
  ///
  /// @throws Unsupported if there are too many
  public List<Integer> values(DataType type) throws Unsupported {
    return Expansion.values(type, letters);
  }

  /// Returns the letters that may pass on a line, in the order found.
  public List<Integer> onLine(int line) {
    return List.copyOf(onLines.get(line));
  }

  /// Returns what may be on a line that holds letters, each the letters from the oldest one on; empty if any
  /// letters that may pass may be there together.
  public Optional<Set<List<Integer>>> contents(Line line) {
    return pairs.isPaired(line) ? Optional.of(pairs.contents(line)) : Optional.empty();
  }

  /// Returns the requests that may pass on a connection.
  public List<Integer> requests(int connection) {
    return List.copyOf(requests.get(connection));
  }

  /// Returns the replies that may pass on a connection.
  public List<Integer> replies(int connection) {
    return List.copyOf(replies.get(connection));
  }

  /// Returns which client of its server, counted from 1, a connection is.
  public int client(Connection connection) {
    Optional<End> server = connection.server();
    if (server.isEmpty()) {
      throw new AssertionError("no server");
    }
    int wire = network.instances().get(server.get().instance()).wire(server.get().element());
    return network.servers().get(wire).connections().indexOf(connection.id()) + 1;
  }
}
