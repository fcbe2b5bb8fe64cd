package org.graphline.checker.space;

import java.util.List;
import org.graphline.model.automaton.Node;
import org.graphline.model.automaton.ProcessAutomaton;
import org.graphline.model.semantics.Semantics;

/// Tells whether error states (rule R1) are out of the question, whatever is reachable.
public final class Faults {
  private Faults() {}

  /// Reports whether some behavior has a check that could fail, or local code that could go round.
  public static boolean arePossible(Semantics semantics) {
    return Automata.of(semantics).stream().anyMatch(Faults::arePossible);
  }

  private static boolean arePossible(ProcessAutomaton automaton) {
    List<Node> nodes = automaton.nodes();
    return nodes.stream().anyMatch(n -> n instanceof Node.Require) || hasSilentCircle(nodes);
  }

  /// A node is settled when all its silent successors are; what never settles lies on, or leads to, a circle.
  /// A `par` may be passed silently, for its branches may be local code.
  private static boolean hasSilentCircle(List<Node> nodes) {
    var settled = new boolean[nodes.size()];
    boolean changed = true;
    boolean all = false;
    while (changed && !all) {
      changed = false;
      all = true;
      for (int n = nodes.size() - 1; n >= 0; n--) {
        if (!settled[n]) {
          settled[n] = !isPassed(nodes.get(n))
              || Successors.of(nodes.get(n)).allMatch(s -> settled[s]);
          changed |= settled[n];
          all &= settled[n];
        }
      }
    }
    return !all;
  }

  private static boolean isPassed(Node node) {
    return node instanceof Node.Silent || node instanceof Node.Join;
  }
}
