package org.graphline.dsl.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.EmptyPredictionContext;
import org.antlr.v4.runtime.atn.PredictionContext;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.graphline.dsl.grammar.GraphlineParser;

/// What could have stood where the parser stumbled: the tokens themselves, and a description that names whole
/// constructs (`an expression`, `a statement`) instead of listing what they may start with.
final class ExpectedTokens {

  private static final Map<Integer, String> PHRASES =
      Map.ofEntries(
          Map.entry(GraphlineParser.RULE_decl, "a declaration"),
          Map.entry(GraphlineParser.RULE_importDecl, "an import"),
          Map.entry(GraphlineParser.RULE_field, "a field, e.g. `body: Blob;`"),
          Map.entry(GraphlineParser.RULE_externFun, "a function, e.g. `fun mix(a: Blob): Blob;`"),
          Map.entry(GraphlineParser.RULE_param, "a parameter, e.g. `n: 1..8`"),
          Map.entry(GraphlineParser.RULE_member, "a port, e.g. `in items: Job;`, or a variable"),
          Map.entry(GraphlineParser.RULE_portDecl, "a port, e.g. `in items: Job;`"),
          Map.entry(GraphlineParser.RULE_body, "`run`"),
          Map.entry(GraphlineParser.RULE_stmt, "a statement"),
          Map.entry(GraphlineParser.RULE_selectItem, "a case, e.g. `receive x from p => …`"),
          Map.entry(GraphlineParser.RULE_guard, "a guard, e.g. `receive x from p`"),
          Map.entry(GraphlineParser.RULE_matchCase, "a case, e.g. `Kind.SOUND => …`"),
          Map.entry(
              GraphlineParser.RULE_graphItem, "a desk, e.g. `w = Worker();`, or a wire, e.g. `a.x -> b.y;`"),
          Map.entry(GraphlineParser.RULE_station, "a desk or a port"),
          Map.entry(GraphlineParser.RULE_claim, "a property, e.g. `deadlock free;`"),
          Map.entry(GraphlineParser.RULE_property, "a property, e.g. `deadlock free`"),
          Map.entry(GraphlineParser.RULE_story, "`can` or `cannot`"),
          Map.entry(GraphlineParser.RULE_type, "a type"),
          Map.entry(GraphlineParser.RULE_expr, "an expression"),
          Map.entry(GraphlineParser.RULE_arith, "an expression"),
          Map.entry(GraphlineParser.RULE_port, "a port"),
          Map.entry(GraphlineParser.RULE_string, "a text in quotes"),
          Map.entry(GraphlineParser.RULE_name, "a name"));

  /// Left out of a description whenever there is something better to say.
  private static final Set<Integer> CONTINUATIONS =
      Set.of(
          GraphlineParser.LT, GraphlineParser.LE, GraphlineParser.GT, GraphlineParser.GE, GraphlineParser.EQ,
          GraphlineParser.NE, GraphlineParser.AND, GraphlineParser.OR_ELSE, GraphlineParser.QUESTION,
          GraphlineParser.PLUS, GraphlineParser.MINUS, GraphlineParser.STAR, GraphlineParser.SLASH,
          GraphlineParser.PERCENT, GraphlineParser.DOT, GraphlineParser.LBRACKET, GraphlineParser.RANGE);

  private static final PredictionContext EMPTY = EmptyPredictionContext.Instance;

  private final ATN atn;
  private final Set<Integer> tokens = new HashSet<>();
  private final Set<String> phrases = new LinkedHashSet<>();
  private final Set<Integer> marks = new LinkedHashSet<>();
  private final Set<Visit> visited = new HashSet<>();

  private record Visit(ATNState state, PredictionContext context, boolean inPhrase) {}

  private ExpectedTokens(ATN atn) {
    this.atn = atn;
  }

  /// Returns what was expected where `problem` arose.
  static ExpectedTokens at(Parser parser, RecognitionException problem) {
    var expected = new ExpectedTokens(parser.getATN());
    if (problem instanceof NoViableAltException noAlternative && noAlternative.getDeadEndConfigs() != null) {
      var outer = PredictionContext.fromRuleContext(parser.getATN(), problem.getCtx());
      noAlternative.getDeadEndConfigs().forEach(dead -> expected.start(dead.state, dead.context, outer));
    } else {
      expected.walkFrom(problem.getOffendingState(), problem);
    }
    return expected;
  }

  /// Returns what is expected in `state` of the parser, whatever comes next.
  static ExpectedTokens inState(Parser parser, int state) {
    var expected = new ExpectedTokens(parser.getATN());
    expected.walkFrom(state, new InputMismatchException(parser));
    return expected;
  }

  private void walkFrom(int state, RecognitionException problem) {
    var context = PredictionContext.fromRuleContext(atn, problem.getCtx());
    start(atn.states.get(state), context, EMPTY);
  }

  /// Reports whether a token of this type could have stood there.
  boolean contains(int type) {
    return tokens.contains(type);
  }

  /// Returns what could have stood there, as `a, b or c`.
  String describe() {
    var words = new ArrayList<>(phrases);
    marks.stream()
        .filter(type -> !CONTINUATIONS.contains(type))
        .map(ExpectedTokens::quoted)
        .forEach(words::add);
    if (words.isEmpty()) {
      marks.stream().map(ExpectedTokens::quoted).forEach(words::add);
    }
    return joined(words.stream().distinct().limit(6).toList());
  }

  private static String joined(List<String> words) {
    return switch (words.size()) {
      case 0 -> "something else";
      case 1 -> words.getFirst();
      default -> String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    };
  }

  private static String quoted(int type) {
    return switch (type) {
      case Token.EOF -> "the end of the file";
      case GraphlineParser.INT -> "a number";
      case GraphlineParser.DURATION -> "a duration";
      case GraphlineParser.STRING -> "a text in quotes";
      case GraphlineParser.ID -> "a name";
      default -> GraphlineParser.VOCABULARY.getLiteralName(type).replace('\'', '`');
    };
  }

  /// Walks from `state`. If it is at the very start of a construct that has a phrase, the phrase of the
  /// outermost such construct says it all.
  private void start(ATNState state, PredictionContext context, PredictionContext outer) {
    var whole = new LinkedHashSet<String>();
    collectPhrases(state, context, outer, "", whole);
    phrases.addAll(whole);
    walk(state, context, outer, !whole.isEmpty());
  }

  private void collectPhrases(
      ATNState state, PredictionContext context, PredictionContext outer, String inner, Set<String> whole) {
    if (!RuleStarts.contains(state)) {
      addPhrase(inner, whole);
      return;
    }
    var phrase = PHRASES.getOrDefault(state.ruleIndex, inner);
    var callers = context.isEmpty() ? outer : context;
    var rest = context.isEmpty() ? EMPTY : outer;
    if (callers.isEmpty()) {
      addPhrase(phrase, whole);
      return;
    }
    for (int i = 0; i < callers.size(); i++) {
      int next = callers.getReturnState(i);
      if (next != PredictionContext.EMPTY_RETURN_STATE) {
        collectPhrases(RuleStarts.caller(next), callers.getParent(i), rest, phrase, whole);
      } else {
        addPhrase(phrase, whole);
      }
    }
  }

  private static void addPhrase(String phrase, Set<String> whole) {
    if (!phrase.isEmpty()) {
      whole.add(phrase);
    }
  }

  /// Adds all tokens that can follow `state` when the rules in `context`, then those in `outer`, are still
  /// open. Inside a construct that has a phrase, its first tokens are collected but not described again.
  private void walk(ATNState state, PredictionContext context, PredictionContext outer, boolean inPhrase) {
    if (!visited.add(new Visit(state, context, inPhrase))) {
      return;
    }
    if (state instanceof RuleStopState) {
      leaveRule(context, outer);
      return;
    }
    for (int i = 0; i < state.getNumberOfTransitions(); i++) {
      var transition = state.transition(i);
      if (transition instanceof RuleTransition call) {
        enterRule(call, outer, inPhrase);
      } else if (transition.isEpsilon()) {
        walk(transition.target, context, outer, inPhrase);
      } else {
        collect(transition, inPhrase);
      }
    }
  }

  /// No rule of the grammar matches nothing, so what follows the call does not matter.
  private void enterRule(RuleTransition call, PredictionContext outer, boolean inPhrase) {
    var phrase = PHRASES.get(call.target.ruleIndex);
    if (phrase != null && !inPhrase) {
      phrases.add(phrase);
    }
    walk(call.target, EMPTY, outer, inPhrase || phrase != null);
  }

  private void leaveRule(PredictionContext context, PredictionContext outer) {
    for (int i = 0; i < context.size(); i++) {
      int next = context.getReturnState(i);
      if (next != PredictionContext.EMPTY_RETURN_STATE) {
        walk(atn.states.get(next), context.getParent(i), outer, false);
      } else if (outer != context && !outer.isEmpty()) {
        leaveRule(outer, EMPTY);
      }
    }
  }

  private void collect(Transition transition, boolean inPhrase) {
    if (transition.label() != null) {
      transition.label().toList().forEach(type -> {
        tokens.add(type);
        if (!inPhrase) {
          marks.add(type);
        }
      });
    }
  }
}
