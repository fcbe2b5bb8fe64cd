package org.graphline.checker.space;

import java.util.List;
import org.graphline.model.automaton.ProcessAutomaton;
import org.graphline.model.network.Behavior;
import org.graphline.model.semantics.Semantics;

/// The automata of a network, each once however many instances share it.
public final class Automata {
  private Automata() {}

  /// Returns the automata of the behaviors of the network.
  public static List<ProcessAutomaton> of(Semantics semantics) {
    var seen = new java.util.HashSet<Behavior>();
    // Behaviors are told apart by identity, which is quick; automata are records as large as their code.
    return semantics.network().instances().stream().filter(i -> seen.add(i.behavior()))
        .map(i -> semantics.automaton(i.id())).toList();
  }
}
