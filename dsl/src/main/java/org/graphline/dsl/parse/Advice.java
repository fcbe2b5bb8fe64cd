package org.graphline.dsl.parse;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.antlr.v4.runtime.Token;
import org.graphline.dsl.grammar.GraphlineParser;

/// What people usually meant when something unexpected stands in a text.
///
/// @param token    the token that was not expected
/// @param previous the token before it
/// @param expected what was expected
/// @param start    the first token of the item that the two are in
record Advice(Token token, Token previous, ExpectedTokens expected, Token start) {

  /// Returns a proposal, if there is one.
  Optional<String> help() {
    return onBraces().or(this::onOperators).or(this::onCalls).or(this::onSpelling);
  }

  private Optional<String> onBraces() {
    if (!ReservedWords.startsStatement(token) || expected.contains(GraphlineParser.SEND)) {
      return Optional.empty();
    }
    if (expected.contains(GraphlineParser.LBRACE) && !expected.contains(GraphlineParser.ID)) {
      return Optional.of("put braces round it: `{ … }`");
    }
    return token == start ? Optional.of("statements stand in the `run` of a component") : Optional.empty();
  }

  private Optional<String> onOperators() {
    boolean afterOperator = isArithmetic(previous) && previous.getStopIndex() + 1 == token.getStartIndex();
    if (afterOperator && (token.getType() == GraphlineParser.ASSIGN || token.getType() == previous.getType())) {
      return Optional.of("write it out: `x = x " + previous.getText() + " 1;`");
    }
    if (token.getType() == GraphlineParser.ASSIGN && expected.contains(GraphlineParser.RPAREN)) {
      return Optional.of("two values are compared with `==`");
    }
    return Optional.empty();
  }

  private static boolean isArithmetic(Token token) {
    return switch (token.getType()) {
      case GraphlineParser.PLUS, GraphlineParser.MINUS, GraphlineParser.STAR, GraphlineParser.SLASH,
          GraphlineParser.PERCENT -> true;
      default -> false;
    };
  }

  private Optional<String> onCalls() {
    boolean isCall = token.getType() == GraphlineParser.LPAREN && expected.contains(GraphlineParser.SEMI);
    return isCall && previous.getType() == GraphlineParser.ID && onSpelling().isEmpty()
        ? Optional.of("a Java function is called through its extern: `Words." + previous.getText() + "(…)`")
        : Optional.empty();
  }

  private Optional<String> onSpelling() {
    return misspelled(token, expected::contains)
        .or(() -> previous == start ? misspelled(previous, _ -> true) : Optional.empty())
        .map(keyword -> "did you mean `" + keyword + "`?");
  }

  private static Optional<String> misspelled(Token token, IntPredicate types) {
    return token.getType() == GraphlineParser.ID
        ? ReservedWords.near(token.getText(), types)
        : Optional.empty();
  }
}
