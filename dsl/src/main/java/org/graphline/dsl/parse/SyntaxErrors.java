package org.graphline.dsl.parse;

import java.util.Optional;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Marker;
import org.graphline.dsl.grammar.GraphlineParser;

/// Turns a place where the parser stumbled into a diagnostic.
final class SyntaxErrors {

  private final Findings findings;
  private final Balance balance;

  SyntaxErrors(Findings findings, Balance balance) {
    this.findings = findings;
    this.balance = balance;
  }

  /// How to go on.
  enum Recovery {
    SKIP_ITEM,
    /// The offending word was meant as a name and does not start anything.
    SKIP_WORD_AND_ITEM,
    /// Nothing needs skipping: the item lacks only its semicolon.
    CONTINUE
  }

  /// Reports `problem`, which arose in an item that began with `start`.
  Recovery report(Parser parser, RecognitionException problem, Token start) {
    var token = problem.getOffendingToken();
    var expected = ExpectedTokens.at(parser, problem);
    boolean begun = start.getTokenIndex() < token.getTokenIndex();
    if (begun && lacksSemicolon(parser, token, expected)) {
      if (isNews(parser, token)) {
        findings.add(missingSemicolon(before(parser, token)));
      }
      return Recovery.CONTINUE;
    }
    var diagnostic = diagnose(parser, problem, expected, begun);
    if (isNews(parser, token)) {
      findings.add(diagnostic);
    }
    boolean isWord = diagnostic.id() == DiagnosticId.RESERVED_WORD;
    return isWord ? Recovery.SKIP_WORD_AND_ITEM : Recovery.SKIP_ITEM;
  }

  /// Reports that the current token cannot start an item, though one is due in `state`.
  void reportAtItem(Parser parser, int state) {
    var token = parser.getCurrentToken();
    var problem = new InputMismatchException(parser);
    if (isNews(parser, token)) {
      findings.add(diagnose(parser, problem, ExpectedTokens.inState(parser, state), false));
    }
  }

  /// A declaration whose braces do not balance is reported once; whatever follows in it would only be an
  /// echo.
  private boolean isNews(Parser parser, Token token) {
    return findings.isNews(token, before(parser, token)) && balance.isFirstError(token);
  }

  private Diagnostic diagnose(
      Parser parser, RecognitionException problem, ExpectedTokens expected, boolean begun) {
    var token = problem.getOffendingToken();
    if (isUnclosed(parser, token, expected)) {
      return unclosed(problem, token);
    }
    if (token.getType() == GraphlineParser.RBRACE && parser.getContext().getParent() == null) {
      return Diagnostic.of(DiagnosticId.UNBALANCED_BRACKET, "this `}` closes nothing", findings.span(token))
          .help("remove it, or look for a `{` missing before it");
    }
    if (ReservedWords.contains(token) && isMeantAsName(parser, token, expected, begun)) {
      var marker = new Marker(findings.span(token), ReservedWords.role(token));
      return Diagnostic.of(
              DiagnosticId.RESERVED_WORD, "`" + token.getText() + "` cannot be used as a name here", marker)
          .help(ReservedWords.advice(token));
    }
    var message = "expected " + expected.describe() + ", found " + found(token);
    var diagnostic = Diagnostic.of(DiagnosticId.UNEXPECTED_INPUT, message, findings.span(token));
    return new Advice(token, before(parser, token), expected, begun ? parser.getContext().getStart() : token)
        .help()
        .map(diagnostic::help)
        .orElse(diagnostic);
  }

  /// A semicolon could have come before `token`, and what follows looks like the beginning of something else.
  private boolean lacksSemicolon(Parser parser, Token token, ExpectedTokens expected) {
    return expected.contains(GraphlineParser.SEMI)
        && (token.getType() == GraphlineParser.RBRACE
            || token.getType() == Token.EOF
            || ReservedWords.startsStatement(token)
            || ReservedWords.startsDeclaration(parser.getTokenStream(), token)
            || findings.lastLine(before(parser, token)) < findings.line(token));
  }

  private Diagnostic missingSemicolon(Token last) {
    int end = last.getStopIndex() + 1;
    var marker = new Marker(findings.source().span(end, end), "`;` expected here");
    return Diagnostic.of(DiagnosticId.MISSING_SEMICOLON, "a `;` is missing", marker);
  }

  private static boolean isUnclosed(Parser parser, Token token, ExpectedTokens expected) {
    return expected.contains(GraphlineParser.RBRACE)
        && (token.getType() == Token.EOF || ReservedWords.startsDeclaration(parser.getTokenStream(), token));
  }

  private Diagnostic unclosed(RecognitionException problem, Token token) {
    var opener = opener(problem).map(findings::span).orElseGet(() -> findings.span(token));
    return Diagnostic.of(
            DiagnosticId.UNBALANCED_BRACKET, "this `{` is never closed", new Marker(opener, "opened here"))
        .related(findings.span(token), "a `}` is missing before " + found(token));
  }

  private static Optional<Token> opener(RecognitionException problem) {
    var context = problem.getCtx();
    for (; context instanceof ParserRuleContext rule; context = context.parent) {
      var brace = rule.children == null ? Optional.<Token>empty() : lastBrace(rule);
      if (brace.isPresent()) {
        return brace;
      }
    }
    return Optional.empty();
  }

  private static Optional<Token> lastBrace(ParserRuleContext rule) {
    return rule.children.reversed().stream()
        .filter(TerminalNode.class::isInstance)
        .map(child -> ((TerminalNode) child).getSymbol())
        .filter(token -> token.getType() == GraphlineParser.LBRACE)
        .findFirst();
  }

  /// A name was possible, and either one had to come on this line or what follows is what follows a name.
  private boolean isMeantAsName(Parser parser, Token token, ExpectedTokens expected, boolean begun) {
    if (!expected.contains(GraphlineParser.ID)) {
      return false;
    }
    if (begun) {
      return findings.lastLine(before(parser, token)) == findings.line(token);
    }
    return switch (parser.getTokenStream().LA(2)) {
      case GraphlineParser.COLON, GraphlineParser.ASSIGN, GraphlineParser.DOT, GraphlineParser.ARROW,
          GraphlineParser.LBRACKET -> true;
      default -> false;
    };
  }

  private static Token before(Parser parser, Token token) {
    var stream = parser.getTokenStream();
    for (int i = token.getTokenIndex() - 1; i >= 0; i--) {
      if (stream.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
        return stream.get(i);
      }
    }
    return token;
  }

  private static String found(Token token) {
    return token.getType() == Token.EOF
        ? "the end of the file"
        : "`" + Findings.shorten(token.getText()) + "`";
  }
}
