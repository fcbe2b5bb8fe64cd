package org.graphline.dsl.format;

import java.util.ArrayList;
import java.util.List;
import org.graphline.dsl.ast.Comment;
import org.graphline.dsl.parse.Lexeme;
import org.graphline.model.source.LineMap;
import org.graphline.model.source.SourceFile;
import org.graphline.model.source.Span;

/// The words of a file and, for each gap between two of them, the comments in it.
///
/// A remark is one comment or several without a line break between them. In a gap, a remark that starts on
/// the line of the word before it *trails* that word; one that ends on the line of the word after it *leads*
/// that word; all others stand alone.
final class Words {

  private final LineMap lines;
  private final List<Lexeme> words;
  private final List<Gap> gaps = new ArrayList<>();

  /// What stands between two words.
  ///
  /// @param leading none or one remark
  record Gap(List<Remark> trailing, List<Remark> alone, List<Remark> leading) {

    /// Reports whether what comes after this gap has to start a new line, or a comment in it spans lines.
    boolean breaks() {
      return !alone.isEmpty()
          || trailing.stream().anyMatch(remark -> remark.endsLine() || remark.isLong())
          || leading.stream().anyMatch(Remark::isLong);
    }
  }

  /// Comments without a line break between them.
  record Remark(List<Comment> comments, int firstLine, int lastLine) {

    /// Reports whether nothing can follow on its line.
    boolean endsLine() {
      return comments.getLast().kind() == Comment.Kind.LINE;
    }

    /// Reports whether it has more than one line.
    boolean isLong() {
      return lastLine > firstLine;
    }
  }

  private Words(LineMap lines, List<Lexeme> words) {
    this.lines = lines;
    this.words = words;
  }

  static Words of(SourceFile source, List<Lexeme> lexemes, List<Comment> comments) {
    var words = new Words(source.lines(), lexemes);
    int next = 0;
    for (int i = 0; i <= lexemes.size(); i++) {
      int end = i < lexemes.size() ? lexemes.get(i).span().start() : Integer.MAX_VALUE;
      int first = next;
      while (next < comments.size() && comments.get(next).span().start() < end) {
        next++;
      }
      words.gaps.add(words.gap(i, comments.subList(first, next)));
    }
    return words;
  }

  int count() {
    return words.size();
  }

  String text(int word) {
    return words.get(word).text();
  }

  /// Returns what stands before `word`, or at the end of the file if there is no such word.
  Gap before(int word) {
    return gaps.get(word);
  }

  /// Settles the gap before `word`, which is in the middle of an item: nothing leads such a word, since
  /// whether it starts a line is for the layout to say. What led it trails the word before it or, after a
  /// line comment, stands alone.
  void settle(int word) {
    var gap = gaps.get(word);
    if (gap.leading().isEmpty()) {
      return;
    }
    boolean joins = gap.alone().isEmpty() && gap.trailing().stream().noneMatch(Remark::endsLine);
    var trailing = joins ? joined(gap.trailing(), gap.leading()) : gap.trailing();
    var alone = joins ? gap.alone() : joined(gap.alone(), gap.leading());
    gaps.set(word, new Gap(trailing, alone, List.of()));
  }

  private static List<Remark> joined(List<Remark> first, List<Remark> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /// Returns the line on which `word`, or the remark that leads it, starts.
  int firstLine(int word) {
    var leading = gaps.get(word).leading();
    return leading.isEmpty() ? words.get(word).span().line() : leading.getFirst().firstLine();
  }

  /// Returns the line on which `word`, or the remark that trails it, ends.
  int lastLine(int word) {
    var trailing = gaps.get(word + 1).trailing();
    return trailing.isEmpty() ? lastLine(words.get(word).span()) : trailing.getLast().lastLine();
  }

  /// Reports whether the words from `first` to `last` stand on one line.
  boolean areOnOneLine(int first, int last) {
    return words.get(first).span().line() == lastLine(words.get(last).span());
  }

  /// Reports whether a comment between the words from `first` to `last` forces a line break.
  boolean areSeparated(int first, int last) {
    for (int i = first + 1; i <= last; i++) {
      if (gaps.get(i).breaks()) {
        return true;
      }
    }
    return false;
  }

  private int lastLine(Span span) {
    return lines.lineAt(Math.max(span.start(), span.end() - 1));
  }

  private Gap gap(int word, List<Comment> comments) {
    var remarks = remarks(comments);
    var trailing = new ArrayList<Remark>();
    var leading = new ArrayList<Remark>();
    if (word > 0
        && !remarks.isEmpty()
        && remarks.getFirst().firstLine() == lastLine(words.get(word - 1).span())) {
      trailing.add(remarks.removeFirst());
    }
    if (word < words.size()
        && !remarks.isEmpty()
        && remarks.getLast().lastLine() == words.get(word).span().line()) {
      leading.add(remarks.removeLast());
    }
    return new Gap(List.copyOf(trailing), List.copyOf(remarks), List.copyOf(leading));
  }

  private List<Remark> remarks(List<Comment> comments) {
    var remarks = new ArrayList<Remark>();
    for (var comment : comments) {
      int firstLine = comment.span().line();
      int lastLine = lastLine(comment.span());
      if (!remarks.isEmpty() && remarks.getLast().lastLine() == firstLine) {
        var earlier = remarks.removeLast();
        var joined = new ArrayList<>(earlier.comments());
        joined.add(comment);
        remarks.add(new Remark(joined, earlier.firstLine(), lastLine));
      } else {
        remarks.add(new Remark(List.of(comment), firstLine, lastLine));
      }
    }
    return remarks;
  }
}
