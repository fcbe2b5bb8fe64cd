package org.graphline.checker.reduction;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Update;

/// What each event does to single fields, and the values that each field could ever have as far as that
/// shows.
final class Reach {
  /// Fields with more values are not looked at value by value.
  private static final int MANY = 1 << 12;
  private static final int[] NONE = {};

  private final Product product;
  private final boolean[][] reached;
  private final Map<Event, Map<Integer, BitSet>> allowed = new HashMap<>();
  private List<Event> events;

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
  ///
  /// @param look called now and then
  static Reach of(Product product, List<Event> events, Runnable look) {
    var reach = new Reach(product, events);
    int[] version = new int[reach.reached.length];
    int[] seen = new int[events.size()];
    Arrays.fill(seen, -1);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int e = 0; e < seen.length; e++) {
        int now = fields(events.get(e)).map(f -> version[f]).sum();
        if (seen[e] != now) {
          seen[e] = now;
          look.run();
          changed |= reach.spread(events.get(e), version);
        }
      }
    }
    reach.events = events.stream().filter(reach::isPossible).toList();
    return reach;
  }

  private static IntStream fields(Event event) {
    return IntStream.concat(IntStream.concat(IntStream.of(event.lead).filter(f -> f >= 0),
        Arrays.stream(event.guard).flatMapToInt(c -> Arrays.stream(c).mapToInt(Atom::field))),
        Arrays.stream(event.every).flatMapToInt(u -> u instanceof Update.Via(int field, int source, _, _)
            ? IntStream.of(field, source) : IntStream.of(u.field())));
  }

  List<Event> events() {
    return events;
  }

  /// Returns how many values the field has.
  int size(int field) {
    return reached[field].length;
  }

  /// Reports whether the field has too many values to be looked at one by one.
  boolean isLarge(int field) {
    return reached[field].length > MANY;
  }

  private boolean spread(Event event, int[] version) {
    if (!isPossible(event)) {
      return false;
    }
    boolean changed = false;
    for (int field : event.written) {
      if (!isLarge(field)) {
        BitSet from = allowed(event, field);
        for (int v = from.nextSetBit(0); v >= 0; v = from.nextSetBit(v + 1)) {
          for (int next : reached[field][v] ? nexts(event, field, v) : NONE) {
            if (!reached[field][next]) {
              reached[field][next] = true;
              version[field]++;
              changed = true;
            }
          }
        }
      }
    }
    return changed;
  }

  private boolean isPossible(Event event) {
    if (event.lead >= 0 && !isAnyAllowed(event, event.lead)) {
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
    return Arrays.stream(event.written).allMatch(f -> isAnyAllowed(event, f));
  }

  private boolean isAnyAllowed(Event event, int field) {
    return isLarge(field) || allowed(event, field).stream().anyMatch(v -> reached[field][v]);
  }

  /// Reports whether the field can have the value where the event is enabled.
  boolean isAllowed(Event event, int field, int value) {
    return reached[field][value] && (isLarge(field) ? isFitting(event, field, value)
        : allowed(event, field).get(value));
  }

  private BitSet allowed(Event event, int field) {
    return allowed.computeIfAbsent(event, _ -> new HashMap<>()).computeIfAbsent(field, f -> {
      var values = new BitSet();
      for (int v = 0; v < reached[f].length; v++) {
        values.set(v, isFitting(event, f, v));
      }
      return values;
    });
  }

  private boolean isFitting(Event event, int field, int value) {
    if (field == event.lead && !event.isLedBy(value) || isFaulty(field, value)) {
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

  /// Returns the values that the field can have after a step of the event from where it has `value`; some may
  /// be twice there.
  int[] nexts(Event event, int field, int value) {
    int[] nexts = null;
    boolean isCleared = false;
    for (Update update : field == event.lead ? event.updatesAt(value) : event.every) {
      if (update.field() == field) {
        switch (update) {
          case Update.Set(_, int next) -> nexts = new int[] {next};
          case Update.Map(_, var table) -> nexts = table.at(value) < 0 ? NONE : new int[] {table.at(value)};
          case Update.Via via -> nexts = nexts(event, via);
          case Update.Clear _ -> isCleared = true;
        }
      }
    }
    int[] made = nexts == null ? new int[] {value} : nexts;
    return isCleared ? IntStream.concat(Arrays.stream(made), IntStream.of(0)).toArray() : made;
  }

  private int[] nexts(Event event, Update.Via via) {
    return IntStream.range(0, reached[via.source()].length).filter(v -> isAllowed(event, via.source(), v))
        .map(via.letter()::at).filter(l -> l >= 0).distinct().map(via.next()::at).filter(n -> n >= 0).distinct()
        .toArray();
  }
}
