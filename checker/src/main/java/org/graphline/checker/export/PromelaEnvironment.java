package org.graphline.checker.export;

import java.util.ArrayList;
import java.util.List;
import org.graphline.model.automaton.Cells;
import org.graphline.model.network.Connection;
import org.graphline.model.network.Line;
import org.graphline.model.term.Graph;
import org.graphline.model.value.DataType;

/// The processes that play the environment (rule R12).
final class PromelaEnvironment {
  private final PromelaNames names;
  private final StringBuilder out;

  PromelaEnvironment(PromelaNames names, StringBuilder out) {
    this.names = names;
    this.out = out;
  }

  void write() {
    names.network.lines().forEach(line -> {
      if (line.isInTray()) {
        begin(line.exposure().orElseThrow().display(), names.trayProcess(line));
        inTray(line);
        out.append("}\n");
      } else if (line.isOutTray()) {
        begin(line.exposure().orElseThrow().display(), names.trayProcess(line));
        outTray(line);
        out.append("}\n");
      }
    });
    names.network.connections().forEach(connection -> {
      if (connection.client().isEmpty() || connection.server().isEmpty()) {
        begin(connection.exposure().orElseThrow().display(), names.callProcess(connection));
        if (connection.client().isEmpty()) {
          caller(connection);
        } else {
          server(connection);
        }
        out.append("}\n");
      }
    });
  }

  private void begin(String port, int process) {
    out.append("\n/* the environment at ").append(port).append(" */\n");
    out.append("active proctype e").append(process).append('_').append(port.replaceAll("[^A-Za-z0-9]+", "_"))
        .append("() provided (lock == 0 || lock == ").append(process).append(") {\n");
  }

  private void line(String text) {
    out.append("  ").append(text).append('\n');
  }

  private List<String> values(DataType type) {
    var all = new ArrayList<String>();
    for (List<Integer> cells : Cells.values(type)) {
      all.add(String.join(",", cells.stream().map(c -> c < 0 ? "(0 - " + -(long) c + ")" : c.toString()).toList()));
    }
    return all;
  }

  private String given(String value, int process) {
    return value + (value.isEmpty() ? "" : ",") + process;
  }

  /// Takes a hand-over and passes the turn to the giver.
  private String taken(String channel, DataType type, int process) {
    String fields = "_,".repeat(Cells.width(type));
    return "atomic { " + channel + "?" + fields + "who[" + process + "]; d_step { lock = who[" + process + "]; who["
        + process + "] = 0 } }";
  }

  private void inTray(Line line) {
    String channel = names.line(line);
    int process = names.trayProcess(line);
    out.append("end_offer:\n");
    line("if");
    for (String value : values(line.type())) {
      if (line.isRendezvous()) {
        line(":: " + channel + "!" + given(value, process) + " -> lock = 0; goto end_offer");
      } else {
        String put = channel + "!" + (value.isEmpty() ? "0" : value);
        String open = "!(" + names.refused(line) + ") && ";
        line(":: d_step { " + open + "nfull(" + channel + ") -> " + put + "; } goto end_offer");
        if (line.overflow() == Graph.Overflow.OVERWRITE) {
          line(":: d_step { " + open + "full(" + channel + ") -> " + channel + "?" + PromelaWaits.nothing(line.type())
              + "; " + put + "; } goto end_offer");
        } else if (line.overflow() == Graph.Overflow.DROP) {
          line(":: d_step { " + open + "full(" + channel + ") -> skip; } goto end_offer");
        }
      }
    }
    line(":: " + names.trayClosed(line) + " = true");
    line("fi");
  }

  private void outTray(Line line) {
    String channel = names.line(line);
    out.append("end_take:\n");
    if (line.isRendezvous()) {
      line(taken(channel, line.type(), names.trayProcess(line)) + ";");
    } else {
      line(channel + "?" + PromelaWaits.nothing(line.type()) + ";");
    }
    line("goto end_take");
  }

  private void caller(Connection connection) {
    int process = names.callProcess(connection);
    String reply = taken(names.reply(connection), connection.reply(), process);
    out.append("end_call:\n");
    line("if");
    for (String value : values(connection.request())) {
      line(":: " + names.request(connection) + "!" + given(value, process) + " -> lock = 0; goto end_wait");
    }
    line(":: " + names.callsClosed(connection) + " = true; goto over");
    line("fi;");
    out.append("end_wait:\n");
    line("if");
    line(":: " + reply + " goto end_call");
    line(":: " + names.callsClosed(connection) + " = true");
    line("fi;");
    out.append("end_last:\n");
    line(reply + ";");
    out.append("over:\n");
    line("skip");
  }

  private void server(Connection connection) {
    int process = names.callProcess(connection);
    out.append("end_serve:\n");
    line(taken(names.request(connection), connection.request(), process) + ";");
    out.append("end_answer:\n");
    line("if");
    for (String value : values(connection.reply())) {
      line(":: " + names.reply(connection) + "!" + given(value, process) + " -> lock = 0; goto end_serve");
    }
    line("fi");
  }
}
