package org.graphline.dsl.parse;

import java.util.IdentityHashMap;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;

/// Stops the parser before a deeply nested text, or a sum of a thousand terms, can exhaust the stack here or
/// in a later phase, all of which walk the tree by recursion.
final class DepthLimit implements ParseTreeListener {

  /// The most brackets that may be open at once.
  static final int MAX_BRACKETS = 100;

  /// The most rules of the grammar that may be open at once; brackets reach their own limit first.
  static final int MAX_RULES = 1_000;

  private int depth;
  private final Map<Object, Integer> heights = new IdentityHashMap<>();

  @Override
  public void enterEveryRule(ParserRuleContext context) {
    limit(++depth, context);
  }

  /// A sum grows to the left without ever opening many rules at once, so the height of what was built counts
  /// as well.
  @Override
  public void exitEveryRule(ParserRuleContext context) {
    depth--;
    int height = 0;
    for (int i = 0; i < context.getChildCount(); i++) {
      var child = heights.remove(context.getChild(i));
      height = Math.max(height, child == null ? 0 : child);
    }
    limit(height + 1, context);
    heights.put(context, height + 1);
  }

  private static void limit(int rules, ParserRuleContext context) {
    if (rules > MAX_RULES) {
      throw new Exceeded(context.getStart());
    }
  }

  @Override
  public void visitTerminal(TerminalNode node) {
    // only rules nest
  }

  @Override
  public void visitErrorNode(ErrorNode node) {
    // only rules nest
  }

  /// Carries the place out of the parser; it never leaves this package.
  static final class Exceeded extends RuntimeException {

    private static final long serialVersionUID = 1;
    private final transient Token token;

    Exceeded(Token token) {
      super("nested too deeply", null, false, false);
      this.token = token;
    }

    Token token() {
      return token;
    }
  }
}
