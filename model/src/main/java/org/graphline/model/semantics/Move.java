package org.graphline.model.semantics;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.graphline.model.automaton.Cells;
import org.graphline.model.automaton.Formula;
import org.graphline.model.automaton.Node;
import org.graphline.model.automaton.ProcessAutomaton;
import org.graphline.model.network.Instance;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;

/// A successor in the making: the cells of a state, changed in place. Local code is run to the next wait as soon as a
/// thread is sent somewhere (3.18.1).
final class Move extends View {
  private static final int PATIENCE = 1 << 10;

  Move(Network network, Layout layout, int[] cells) {
    super(network, layout, cells.clone());
  }

  State finish() {
    return new State(cells);
  }

  /// Puts values into the frame of an instance.
  void store(int instance, int target, int[] values) {
    if (target >= 0) {
      System.arraycopy(values, 0, cells, layout.frame(instance) + target, values.length);
    }
  }

  /// Sends a thread to `node` after a communication.
  void goWorked(int instance, int thread, int node) {
    go(instance, thread, node, true);
  }

  /// Sends a thread to `node` after something that is not a communication.
  void go(int instance, int thread, int node) {
    go(instance, thread, node, hasWorked(instance, thread));
  }

  private void go(int instance, int thread, int node, boolean worked) {
    if (isGone(instance) || cells[Layout.MODE] != Layout.RUNNING) {
      return;
    }
    cells[layout.frame(instance) + thread] = node << 2 | (worked ? 1 : 0);
    run(instance, thread);
  }

  /// Lets a thread start at the automaton's entry.
  void start(int instance) {
    cells[layout.frame(instance)] = automaton(instance).start() << 2 | 1;
  }

  void arrive(int instance, int thread) {
    cells[layout.frame(instance) + thread] |= 2;
  }

  /// Runs local code until the thread waits, is gone, or meets an error; with it the branches it starts, one after
  /// the other, and whoever waits for the last of them.
  void run(int instance, int first) {
    int base = layout.frame(instance);
    int[] mark = null;
    List<Integer> marked = List.of();
    var threads = new ArrayDeque<Integer>(4);
    threads.push(first);
    for (int count = 1; !threads.isEmpty() && cells[Layout.MODE] == Layout.RUNNING && !isGone(instance); count++) {
      int thread = threads.peek();
      if (mark != null && Arrays.equals(mark, 0, mark.length, cells, base, base + mark.length)
          && marked.equals(List.copyOf(threads))) {
        fault(instance, position(instance, thread));
        return;
      }
      if (count >= PATIENCE && Integer.bitCount(count) == 1) {
        mark = Arrays.copyOfRange(cells, base, base + automaton(instance).cells().size());
        marked = List.copyOf(threads);
      }
      if (node(instance, thread) instanceof Node.Silent silent) {
        int next = execute(instance, thread, silent, threads);
        if (next >= 0) {
          cells[base + thread] = next << 2 | cells[base + thread] & 1;
        }
      } else {
        threads.pop();
        if (node(instance, thread) instanceof Node.BranchEnd) {
          join(instance, thread, threads);
        }
      }
    }
  }

  /// Does what a silent node says and returns the node after it; -1 when the thread need not go on.
  private int execute(int instance, int thread, Node.Silent silent, Deque<Integer> threads) {
    int base = layout.frame(instance);
    return switch (silent) {
      case Node.Store(int target, var values, int next) -> {
        store(instance, target, values(instance, values));
        yield next;
      }
      case Node.Clear(int first, int width, int next) -> {
        Arrays.fill(cells, base + first, base + first + width, 0);
        yield next;
      }
      case Node.Append(int list, var element, int next) -> {
        int[] added = values(instance, element);
        int size = cells[base + list]++;
        store(instance, list + 1 + size * added.length, added);
        yield next;
      }
      case Node.RemoveFirst(int list, int width, int capacity, int next) -> {
        cells[base + list]--;
        shift(base + list + 1, width, capacity);
        yield next;
      }
      case Node.Require(var condition, _, int next) -> {
        if (condition.evaluate(cells, base) == 0) {
          fault(instance, position(instance, thread));
          yield -1;
        }
        yield next;
      }
      case Node.Branch(var condition, int then, int otherwise) ->
          condition.evaluate(cells, base) != 0 ? then : otherwise;
      case Node.Iterate(int next) -> {
        cells[base + thread] &= ~1;
        yield next;
      }
      case Node.Close(var port, int next) -> {
        int element = element(instance, port);
        cells[base + automaton(instance).closedCell().get(element)] = 1;
        drop(instance, element);
        yield next;
      }
      case Node.Stop _ -> {
        leave(instance, ProcessAutomaton.HOME);
        yield -1;
      }
      case Node.Fork(var starts, int join) -> {
        fork(instance, starts, join, threads);
        yield -1;
      }
    };
  }

  private void shift(int from, int width, int capacity) {
    System.arraycopy(cells, from + width, cells, from, width * (capacity - 1));
    Arrays.fill(cells, from + width * (capacity - 1), from + width * capacity, 0);
  }

  /// Sends the running thread to wait for the branches, and the branches off.
  private void fork(int instance, List<Node.Start> starts, int join, Deque<Integer> threads) {
    int base = layout.frame(instance);
    int thread = threads.pop();
    int worked = cells[base + thread] & 1;
    cells[base + thread] = join << 2 | worked;
    for (Node.Start start : starts.reversed()) {
      cells[base + start.thread()] = start.node() << 2 | worked;
      threads.push(start.thread());
    }
  }

  /// Lets the thread that waits for `thread` go on, if that was the last.
  private void join(int instance, int thread, Deque<Integer> threads) {
    int base = layout.frame(instance);
    for (int waiting = 0; waiting < automaton(instance).threads(); waiting++) {
      if (node(instance, waiting) instanceof Node.Join(var branches, int next) && branches.contains(thread)) {
        int worked = cells[base + waiting] & 1;
        for (int each : branches) {
          if (!(node(instance, each) instanceof Node.BranchEnd)) {
            return;
          }
          worked |= cells[base + each] & 1;
        }
        for (int each : branches) {
          cells[base + each] = 0;
        }
        cells[base + waiting] = next << 2 | worked;
        threads.removeAll(branches);
        threads.push(waiting);
        return;
      }
    }
  }

  int[] values(int instance, List<Formula> formulas) {
    var values = new int[formulas.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = formulas.get(i).evaluate(cells, layout.frame(instance));
    }
    return values;
  }

  private void fault(int instance, int node) {
    cells[Layout.MODE] = Layout.FAULTY;
    cells[Layout.FAULT_INSTANCE] = instance;
    cells[Layout.FAULT_NODE] = node;
  }

  /// Rules 4 and R5: the process is gone, all its ends are closed; its `var`s keep their values (R19).
  void leave(int instance, int node) {
    ProcessAutomaton automaton = automaton(instance);
    int base = layout.frame(instance);
    boolean[] kept = layout.kept(instance);
    for (int i = 0; i < kept.length; i++) {
      if (!kept[i]) {
        cells[base + i] = 0;
      }
    }
    cells[base] = node << 2;
    for (int element = 0; element < automaton.behavior().elements().size(); element++) {
      drop(instance, element);
    }
  }

  /// Rule 2 of 3.9: letters on a line that nobody will read any more are dropped.
  private void drop(int instance, int element) {
    Instance process = network.instances().get(instance);
    switch (automaton(instance).behavior().elements().get(element).port().direction()) {
      case IN -> {
        Line line = network.lines().get(process.wire(element));
        if (!line.isRendezvous() && isRefused(line)) {
          int from = layout.queue(line.id());
          Arrays.fill(cells, from, from + 1 + line.capacity() * Cells.width(line.type()), 0);
        }
      }
      case OUT, CLIENT, SERVER, BARRIER -> { }
    }
  }

  /// Puts a letter on a line that holds letters, and returns what became of it.
  Label.Fate post(Line line, int[] letter) {
    int at = layout.queue(line.id());
    int width = letter.length;
    Label.Fate fate = Label.Fate.STORED;
    if (cells[at] == line.capacity()) {
      switch (line.overflow()) {
        case OVERWRITE -> {
          take(line);
          fate = Label.Fate.REPLACED_OLDEST;
        }
        case DROP -> {
          return Label.Fate.LOST;
        }
        case WAIT -> throw new AssertionError("a full line took a letter: line " + line.id());
      }
    }
    System.arraycopy(letter, 0, cells, at + 1 + cells[at] * width, width);
    cells[at]++;
    return fate;
  }

  /// Takes the oldest letter off a line that holds letters.
  void take(Line line) {
    int at = layout.queue(line.id());
    cells[at]--;
    int width = Cells.width(line.type());
    if (width > 0) {
      shift(at + 1, width, line.capacity());
    }
  }

  /// Notes that an `end p` has fired.
  void note(int instance, Node.Choice.End end) {
    int offset = element(instance, end.port()) - end.port().first();
    cells[layout.frame(instance) + end.noted() + offset] = 1;
  }
}
