package org.graphline.checker.export;

import java.util.ArrayList;
import java.util.List;
import org.graphline.checker.export.PromelaPlaces.Place;
import org.graphline.checker.export.PromelaWaits.Option;
import org.graphline.model.automaton.Formula;
import org.graphline.model.automaton.Node;
import org.graphline.model.automaton.ProcessAutomaton;
import org.graphline.model.automaton.Site;
import org.graphline.model.source.Span;

/// The process of one thread. `lock` says whose turn it is while a step is being finished, 0 when all may go on;
/// `who[p]` to whom process `p` hands the turn when it waits again.
final class PromelaProcess {
  private final PromelaNames names;
  private final int instance;
  private final int thread;
  private final int process;
  private final ProcessAutomaton automaton;
  private final PromelaPlaces places;
  private final StringBuilder out;
  private final StringBuilder body = new StringBuilder();
  private int channels;
  private int marks;

  PromelaProcess(PromelaNames names, int instance, int thread, PromelaPlaces places, StringBuilder out) {
    this.names = names;
    this.instance = instance;
    this.thread = thread;
    this.process = names.process(instance, thread);
    this.automaton = names.automaton(instance);
    this.places = places;
    this.out = out;
  }

  void write() {
    if (thread > 0) {
      park();
    } else {
      line("goto S" + places.starts(0).getFirst().label() + ";");
    }
    for (Place place : places.of(thread)) {
      write(place, automaton.nodes().get(place.node()));
    }
    leave();
    String name = names.network.instances().get(instance).name().display().replaceAll("[^A-Za-z0-9]+", "_");
    out.append("\n/* ").append(names.network.instances().get(instance).name().display())
        .append(thread == 0 ? "" : ", branch " + thread).append(" */\n");
    out.append("active proctype p").append(process).append('_').append(name)
        .append("() provided (lock == 0 || lock == ").append(process).append(") {\n");
    for (int i = 1; i <= channels; i++) {
      out.append("  chan q").append(i).append(";\n");
    }
    out.append(body).append("}\n");
  }

  private void line(String text) {
    body.append("  ").append(text).append('\n');
  }

  private void label(String name, String comment) {
    body.append(name).append(": skip;").append(comment.isEmpty() ? "" : "  /* " + comment + " */").append('\n');
  }

  private boolean hasBranches() {
    return automaton.threads() > 1;
  }

  private String passTurn() {
    return "d_step { lock = who[" + process + "]; who[" + process + "] = 0 }";
  }

  private void write(Place place, Node node) {
    Site site = automaton.sites().get(place.node());
    label("S" + place.label(), site.action().replace("*/", "* /")
        + (site.span().equals(Span.BUILT_IN) ? "" : ", " + site.span().place()));
    switch (node) {
      case Node.Silent silent -> silent(place, silent);
      case Node.BranchEnd(boolean inRepeat) -> branchEnd(place, inRepeat);
      case Node.Join(var threads, int next) -> join(place, threads, next);
      case Node.Gone _ -> line("goto leave;");
      case Node.Idle _, Node.Receive _, Node.Accept _, Node.Select _, Node.Send _, Node.Call _, Node.AwaitReply _,
          Node.Reply _, Node.Sync _, Node.Choose _, Node.Draw _, Node.MayFail _, Node.Wait _, Node.Mark _ ->
          waiting(place, node);
    }
  }

  private void go(Place place, int next) {
    line("goto S" + place.at(next, place.worked()).label() + ";");
  }

  private void silent(Place place, Node.Silent silent) {
    switch (silent) {
      case Node.Store(int target, var values, int next) -> {
        store(target, values);
        go(place, next);
      }
      case Node.Clear(int first, int width, int next) -> {
        for (int i = 0; i < width; i++) {
          line(names.cell(instance, first + i) + " = 0;");
        }
        go(place, next);
      }
      case Node.Append(int list, var element, int next) -> {
        append(list, element);
        go(place, next);
      }
      case Node.RemoveFirst(int list, int width, int capacity, int next) -> {
        line(names.cell(instance, list) + " = " + names.cell(instance, list) + " - 1;");
        for (int i = 0; i < width * capacity; i++) {
          line(names.cell(instance, list + 1 + i) + " = "
              + (i + width < width * capacity ? names.cell(instance, list + 1 + i + width) : "0") + ";");
        }
        go(place, next);
      }
      case Node.Require(var condition, _, int next) -> {
        line("if :: " + names.formula(instance, condition) + " -> skip :: else -> goto fault fi;");
        go(place, next);
      }
      case Node.Branch(var condition, int then, int otherwise) -> line("if :: " + names.formula(instance, condition)
          + " -> goto S" + place.at(then, place.worked()).label() + " :: else -> goto S"
          + place.at(otherwise, place.worked()).label() + " fi;");
      case Node.Iterate(int next) -> line("goto S" + place.at(next, false).label() + ";");
      case Node.Close(var port, int next) -> {
        close(port);
        go(place, next);
      }
      case Node.Stop _ -> line("goto leave;");
      case Node.Fork(var starts, int join) -> {
        fork(place, starts);
        line("goto S" + place.at(join, place.worked()).label() + ";");
      }
    }
  }

  private void store(int target, List<Formula> values) {
    for (int i = 0; i < values.size(); i++) {
      line("tmp[" + i + "] = " + names.formula(instance, values.get(i)) + ";");
    }
    for (int i = 0; i < values.size(); i++) {
      line(names.cell(instance, target + i) + " = tmp[" + i + "];");
    }
  }

  private void append(int list, List<Formula> element) {
    for (int i = 0; i < element.size(); i++) {
      line("tmp[" + i + "] = " + names.formula(instance, element.get(i)) + ";");
    }
    String size = names.cell(instance, list);
    int first = list + 1 - automaton.threads();
    for (int i = 0; i < element.size(); i++) {
      line("d" + instance + "[" + (first + i) + " + " + element.size() + " * " + size + "] = tmp[" + i + "];");
    }
    line(size + " = " + size + " + 1;");
  }

  private void close(Node.PortAt port) {
    for (int i = 0; i < port.size(); i++) {
      int cell = automaton.closedCell().get(port.first() + i);
      line("if :: " + names.formula(instance, port.index()) + " == " + i + " -> " + names.cell(instance, cell)
          + " = 1 :: else -> skip fi;");
    }
  }

  /// The branches start one after the other; the last hands the turn to whom the `par` would have handed it.
  private void fork(Place place, List<Node.Start> starts) {
    var text = new StringBuilder("d_step { ");
    for (int i = 0; i < starts.size(); i++) {
      Node.Start start = starts.get(i);
      int child = names.process(instance, start.thread());
      int number = places.starts(start.thread()).indexOf(new Place(start.node(), place.worked(), place.node())) + 1;
      String after = i + 1 < starts.size() ? Integer.toString(names.process(instance, starts.get(i + 1).thread()))
          : "who[" + process + "]";
      text.append("go[").append(child).append("] = ").append(number).append("; who[").append(child).append("] = ")
          .append(after).append("; ");
    }
    line(text + "who[" + process + "] = " + names.process(instance, starts.getFirst().thread()) + "; }");
  }

  private void join(Place place, List<Integer> threads, int next) {
    line(passTurn() + ";");
    var done = new ArrayList<String>();
    var worked = new ArrayList<String>();
    var reset = new StringBuilder();
    for (int branch : threads) {
      String cell = "done[" + names.process(instance, branch) + "]";
      done.add(cell + " > 0");
      worked.add(cell + " == 2");
      reset.append(cell).append(" = 0; ");
    }
    String mine = "lock == " + process + " && !gone[" + instance + "] && " + String.join(" && ", done);
    body.append("end_").append(place.label()).append(":\n");
    line("if");
    if (place.worked()) {
      line(":: d_step { " + mine + " -> " + reset + "} goto S" + place.at(next, true).label());
    } else {
      line(":: d_step { " + mine + " && !(" + String.join(" || ", worked) + ") -> " + reset + "} goto S"
          + place.at(next, false).label());
      line(":: d_step { " + mine + " && (" + String.join(" || ", worked) + ") -> " + reset + "} goto S"
          + place.at(next, true).label());
    }
    line(":: gone[" + instance + "] -> goto dead");
    line("fi;");
  }

  private void branchEnd(Place place, boolean inRepeat) {
    Node.Fork fork = (Node.Fork) automaton.nodes().get(place.fork());
    int parent = names.process(instance, places.parent(place.fork()));
    line("done[" + process + "] = " + (place.worked() ? 2 : 1) + ";");
    var all = fork.starts().stream().map(s -> "done[" + names.process(instance, s.thread()) + "] > 0").toList();
    line("if :: " + String.join(" && ", all) + " -> d_step { who[" + parent + "] = who[" + process + "]; who["
        + process + "] = " + parent + " } :: else -> skip fi;");
    line(passTurn() + ";");
    if (inRepeat && place.worked()) {
      body.append("busy_").append(place.label()).append(":\n");
      line("if :: done[" + process + "] == 0 -> skip :: gone[" + instance + "] -> goto dead fi;");
    }
    line("goto end_parked;");
  }

  private void park() {
    body.append("end_parked:\n");
    line("if");
    List<Place> starts = places.starts(thread);
    for (int i = 0; i < starts.size(); i++) {
      line(":: d_step { lock == " + process + " && !gone[" + instance + "] && go[" + process + "] == " + (i + 1)
          + " -> go[" + process + "] = 0; } goto S" + starts.get(i).label());
    }
    line(":: gone[" + instance + "] -> goto dead");
    line("fi;");
  }

  private void waiting(Place place, Node node) {
    List<Option> options = PromelaWaits.options(names, instance, process, node, place);
    var chosen = new ArrayList<String>();
    var prepared = new StringBuilder();
    for (Option option : options) {
      chosen.add(option.isHandOver() ? channel(option, prepared) : "");
    }
    body.append(prepared);
    line(passTurn() + ";");
    boolean rests = node instanceof Node.Idle || !place.worked()
        && (node instanceof Node.Receive || node instanceof Node.Accept || node instanceof Node.Select);
    body.append(rests ? "end_" : "wait_").append(place.label()).append(":\n");
    line("if");
    for (int i = 0; i < options.size(); i++) {
      option(options.get(i), chosen.get(i));
    }
    if (node instanceof Node.MayFail) {
      line(":: lock = " + process + " -> goto leave");
    }
    if (hasBranches()) {
      line(":: gone[" + instance + "] -> goto dead");
    } else if (options.isEmpty()) {
      line(":: false");
    }
    line("fi;");
  }

  /// The channel of a hand-over; where it is conditional, a variable that holds it or one that nobody uses.
  private String channel(Option option, StringBuilder prepared) {
    if (option.guard().isEmpty()) {
      return option.channel();
    }
    channels++;
    prepared.append("  if :: ").append(String.join(" && ", option.guard())).append(" -> q").append(channels)
        .append(" = ").append(option.channel()).append(" :: else -> q").append(channels).append(" = ")
        .append(PromelaNames.nobody(option.type())).append(" fi;\n");
    return "q" + channels;
  }

  private void option(Option option, String channel) {
    String target = " goto S" + option.target().label();
    if (option.gives()) {
      line(":: " + channel + option.action() + " ->" + (option.effect().isEmpty() ? "" : " " + option.effect())
          + target);
    } else if (option.isHandOver()) {
      line(":: atomic { " + channel + option.action() + "; lock = " + process + "; } "
          + option.effect() + target);
    } else {
      var guard = new ArrayList<String>();
      if (hasBranches()) {
        guard.add("!gone[" + instance + "]");
      }
      guard.addAll(option.guard());
      String condition = guard.isEmpty() ? "true" : String.join(" && ", guard);
      line(":: d_step { " + condition + " -> " + option.action() + " lock = " + process + "; }"
          + (option.marks() ? " progress_" + ++marks + ": skip;" : "") + target);
    }
  }

  private void leave() {
    label("leave", "");
    line("gone[" + instance + "] = true;");
    if (hasBranches()) {
      leaveWithBranches();
    } else {
      line(passTurn() + ";");
      line("goto over;");
    }
    label("fault", "an error state: nothing else happens");
    line("progress_fault: do :: lock = " + process + " od;");
    label("over", "");
  }

  /// The turn goes round the other threads of the component, so that each is over before anybody else moves.
  private void leaveWithBranches() {
    int low = names.process(instance, 0);
    int high = low + automaton.threads() - 1;
    String back = "back[" + instance + "]";
    String by = "by[" + instance + "]";
    line(by + " = " + process + ";");
    line(back + " = who[" + process + "];");
    line("do :: " + back + " >= " + low + " && " + back + " <= " + high + " -> " + back + " = who[" + back
        + "] :: else -> break od;");
    line("lock = " + (process == low ? low + 1 : low) + ";");
    line("goto over;");
    label("dead", "");
    String next = process + 1 > high ? back : Integer.toString(process + 1);
    String afterNext = process + 2 > high ? back : Integer.toString(process + 2);
    line("lock = (" + by + " == " + (process + 1) + " -> " + afterNext + " : " + next + ");");
    line("goto over;");
  }
}
