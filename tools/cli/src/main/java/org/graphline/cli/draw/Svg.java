package org.graphline.cli.draw;

import java.util.List;
import java.util.Locale;
import org.graphline.cli.draw.Placement.Point;
import org.graphline.cli.draw.Placement.Rectangle;

/// SVG that is being written, element by element.
final class Svg {
  private static final double HEAD_LENGTH = 8;
  private static final double HEAD_WIDTH = 4;
  private final StringBuilder text = new StringBuilder();

  /// Adds a line as it is.
  Svg raw(String line) {
    text.append(line).append('\n');
    return this;
  }

  /// Opens a group.
  ///
  /// @param data names and values of `data-` attributes
  Svg open(String style, String... data) {
    text.append("<g class=\"").append(style).append('"');
    for (int i = 0; i < data.length; i += 2) {
      text.append(" data-").append(data[i]).append("=\"").append(escape(data[i + 1])).append('"');
    }
    text.append(">\n");
    return this;
  }

  Svg close() {
    return raw("</g>");
  }

  Svg rectangle(String style, Rectangle r, int radius) {
    return raw(format("<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%d\"/>", style,
        r.x(), r.y(), r.width(), r.height(), radius));
  }

  Svg circle(String style, Point p, int radius) {
    return raw(format("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%d\"/>", style, p.x(), p.y(), radius));
  }

  Svg words(String style, double x, double y, String anchor, String words) {
    return raw(format("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", style, x, y, anchor,
        escape(words)));
  }

  Svg path(String style, List<Point> corners) {
    var path = new StringBuilder();
    for (Point corner : corners) {
      path.append(path.isEmpty() ? "M" : "L").append(format("%.1f %.1f", corner.x(), corner.y()));
    }
    return raw("<path class=\"" + style + "\" d=\"" + path + "\"/>");
  }

  /// Adds the head of an arrow that comes along `corners`, the last of which it touches.
  Svg head(List<Point> corners) {
    Point tip = corners.getLast();
    Point before = corners.get(corners.size() - 2);
    double length = Math.max(1e-6, Math.hypot(tip.x() - before.x(), tip.y() - before.y()));
    double dx = (tip.x() - before.x()) / length;
    double dy = (tip.y() - before.y()) / length;
    double x = tip.x() - dx * HEAD_LENGTH;
    double y = tip.y() - dy * HEAD_LENGTH;
    return raw(format("<path class=\"head\" d=\"M%.1f %.1fL%.1f %.1fL%.1f %.1fz\"/>", tip.x(), tip.y(),
        x - dy * HEAD_WIDTH, y + dx * HEAD_WIDTH, x + dy * HEAD_WIDTH, y - dx * HEAD_WIDTH));
  }

  /// Returns what was written.
  @Override
  public String toString() {
    return text.toString();
  }

  static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
