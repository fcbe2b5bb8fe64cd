package org.graphline.checker.space;

import java.util.List;
import org.graphline.model.automaton.Node;
import org.graphline.model.automaton.ProcessAutomaton;

/// Finds the control points from which a thread may end its whole component.
public final class Endings {
  private Endings() {}

  /// Returns for each node whether a path leads from it to going home or failing.
  public static boolean[] of(ProcessAutomaton automaton) {
    List<Node> nodes = automaton.nodes();
    var ends = new boolean[nodes.size()];
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int n = nodes.size() - 1; n >= 0; n--) {
        if (!ends[n] && (isEnding(nodes.get(n)) || Successors.of(nodes.get(n)).anyMatch(s -> ends[s]))) {
          ends[n] = true;
          changed = true;
        }
      }
    }
    return ends;
  }

  private static boolean isEnding(Node node) {
    return node instanceof Node.Gone || node instanceof Node.Stop || node instanceof Node.MayFail;
  }
}
