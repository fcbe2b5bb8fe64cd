package org.graphline.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.graphline.model.network.BarrierLine;
import org.graphline.model.network.Behavior;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Exposure;
import org.graphline.model.network.Instance;
import org.graphline.model.network.InstanceName;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.network.ServerEnd;
import org.graphline.model.property.Condition;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;
import org.graphline.model.source.Span;
import org.graphline.model.term.Component;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Port;
import org.graphline.model.term.Reference;
import org.graphline.model.term.Type;
import org.graphline.model.term.Variable;
import org.graphline.model.value.QualifiedName;

/// Small random networks, as terms: every kind of line, port and statement, each instance with a behavior of its own.
/// The same seed gives the same network.
public final class RandomNetworks {
  static final Span HERE = Span.BUILT_IN;

  private final Random random;
  private final List<List<Port>> ports = new ArrayList<>();
  private final List<List<Integer>> wires = new ArrayList<>();
  private final List<Set<Port>> shared = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Connection> connections = new ArrayList<>();
  private final List<ServerEnd> servers = new ArrayList<>();
  private final List<BarrierLine> barriers = new ArrayList<>();

  private RandomNetworks(long seed) {
    this.random = new Random(seed);
  }

  /// A network and properties that speak of it.
  public record Sample(long seed, Network network, List<Property> properties) {}

  /// Returns the network and the properties with this seed.
  public static Sample seeded(long seed) {
    return new RandomNetworks(seed).sample(seed);
  }

  /// Returns the network with this seed, another behavior in the place of one of its own.
  public static Network variant(long seed, long other) {
    var same = new RandomNetworks(seed);
    var instances = same.sample(seed).network().instances();
    var components = new ArrayList<Component>();
    instances.forEach(i -> components.add(i.behavior().component()));
    var random = new Random(other);
    int changed = random.nextInt(instances.size());
    components.set(changed, new RandomBehaviors(random).component("D", same.ports.get(changed),
        same.shared.get(changed)));
    return new Network(new QualifiedName("", "Variant"), List.of("seed = " + seed, "other = " + other),
        same.instances(components), same.watched(components), same.watchedConnections(components), same.servers,
        same.barriers);
  }

  private Sample sample(long seed) {
    int instances = 2 + random.nextInt(2);
    for (int i = 0; i < instances; i++) {
      ports.add(new ArrayList<>());
      wires.add(new ArrayList<>());
      shared.add(new HashSet<>());
    }
    int count = instances - 1 + random.nextInt(instances);
    for (int i = 0; i < count; i++) {
      line();
    }
    if (random.nextInt(4) == 0) {
      connection();
    }
    if (random.nextInt(5) == 0) {
      barrier();
    }
    var behaviors = new RandomBehaviors(random);
    var components = new ArrayList<Component>();
    for (int i = 0; i < instances; i++) {
      components.add(behaviors.component("C" + i, ports.get(i), shared.get(i)));
    }
    var network = new Network(new QualifiedName("", "Random"), List.of("seed = " + seed), instances(components),
        watched(components), watchedConnections(components), servers, barriers);
    return new Sample(seed, network, properties(network));
  }

  private List<Instance> instances(List<Component> components) {
    var instances = new ArrayList<Instance>();
    for (int i = 0; i < components.size(); i++) {
      var behavior = new Behavior(components.get(i), List.of(), List.of(), Map.of());
      instances.add(new Instance(i, behavior, new InstanceName(Optional.empty(), "c", i),
          wires.get(i).stream().mapToInt(Integer::intValue).toArray(), HERE));
    }
    return instances;
  }

  private End port(int instance, Port.Direction direction, int wire) {
    List<Port> mine = ports.get(instance);
    boolean replies = direction == Port.Direction.CLIENT || direction == Port.Direction.SERVER;
    String name = direction.name().toLowerCase(Locale.ROOT).charAt(0) + "" + mine.size();
    mine.add(new Port(mine.size(), name, direction,
        Optional.empty(), RandomBehaviors.BIT, replies ? Optional.of(RandomBehaviors.BIT) : Optional.empty(),
        Optional.empty(), HERE));
    wires.get(instance).add(wire);
    return new End(instance, mine.size() - 1);
  }

  private int anyInstance() {
    return random.nextInt(ports.size());
  }

  private void line() {
    int id = lines.size();
    var writers = new ArrayList<End>();
    var readers = new ArrayList<End>();
    int kind = random.nextInt(8);
    Optional<Exposure> exposure = kind == 0 ? Optional.of(new Exposure("tray" + id, -1, true))
        : kind == 1 ? Optional.of(new Exposure("tray" + id, -1, false)) : Optional.empty();
    int from = anyInstance();
    if (kind != 0) {
      writers.add(port(from, Port.Direction.OUT, id));
    }
    if (kind != 1) {
      int to = random.nextInt(10) == 0 ? anyInstance() : (from + 1 + random.nextInt(ports.size() - 1)) % ports.size();
      readers.add(port(to, Port.Direction.IN, id));
      if (kind == 2) {
        readers.add(port((to + 1) % ports.size(), Port.Direction.IN, id));
        readers.forEach(r -> shared.get(r.instance()).add(ports.get(r.instance()).get(r.element())));
      }
    }
    if (kind == 3) {
      writers.add(port((from + 1) % ports.size(), Port.Direction.OUT, id));
    }
    int capacity = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0;
    Graph.Overflow overflow = Graph.Overflow.values()[random.nextInt(3)];
    lines.add(new Line(id, overflow, capacity, writers, readers, exposure, RandomBehaviors.BITS, false, HERE));
  }

  private void connection() {
    int server = anyInstance();
    int id = servers.size();
    End end = port(server, Port.Direction.SERVER, id);
    var served = new ArrayList<Integer>();
    for (int i = 0; i < 1 + random.nextInt(2); i++) {
      int number = connections.size();
      boolean outside = random.nextInt(5) == 0;
      Optional<End> client = outside ? Optional.empty() : Optional.of(
          port((server + 1) % ports.size(), Port.Direction.CLIENT, number));
      connections.add(new Connection(number, client, Optional.of(end),
          outside ? Optional.of(new Exposure("desk" + number, -1, true)) : Optional.empty(), RandomBehaviors.BITS,
          RandomBehaviors.BITS, false, HERE));
      served.add(number);
    }
    servers.add(new ServerEnd(id, end, served));
  }

  private void barrier() {
    var members = new ArrayList<End>();
    for (int i = 0; i < ports.size(); i++) {
      if (i < 2 || random.nextBoolean()) {
        members.add(port(i, Port.Direction.BARRIER, 0));
      }
    }
    barriers.add(new BarrierLine(0, "tick", members, HERE));
  }

  private List<Line> watched(List<Component> components) {
    return lines.stream().map(l -> new Line(l.id(), l.overflow(), l.capacity(), l.writers(), l.readers(),
        l.exposure(), l.type(), l.readers().stream().anyMatch(r -> isWatching(components, r)), HERE)).toList();
  }

  private List<Connection> watchedConnections(List<Component> components) {
    return connections.stream().map(c -> new Connection(c.id(), c.client(), c.server(), c.exposure(), c.request(),
        c.reply(), isWatching(components, c.server().orElseThrow()), HERE)).toList();
  }

  private static boolean isWatching(List<Component> components, End end) {
    Component component = components.get(end.instance());
    return RandomBehaviors.watched(component.behavior()).contains(component.ports().get(end.element()));
  }

  private List<Property> properties(Network network) {
    var properties = new ArrayList<Property>();
    properties.add(new Property.ErrorFree());
    properties.add(new Property.DeadlockFree());
    properties.add(new Property.ShutsDown());
    if (!network.isOpen()) {
      properties.add(new Property.Terminates());
    }
    EventSet one = event();
    EventSet other = event();
    properties.add(new Property.LivelockFree(event()));
    properties.add(new Property.LeadsTo(one, other));
    properties.add(new Property.Can(List.of(one, other)));
    properties.add(new Property.Cannot(List.of(one, other, one)));
    properties.add(new Property.Cannot(random.nextBoolean() ? List.of(one) : List.of(one, other),
        Property.Cannot.Next.DEADLOCK));
    Condition condition = condition(network);
    properties.add(random.nextBoolean() ? new Property.Always(List.of(condition))
        : new Property.Never(List.of(condition)));
    return properties;
  }

  private EventSet event() {
    var ends = new HashMap<EventSet.Pattern, String>();
    for (Line line : lines) {
      line.writers().forEach(w -> ends.put(new EventSet.Pattern.AtEnd(w), "writer of " + line.id()));
      line.readers().forEach(r -> ends.put(new EventSet.Pattern.AtEnd(r), "reader of " + line.id()));
      line.exposure().ifPresent(_ -> ends.put(new EventSet.Pattern.AtTray(line.id()), "tray " + line.id()));
    }
    connections.forEach(c -> ends.put(new EventSet.Pattern.AtConnection(c.id()), "call " + c.id()));
    ends.put(new EventSet.Pattern.AtMark(0, "here"), "mark");
    var patterns = new ArrayList<>(ends.keySet());
    patterns.sort(java.util.Comparator.comparing(Object::toString));
    EventSet.Pattern chosen = patterns.get(random.nextInt(patterns.size()));
    return new EventSet(ends.get(chosen), List.of(chosen), random.nextInt(4) == 0
        ? Optional.of(new org.graphline.model.value.Value.Int(random.nextInt(2))) : Optional.empty());
  }

  private Condition condition(Network network) {
    int instance = random.nextInt(network.instances().size());
    Variable variable = network.instances().get(instance).behavior().component().state().getFirst().variable();
    var inspect = new Expression.Inspect(new Reference(List.of(
        new Reference.Part("c", new Reference.Selection.Whole())), HERE), variable, HERE);
    var equal = new Expression.Binary(Expression.BinaryOperator.EQUAL, inspect,
        RandomBehaviors.number(random.nextInt(2)), new Type.Bool(), HERE);
    return random.nextInt(3) == 0 ? letters() : new Condition(equal, List.of(new Condition.Observed(inspect, instance)));
  }

  /// How many letters lie on some line.
  private Condition letters() {
    Line line = lines.get(random.nextInt(lines.size()));
    var contents = new Expression.Contents(new Reference(List.of(
        new Reference.Part("line" + line.id(), new Reference.Selection.Whole())), HERE),
        new Type.Sequence(RandomBehaviors.BIT, RandomBehaviors.number(1)), HERE);
    var size = new Expression.ListOperation(Expression.ListOperator.SIZE, contents, List.of(),
        RandomBehaviors.BIT, HERE);
    var equal = new Expression.Binary(Expression.BinaryOperator.EQUAL, size,
        RandomBehaviors.number(random.nextInt(3)), new Type.Bool(), HERE);
    return new Condition(equal, List.of(), List.of(new Condition.ObservedLine(contents, line.id())));
  }
}
