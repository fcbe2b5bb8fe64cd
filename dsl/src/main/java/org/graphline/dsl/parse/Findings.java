package org.graphline.dsl.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Marker;
import org.graphline.model.source.SourceFile;
import org.graphline.model.source.Span;

/// What was found wrong so far, and the rules that keep one mistake from being reported twice.
final class Findings {

  private final SourceFile source;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Set<Integer> linesWithBadLetters = new HashSet<>();
  private int lastToken = -1;
  private boolean endIsMissing;
  private boolean hopeless;

  Findings(SourceFile source) {
    this.source = source;
  }

  /// Returns the findings by position.
  List<Diagnostic> diagnostics() {
    return diagnostics.stream()
        .sorted(Comparator.comparing(diagnostic -> diagnostic.primary().span()))
        .limit(Parser.MAX_ERRORS)
        .toList();
  }

  /// Reports whether it would be pointless to parse.
  boolean isHopeless() {
    return hopeless;
  }

  /// Reports whether there are any.
  boolean isEmpty() {
    return diagnostics.isEmpty();
  }

  /// Reports whether there are none in `stretch`.
  boolean noneWithin(Span stretch) {
    return diagnostics.stream()
        .map(diagnostic -> diagnostic.primary().span().start())
        .noneMatch(start -> start >= stretch.start() && start < stretch.end());
  }

  SourceFile source() {
    return source;
  }

  Span span(Token token) {
    return source.span(token.getStartIndex(), Math.max(token.getStartIndex(), token.getStopIndex() + 1));
  }

  Span span(Token first, Token last) {
    return span(first).to(span(last));
  }

  int line(Token token) {
    return source.lines().lineAt(token.getStartIndex());
  }

  /// Returns the line on which `token` ends.
  int lastLine(Token token) {
    return source.lines().lineAt(Math.max(token.getStartIndex(), token.getStopIndex()));
  }

  void add(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  /// Reports whether a complaint about `token` is news: it has not been complained about, and neither bad
  /// letters on its line or in `previous`, the token before it, nor a comment without an end can be to blame.
  boolean isNews(Token token, Token previous) {
    boolean known = token.getTokenIndex() == lastToken;
    lastToken = token.getTokenIndex();
    boolean excused =
        linesWithBadLetters.contains(lastLine(previous))
            || (token.getType() == Token.EOF ? endIsMissing : linesWithBadLetters.contains(line(token)));
    return !known && !excused && diagnostics.size() < Parser.MAX_ERRORS;
  }

  void unterminatedText(Token token) {
    var start = source.span(token.getStartIndex(), token.getStartIndex() + 1);
    badLetters(
        Diagnostic.of(
                DiagnosticId.UNTERMINATED_TEXT,
                "this text has no closing `\"` on its line",
                new Marker(start, "it starts here"))
            .help("add the closing `\"`; a line break inside a text is written `\\n`"));
  }

  void unterminatedComment(Token token) {
    endIsMissing = true;
    var start = source.span(token.getStartIndex(), token.getStartIndex() + 2);
    badLetters(
        Diagnostic.of(
                DiagnosticId.UNTERMINATED_COMMENT,
                "this comment is never closed",
                new Marker(start, "it starts here"))
            .help("close it with `*/`"));
  }

  void malformedNumber(Token token) {
    badLetters(
        Diagnostic.of(
                DiagnosticId.UNEXPECTED_INPUT,
                "`" + shorten(token.getText()) + "` is neither a number nor a duration",
                span(token))
            .help("a duration is written `20ms`, `5s`, `2min` or `1h`; a name cannot start with a digit"));
  }

  /// One report a line is enough: what looks odd once is often odd again, like quotes.
  void strayCharacters(Token first, Token last) {
    if (linesWithBadLetters.contains(line(first))) {
      return;
    }
    var span = span(first, last);
    var text = source.text(span);
    var finding =
        Diagnostic.of(
            DiagnosticId.STRAY_CHARACTER,
            "`" + shorten(text) + "` has no meaning outside texts and comments",
            span);
    badLetters(StrayAdvice.on(text).map(finding::help).orElse(finding));
  }

  void nestedTooDeeply(Token token, String phrase) {
    hopeless = true;
    diagnostics.removeIf(diagnostic -> diagnostic.id() != DiagnosticId.NESTED_TOO_DEEPLY);
    add(
        Diagnostic.of(
                DiagnosticId.NESTED_TOO_DEEPLY,
                "this is nested too deeply",
                new Marker(span(token), phrase))
            .help("take it apart: give pieces of it a name, or a component of their own"));
  }

  private void badLetters(Diagnostic diagnostic) {
    linesWithBadLetters.add(diagnostic.primary().span().line());
    add(diagnostic);
  }

  /// Returns `text` without line breaks and cut to a length fit for a message.
  static String shorten(String text) {
    var line = text.lines().findFirst().orElse("");
    return line.length() <= 30 ? line : line.substring(0, 27) + "...";
  }
}
