package org.graphline.checker.product;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The values each field may have, found field by field: more than occur together, but much less than what is
/// possible in every surrounding. Who never leaves, for one, keeps its partners from ever being refused.
final class Reach {
  /// To try an offer with more fields takes long.
  private static final int MANY_FIELDS = 64;
  /// Stands for each value of the field that leads, where it does not matter which.
  private static final int ANY = -1;

  private final List<BitSet> values = new ArrayList<>();
  private final Map<Table, BitSet> trueAt = new IdentityHashMap<>();
  /// For each lead of the product and value the offers, each with those like it.
  private final List<List<List<Begun>>> leads = new ArrayList<>();
  /// For each field and value the offers that are led by it.
  private final Map<Integer, List<List<Begun>>> led = new HashMap<>();
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
      leads.add(expected(lead));
    }
    product.closing().ifPresent(offer -> expected(offer, -1, 0).waits());
    for (int field = 0; field < product.fields().size(); field++) {
      add(field, product.initial().get(field));
    }
    while (!waiting.isEmpty() || !waitingLonger.isEmpty()) {
      (waiting.isEmpty() ? waitingLonger : waiting).poll().tryAgain();
    }
  }

  private List<List<Begun>> expected(Lead lead) {
    Map<LeadlessOffer, Possible> alike = new HashMap<>();
    var all = new ArrayList<List<Begun>>(lead.offers().size());
    for (int value = 0; value < lead.offers().size(); value++) {
      List<Offer> offers = lead.at(value);
      var there = new ArrayList<Begun>(offers.size());
      for (Offer offer : offers) {
        there.add(expected(offer, lead.field(), value, alike));
      }
      all.add(there);
    }
    if (lead.field() < 0) {
      all.getFirst().forEach(b -> b.possible().waits());
    } else {
      led.put(lead.field(), all);
    }
    return all;
  }

  private Begun expected(Offer offer, int lead, int value, Map<LeadlessOffer, Possible> alike) {
    Update.Set set = lead < 0 ? null : LeadlessOffer.set(offer, lead);
    if (set == null) {
      return new Begun(expected(offer, lead, value), -1);
    }
    LeadlessOffer leadless = LeadlessOffer.of(offer, lead);
    Possible all = alike.get(leadless);
    if (all == null) {
      if (leadless.speaksOf(lead)) {
        return new Begun(expected(offer, lead, value), -1);
      }
      all = expected(offer, lead, ANY);
      alike.put(leadless, all);
    }
    return new Begun(all, set.value());
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

  /// As [#isPossible(Offer, int, int)], of the offer that is the `number`-th one at a value of the `lead`-th lead
  /// of the product.
  boolean isPossible(Lead of, int lead, int value, int number) {
    return (of.field() < 0 || values.get(of.field()).get(value))
        && leads.get(lead).get(value).get(number).possible().isFound;
  }

  private void add(int field, int value) {
    if (value >= 0 && !values.get(field).get(value)) {
      values.get(field).set(value);
      for (Possible reader : readers.get(field)) {
        reader.isNew = true;
        reader.waits();
      }
      if (led.containsKey(field)) {
        for (Begun each : led.get(field).get(value)) {
          each.possible().begins(each.next());
        }
      }
    }
  }

  private BitSet trueAt(Atom atom) {
    BitSet known = trueAt.get(atom.table());
    if (known == null) {
      known = new BitSet(atom.table().size());
      for (int value = 0; value < atom.table().size(); value++) {
        known.set(value, atom.table().at(value) != 0);
      }
      trueAt.put(atom.table(), known);
    }
    return known;
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

  /// An offer at a value of the field that leads.
  ///
  /// @param possible the offer, or all those alike
  /// @param next     what the field that leads becomes, if it is one of those alike; else -1
  private record Begun(Possible possible, int next) {}

  /// An offer that may be possible; or all that are possible together and differ in what the field that leads becomes.
  private final class Possible {
    private final Offer offer;
    private final int lead;
    private final int value;
    private final boolean isLong;
    /// Of those alike: what the field that leads may become and has not yet.
    private final Deque<Integer> nexts = new ArrayDeque<>();
    private boolean isBegun;
    private boolean isWaiting;
    private boolean isNew = true;
    private boolean isFound;

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

    /// The field that leads may have the value; among those alike one at which it becomes `next`.
    void begins(int next) {
      isBegun = true;
      if (next >= 0) {
        nexts.add(next);
      }
      waits();
    }

    void tryAgain() {
      isWaiting = false;
      if (lead >= 0 && !isBegun) {
        return;
      }
      if (isNew) {
        isNew = false;
        Map<Integer, BitSet> allowed = value == ANY ? allowed(offer, -1, 0) : allowed(offer, lead, value);
        isFound = !allowed.isEmpty();
        if (isFound) {
          offer.updates().forEach(update -> change(update, allowed));
        }
      }
      while (isFound && !nexts.isEmpty()) {
        add(lead, nexts.poll());
      }
    }

    private void change(Update update, Map<Integer, BitSet> allowed) {
      switch (update) {
        case Update.Set(int field, int next) -> {
          if (value != ANY || field != lead) {
            add(field, next);
          }
        }
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

    private BitSet from(Map<Integer, BitSet> allowed, int field) {
      BitSet some = allowed.get(field);
      return some != null ? some : (BitSet) values.get(field).clone();
    }
  }
}
