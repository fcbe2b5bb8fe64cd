package org.graphline.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// A graph while it is being put together: desks, lines, calls, barriers and exposed ports. [#start()] runs
/// it.
public final class Wiring {
  /// What all parts of one graph are added to, however deeply they nest.
  static final class Sheet {
    final List<Desk> desks = new ArrayList<>();
    final List<Wire<?>> wires = new ArrayList<>();
    final List<Copies<?>> copies = new ArrayList<>();
    final List<Port[]> calls = new ArrayList<>();
    final List<Plan.Barrier> barriers = new ArrayList<>();
    final List<Port> exposed = new ArrayList<>();
  }

  private final String graph;
  private final String prefix;
  private final Sheet sheet;
  private final Set<String> names = new HashSet<>();

  /// @param graph the graph's name, for reports
  public Wiring(String graph) {
    this(graph, "", new Sheet());
  }

  private Wiring(String graph, String prefix, Sheet sheet) {
    this.graph = graph;
    this.prefix = prefix;
    this.sheet = sheet;
  }

  /// Returns the same sheet, for wiring the part `name`, a graph itself: what is added gets `name.` before
  /// its name.
  public Wiring within(String name) {
    names.add(name);
    return new Wiring(graph, prefix + name + ".", sheet);
  }

  /// Adds a desk called `name`: `farmer`, `w[0]`.
  public <D extends Desk> D add(String name, D desk) {
    names.add(name);
    desk.name(prefix + name);
    sheet.desks.add(desk);
    return desk;
  }

  /// Starts a hand-to-hand line; add its ends.
  public <T> Wire<T> line() {
    return line(Room.handToHand());
  }

  /// Starts a line with `room`; add its ends.
  public <T> Wire<T> line(Room room) {
    Wire<T> wire = new Wire<>(room);
    sheet.wires.add(wire);
    return wire;
  }

  /// Starts an `all` line, hand to hand; add its ends.
  public <T> Copies<T> copies() {
    return copies(Room.handToHand());
  }

  /// Starts an `all` line with `room` for each reader; add its ends.
  public <T> Copies<T> copies(Room room) {
    Copies<T> copies = new Copies<>(this, room);
    sheet.copies.add(copies);
    return copies;
  }

  /// Adds the built-in component behind an `all` line, under a name that no desk of this graph has: `split`,
  /// `split2` and so on.
  <T> Split<T> split(int readers) {
    String name = "split";
    for (int number = 2; names.contains(name); number++) {
      name = "split" + number;
    }
    return add(name, new Split<>(readers));
  }

  /// Connects a client to a server.
  public <Q, R> void calls(Asker<Q, R> client, Replier<Q, R> server) {
    sheet.calls.add(new Port[] {(Port) client, (Port) server});
  }

  /// Enrolls components at a barrier.
  public void barrier(String name, Phase... members) {
    barrier(name, List.of(members));
  }

  /// Enrolls components at a barrier.
  public void barrier(String name, List<Phase> members) {
    sheet.barriers.add(new Plan.Barrier(prefix + name, List.copyOf(members)));
  }

  /// Exposes an in-tray to Java.
  public <T> Inbox<T> inbox(String name) {
    return expose(new Inbox<>(prefix + name));
  }

  /// Exposes an out-tray to Java.
  public <T> Outbox<T> outbox(String name) {
    return expose(new Outbox<>(prefix + name));
  }

  /// Exposes a `server` port to Java, which asks.
  public <Q, R> Caller<Q, R> caller(String name) {
    return expose(new Caller<>(prefix + name));
  }

  /// Exposes a `client` port to Java, which answers by `answer`.
  public <Q, R> Answerer<Q, R> answerer(String name, Function<Q, R> answer) {
    return expose(new Answerer<>(prefix + name, answer));
  }

  /// Makes the exposed port of a nested graph.
  public <T> Junction<T> junction(String name) {
    return new Junction<>(prefix + name);
  }

  /// Makes the exposed `client` or `server` port of a nested graph.
  public <Q, R> CallJunction<Q, R> callJunction(String name) {
    return new CallJunction<>(prefix + name);
  }

  private <P extends Port> P expose(P port) {
    sheet.exposed.add(port);
    return port;
  }

  /// Starts every component and returns the running network.
  public Network start() {
    return start(Options.standard());
  }

  /// Starts every component as `options` say and returns the running network.
  public Network start(Options options) {
    List<Copies<?>> copies = List.copyOf(sheet.copies);
    sheet.copies.clear();
    copies.forEach(Copies::wire);
    return Backend.installed().start(new Resolver(graph, sheet).plan(), options);
  }
}
