package org.graphline.cli.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.graphline.cli.draw.Picture.Box;
import org.graphline.cli.draw.Picture.Kind;
import org.graphline.cli.draw.Picture.Mark;
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

/// Makes the picture of a network: a frame for each graph inside, a box for each desk, tray, shared line and barrier.
final class PictureMaker {
  private final Network network;
  private final boolean roomy;
  private final Marks marks;
  private final Frames frames = new Frames();
  private final Map<Integer, Integer> frameOf = new HashMap<>();
  private final List<Box> boxes = new ArrayList<>();
  private final List<Wire> wires = new ArrayList<>();

  private PictureMaker(Network network, Marks marks, boolean roomy) {
    this.network = network;
    this.marks = marks;
    this.roomy = roomy;
  }

  /// Returns the picture.
  ///
  /// @param roomy whether every desk has room for what it is at
  static Picture of(Network network, Marks marks, boolean roomy) {
    var maker = new PictureMaker(network, marks, roomy);
    network.instances().forEach(maker::addDesk);
    network.lines().forEach(maker::addLine);
    network.connections().forEach(maker::addConnection);
    network.barriers().forEach(maker::addBarrier);
    return new Picture(network.display(), maker.frames.all(), maker.boxes, maker.wires);
  }

  private void addDesk(Instance instance) {
    var pins = new ArrayList<Pin>();
    for (PortElement element : instance.behavior().elements()) {
      pins.add(new Pin(element.display(), side(element.port().direction())));
    }
    Component component = instance.behavior().component();
    boolean split = component.origin() == Component.Origin.BUILT_IN && component.name().simple()
        .equals("Split");
    int frame = frames.of(instance.name().parent());
    frameOf.put(instance.id(), frame);
    Optional<String> status = Optional.ofNullable(marks.words().get(instance.id())).or(() -> roomy ? Optional.of("")
        : Optional.empty());
    boxes.add(new Box(split ? Kind.SPLIT : Kind.DESK, "desk-" + instance.id(), frame,
        Frames.local(instance.name()), component.name().simple(), pins, status,
        marks.desks().getOrDefault(instance.id(), Mark.PLAIN)));
  }

  private static Side side(Port.Direction direction) {
    return switch (direction) {
      case IN, SERVER -> Side.LEFT;
      case OUT, CLIENT -> Side.RIGHT;
      case BARRIER -> Side.BOTTOM;
    };
  }

  private void addLine(Line line) {
    String key = "line-" + line.id();
    var from = new ArrayList<Spot>();
    var to = new ArrayList<Spot>();
    line.writers().forEach(end -> from.add(spot(end)));
    line.readers().forEach(end -> to.add(spot(end)));
    line.exposure().ifPresent(exposure -> (exposure.isInput() ? from : to).add(tray(key, exposure)));
    Mark mark = mark(key);
    if (from.size() == 1 && to.size() == 1) {
      String label = policy(line).isEmpty() ? "" : "[" + policy(line) + "]";
      wires.add(new Wire(key, from.getFirst(), to.getFirst(), label, style(line), mark));
    } else {
      var ends = new ArrayList<>(line.writers());
      ends.addAll(line.readers());
      int frame = frames.around(ends, line.exposure().isPresent(), frameOf);
      int junction = addJunction(key, frame, policy(line), to.size() > 1);
      from.forEach(spot -> wires.add(new Wire(key, spot, new Spot(junction, 0), "", style(line), mark)));
      to.forEach(spot -> wires.add(new Wire(key, new Spot(junction, 1), spot, "", style(line), mark)));
    }
  }

  private static Style style(Line line) {
    if (line.isRendezvous()) {
      return Style.HAND_TO_HAND;
    }
    return switch (line.overflow()) {
      case Graph.Overflow.WAIT -> Style.HOLDS_LETTERS;
      case Graph.Overflow.OVERWRITE -> Style.OVERWRITES;
      case Graph.Overflow.DROP -> Style.DROPS;
    };
  }

  private int addJunction(String key, int frame, String policy, boolean any) {
    String name = any ? (policy.isEmpty() ? "[any]" : "[any, " + policy + "]")
        : policy.isEmpty() ? "" : "[" + policy + "]";
    boxes.add(new Box(Kind.JUNCTION, key, frame, name, "", List.of(new Pin("", Side.LEFT),
        new Pin("", Side.RIGHT)), Optional.empty(), Mark.PLAIN));
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

  private Spot tray(String key, Exposure exposure) {
    Kind kind = exposure.isInput() ? Kind.IN_TRAY : Kind.OUT_TRAY;
    Side side = exposure.isInput() ? Side.RIGHT : Side.LEFT;
    boxes.add(new Box(kind, "tray-" + key, Picture.OUTERMOST, exposure.display(), "", List.of(new Pin("", side)),
        Optional.empty(), Mark.PLAIN));
    return new Spot(boxes.size() - 1, 0);
  }

  private void addConnection(Connection connection) {
    String key = "call-" + connection.id();
    Spot client = connection.client().map(PictureMaker::spot)
        .orElseGet(() -> tray(key, connection.exposure().orElseThrow()));
    Spot server = connection.server().map(PictureMaker::spot)
        .orElseGet(() -> tray(key, connection.exposure().orElseThrow()));
    wires.add(new Wire(key, client, server, "call", Style.CALL, mark(key)));
  }

  private void addBarrier(BarrierLine barrier) {
    String key = "barrier-" + barrier.id();
    var pins = new ArrayList<Pin>();
    var members = new TreeSet<>(Comparator.comparingInt(End::instance).thenComparingInt(End::element));
    members.addAll(barrier.members());
    int box = boxes.size();
    for (End member : members) {
      pins.add(new Pin("", Side.LEFT));
      wires.add(new Wire(key, spot(member), new Spot(box, pins.size() - 1), "", Style.BARRIER,
          mark(key)));
    }
    boxes.add(new Box(Kind.BARRIER, key, frames.around(List.copyOf(members), false, frameOf), barrier.name(), "barrier",
        pins, Optional.empty(), Mark.PLAIN));
  }

  private Mark mark(String wire) {
    return marks.wires().getOrDefault(wire, Mark.PLAIN);
  }

  private static Spot spot(End end) {
    return new Spot(end.instance(), end.element());
  }
}
