package org.graphline.checker.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Step.Fairness;

/// An offer in the making.
final class Draft {
  private final Assembly assembly;
  private final List<Clause> guard = new ArrayList<>();
  private final List<Update> updates = new ArrayList<>();
  private final List<Update> clears = new ArrayList<>();
  private final List<Integer> moves = new ArrayList<>();
  private Fairness fairness = Fairness.FAIR;
  private int group = -1;
  private boolean impossible;

  Draft(Assembly assembly) {
    this.assembly = assembly;
  }

  Draft when(Condition condition) {
    impossible |= condition.isFalse();
    if (impossible) {
      return this;
    }
    for (Clause clause : condition.clauses()) {
      if (!guard.contains(clause)) {
        guard.add(clause);
      }
    }
    return this;
  }

  Draft when(List<Condition> conditions) {
    conditions.forEach(this::when);
    return this;
  }

  Draft when(Atom atom) {
    return when(Condition.of(atom));
  }

  Draft when(Clause clause) {
    guard.add(clause);
    return this;
  }

  Draft fairness(Fairness which) {
    fairness = which;
    return this;
  }

  Draft outcomeOf(int choice) {
    fairness = Fairness.DEMONIC;
    group = choice;
    return this;
  }

  /// The instance goes from a known local state to another; never if `to` is negative.
  Draft moves(int instance, int from, int to) {
    if (to < 0) {
      impossible = true;
      return this;
    }
    moves.add(instance);
    updates.add(new Update.Set(instance, to));
    clears.addAll(assembly.clears(instance, from, to));
    return this;
  }

  /// The instance goes where the table says; impossible where that is negative.
  Draft moves(int instance, Table change) {
    moves.add(instance);
    updates.add(new Update.Map(instance, change));
    clears.addAll(assembly.clears(instance, change));
    return when(assembly.possible(instance, change));
  }

  /// As [#moves(int, Table)], for an instance that need not be an actor of the step.
  Draft changes(int instance, Table change) {
    updates.add(new Update.Map(instance, change));
    clears.addAll(assembly.clears(instance, change));
    return this;
  }

  Draft moved(int instance) {
    moves.add(instance);
    return this;
  }

  Draft update(Update update) {
    updates.add(update);
    return this;
  }

  Draft clears(List<Update> all) {
    clears.addAll(all);
    return this;
  }

  /// Returns what is so far made as the common part of offers in which a field that leads moves besides; none if
  /// they are impossible. They are fair.
  Optional<RepeatedStep> repeated(List<Label> labels) {
    return impossible ? Optional.empty()
        : Optional.of(new RepeatedStep(labels, assembly.number(labels, fairness, group), moves, guard, updates, clears));
  }

  void offer(List<Offer> into, Label label) {
    offer(into, List.of(label));
  }

  void offer(List<Offer> into, List<Label> labels) {
    if (impossible) {
      return;
    }
    updates.addAll(clears);
    into.add(new Offer(labels, assembly.number(labels, fairness, group), moves, fairness, group,
        labels.getFirst() instanceof Label.TimesOut, guard, updates));
  }
}
