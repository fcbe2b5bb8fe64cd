package org.graphline.dsl.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.graphline.dsl.format.Doc.Item;
import org.graphline.dsl.format.Doc.Start;

/// Takes the words of the file one after the other while the syntax tree is walked. That every word taken is
/// the next one of the file is what makes the formatter safe.
final class Cursor {

  private final Words words;
  private int next;
  private int claimed = -1;

  Cursor(Words words) {
    this.words = words;
  }

  /// Takes the next word, which is `text`.
  Doc word(String text) {
    if (!isNext(text)) {
      throw new AssertionError("expected " + text + " as word " + next + ", found " + peek());
    }
    return word();
  }

  /// Takes the next word, whatever it is.
  Doc word() {
    int index = next++;
    int width = words.text(index).length();
    if (index == claimed) {
      return new Doc.Word(index, width, List.of());
    }
    words.settle(index);
    return new Doc.Word(index, width, words.before(index).alone());
  }

  /// Reports whether `text` is the next word.
  boolean isNext(String text) {
    return peek().equals(text);
  }

  private String peek() {
    return next < words.count() ? words.text(next) : "";
  }

  /// Takes `text` if it is the next word.
  Optional<Doc> optional(String text) {
    return isNext(text) ? Optional.of(word()) : Optional.empty();
  }

  /// Lays out `content`, broken if a comment in it needs that.
  Doc group(Supplier<Doc> content) {
    int first = next;
    var doc = content.get();
    return words.areSeparated(first, next - 1) ? Doc.broken(doc) : Doc.group(doc);
  }

  /// Lays out parts with a separating word, all on one line or each on its own, between brackets.
  <T> Doc list(String open, List<T> parts, Function<T, Doc> layout, String close) {
    return group(() -> {
      var opening = word(open);
      if (parts.isEmpty()) {
        return Doc.sequence(opening, word(close));
      }
      var inner = Doc.sequence(Doc.softLine(), separated(parts, layout));
      return Doc.sequence(opening, new Doc.Indented(inner), Doc.softLine(), word(close));
    });
  }

  /// Lays out parts with commas between them in braces, on one line only if their author had them there. One
  /// more comma may come last.
  <T> Doc row(List<T> parts, Function<T, Doc> layout) {
    int first = next;
    var open = word("{");
    var separated = separated(parts, layout);
    var last = optional(",").orElseGet(Doc::sequence);
    var content = Doc.sequence(Doc.line(), separated, last);
    var inner = Doc.sequence(open, new Doc.Indented(content), Doc.line(), word("}"));
    boolean breaks = !words.areOnOneLine(first, next - 1) || words.areSeparated(first, next - 1);
    return breaks ? Doc.broken(inner) : Doc.group(inner);
  }

  /// Lays out parts with commas between them.
  <T> Doc separated(List<T> parts, Function<T, Doc> layout) {
    var docs = new ArrayList<Doc>();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        docs.add(word(","));
        docs.add(Doc.line());
      }
      docs.add(layout.apply(parts.get(i)));
    }
    return Doc.sequence(docs);
  }

  /// Lays out items in braces, on one line only if their author had them there.
  <T> Doc block(List<T> items, Function<T, Doc> layout) {
    int first = next;
    var open = word("{");
    var content = items(items, layout, Start.SAME_LINE);
    var close = word("}");
    boolean separated = words.areSeparated(first, next - 1);
    boolean breaks = separated || content.isPresent() && !words.areOnOneLine(first, next - 1);
    return inBraces(open, content, close, breaks);
  }

  /// Lays out items in braces, each on a line of its own.
  <T> Doc column(List<T> items, Function<T, Doc> layout) {
    var open = word("{");
    var content = items(items, layout, Start.NEW_LINE);
    var close = word("}");
    return inBraces(open, content, close, !content.isEmpty());
  }

  private static Doc inBraces(Doc open, Optional<Doc> content, Doc close, boolean broken) {
    var inner =
        content
            .map(items -> new Doc.Indented(Doc.sequence(Doc.line(), items)))
            .map(items -> Doc.sequence(open, items, Doc.line(), close))
            .orElseGet(() -> Doc.sequence(open, Doc.line(), close));
    return broken ? Doc.broken(inner) : Doc.group(inner);
  }

  /// Lays out items and the remarks that stand alone before, between and after them. `joined` is how an item
  /// starts whose author put it on the line of the one before.
  <T> Optional<Doc> items(List<T> items, Function<T, Doc> layout, Start joined) {
    var docs = new ArrayList<Item>();
    int line = next > 0 ? words.lastLine(next - 1) : 0;
    for (var item : items) {
      line = asides(docs, line);
      int first = next;
      var start = docs.isEmpty() ? Start.NEW_LINE : start(words.firstLine(first) - line, docs, joined);
      docs.add(new Item(layout.apply(item), start));
      line = words.lastLine(next - 1);
    }
    asides(docs, line);
    return docs.isEmpty() ? Optional.empty() : Optional.of(Doc.items(docs));
  }

  private int asides(List<Item> docs, int line) {
    claimed = next;
    int last = line;
    for (var remark : words.before(next).alone()) {
      var start = docs.isEmpty() ? Start.NEW_LINE : start(remark.firstLine() - last, docs, Start.NEW_LINE);
      docs.add(new Item(new Doc.Aside(remark), start));
      last = remark.lastLine();
    }
    return last;
  }

  private static Start start(int linesDown, List<Item> before, Start joined) {
    boolean afterAside = before.getLast().content() instanceof Doc.Aside;
    return switch (linesDown) {
      case 0 -> afterAside ? Start.NEW_LINE : joined;
      case 1 -> Start.NEW_LINE;
      default -> Start.AFTER_EMPTY_LINE;
    };
  }
}
