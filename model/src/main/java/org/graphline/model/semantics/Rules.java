package org.graphline.model.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.graphline.model.automaton.Formula;
import org.graphline.model.automaton.Node;
import org.graphline.model.network.End;
import org.graphline.model.semantics.Step.Actor;
import org.graphline.model.semantics.Step.Fairness;

/// What all rules need: the state they look at, who would take what is offered, and how a step is made.
class Rules {
  static final int NO_GROUP = -1;

  final View view;
  private final List<Step> steps;

  Rules(View view, List<Step> steps) {
    this.view = view;
    this.steps = steps;
  }

  /// A thread that would take a letter or request now.
  record Taker(Actor actor, int client, int target, int next) {}

  final List<Taker> takers(End end) {
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

  final void takers(End end, int thread, Node.Select select, List<Taker> into) {
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

  final int group(int instance, int thread) {
    return view.layout.frame(instance) + thread;
  }

  final Actor actor(int instance, int thread, int choice) {
    return new Actor(instance, thread, view.position(instance, thread), choice);
  }

  final void fair(Label label, int instance, int thread, Consumer<Move> change) {
    add(label, List.of(actor(instance, thread, -1)), Fairness.FAIR, NO_GROUP, change);
  }

  final void add(Label label, List<Actor> actors, Fairness fairness, int group, Consumer<Move> change) {
    Move move = move();
    change.accept(move);
    steps.add(new Step(label, actors, fairness, group, move.finish()));
  }

  final Move move() {
    return new Move(view.network, view.layout, view.cells);
  }

  final int[] values(int instance, List<Formula> formulas) {
    var values = new int[formulas.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = formulas.get(i).evaluate(view.cells, view.layout.frame(instance));
    }
    return values;
  }

  final void add(Step step) {
    steps.add(step);
  }
}
