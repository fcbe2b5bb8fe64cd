package org.graphline.cli.draw;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Where the parts of a picture lie, in pixels; ELK's layered algorithm says so.
///
/// @param boxes one rectangle a box
/// @param pins  for each box the centers of its pins
/// @param wires the corners of each wire
record Placement(double width, double height, List<Rectangle> boxes, List<List<Point>> pins,
    List<List<Point>> wires) {
  static final double CHARACTER = 7.2;
  private static final double PIN = 8;
  private static final double HEADING = 40;
  private static final double ROW = 20;

  record Point(double x, double y) {}

  record Rectangle(double x, double y, double width, double height) {}

  /// Returns a placement of `picture`.
  static Placement of(Picture picture) {
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, 28.0);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 44.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 18.0);
    root.setProperty(LayeredOptions.RANDOM_SEED, 1);
    var nodes = new ArrayList<ElkNode>();
    var ports = new HashMap<Picture.Spot, ElkPort>();
    for (Picture.Box box : picture.boxes()) {
      nodes.add(node(root, box, nodes.size(), ports));
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
    return read(root, nodes, edges);
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
      case DESK, SPLIT, JUNCTION, BARRIER -> { }
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
      case JUNCTION, IN_TRAY, OUT_TRAY -> height(box) / 2;
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
        Math.max(box.detail().length(), box.alarm().map(String::length).orElse(0)));
    int pins = widest(box, Picture.Side.LEFT) + widest(box, Picture.Side.RIGHT);
    double words = Math.max(names * CHARACTER + 20, pins * CHARACTER + 36);
    return switch (box.kind()) {
      case DESK, SPLIT -> Math.max(80, words);
      case JUNCTION -> Math.max(12, box.name().length() * CHARACTER + 10);
      case BARRIER, IN_TRAY, OUT_TRAY -> Math.max(40, words);
    };
  }

  private static int widest(Picture.Box box, Picture.Side side) {
    return box.pins().stream().filter(p -> p.side() == side).mapToInt(p -> p.name().length()).max().orElse(0);
  }

  private static double height(Picture.Box box) {
    long left = box.pins().stream().filter(p -> p.side() == Picture.Side.LEFT).count();
    long right = box.pins().stream().filter(p -> p.side() == Picture.Side.RIGHT).count();
    double rows = Math.max(left, right) * ROW;
    return switch (box.kind()) {
      case DESK, SPLIT -> HEADING + 4 + rows + (box.alarm().isPresent() ? 16 : 0);
      case JUNCTION -> 20;
      case BARRIER -> Math.max(30, rows + 6);
      case IN_TRAY, OUT_TRAY -> 26;
    };
  }

  private static Placement read(ElkNode root, List<ElkNode> nodes, List<ElkEdge> edges) {
    var boxes = new ArrayList<Rectangle>();
    var pins = new ArrayList<List<Point>>();
    for (ElkNode node : nodes) {
      boxes.add(new Rectangle(node.getX(), node.getY(), node.getWidth(), node.getHeight()));
      pins.add(node.getPorts().stream().map(port -> new Point(node.getX() + port.getX() + port.getWidth() / 2,
          node.getY() + port.getY() + port.getHeight() / 2)).toList());
    }
    return new Placement(root.getWidth(), root.getHeight(), boxes, pins, edges.stream()
        .map(Placement::corners).toList());
  }

  private static List<Point> corners(ElkEdge edge) {
    var corners = new ArrayList<Point>();
    for (ElkEdgeSection section : edge.getSections()) {
      corners.add(new Point(section.getStartX(), section.getStartY()));
      section.getBendPoints().forEach(bend -> corners.add(new Point(bend.getX(), bend.getY())));
      corners.add(new Point(section.getEndX(), section.getEndY()));
    }
    return corners;
  }
}
