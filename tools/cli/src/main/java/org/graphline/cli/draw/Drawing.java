package org.graphline.cli.draw;

import java.util.List;
import java.util.Locale;
import org.graphline.checker.verdict.WaitForGraph.Waiter;
import org.graphline.cli.draw.Placement.Point;
import org.graphline.cli.draw.Placement.Rectangle;
import org.graphline.model.network.Network;

/// A network as SVG: desks with their ports, lines with what their brackets say, exposed ports on the border.
public final class Drawing {
  /// The most desks that are drawn.
  public static final int MOST_DESKS = 400;

  private static final String STYLE = """
      <style>
        text { font: 12px ui-monospace, Menlo, Consolas, monospace; fill: #1f2933 }
        .name { font-weight: bold } .small { font-size: 10px; fill: #52606d } .alarm { font-size: 10px; fill: #c81e1e }
        .frame { fill: #fbfcfd; stroke: #9aa5b1 } .desk { fill: #fff; stroke: #3e4c59; stroke-width: 1.5 }
        .split { fill: #f0f4f8; stroke: #3e4c59; stroke-dasharray: 4 2 } .tray { fill: #e6f0fa; stroke: #2b6cb0 }
        .junction, .barrier { fill: #fdf6e3; stroke: #8d6e1f } .pin { fill: #3e4c59 }
        .wire { fill: none; stroke: #3e4c59; stroke-width: 1.5; marker-end: url(#arrow) }
        .holds { stroke-width: 4; stroke: #8d9db0 } .call { stroke-dasharray: 7 3 } .barrierwire { stroke-dasharray: 2 3; marker-end: none }
        .stuck { stroke: #c81e1e } .cross { stroke: #c81e1e; stroke-width: 2 }
      </style>
      <defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z" fill="#3e4c59"/></marker></defs>
      """;
  private static final double MARGIN = 24;
  private static final double HEAD = 24;

  private final Picture picture;
  private final Placement placement;
  private final StringBuilder svg = new StringBuilder();

  private Drawing(Picture picture) {
    this.picture = picture;
    this.placement = Placement.of(picture);
  }

  /// Returns the SVG of `network`, with those in `waiters` who are stuck crossed out and their lines in red.
  public static String svg(Network network, List<Waiter> waiters) {
    return new Drawing(PictureMaker.of(network, waiters)).draw();
  }

  private String draw() {
    double width = placement.width() + 2 * MARGIN;
    double height = placement.height() + 2 * MARGIN + HEAD;
    svg.append(format("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\">\n",
        width, height, width, height));
    svg.append("<title>").append(escape(picture.title())).append("</title>\n").append(STYLE);
    frame(width, height);
    svg.append(format("<g transform=\"translate(%.0f %.0f)\">\n", MARGIN, MARGIN + HEAD));
    for (int i = 0; i < picture.wires().size(); i++) {
      wire(picture.wires().get(i), placement.wires().get(i));
    }
    for (int i = 0; i < picture.boxes().size(); i++) {
      box(picture.boxes().get(i), placement.boxes().get(i), placement.pins().get(i));
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  /// The border of the graph runs through its trays.
  private void frame(double width, double height) {
    double left = 8;
    double right = width - 8;
    for (int i = 0; i < picture.boxes().size(); i++) {
      Rectangle r = placement.boxes().get(i);
      double middle = MARGIN + r.x() + r.width() / 2;
      switch (picture.boxes().get(i).kind()) {
        case IN_TRAY -> left = Math.max(left, middle);
        case OUT_TRAY -> right = Math.min(right, middle);
        case DESK, SPLIT, JUNCTION, BARRIER -> { }
      }
    }
    svg.append(format("<rect class=\"frame\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"8\"/>\n",
        left, HEAD, right - left, height - HEAD - 8));
    text("name", left + 4, HEAD - 8, "start", picture.title());
  }

  private void wire(Picture.Wire wire, List<Point> corners) {
    String kind = switch (wire.style()) {
      case HAND_TO_HAND -> "";
      case HOLDS_LETTERS -> " holds";
      case CALL -> " call";
      case BARRIER -> " barrierwire";
    };
    var path = new StringBuilder();
    for (Point corner : corners) {
      path.append(path.isEmpty() ? "M" : "L").append(format("%.1f %.1f", corner.x(), corner.y()));
    }
    svg.append("<path class=\"wire").append(kind).append(wire.stuck() ? " stuck" : "").append("\" d=\"")
        .append(path)
        .append("\"/>\n");
    if (!wire.label().isEmpty() && corners.size() > 1) {
      Point a = corners.get((corners.size() - 1) / 2);
      Point b = corners.get((corners.size() - 1) / 2 + 1);
      text("small", (a.x() + b.x()) / 2, (a.y() + b.y()) / 2 - 4, "middle", wire.label());
    }
  }

  private void box(Picture.Box box, Rectangle r, List<Point> pins) {
    svg.append(format("<rect class=\"%s%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%d\"/>\n",
        styleClass(box.kind()), box.alarm().isPresent() ? " stuck" : "", r.x(), r.y(), r.width(), r.height(),
        box.kind() == Picture.Kind.JUNCTION ? 10 : 4));
    double middle = r.x() + r.width() / 2;
    switch (box.kind()) {
      case DESK, SPLIT -> {
        text("name", middle, r.y() + 16, "middle", box.name());
        text("small", middle, r.y() + 29, "middle", box.detail());
        box.alarm().ifPresent(alarm -> alarm(alarm, r));
        pins(box, pins);
      }
      case JUNCTION, IN_TRAY, OUT_TRAY -> text("", middle, r.y() + r.height() / 2 + 4, "middle", box.name());
      case BARRIER -> {
        text("name", middle, r.y() + r.height() / 2 - 1, "middle", box.name());
        text("small", middle, r.y() + r.height() / 2 + 11, "middle", box.detail());
      }
    }
  }

  private void alarm(String alarm, Rectangle r) {
    text("alarm", r.x() + r.width() / 2, r.y() + r.height() - 6, "middle", alarm);
    svg.append(format("<path class=\"cross\" d=\"M%.1f %.1fl12 12m0 -12l-12 12\"/>\n", r.x()
        + r.width() - 18, r.y() + 6));
  }

  private void pins(Picture.Box box, List<Point> pins) {
    for (int i = 0; i < pins.size(); i++) {
      Point p = pins.get(i);
      svg.append(format("<circle class=\"pin\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>\n", p.x(), p.y()));
      String name = box.pins().get(i).name();
      switch (box.pins().get(i).side()) {
        case LEFT -> text("small", p.x() + 9, p.y() + 4, "start", name);
        case RIGHT -> text("small", p.x() - 9, p.y() + 4, "end", name);
        case BOTTOM -> text("small", p.x(), p.y() - 8, "middle", name);
      }
    }
  }

  private static String styleClass(Picture.Kind kind) {
    return switch (kind) {
      case DESK -> "desk";
      case SPLIT -> "split";
      case JUNCTION -> "junction";
      case BARRIER -> "barrier";
      case IN_TRAY, OUT_TRAY -> "tray";
    };
  }

  private void text(String style, double x, double y, String anchor, String words) {
    svg.append(format("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", style, x, y,
        anchor,
        escape(words)));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
