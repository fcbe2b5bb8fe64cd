package org.graphline.checker.reduction;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.graphline.checker.space.Automata;
import org.graphline.checker.space.Endings;
import org.graphline.checker.space.EventSets;
import org.graphline.checker.space.Joins;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.model.automaton.Node;
import org.graphline.model.automaton.ProcessAutomaton;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.property.Condition;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Port;

/// Tells which steps are confluent: whatever else happens first, the step stays possible, and both orders
/// lead to the same state.
///
/// Candidates are steps of plain statements, not of a `select`, that nobody else can take part in or take
/// away: a hand-over on a line of one writer and one reader, the environment that takes an output, a letter
/// collected by the only reader of a line that drops none, a call of the only client, a reply, a `mark`, all
/// at a barrier; and the steps that lead on when somebody has left for good: the end of a line, a refusal, a
/// reply dropped, a `select` with every case finished. None is on a line that a `select priority` watches.
/// Not confluent is a step
///
/// - that a property sees: an event of it, a step of a component whose variables it reads, a letter leaving a line
///   that it looks into;
/// - one of whose components has another branch of a `par` alive that could end the component, or whose local
///   code ends the component while another branch is alive;
/// - that ends a branch of a `par` while another one is alive, if what follows the `par` closes something, may fail
///   or ends the component: it would do that if it came last, and would not be confluent then;
/// - after which the component closes something that matters to what others can do now: letters on a line
///   that holds letters would be dropped, or a `select priority` could see it;
/// - that brings a component to a barrier while some `select priority` could see that;
/// - into an error state, where exploration ends.
final class ConfluentSteps {
  private final NetworkStateSpace space;
  private final Semantics semantics;
  private final Network network;
  private final List<EventSet> events;
  private final Set<Integer> observed = new HashSet<>();
  private final Set<Integer> observedLines = new HashSet<>();
  private final boolean anyPriority;
  private final Map<ProcessAutomaton, boolean[]> endings = new IdentityHashMap<>();
  private final Map<ProcessAutomaton, Joins> joins = new IdentityHashMap<>();

  ConfluentSteps(NetworkStateSpace space, List<Property> properties) {
    this(space, properties.stream().flatMap(p -> EventSets.of(p).stream()).distinct().toList(),
        properties.stream().flatMap(ConfluentSteps::conditions).toList());
  }

  ConfluentSteps(NetworkStateSpace space, List<EventSet> events, List<Condition> conditions) {
    this.space = space;
    this.semantics = space.semantics();
    this.network = semantics.network();
    this.events = events;
    for (Condition condition : conditions) {
      condition.observed().forEach(o -> observed.add(o.instance()));
      condition.lines().forEach(l -> observedLines.add(l.line()));
    }
    this.anyPriority = Automata.of(semantics).stream()
        .anyMatch(a -> a.nodes().stream().anyMatch(n -> n instanceof Node.Select select && select.priority()));
  }

  private static Stream<Condition> conditions(Property property) {
    return switch (property) {
      case Property.Always(var conditions) -> conditions.stream();
      case Property.Never(var conditions) -> conditions.stream();
      case Property.DeadlockFree _, Property.ErrorFree _, Property.LivelockFree _, Property.Terminates _,
          Property.ShutsDown _, Property.LeadsTo _, Property.Can _, Property.Cannot _, Property.Refines _,
          Property.Deterministic _ -> Stream.empty();
    };
  }

  /// Returns the first confluent step from `state`.
  Optional<Step> first(State state) {
    for (Step step : semantics.steps(state)) {
      if (isCandidate(step) && !isSeen(step) && !space.isFaulty(step.target())
          && step.actors().stream().allMatch(a -> commutes(a, state, step.target()))) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  private boolean isCandidate(Step step) {
    return switch (step.label()) {
      case Label.HandOver(int id, var writer, var reader, _) -> {
        Line line = network.lines().get(id);
        boolean outside = reader.isEmpty() && line.readers().isEmpty();
        boolean inside = writer.isPresent() && reader.isPresent() && line.exposure().isEmpty()
            && writer.get().instance() != reader.get().instance() && line.readers().size() == 1;
        yield (inside || outside) && line.writers().size() == 1 && !line.watched() && isPlain(step);
      }
      case Label.Collect(int id, _, _) -> {
        Line line = network.lines().get(id);
        int readers = line.readers().size() + (line.isOutTray() ? 1 : 0);
        yield readers == 1 && line.overflow() == Graph.Overflow.WAIT && !line.watched() && isPlain(step);
      }
      case Label.Called(int id, _) -> {
        Connection connection = network.connections().get(id);
        yield isInside(connection) && !connection.watched() && isPlain(step) && isOnlyClient(connection);
      }
      case Label.Replied(int id, _) -> isInside(network.connections().get(id)) && isPlain(step);
      case Label.EndSeen(_, var end) -> end.isPresent() ? isPlain(step) : isPlainSelect(step.actors().getFirst());
      case Label.Refused(End end) -> !isWatched(end);
      case Label.Sync _, Label.Mark _, Label.ReplyDropped _ -> isPlain(step);
      case Label.Post _, Label.Unheard _, Label.Choice _, Label.Result _, Label.MayFail _, Label.TimesOut _,
          Label.Otherwise _, Label.ClosesTray _, Label.ClosesConnection _, Label.Arrives _, Label.ArrivesAtTray _,
          Label.ArrivesAtConnection _, Label.ClosingTime _ -> false;
    };
  }

  private static boolean isPlain(Step step) {
    return step.actors().stream().allMatch(a -> a.choice() < 0);
  }

  private static boolean isInside(Connection connection) {
    return connection.client().isPresent() && connection.server().isPresent()
        && connection.client().get().instance() != connection.server().get().instance();
  }

  private boolean isOnlyClient(Connection connection) {
    return network.connections().stream().filter(c -> c.server().equals(connection.server())).count() == 1;
  }

  /// A `select` all of whose cases are finished, and that has no other way home.
  private boolean isPlainSelect(Step.Actor actor) {
    return semantics.automaton(actor.instance()).nodes().get(actor.node()) instanceof Node.Select select
        && select.cases().stream().noneMatch(c -> c.choice() instanceof Node.Choice.Unheard);
  }

  private boolean isWatched(End end) {
    int wire = network.instances().get(end.instance()).wire(end.element());
    return switch (direction(end.instance(), end.element())) {
      case OUT, IN -> network.lines().get(wire).watched();
      case CLIENT -> network.connections().get(wire).watched();
      case SERVER, BARRIER -> false;
    };
  }

  private Line line(End end) {
    return network.lines().get(network.instances().get(end.instance()).wire(end.element()));
  }

  private Port.Direction direction(int instance, int element) {
    return network.instances().get(instance).behavior().elements().get(element).port().direction();
  }

  private boolean isSeen(Step step) {
    return step.actors().stream().anyMatch(a -> observed.contains(a.instance()))
        || step.label() instanceof Label.Collect(int line, _, _) && observedLines.contains(line)
        || events.stream().anyMatch(e -> space.isAt(e, step.label()));
  }

  private boolean commutes(Step.Actor actor, State from, State to) {
    int instance = actor.instance();
    ProcessAutomaton automaton = semantics.automaton(instance);
    if (automaton.threads() > 1) {
      int frame = semantics.layout().frame(instance);
      if (joins.computeIfAbsent(automaton, Joins::new).isRace(t -> from.cell(frame + t), t -> to.cell(frame + t))) {
        return false;
      }
      boolean[] ends = endings.computeIfAbsent(automaton, Endings::of);
      List<Integer> others = semantics.waits(from).stream()
          .filter(w -> w.instance() == instance && w.thread() != actor.thread()).map(w -> w.node()).toList();
      if (!others.isEmpty() && (semantics.isGone(to, instance) || others.stream().anyMatch(n -> ends[n]))) {
        return false;
      }
    }
    if (anyPriority && hasBarrier(instance)) {
      return false;
    }
    return !closes(instance, from, to) || !anyPriority && closesQuietly(instance, from, to);
  }

  private boolean hasBarrier(int instance) {
    return network.instances().get(instance).behavior().elements().stream()
        .anyMatch(e -> e.port().direction() == Port.Direction.BARRIER);
  }

  private boolean closes(int instance, State from, State to) {
    if (semantics.isGone(to, instance)) {
      return true;
    }
    int frame = semantics.layout().frame(instance);
    return semantics.automaton(instance).closedCell().stream()
        .anyMatch(c -> c >= 0 && from.cell(frame + c) != to.cell(frame + c));
  }

  /// Reports whether no line that holds letters, and may get or have some, loses its last reader.
  private boolean closesQuietly(int instance, State from, State to) {
    for (int element = 0; element < network.instances().get(instance).behavior().elements().size(); element++) {
      if (direction(instance, element) == Port.Direction.IN) {
        Line line = line(new End(instance, element));
        boolean matters = !semantics.letters(from, line.id()).isEmpty() || isWritable(line, instance, to);
        if (!line.isRendezvous() && matters) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isWritable(Line line, int except, State state) {
    return line.isInTray() || line.writers().stream()
        .anyMatch(w -> w.instance() != except && !semantics.isGone(state, w.instance()));
  }
}
