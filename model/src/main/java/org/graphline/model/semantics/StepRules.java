package org.graphline.model.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.graphline.model.automaton.Cells;
import org.graphline.model.automaton.Formula;
import org.graphline.model.automaton.Node;
import org.graphline.model.automaton.ProcessAutomaton;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.network.ServerEnd;
import org.graphline.model.semantics.Step.Actor;
import org.graphline.model.semantics.Step.Fairness;
import org.graphline.model.term.Graph;
import org.graphline.model.value.DataType;

/// The steps that begin with one thread: one method a kind of control point, each a rule of docs/semantics.md. A
/// transfer belongs to its giver, so none is found twice; what the environment gives belongs to the taker.
final class StepRules {
  static final int NO_GROUP = -1;

  private final View view;
  private final List<Step> steps;

  StepRules(View view, List<Step> steps) {
    this.view = view;
    this.steps = steps;
  }

  /// Adds the steps of a thread.
  void of(int instance, int thread) {
    switch (view.node(instance, thread)) {
      case Node.Send send -> send(instance, thread, send);
      case Node.Receive receive -> receive(instance, thread, receive);
      case Node.Select select -> select(instance, thread, select);
      case Node.Call call -> call(instance, thread, call);
      case Node.AwaitReply await -> awaitReply(instance, thread, await);
      case Node.Accept accept -> accept(instance, thread, accept);
      case Node.Reply reply -> reply(instance, thread, reply);
      case Node.Choose choose -> choose(instance, thread, choose);
      case Node.Draw draw -> draw(instance, thread, draw);
      case Node.MayFail mayFail -> mayFail(instance, thread, mayFail);
      case Node.Wait(int next) -> add(new Label.TimesOut(instance), List.of(actor(instance, thread, -1)),
          Fairness.FAIR, NO_GROUP, m -> m.goWorked(instance, thread, next));
      case Node.Mark(var name, int next) -> add(new Label.Mark(instance, name), List.of(actor(instance, thread, -1)),
          Fairness.FAIR, NO_GROUP, m -> m.go(instance, thread, next));
      case Node.Sync _, Node.Join _, Node.BranchEnd _, Node.Gone _, Node.Idle _, Node.Silent _ -> { }
    }
  }

  // Rules SEND, HAND-OVER, POST, REFUSED, ARRIVES.
  private void send(int instance, int thread, Node.Send send) {
    int element = view.element(instance, send.port());
    var end = new End(instance, element);
    Line line = view.line(instance, element);
    if (!view.isOpen(end) || view.isRefused(line)) {
      fair(new Label.Refused(end), instance, thread, m -> m.go(instance, thread, send.onRefused()));
    } else if (line.isRendezvous()) {
      if (line.watched() && !view.hasArrived(instance, thread)) {
        fair(new Label.Arrives(end), instance, thread, m -> m.arrive(instance, thread));
      } else {
        handOver(instance, thread, send, line, end);
      }
    } else if (view.letters(line) < line.capacity() || line.overflow() != Graph.Overflow.WAIT) {
      int[] letter = values(instance, send.letter());
      var move = move();
      Label.Fate fate = move.post(line, letter);
      move.goWorked(instance, thread, send.next());
      steps.add(new Step(new Label.Post(line.id(), Optional.of(end), Cells.decode(line.type(), letter, 0), fate),
          List.of(actor(instance, thread, -1)), Fairness.FAIR, NO_GROUP, move.finish()));
    }
  }

  private void handOver(int instance, int thread, Node.Send send, Line line, End writer) {
    int[] letter = values(instance, send.letter());
    if (line.isOutTray()) {
      fair(new Label.HandOver(line.id(), Optional.of(writer), Optional.empty(), Cells.decode(line.type(), letter, 0)),
          instance, thread, m -> m.goWorked(instance, thread, send.next()));
    }
    for (End reader : view.open(line.readers())) {
      for (Taker taker : takers(reader)) {
        add(new Label.HandOver(line.id(), Optional.of(writer), Optional.of(reader),
                Cells.decode(line.type(), letter, 0)),
            List.of(actor(instance, thread, -1), taker.actor()), Fairness.FAIR, NO_GROUP, m -> {
              m.store(reader.instance(), taker.target(), letter);
              m.goWorked(instance, thread, send.next());
              m.goWorked(reader.instance(), taker.actor().thread(), taker.next());
            });
      }
    }
  }

  /// A thread that would take a letter or request now.
  private record Taker(Actor actor, int client, int target, int next) {}

  private List<Taker> takers(End end) {
    int instance = end.instance();
    var all = new ArrayList<Taker>(1);
    for (int thread = 0; thread < view.automaton(instance).threads(); thread++) {
      switch (view.node(instance, thread)) {
        case Node.Receive(var port, int target, int next, _) -> {
          if (view.element(instance, port) == end.element()) {
            all.add(new Taker(actor(instance, thread, -1), -1, target, next));
          }
        }
        case Node.Accept(var port, int client, int target, int next, _) -> {
          if (view.element(instance, port) == end.element()) {
            all.add(new Taker(actor(instance, thread, -1), client, target, next));
          }
        }
        case Node.Select select -> takers(end, thread, select, all);
        default -> { }
      }
    }
    return all;
  }

  private void takers(End end, int thread, Node.Select select, List<Taker> into) {
    int instance = end.instance();
    for (int i = 0; i < select.cases().size(); i++) {
      Node.Case choice = select.cases().get(i);
      if (!view.isOn(instance, choice)) {
        continue;
      }
      Taker taker = switch (choice.choice()) {
        case Node.Choice.Receive(var port, int target, int next)
            when view.element(instance, port) == end.element() ->
            new Taker(actor(instance, thread, i), -1, target, next);
        case Node.Choice.Accept(var port, int client, int target, int next)
            when view.element(instance, port) == end.element() ->
            new Taker(actor(instance, thread, i), client, target, next);
        default -> null;
      };
      if (taker != null && view.isAllowed(instance, select, i)) {
        into.add(taker);
      }
    }
  }

  // Rules RECEIVE, COLLECT, END, OFFER.
  private void receive(int instance, int thread, Node.Receive receive) {
    int element = view.element(instance, receive.port());
    if (view.hasEnded(instance, element)) {
      fair(new Label.EndSeen(instance, Optional.of(new End(instance, element))), instance, thread,
          m -> m.go(instance, thread, receive.onEnd()));
      return;
    }
    take(new End(instance, element), actor(instance, thread, -1), receive.target(), receive.next());
  }

  /// What the line itself or the environment gives to a reader.
  private void take(End reader, Actor actor, int target, int next) {
    Line line = view.line(reader.instance(), reader.element());
    if (!view.isOpen(reader)) {
      return;
    }
    if (!line.isRendezvous()) {
      if (view.letters(line) > 0) {
        int[] letter = view.head(line);
        add(new Label.Collect(line.id(), Optional.of(reader), Cells.decode(line.type(), letter, 0)), List.of(actor),
            Fairness.FAIR, NO_GROUP, m -> {
              m.take(line);
              m.store(reader.instance(), target, letter);
              m.goWorked(reader.instance(), actor.thread(), next);
            });
      }
    } else if (line.watched() ? view.hasArrivedAtTray(line.id()) : view.isTrayOpen(line.id())) {
      for (List<Integer> value : Cells.values(line.type())) {
        int[] letter = array(value);
        add(new Label.HandOver(line.id(), Optional.empty(), Optional.of(reader),
            Cells.decode(line.type(), letter, 0)), List.of(actor), Fairness.FREE, NO_GROUP, m -> {
              m.cells[m.layout.tray(line.id())] &= ~2;
              m.store(reader.instance(), target, letter);
              m.goWorked(reader.instance(), actor.thread(), next);
            });
      }
    }
  }

  // Rule SELECT: each switched-on case that priority allows; home if all are finished.
  private void select(int instance, int thread, Node.Select select) {
    for (int i = 0; i < select.cases().size(); i++) {
      Node.Case choice = select.cases().get(i);
      if (view.isOn(instance, choice) && view.isAllowed(instance, select, i)) {
        selectCase(instance, actor(instance, thread, i), choice.choice());
      }
    }
    if (hasNothingLeft(view, instance, select)) {
      fair(new Label.EndSeen(instance, Optional.empty()), instance, thread,
          m -> m.go(instance, thread, select.onEnd()));
    }
  }

  private void selectCase(int instance, Actor actor, Node.Choice choice) {
    int thread = actor.thread();
    switch (choice) {
      case Node.Choice.Receive(var port, int target, int next) ->
          take(new End(instance, view.element(instance, port)), actor, target, next);
      case Node.Choice.Accept(var port, int client, int target, int next) ->
          acceptFromEnvironment(new End(instance, view.element(instance, port)), actor, client, target, next);
      case Node.Choice.End end when view.fires(instance, end) ->
          add(new Label.EndSeen(instance, Optional.of(new End(instance, view.element(instance, end.port())))),
              List.of(actor), Fairness.FAIR, NO_GROUP, m -> {
                m.note(instance, end);
                m.go(instance, thread, end.next());
              });
      case Node.Choice.End _ -> { }
      case Node.Choice.After(int next) -> add(new Label.TimesOut(instance), List.of(actor), Fairness.FAIR, NO_GROUP,
          m -> m.goWorked(instance, thread, next));
      case Node.Choice.Otherwise(int next) -> add(new Label.Otherwise(instance), List.of(actor), Fairness.FAIR,
          NO_GROUP, m -> m.go(instance, thread, next));
      case Node.Choice.Unheard(int first, int size, int next) -> {
        if (view.isUnheard(instance, first, size)) {
          add(new Label.Unheard(instance), List.of(actor), Fairness.FAIR, NO_GROUP,
              m -> m.go(instance, thread, next));
        }
      }
      case Node.Choice.Sync _ -> { }
    }
  }

  /// Rules 3.8 and R11: every switched-on case is finished for good.
  static boolean hasNothingLeft(View view, int instance, Node.Select select) {
    for (Node.Case choice : select.cases()) {
      if (!view.isOn(instance, choice)) {
        continue;
      }
      boolean finished = switch (choice.choice()) {
        case Node.Choice.Receive(var port, _, _) -> view.hasEnded(instance, view.element(instance, port));
        case Node.Choice.Accept(var port, _, _, _) -> view.hasEndedServing(instance, view.element(instance, port));
        case Node.Choice.End end -> view.isNoted(instance, end);
        case Node.Choice.Unheard _ -> true;
        case Node.Choice.Sync _, Node.Choice.After _, Node.Choice.Otherwise _ -> false;
      };
      if (!finished) {
        return false;
      }
    }
    return true;
  }

  // Rules CALL, REFUSED, ARRIVES.
  private void call(int instance, int thread, Node.Call call) {
    int element = view.element(instance, call.port());
    var end = new End(instance, element);
    Connection connection = view.connection(instance, element);
    if (!view.isOpen(end) || !view.isServed(connection)) {
      fair(new Label.Refused(end), instance, thread, m -> m.go(instance, thread, call.onRefused()));
      return;
    }
    if (connection.watched() && !view.hasArrived(instance, thread)) {
      fair(new Label.Arrives(end), instance, thread, m -> m.arrive(instance, thread));
      return;
    }
    int[] request = values(instance, call.request());
    var label = new Label.Called(connection.id(), Cells.decode(connection.request(), request, 0));
    if (connection.server().isEmpty()) {
      fair(label, instance, thread, m -> m.goWorked(instance, thread, call.awaiting()));
      return;
    }
    End server = connection.server().get();
    int which = view.server(server.instance(), server.element()).connections().indexOf(connection.id()) + 1;
    for (Taker taker : takers(server)) {
      add(label, List.of(actor(instance, thread, -1), taker.actor()), Fairness.FAIR, NO_GROUP, m -> {
        m.store(server.instance(), taker.client(), new int[] {which});
        m.store(server.instance(), taker.target(), request);
        m.goWorked(instance, thread, call.awaiting());
        m.goWorked(server.instance(), taker.actor().thread(), taker.next());
      });
    }
  }

  // Rules REFUSED and, for an exposed client port, ANSWER (R12).
  private void awaitReply(int instance, int thread, Node.AwaitReply await) {
    int element = view.element(instance, await.port());
    Connection connection = view.connection(instance, element);
    if (connection.server().isEmpty()) {
      for (List<Integer> value : Cells.values(connection.reply())) {
        int[] reply = array(value);
        add(new Label.Replied(connection.id(), Cells.decode(connection.reply(), reply, 0)),
            List.of(actor(instance, thread, -1)), Fairness.DEMONIC, group(instance, thread), m -> {
              m.store(instance, await.target(), reply);
              m.goWorked(instance, thread, await.next());
            });
      }
    } else if (view.isGone(connection.server().get().instance())) {
      fair(new Label.Refused(new End(instance, element)), instance, thread,
          m -> m.go(instance, thread, await.onRefused()));
    }
  }

  // Rules ACCEPT, END and, for an exposed server port, OFFER (R12).
  private void accept(int instance, int thread, Node.Accept accept) {
    int element = view.element(instance, accept.port());
    if (view.hasEndedServing(instance, element)) {
      fair(new Label.EndSeen(instance, Optional.of(new End(instance, element))), instance, thread,
          m -> m.go(instance, thread, accept.onEnd()));
      return;
    }
    acceptFromEnvironment(new End(instance, element), actor(instance, thread, -1), accept.client(), accept.target(),
        accept.next());
  }

  private void acceptFromEnvironment(End end, Actor actor, int client, int target, int next) {
    if (!view.isOpen(end)) {
      return;
    }
    ServerEnd server = view.server(end.instance(), end.element());
    for (int i = 0; i < server.connections().size(); i++) {
      Connection connection = view.network.connections().get(server.connections().get(i));
      if (connection.client().isPresent() || !view.isOfferedByEnvironment(connection)) {
        continue;
      }
      int which = i + 1;
      for (List<Integer> value : Cells.values(connection.request())) {
        int[] request = array(value);
        add(new Label.Called(connection.id(), Cells.decode(connection.request(), request, 0)), List.of(actor),
            Fairness.FREE, NO_GROUP, m -> {
              int flags = m.layout.call(connection.id());
              m.cells[flags] = m.cells[flags] & 1 | 4;
              m.store(end.instance(), client, new int[] {which});
              m.store(end.instance(), target, request);
              m.goWorked(end.instance(), actor.thread(), next);
            });
      }
    }
  }

  // Rule REPLY (R30).
  private void reply(int instance, int thread, Node.Reply reply) {
    ServerEnd server = view.server(instance, view.element(instance, reply.port()));
    int which = view.cells[view.layout.frame(instance) + reply.client()];
    Connection connection = view.network.connections().get(server.connections().get(which - 1));
    int[] value = values(instance, reply.reply());
    var label = new Label.Replied(connection.id(), Cells.decode(connection.reply(), value, 0));
    if (connection.client().isEmpty()) {
      fair(label, instance, thread, m -> {
        m.cells[m.layout.call(connection.id())] &= ~4;
        answered(m, instance, thread, reply);
      });
      return;
    }
    End client = connection.client().get();
    for (int other = 0; other < view.automaton(client.instance()).threads(); other++) {
      if (view.node(client.instance(), other) instanceof Node.AwaitReply await
          && view.element(client.instance(), await.port()) == client.element()) {
        int waiting = other;
        add(label, List.of(actor(instance, thread, -1), actor(client.instance(), other, -1)), Fairness.FAIR, NO_GROUP,
            m -> {
              m.store(client.instance(), await.target(), value);
              answered(m, instance, thread, reply);
              m.goWorked(client.instance(), waiting, await.next());
            });
        return;
      }
    }
    fair(new Label.ReplyDropped(connection.id()), instance, thread, m -> answered(m, instance, thread, reply));
  }

  private static void answered(Move move, int instance, int thread, Node.Reply reply) {
    move.store(instance, reply.client(), new int[] {0});
    move.goWorked(instance, thread, reply.next());
  }

  // Rule CHOICE.
  private void choose(int instance, int thread, Node.Choose choose) {
    for (int i = 0; i < choose.alternatives().size(); i++) {
      int alternative = choose.alternatives().get(i);
      add(new Label.Choice(instance, i), List.of(actor(instance, thread, -1)),
          choose.fair() ? Fairness.FAIR : Fairness.DEMONIC, choose.fair() ? NO_GROUP : group(instance, thread),
          m -> m.go(instance, thread, alternative));
    }
  }

  // Rule RESULT (R25).
  private void draw(int instance, int thread, Node.Draw draw) {
    DataType type = draw.type();
    for (List<Integer> value : Cells.values(type)) {
      int[] cells = array(value);
      add(new Label.Result(instance, draw.source(), Cells.decode(type, cells, 0)),
          List.of(actor(instance, thread, -1)), draw.fair() ? Fairness.FAIR : Fairness.DEMONIC,
          draw.fair() ? NO_GROUP : group(instance, thread), m -> {
            m.store(instance, draw.target(), cells);
            m.go(instance, thread, draw.next());
          });
    }
  }

  private void mayFail(int instance, int thread, Node.MayFail mayFail) {
    List<Actor> actors = List.of(actor(instance, thread, -1));
    int group = group(instance, thread);
    add(new Label.MayFail(instance, mayFail.source(), false), actors, Fairness.DEMONIC, group,
        m -> m.go(instance, thread, mayFail.next()));
    add(new Label.MayFail(instance, mayFail.source(), true), actors, Fairness.DEMONIC, group,
        m -> m.leave(instance, ProcessAutomaton.FAILED));
  }

  private int group(int instance, int thread) {
    return view.layout.frame(instance) + thread;
  }

  private Actor actor(int instance, int thread, int choice) {
    return new Actor(instance, thread, view.position(instance, thread), choice);
  }

  private void fair(Label label, int instance, int thread, Consumer<Move> change) {
    add(label, List.of(actor(instance, thread, -1)), Fairness.FAIR, NO_GROUP, change);
  }

  private void add(Label label, List<Actor> actors, Fairness fairness, int group, Consumer<Move> change) {
    Move move = move();
    change.accept(move);
    steps.add(new Step(label, actors, fairness, group, move.finish()));
  }

  private Move move() {
    return new Move(view.network, view.layout, view.cells);
  }

  private int[] values(int instance, List<Formula> formulas) {
    var values = new int[formulas.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = formulas.get(i).evaluate(view.cells, view.layout.frame(instance));
    }
    return values;
  }

  private static int[] array(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}
