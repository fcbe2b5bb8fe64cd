package org.graphline.checker.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.graphline.model.automaton.Cells;
import org.graphline.model.automaton.ProcessAutomaton;
import org.graphline.model.automaton.ProcessAutomaton.CellDomain;
import org.graphline.model.network.Connection;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;

/// Says a network in Promela, so that SPIN finds an invalid end state exactly if the network can reach a deadlock.
public final class PromelaExport {
  private final PromelaNames names;
  private final StringBuilder out = new StringBuilder();

  private PromelaExport(Semantics semantics) {
    this.names = new PromelaNames(semantics);
  }

  /// Returns the network in Promela, or what stands in the way.
  public static Exported of(Network network) {
    Semantics semantics = Semantics.of(network, Timers.ANY);
    List<Obstacle> obstacles = PromelaFragment.obstacles(semantics);
    return obstacles.isEmpty() ? new Exported.Text(new PromelaExport(semantics).text())
        : new Exported.OutsideFragment(obstacles);
  }

  private String text() {
    out.append("/* ").append(names.network.display()).append(", exported by Graphline: docs/promela.md.\n")
        .append("   spin -a FILE && gcc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan */\n\n");
    control();
    frames();
    channels();
    Map<ProcessAutomaton, PromelaPlaces> known = new HashMap<>();
    for (int instance = 0; instance < names.network.instances().size(); instance++) {
      ProcessAutomaton automaton = names.automaton(instance);
      PromelaPlaces places = known.computeIfAbsent(automaton, PromelaPlaces::new);
      for (int thread = 0; thread < automaton.threads(); thread++) {
        new PromelaProcess(names, instance, thread, places, out).write();
      }
    }
    new PromelaEnvironment(names, out).write();
    initialize();
    return out.toString();
  }

  private void control() {
    int processes = names.processes() + 1;
    int instances = Math.max(1, names.network.instances().size());
    out.append("byte lock = 255;  /* whose turn it is while a step is being finished; 0: anybody's */\n");
    out.append("byte who[").append(processes).append("];  /* to whom each process hands the turn */\n");
    out.append("bool gone[").append(instances).append("];\n");
    if (names.network.instances().stream().anyMatch(i -> names.automaton(i.id()).threads() > 1)) {
      out.append("byte go[").append(processes).append("];  /* where a branch starts */\n");
      out.append("byte done[").append(processes).append("];  /* 1: a branch has ended, 2: having communicated */\n");
      out.append("byte by[").append(instances).append("];\n");
      out.append("byte back[").append(instances).append("];\n");
    }
    if (names.network.lines().stream().anyMatch(Line::isInTray)) {
      out.append("bool closed[").append(names.network.lines().size()).append("];\n");
    }
    if (names.network.connections().stream().anyMatch(c -> c.client().isEmpty())) {
      out.append("bool unasked[").append(names.network.connections().size()).append("];\n");
    }
  }

  private void frames() {
    int widest = 1;
    for (int instance = 0; instance < names.network.instances().size(); instance++) {
      ProcessAutomaton automaton = names.automaton(instance);
      List<CellDomain> data = automaton.cells().subList(automaton.threads(), automaton.cells().size());
      widest = Math.max(widest, data.size());
      if (!data.isEmpty()) {
        out.append(type(data)).append(" d").append(instance).append('[').append(data.size()).append("];\n");
      }
    }
    out.append("hidden int tmp[").append(widest).append("];\n\n");
  }

  private static String type(List<CellDomain> domains) {
    int low = domains.stream().mapToInt(CellDomain::low).min().orElse(0);
    int high = domains.stream().mapToInt(CellDomain::high).max().orElse(0);
    if (low >= 0 && high <= 255) {
      return "byte";
    }
    return low >= Short.MIN_VALUE && high <= Short.MAX_VALUE ? "short" : "int";
  }

  private void channels() {
    var widths = new TreeSet<Integer>();
    for (Line line : names.network.lines()) {
      out.append("chan ").append(names.line(line)).append(" = [").append(line.capacity()).append("] of ")
          .append(PromelaNames.message(line.type(), line.isRendezvous())).append(";\n");
      widths.add(Cells.width(line.type()));
    }
    for (Connection connection : names.network.connections()) {
      out.append("chan ").append(names.request(connection)).append(" = [0] of ")
          .append(PromelaNames.message(connection.request(), true)).append(";\n");
      out.append("chan ").append(names.reply(connection)).append(" = [0] of ")
          .append(PromelaNames.message(connection.reply(), true)).append(";\n");
      widths.add(Cells.width(connection.request()));
      widths.add(Cells.width(connection.reply()));
    }
    widths.forEach(width -> out.append("chan nobody").append(width).append(" = [0] of { ")
        .append("int, ".repeat(width)).append("byte };\n"));
  }

  /// All components run to their first wait, one after the other.
  private void initialize() {
    var first = new ArrayList<Integer>();
    for (int instance = 0; instance < names.network.instances().size(); instance++) {
      first.add(names.process(instance, 0));
    }
    out.append("\ninit {\n  d_step {\n");
    for (int i = 0; i + 1 < first.size(); i++) {
      out.append("    who[").append(first.get(i)).append("] = ").append(first.get(i + 1)).append(";\n");
    }
    out.append("    lock = ").append(first.isEmpty() ? 0 : first.getFirst()).append(";\n  }\n}\n");
  }
}
