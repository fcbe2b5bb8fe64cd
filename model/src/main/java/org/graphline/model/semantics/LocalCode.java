package org.graphline.model.semantics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.graphline.model.automaton.Formula;
import org.graphline.model.automaton.Node;
import org.graphline.model.automaton.ProcessAutomaton;
import org.graphline.model.network.Behavior;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Instance;
import org.graphline.model.network.InstanceName;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.network.ServerEnd;
import org.graphline.model.source.Span;
import org.graphline.model.term.Graph;
import org.graphline.model.value.DataType;

/// One behavior on its own: what its local code makes of a frame when a thread goes on. The code that runs is the one
/// that [Semantics] runs; only the rest of the network is missing, and nothing here depends on it.
///
/// A frame is the cells of one instance, as the behavior's [ProcessAutomaton] lays them out.
public final class LocalCode {
  private final Network alone;
  private final Layout layout;

  private LocalCode(Network alone) {
    this.alone = alone;
    this.layout = new Layout(alone);
  }

  /// Returns the local code of a behavior.
  public static LocalCode of(Behavior behavior) {
    return new LocalCode(alone(behavior));
  }

  /// A network of one instance, each end joined to something of its own.
  private static Network alone(Behavior behavior) {
    var lines = new ArrayList<Line>();
    var connections = new ArrayList<Connection>();
    var servers = new ArrayList<ServerEnd>();
    int[] wiring = new int[behavior.elements().size()];
    for (int element = 0; element < wiring.length; element++) {
      var end = new End(0, element);
      wiring[element] = switch (behavior.elements().get(element).port().direction()) {
        case IN -> dangling(lines, List.of(), List.of(end));
        case OUT -> dangling(lines, List.of(end), List.of());
        case CLIENT -> {
          connections.add(new Connection(connections.size(), Optional.of(end), Optional.empty(), Optional.empty(),
              new DataType.Signal(), new DataType.Signal(), false, Span.BUILT_IN));
          yield connections.size() - 1;
        }
        case SERVER -> {
          servers.add(new ServerEnd(servers.size(), end, List.of()));
          yield servers.size() - 1;
        }
        case BARRIER -> 0;
      };
    }
    var instance = new Instance(0, behavior, new InstanceName(Optional.empty(), "alone", -1), wiring, Span.BUILT_IN);
    return new Network(behavior.component().name(), List.of(), List.of(instance), lines, connections, servers,
        List.of());
  }

  private static int dangling(List<Line> lines, List<End> writers, List<End> readers) {
    lines.add(new Line(lines.size(), Graph.Overflow.WAIT, 0, writers, readers, Optional.empty(),
        new DataType.Signal(), false, Span.BUILT_IN));
    return lines.size() - 1;
  }

  /// Returns the automaton of the behavior.
  public ProcessAutomaton automaton() {
    return layout.automaton(0);
  }

  /// A frame, and the node at which an error was met there (rule R1), or -1.
  public record Outcome(int[] frame, int fault) {}

  /// Returns the frame in which the behavior has run to its first wait.
  public Outcome start() {
    var move = new Move(alone, layout, new int[layout.size()]);
    move.start(0);
    move.run(0, 0);
    return outcome(move);
  }

  /// Begins a change of `frame`, which itself stays as it is.
  public Turn turn(int[] frame) {
    return new Turn(new Move(alone, layout, cells(frame)));
  }

  /// Returns what can be seen in `frame`.
  public Sight sight(int[] frame) {
    return new Sight(new View(alone, layout, cells(frame)));
  }

  private int[] cells(int[] frame) {
    int[] cells = new int[layout.size()];
    System.arraycopy(frame, 0, cells, layout.frame(0), frame.length);
    return cells;
  }

  private Outcome outcome(Move move) {
    int from = layout.frame(0);
    return new Outcome(Arrays.copyOfRange(move.cells, from, from + automaton().cells().size()),
        move.cells[Layout.MODE] == Layout.FAULTY ? move.cells[Layout.FAULT_NODE] : -1);
  }

  /// A change of a frame in the making.
  public final class Turn {
    private final Move move;

    private Turn(Move move) {
      this.move = move;
    }

    /// Puts values into cells from `target` on; drops them when `target` is -1.
    public Turn store(int target, int[] values) {
      move.store(0, target, values);
      return this;
    }

    /// Sends a thread to `node` after a communication, and runs its local code.
    public Turn goWorked(int thread, int node) {
      move.goWorked(0, thread, node);
      return this;
    }

    /// Sends a thread to `node` after something that is not a communication, and runs its local code.
    public Turn go(int thread, int node) {
      move.go(0, thread, node);
      return this;
    }

    /// Notes that the thread has arrived where a `select priority` can see it (rule R20).
    public Turn arrive(int thread) {
      move.arrive(0, thread);
      return this;
    }

    /// Notes that an `end p` has fired.
    public Turn note(Node.Choice.End end) {
      move.note(0, end);
      return this;
    }

    /// Lets the instance go home, or fail.
    public Turn leave(boolean failed) {
      move.leave(0, failed ? ProcessAutomaton.FAILED : ProcessAutomaton.HOME);
      return this;
    }

    /// Returns the changed frame.
    public Outcome finish() {
      return outcome(move);
    }
  }

  /// What can be seen in a frame without the rest of the network.
  public final class Sight {
    private final View view;

    private Sight(View view) {
      this.view = view;
    }

    /// Returns the node at which a thread stands.
    public Node node(int thread) {
      return view.node(0, thread);
    }

    /// Returns the position of that node.
    public int position(int thread) {
      return view.position(0, thread);
    }

    /// Reports whether a thread has arrived where a `select priority` can see it.
    public boolean hasArrived(int thread) {
      return view.hasArrived(0, thread);
    }

    /// Returns the port element that `port` speaks of.
    public int element(Node.PortAt port) {
      return view.element(0, port);
    }

    /// Reports whether a case of a `select` is switched on.
    public boolean isOn(Node.Case choice) {
      return view.isOn(0, choice);
    }

    /// Reports whether an `end p` has fired.
    public boolean isNoted(Node.Choice.End end) {
      return view.isNoted(0, end);
    }

    /// Reports whether the instance has neither closed the port element nor left.
    public boolean isOpen(int element) {
      return view.isOpen(new End(0, element));
    }

    /// Reports whether the instance has gone home or failed.
    public boolean isGone() {
      return view.isGone(0);
    }

    /// Reports whether the instance rests (rule R4).
    public boolean rests() {
      return !view.isGone(0) && view.rests(0);
    }

    /// Returns the numbers that formulas have here.
    public int[] values(List<Formula> formulas) {
      var values = new int[formulas.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = formulas.get(i).evaluate(view.cells, layout.frame(0));
      }
      return values;
    }

    /// Returns the number in a cell of the frame.
    public int cell(int offset) {
      return view.cells[layout.frame(0) + offset];
    }
  }
}
