package org.graphline.checker.proof;

import java.util.Arrays;
import java.util.function.Consumer;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Table;
import org.graphline.checker.product.Update;

/// Steps seen by some fields alone: what the others hold is not known, so a step may be possible if it is for
/// any of their values, and it leads wherever it may for any of them.
final class Projection {
  private final int[] position;
  private int[] fields = {};

  Projection(Product product) {
    this.position = new int[product.fields().size()];
    Arrays.fill(position, -1);
  }

  /// Looks at these fields from now on. States are their values, in this order.
  void onto(int... those) {
    for (int field : fields) {
      position[field] = -1;
    }
    fields = those;
    for (int i = 0; i < those.length; i++) {
      position[those[i]] = i;
    }
  }

  /// Reports whether the step is possible in `state` for some values of all other fields.
  boolean mayBe(Touch touch, int[] state) {
    if (touch.lead() >= 0 && position[touch.lead()] >= 0 && state[position[touch.lead()]] != touch.value()) {
      return false;
    }
    for (Clause clause : touch.offer().guard()) {
      if (!mayHold(clause, state)) {
        return false;
      }
    }
    return true;
  }

  private boolean mayHold(Clause clause, int[] state) {
    for (Atom atom : clause.atoms()) {
      int at = position[atom.field()];
      if (at < 0 || atom.holds(state[at])) {
        return true;
      }
    }
    return false;
  }

  /// Reports whether the step is possible in `state` whatever the other fields hold.
  boolean isSure(Touch touch, int[] state) {
    if (touch.lead() >= 0 && (position[touch.lead()] < 0 || state[position[touch.lead()]] != touch.value())) {
      return false;
    }
    for (Clause clause : touch.offer().guard()) {
      if (!surelyHolds(clause, state)) {
        return false;
      }
    }
    return true;
  }

  private boolean surelyHolds(Clause clause, int[] state) {
    for (Atom atom : clause.atoms()) {
      int at = position[atom.field()];
      if (at >= 0 && atom.holds(state[at])) {
        return true;
      }
    }
    return false;
  }

  /// Hands over each state that the step may lead to from `state`; the array is used again.
  void after(Touch touch, int[] state, Consumer<int[]> next) {
    if (!mayBe(touch, state)) {
      return;
    }
    int letters = unknownLetters(touch);
    for (int letter = 0; letter < letters; letter++) {
      int[] to = state.clone();
      if (update(touch, state, letter, to)) {
        clear(touch, 0, to, next);
      }
    }
  }

  /// How many letters may come from a line that is not looked at; 1 if none does.
  private int unknownLetters(Touch touch) {
    for (Update update : touch.offer().updates()) {
      if (update instanceof Update.Via(int field, int source, _, Table next) && position[field] >= 0
          && position[source] < 0) {
        return next.size();
      }
    }
    return 1;
  }

  /// Makes the changes that are sure; reports whether they are possible.
  private boolean update(Touch touch, int[] from, int letter, int[] to) {
    for (Update update : touch.offer().updates()) {
      int at = position[update.field()];
      if (at < 0) {
        continue;
      }
      int next = switch (update) {
        case Update.Set(_, int value) -> value;
        case Update.Map(_, var table) -> table.at(from[at]);
        case Update.Via(_, int source, var letters, var table) -> {
          int which = position[source] < 0 ? letter : letters.at(from[position[source]]);
          yield which < 0 ? -1 : table.at(which);
        }
        case Update.Clear _ -> to[at];
      };
      if (next < 0) {
        return false;
      }
      to[at] = next;
    }
    return true;
  }

  /// Makes the clears from the update `index` on; where it is not known whether, both ways.
  private void clear(Touch touch, int index, int[] state, Consumer<int[]> next) {
    for (int i = index; i < touch.offer().updates().size(); i++) {
      if (touch.offer().updates().get(i) instanceof Update.Clear(int field, var when) && position[field] >= 0) {
        boolean known = true;
        boolean all = true;
        for (Atom atom : when) {
          int at = position[atom.field()];
          known &= at >= 0;
          all &= at < 0 || atom.holds(state[at]);
        }
        if (all && !known) {
          int[] cleared = state.clone();
          cleared[position[field]] = 0;
          clear(touch, i + 1, cleared, next);
        } else if (all) {
          state[position[field]] = 0;
        }
      }
    }
    next.accept(state);
  }
}
