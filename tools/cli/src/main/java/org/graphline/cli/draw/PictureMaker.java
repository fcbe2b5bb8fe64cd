package org.graphline.cli.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.graphline.checker.verdict.WaitForGraph.Waiter;
import org.graphline.cli.draw.Picture.Box;
import org.graphline.cli.draw.Picture.Kind;
import org.graphline.cli.draw.Picture.Pin;
import org.graphline.cli.draw.Picture.Side;
import org.graphline.cli.draw.Picture.Spot;
import org.graphline.cli.draw.Picture.Style;
import org.graphline.cli.draw.Picture.Wire;
import org.graphline.model.network.BarrierLine;
import org.graphline.model.network.Behavior.PortElement;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Exposure;
import org.graphline.model.network.Instance;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.term.Component;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Port;

/// Makes the picture of a network: a box for each desk, tray, shared line and barrier.
final class PictureMaker {
  private final Network network;
  private final Map<Integer, String> alarms = new HashMap<>();
  private final Set<Integer> stuckLines = new HashSet<>();
  private final Set<Integer> stuckConnections = new HashSet<>();
  private final List<Box> boxes = new ArrayList<>();
  private final List<Wire> wires = new ArrayList<>();

  private PictureMaker(Network network, List<Waiter> waiters) {
    this.network = network;
    waiters.stream().filter(w -> !w.rests()).forEach(this::note);
  }

  /// Returns the picture, those who are stuck marked.
  static Picture of(Network network, List<Waiter> waiters) {
    var maker = new PictureMaker(network, waiters);
    network.instances().forEach(maker::addDesk);
    network.lines().forEach(maker::addLine);
    network.connections().forEach(maker::addConnection);
    network.barriers().forEach(maker::addBarrier);
    return new Picture(network.display(), maker.boxes, maker.wires);
  }

  private void note(Waiter waiter) {
    alarms.putIfAbsent(waiter.instance(), "wants to " + waiter.action());
    for (var need : waiter.detail().needs()) {
      need.own().ifPresent(end -> {
        Instance instance = network.instances().get(end.instance());
        switch (instance.behavior().elements().get(end.element()).port().direction()) {
          case IN, OUT -> stuckLines.add(instance.wire(end.element()));
          case CLIENT -> stuckConnections.add(instance.wire(end.element()));
          case SERVER -> stuckConnections.addAll(network.servers().get(instance.wire(end.element()))
              .connections());
          case BARRIER -> { }
        }
      });
    }
  }

  private void addDesk(Instance instance) {
    var pins = new ArrayList<Pin>();
    for (PortElement element : instance.behavior().elements()) {
      pins.add(new Pin(element.display(), side(element.port().direction())));
    }
    Component component = instance.behavior().component();
    boolean split = component.origin() == Component.Origin.BUILT_IN && component.name().simple()
        .equals("Split");
    boxes.add(new Box(split ? Kind.SPLIT : Kind.DESK, instance.name().display(), component.name().simple(),
        pins,
        Optional.ofNullable(alarms.get(instance.id()))));
  }

  private static Side side(Port.Direction direction) {
    return switch (direction) {
      case IN, SERVER -> Side.LEFT;
      case OUT, CLIENT -> Side.RIGHT;
      case BARRIER -> Side.BOTTOM;
    };
  }

  private void addLine(Line line) {
    var from = new ArrayList<Spot>();
    var to = new ArrayList<Spot>();
    line.writers().forEach(end -> from.add(spot(end)));
    line.readers().forEach(end -> to.add(spot(end)));
    line.exposure().ifPresent(exposure -> (exposure.isInput() ? from : to).add(tray(exposure)));
    boolean stuck = stuckLines.contains(line.id());
    Style style = line.isRendezvous() ? Style.HAND_TO_HAND : Style.HOLDS_LETTERS;
    if (from.size() == 1 && to.size() == 1) {
      wires.add(new Wire(from.getFirst(), to.getFirst(), policy(line), style, stuck));
    } else {
      int junction = addJunction(policy(line), to.size() > 1);
      from.forEach(spot -> wires.add(new Wire(spot, new Spot(junction, 0), "", style, stuck)));
      to.forEach(spot -> wires.add(new Wire(new Spot(junction, 1), spot, "", style, stuck)));
    }
  }

  private int addJunction(String policy, boolean any) {
    String name = any ? (policy.isEmpty() ? "any" : "any, " + policy) : policy;
    boxes.add(new Box(Kind.JUNCTION, name, "", List.of(new Pin("", Side.LEFT), new Pin("", Side.RIGHT)),
        Optional.empty()));
    return boxes.size() - 1;
  }

  private static String policy(Line line) {
    if (line.isRendezvous()) {
      return "";
    }
    return switch (line.overflow()) {
      case Graph.Overflow.WAIT -> "";
      case Graph.Overflow.OVERWRITE -> "overwriting ";
      case Graph.Overflow.DROP -> "dropping ";
    } + line.capacity();
  }

  private Spot tray(Exposure exposure) {
    Kind kind = exposure.isInput() ? Kind.IN_TRAY : Kind.OUT_TRAY;
    Side side = exposure.isInput() ? Side.RIGHT : Side.LEFT;
    boxes.add(new Box(kind, exposure.display(), "", List.of(new Pin("", side)), Optional.empty()));
    return new Spot(boxes.size() - 1, 0);
  }

  private void addConnection(Connection connection) {
    Spot client = connection.client().map(PictureMaker::spot)
        .orElseGet(() -> tray(connection.exposure().orElseThrow()));
    Spot server = connection.server().map(PictureMaker::spot)
        .orElseGet(() -> tray(connection.exposure().orElseThrow()));
    wires.add(new Wire(client, server, "call", Style.CALL, stuckConnections.contains(connection.id())));
  }

  private void addBarrier(BarrierLine barrier) {
    var pins = new ArrayList<Pin>();
    var members = new TreeSet<>(java.util.Comparator.comparingInt(End::instance)
        .thenComparingInt(End::element));
    members.addAll(barrier.members());
    int box = boxes.size();
    for (End member : members) {
      pins.add(new Pin("", Side.LEFT));
      wires.add(new Wire(spot(member), new Spot(box, pins.size() - 1), "", Style.BARRIER, false));
    }
    boxes.add(new Box(Kind.BARRIER, barrier.name(), "barrier", pins, Optional.empty()));
  }

  private static Spot spot(End end) {
    return new Spot(end.instance(), end.element());
  }
}
