package org.graphline.checker.product;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The values each field may have, found field by field: more than occur together, but much less than what is
/// possible in every surrounding. Who never leaves, for one, keeps its partners from ever being refused.
final class Reach {
  private final List<BitSet> values = new ArrayList<>();
  private final long[] changed;
  private final Map<Table, BitSet> trueAt = new HashMap<>();
  private final List<Possible> waiting = new ArrayList<>();
  private long now;

  Reach(Product product) {
    this.changed = new long[product.fields().size()];
    for (int field = 0; field < changed.length; field++) {
      values.add(new BitSet());
      add(field, product.initial().get(field));
    }
    for (Lead lead : product.leads()) {
      IntStream.range(0, lead.offers().size()).forEach(value ->
          lead.at(value).forEach(offer -> waiting.add(new Possible(offer, lead.field(), value))));
    }
    product.closing().ifPresent(offer -> waiting.add(new Possible(offer, -1, 0)));
    long before;
    do {
      before = now;
      waiting.forEach(Possible::tryAgain);
    } while (now > before);
  }

  /// Returns the values a field may have.
  BitSet of(int field) {
    return values.get(field);
  }

  /// Reports whether an offer may be possible where the field `lead`, if not negative, has the value `value`.
  boolean isPossible(Offer offer, int lead, int value) {
    return (lead < 0 || values.get(lead).get(value)) && !allowed(offer, lead, value).isEmpty();
  }

  private void add(int field, int value) {
    if (value >= 0 && !values.get(field).get(value)) {
      values.get(field).set(value);
      changed[field] = ++now;
    }
  }

  private BitSet trueAt(Atom atom) {
    return trueAt.computeIfAbsent(atom.table(), table -> {
      var set = new BitSet();
      IntStream.range(0, table.size()).filter(v -> table.at(v) != 0).forEach(set::set);
      return set;
    });
  }

  /// Returns for each field that the guard restricts alone the values left; nothing if the guard is never
  /// true, as far as single fields tell. The field -1 stands for none and has the value 0.
  private Map<Integer, BitSet> allowed(Offer offer, int lead, int value) {
    var allowed = new HashMap<Integer, BitSet>();
    var one = new BitSet();
    one.set(Math.max(0, value));
    allowed.put(lead, one);
    for (Clause clause : offer.guard()) {
      if (clause.atoms().size() == 1) {
        Atom atom = clause.atoms().getFirst();
        BitSet left = (BitSet) allowed.getOrDefault(atom.field(), values.get(atom.field())).clone();
        left.and(trueAt(atom));
        allowed.put(atom.field(), left);
        if (left.isEmpty()) {
          return Map.of();
        }
      } else if (clause.atoms().stream()
          .noneMatch(a -> allowed.getOrDefault(a.field(), values.get(a.field())).intersects(trueAt(a)))) {
        return Map.of();
      }
    }
    return allowed;
  }

  private static int[] read(Offer offer) {
    var fields = new BitSet();
    for (Clause clause : offer.guard()) {
      for (Atom atom : clause.atoms()) {
        fields.set(atom.field());
      }
    }
    for (Update update : offer.updates()) {
      fields.set(update instanceof Update.Via via ? via.source() : update.field());
    }
    return fields.stream().toArray();
  }

  /// An offer that may be possible, and the fields whose values matter.
  private final class Possible {
    private final Offer offer;
    private final int lead;
    private final int value;
    private final int[] read;
    private long tried = -1;

    Possible(Offer offer, int lead, int value) {
      this.offer = offer;
      this.lead = lead;
      this.value = value;
      this.read = read(offer);
    }

    void tryAgain() {
      if (lead >= 0 && !values.get(lead).get(value) || !isNew()) {
        return;
      }
      tried = now;
      Map<Integer, BitSet> allowed = allowed(offer, lead, value);
      if (allowed.isEmpty()) {
        return;
      }
      for (Update update : offer.updates()) {
        switch (update) {
          case Update.Set(int field, int next) -> add(field, next);
          case Update.Clear(int field, _) -> add(field, 0);
          case Update.Map(int field, var table) -> {
            BitSet from = from(allowed, field);
            for (int v = from.nextSetBit(0); v >= 0; v = from.nextSetBit(v + 1)) {
              add(field, table.at(v));
            }
          }
          case Update.Via(int field, int source, var letter, var next) -> {
            BitSet from = from(allowed, source);
            for (int v = from.nextSetBit(0); v >= 0; v = from.nextSetBit(v + 1)) {
              if (letter.at(v) >= 0) {
                add(field, next.at(letter.at(v)));
              }
            }
          }
        }
      }
    }

    private BitSet from(Map<Integer, BitSet> allowed, int field) {
      BitSet some = allowed.get(field);
      return some != null ? some : (BitSet) values.get(field).clone();
    }

    private boolean isNew() {
      if (tried < 0) {
        return true;
      }
      for (int field : read) {
        if (changed[field] > tried) {
          return true;
        }
      }
      return false;
    }
  }
}
