package org.graphline.dsl.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.graphline.dsl.ast.Comment;
import org.graphline.dsl.grammar.GraphlineLexer;
import org.graphline.model.source.SourceFile;

/// The tokens of a file. What is wrong in the letters is reported once, then treated as the token it was
/// meant to be, so that the parser does not stumble over it as well.
final class TokenList {

  private static final Pattern CLOSED = Pattern.compile("\"([^\"\\\\]|\\\\.)*+\"");

  private final SourceFile source;
  private final List<Token> tokens;
  private final List<Comment> comments = new ArrayList<>();

  private TokenList(SourceFile source, List<Token> tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  /// Returns the tokens of `source`.
  static TokenList of(SourceFile source, Findings findings) {
    var lexer = new GraphlineLexer(new TextStream(source));
    lexer.removeErrorListeners();
    var all = new ArrayList<Token>();
    for (var token = lexer.nextToken(); ; token = lexer.nextToken()) {
      ((CommonToken) token).setTokenIndex(all.size());
      all.add(token);
      if (token.getType() == Token.EOF) {
        break;
      }
    }
    var list = new TokenList(source, all);
    list.repairLetters(findings);
    list.limitBrackets(findings);
    return list;
  }

  /// Returns a stream over them for one run of the parser.
  CommonTokenStream stream() {
    var stream = new CommonTokenStream(new ListTokenSource(tokens));
    stream.fill();
    return stream;
  }

  /// Reports whether whatever follows the text would go on a comment or a text in quotes at its end.
  boolean endsInProse() {
    if (tokens.size() < 2) {
      return false;
    }
    var last = tokens.get(tokens.size() - 2);
    return last.getStopIndex() + 1 == tokens.getLast().getStartIndex() && switch (last.getType()) {
      case GraphlineLexer.LINE_COMMENT, GraphlineLexer.UNTERMINATED_COMMENT -> true;
      case GraphlineLexer.STRING -> !CLOSED.matcher(last.getText()).matches();
      default -> false;
    };
  }

  /// Returns the last token that the parser sees before the end.
  Optional<Token> last() {
    return tokens.reversed().stream().skip(1).filter(t -> t.getChannel() == Token.DEFAULT_CHANNEL).findFirst();
  }

  /// Returns all comments in order.
  List<Comment> comments() {
    return comments;
  }

  /// Returns the last doc comment between `token` and the token before it, if there is one.
  Optional<Token> docBefore(Token token) {
    for (int i = token.getTokenIndex() - 1; i >= 0; i--) {
      var earlier = tokens.get(i);
      if (earlier.getChannel() == Token.DEFAULT_CHANNEL) {
        break;
      }
      if (earlier.getType() == GraphlineLexer.BLOCK_COMMENT && kind(earlier) == Comment.Kind.DOC) {
        return Optional.of(earlier);
      }
    }
    return Optional.empty();
  }

  private void repairLetters(Findings findings) {
    for (int i = 0; i < tokens.size(); i++) {
      var token = (CommonToken) tokens.get(i);
      switch (token.getType()) {
        case GraphlineLexer.LINE_COMMENT, GraphlineLexer.BLOCK_COMMENT ->
            comments.add(new Comment(kind(token), token.getText(), findings.span(token)));
        case GraphlineLexer.UNTERMINATED_STRING -> {
          findings.unterminatedText(token);
          token.setType(GraphlineLexer.STRING);
        }
        case GraphlineLexer.UNTERMINATED_COMMENT -> findings.unterminatedComment(token);
        case GraphlineLexer.MALFORMED_NUMBER -> {
          findings.malformedNumber(token);
          token.setType(GraphlineLexer.INT);
        }
        case GraphlineLexer.STRAY -> i = strayRun(i, findings);
        default -> {}
      }
    }
  }

  /// Reports a run of stray characters as one and returns the index of its last token.
  private int strayRun(int first, Findings findings) {
    int last = first;
    while (tokens.get(last + 1).getType() == GraphlineLexer.STRAY
        && tokens.get(last + 1).getStartIndex() == tokens.get(last).getStopIndex() + 1) {
      last++;
    }
    findings.strayCharacters(tokens.get(first), tokens.get(last));
    return last;
  }

  private void limitBrackets(Findings findings) {
    int depth = 0;
    for (var token : tokens) {
      switch (token.getType()) {
        case GraphlineLexer.LBRACE, GraphlineLexer.LPAREN, GraphlineLexer.LBRACKET -> depth++;
        case GraphlineLexer.RBRACE, GraphlineLexer.RPAREN, GraphlineLexer.RBRACKET ->
            depth = Math.max(0, depth - 1);
        default -> {}
      }
      if (depth > DepthLimit.MAX_BRACKETS) {
        findings.nestedTooDeeply(token, "more than " + DepthLimit.MAX_BRACKETS + " brackets are open here");
        return;
      }
    }
  }

  private static Comment.Kind kind(Token token) {
    if (token.getType() == GraphlineLexer.LINE_COMMENT) {
      return Comment.Kind.LINE;
    }
    boolean isDoc = token.getText().startsWith("/**") && token.getText().length() > "/**/".length();
    return isDoc ? Comment.Kind.DOC : Comment.Kind.BLOCK;
  }

  @Override
  public String toString() {
    return tokens.size() + " tokens of " + source;
  }
}
