package org.graphline.cli.draw;

import java.util.List;
import java.util.Optional;
import org.graphline.checker.verdict.ProofAccount;
import org.graphline.checker.verdict.WaitForGraph;
import org.graphline.checker.verdict.WaitForGraph.Waiter;
import org.graphline.cli.draw.Placement.Point;
import org.graphline.cli.draw.Placement.Rectangle;
import org.graphline.model.network.Network;

/// A network as SVG: desks with their ports, graphs inside as frames, lines with what their brackets say, exposed
/// ports on the border.
public final class Drawing {
  /// The most desks that are drawn.
  public static final int MOST_DESKS = 400;

  private static final String STYLE = """
      <style>
        text { font: 12px ui-monospace, Menlo, Consolas, monospace; fill: #1f2933 }
        .name { font-weight: bold } .small, .label { font-size: 10px; fill: #52606d }
        .status { font-size: 10px; fill: #c81e1e }
        .frame { fill: #7b8794; fill-opacity: .05; stroke: #9aa5b1 }
        .body { fill: #fff; stroke: #3e4c59; stroke-width: 1.5 }
        .split .body { fill: #f0f4f8; stroke-dasharray: 4 2 } .tray .body { fill: #e6f0fa; stroke: #2b6cb0 }
        .junction .body, .barrier .body { fill: #fdf6e3; stroke: #8d6e1f } .pin, .head { fill: #3e4c59 }
        .shaft, .band { fill: none; stroke: #3e4c59; stroke-width: 1.5 }
        .band { stroke: #bcccdc; stroke-width: 7 }
        .overwrites .band { stroke-dasharray: 12 4 } .drops .band { stroke-dasharray: 3 5 }
        .call .shaft { stroke-dasharray: 7 3 } .meets .shaft { stroke-dasharray: 2 3 }
        .stuck .body, .stuck .shaft, .cross { stroke: #c81e1e }
        .stuck .head { fill: #c81e1e } .cross { stroke-width: 2 }
        .alone .body { fill: #f0f4f8 } .neighbors .body { fill: #d9e8fb; stroke: #2b6cb0 }
        .argument .body { fill: #fdebc8; stroke: #b7791f } .argument .shaft { stroke: #b7791f; stroke-width: 2.5 }
        .argument .head { fill: #b7791f }
        .alone .status, .neighbors .status, .argument .status { fill: #52606d }
      </style>""";
  private static final double MARGIN = 24;
  private static final double HEAD = 24;

  private final Picture picture;
  private final Placement placement;
  private final Medium medium;
  private final Svg svg = new Svg();

  /// Where a drawing is going to be looked at.
  private enum Medium {
    /// By itself: it brings its style.
    FILE,
    /// In a page that has a style for it, tells its parts by their `data-` attributes and changes them.
    PAGE
  }

  private Drawing(Picture picture, Medium medium) {
    this.picture = picture;
    this.placement = Placement.of(picture);
    this.medium = medium;
  }

  /// Returns the SVG of `network`, with those in `waiters` who are stuck crossed out and their lines in red.
  public static String svg(Network network, List<Waiter> waiters) {
    return new Drawing(PictureMaker.of(network, Marks.of(network, waiters), false), Medium.FILE).draw();
  }

  /// Returns the SVG of `network`, each desk in the color of what keeps it from being stuck, which is said in it too,
  /// and the lines of the first near miss thick.
  public static String svg(Network network, ProofAccount account) {
    return new Drawing(PictureMaker.of(network, Marks.of(network, account), false), Medium.FILE).draw();
  }

  /// Returns the SVG of `network` for a page: `data-box` is `desk-` with the instance's position, `data-wire` is
  /// `line-`, `call-` or `barrier-` with the position in the network, `data-from` and `data-to` are its ends.
  public static String figure(Network network) {
    return new Drawing(PictureMaker.of(network, Marks.NONE, true), Medium.PAGE).draw();
  }

  /// Returns the SVG, for a page, of who waits for whom.
  public static String figure(Network network, WaitForGraph waits) {
    return new Drawing(WaitPicture.of(network, waits), Medium.PAGE).draw();
  }

  private String draw() {
    boolean framed = picture.boxes().stream().noneMatch(b -> b.kind() == Picture.Kind.WAITER);
    double margin = framed ? MARGIN : 0;
    double head = framed ? HEAD : 0;
    double width = placement.width() + 2 * margin;
    double height = placement.height() + 2 * margin + head;
    svg.raw(Svg.format("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\""
        + " viewBox=\"0 0 %.0f %.0f\">", width, height, width, height));
    if (medium == Medium.FILE) {
      svg.raw("<title>" + Svg.escape(picture.title()) + "</title>").raw(STYLE);
    }
    if (framed) {
      outermost(width, height);
    }
    svg.raw(Svg.format("<g transform=\"translate(%.0f %.0f)\">", margin, margin + head));
    for (int i = 0; i < picture.frames().size(); i++) {
      Rectangle r = placement.frames().get(i);
      svg.rectangle("frame", r, 8).words("name", r.x() + 10, r.y() + 19, "start", picture.frames().get(i).name());
    }
    for (int i = 0; i < picture.wires().size(); i++) {
      wire(picture.wires().get(i), placement.wires().get(i), placement.labels().get(i));
    }
    for (int i = 0; i < picture.boxes().size(); i++) {
      box(picture.boxes().get(i), placement.boxes().get(i), placement.pins().get(i));
    }
    return svg.close().raw("</svg>").toString();
  }

  /// The border of the graph runs through its trays.
  private void outermost(double width, double height) {
    double left = 8;
    double right = width - 8;
    for (int i = 0; i < picture.boxes().size(); i++) {
      Rectangle r = placement.boxes().get(i);
      double middle = MARGIN + r.x() + r.width() / 2;
      switch (picture.boxes().get(i).kind()) {
        case IN_TRAY -> left = Math.max(left, middle);
        case OUT_TRAY -> right = Math.min(right, middle);
        case DESK, SPLIT, JUNCTION, BARRIER, WAITER -> { }
      }
    }
    svg.rectangle("frame", new Rectangle(left, HEAD, right - left, height - HEAD - 8), 8);
    svg.words("name", left + 4, HEAD - 8, "start", picture.title());
  }

  private void wire(Picture.Wire wire, List<Point> corners, Optional<Point> label) {
    String style = switch (wire.style()) {
      case HAND_TO_HAND -> "hand";
      case HOLDS_LETTERS -> "holds";
      case OVERWRITES -> "holds overwrites";
      case DROPS -> "holds drops";
      case CALL -> "call";
      case BARRIER -> "meets";
      case WAIT -> "waits";
    };
    svg.open("wire " + style + wire.mark().style(), "wire", wire.key(), "from", end(wire.from()), "to",
        end(wire.to()));
    if (style.startsWith("holds")) {
      svg.path("band", corners);
    }
    svg.path("shaft", corners);
    if (wire.style() != Picture.Style.BARRIER
        && picture.boxes().get(wire.to().box()).kind() != Picture.Kind.JUNCTION) {
      svg.head(corners);
    }
    label.ifPresent(at -> svg.words("label", at.x(), at.y() + 3, "middle", wire.label()));
    svg.close();
  }

  private String end(Picture.Spot spot) {
    return picture.boxes().get(spot.box()).key() + "." + spot.pin();
  }

  private void box(Picture.Box box, Rectangle r, List<Point> pins) {
    svg.open("box " + styleClass(box.kind()) + box.mark().style(), "box", box.key());
    svg.rectangle("body", r, box.kind() == Picture.Kind.JUNCTION ? 10 : 4);
    double middle = r.x() + r.width() / 2;
    switch (box.kind()) {
      case DESK, SPLIT -> {
        svg.words("name", middle, r.y() + 16, "middle", box.name());
        svg.words("small", middle, r.y() + 29, "middle", box.detail());
        box.status().ifPresent(status -> status(box, status, r));
        pins(box, pins);
      }
      case JUNCTION, IN_TRAY, OUT_TRAY -> svg.words("label", middle, r.y() + r.height() / 2 + 4, "middle", box.name());
      case WAITER -> svg.words("name", middle, r.y() + r.height() / 2 + 4, "middle", box.name());
      case BARRIER -> {
        svg.words("name", middle, r.y() + r.height() / 2 - 1, "middle", box.name());
        svg.words("small", middle, r.y() + r.height() / 2 + 11, "middle", box.detail());
      }
    }
    svg.close();
  }

  private void status(Picture.Box box, String status, Rectangle r) {
    svg.words("status", r.x() + r.width() / 2, r.y() + r.height() - 6, "middle", status);
    if (box.mark() == Picture.Mark.STUCK || medium == Medium.PAGE) {
      svg.raw(Svg.format("<path class=\"cross\" d=\"M%.1f %.1fl12 12m0 -12l-12 12\"/>", r.x() + r.width() - 18,
          r.y() + 6));
    }
  }

  private void pins(Picture.Box box, List<Point> pins) {
    for (int i = 0; i < pins.size(); i++) {
      Point p = pins.get(i);
      svg.circle("pin", p, 3);
      String name = box.pins().get(i).name();
      switch (box.pins().get(i).side()) {
        case LEFT -> svg.words("small", p.x() + 9, p.y() + 4, "start", name);
        case RIGHT -> svg.words("small", p.x() - 9, p.y() + 4, "end", name);
        case BOTTOM -> svg.words("small", p.x(), p.y() - 8, "middle", name);
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
      case WAITER -> "waiter";
    };
  }
}
