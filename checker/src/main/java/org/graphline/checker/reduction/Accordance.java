package org.graphline.checker.reduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Update;

/// Which events do not accord: in some state both are enabled, and one disables the other, changes its label, or the two
/// orders end in different states. Error states and priorities are left out of the account.
///
/// Two events accord if neither writes what the other reads or writes, or if they need different values of some field.
/// Else all values of the fields they share are tried, so that a letter put on a line and another taken from it accord
/// where the line is neither empty nor full. What would take too long is taken not to accord.
final class Accordance {
  private static final int MOST_A_PAIR = 1 << 12;
  private static final long MOST = 1L << 27;

  private final Reach reach;
  private final List<Event> events;
  private final int fields;
  private final BitSet[] read;
  private final BitSet[] written;
  /// Fields whose values must all be tried: what they mean depends on those of others.
  private final BitSet[] entangled;
  private final BitSet[][] allowed;
  private final int[] before;
  private final int[] one;
  private final int[] both;
  private final int[] other;
  private final int[] crossed;
  private long tried;

  private Accordance(Reach reach, int fields) {
    this.reach = reach;
    this.events = reach.events();
    this.fields = fields;
    this.read = new BitSet[events.size()];
    this.written = new BitSet[events.size()];
    this.entangled = new BitSet[events.size()];
    this.allowed = new BitSet[events.size()][];
    this.before = new int[fields];
    this.one = new int[fields];
    this.both = new int[fields];
    this.other = new int[fields];
    this.crossed = new int[fields];
    for (int e = 0; e < events.size(); e++) {
      describe(e);
    }
  }

  /// Returns for each event of `reach` those it does not accord with, in order.
  static int[][] violations(Reach reach, int fields) {
    return new Accordance(reach, fields).pairs();
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
    for (Update update : event.updates()) {
      written[e].set(update.field());
      switch (update) {
        case Update.Set _ -> { }
        case Update.Map(int field, _) -> read[e].set(field);
        case Update.Via(_, int source, _, _) -> read[e].set(source);
        case Update.Clear(int field, var when) -> {
          entangled[e].set(field);
          when.forEach(a -> read[e].set(a.field()));
          when.forEach(a -> entangled[e].set(a.field()));
        }
      }
    }
    allowed[e] = new BitSet[fields];
    touched(e).stream().filter(f -> !reach.isLarge(f)).forEach(f -> {
      allowed[e][f] = new BitSet();
      for (int v = 0; v < reach.size(f); v++) {
        allowed[e][f].set(v, reach.isAllowed(events.get(e), f, v));
      }
    });
  }

  private BitSet touched(int e) {
    var touched = (BitSet) read[e].clone();
    touched.or(written[e]);
    return touched;
  }

  private int[][] pairs() {
    List<List<Integer>> touching = new ArrayList<>();
    for (int f = 0; f < fields; f++) {
      touching.add(new ArrayList<>());
    }
    for (int e = 0; e < events.size(); e++) {
      int event = e;
      touched(e).stream().forEach(f -> touching.get(f).add(event));
    }
    var found = new int[events.size()][];
    var seen = new BitSet();
    for (int e = 0; e < events.size(); e++) {
      seen.clear();
      int event = e;
      // Accordance goes both ways; what another event writes and this one only reads is found there as well.
      touched(e).stream().forEach(f -> touching.get(f).forEach(x -> {
        if (x != event && (written[event].get(f) || written[x].get(f))) {
          seen.set(x);
        }
      }));
      found[e] = seen.stream().filter(x -> !accord(Math.min(event, x), Math.max(event, x))).toArray();
    }
    return found;
  }

  private boolean accord(int a, int b) {
    var shared = touched(a);
    shared.and(touched(b));
    var tries = new ArrayList<int[]>();
    var varied = new ArrayList<Integer>();
    var all = touched(a);
    all.or(touched(b));
    boolean isTooMuch = false;
    long product = 1;
    for (int f = all.nextSetBit(0); f >= 0; f = all.nextSetBit(f + 1)) {
      boolean isFixed = !entangled[a].get(f) && !entangled[b].get(f)
          && (!shared.get(f) || !written[a].get(f) && !written[b].get(f));
      isTooMuch |= !isFixed && reach.isLarge(f);
      int[] values = reach.isLarge(f) ? first(a, b, f) : common(a, b, f);
      if (values.length == 0) {
        return true;
      }
      product = Math.min(MOST, product * (isFixed ? 1 : values.length));
      varied.add(f);
      tries.add(isFixed ? Arrays.copyOf(values, 1) : values);
    }
    tried += product;
    return !isTooMuch && product <= MOST_A_PAIR && tried < MOST && accord(events.get(a), events.get(b),
        varied.stream().mapToInt(Integer::intValue).toArray(), tries.toArray(int[][]::new), 0);
  }

  private int[] first(int a, int b, int field) {
    return IntStream.range(0, reach.size(field)).filter(v -> reach.isAllowed(events.get(a), field, v)
        && reach.isAllowed(events.get(b), field, v)).limit(1).toArray();
  }

  private int[] common(int a, int b, int field) {
    BitSet mine = allowed[a][field];
    BitSet others = allowed[b][field];
    if (mine == null || others == null) {
      return (mine == null ? others : mine).stream().toArray();
    }
    var common = (BitSet) mine.clone();
    common.and(others);
    return common.stream().toArray();
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
