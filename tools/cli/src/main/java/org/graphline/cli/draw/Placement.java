package org.graphline.cli.draw;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Where the parts of a picture lie, in pixels; ELK's layered algorithm says so.
///
/// @param frames one rectangle a frame
/// @param boxes  one rectangle a box
/// @param pins   for each box the centers of its pins
/// @param wires  the corners of each wire
/// @param labels for each wire the middle of what its bracket says, if it says anything
record Placement(double width, double height, List<Rectangle> frames, List<Rectangle> boxes,
    List<List<Point>> pins, List<List<Point>> wires, List<Optional<Point>> labels) {
  static final double CHARACTER = 7.2;
  private static final double PIN = 8;
  private static final double HEADING = 40;
  private static final double ROW = 20;
  private static final double STATUS = 16;
  private static final int STATUS_LENGTH = 20;
  private static final ElkPadding INSIDE = new ElkPadding(32, 14, 14, 14);

  record Point(double x, double y) {}

  record Rectangle(double x, double y, double width, double height) {}

  /// Returns a placement of `picture`.
  static Placement of(Picture picture) {
    ElkNode root = ElkGraphUtil.createGraph();
    arrange(root);
    root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(LayeredOptions.RANDOM_SEED, 1);
    var frames = new ArrayList<ElkNode>();
    for (Picture.Frame frame : picture.frames()) {
      frames.add(frame(inside(frame.parent(), frames, root), frame));
    }
    var nodes = new ArrayList<ElkNode>();
    var ports = new HashMap<Picture.Spot, ElkPort>();
    for (Picture.Box box : picture.boxes()) {
      nodes.add(node(inside(box.frame(), frames, root), box, nodes.size(), ports));
    }
    var edges = new ArrayList<ElkEdge>();
    for (Picture.Wire wire : picture.wires()) {
      ElkEdge edge = ElkGraphUtil.createSimpleEdge(ports.get(wire.from()), ports.get(wire.to()));
      if (!wire.label().isEmpty()) {
        var label = ElkGraphUtil.createLabel(wire.label(), edge);
        label.setDimensions(wire.label().length() * CHARACTER + 6, 14);
      }
      edges.add(edge);
    }
    LayoutMetaDataService.getInstance(); // makes the types of ELK's options known to it
    new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
    return read(root, frames, nodes, edges);
  }

  private static void arrange(ElkNode graph) {
    graph.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 28.0);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 44.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 18.0);
  }

  private static ElkNode inside(int frame, List<ElkNode> frames, ElkNode root) {
    return frame == Picture.OUTERMOST ? root : frames.get(frame);
  }

  private static ElkNode frame(ElkNode parent, Picture.Frame frame) {
    ElkNode node = ElkGraphUtil.createNode(parent);
    arrange(node);
    node.setProperty(LayeredOptions.PADDING, INSIDE);
    node.setProperty(LayeredOptions.NODE_SIZE_CONSTRAINTS, EnumSet.of(SizeConstraint.MINIMUM_SIZE));
    node.setProperty(LayeredOptions.NODE_SIZE_MINIMUM, new KVector(frame.name().length() * CHARACTER + 24, 60));
    return node;
  }

  private static ElkNode node(ElkNode root, Picture.Box box, int index, Map<Picture.Spot, ElkPort> ports) {
    ElkNode node = ElkGraphUtil.createNode(root);
    node.setDimensions(width(box), height(box));
    node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
    switch (box.kind()) {
      case IN_TRAY -> node.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT,
          LayerConstraint.FIRST_SEPARATE);
      case OUT_TRAY -> node.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT,
          LayerConstraint.LAST_SEPARATE);
      case DESK, SPLIT, JUNCTION, BARRIER, WAITER -> { }
    }
    var taken = new EnumMap<Picture.Side, Integer>(Picture.Side.class);
    for (int i = 0; i < box.pins().size(); i++) {
      Picture.Side side = box.pins().get(i).side();
      int before = taken.merge(side, 1, Integer::sum) - 1;
      ElkPort port = ElkGraphUtil.createPort(node);
      port.setProperty(LayeredOptions.PORT_SIDE, side(side));
      place(port, box, side, before);
      ports.put(new Picture.Spot(index, i), port);
    }
    return node;
  }

  /// Puts a port at its place: below the name of a desk, in the middle of what is smaller.
  private static void place(ElkPort port, Picture.Box box, Picture.Side side, int before) {
    boolean desk = box.kind() == Picture.Kind.DESK || box.kind() == Picture.Kind.SPLIT;
    double size = desk ? PIN : 0;
    port.setDimensions(size, size);
    double row = switch (box.kind()) {
      case DESK, SPLIT -> HEADING + ROW * before;
      case BARRIER -> ROW * before + ROW / 2;
      case JUNCTION, IN_TRAY, OUT_TRAY, WAITER -> height(box) / 2;
    };
    switch (side) {
      case LEFT -> port.setLocation(-size, row);
      case RIGHT -> port.setLocation(width(box), row);
      case BOTTOM -> port.setLocation(20 + 60.0 * before, height(box));
    }
  }

  private static PortSide side(Picture.Side side) {
    return switch (side) {
      case LEFT -> PortSide.WEST;
      case RIGHT -> PortSide.EAST;
      case BOTTOM -> PortSide.SOUTH;
    };
  }

  private static double width(Picture.Box box) {
    int names = Math.max(box.name().length(),
        Math.max(box.detail().length(), box.status().map(Placement::room).orElse(0)));
    int pins = widest(box, Picture.Side.LEFT) + widest(box, Picture.Side.RIGHT);
    double words = Math.max(names * CHARACTER + 20, pins * CHARACTER + 36);
    return switch (box.kind()) {
      case DESK, SPLIT -> Math.max(80, words);
      case JUNCTION -> Math.max(12, box.name().length() * CHARACTER + 10);
      case BARRIER, IN_TRAY, OUT_TRAY, WAITER -> Math.max(40, words);
    };
  }

  /// Returns how many characters of a name are as wide as a status, which may be empty yet.
  private static int room(String status) {
    return status.isEmpty() ? STATUS_LENGTH : status.length();
  }

  private static int widest(Picture.Box box, Picture.Side side) {
    return box.pins().stream().filter(p -> p.side() == side).mapToInt(p -> p.name().length()).max().orElse(0);
  }

  private static double height(Picture.Box box) {
    long left = box.pins().stream().filter(p -> p.side() == Picture.Side.LEFT).count();
    long right = box.pins().stream().filter(p -> p.side() == Picture.Side.RIGHT).count();
    double rows = Math.max(left, right) * ROW;
    return switch (box.kind()) {
      case DESK, SPLIT -> HEADING + 4 + rows + (box.status().isPresent() ? STATUS : 0);
      case JUNCTION -> 20;
      case BARRIER -> Math.max(30, rows + 6);
      case IN_TRAY, OUT_TRAY -> 26;
      case WAITER -> 30;
    };
  }

  private static Placement read(ElkNode root, List<ElkNode> frames, List<ElkNode> nodes, List<ElkEdge> edges) {
    var pins = new ArrayList<List<Point>>();
    for (ElkNode node : nodes) {
      Point at = corner(node);
      pins.add(node.getPorts().stream().map(port -> new Point(at.x() + port.getX() + port.getWidth() / 2,
          at.y() + port.getY() + port.getHeight() / 2)).toList());
    }
    return new Placement(root.getWidth(), root.getHeight(), frames.stream().map(Placement::rectangle).toList(),
        nodes.stream().map(Placement::rectangle).toList(), pins, edges.stream().map(Placement::corners).toList(),
        edges.stream().map(Placement::label).toList());
  }

  private static Rectangle rectangle(ElkNode node) {
    Point at = corner(node);
    return new Rectangle(at.x(), at.y(), node.getWidth(), node.getHeight());
  }

  /// Returns the upper left corner of `node` in the whole picture; ELK counts from the frame around it.
  private static Point corner(ElkNode node) {
    double x = 0;
    double y = 0;
    for (ElkNode at = node; at.getParent() != null; at = at.getParent()) {
      x += at.getX();
      y += at.getY();
    }
    return new Point(x, y);
  }

  private static Optional<Point> label(ElkEdge edge) {
    Point at = corner(edge.getContainingNode());
    return edge.getLabels().stream().findFirst().map(label -> new Point(at.x() + label.getX() + label.getWidth() / 2,
        at.y() + label.getY() + label.getHeight() / 2));
  }

  private static List<Point> corners(ElkEdge edge) {
    Point at = corner(edge.getContainingNode());
    var corners = new ArrayList<Point>();
    for (ElkEdgeSection section : edge.getSections()) {
      corners.add(new Point(at.x() + section.getStartX(), at.y() + section.getStartY()));
      section.getBendPoints().forEach(bend -> corners.add(new Point(at.x() + bend.getX(), at.y() + bend.getY())));
      corners.add(new Point(at.x() + section.getEndX(), at.y() + section.getEndY()));
    }
    return corners;
  }
}
