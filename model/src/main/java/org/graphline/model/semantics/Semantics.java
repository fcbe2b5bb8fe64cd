package org.graphline.model.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.graphline.model.automaton.Cells;
import org.graphline.model.automaton.Node;
import org.graphline.model.automaton.Node.Fault;
import org.graphline.model.automaton.ProcessAutomaton;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Step.Fairness;
import org.graphline.model.term.Component;
import org.graphline.model.value.DataType;
import org.graphline.model.value.Value;

/// The meaning of a network: its initial state and the steps from each state. The rules are written down in
/// docs/semantics.md and live in [StepRules] (what a thread can do), [SharedRules] (trays, barriers, closing time),
/// [Move] (local code, leaving) and [View] (open, finished, refused, ready, resting).
///
/// Not fast and not meant to be: faster state spaces are held against it.
public final class Semantics {
  private final Network network;
  private final Layout layout;
  private final Timers timers;

  private Semantics(Network network, Timers timers) {
    this.network = network;
    this.layout = new Layout(network);
    this.timers = timers;
  }

  /// Returns the semantics of `network`; behaviors are unfolded once each.
  public static Semantics of(Network network, Timers timers) {
    return new Semantics(network, timers);
  }

  /// Returns the network.
  public Network network() {
    return network;
  }

  /// Returns where things lie in a state.
  public Layout layout() {
    return layout;
  }

  /// Returns the automaton of an instance; instances of one behavior share it.
  public ProcessAutomaton automaton(int instance) {
    return layout.automaton(instance);
  }

  /// Returns the state in which every component has run to its first wait.
  public State initial() {
    var move = new Move(network, layout, new int[layout.size()]);
    for (int instance = 0; instance < network.instances().size(); instance++) {
      move.start(instance);
    }
    for (int instance = 0; instance < network.instances().size(); instance++) {
      move.run(instance, 0);
    }
    return move.finish();
  }

  /// Returns all steps from `state`, in an order that depends on the state alone; none from an error state or after
  /// closing time.
  public List<Step> steps(State state) {
    var steps = new ArrayList<Step>();
    if (state.cell(Layout.MODE) != Layout.RUNNING) {
      return steps;
    }
    View view = view(state);
    var rules = new StepRules(view, steps);
    for (int instance = 0; instance < network.instances().size(); instance++) {
      for (int thread = 0; thread < automaton(instance).threads(); thread++) {
        rules.of(instance, thread);
      }
    }
    var shared = new SharedRules(view, steps);
    shared.barriers();
    shared.trays();
    if (steps.isEmpty()) {
      shared.closingTime();
    }
    return timers == Timers.PATIENT ? patient(steps) : steps;
  }

  /// Returns the steps from `state` that have this label, in the order in which [#steps(State)] has them. Only those
  /// who take part are looked at, wherever that is enough.
  public List<Step> steps(State state, Label label) {
    var steps = new ArrayList<Step>();
    if (label instanceof Label.ClosingTime || timers == Timers.PATIENT && label instanceof Label.TimesOut) {
      steps.addAll(steps(state));
    } else if (state.cell(Layout.MODE) == Layout.RUNNING) {
      View view = view(state);
      var rules = new StepRules(view, steps);
      for (int instance : beginners(label)) {
        for (int thread = 0; thread < automaton(instance).threads(); thread++) {
          rules.of(instance, thread);
        }
      }
      shared(label, new SharedRules(view, steps));
    }
    steps.removeIf(s -> !s.label().equals(label));
    return steps;
  }

  /// The instances one of whose threads a step with this label begins with, in order.
  private List<Integer> beginners(Label label) {
    return switch (label) {
      case Label.HandOver(_, var writer, var reader, _) -> writer.or(() -> reader).map(End::instance).stream().toList();
      case Label.Post(_, var writer, _, _) -> writer.map(End::instance).stream().toList();
      case Label.Collect(_, var reader, _) -> reader.map(End::instance).stream().toList();
      case Label.EndSeen(int instance, _) -> List.of(instance);
      case Label.Refused(End end) -> List.of(end.instance());
      case Label.Unheard(int instance) -> List.of(instance);
      case Label.Choice(int instance, _) -> List.of(instance);
      case Label.Result(int instance, _, _) -> List.of(instance);
      case Label.MayFail(int instance, _, _) -> List.of(instance);
      case Label.TimesOut(int instance) -> List.of(instance);
      case Label.Otherwise(int instance) -> List.of(instance);
      case Label.Mark(int instance, _) -> List.of(instance);
      case Label.Arrives(End end) -> List.of(end.instance());
      case Label.Called(int connection, _) -> ends(connection);
      case Label.Replied(int connection, _) -> ends(connection);
      case Label.ReplyDropped(int connection) -> ends(connection);
      case Label.Sync _, Label.ClosesTray _, Label.ClosesConnection _, Label.ArrivesAtTray _,
          Label.ArrivesAtConnection _, Label.ClosingTime _ -> List.of();
    };
  }

  private List<Integer> ends(int connection) {
    Connection where = network.connections().get(connection);
    return Stream.concat(where.client().stream(), where.server().stream()).map(End::instance).distinct().sorted()
        .toList();
  }

  private void shared(Label label, SharedRules rules) {
    switch (label) {
      case Label.Sync(int barrier, _) -> rules.barrier(network.barriers().get(barrier));
      case Label.Post(int line, _, _, _) -> rules.tray(network.lines().get(line));
      case Label.Collect(int line, _, _) -> rules.tray(network.lines().get(line));
      case Label.ClosesTray(int line) -> rules.tray(network.lines().get(line));
      case Label.ArrivesAtTray(int line) -> rules.tray(network.lines().get(line));
      case Label.ClosesConnection(int connection) -> rules.desk(network.connections().get(connection));
      case Label.ArrivesAtConnection(int connection) -> rules.desk(network.connections().get(connection));
      case Label.HandOver _, Label.EndSeen _, Label.Refused _, Label.Unheard _, Label.Choice _, Label.Result _,
          Label.MayFail _, Label.TimesOut _, Label.Otherwise _, Label.Mark _, Label.Called _, Label.Replied _,
          Label.ReplyDropped _, Label.Arrives _, Label.ClosingTime _ -> { }
    }
  }

  private static List<Step> patient(List<Step> steps) {
    boolean others = steps.stream()
        .anyMatch(s -> !(s.label() instanceof Label.TimesOut) && s.fairness() != Fairness.FREE);
    return others ? steps.stream().filter(s -> !(s.label() instanceof Label.TimesOut)).toList() : steps;
  }

  /// Returns every thread that waits in `state`, with what could let it go on.
  public List<Wait> waits(State state) {
    return state.cell(Layout.MODE) == Layout.RUNNING ? new Waits(view(state)).all() : List.of();
  }

  /// An error state's place and reason (rule R1).
  public record FaultAt(int instance, int node, Fault fault) {}

  /// Returns why `state` is an error state, if it is one.
  public Optional<FaultAt> fault(State state) {
    if (state.cell(Layout.MODE) != Layout.FAULTY) {
      return Optional.empty();
    }
    int instance = state.cell(Layout.FAULT_INSTANCE);
    int position = state.cell(Layout.FAULT_NODE);
    Fault fault = automaton(instance).nodes().get(position) instanceof Node.Require(_, var known, _) ? known
        : new Fault(Fault.Kind.ENDLESS_LOCAL_CODE, "local code that never ends and never communicates",
            Optional.empty());
    return Optional.of(new FaultAt(instance, position, fault));
  }

  /// Reports whether the instance went home or failed.
  public boolean isGone(State state, int instance) {
    return view(state).isGone(instance);
  }

  /// Reports whether the instance failed.
  public boolean hasFailed(State state, int instance) {
    return view(state).position(instance, 0) == ProcessAutomaton.FAILED;
  }

  /// Reports whether the instance waits at a resting place (rule R4).
  public boolean rests(State state, int instance) {
    View view = view(state);
    return !view.isGone(instance) && view.rests(instance);
  }

  /// Reports whether closing time has come or everyone is gone.
  public boolean isOver(State state) {
    if (state.cell(Layout.MODE) != Layout.RUNNING) {
      return state.cell(Layout.MODE) == Layout.CLOSED;
    }
    View view = view(state);
    for (int instance = 0; instance < network.instances().size(); instance++) {
      if (!view.isGone(instance)) {
        return false;
      }
    }
    return true;
  }

  /// Reports whether the environment has closed every exposed in-tray and server port.
  public boolean traysClosed(State state) {
    return SharedRules.areTraysClosed(view(state));
  }

  /// Reports whether a line is finished: all its writers have closed it and it is empty (3.9, rule 1).
  public boolean isFinished(State state, int line) {
    return view(state).isFinished(network.lines().get(line));
  }

  /// Reports whether the client's side of a connection is still there.
  public boolean isCallable(State state, int connection) {
    return view(state).isCallable(network.connections().get(connection));
  }

  /// Returns the lines that hold letters and have an open reader (rule R7), by position.
  public List<Integer> undelivered(State state) {
    return SharedRules.undelivered(view(state));
  }

  /// Returns the letters on a line, oldest first.
  public List<Value> letters(State state, int line) {
    Line where = network.lines().get(line);
    var all = new ArrayList<Value>();
    int width = Cells.width(where.type());
    int count = view(state).letters(where);
    for (int i = 0; i < count; i++) {
      all.add(Cells.decode(where.type(), state.cells(), layout.queue(line) + 1 + i * width));
    }
    return all;
  }

  /// Returns the value of a `var` of an instance; after it has gone, the last one (rule R19).
  ///
  /// @param variable the id of one of the component's state variables
  public Value variable(State state, int instance, int variable) {
    ProcessAutomaton automaton = automaton(instance);
    Component component = automaton.behavior().component();
    DataType type = component.state().stream().map(Component.StateVariable::variable)
        .filter(v -> v.id() == variable).findFirst()
        .map(v -> automaton.behavior().constants().type(v.type())).orElseThrow();
    return Cells.decode(type, state.cells(), layout.frame(instance) + automaton.variables().get(variable));
  }

  private View view(State state) {
    return new View(network, layout, state.cells());
  }
}
