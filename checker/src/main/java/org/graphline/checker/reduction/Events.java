package org.graphline.checker.reduction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Table;
import org.graphline.checker.product.Update;

/// Makes events of the offers of a product: one for each value of the field that leads, and where only some steps of an
/// offer lead to error states, one for those and one for the others.
final class Events {
  private final Product product;
  private final List<Event> events = new ArrayList<>();

  private Events(Product product) {
    this.product = product;
  }

  /// Returns the events of the product, without closing time.
  static List<Event> of(Product product) {
    var made = new Events(product);
    for (Lead lead : product.leads()) {
      for (int value = 0; value < lead.offers().size(); value++) {
        for (Offer offer : lead.at(value)) {
          made.add(lead.field(), value, offer);
        }
      }
    }
    return made.events;
  }

  private void add(int lead, int value, Offer offer) {
    var guard = new ArrayList<List<Atom>>();
    for (Clause clause : offer.guard()) {
      boolean isTrue = clause.atoms().stream().anyMatch(a -> a.field() == lead && a.holds(value));
      if (!isTrue) {
        guard.add(clause.atoms().stream().filter(a -> a.field() != lead).toList());
      }
    }
    if (guard.stream().noneMatch(List::isEmpty)) {
      split(lead, value, offer, guard, 0);
    }
  }

  /// Splits by the updates from `from` on whether they make an error state.
  private void split(int lead, int value, Offer offer, List<List<Atom>> guard, int from) {
    if (from == offer.updates().size()) {
      events.add(new Event(lead, value, offer, guard, false));
      return;
    }
    Optional<Atom> faulty = faulty(offer.updates().get(from));
    if (faulty.isEmpty() || faulty.get().table().isNeverTrue()) {
      split(lead, value, offer, guard, from + 1);
    } else if (faulty.get().field() == lead) {
      if (faulty.get().holds(value)) {
        events.add(new Event(lead, value, offer, guard, true));
      } else {
        split(lead, value, offer, guard, from + 1);
      }
    } else if (faulty.get().table().isAlwaysTrue()) {
      events.add(new Event(lead, value, offer, guard, true));
    } else {
      events.add(new Event(lead, value, offer, and(guard, faulty.get()), true));
      split(lead, value, offer, and(guard, faulty.get().negated()), from + 1);
    }
  }

  private static List<List<Atom>> and(List<List<Atom>> guard, Atom atom) {
    var all = new ArrayList<>(guard);
    all.add(List.of(atom));
    return all;
  }

  /// Returns where the update makes an error state, if it can.
  private Optional<Atom> faulty(Update update) {
    if (product.fields().get(update.field()).kind() != Field.Kind.PROCESS) {
      return Optional.empty();
    }
    int field = update.field();
    IntPredicate isFaulty = next -> next >= 0 && product.standings().get(field).get(next).isFaulty();
    return switch (update) {
      case Update.Set(_, int next) -> Optional.of(where(field, _ -> isFaulty.test(next)));
      case Update.Map(_, var table) -> Optional.of(where(field, v -> isFaulty.test(table.at(v))));
      case Update.Via(_, int source, var letter, var next) -> Optional.of(where(source,
          v -> letter.at(v) >= 0 && letter.at(v) < next.size() && isFaulty.test(next.at(letter.at(v)))));
      case Update.Clear _ -> Optional.of(where(field, _ -> isFaulty.test(0)));
    };
  }

  private Atom where(int field, IntPredicate isTrue) {
    int[] table = new int[product.fields().get(field).size()];
    for (int v = 0; v < table.length; v++) {
      table[v] = isTrue.test(v) ? 1 : 0;
    }
    return new Atom(field, new Table(table));
  }
}
