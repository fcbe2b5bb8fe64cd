package org.graphline.checker.reduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Update;

/// What each event does to single fields, and the values that each field could ever have as far as that shows.
final class Reach {
  /// Fields with more values are not looked at value by value.
  private static final int MANY = 1 << 12;

  private final Product product;
  private final List<Event> events;
  private final boolean[][] reached;

  private Reach(Product product, List<Event> events) {
    this.product = product;
    this.events = events;
    this.reached = new boolean[product.fields().size()][];
    for (int f = 0; f < reached.length; f++) {
      reached[f] = new boolean[product.fields().get(f).size()];
      reached[f][product.initial().get(f)] = true;
      if (isLarge(f)) {
        Arrays.fill(reached[f], true);
      }
    }
  }

  /// Returns the events of `events` that could ever be enabled, with what they do.
  static Reach of(Product product, List<Event> events) {
    var all = new Reach(product, events);
    var waiting = new ArrayList<>(events);
    var possible = new ArrayList<Event>();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Event event : waiting) {
        changed |= all.spread(event);
      }
    }
    for (Event event : waiting) {
      if (all.isPossible(event)) {
        possible.add(event);
      }
    }
    var reach = new Reach(product, possible);
    for (int f = 0; f < reach.reached.length; f++) {
      reach.reached[f] = all.reached[f];
    }
    return reach;
  }

  List<Event> events() {
    return events;
  }

  /// Returns how many values the field has.
  int size(int field) {
    return reached[field].length;
  }

  /// Reports whether the field could have the value.
  boolean isReached(int field, int value) {
    return reached[field][value];
  }

  /// Reports whether the field has too many values to be looked at one by one.
  boolean isLarge(int field) {
    return reached[field].length > MANY;
  }

  private boolean spread(Event event) {
    if (!isPossible(event)) {
      return false;
    }
    boolean changed = false;
    for (Update update : event.updates()) {
      int field = update.field();
      for (int value = 0; !isLarge(field) && value < reached[field].length; value++) {
        if (isAllowed(event, field, value)) {
          for (int next : nexts(event, field, value)) {
            changed |= !reached[field][next];
            reached[field][next] = true;
          }
        }
      }
    }
    return changed;
  }

  private boolean isPossible(Event event) {
    if (event.lead >= 0 && !reached[event.lead][event.leadValue]) {
      return false;
    }
    for (Atom[] clause : event.guard) {
      boolean possible = false;
      for (Atom atom : clause) {
        for (int value = 0; value < reached[atom.field()].length && !possible; value++) {
          possible = reached[atom.field()][value] && atom.holds(value);
        }
      }
      if (!possible) {
        return false;
      }
    }
    for (Update update : event.updates()) {
      if (!isAnyAllowed(event, update.field())) {
        return false;
      }
    }
    return true;
  }

  private boolean isAnyAllowed(Event event, int field) {
    for (int value = 0; value < reached[field].length; value++) {
      if (isAllowed(event, field, value)) {
        return true;
      }
    }
    return false;
  }

  /// Reports whether the field can have the value where the event is enabled.
  boolean isAllowed(Event event, int field, int value) {
    if (!reached[field][value] || field == event.lead && value != event.leadValue || isFaulty(field, value)) {
      return false;
    }
    for (Atom[] clause : event.guard) {
      if (clause.length == 1 && clause[0].field() == field && !clause[0].holds(value)) {
        return false;
      }
    }
    return true;
  }

  private boolean isFaulty(int field, int value) {
    return product.fields().get(field).kind() == Field.Kind.PROCESS
        && product.standings().get(field).get(value).isFaulty();
  }

  /// Returns the values that the field can have after a step of the event from where it has `value`.
  int[] nexts(Event event, int field, int value) {
    var nexts = new boolean[reached[field].length];
    boolean isChanged = false;
    boolean isCleared = false;
    for (Update update : event.updates()) {
      if (update.field() == field) {
        switch (update) {
          case Update.Set(_, int next) -> nexts[next] = true;
          case Update.Map(_, var table) -> mark(nexts, table.at(value));
          case Update.Via(_, int source, var letter, var next) -> {
            for (int from = 0; from < reached[source].length; from++) {
              if (isAllowed(event, source, from) && letter.at(from) >= 0) {
                mark(nexts, next.at(letter.at(from)));
              }
            }
          }
          case Update.Clear _ -> isCleared = true;
        }
        isChanged |= !(update instanceof Update.Clear);
      }
    }
    nexts[value] |= !isChanged;
    nexts[0] |= isCleared;
    return IntStream.range(0, nexts.length).filter(v -> nexts[v]).toArray();
  }

  private static void mark(boolean[] nexts, int next) {
    if (next >= 0) {
      nexts[next] = true;
    }
  }
}
