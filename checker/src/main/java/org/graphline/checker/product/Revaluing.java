package org.graphline.checker.product;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Other numbers for the values of fields: tables, offers and standings with them.
final class Revaluing {
  private final int[][] originals;
  private final int[][] numbers;
  private final Map<Restricted, Table> tables = new HashMap<>();
  private final Map<Clause, Clause> clauses = new HashMap<>();
  /// By the objects themselves: offers that are made together share guards and updates, and do so afterwards.
  private final Map<List<Clause>, List<Clause>> guards = new IdentityHashMap<>();
  private final Map<Update, Update> updates = new IdentityHashMap<>();
  private final Map<Standing, Standing> standing = new IdentityHashMap<>();
  private final Map<Standing.Need, Standing.Need> needs = new IdentityHashMap<>();

  /// @param originals for each field and new number a value that has it
  /// @param numbers   for each field and value its new number; -1 if the field never has it
  Revaluing(int[][] originals, int[][] numbers) {
    this.originals = originals;
    this.numbers = numbers;
  }

  private record Restricted(Table table, int from, int to) {}

  /// Returns `product` with other numbers, and with these offers, which have them already.
  Product product(Product product, List<Lead> leads, Optional<Offer> closing, int labels) {
    List<Field> fields = product.fields();
    List<Field> smaller = IntStream.range(0, originals.length).mapToObj(i -> new Field(
        fields.get(i).kind(), fields.get(i).owner(), originals[i].length)).toList();
    List<Integer> initial = IntStream.range(0, originals.length)
        .mapToObj(i -> numbers[i][product.initial().get(i)]).toList();
    var standings = new ArrayList<List<Standing>>();
    for (int i = 0; i < product.instances(); i++) {
      List<Standing> all = product.standings().get(i);
      standings.add(Arrays.stream(originals[i])
          .mapToObj(v -> standing.computeIfAbsent(all.get(v), this::standing)).toList());
    }
    return new Product(product.instances(), smaller, initial, leads, standings, closing, product.patient(), labels);
  }

  /// Returns an offer with other numbers.
  ///
  /// @param number the number of its first label
  Offer offer(Offer offer, int number) {
    List<Update> all = offer.updates();
    var changed = new Update[all.size()];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = all.get(i) instanceof Update.Set set ? new Update.Set(set.field(), numbers[set.field()][set.value()])
          : updates.computeIfAbsent(all.get(i), this::update);
    }
    return new Offer(offer.labels(), number, offer.moves(), offer.fairness(), offer.group(), offer.isTimer(),
        guards.computeIfAbsent(offer.guard(), this::guard), List.of(changed));
  }

  private List<Clause> guard(List<Clause> all) {
    var guard = new ArrayList<Clause>();
    for (Clause clause : all) {
      Clause left = clauses.computeIfAbsent(clause, c -> new Clause(possible(c.atoms())));
      if (!isTrue(left)) {
        guard.add(left);
      }
    }
    return List.copyOf(guard);
  }

  private static boolean isTrue(Clause clause) {
    for (Atom atom : clause.atoms()) {
      if (atom.table().isAlwaysTrue()) {
        return true;
      }
    }
    return false;
  }

  private List<Atom> possible(List<Atom> atoms) {
    return atoms.stream().map(this::atom).filter(a -> !a.table().isNeverTrue()).toList();
  }

  private Atom atom(Atom atom) {
    return new Atom(atom.field(), restricted(atom.table(), atom.field(), -1));
  }

  private Update update(Update update) {
    return switch (update) {
      case Update.Set(int field, int value) -> new Update.Set(field, numbers[field][value]);
      case Update.Map(int field, var table) -> new Update.Map(field, restricted(table, field, field));
      case Update.Via(int field, int source, var letter, var next) ->
          new Update.Via(field, source, restricted(letter, source, -1), renumbered(next, field));
      case Update.Clear(int field, var when) ->
          new Update.Clear(field, when.stream().map(this::atom).toList());
    };
  }

  /// The table over the values kept of the field `from`, with values of the field `to`, if not negative.
  private Table restricted(Table table, int from, int to) {
    return tables.computeIfAbsent(new Restricted(table, from, to),
        _ -> table(originals[from].length, v -> kept(table.at(originals[from][v]), to)));
  }

  private Table renumbered(Table next, int to) {
    return table(next.size(), letter -> kept(next.at(letter), to));
  }

  private int kept(int value, int field) {
    return field < 0 || value < 0 ? value : numbers[field][value];
  }

  private static Table table(int size, IntUnaryOperator values) {
    return new Table(IntStream.range(0, size).map(values).toArray());
  }

  private Standing standing(Standing standing) {
    return new Standing(standing.isLive(), standing.isFaulty(), standing.rests(), standing.needs().stream()
        .map(n -> needs.computeIfAbsent(n, this::need)).toList());
  }

  private Standing.Need need(Standing.Need need) {
    return new Standing.Need(need.all(), need.supporters().stream()
        .map(s -> new Standing.Supporter(s.instance(), atom(s.atom())))
        .filter(s -> !s.atom().table().isNeverTrue()).toList(), possible(need.environment()));
  }
}
