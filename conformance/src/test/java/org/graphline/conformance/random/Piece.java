package org.graphline.conformance.random;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A piece of source text that can be left out: a declaration, a statement, a case, or a block of them.
///
/// @param open  the text before the children
/// @param close the text after them
public record Piece(String open, List<Piece> children, String close) {
  public Piece {
    children = List.copyOf(children);
  }

  /// Returns a piece without children.
  public static Piece of(String text) {
    return new Piece(text, List.of(), "");
  }

  /// Returns `head { children }`.
  public static Piece block(String head, List<Piece> children) {
    return new Piece(head + " {", children, "}");
  }

  /// Returns pieces one after the other.
  public static Piece sequence(List<Piece> children) {
    return new Piece("", children, "");
  }

  /// Returns the source text.
  public String text() {
    var text = new StringBuilder();
    write(text, 0);
    return text.toString();
  }

  private void write(StringBuilder text, int depth) {
    boolean bare = open.isEmpty() && close.isEmpty();
    line(text, open, depth);
    children.forEach(c -> c.write(text, bare ? depth : depth + 1));
    line(text, close, depth);
  }

  private static void line(StringBuilder text, String line, int depth) {
    if (!line.isEmpty()) {
      text.append("  ".repeat(depth)).append(line).append('\n');
    }
  }

  /// Returns how many pieces there are, this one included.
  public int size() {
    return 1 + children.stream().mapToInt(Piece::size).sum();
  }

  /// Returns this piece without the piece at `position`, in the order of the text, or with the children of that
  /// piece in its place. Position 0 is this piece itself.
  Piece without(int position, boolean keepChildren) {
    var left = new ArrayList<Piece>();
    int at = 1;
    for (Piece child : children) {
      if (at == position) {
        if (keepChildren) {
          left.addAll(child.children());
        }
      } else if (position > at && position < at + child.size()) {
        left.add(child.without(position - at, keepChildren));
      } else {
        left.add(child);
      }
      at += child.size();
    }
    return new Piece(open, left, close);
  }

  /// Returns this piece without those that mention a name.
  Piece withoutName(String name) {
    Pattern word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
    return new Piece(open, children.stream().filter(c -> !word.matcher(c.open()).find())
        .map(c -> c.withoutName(name)).toList(), close);
  }
}
