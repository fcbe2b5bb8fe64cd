package org.graphline.checker.reduction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.graphline.checker.product.Atom;

/// Finds the events that are enabled: from all, those are crossed out that the value of a single field rules out. What is
/// crossed out at which value is worked out when it is asked for. Threads share it.
final class EnabledEvents {
  private final Event[] events;
  private final long[] all;
  private final Crossing[] crossings;
  /// The events with a clause that several fields decide.
  private final long[] undecided;

  /// @param sizes for each field how many values it has
  EnabledEvents(Event[] events, int[] sizes) {
    this.events = events;
    var every = new BitSet();
    every.set(0, events.length);
    this.all = new long[events.length / Long.SIZE + 1];
    System.arraycopy(every.toLongArray(), 0, all, 0, every.toLongArray().length);
    var byField = new Crossing[sizes.length];
    var others = new BitSet();
    for (int e = 0; e < events.length; e++) {
      if (events[e].lead >= 0) {
        at(events[e].lead, byField, sizes).led.add(e);
      }
      for (Atom[] clause : events[e].guard) {
        if (clause.length == 1) {
          at(clause[0].field(), byField, sizes).add(e, clause[0]);
        } else {
          others.set(e);
        }
      }
    }
    var used = new ArrayList<Crossing>();
    for (Crossing crossing : byField) {
      if (crossing != null) {
        used.add(crossing);
      }
    }
    this.crossings = used.toArray(Crossing[]::new);
    this.undecided = EventMask.of(others);
  }

  private static Crossing at(int field, Crossing[] byField, int[] sizes) {
    if (byField[field] == null) {
      byField[field] = new Crossing(field, sizes[field]);
    }
    return byField[field];
  }

  /// Returns how many words the set of all events has, as plain bits.
  int words() {
    return all.length;
  }

  /// Makes `into` the set of the events that are enabled where the fields have these values, as plain bits; error states
  /// and priorities are left out of the account.
  void find(int[] values, long[] into) {
    System.arraycopy(all, 0, into, 0, all.length);
    for (Crossing crossing : crossings) {
      long[] out = crossing.at(values[crossing.field], events);
      for (int i = 0; i < out.length; i += 2) {
        into[(int) out[i]] &= ~out[i + 1];
      }
    }
    for (int i = 0; i < undecided.length; i += 2) {
      int word = (int) undecided[i];
      for (long rest = undecided[i + 1] & into[word]; rest != 0; rest &= rest - 1) {
        if (!events[word * Long.SIZE + Long.numberOfTrailingZeros(rest)].isGuardTrue(values)) {
          into[word] &= ~(rest & -rest);
        }
      }
    }
  }

  /// What the values of one field rule out.
  private static final class Crossing {
    private final int field;
    /// The events that the field leads.
    private final List<Integer> led = new ArrayList<>();
    /// Those with an atom on it, which stands at the same place of `atoms`.
    private final List<Integer> guarded = new ArrayList<>();
    private final List<Atom> atoms = new ArrayList<>();
    private final AtomicReferenceArray<long[]> known;

    Crossing(int field, int size) {
      this.field = field;
      this.known = new AtomicReferenceArray<>(size);
    }

    void add(int event, Atom atom) {
      guarded.add(event);
      atoms.add(atom);
    }

    long[] at(int value, Event[] events) {
      long[] out = known.getAcquire(value);
      if (out == null) {
        out = work(value, events);
        known.setRelease(value, out);
      }
      return out;
    }

    private long[] work(int value, Event[] events) {
      var out = new BitSet();
      for (int e : led) {
        out.set(e, !events[e].isLedBy(value));
      }
      for (int i = 0; i < atoms.size(); i++) {
        out.set(guarded.get(i), out.get(guarded.get(i)) || !atoms.get(i).holds(value));
      }
      return EventMask.of(out);
    }
  }
}
