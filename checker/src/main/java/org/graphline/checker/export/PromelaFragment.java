package org.graphline.checker.export;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.graphline.model.automaton.Node;
import org.graphline.model.automaton.ProcessAutomaton;
import org.graphline.model.network.Instance;
import org.graphline.model.network.Line;
import org.graphline.model.semantics.Semantics;

/// Which networks can be said in Promela: those without readiness and without barriers.
final class PromelaFragment {
  /// SPIN runs at most 255 processes.
  private static final int MOST_PROCESSES = 250;

  private final Semantics semantics;
  private final Set<Obstacle> obstacles = new LinkedHashSet<>();

  private PromelaFragment(Semantics semantics) {
    this.semantics = semantics;
  }

  static List<Obstacle> obstacles(Semantics semantics) {
    var fragment = new PromelaFragment(semantics);
    fragment.look();
    return List.copyOf(fragment.obstacles);
  }

  private void look() {
    int processes = 0;
    for (Instance instance : semantics.network().instances()) {
      ProcessAutomaton automaton = semantics.automaton(instance.id());
      processes += automaton.threads();
      for (int node = 0; node < automaton.nodes().size(); node++) {
        look(automaton, node);
      }
    }
    for (Line line : semantics.network().lines()) {
      if (line.isRendezvous() && joinsBranches(line)) {
        obstacles.add(new Obstacle("a hand-to-hand line between branches of one component", line.span()));
      }
    }
    int others = semantics.network().lines().size() + semantics.network().connections().size();
    if (processes + others > MOST_PROCESSES) {
      obstacles.add(new Obstacle("more processes than SPIN can run", semantics.network().instances().getFirst().span()));
    }
  }

  private void look(ProcessAutomaton automaton, int node) {
    var found = new ArrayList<String>();
    switch (automaton.nodes().get(node)) {
      case Node.Select(boolean priority, var cases, _) -> {
        if (priority) {
          found.add("`select priority`");
        }
        if (cases.stream().anyMatch(c -> c.choice() instanceof Node.Choice.Sync)) {
          found.add("`sync`");
        }
      }
      case Node.Sync _ -> found.add("`sync`");
      case Node _ -> { }
    }
    found.forEach(f -> obstacles.add(new Obstacle(f, automaton.sites().get(node).span())));
  }

  private boolean joinsBranches(Line line) {
    return line.writers().stream().anyMatch(w -> semantics.automaton(w.instance()).threads() > 1
        && line.readers().stream().anyMatch(r -> r.instance() == w.instance()));
  }
}
