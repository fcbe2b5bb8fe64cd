package org.graphline.dsl.parse;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.EmptyPredictionContext;
import org.antlr.v4.runtime.atn.PredictionContext;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.graphline.dsl.grammar.GraphlineParser;
import org.graphline.model.source.SourceFile;

/// What can come next in a text that is being written: the words of the grammar, and what names can stand for.
///
/// @param isInProse whether the text ends inside a comment or a text in quotes, where anything can come next
public record Continuation(Set<String> words, Set<Place> places, boolean isInProse) {

  /// What begins with a name that comes next. A name that is only being declared stands for nothing yet.
  public enum Place {
    TYPE, VALUE,
    /// A value in a range or a size of a list.
    NUMBER,
    /// A port of the component, but no barrier.
    PORT, BARRIER,
    /// A desk, a port of one or an exposed port.
    END,
    /// A component or graph with its arguments.
    STAFF,
    /// An argument, which may be led by the name of its parameter.
    ARGUMENT
  }

  private static final Set<String> LITERALS = Set.of("anything", "false", "true");

  public Continuation {
    words = Collections.unmodifiableSet(new TreeSet<>(words));
    places = Set.copyOf(places);
  }

  /// Returns what can follow `text`, mistakes earlier in it put right as the parser does it: nothing if it ends inside
  /// a comment or a text in quotes. If the last word can be one of the grammar's or a name, it is not a name.
  public static Continuation after(String text) {
    var source = new SourceFile("", text);
    var findings = new Findings(source);
    var tokens = TokenList.of(source, findings);
    if (findings.isHopeless() || tokens.endsInProse()) {
      return new Continuation(Set.of(), Set.of(), tokens.endsInProse());
    }
    if (tokens.last().filter(token -> token.getType() == GraphlineParser.SYNC).isPresent()) {
      return new Continuation(Set.of(), Set.of(Place.BARRIER), false);
    }
    var next = after(source, tokens.stream());
    var last = tokens.last().filter(Continuation::isWordAndName);
    if (last.isEmpty()) {
      return next;
    }
    ((CommonToken) last.get()).setType(GraphlineParser.ID);
    var afterName = after(source, tokens.stream());
    var words = new TreeSet<>(next.words);
    words.removeAll(afterName.words);
    var places = new HashSet<>(next.places);
    places.removeAll(afterName.places);
    return words.isEmpty() && places.isEmpty() ? next : new Continuation(words, places, false);
  }

  private static boolean isWordAndName(Token token) {
    var atn = GraphlineParser._ATN;
    return token.getType() != GraphlineParser.ID
        && atn.nextTokens(atn.ruleToStartState[GraphlineParser.RULE_name]).contains(token.getType());
  }

  private static Continuation after(SourceFile source, TokenStream tokens) {
    var walk = new Walk();
    var parser = new GraphlineParser(tokens);
    parser.removeErrorListeners();
    parser.addParseListener(new DepthLimit());
    parser.setErrorHandler(new UpToTheEnd(new Findings(source), Balance.of(tokens), walk));
    try {
      parser.file();
    } catch (ParseCancellationException | DepthLimit.Exceeded _) {
      // the end was reached, or there is no way to it
    }
    if (!walk.places.contains(Place.VALUE)) {
      walk.words.removeAll(LITERALS);
    }
    return new Continuation(walk.words, walk.places, false);
  }

  /// Parses on after mistakes until the end of the text comes where something else could.
  private static final class UpToTheEnd extends ItemRecovery {

    private final Walk walk;

    UpToTheEnd(Findings findings, Balance balance, Walk walk) {
      super(findings, balance);
      this.walk = walk;
    }

    @Override
    public void sync(Parser parser) {
      if (parser.getCurrentToken().getType() == Token.EOF) {
        stop(parser);
      }
      super.sync(parser);
    }

    @Override
    public Token recoverInline(Parser parser) {
      if (parser.getCurrentToken().getType() == Token.EOF) {
        stop(parser);
      }
      throw new InputMismatchException(parser);
    }

    @Override
    public void recover(Parser parser, RecognitionException problem) {
      if (problem.getOffendingToken().getType() == Token.EOF) {
        if (problem instanceof NoViableAltException dead && dead.getDeadEndConfigs() != null) {
          boolean complete = dead.getDeadEndConfigs().fullCtx;
          var outer = complete ? EmptyPredictionContext.Instance
              : PredictionContext.fromRuleContext(parser.getATN(), problem.getCtx());
          dead.getDeadEndConfigs().forEach(config -> walk.from(config.state, config.context, outer));
          throw new ParseCancellationException();
        }
        stop(parser);
      }
      super.recover(parser, problem);
    }

    private void stop(Parser parser) {
      var atn = parser.getATN();
      walk.from(atn.states.get(parser.getState()), PredictionContext.fromRuleContext(atn, parser.getContext()),
          EmptyPredictionContext.Instance);
      throw new ParseCancellationException();
    }
  }

  /// Walks the grammar's automaton up to the next tokens. No rule of the grammar matches nothing.
  ///
  /// The walk may begin deep inside rules that have taken no token yet: a prediction that ran into the end of the text
  /// has gone into `name` already where it looks for a `port`. Those rules begin here as well.
  private static final class Walk {

    private final ATN atn = GraphlineParser._ATN;
    private final Set<String> words = new TreeSet<>();
    private final Set<Place> places = EnumSet.noneOf(Place.class);
    private final Set<Visit> visited = new HashSet<>();

    private record Visit(ATNState state, PredictionContext context) {}

    /// Walks on from `state`, in rules that return as `context` says and then as `outer` says.
    void from(ATNState state, PredictionContext context, PredictionContext outer) {
      if (RuleStarts.contains(state)) {
        begun(state, context, outer);
      }
      on(state, context, outer);
    }

    /// Notes the rules that `state` is at the beginning of.
    private void begun(ATNState state, PredictionContext context, PredictionContext outer) {
      note(state.ruleIndex);
      for (int i = 0; i < context.size(); i++) {
        int next = context.getReturnState(i);
        if (next == PredictionContext.EMPTY_RETURN_STATE) {
          if (!outer.isEmpty()) {
            begun(state, outer, EmptyPredictionContext.Instance);
          }
        } else if (RuleStarts.contains(RuleStarts.caller(next))) {
          begun(RuleStarts.caller(next), context.getParent(i), outer);
        }
      }
    }

    private void on(ATNState state, PredictionContext context, PredictionContext outer) {
      if (!visited.add(new Visit(state, context))) {
        return;
      }
      if (RuleStarts.contains(state)) {
        note(state.ruleIndex);
        if (state.ruleIndex == GraphlineParser.RULE_name) {
          return;
        }
      }
      if (state instanceof RuleStopState) {
        leave(context, outer);
        return;
      }
      for (var transition : state.getTransitions()) {
        if (transition instanceof RuleTransition call) {
          on(call.target, EmptyPredictionContext.Instance, EmptyPredictionContext.Instance);
        } else if (transition.isEpsilon()) {
          on(transition.target, context, outer);
        } else if (transition.label() != null) {
          transition.label().toList().forEach(this::word);
        }
      }
    }

    private void leave(PredictionContext context, PredictionContext outer) {
      for (int i = 0; i < context.size(); i++) {
        int next = context.getReturnState(i);
        if (next != PredictionContext.EMPTY_RETURN_STATE) {
          on(atn.states.get(next), context.getParent(i), outer);
        } else if (!outer.isEmpty()) {
          leave(outer, EmptyPredictionContext.Instance);
        }
      }
    }

    private void note(int rule) {
      switch (rule) {
        case GraphlineParser.RULE_type -> places.add(Place.TYPE);
        case GraphlineParser.RULE_expr -> places.add(Place.VALUE);
        case GraphlineParser.RULE_arith -> places.add(Place.NUMBER);
        case GraphlineParser.RULE_port -> places.add(Place.PORT);
        case GraphlineParser.RULE_ref -> places.add(Place.END);
        case GraphlineParser.RULE_instance, GraphlineParser.RULE_target -> places.add(Place.STAFF);
        case GraphlineParser.RULE_arg -> places.add(Place.ARGUMENT);
        default -> {}
      }
    }

    private void word(int type) {
      var literal = type < 0 ? null : GraphlineParser.VOCABULARY.getLiteralName(type);
      if (literal != null && Character.isLetter(literal.charAt(1))) {
        words.add(literal.substring(1, literal.length() - 1));
      }
    }
  }
}
