package org.graphline.model.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.graphline.model.automaton.Cells;
import org.graphline.model.automaton.Node;
import org.graphline.model.automaton.ProcessAutomaton;
import org.graphline.model.network.BarrierLine;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.semantics.Step.Actor;
import org.graphline.model.semantics.Step.Fairness;
import org.graphline.model.term.Graph;

/// The steps that no single thread begins: what the environment does with trays, barriers, closing time.
final class SharedRules {
  private final View view;
  private final List<Step> steps;

  SharedRules(View view, List<Step> steps) {
    this.view = view;
    this.steps = steps;
  }

  // Rule R12: the environment may post, arrive and close; it collects.
  void trays() {
    view.network.lines().forEach(this::tray);
    view.network.connections().forEach(this::desk);
  }

  /// What the environment does at one line.
  void tray(Line line) {
    if (view.isTrayOpen(line.id())) {
      inTray(line);
    } else if (line.isOutTray() && view.letters(line) > 0) {
      int[] letter = view.head(line);
      add(new Label.Collect(line.id(), Optional.empty(), Cells.decode(line.type(), letter, 0)), List.of(),
          Fairness.FAIR, m -> m.take(line));
    }
  }

  /// What the environment does at one exposed server port.
  void desk(Connection connection) {
    int flags = view.callFlags(connection.id());
    if (connection.client().isEmpty() && (flags & 1) == 0) {
      int cell = view.layout.call(connection.id());
      add(new Label.ClosesConnection(connection.id()), List.of(), Fairness.FREE,
          m -> m.cells[cell] = m.cells[cell] & 4 | 1);
      if (connection.watched() && (flags & 6) == 0) {
        add(new Label.ArrivesAtConnection(connection.id()), List.of(), Fairness.FREE, m -> m.cells[cell] |= 2);
      }
    }
  }

  private void inTray(Line line) {
    int tray = view.layout.tray(line.id());
    add(new Label.ClosesTray(line.id()), List.of(), Fairness.FREE, m -> m.cells[tray] = 1);
    if (line.isRendezvous()) {
      if (line.watched() && !view.hasArrivedAtTray(line.id()) && !view.isRefused(line)) {
        add(new Label.ArrivesAtTray(line.id()), List.of(), Fairness.FREE, m -> m.cells[tray] |= 2);
      }
    } else if (!view.isRefused(line)
        && (view.letters(line) < line.capacity() || line.overflow() != Graph.Overflow.WAIT)) {
      for (int[] letter : view.layout.values(line.type())) {
        var move = new Move(view.network, view.layout, view.cells);
        Label.Fate fate = move.post(line, letter);
        steps.add(new Step(
            new Label.Post(line.id(), Optional.empty(), Cells.decode(line.type(), letter, 0), fate), List.of(),
            Fairness.FREE, Rules.NO_GROUP, move.finish()));
      }
    }
  }

  // Rule SYNC: all enrolled step together; who is gone has resigned (R5).
  void barriers() {
    view.network.barriers().forEach(this::barrier);
  }

  /// What happens at one barrier.
  void barrier(BarrierLine barrier) {
    List<End> members = view.open(barrier.members());
    var actors = new ArrayList<Actor>();
    for (End member : members) {
      Actor actor = view.syncing(member);
      if (actor != null && isAllowed(actor)) {
        actors.add(actor);
      }
    }
    if (!members.isEmpty() && actors.size() == members.size()) {
      add(new Label.Sync(barrier.id(), members), actors, Fairness.FAIR, m -> actors.forEach(
          actor -> m.goWorked(actor.instance(), actor.thread(), after(actor))));
    }
  }

  private boolean isAllowed(Actor actor) {
    return !(view.node(actor.instance(), actor.thread()) instanceof Node.Select select)
        || view.isAllowed(actor.instance(), select, actor.choice());
  }

  private int after(Actor actor) {
    return switch (view.node(actor.instance(), actor.thread())) {
      case Node.Sync(_, int next) -> next;
      case Node.Select select -> select.cases().get(actor.choice()).choice().next();
      default -> throw new AssertionError("not at a barrier: " + actor);
    };
  }

  // Rule R3, under the conditions of 3.9 rule 5; called when nothing else can happen.
  void closingTime() {
    boolean anyRests = false;
    for (int instance = 0; instance < view.network.instances().size(); instance++) {
      if (!view.isGone(instance)) {
        if (!view.rests(instance)) {
          return;
        }
        anyRests = true;
      }
    }
    if (!anyRests || !areTraysClosed(view) || !undelivered(view).isEmpty()) {
      return;
    }
    add(new Label.ClosingTime(), List.of(), Fairness.FAIR, m -> {
      for (int instance = 0; instance < m.network.instances().size(); instance++) {
        if (!m.isGone(instance)) {
          m.leave(instance, ProcessAutomaton.HOME);
        }
      }
      m.cells[Layout.MODE] = Layout.CLOSED;
    });
  }

  static boolean areTraysClosed(View view) {
    for (Line line : view.network.lines()) {
      if (view.isTrayOpen(line.id())) {
        return false;
      }
    }
    for (Connection connection : view.network.connections()) {
      if (connection.client().isEmpty() && (view.callFlags(connection.id()) & 1) == 0) {
        return false;
      }
    }
    return true;
  }

  /// Rule R7: lines with letters and an open reader.
  static List<Integer> undelivered(View view) {
    var all = new ArrayList<Integer>();
    for (Line line : view.network.lines()) {
      if (view.letters(line) > 0 && !view.isRefused(line)) {
        all.add(line.id());
      }
    }
    return all;
  }

  private void add(Label label, List<Actor> actors, Fairness fairness, Consumer<Move> change) {
    Move move = new Move(view.network, view.layout, view.cells);
    change.accept(move);
    steps.add(new Step(label, actors, fairness, Rules.NO_GROUP, move.finish()));
  }
}
