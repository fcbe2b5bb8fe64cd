package org.graphline.dsl.parse;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.graphline.dsl.grammar.GraphlineParser;

/// Which states of the grammar's automaton come before the first token of their rule.
final class RuleStarts {

  private static final BitSet STARTS = new BitSet();
  private static final Map<Integer, ATNState> CALLERS = new HashMap<>();

  static {
    for (var start : GraphlineParser._ATN.ruleToStartState) {
      collect(start);
    }
    for (var state : GraphlineParser._ATN.states) {
      for (var transition : state.getTransitions()) {
        if (transition instanceof RuleTransition call) {
          CALLERS.put(call.followState.stateNumber, state);
        }
      }
    }
  }

  private RuleStarts() {}

  /// Reports whether no token of its rule has been taken in `state`.
  static boolean contains(ATNState state) {
    return STARTS.get(state.stateNumber);
  }

  /// Returns the state that called the rule from which one returns to state number `next`.
  static ATNState caller(int next) {
    return CALLERS.get(next);
  }

  private static void collect(ATNState state) {
    if (STARTS.get(state.stateNumber)) {
      return;
    }
    STARTS.set(state.stateNumber);
    for (var transition : state.getTransitions()) {
      if (!(transition instanceof RuleTransition) && transition.isEpsilon()) {
        collect(transition.target);
      }
    }
  }
}
