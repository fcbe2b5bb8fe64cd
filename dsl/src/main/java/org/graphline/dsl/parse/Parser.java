package org.graphline.dsl.parse;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.graphline.dsl.ast.SyntaxTree;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Marker;
import org.graphline.dsl.grammar.GraphlineParser;
import org.graphline.model.source.SourceFile;

/// The parser. One call is one file; there is no state.
public final class Parser {

  /// The most characters a file may have.
  public static final int MAX_LENGTH = 2_000_000;

  /// The most errors reported for one file.
  public static final int MAX_ERRORS = 50;

  private Parser() {}

  /// Returns what `source` says and what is wrong with it.
  public static Parsed parse(SourceFile source) {
    return unreadable(source)
        .map(diagnostic -> new Parsed(SyntaxTree.empty(source), List.of(diagnostic)))
        .orElseGet(() -> parseText(source));
  }

  private static Parsed parseText(SourceFile source) {
    var findings = new Findings(source);
    var tokens = TokenList.of(source, findings);
    if (!findings.isHopeless()) {
      try {
        var file = parseTokens(tokens, findings);
        var tree = new AstBuilder(source, tokens, findings).file(file);
        return new Parsed(tree, findings.diagnostics());
      } catch (DepthLimit.Exceeded tooDeep) {
        findings.nestedTooDeeply(tooDeep.token(), "too much in one piece");
      }
    }
    return new Parsed(SyntaxTree.empty(source), findings.diagnostics());
  }

  /// Parses quickly first, which is right for correct files; on any error again, this time with care.
  private static GraphlineParser.FileContext parseTokens(TokenList tokens, Findings findings) {
    var quick = parser(tokens, PredictionMode.SLL);
    quick.setErrorHandler(new BailErrorStrategy());
    try {
      return quick.file();
    } catch (ParseCancellationException _) {
      var careful = parser(tokens, PredictionMode.LL);
      careful.setErrorHandler(new ItemRecovery(findings, Balance.of(careful.getTokenStream())));
      return careful.file();
    }
  }

  private static GraphlineParser parser(TokenList tokens, PredictionMode mode) {
    var parser = new GraphlineParser(tokens.stream());
    parser.removeErrorListeners();
    parser.addParseListener(new DepthLimit());
    parser.getInterpreter().setPredictionMode(mode);
    return parser;
  }

  private static Optional<Diagnostic> unreadable(SourceFile source) {
    var text = source.text();
    int bad = firstOf(text, '\0', '\uFFFD');
    if (bad >= 0) {
      var phrase = text.charAt(bad) == '\0' ? "a zero byte" : "not UTF-8";
      return Optional.of(
          Diagnostic.of(
                  DiagnosticId.NOT_A_TEXT_FILE,
                  "this is not a text file in UTF-8",
                  new Marker(source.span(bad, bad + 1), phrase))
              .help("save it as UTF-8, or check that this is the file you meant"));
    }
    if (text.length() > MAX_LENGTH) {
      return Optional.of(
          Diagnostic.of(
                  DiagnosticId.FILE_TOO_LARGE,
                  "this file has %,d characters; at most %,d are read".formatted(text.length(), MAX_LENGTH),
                  source.span(0, 0))
              .help("split it: files of one package see each other's declarations"));
    }
    return Optional.empty();
  }

  private static int firstOf(String text, char one, char other) {
    int first = text.indexOf(one);
    int second = text.indexOf(other);
    return first < 0 ? second : second < 0 ? first : Math.min(first, second);
  }
}
