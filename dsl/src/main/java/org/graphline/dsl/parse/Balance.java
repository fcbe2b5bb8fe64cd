package org.graphline.dsl.parse;

import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.graphline.dsl.grammar.GraphlineParser;

/// Which declarations of a file have as many `{` as `}`, and which of the others an error has been reported
/// for.
final class Balance {

  private final NavigableMap<Integer, Integer> surplus;
  private final Set<Integer> reported = new HashSet<>();

  private Balance(NavigableMap<Integer, Integer> surplus) {
    this.surplus = surplus;
  }

  static Balance of(TokenStream stream) {
    var surplus = new TreeMap<Integer, Integer>(Map.of(-1, 0));
    for (int i = 0; i < stream.size(); i++) {
      var token = stream.get(i);
      if (ReservedWords.startsDeclaration(stream, token)) {
        surplus.putIfAbsent(i, 0);
      }
      switch (token.getType()) {
        case GraphlineParser.LBRACE -> surplus.merge(surplus.lastKey(), 1, Integer::sum);
        case GraphlineParser.RBRACE -> surplus.merge(surplus.lastKey(), -1, Integer::sum);
        default -> {}
      }
    }
    return new Balance(surplus);
  }

  /// Reports whether `token`, at which an error arose, is in a balanced declaration or the first such token
  /// in it. The start of a declaration counts for the one before it, which should have ended.
  boolean isFirstError(Token token) {
    int declaration = surplus.lowerKey(token.getTokenIndex());
    return surplus.get(declaration) == 0 || reported.add(declaration);
  }
}
