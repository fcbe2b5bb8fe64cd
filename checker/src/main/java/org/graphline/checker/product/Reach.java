package org.graphline.checker.product;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The values each field may have, found field by field: more than occur together, but much less than what is
/// possible in every surrounding. Who never leaves, for one, keeps its partners from ever being refused.
final class Reach {
  /// To try an offer with more fields takes long.
  private static final int MANY_FIELDS = 64;

  private final List<BitSet> values = new ArrayList<>();
  private final Map<Table, BitSet> trueAt = new HashMap<>();
  /// For each field and value the offers that are led by it.
  private final Map<Integer, List<List<Possible>>> led = new HashMap<>();
  /// For each field the offers led by others to which its values matter.
  private final List<List<Possible>> readers = new ArrayList<>();
  private final Deque<Possible> waiting = new ArrayDeque<>();
  /// Those that take long to try, tried when no other is left.
  private final Deque<Possible> waitingLonger = new ArrayDeque<>();

  Reach(Product product) {
    for (int field = 0; field < product.fields().size(); field++) {
      values.add(new BitSet());
      readers.add(new ArrayList<>());
    }
    for (Lead lead : product.leads()) {
      if (lead.field() < 0) {
        lead.at(0).forEach(offer -> expected(offer, -1, 0).waits());
      } else {
        led.put(lead.field(), IntStream.range(0, lead.offers().size()).mapToObj(value ->
            lead.at(value).stream().map(offer -> expected(offer, lead.field(), value)).toList()).toList());
      }
    }
    product.closing().ifPresent(offer -> expected(offer, -1, 0).waits());
    for (int field = 0; field < product.fields().size(); field++) {
      add(field, product.initial().get(field));
    }
    while (!waiting.isEmpty() || !waitingLonger.isEmpty()) {
      (waiting.isEmpty() ? waitingLonger : waiting).poll().tryAgain();
    }
  }

  private Possible expected(Offer offer, int lead, int value) {
    int[] read = read(offer, lead);
    var possible = new Possible(offer, lead, value, read.length > MANY_FIELDS);
    for (int field : read) {
      readers.get(field).add(possible);
    }
    return possible;
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
      readers.get(field).forEach(Possible::waits);
      if (led.containsKey(field)) {
        led.get(field).get(value).forEach(Possible::waits);
      }
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

  /// The fields other than the one that leads whose values matter, in no order.
  private static int[] read(Offer offer, int lead) {
    var fields = new HashSet<Integer>();
    for (Clause clause : offer.guard()) {
      for (Atom atom : clause.atoms()) {
        fields.add(atom.field());
      }
    }
    for (Update update : offer.updates()) {
      fields.add(update instanceof Update.Via via ? via.source() : update.field());
    }
    fields.remove(lead);
    return fields.stream().mapToInt(Integer::intValue).toArray();
  }

  /// An offer that may be possible.
  private final class Possible {
    private final Offer offer;
    private final int lead;
    private final int value;
    private final boolean isLong;
    private boolean isWaiting;

    Possible(Offer offer, int lead, int value, boolean isLong) {
      this.offer = offer;
      this.lead = lead;
      this.value = value;
      this.isLong = isLong;
    }

    /// To be tried, for the first time or because more has become possible.
    void waits() {
      if (!isWaiting) {
        isWaiting = true;
        (isLong ? waitingLonger : waiting).add(this);
      }
    }

    void tryAgain() {
      isWaiting = false;
      if (lead >= 0 && !values.get(lead).get(value)) {
        return;
      }
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
  }
}
