package org.graphline.model.semantics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.graphline.model.automaton.Cells;
import org.graphline.model.automaton.ProcessAutomaton;
import org.graphline.model.automaton.ProcessAutomaton.CellDomain;
import org.graphline.model.automaton.Unfolding;
import org.graphline.model.network.Behavior;
import org.graphline.model.network.Connection;
import org.graphline.model.network.Constants;
import org.graphline.model.network.Instance;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.value.DataType;

/// Where things lie in a [State]: three cells that say how the run stands, then the frame of each instance, then the
/// letters and trays of the lines that have any, then the exposed server ports.
public final class Layout {
  /// How the run stands: [#RUNNING], [#CLOSED] or [#FAULTY].
  public static final int MODE = 0;
  /// The instance in which an error was met.
  public static final int FAULT_INSTANCE = 1;
  /// The node at which an error was met.
  public static final int FAULT_NODE = 2;

  /// Neither closed nor met an error.
  public static final int RUNNING = 0;
  /// Closing time has come (rule R3).
  public static final int CLOSED = 1;
  /// An error was met (rule R1).
  public static final int FAULTY = 2;

  private final List<ProcessAutomaton> automata = new ArrayList<>();
  private final List<boolean[]> kept = new ArrayList<>();
  private final List<CellDomain> shared = new ArrayList<>();
  private final Map<DataType, int[][]> values = new ConcurrentHashMap<>();
  private final int[] frames;
  private final int[] trays;
  private final int[] queues;
  private final int[] calls;
  private final int sharedFrom;

  Layout(Network network) {
    Map<Behavior, ProcessAutomaton> unfolded = new HashMap<>();
    Map<Behavior, boolean[]> remembered = new HashMap<>();
    frames = new int[network.instances().size()];
    int at = 3;
    for (Instance instance : network.instances()) {
      ProcessAutomaton automaton = unfolded.computeIfAbsent(instance.behavior(), Unfolding::of);
      automata.add(automaton);
      kept.add(remembered.computeIfAbsent(instance.behavior(), _ -> variables(automaton)));
      frames[instance.id()] = at;
      at += automaton.cells().size();
    }
    sharedFrom = at;
    trays = new int[network.lines().size()];
    queues = new int[network.lines().size()];
    for (Line line : network.lines()) {
      trays[line.id()] = line.isInTray() ? claim(line.exposure().orElseThrow().display(), 3) : -1;
      queues[line.id()] = line.isRendezvous() ? -1 : queue(line);
    }
    calls = new int[network.connections().size()];
    for (Connection connection : network.connections()) {
      calls[connection.id()] = connection.client().isEmpty()
          ? claim(connection.exposure().orElseThrow().display(), 7) : -1;
    }
  }

  /// Returns the node at which a thread stands.
  ///
  /// @param control the thread's cell in the frame: the first cells of a frame are one for each thread
  public static int position(int control) {
    return control >> 2;
  }

  /// Marks the cells of the component's `var`s.
  private static boolean[] variables(ProcessAutomaton automaton) {
    var marks = new boolean[automaton.cells().size()];
    Constants constants = automaton.behavior().constants();
    automaton.behavior().component().state().forEach(state -> {
      int from = automaton.variables().get(state.variable().id());
      Arrays.fill(marks, from, from + Cells.width(constants.type(state.variable().type())), true);
    });
    return marks;
  }

  private int claim(String name, int high) {
    shared.add(new CellDomain(name, 0, high));
    return sharedFrom + shared.size() - 1;
  }

  private int queue(Line line) {
    int at = claim("letters on line " + line.id(), line.capacity());
    for (int i = 0; i < line.capacity(); i++) {
      shared.addAll(Cells.domains("letter " + i + " on line " + line.id(), line.type()));
    }
    return at;
  }

  /// Returns how many cells a state has.
  public int size() {
    return sharedFrom + shared.size();
  }

  /// Returns the least number the cell can hold.
  public int low(int cell) {
    return cell < 3 ? 0 : domain(cell).low();
  }

  /// Returns the greatest number the cell can hold.
  public int high(int cell) {
    return switch (cell) {
      case MODE -> FAULTY;
      case FAULT_INSTANCE -> Math.max(0, frames.length - 1);
      case FAULT_NODE -> automata.stream().mapToInt(a -> a.nodes().size()).max().orElse(0);
      default -> domain(cell).high();
    };
  }

  /// Returns what the cell is for.
  public String name(int cell) {
    if (cell < 3) {
      return "status";
    }
    return cell >= sharedFrom ? shared.get(cell - sharedFrom).name() : domain(cell).name();
  }

  /// Returns the instance whose frame the cell lies in, or -1 when it belongs to a line or to the run.
  public int owner(int cell) {
    if (cell < 3 || cell >= sharedFrom) {
      return -1;
    }
    int position = Arrays.binarySearch(frames, cell);
    if (position < 0) {
      return -position - 2;
    }
    while (position + 1 < frames.length && frames[position + 1] == cell) {
      position++;
    }
    return position;
  }

  private CellDomain domain(int cell) {
    if (cell >= sharedFrom) {
      return shared.get(cell - sharedFrom);
    }
    int instance = owner(cell);
    return automata.get(instance).cells().get(cell - frames[instance]);
  }

  ProcessAutomaton automaton(int instance) {
    return automata.get(instance);
  }

  /// For each cell of the instance's frame whether it keeps its value when the instance is gone (rule R19).
  boolean[] kept(int instance) {
    return kept.get(instance);
  }

  /// Returns the first cell of the instance's frame.
  public int frame(int instance) {
    return frames[instance];
  }

  /// The cells of every value of the type.
  int[][] values(DataType type) {
    return values.computeIfAbsent(type, t -> Cells.values(t).stream()
        .map(v -> v.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new));
  }

  /// Returns the cell of an in-tray: 1 if closed, 2 if the environment has arrived; -1 for other lines.
  public int tray(int line) {
    return trays[line];
  }

  /// Returns the cell with the number of letters on a line, the letters after it; -1 for a rendezvous line.
  public int queue(int line) {
    return queues[line];
  }

  /// Returns the cell of an exposed server port's connection: 1 if closed, 2 if the environment has arrived, 4
  /// if it waits for a reply; -1 for other connections.
  public int call(int connection) {
    return calls[connection];
  }
}
