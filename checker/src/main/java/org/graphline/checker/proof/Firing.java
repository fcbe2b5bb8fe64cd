package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Update;
import org.graphline.model.semantics.Label;

/// An offer, with one letter if what it does depends on a letter that it takes, and how it may change each
/// field that it changes. A field that it reads and does not change is in none of the changes.
final class Firing {
  private final int lead;
  private final int value;
  private final Offer offer;
  private final int letter;
  private final Map<Integer, List<Change>> changes = new TreeMap<>();
  private boolean ended;

  private Firing(int lead, int value, Offer offer, int letter) {
    this.lead = lead;
    this.value = value;
    this.offer = offer;
    this.letter = letter;
  }

  /// What becomes of the value of a field in a firing; both may be the same.
  static final class Change {
    private final Firing firing;
    private final int field;
    private final int from;
    private final int to;
    private boolean ended;

    private Change(Firing firing, int field, int from, int to) {
      this.firing = firing;
      this.field = field;
      this.from = from;
      this.to = to;
    }

    Firing firing() {
      return firing;
    }

    int field() {
      return field;
    }

    int from() {
      return from;
    }

    int to() {
      return to;
    }

    /// Reports whether it is not made again and again.
    boolean isEnded() {
      return ended;
    }

    void end() {
      ended = true;
    }
  }

  /// Returns the ways in which an offer may be taken: one for each letter that it may take, or a single one.
  ///
  /// @param lead  the field that leads, -1 for none
  /// @param value the value of that field at which it is offered
  static List<Firing> of(Product product, int lead, int value, Offer offer) {
    Update.Via via = via(offer);
    var firings = new ArrayList<Firing>();
    for (int letter = 0; letter < (via == null ? 1 : via.next().size()); letter++) {
      var firing = new Firing(lead, value, offer, via == null ? -1 : letter);
      if (firing.findChanges(product)) {
        firings.add(firing);
      }
    }
    return firings;
  }

  /// The way in which a letter is taken; null if none is, or if several are, of which nothing is said then.
  private static Update.Via via(Offer offer) {
    List<Update.Via> vias = vias(offer);
    boolean same = vias.stream().allMatch(v -> v.source() == vias.getFirst().source()
        && v.letter().equals(vias.getFirst().letter()) && v.next().size() == vias.getFirst().next().size());
    return vias.isEmpty() || !same ? null : vias.getFirst();
  }

  private static List<Update.Via> vias(Offer offer) {
    return offer.updates().stream().filter(Update.Via.class::isInstance).map(Update.Via.class::cast).toList();
  }

  /// Reports whether each field that changes has a value from which it can.
  private boolean findChanges(Product product) {
    for (Update update : offer.updates()) {
      changes.computeIfAbsent(update.field(), _ -> new ArrayList<>());
    }
    changes.forEach((field, those) -> {
      for (int from = 0; from < product.fields().get(field).size(); from++) {
        if (mayBe(field, from)) {
          int before = from;
          targets(field, from).stream().forEach(to -> those.add(new Change(this, field, before, to)));
        }
      }
    });
    return changes.values().stream().noneMatch(List::isEmpty);
  }

  /// Reports whether the field may have the value when this happens, as far as it speaks of this field alone.
  private boolean mayBe(int field, int from) {
    return (lead != field || value == from) && hasLetter(field, from) && offer.guard().stream()
        .filter(c -> c.atoms().stream().allMatch(a -> a.field() == field))
        .allMatch(c -> holds(c, from));
  }

  private static boolean holds(Clause clause, int value) {
    return clause.atoms().stream().anyMatch(a -> a.holds(value));
  }

  private boolean hasLetter(int field, int from) {
    return letter < 0 || vias(offer).stream().noneMatch(v -> v.source() == field && v.letter().at(from) != letter);
  }

  /// What may become of a value. Letters are dropped, or not: that depends on other fields.
  private BitSet targets(int field, int from) {
    var targets = new BitSet();
    boolean isCleared = false;
    boolean isKept = true;
    for (Update update : offer.updates()) {
      if (update.field() == field) {
        isCleared |= update instanceof Update.Clear;
        isKept &= update instanceof Update.Clear;
        add(update, from, targets);
      }
    }
    if (isKept) {
      targets.set(from);
    }
    if (isCleared && !targets.isEmpty()) {
      targets.set(0);
    }
    return targets;
  }

  private void add(Update update, int from, BitSet targets) {
    switch (update) {
      case Update.Set(_, int to) -> targets.set(to);
      case Update.Map(_, var table) -> set(targets, table.at(from));
      case Update.Via(_, _, _, var next) -> {
        for (int l = letter < 0 ? 0 : letter; l < (letter < 0 ? next.size() : letter + 1); l++) {
          set(targets, next.at(l));
        }
      }
      case Update.Clear _ -> { }
    }
  }

  private static void set(BitSet targets, int to) {
    if (to >= 0) {
      targets.set(to);
    }
  }

  int lead() {
    return lead;
  }

  int value() {
    return value;
  }

  Offer offer() {
    return offer;
  }

  /// Reports whether all that may happen is of a kind.
  boolean is(Predicate<Label> kind) {
    return letter < 0 || offer.labels().size() == 1 ? offer.labels().stream().allMatch(kind)
        : kind.test(offer.labels().get(letter));
  }

  /// Reports whether it is not taken again and again.
  boolean isEnded() {
    return ended;
  }

  /// Says that it is not taken again and again, and so makes none of its changes.
  void end() {
    ended = true;
    changes.values().forEach(all -> all.forEach(Change::end));
  }

  /// The changes it may make, by the field that changes; it makes one of them for each of these fields.
  Map<Integer, List<Change>> changes() {
    return changes;
  }
}
