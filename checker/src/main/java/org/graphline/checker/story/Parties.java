package org.graphline.checker.story;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.graphline.checker.verdict.StoryStep.Party;
import org.graphline.checker.verdict.StoryStep.Role;
import org.graphline.model.automaton.Node;
import org.graphline.model.automaton.ProcessAutomaton;
import org.graphline.model.automaton.Site;
import org.graphline.model.network.BarrierLine;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Exposure;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Step.Actor;
import org.graphline.model.source.Span;

/// The sides of steps, by their names in the source.
final class Parties {
  private final Semantics semantics;
  private final Network network;

  Parties(Semantics semantics) {
    this.semantics = semantics;
    this.network = semantics.network();
  }

  /// The component that moves, at one of its ends.
  Party component(Actor actor, Optional<End> end) {
    Site site = site(actor.instance(), actor.node(), actor.choice());
    return new Party(Role.COMPONENT, actor.instance(), name(actor.instance()), end.map(this::port).orElse(""),
        site.action(), place(site.span()));
  }

  Party line(int id) {
    Line line = network.lines().get(id);
    return new Party(Role.LINE, -1, lineName(line), "", "", place(line.span()));
  }

  Party barrier(int id) {
    BarrierLine barrier = network.barriers().get(id);
    return new Party(Role.BARRIER, -1, barrier.name(), "", "", place(barrier.span()));
  }

  Party environmentAtTray(int line) {
    Line where = network.lines().get(line);
    return environment(where.exposure(), where.span());
  }

  Party environmentAtConnection(int connection) {
    Connection where = network.connections().get(connection);
    return environment(where.exposure(), where.span());
  }

  private static Party environment(Optional<Exposure> exposure, Span span) {
    return new Party(Role.ENVIRONMENT, -1, "environment",
        exposure.map(Exposure::display).orElse(""), "", place(span));
  }

  /// Returns where a control point, or a case of its `select`, stands.
  Site site(int instance, int node, int choice) {
    ProcessAutomaton automaton = semantics.automaton(instance);
    return choice >= 0 && automaton.nodes().get(node) instanceof Node.Select select
        ? select.cases().get(choice).site() : automaton.sites().get(node);
  }

  String name(int instance) {
    return network.instances().get(instance).name().display();
  }

  String port(End end) {
    return network.instances().get(end.instance()).behavior().elements().get(end.element()).display();
  }

  /// Returns a line by its readers, or its writers where the readers are outside.
  String lineName(Line line) {
    List<End> ends = line.readers().isEmpty() ? line.writers() : line.readers();
    return ends.stream().map(network::display).collect(Collectors.joining(", "));
  }

  private static Optional<Span> place(Span span) {
    return span.equals(Span.BUILT_IN) ? Optional.empty() : Optional.of(span);
  }
}
