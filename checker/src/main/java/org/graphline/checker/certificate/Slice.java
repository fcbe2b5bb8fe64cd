package org.graphline.checker.certificate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.graphline.checker.certificate.Steps.Step;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Table;
import org.graphline.checker.product.Update;

/// Some fields of a product, all others holding anything.
final class Slice {
  private final int[] fields;
  private final Steps steps;
  private List<Step> changing;

  Slice(Steps steps, int... fields) {
    this.fields = fields;
    this.steps = steps;
  }

  private int at(int field) {
    for (int i = 0; i < fields.length; i++) {
      if (fields[i] == field) {
        return i;
      }
    }
    return -1;
  }

  /// Hands over what the fields may hold after one step of the network from a state in which they hold `values`;
  /// steps that change none of them are left out.
  void after(int[] values, Consumer<int[]> next) {
    if (changing == null) {
      changing = steps.changing(fields);
    }
    for (Step step : changing) {
      after(step, values, next);
    }
  }

  /// Hands over the same after this step only.
  void after(Step step, int[] values, Consumer<int[]> next) {
    if (mayBe(step, values)) {
      taken(step, values, next);
    }
  }

  /// Reports whether the step is possible for some values of all other fields.
  boolean mayBe(Step step, int[] values) {
    for (int i = 0; i < fields.length; i++) {
      if (fields[i] < steps.product().instances()
          && steps.product().standings().get(fields[i]).get(values[i]).isFaulty()) {
        return false;
      }
    }
    int lead = at(step.lead());
    return (lead < 0 || values[lead] == step.value())
        && step.guard().stream().allMatch(c -> c.atoms().stream().anyMatch(a -> isUnknownOrHolds(a, values)));
  }

  private boolean isUnknownOrHolds(Atom atom, int[] values) {
    int at = at(atom.field());
    return at < 0 || atom.holds(values[at]);
  }

  /// Reports whether a step that moves the instance is possible, whatever all other fields hold.
  ///
  /// @param certain whether only those count that happen unless something else does
  boolean isMoved(int instance, int[] values, boolean certain) {
    return steps.moving(instance).stream().anyMatch(s -> (s.certain() || !certain) && isSure(s, values));
  }

  private boolean isSure(Step step, int[] values) {
    if (step.lead() >= 0 && (at(step.lead()) < 0 || values[at(step.lead())] != step.value())) {
      return false;
    }
    for (Clause clause : step.guard()) {
      if (clause.atoms().stream().noneMatch(a -> at(a.field()) >= 0 && a.holds(values[at(a.field())]))) {
        return false;
      }
    }
    return true;
  }

  /// A line that is not looked at, and how its content is read: what comes from it is any letter, but the same one for
  /// all who read it in one step.
  private record Unknown(int source, Table letter) {}

  private void taken(Step step, int[] values, Consumer<int[]> next) {
    Map<Unknown, Integer> letters = new HashMap<>();
    for (Update update : step.updates()) {
      if (update instanceof Update.Via(int field, int source, Table letter, Table to)
          && at(field) >= 0 && at(source) < 0) {
        letters.merge(new Unknown(source, letter), to.size(), Math::max);
      }
    }
    choose(step, values, new ArrayList<>(letters.entrySet()), new HashMap<>(), next);
  }

  private void choose(Step step, int[] values, List<Map.Entry<Unknown, Integer>> open, Map<Unknown, Integer> chosen,
      Consumer<int[]> next) {
    if (open.isEmpty()) {
      update(step, values, chosen, next);
      return;
    }
    Map.Entry<Unknown, Integer> first = open.getFirst();
    for (int letter = 0; letter < first.getValue(); letter++) {
      chosen.put(first.getKey(), letter);
      choose(step, values, open.subList(1, open.size()), chosen, next);
    }
  }

  private void update(Step step, int[] values, Map<Unknown, Integer> chosen, Consumer<int[]> next) {
    int[] to = values.clone();
    for (Update update : step.updates()) {
      int at = at(update.field());
      if (at >= 0) {
        int value = switch (update) {
          case Update.Set(_, int set) -> set;
          case Update.Map(_, Table table) -> table.at(values[at]);
          case Update.Via via -> letter(via, values, chosen);
          case Update.Clear _ -> to[at];
        };
        if (value < 0) {
          return;
        }
        to[at] = value;
      }
    }
    clear(step.updates(), 0, to, next);
  }

  private int letter(Update.Via via, int[] values, Map<Unknown, Integer> chosen) {
    int source = at(via.source());
    int letter = source < 0 ? chosen.get(new Unknown(via.source(), via.letter())) : via.letter().at(values[source]);
    return letter < 0 || letter >= via.next().size() ? -1 : via.next().at(letter);
  }

  /// Empties lines where all conditions hold; where that is not known, hands over both.
  private void clear(List<Update> updates, int from, int[] state, Consumer<int[]> next) {
    for (int i = from; i < updates.size(); i++) {
      if (updates.get(i) instanceof Update.Clear(int field, List<Atom> when) && at(field) >= 0
          && when.stream().allMatch(a -> isUnknownOrHolds(a, state))) {
        if (when.stream().anyMatch(a -> at(a.field()) < 0)) {
          clear(updates, i + 1, state.clone(), next);
        }
        state[at(field)] = 0;
      }
    }
    next.accept(state);
  }
}
