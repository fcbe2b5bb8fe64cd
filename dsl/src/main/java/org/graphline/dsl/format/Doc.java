package org.graphline.dsl.format;

import java.util.Collection;
import java.util.List;

/// A layout: words, and where lines may or must break between them. After Philip Wadler, "A prettier printer"
/// (2003), with lists of items that keep their author's lines added.
sealed interface Doc {

  /// The width of what has to have a line break in it.
  int INFINITE = 1_000_000;

  /// Returns the number of columns on one line.
  int width();

  /// Returns the number of columns up to the first place where a line may break.
  int lead();

  /// Reports whether there is a place where a line may break.
  boolean canBreak();

  /// One word of the file, and the remarks that stand alone above it in the middle of an item.
  record Word(int index, int width, List<Words.Remark> above) implements Doc {
    @Override
    public int lead() {
      return width;
    }

    @Override
    public boolean canBreak() {
      return false;
    }
  }

  /// Spaces that stay.
  record Space(int width) implements Doc {
    @Override
    public int lead() {
      return width;
    }

    @Override
    public boolean canBreak() {
      return false;
    }
  }

  /// A line break, or `width` spaces if the group around it fits on one line.
  record Line(int width) implements Doc {
    @Override
    public int lead() {
      return 0;
    }

    @Override
    public boolean canBreak() {
      return true;
    }
  }

  /// Content whose lines after the first start further in.
  record Indented(Doc content) implements Doc {
    @Override
    public int width() {
      return content.width();
    }

    @Override
    public int lead() {
      return content.lead();
    }

    @Override
    public boolean canBreak() {
      return content.canBreak();
    }
  }

  /// Content whose lines break all or not at all; `width` is infinite if they must.
  record Group(Doc content, int width) implements Doc {
    @Override
    public int lead() {
      return content.lead();
    }

    @Override
    public boolean canBreak() {
      return content.canBreak();
    }
  }

  /// One after the other.
  record Sequence(List<Doc> parts, int width, int lead, boolean canBreak) implements Doc {}

  /// Statements, members, declarations: each on a line of its own, or on the line of the one before if its
  /// author put it there and it fits.
  record Items(List<Item> items, int width) implements Doc {
    @Override
    public int lead() {
      return items.getFirst().content().lead();
    }

    @Override
    public boolean canBreak() {
      return true;
    }
  }

  /// One of several items, or a remark that stands alone between them.
  record Item(Doc content, Start start) {}

  /// A remark that stands alone.
  record Aside(Words.Remark remark) implements Doc {
    @Override
    public int width() {
      return INFINITE;
    }

    @Override
    public int lead() {
      return 0;
    }

    @Override
    public boolean canBreak() {
      return true;
    }
  }

  /// Where an item starts.
  enum Start {
    SAME_LINE,
    NEW_LINE,
    AFTER_EMPTY_LINE
  }

  /// Spaces between items that share a line.
  int BETWEEN_ITEMS = 2;

  static Doc sequence(Collection<Doc> parts) {
    int width = 0;
    int lead = 0;
    boolean canBreak = false;
    for (var part : parts) {
      width = Math.min(INFINITE, width + part.width());
      lead = canBreak ? lead : lead + part.lead();
      canBreak = canBreak || part.canBreak();
    }
    return new Sequence(List.copyOf(parts), width, lead, canBreak);
  }

  static Doc sequence(Doc... parts) {
    return sequence(List.of(parts));
  }

  static Doc group(Doc content) {
    return new Group(content, content.width());
  }

  static Doc broken(Doc content) {
    return new Group(content, INFINITE);
  }

  static Doc space() {
    return new Space(1);
  }

  static Doc line() {
    return new Line(1);
  }

  static Doc softLine() {
    return new Line(0);
  }

  static Doc items(List<Item> items) {
    int width = BETWEEN_ITEMS * (items.size() - 1);
    for (int i = 0; i < items.size(); i++) {
      boolean joined = i == 0 || items.get(i).start() == Start.SAME_LINE;
      width = joined ? Math.min(INFINITE, width + items.get(i).content().width()) : INFINITE;
    }
    return new Items(List.copyOf(items), width);
  }
}
