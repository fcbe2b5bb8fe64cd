package org.graphline.dsl.parse;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.graphline.dsl.grammar.GraphlineLexer;

/// The words that cannot be names, and what to say about them.
final class ReservedWords {

  private static final int FIRST_STATEMENT = GraphlineLexer.VAR;
  private static final int LAST_STATEMENT = GraphlineLexer.ASSERT;

  private ReservedWords() {}

  /// Reports whether `token` is a reserved word.
  static boolean contains(Token token) {
    return token.getType() >= GraphlineLexer.PACKAGE && token.getType() <= GraphlineLexer.ANYTHING;
  }

  /// Reports whether `token` can start a statement and nothing else.
  static boolean startsStatement(Token token) {
    return token.getType() >= FIRST_STATEMENT
        && token.getType() <= LAST_STATEMENT
        && token.getType() != GraphlineLexer.ELSE;
  }

  /// Reports whether a declaration starts at `token` of `stream`: a word for one, and something to declare.
  static boolean startsDeclaration(TokenStream stream, Token token) {
    if (token.getType() < GraphlineLexer.PACKAGE || token.getType() > GraphlineLexer.SCENARIO) {
      return false;
    }
    int next = next(stream, token).getType();
    return next > GraphlineLexer.ANYTHING && next <= GraphlineLexer.CANNOT
        || next == GraphlineLexer.ID
        || next == GraphlineLexer.STRING
        || next == GraphlineLexer.COMPONENT;
  }

  private static Token next(TokenStream stream, Token token) {
    int index = token.getTokenIndex() + 1;
    while (stream.get(index).getChannel() != Token.DEFAULT_CHANNEL) {
      index++;
    }
    return stream.get(index);
  }

  /// Returns what the reserved word `token` is there for.
  static String role(Token token) {
    return switch (token.getType()) {
      case GraphlineLexer.IN -> "this word starts an in-tray declaration";
      case GraphlineLexer.OUT -> "this word starts an out-tray declaration";
      case GraphlineLexer.TRUE, GraphlineLexer.FALSE -> "this word is a value of `bool`";
      case GraphlineLexer.ANYTHING -> "this word stands for any value";
      case GraphlineLexer.ELSE -> "this word starts an alternative";
      default -> startsStatement(token) ? "this word starts a statement" : "this word starts a declaration";
    };
  }

  /// Returns a name to use instead of the reserved word `token`.
  static String advice(Token token) {
    return switch (token.getType()) {
      case GraphlineLexer.IN -> "call it after what arrives, e.g. `in strokes: Blob;`";
      case GraphlineLexer.OUT -> "call it after what leaves, e.g. `out screen: Blob;`";
      default ->
          "choose another name, e.g. `" + token.getText() + "1` or `the" + capitalized(token.getText()) + "`";
    };
  }

  /// Returns the keyword among `types` that `word` is probably a misspelling of.
  static Optional<String> near(String word, IntPredicate types) {
    return keywords(types).stream()
        .filter(keyword -> isNear(keyword, word))
        .min(Comparator.comparingInt(keyword -> distance(keyword, word)));
  }

  private static boolean isNear(String keyword, String word) {
    int distance = distance(keyword, word);
    return distance > 0 && distance <= (keyword.length() <= 4 ? 1 : 2);
  }

  private static List<String> keywords(IntPredicate types) {
    return IntStream.rangeClosed(GraphlineLexer.PACKAGE, GraphlineLexer.CANNOT)
        .filter(types)
        .mapToObj(GraphlineLexer.VOCABULARY::getLiteralName)
        .map(literal -> literal.substring(1, literal.length() - 1))
        .toList();
  }

  /// Returns the optimal string alignment distance: insertions, deletions, replacements and swaps of
  /// neighbors.
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    Arrays.setAll(cost[0], j -> j);
    for (int i = 1; i <= a.length(); i++) {
      cost[i][0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int replaced = cost[i - 1][j - 1] + (same ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
            i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        cost[i][j] = swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
      }
    }
    return cost[a.length()][b.length()];
  }

  private static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
