package org.graphline.cli.play;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.graphline.model.automaton.Node;
import org.graphline.model.automaton.Site;
import org.graphline.model.network.Instance;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Wait;

/// Answers to `why NAME`: what a component waits for, and what those wait for who could help it.
final class Waiting {
  private final Semantics semantics;

  Waiting(Semantics semantics) {
    this.semantics = semantics;
  }

  /// Returns the chain of waits from the component called `name`, one a line; empty if there is no such
  /// component.
  List<String> why(State state, String name) {
    var lines = new ArrayList<String>();
    semantics.network().instances().stream().filter(i -> i.name().display().equals(name)).findFirst()
        .ifPresent(i -> chain(state, i.id(), new ArrayList<>(), lines));
    return lines;
  }

  /// Returns one line for each component that is not gone.
  List<String> all(State state) {
    var lines = new ArrayList<String>();
    for (Wait wait : semantics.waits(state)) {
      lines.add(sentence(wait));
    }
    return lines;
  }

  private void chain(State state, int instance, List<Integer> seen, List<String> lines) {
    String indent = "  ".repeat(seen.size());
    if (seen.contains(instance)) {
      lines.add(indent + name(instance) + ", see above");
      return;
    }
    seen.add(instance);
    if (semantics.isGone(state, instance)) {
      lines.add(indent + name(instance) + (semantics.hasFailed(state, instance) ? " has failed"
          : " has gone home"));
    }
    for (Wait wait : semantics.waits(state)) {
      if (wait.instance() == instance) {
        lines.add(indent + sentence(wait));
        wait.needs().stream().flatMap(n -> n.partners().stream()).distinct()
            .forEach(partner -> chain(state, partner, seen, lines));
      }
    }
    seen.removeLast();
  }

  private String sentence(Wait wait) {
    Site site = semantics.automaton(wait.instance()).sites().get(wait.node());
    String whom = wait.needs().stream().flatMap(n -> n.partners().stream()).distinct().map(this::name)
        .collect(Collectors.joining(", "));
    boolean alone = wait.needs().stream().anyMatch(Wait.Need::byItself);
    boolean environment = wait.needs().stream().anyMatch(Wait.Need::environment);
    String what = semantics.automaton(wait.instance()).nodes().get(wait.node()) instanceof Node.Select
        ? "select" : site.action();
    return name(wait.instance()) + " waits to " + what + "   " + site.span().place()
        + (whom.isEmpty() ? "" : "   for " + whom) + (environment ? "   for the environment" : "")
        + (alone ? "   can go on by itself" : "") + (wait.rests() ? "   (resting)" : "");
  }

  private String name(int instance) {
    Instance found = semantics.network().instances().get(instance);
    return found.name().display();
  }
}
