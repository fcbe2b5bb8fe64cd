package org.graphline.checker.composition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Table;
import org.graphline.checker.product.Update;
import org.graphline.model.semantics.Label;

/// Makes synchronizations of the offers of a product. An offer whose guard says that one of several fields must allow
/// it becomes one for each of these fields; where a letter decides what its taker becomes, one for each letter; where
/// letters are dropped if all of several fields say so, one for each answer. What they allow together, and where they
/// lead, is what the offer does.
final class Splitting {
  /// An offer that becomes more than this is not looked at.
  private static final int MOST_CASES = 256;

  private final Product product;
  private final Marking marking;
  private final Set<Synchronization> all = new LinkedHashSet<>();

  private Splitting(Product product, Marking marking) {
    this.product = product;
    this.marking = marking;
  }

  /// Returns the steps of the product but for closing time.
  ///
  /// @throws OutOfReach if there are too many
  static List<Synchronization> of(Product product, Marking marking) {
    var splitting = new Splitting(product, marking);
    for (Lead lead : product.leads()) {
      for (int value = 0; value < lead.offers().size(); value++) {
        for (Offer offer : lead.offers().get(value)) {
          splitting.offer(lead.field(), value, offer);
        }
      }
    }
    splitting.all.addAll(marking.probes());
    return List.copyOf(splitting.all);
  }

  /// Part of an offer: what each field becomes, given that it had the value it is asked for.
  private final class Case {
    private final Map<Integer, int[]> tables = new TreeMap<>();
    private int letter;

    Case copy() {
      var copy = new Case();
      tables.forEach((field, table) -> copy.tables.put(field, table.clone()));
      copy.letter = letter;
      return copy;
    }

    int[] of(int field) {
      return tables.computeIfAbsent(field, f -> {
        int[] same = new int[product.fields().get(f).size()];
        Arrays.setAll(same, v -> v);
        return same;
      });
    }

    /// Allows only values for which `to` has no negative one.
    void restrict(int field, IntUnaryOperator to) {
      int[] table = of(field);
      for (int v = 0; v < table.length; v++) {
        if (to.applyAsInt(v) < 0) {
          table[v] = -1;
        }
      }
    }

    void require(Atom atom, boolean wanted) {
      restrict(atom.field(), v -> atom.holds(v) == wanted ? 0 : -1);
    }

    /// Requires of the value that the field gets, rather than of the one it has.
    void requireAfter(Atom atom, boolean wanted) {
      int[] table = of(atom.field());
      restrict(atom.field(), v -> table[v] >= 0 && atom.holds(table[v]) == wanted ? 0 : -1);
    }

    void change(int field, IntUnaryOperator to) {
      int[] table = of(field);
      for (int v = 0; v < table.length; v++) {
        table[v] = table[v] < 0 ? -1 : to.applyAsInt(v);
      }
    }

    boolean isPossible() {
      return tables.values().stream().allMatch(t -> Arrays.stream(t).anyMatch(v -> v >= 0));
    }
  }

  private void offer(int lead, int value, Offer offer) {
    var start = new Case();
    if (lead >= 0) {
      start.restrict(lead, v -> v == value ? 0 : -1);
    }
    List<Case> cases = List.of(start);
    for (Clause clause : offer.guard()) {
      cases = split(cases, c -> require(c, clause));
    }
    cases = split(cases, c -> letters(c, offer));
    for (Update update : offer.updates()) {
      if (update instanceof Update.Clear clear) {
        cases = split(cases, c -> clear(c, clear));
      }
    }
    for (Case each : cases) {
      add(each, offer);
    }
  }

  private interface Split {
    List<Case> of(Case one);
  }

  private static List<Case> split(List<Case> cases, Split split) {
    var next = new ArrayList<Case>();
    for (Case each : cases) {
      split.of(each).stream().filter(Case::isPossible).forEach(next::add);
      if (next.size() > MOST_CASES) {
        throw new OutOfReach("a step that depends on too much at once");
      }
    }
    return next;
  }

  private static List<Case> require(Case one, Clause clause) {
    Map<Integer, List<Atom>> byField = clause.atoms().stream()
        .collect(Collectors.groupingBy(Atom::field, LinkedHashMap::new, Collectors.toList()));
    var cases = new ArrayList<Case>();
    byField.forEach((field, atoms) -> {
      Case there = byField.size() == 1 ? one : one.copy();
      there.restrict(field, v -> atoms.stream().anyMatch(a -> a.holds(v)) ? 0 : -1);
      cases.add(there);
    });
    return cases;
  }

  /// Makes the changes, the letter being one of those that may come.
  private static List<Case> letters(Case one, Offer offer) {
    List<Update.Via> vias = offer.updates().stream().filter(Update.Via.class::isInstance)
        .map(Update.Via.class::cast).toList();
    if (vias.isEmpty()) {
      change(one, offer, 0);
      return List.of(one);
    }
    Update.Via first = vias.getFirst();
    if (!vias.stream().allMatch(v -> v.source() == first.source() && v.letter().equals(first.letter()))) {
      throw new OutOfReach("a step with letters from several lines");
    }
    var cases = new ArrayList<Case>();
    for (int letter = 0; letter < first.next().size(); letter++) {
      int which = letter;
      Case with = one.copy();
      with.letter = letter;
      with.restrict(first.source(), v -> first.letter().at(v) == which ? 0 : -1);
      change(with, offer, letter);
      cases.add(with);
    }
    return cases;
  }

  private static void change(Case one, Offer offer, int letter) {
    for (Update update : offer.updates()) {
      switch (update) {
        case Update.Set(int field, int to) -> one.change(field, _ -> to);
        case Update.Map(int field, var table) -> one.change(field, table::at);
        case Update.Via(int field, _, _, var next) -> one.change(field, _ -> next.at(letter));
        case Update.Clear _ -> { }
      }
    }
  }

  private static List<Case> clear(Case one, Update.Clear clear) {
    if (clear.when().stream().anyMatch(a -> a.table().isNeverTrue())) {
      return List.of(one);
    }
    var cases = new ArrayList<Case>();
    Case sofar = one;
    for (Atom atom : clear.when()) {
      Case kept = sofar.copy();
      kept.requireAfter(atom, false);
      cases.add(kept);
      sofar = sofar.copy();
      sofar.requireAfter(atom, true);
    }
    sofar.change(clear.field(), _ -> 0);
    cases.add(sofar);
    return cases;
  }

  /// Adds what the case has become; where an instance need not be an actor it is one if it changes. Whoever moves
  /// takes part, even if it has no other state; and somebody does, even if nobody moves: a step that is always possible
  /// and changes nothing is a step.
  private void add(Case one, Offer offer) {
    Label label = offer.labels().get(offer.labels().size() > 1 ? one.letter : 0);
    int kind = marking.kind(offer, label);
    List<Integer> doubtful = one.tables.keySet().stream().filter(f -> f < product.instances()
        && !offer.moves().contains(f) && changes(one.of(f))).toList();
    for (int set = 0; set < 1 << doubtful.size(); set++) {
      var moves = new ArrayList<>(offer.moves());
      Case each = one.copy();
      offer.moves().forEach(each::of);
      for (int i = 0; i < doubtful.size(); i++) {
        boolean there = (set >>> i & 1) != 0;
        int[] table = each.of(doubtful.get(i));
        each.restrict(doubtful.get(i), v -> there == (table[v] != v) ? 0 : -1);
        if (there) {
          moves.add(doubtful.get(i));
        }
      }
      if (each.isPossible()) {
        var tables = new TreeMap<Integer, Table>();
        each.tables.forEach((field, table) -> {
          if (!isSame(table) || moves.contains(field)) {
            tables.put(field, new Table(table));
          }
        });
        if (tables.isEmpty()) {
          tables.put(0, new Table(each.of(0)));
        }
        all.add(new Synchronization(kind, moves, tables));
        if (marking.isOwed(offer, label)) {
          all.add(new Synchronization(Marking.OWED, List.of(), loops(tables)));
        }
      }
    }
  }

  /// Nothing changes where something could.
  private static TreeMap<Integer, Table> loops(Map<Integer, Table> tables) {
    var loops = new TreeMap<Integer, Table>();
    tables.forEach((field, table) -> {
      int[] same = new int[table.size()];
      Arrays.setAll(same, v -> table.at(v) < 0 ? -1 : v);
      loops.put(field, new Table(same));
    });
    return loops;
  }

  private static boolean changes(int[] table) {
    for (int v = 0; v < table.length; v++) {
      if (table[v] >= 0 && table[v] != v) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(int[] table) {
    for (int v = 0; v < table.length; v++) {
      if (table[v] != v) {
        return false;
      }
    }
    return true;
  }
}
