package org.graphline.checker.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.graphline.model.automaton.Cells;
import org.graphline.model.automaton.Formula;
import org.graphline.model.automaton.ProcessAutomaton;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.network.ServerEnd;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.term.Expression.UnaryOperator;
import org.graphline.model.value.DataType;

/// What things are called in the generated text, and expressions over them.
final class PromelaNames {
  final Semantics semantics;
  final Network network;
  private final int[] firstProcess;
  private final int componentProcesses;

  PromelaNames(Semantics semantics) {
    this.semantics = semantics;
    this.network = semantics.network();
    this.firstProcess = new int[network.instances().size()];
    int next = 1;
    for (int i = 0; i < firstProcess.length; i++) {
      firstProcess[i] = next;
      next += automaton(i).threads();
    }
    this.componentProcesses = next - 1;
  }

  ProcessAutomaton automaton(int instance) {
    return semantics.automaton(instance);
  }

  /// The number by which the process of a thread is known.
  int process(int instance, int thread) {
    return firstProcess[instance] + thread;
  }

  int componentProcesses() {
    return componentProcesses;
  }

  /// The number of the environment's process at a line.
  int trayProcess(Line line) {
    return componentProcesses + 1 + line.id();
  }

  /// The number of the environment's process at a connection.
  int callProcess(Connection connection) {
    return componentProcesses + 1 + network.lines().size() + connection.id();
  }

  int processes() {
    return componentProcesses + network.lines().size() + network.connections().size();
  }

  String cell(int instance, int offset) {
    return "d" + instance + "[" + (offset - automaton(instance).threads()) + "]";
  }

  String line(Line line) {
    return "l" + line.id();
  }

  String request(Connection connection) {
    return "r" + connection.id();
  }

  String reply(Connection connection) {
    return "a" + connection.id();
  }

  String trayClosed(Line line) {
    return "closed[" + line.id() + "]";
  }

  String callsClosed(Connection connection) {
    return "unasked[" + connection.id() + "]";
  }

  /// The type of a message: its cells and, for a hand-over, the number of the giver.
  static String message(DataType type, boolean handOver) {
    var fields = new ArrayList<>(Collections.nCopies(Cells.width(type), "int"));
    if (handOver) {
      fields.add("byte");
    } else if (fields.isEmpty()) {
      fields.add("bit");
    }
    return "{ " + String.join(", ", fields) + " }";
  }

  /// A channel on which nothing ever passes, for cases that are switched off.
  static String nobody(DataType type) {
    return "nobody" + Cells.width(type);
  }

  String open(End end) {
    int cell = automaton(end.instance()).closedCell().get(end.element());
    String there = "!gone[" + end.instance() + "]";
    return cell < 0 ? there : "(" + there + " && !" + cell(end.instance(), cell) + ")";
  }

  private String anyOpen(List<End> ends) {
    return ends.isEmpty() ? "false" : ends.stream().map(this::open).collect(Collectors.joining(" || ", "(", ")"));
  }

  String refused(Line line) {
    return line.isOutTray() ? "false" : "!" + anyOpen(line.readers());
  }

  String finished(Line line) {
    var all = new ArrayList<String>();
    if (line.isInTray()) {
      all.add(trayClosed(line));
    }
    if (!line.writers().isEmpty()) {
      all.add("!" + anyOpen(line.writers()));
    }
    if (!line.isRendezvous()) {
      all.add("empty(" + line(line) + ")");
    }
    return "(" + String.join(" && ", all) + ")";
  }

  String served(Connection connection) {
    return connection.server().map(this::open).orElse("true");
  }

  String unserved(ServerEnd server) {
    if (server.connections().isEmpty()) {
      return "true";
    }
    return server.connections().stream().map(id -> {
      Connection connection = network.connections().get(id);
      return connection.client().map(c -> "!(" + open(c) + ")").orElse(callsClosed(connection));
    }).collect(Collectors.joining(" && ", "(", ")"));
  }

  Line lineAt(int instance, int element) {
    return network.lines().get(network.instances().get(instance).wire(element));
  }

  Connection connectionAt(int instance, int element) {
    return network.connections().get(network.instances().get(instance).wire(element));
  }

  ServerEnd serverAt(int instance, int element) {
    return network.servers().get(network.instances().get(instance).wire(element));
  }

  String formula(int instance, Formula formula) {
    return switch (formula) {
      case Formula.Constant(int value) -> value < 0 ? "(0 - " + -(long) value + ")" : Integer.toString(value);
      case Formula.Cell(int offset) -> cell(instance, offset);
      case Formula.Element(int base, int stride, _, var index) -> "d" + instance + "["
          + (base - automaton(instance).threads()) + " + " + stride + " * " + formula(instance, index) + "]";
      case Formula.Unary(UnaryOperator operator, var operand) -> switch (operator) {
        case NOT -> "!(" + formula(instance, operand) + ")";
        case NEGATE -> "(0 - " + formula(instance, operand) + ")";
      };
      case Formula.Binary(var operator, var left, var right) ->
          "(" + formula(instance, left) + " " + operator.symbol() + " " + formula(instance, right) + ")";
      case Formula.Conditional(var condition, var then, var otherwise) -> "(" + formula(instance, condition) + " -> "
          + formula(instance, then) + " : " + formula(instance, otherwise) + ")";
    };
  }
}
