package org.graphline.dsl.parse;

import java.util.Set;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.graphline.dsl.grammar.GraphlineParser;

/// Recovery by items: declarations, members, statements, cases and whatever else comes in lists. An error
/// anywhere in an item gives up that item only: the parser leaves all rules inside it, skips to the end of
/// the item and goes on with the next.
class ItemRecovery extends DefaultErrorStrategy {

  private static final Set<Integer> ITEMS =
      Set.of(
          GraphlineParser.RULE_packageDecl, GraphlineParser.RULE_importDecl, GraphlineParser.RULE_decl,
          GraphlineParser.RULE_field, GraphlineParser.RULE_externFun, GraphlineParser.RULE_member,
          GraphlineParser.RULE_body, GraphlineParser.RULE_stmt, GraphlineParser.RULE_selectItem,
          GraphlineParser.RULE_matchCase, GraphlineParser.RULE_graphItem, GraphlineParser.RULE_claim,
          GraphlineParser.RULE_story);

  private static final int PATIENCE = 8;

  private final SyntaxErrors errors;
  private int stoodAt = -1;
  private int stoodTimes;

  ItemRecovery(Findings findings, Balance balance) {
    this.errors = new SyntaxErrors(findings, balance);
  }

  @Override
  public void reportError(Parser parser, RecognitionException problem) {
    // an error is reported where it is recovered from
  }

  @Override
  public void recover(Parser parser, RecognitionException problem) {
    if (!isItem(parser.getContext()) && parser.getContext().getParent() != null) {
      throw problem;
    }
    var start = parser.getContext().getStart();
    var recovery = errors.report(parser, problem, start);
    if (recovery == SyntaxErrors.Recovery.SKIP_WORD_AND_ITEM) {
      parser.consume();
    }
    if (recovery != SyntaxErrors.Recovery.CONTINUE) {
      skipItem(parser, start);
    }
    ensureProgress(parser);
  }

  /// An item and the list around it may both be given up at one token. Recoveries that go on ending there would
  /// do so for ever: the last one allowed gives the token up.
  private void ensureProgress(Parser parser) {
    int here = parser.getCurrentToken().getTokenIndex();
    stoodTimes = here == stoodAt ? stoodTimes + 1 : 1;
    stoodAt = here;
    if (stoodTimes > PATIENCE && parser.getCurrentToken().getType() != Token.EOF) {
      parser.consume();
    }
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw new InputMismatchException(parser);
  }

  /// Called before each decision. Only where the next item of a list is due, whatever cannot start one is
  /// skipped.
  @Override
  public void sync(Parser parser) {
    var state = parser.getATN().states.get(parser.getState());
    if (!startsItem(state)) {
      return;
    }
    boolean atFile = parser.getRuleContext().getRuleIndex() == GraphlineParser.RULE_file;
    var next = parser.getCurrentToken();
    var startingTokens = parser.getATN().nextTokens(state);
    while (!startingTokens.contains(next.getType()) && (atFile || !endsList(parser, next))) {
      errors.reportAtItem(parser, state.stateNumber);
      if (atFile) {
        skipToDeclaration(parser);
      } else {
        skipItem(parser, next);
      }
      next = parser.getCurrentToken();
    }
  }

  private static void skipToDeclaration(Parser parser) {
    do {
      parser.consume();
    } while (parser.getCurrentToken().getType() != Token.EOF
        && !ReservedWords.startsDeclaration(parser.getTokenStream(), parser.getCurrentToken()));
  }

  private static boolean endsList(Parser parser, Token next) {
    return next.getType() == Token.EOF
        || next.getType() == GraphlineParser.RBRACE
        || ReservedWords.startsDeclaration(parser.getTokenStream(), next);
  }

  /// Consumes up to the end of the item that began with `start`: its semicolon, the brace that closes the
  /// list it is in, or a word that can only begin something new. Consumes at least one token unless that
  /// would leave the file or the list.
  private static void skipItem(Parser parser, Token start) {
    int depth = openBraces(parser, start);
    boolean first = parser.getCurrentToken().getTokenIndex() == start.getTokenIndex();
    for (; ; first = false) {
      var next = parser.getCurrentToken();
      boolean anew = depth == 0 && ReservedWords.startsStatement(next) && startsLine(parser);
      boolean outside = ReservedWords.startsDeclaration(parser.getTokenStream(), next);
      if (next.getType() == Token.EOF || !first && (anew || outside)) {
        return;
      }
      switch (next.getType()) {
        case GraphlineParser.LBRACE -> depth++;
        case GraphlineParser.RBRACE -> {
          if (depth == 0) {
            return;
          }
          depth--;
        }
        default -> {}
      }
      parser.consume();
      boolean closed = next.getType() == GraphlineParser.RBRACE && startsLine(parser);
      if (depth == 0 && (next.getType() == GraphlineParser.SEMI || closed)) {
        return;
      }
    }
  }

  private static int openBraces(Parser parser, Token start) {
    int depth = 0;
    for (int i = start.getTokenIndex(); i < parser.getCurrentToken().getTokenIndex(); i++) {
      switch (parser.getTokenStream().get(i).getType()) {
        case GraphlineParser.LBRACE -> depth++;
        case GraphlineParser.RBRACE -> depth--;
        default -> {}
      }
    }
    return Math.max(0, depth);
  }

  private static boolean startsLine(Parser parser) {
    var previous = parser.getTokenStream().LT(-1);
    return previous == null || previous.getLine() < parser.getCurrentToken().getLine();
  }

  private static boolean isItem(ParserRuleContext context) {
    return ITEMS.contains(context.getRuleIndex());
  }

  /// Reports whether the parser, in this state, may begin an item without taking another token first.
  private static boolean startsItem(ATNState state) {
    return switch (state.getStateType()) {
      case ATNState.STAR_LOOP_ENTRY, ATNState.STAR_LOOP_BACK, ATNState.PLUS_LOOP_BACK ->
          reachesItem(state, 8);
      default -> false;
    };
  }

  private static boolean reachesItem(ATNState state, int steps) {
    for (var transition : state.getTransitions()) {
      boolean reached =
          transition instanceof RuleTransition call
              ? ITEMS.contains(call.target.ruleIndex)
              : steps > 0 && transition.isEpsilon() && reachesItem(transition.target, steps - 1);
      if (reached) {
        return true;
      }
    }
    return false;
  }
}
