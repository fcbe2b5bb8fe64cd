package org.graphline.model.semantics;

import java.util.List;
import java.util.Optional;
import org.graphline.model.automaton.Cells;
import org.graphline.model.automaton.Node;
import org.graphline.model.automaton.ProcessAutomaton;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.semantics.Step.Actor;
import org.graphline.model.semantics.Step.Fairness;
import org.graphline.model.term.Graph;
import org.graphline.model.value.DataType;

/// The steps that begin with one thread: one method a kind of control point, each a rule of docs/semantics.md. A
/// transfer belongs to its giver, so none is found twice; what the environment gives belongs to the taker.
final class StepRules extends Rules {
  private final CallRules calls;

  StepRules(View view, List<Step> steps) {
    super(view, steps);
    this.calls = new CallRules(view, steps);
  }

  /// Adds the steps of a thread.
  void of(int instance, int thread) {
    switch (view.node(instance, thread)) {
      case Node.Send send -> send(instance, thread, send);
      case Node.Receive receive -> receive(instance, thread, receive);
      case Node.Select select -> select(instance, thread, select);
      case Node.Call call -> calls.call(instance, thread, call);
      case Node.AwaitReply await -> calls.awaitReply(instance, thread, await);
      case Node.Accept accept -> calls.accept(instance, thread, accept);
      case Node.Reply reply -> calls.reply(instance, thread, reply);
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
      add(new Step(new Label.Post(line.id(), Optional.of(end), Cells.decode(line.type(), letter, 0), fate),
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
      for (int[] letter : view.layout.values(line.type())) {
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
          calls.acceptFromEnvironment(new End(instance, view.element(instance, port)), actor, client, target, next);
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
    for (int[] cells : view.layout.values(type)) {
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
}
