package org.graphline.model.semantics;

import java.util.ArrayList;
import java.util.List;
import org.graphline.model.automaton.Cells;
import org.graphline.model.automaton.Node;
import org.graphline.model.automaton.ProcessAutomaton;
import org.graphline.model.network.BarrierLine;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.network.ServerEnd;

/// What can be seen in one state: who stands where, and what is open, finished, refused or ready. Changes nothing.
class View {
  final Network network;
  final Layout layout;
  final int[] cells;

  View(Network network, Layout layout, int[] cells) {
    this.network = network;
    this.layout = layout;
    this.cells = cells;
  }

  /// A thread of an instance.
  record Where(int instance, int thread) {}

  ProcessAutomaton automaton(int instance) {
    return layout.automaton(instance);
  }

  int control(int instance, int thread) {
    return cells[layout.frame(instance) + thread];
  }

  int position(int instance, int thread) {
    return Layout.position(control(instance, thread));
  }

  /// The node at which the thread stands; the gone and the not started stand at [Node.Gone].
  Node node(int instance, int thread) {
    return automaton(instance).nodes().get(position(instance, thread));
  }

  boolean hasArrived(int instance, int thread) {
    return (control(instance, thread) & 2) != 0;
  }

  boolean hasWorked(int instance, int thread) {
    return (control(instance, thread) & 1) != 0;
  }

  boolean isGone(int instance) {
    return position(instance, 0) <= ProcessAutomaton.FAILED;
  }

  int element(int instance, Node.PortAt port) {
    return port.first() + port.index().evaluate(cells, layout.frame(instance));
  }

  boolean isOn(int instance, Node.Case choice) {
    return choice.enabled().evaluate(cells, layout.frame(instance)) != 0;
  }

  /// Reports whether the instance has not closed this end of itself.
  boolean isOpen(End end) {
    if (isGone(end.instance())) {
      return false;
    }
    int cell = automaton(end.instance()).closedCell().get(end.element());
    return cell < 0 || cells[layout.frame(end.instance()) + cell] == 0;
  }

  boolean isTrayOpen(int line) {
    return layout.tray(line) >= 0 && (cells[layout.tray(line)] & 1) == 0;
  }

  boolean hasArrivedAtTray(int line) {
    return layout.tray(line) >= 0 && (cells[layout.tray(line)] & 2) != 0;
  }

  int callFlags(int connection) {
    return layout.call(connection) < 0 ? 1 : cells[layout.call(connection)];
  }

  Line line(int instance, int element) {
    return network.lines().get(network.instances().get(instance).wire(element));
  }

  Connection connection(int instance, int element) {
    return network.connections().get(network.instances().get(instance).wire(element));
  }

  ServerEnd server(int instance, int element) {
    return network.servers().get(network.instances().get(instance).wire(element));
  }

  int letters(Line line) {
    return line.isRendezvous() ? 0 : cells[layout.queue(line.id())];
  }

  List<End> open(List<End> ends) {
    var all = new ArrayList<End>(ends.size());
    for (End end : ends) {
      if (isOpen(end)) {
        all.add(end);
      }
    }
    return all;
  }

  private boolean anyOpen(List<End> ends) {
    for (End end : ends) {
      if (isOpen(end)) {
        return true;
      }
    }
    return false;
  }

  /// Rule 1 of 3.9: all writers have closed the line and it is empty.
  boolean isFinished(Line line) {
    return letters(line) == 0 && !isTrayOpen(line.id()) && !anyOpen(line.writers());
  }

  /// Rule 2 of 3.9: all readers have closed the line.
  boolean isRefused(Line line) {
    return !line.isOutTray() && !anyOpen(line.readers());
  }

  /// A reader's view of its own end: finished, or closed by itself.
  boolean hasEnded(int instance, int element) {
    return !isOpen(new End(instance, element)) || isFinished(line(instance, element));
  }

  /// All clients of the server end have closed, or it has closed itself.
  boolean hasEndedServing(int instance, int element) {
    if (!isOpen(new End(instance, element))) {
      return true;
    }
    for (int id : server(instance, element).connections()) {
      if (isCallable(network.connections().get(id))) {
        return false;
      }
    }
    return true;
  }

  /// Reports whether the client's side of the connection is still there.
  boolean isCallable(Connection connection) {
    return connection.client().isPresent() ? isOpen(connection.client().get())
        : (callFlags(connection.id()) & 1) == 0;
  }

  boolean isServed(Connection connection) {
    return connection.server().isEmpty() || isOpen(connection.server().get());
  }

  /// The threads of the instance that stand at a `send` or `call` on the element and may be seen there.
  List<Where> offering(End end, boolean watched) {
    var all = new ArrayList<Where>(1);
    for (int thread = 0; thread < automaton(end.instance()).threads(); thread++) {
      boolean there = switch (node(end.instance(), thread)) {
        case Node.Send send -> element(end.instance(), send.port()) == end.element();
        case Node.Call call -> element(end.instance(), call.port()) == end.element();
        default -> false;
      };
      if (there && (!watched || hasArrived(end.instance(), thread))) {
        all.add(new Where(end.instance(), thread));
      }
    }
    return all;
  }

  boolean isOffered(Line line) {
    if (line.watched() ? hasArrivedAtTray(line.id()) : isTrayOpen(line.id())) {
      return true;
    }
    for (End writer : line.writers()) {
      if (isOpen(writer) && !offering(writer, line.watched()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /// Rule R20: the case could be taken now.
  boolean isReady(int instance, Node.Choice choice) {
    return switch (choice) {
      case Node.Choice.Receive(var port, _, _) -> {
        int element = element(instance, port);
        Line line = line(instance, element);
        yield isOpen(new End(instance, element))
            && (line.isRendezvous() ? isOffered(line) : letters(line) > 0);
      }
      case Node.Choice.Accept(var port, _, _, _) -> isRequested(instance, element(instance, port));
      case Node.Choice.Sync(var port, _) ->
          isMet(network.barriers().get(network.instances().get(instance).wire(element(instance, port))), instance);
      case Node.Choice.End end -> fires(instance, end);
      case Node.Choice.Unheard(int first, int size, _) -> isUnheard(instance, first, size);
      case Node.Choice.After _, Node.Choice.Otherwise _ -> false;
    };
  }

  private boolean isRequested(int instance, int element) {
    if (!isOpen(new End(instance, element))) {
      return false;
    }
    for (int id : server(instance, element).connections()) {
      Connection connection = network.connections().get(id);
      boolean there = connection.client().isPresent()
          ? !offering(connection.client().get(), connection.watched()).isEmpty()
          : isOfferedByEnvironment(connection);
      if (there) {
        return true;
      }
    }
    return false;
  }

  boolean isOfferedByEnvironment(Connection connection) {
    int flags = callFlags(connection.id());
    return (flags & 5) == 0 && (!connection.watched() || (flags & 2) != 0);
  }

  boolean fires(int instance, Node.Choice.End end) {
    int element = element(instance, end.port());
    return !isNoted(instance, end) && isEnd(instance, element);
  }

  boolean isNoted(int instance, Node.Choice.End end) {
    int offset = element(instance, end.port()) - end.port().first();
    return cells[layout.frame(instance) + end.noted() + offset] != 0;
  }

  private boolean isEnd(int instance, int element) {
    return switch (automaton(instance).behavior().elements().get(element).port().direction()) {
      case IN -> hasEnded(instance, element);
      case SERVER -> hasEndedServing(instance, element);
      case OUT -> isRefused(line(instance, element));
      case CLIENT -> !isServed(connection(instance, element));
      case BARRIER -> false;
    };
  }

  boolean isUnheard(int instance, int first, int size) {
    for (int element = first; element < first + size; element++) {
      if (!isRefused(line(instance, element))) {
        return false;
      }
    }
    return true;
  }

  /// Reports whether everyone enrolled but `except` waits at the barrier.
  boolean isMet(BarrierLine barrier, int except) {
    for (End member : barrier.members()) {
      if (member.instance() != except && isOpen(member) && syncing(member) == null) {
        return false;
      }
    }
    return true;
  }

  /// The thread that waits at the barrier, with the case if in a `select`; null if none does.
  Step.Actor syncing(End member) {
    int instance = member.instance();
    for (int thread = 0; thread < automaton(instance).threads(); thread++) {
      switch (node(instance, thread)) {
        case Node.Sync sync when element(instance, sync.port()) == member.element() -> {
          return new Step.Actor(instance, thread, position(instance, thread), -1);
        }
        case Node.Select select -> {
          for (int i = 0; i < select.cases().size(); i++) {
            Node.Case choice = select.cases().get(i);
            if (choice.choice() instanceof Node.Choice.Sync(var port, _)
                && element(instance, port) == member.element() && isOn(instance, choice)) {
              return new Step.Actor(instance, thread, position(instance, thread), i);
            }
          }
        }
        default -> { }
      }
    }
    return null;
  }

  /// Reports whether priority lets case `index` be taken: nothing above it is ready (rule R20).
  boolean isAllowed(int instance, Node.Select select, int index) {
    if (!select.priority()) {
      return true;
    }
    for (int i = 0; i < index; i++) {
      Node.Case above = select.cases().get(i);
      if (isOn(instance, above) && isReady(instance, above.choice())) {
        return false;
      }
    }
    return true;
  }

  /// The cells of the letter at the head of the line.
  int[] head(Line line) {
    int width = Cells.width(line.type());
    int from = layout.queue(line.id()) + 1;
    return java.util.Arrays.copyOfRange(cells, from, from + width);
  }

  /// Rule R4.
  boolean rests(int instance) {
    int resting = 0;
    for (int thread = 0; thread < automaton(instance).threads(); thread++) {
      if (position(instance, thread) <= ProcessAutomaton.FAILED) {
        continue;
      }
      switch (node(instance, thread)) {
        case Node.Join _ -> { }
        case Node.BranchEnd(boolean inRepeat) -> {
          if (inRepeat && hasWorked(instance, thread)) {
            return false;
          }
        }
        case Node.Idle _ -> resting++;
        case Node.Receive _, Node.Accept _, Node.Select _ -> {
          if (hasWorked(instance, thread)) {
            return false;
          }
          resting++;
        }
        default -> {
          return false;
        }
      }
    }
    return resting > 0;
  }
}
