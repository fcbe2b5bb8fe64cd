package org.graphline.checker.product;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Makes of a product one without the values its fields never have, and without the offers that are never
/// possible: less to pack, to compile and to look up, and more that is always true.
///
/// Local states and line contents are numbered anew, in the same order; flags keep their numbers, as some are
/// looked at one by one, but those above the highest one are gone.
final class Trimming {
  private final List<Field> fields;
  private final Reach reach;
  private final int[][] originals;
  private final int[][] numbers;
  private final Map<Restricted, Table> tables = new HashMap<>();
  private final Map<Clause, Clause> clauses = new HashMap<>();
  private final Map<Standing.Need, Standing.Need> needs = new IdentityHashMap<>();
  private final Product whole;
  /// For each lead of `whole` and value the offers that may be possible.
  private final List<List<List<Offer>>> possible = new ArrayList<>();
  /// For the first label of each offer that is kept its new number.
  private final Map<Integer, Integer> labels = new HashMap<>();
  private int labelCount;

  /// The trimming of products with the fields of `product` and no offers but some of its.
  Trimming(Product product) {
    this.whole = product;
    this.fields = product.fields();
    this.reach = new Reach(product);
    int count = fields.size();
    this.originals = new int[count][];
    this.numbers = new int[count][];
    for (int field = 0; field < count; field++) {
      originals[field] = kept(field);
      numbers[field] = new int[fields.get(field).size()];
      Arrays.fill(numbers[field], -1);
      for (int i = 0; i < originals[field].length; i++) {
        numbers[field][originals[field][i]] = i;
      }
    }
    for (Lead lead : product.leads()) {
      var byValue = new ArrayList<List<Offer>>();
      for (int value = 0; value < lead.offers().size(); value++) {
        byValue.add(possible(lead, value));
      }
      byValue.forEach(there -> there.forEach(this::keep));
      possible.add(byValue);
    }
    product.closing().filter(o -> reach.isPossible(o, -1, 0)).ifPresent(this::keep);
  }

  private List<Offer> possible(Lead lead, int value) {
    var there = new ArrayList<Offer>();
    for (Offer offer : lead.at(value)) {
      if (reach.isPossible(offer, lead.field(), value)) {
        there.add(offer);
      }
    }
    return there;
  }

  private void keep(Offer offer) {
    if (labels.putIfAbsent(offer.number(), labelCount) == null) {
      labelCount += offer.labels().size();
    }
  }

  /// Returns what was the value of a field before it became `value`.
  int original(int field, int value) {
    return originals[field][value];
  }

  /// Returns what becomes of a value of a field; -1 if the field never has it.
  int number(int field, int value) {
    return numbers[field][value];
  }

  private record Restricted(Table table, int from, int to) {}

  private int[] kept(int field) {
    return switch (fields.get(field).kind()) {
      case PROCESS, LINE -> reach.of(field).stream().toArray();
      case TRAY, CONNECTION, RUN -> IntStream.range(0, reach.of(field).length()).toArray();
    };
  }

  /// Returns `product` trimmed.
  Product of(Product product) {
    List<Field> smaller = IntStream.range(0, originals.length).mapToObj(i -> new Field(
        fields.get(i).kind(), fields.get(i).owner(), originals[i].length)).toList();
    List<Integer> initial = IntStream.range(0, originals.length)
        .mapToObj(i -> numbers[i][product.initial().get(i)]).toList();
    var standings = new ArrayList<List<Standing>>();
    for (int i = 0; i < product.instances(); i++) {
      List<Standing> all = product.standings().get(i);
      standings.add(Arrays.stream(originals[i]).mapToObj(v -> standing(all.get(v))).toList());
    }
    var leads = new ArrayList<Lead>();
    for (int i = 0; i < product.leads().size(); i++) {
      Lead lead = product.leads().get(i);
      List<List<Offer>> known = product == whole ? possible.get(i) : null;
      leads.add(lead(lead, v -> known == null ? possible(lead, v) : known.get(v)));
    }
    Optional<Offer> closing = product.closing().filter(o -> reach.isPossible(o, -1, 0)).map(this::offer);
    return new Product(product.instances(), smaller, initial, leads, standings, closing, product.patient(),
        labelCount);
  }

  private Lead lead(Lead lead, IntFunction<List<Offer>> possibleAt) {
    int[] values = lead.field() < 0 ? new int[] {0} : originals[lead.field()];
    var offers = new ArrayList<List<Offer>>();
    for (int value : values) {
      var there = new ArrayList<Offer>();
      for (Offer offer : possibleAt.apply(value)) {
        there.add(offer(offer));
      }
      offers.add(there);
    }
    return new Lead(lead.field(), offers);
  }

  private Offer offer(Offer offer) {
    var guard = new ArrayList<Clause>();
    for (Clause clause : offer.guard()) {
      Clause left = clauses.computeIfAbsent(clause, c -> new Clause(possible(c.atoms())));
      if (!isTrue(left)) {
        guard.add(left);
      }
    }
    return new Offer(offer.labels(), labels.get(offer.number()), offer.moves(), offer.fairness(),
        offer.group(), offer.isTimer(), guard, offer.updates().stream().map(this::update).toList());
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
