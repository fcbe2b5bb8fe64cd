package org.graphline.checker.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.graphline.checker.export.PromelaPlaces.Place;
import org.graphline.model.automaton.Cells;
import org.graphline.model.automaton.Formula;
import org.graphline.model.automaton.Node;
import org.graphline.model.automaton.Node.Choice;
import org.graphline.model.automaton.Node.PortAt;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.network.ServerEnd;
import org.graphline.model.term.Graph;
import org.graphline.model.value.DataType;

/// What a thread can do at a place where it waits, as the options of an `if`.
final class PromelaWaits {

  /// One way to go on.
  ///
  /// @param guard   what must be true besides; for a hand-over, when its channel is there at all
  /// @param channel the channel of a hand-over; empty for anything else
  /// @param type    what passes in a hand-over
  /// @param action  after the channel's name, for a hand-over; else what is done, ending in `;`
  /// @param effect  what is done after a hand-over that was received
  /// @param marks   whether this is a mark, which counts as progress
  record Option(List<String> guard, String channel, DataType type, String action, String effect, Place target,
      boolean marks) {

    boolean isHandOver() {
      return !channel.isEmpty();
    }

    /// Reports whether the thread is the one that gives: the taker then hands the turn to it.
    boolean gives() {
      return isHandOver() && action.startsWith("!");
    }
  }

  private final PromelaNames names;
  private final int instance;
  private final int process;
  private final List<Option> options = new ArrayList<>();

  private PromelaWaits(PromelaNames names, int instance, int process) {
    this.names = names;
    this.instance = instance;
    this.process = process;
  }

  static List<Option> options(PromelaNames names, int instance, int process, Node node, Place place) {
    var waits = new PromelaWaits(names, instance, process);
    waits.collect(node, place);
    return waits.options;
  }

  private void collect(Node node, Place place) {
    switch (node) {
      case Node.Send send -> elements(send.port()).forEach(e -> send(send, e, place));
      case Node.Receive(var port, int target, int next, int onEnd) -> elements(port).forEach(e -> {
        take(e, target, List.of(), place.at(next, true));
        plain(and(e.when(), ended(e)), "", place.at(onEnd, place.worked()));
      });
      case Node.Call call -> elements(call.port()).forEach(e -> call(call, e, place));
      case Node.AwaitReply await -> elements(await.port()).forEach(e -> awaitReply(await, e, place));
      case Node.Accept(var port, int client, int target, int next, int onEnd) -> elements(port).forEach(e -> {
        accept(e, client, target, List.of(), place.at(next, true));
        plain(and(e.when(), endedServing(e)), "", place.at(onEnd, place.worked()));
      });
      case Node.Reply reply -> elements(reply.port()).forEach(e -> reply(reply, e, place));
      case Node.Select(_, var cases, int onEnd) -> {
        cases.forEach(c -> select(c, place));
        plain(cases.stream().map(this::nothingLeft).toList(), "", place.at(onEnd, place.worked()));
      }
      case Node.Choose(_, var alternatives) ->
          alternatives.forEach(a -> plain(List.of(), "", place.at(a, place.worked())));
      case Node.Draw draw -> Cells.values(draw.type()).forEach(v ->
          plain(List.of(), store(draw.target(), v), place.at(draw.next(), place.worked())));
      case Node.MayFail(_, int next) -> plain(List.of(), "", place.at(next, place.worked()));
      case Node.Wait(int next) -> plain(List.of(), "", place.at(next, true));
      case Node.Mark(_, int next) -> options.add(
          new Option(List.of(), "", new DataType.Signal(), "", "", place.at(next, place.worked()), true));
      case Node.Idle _, Node.Gone _, Node.Join _, Node.BranchEnd _ -> { }
      case Node.Sync _, Node.Silent _ -> throw new AssertionError("outside the fragment: " + node);
    }
  }

  /// A port element and when it is the one that is meant.
  private record Element(int number, List<String> when) {}

  private List<Element> elements(PortAt port) {
    if (port.index() instanceof Formula.Constant(int index)) {
      return List.of(new Element(port.first() + index, List.of()));
    }
    var all = new ArrayList<Element>();
    for (int i = 0; i < port.size(); i++) {
      all.add(new Element(port.first() + i, List.of("(" + names.formula(instance, port.index()) + " == " + i + ")")));
    }
    return all;
  }

  private void plain(List<String> guard, String action, Place target) {
    options.add(new Option(guard, "", new DataType.Signal(), action, "", target, false));
  }

  private void handOver(List<String> guard, String channel, DataType type, String action, String effect,
      Place target) {
    options.add(new Option(guard, channel, type, action, effect, target, false));
  }

  private static List<String> and(List<String> some, String more) {
    var all = new ArrayList<>(some);
    all.add(more);
    return all;
  }

  /// A guard that the thread's own end is open, if it can be closed at all.
  private List<String> own(Element element, List<String> when) {
    var all = new ArrayList<>(element.when());
    all.addAll(when);
    int cell = names.automaton(instance).closedCell().get(element.number());
    if (cell >= 0) {
      all.add("!" + names.cell(instance, cell));
    }
    return all;
  }

  private String closedOr(Element element, String otherwise) {
    int cell = names.automaton(instance).closedCell().get(element.number());
    return cell < 0 ? otherwise : "(" + names.cell(instance, cell) + " || " + otherwise + ")";
  }

  private String ended(Element element) {
    return closedOr(element, names.finished(names.lineAt(instance, element.number())));
  }

  private String endedServing(Element element) {
    return closedOr(element, names.unserved(names.serverAt(instance, element.number())));
  }

  private void send(Node.Send send, Element element, Place place) {
    Line line = names.lineAt(instance, element.number());
    List<String> letter = send.letter().stream().map(f -> names.formula(instance, f)).toList();
    Place next = place.at(send.next(), true);
    if (line.isRendezvous()) {
      handOver(own(element, List.of()), names.line(line), line.type(), sent(fields(letter)), "", next);
    } else {
      post(line, letter, own(element, List.of("!" + parenthesized(names.refused(line)))), next);
    }
    plain(and(element.when(), closedOr(element, parenthesized(names.refused(line)))), "",
        place.at(send.onRefused(), place.worked()));
  }

  /// Two exclamation marks in a row would send in order of size.
  private static String sent(String fields) {
    return fields.startsWith("!") ? "! " + fields : "!" + fields;
  }

  private static String parenthesized(String text) {
    return "(" + text + ")";
  }

  private void post(Line line, List<String> letter, List<String> guard, Place next) {
    String channel = names.line(line);
    String put = channel + sent(letter.isEmpty() ? "0" : String.join(",", letter)) + ";";
    plain(and(guard, "nfull(" + channel + ")"), put, next);
    switch (line.overflow()) {
      case WAIT -> { }
      case OVERWRITE -> plain(and(guard, "full(" + channel + ")"), channel + "?" + nothing(line.type()) + "; " + put,
          next);
      case DROP -> plain(and(guard, "full(" + channel + ")"), "", next);
    }
  }

  /// The fields of a received message that nobody keeps.
  static String nothing(DataType type) {
    return String.join(",", Collections.nCopies(Math.max(1, Cells.width(type)), "_"));
  }

  private String fields(List<String> values) {
    var all = new ArrayList<>(values);
    all.add(Integer.toString(process));
    return String.join(",", all);
  }

  private String into(DataType type, int target) {
    var all = new ArrayList<String>();
    for (int i = 0; i < Cells.width(type); i++) {
      all.add(target < 0 ? "_" : names.cell(instance, target + i));
    }
    return String.join(",", all);
  }

  /// The fields of a received hand-over; the last one says whose turn it is afterwards.
  private String taken(DataType type, int target) {
    String fields = into(type, target);
    return "?" + fields + (fields.isEmpty() ? "" : ",") + "who[" + process + "]";
  }

  private String store(int target, List<Integer> values) {
    var text = new StringBuilder();
    for (int i = 0; i < values.size() && target >= 0; i++) {
      text.append(names.cell(instance, target + i)).append(" = ")
          .append(names.formula(instance, new Formula.Constant(values.get(i)))).append("; ");
    }
    return text.toString();
  }

  private void take(Element element, int target, List<String> when, Place next) {
    Line line = names.lineAt(instance, element.number());
    if (line.isRendezvous()) {
      handOver(own(element, when), names.line(line), line.type(), taken(line.type(), target), "", next);
    } else {
      String fields = into(line.type(), target);
      plain(and(own(element, when), "nempty(" + names.line(line) + ")"),
          names.line(line) + "?" + (fields.isEmpty() ? "_" : fields) + ";", next);
    }
  }

  private void call(Node.Call call, Element element, Place place) {
    Connection connection = names.connectionAt(instance, element.number());
    List<String> request = call.request().stream().map(f -> names.formula(instance, f)).toList();
    handOver(own(element, List.of()), names.request(connection), connection.request(), sent(fields(request)), "",
        place.at(call.awaiting(), true));
    plain(and(element.when(), closedOr(element, "!" + parenthesized(names.served(connection)))), "",
        place.at(call.onRefused(), place.worked()));
  }

  private void awaitReply(Node.AwaitReply await, Element element, Place place) {
    Connection connection = names.connectionAt(instance, element.number());
    handOver(element.when(), names.reply(connection), connection.reply(), taken(connection.reply(), await.target()),
        "", place.at(await.next(), true));
    connection.server().ifPresent(s -> plain(and(element.when(), "gone[" + s.instance() + "]"), "",
        place.at(await.onRefused(), place.worked())));
  }

  private void accept(Element element, int client, int target, List<String> when, Place next) {
    ServerEnd server = names.serverAt(instance, element.number());
    for (int i = 0; i < server.connections().size(); i++) {
      Connection connection = names.network.connections().get(server.connections().get(i));
      handOver(own(element, when), names.request(connection), connection.request(),
          taken(connection.request(), target), names.cell(instance, client) + " = " + (i + 1) + ";", next);
    }
  }

  private void reply(Node.Reply reply, Element element, Place place) {
    ServerEnd server = names.serverAt(instance, element.number());
    List<String> value = reply.reply().stream().map(f -> names.formula(instance, f)).toList();
    String client = names.cell(instance, reply.client());
    for (int i = 0; i < server.connections().size(); i++) {
      Connection connection = names.network.connections().get(server.connections().get(i));
      List<String> when = and(element.when(), "(" + client + " == " + (i + 1) + ")");
      handOver(when, names.reply(connection), connection.reply(), sent(fields(value)), client + " = 0;",
          place.at(reply.next(), true));
      connection.client().map(End::instance).ifPresent(c -> plain(and(when, "gone[" + c + "]"), client + " = 0;",
          place.at(reply.next(), true)));
    }
  }

  private void select(Node.Case choice, Place place) {
    List<String> when = switchedOn(choice);
    Place next = place.at(choice.choice().next(), place.worked() || PromelaPlaces.communicates(choice.choice()));
    switch (choice.choice()) {
      case Choice.Receive(var port, int target, _) -> elements(port).forEach(e -> take(e, target, when, next));
      case Choice.Accept(var port, int client, int target, _) ->
          elements(port).forEach(e -> accept(e, client, target, when, next));
      case Choice.End end -> elements(end.port()).forEach(e -> {
        String noted = noted(end, e);
        var guard = and(and(and(e.when(), "!" + noted), endOf(e)), "true");
        guard.addAll(when);
        plain(guard, noted + " = 1;", next);
      });
      case Choice.After _ -> plain(when, "", next);
      case Choice.Unheard(int first, int size, _) -> plain(and(when, unheard(first, size)), "", next);
      case Choice.Sync _, Choice.Otherwise _ -> throw new AssertionError("outside the fragment: " + choice);
    }
  }

  private List<String> switchedOn(Node.Case choice) {
    return choice.enabled() instanceof Formula.Constant ? List.of()
        : List.of("(" + names.formula(instance, choice.enabled()) + ")");
  }

  private String noted(Choice.End end, Element element) {
    return names.cell(instance, end.noted() + element.number() - end.port().first());
  }

  private String endOf(Element element) {
    return switch (names.automaton(instance).behavior().elements().get(element.number()).port().direction()) {
      case IN -> ended(element);
      case SERVER -> endedServing(element);
      case OUT -> parenthesized(names.refused(names.lineAt(instance, element.number())));
      case CLIENT -> "!" + parenthesized(names.served(names.connectionAt(instance, element.number())));
      case BARRIER -> "false";
    };
  }

  private String unheard(int first, int size) {
    var all = new ArrayList<String>();
    for (int element = first; element < first + size; element++) {
      all.add(parenthesized(names.refused(names.lineAt(instance, element))));
    }
    return all.isEmpty() ? "true" : "(" + String.join(" && ", all) + ")";
  }

  /// That a case is switched off or finished for good.
  private String nothingLeft(Node.Case choice) {
    var ways = new ArrayList<String>();
    switchedOn(choice).forEach(on -> ways.add("!" + on));
    switch (choice.choice()) {
      case Choice.Receive(var port, _, _) ->
          elements(port).forEach(e -> ways.add(String.join(" && ", and(e.when(), ended(e)))));
      case Choice.Accept(var port, _, _, _) ->
          elements(port).forEach(e -> ways.add(String.join(" && ", and(e.when(), endedServing(e)))));
      case Choice.End end ->
          elements(end.port()).forEach(e -> ways.add(String.join(" && ", and(e.when(), noted(end, e)))));
      case Choice.Unheard _ -> ways.add("true");
      case Choice.Sync _, Choice.After _, Choice.Otherwise _ -> ways.add("false");
    }
    return "(" + String.join(" || ", ways.stream().map(w -> "(" + w + ")").toList()) + ")";
  }
}
