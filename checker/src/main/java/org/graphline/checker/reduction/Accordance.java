package org.graphline.checker.reduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Update;

/// Which events do not accord: in some state both are enabled, and one disables the other, changes its label,
/// or the two orders end in different states. Error states and priorities are left out of the account.
///
/// Two events accord if neither writes what the other reads or writes, or if they need different values of
/// some field. Else all values of the fields they share are tried, so that a letter put on a line and another
/// taken from it accord where the line is neither empty nor full. What would take too long is taken not to
/// accord.
final class Accordance {
  private static final int MOST_A_PAIR = 1 << 12;

  private final Reach reach;
  private final List<Event> events;
  private final int fields;
  private final BitSet[] read;
  private final BitSet[] written;
  private final BitSet[] touched;
  /// Fields whose values must all be tried: what they mean depends on those of others.
  private final BitSet[] entangled;
  /// For each field the events that touch it, and those that write it.
  private final BitSet[] touching;
  private final BitSet[] writing;
  private final BitSet[][] allowed;
  private final int[] before;
  private final int[] one;
  private final int[] both;
  private final int[] other;
  private final int[] crossed;
  private final List<Map<BitSet, Integer>> projected = new ArrayList<>();
  private final Map<Projection, Integer> projections = new HashMap<>();
  private final Map<Long, Boolean> judged = new HashMap<>();

  Accordance(Reach reach, int fields) {
    this.reach = reach;
    this.events = reach.events();
    this.fields = fields;
    this.read = new BitSet[events.size()];
    this.written = new BitSet[events.size()];
    this.touched = new BitSet[events.size()];
    this.entangled = new BitSet[events.size()];
    this.allowed = new BitSet[events.size()][];
    this.touching = new BitSet[fields];
    this.writing = new BitSet[fields];
    Arrays.setAll(touching, _ -> new BitSet());
    Arrays.setAll(writing, _ -> new BitSet());
    this.before = new int[fields];
    this.one = new int[fields];
    this.both = new int[fields];
    this.other = new int[fields];
    this.crossed = new int[fields];
    for (int e = 0; e < events.size(); e++) {
      describe(e);
      projected.add(new HashMap<>());
      int event = e;
      touched[e].stream().forEach(f -> touching[f].set(event));
      written[e].stream().forEach(f -> writing[f].set(event));
    }
  }

  /// Returns the events that `event` does not accord with ([EventMask]).
  long[] violations(int event) {
    synchronized (reach) {
      return EventMask.of(near(event).stream().filter(x -> !accord(x, event)));
    }
  }

  private void describe(int e) {
    Event event = events.get(e);
    read[e] = new BitSet();
    written[e] = new BitSet();
    entangled[e] = new BitSet();
    if (event.lead >= 0) {
      read[e].set(event.lead);
    }
    for (Atom[] clause : event.guard) {
      for (Atom atom : clause) {
        read[e].set(atom.field());
        entangled[e].set(atom.field(), entangled[e].get(atom.field()) || clause.length > 1);
      }
    }
    for (Update update : event.every) {
      written[e].set(update.field());
      switch (update) {
        case Update.Set _ -> { }
        case Update.Map(int field, _) -> read[e].set(field);
        case Update.Via(_, int source, _, _) -> {
          read[e].set(source);
          entangled[e].set(source);
        }
        case Update.Clear(int field, var when) -> {
          entangled[e].set(field);
          when.forEach(a -> read[e].set(a.field()));
          when.forEach(a -> entangled[e].set(a.field()));
        }
      }
    }
    allowed[e] = new BitSet[fields];
    touched[e] = (BitSet) read[e].clone();
    touched[e].or(written[e]);
    touched[e].stream().filter(f -> !reach.isLarge(f)).forEach(f -> {
      allowed[e][f] = new BitSet();
      for (int v = 0; v < reach.size(f); v++) {
        allowed[e][f].set(v, reach.isAllowed(events.get(e), f, v));
      }
    });
  }

  private BitSet touched(int e) {
    return (BitSet) touched[e].clone();
  }

  /// The events that touch what the event writes, or write what it touches.
  private BitSet near(int event) {
    var near = new BitSet();
    for (int f = touched[event].nextSetBit(0); f >= 0; f = touched[event].nextSetBit(f + 1)) {
      near.or(written[event].get(f) ? touching[f] : writing[f]);
    }
    near.clear(event);
    return near;
  }

  private boolean accord(int a, int b) {
    var shared = touched(a);
    shared.and(touched[b]);
    if (areApart(a, b, shared)) {
      return true;
    }
    shared.stream().filter(f -> !written[a].get(f) && !written[b].get(f)).forEach(shared::clear);
    shared.or(entangled[a]);
    shared.or(entangled[b]);
    long key = (long) projection(a, shared) << Integer.SIZE | projection(b, shared);
    Boolean known = judged.get(key);
    if (known == null) {
      known = isProved(a, b, shared);
      judged.put(key, known);
    }
    return known;
  }

  /// Reports whether some field must have different values for the two.
  private boolean areApart(int a, int b, BitSet shared) {
    for (int f = shared.nextSetBit(0); f >= 0; f = shared.nextSetBit(f + 1)) {
      if (!reach.isLarge(f) && !allowed[a][f].intersects(allowed[b][f])) {
        return true;
      }
    }
    return false;
  }

  /// What of an event matters where only some fields matter.
  private record Projection(List<List<Atom>> guard, List<Update> updates, List<List<Update>> led) {}

  private int projection(int e, BitSet fields) {
    return projected.get(e).computeIfAbsent(fields, f -> {
      Event event = events.get(e);
      var guard = new ArrayList<List<Atom>>();
      for (Atom[] clause : event.guard) {
        if (Arrays.stream(clause).anyMatch(a -> f.get(a.field()))) {
          guard.add(List.of(clause));
        }
      }
      List<Update> updates = Arrays.stream(event.every).filter(u -> f.get(u.field()) && u.field() != event.lead)
          .toList();
      var led = new ArrayList<List<Update>>();
      if (event.lead >= 0 && f.get(event.lead)) {
        for (int v = 0; v < reach.size(event.lead); v++) {
          led.add(event.isLedBy(v) ? List.of(event.updatesAt(v)) : List.of());
        }
      }
      return projections.computeIfAbsent(new Projection(guard, updates, led), _ -> projections.size());
    });
  }

  /// Tries all values of the fields that matter; of the others, one that both allow.
  private boolean isProved(int a, int b, BitSet matters) {
    var all = touched(a);
    all.or(touched[b]);
    int[] varied = all.stream().toArray();
    int[][] tries = new int[varied.length][];
    long product = 1;
    for (int i = 0; i < varied.length; i++) {
      int f = varied[i];
      boolean isFixed = !matters.get(f);
      if (!isFixed && reach.isLarge(f)) {
        return false;
      }
      int[] values = isFixed ? first(a, b, f) : common(a, b, f);
      if (values.length == 0) {
        return true;
      }
      product *= values.length;
      if (product > MOST_A_PAIR) {
        return false;
      }
      tries[i] = values;
    }
    return accord(events.get(a), events.get(b), varied, tries, 0);
  }

  private int[] first(int a, int b, int field) {
    return IntStream.range(0, reach.size(field)).filter(v -> isPossible(a, field, v) && isPossible(b, field, v))
        .limit(1).toArray();
  }

  private int[] common(int a, int b, int field) {
    return IntStream.range(0, reach.size(field)).filter(v -> isPossible(a, field, v) && isPossible(b, field, v))
        .toArray();
  }

  private boolean isPossible(int e, int field, int value) {
    return !touched[e].get(field) || reach.isAllowed(events.get(e), field, value);
  }

  private boolean accord(Event a, Event b, int[] varied, int[][] tries, int at) {
    if (at == varied.length) {
      return !a.isEnabled(before) || !b.isEnabled(before) || commute(a, b, varied);
    }
    for (int value : tries[at]) {
      before[varied[at]] = value;
      if (!accord(a, b, varied, tries, at + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean commute(Event a, Event b, int[] varied) {
    step(a, before, one, varied);
    step(b, before, other, varied);
    if (!b.isEnabled(one) || !a.isEnabled(other) || b.label(one) != b.label(before)
        || a.label(other) != a.label(before)) {
      return false;
    }
    step(b, one, both, varied);
    step(a, other, crossed, varied);
    for (int field : varied) {
      if (both[field] != crossed[field]) {
        return false;
      }
    }
    return true;
  }

  private static void step(Event event, int[] from, int[] to, int[] varied) {
    for (int field : varied) {
      to[field] = from[field];
    }
    event.apply(from, to);
  }
}
