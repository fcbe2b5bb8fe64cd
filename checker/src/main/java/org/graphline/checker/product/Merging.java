package org.graphline.checker.product;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Makes of a product one in which local states are one that nobody can tell apart: those that stand alike, are looked at
/// alike by all others, and offer the same, leading to local states that are one again (strong bisimulation of an
/// instance, by refining partitions: Kanellakis, Smolka, 1990). A variable that is written before it is read again, for
/// one, does not count any more.
///
/// States of the smaller product stand for states of the other one that are bisimilar: with the same steps, labels
/// included, to states that are bisimilar again, and with the same instances stuck.
final class Merging {
  /// Of an instance with more local states none are merged: to compare what they offer would take too long.
  private static final int MOST_STATES = 1 << 10;

  private final Product whole;
  private final int[][] numbers;
  private final int[][] originals;

  private Merging(Product whole, int[][] numbers) {
    this.whole = whole;
    this.numbers = numbers;
    this.originals = new int[numbers.length][];
    for (int field = 0; field < numbers.length; field++) {
      originals[field] = new int[Arrays.stream(numbers[field]).max().orElse(0) + 1];
      for (int value = numbers[field].length - 1; value >= 0; value--) {
        originals[field][numbers[field][value]] = value;
      }
    }
  }

  /// Returns the merging of a product.
  ///
  /// @param looks functions of one field each that must stay what they are
  /// @param look  called now and then; what it throws ends the work
  static Merging of(Product product, List<Atom> looks, Runnable look) {
    var sights = new Sights(product, looks);
    int[][] numbers = new int[product.fields().size()][];
    for (int field = 0; field < numbers.length; field++) {
      int size = product.fields().get(field).size();
      numbers[field] = field >= product.instances() || size > MOST_STATES ? IntStream.range(0, size).toArray()
          : new Partition(product, field, sights).coarsest(look);
    }
    return new Merging(product, numbers);
  }

  /// Reports whether any local states were merged.
  boolean isAny() {
    return IntStream.range(0, numbers.length).anyMatch(f -> originals[f].length < numbers[f].length);
  }

  /// Returns a value of a field that became `value`: the first one.
  int original(int field, int value) {
    return originals[field][value];
  }

  /// Returns what becomes of a value of a field.
  int number(int field, int value) {
    return numbers[field][value];
  }

  /// Returns the smaller product.
  Product product() {
    var revaluing = new Revaluing(originals, numbers);
    var leads = new ArrayList<Lead>();
    for (Lead lead : whole.leads()) {
      var offers = new ArrayList<List<Offer>>();
      for (int value : lead.field() < 0 ? new int[] {0} : originals[lead.field()]) {
        offers.add(lead.at(value).stream().map(o -> revaluing.offer(o, o.number())).toList());
      }
      leads.add(new Lead(lead.field(), offers));
    }
    return revaluing.product(whole, leads, whole.closing().map(o -> revaluing.offer(o, o.number())),
        whole.labels());
  }

  /// For each field what others see of it, and where they take it.
  private static final class Sights {
    private final List<Set<Table>> seen = new ArrayList<>();
    private final List<Set<Table>> taken = new ArrayList<>();
    private final Map<Integer, Lead> leads = new HashMap<>();

    Sights(Product product, List<Atom> looks) {
      product.fields().forEach(_ -> seen.add(new LinkedHashSet<>()));
      product.fields().forEach(_ -> taken.add(new LinkedHashSet<>()));
      looks.forEach(this::see);
      for (Lead lead : product.leads()) {
        leads.put(lead.field(), lead);
        lead.offers().forEach(there -> there.forEach(o -> see(o, lead.field())));
      }
      product.closing().ifPresent(o -> see(o, -1));
      Set<Standing.Need> needs = Collections.newSetFromMap(new IdentityHashMap<>());
      product.standings().forEach(all -> all.forEach(s -> needs.addAll(s.needs())));
      for (Standing.Need need : needs) {
        need.supporters().forEach(supporter -> see(supporter.atom()));
        need.environment().forEach(this::see);
      }
    }

    private void see(Atom atom) {
      seen.get(atom.field()).add(atom.table());
    }

    private void see(Offer offer, int lead) {
      offer.guard().forEach(c -> c.atoms().forEach(this::see));
      for (Update update : offer.updates()) {
        switch (update) {
          case Update.Set _ -> { }
          case Update.Map(int changed, var table) -> {
            if (changed != lead) {
              taken.get(changed).add(table);
            }
          }
          case Update.Via(_, int source, var letter, _) -> see(new Atom(source, letter));
          case Update.Clear(_, var when) -> when.forEach(this::see);
        }
      }
    }
  }

  /// The local states of one instance, in classes.
  private static final class Partition {
    private final Product product;
    private final int field;
    private final int size;
    private final Set<Table> seen;
    private final Set<Table> taken;
    private final Map<Object, Integer> kinds = new HashMap<>();
    /// For each value the kinds of its offers, and for each of these where it may lead.
    private final int[][] offers;
    private final int[][][] targets;

    Partition(Product product, int field, Sights sights) {
      this.product = product;
      this.field = field;
      this.size = product.fields().get(field).size();
      this.seen = sights.seen.get(field);
      this.taken = sights.taken.get(field);
      this.offers = new int[size][];
      this.targets = new int[size][][];
      Lead lead = sights.leads.get(field);
      for (int value = 0; value < size; value++) {
        add(value, lead == null ? List.of() : lead.at(value));
      }
    }

    /// An offer but for where it takes the field that leads.
    private record Kind(Offer but, List<Object> own) {}

    private void add(int value, List<Offer> all) {
      offers[value] = new int[all.size()];
      targets[value] = new int[all.size()][];
      for (int i = 0; i < all.size(); i++) {
        Offer offer = all.get(i);
        var others = new ArrayList<Update>();
        var own = new ArrayList<Object>();
        var next = IntStream.builder();
        for (Update update : offer.updates()) {
          switch (update) {
            case Update.Set(int changed, int to) when changed == field -> {
              own.add("there");
              next.add(to);
            }
            case Update.Map(int changed, var table) when changed == field -> {
              own.add("there");
              next.add(table.at(value));
            }
            case Update.Via(int changed, int source, var letter, var to) when changed == field -> {
              own.add(List.of(source, letter));
              IntStream.range(0, to.size()).map(to::at).forEach(next::add);
            }
            default -> others.add(update);
          }
        }
        var but = new Offer(offer.labels(), offer.number(), offer.moves(), offer.fairness(), offer.group(),
            offer.isTimer(), offer.guard(), others);
        offers[value][i] = number(new Kind(but, own));
        targets[value][i] = next.build().toArray();
      }
    }

    private int number(Object what) {
      Integer known = kinds.putIfAbsent(what, kinds.size());
      return known == null ? kinds.size() - 1 : known;
    }

    /// Returns the class of each value.
    int[] coarsest(Runnable look) {
      int[] classes = new int[size];
      int count = 0;
      Map<List<Object>, Integer> first = new HashMap<>();
      for (int value = 0; value < size; value++) {
        var visible = new ArrayList<Object>();
        visible.add(product.standings().get(field).get(value));
        for (Table table : seen) {
          visible.add(table.at(value));
        }
        classes[value] = first.computeIfAbsent(visible, _ -> first.size());
        count = first.size();
      }
      int before;
      do {
        look.run();
        before = count;
        Map<List<List<Integer>>, Integer> known = new HashMap<>();
        int[] next = new int[size];
        for (int value = 0; value < size; value++) {
          next[value] = known.computeIfAbsent(signature(value, classes), _ -> known.size());
        }
        classes = next;
        count = known.size();
      } while (count > before);
      return classes;
    }

    private List<List<Integer>> signature(int value, int[] classes) {
      var all = new ArrayList<List<Integer>>();
      for (int i = 0; i < offers[value].length; i++) {
        var offer = new ArrayList<Integer>();
        offer.add(offers[value][i]);
        // An offer that leaves the field alone leads back to the same class.
        offer.addAll(Arrays.stream(targets[value][i]).mapToObj(t -> t < 0 ? -1 : classes[t]).toList());
        all.add(offer);
      }
      all.sort((one, other) -> Arrays.compare(ints(one), ints(other)));
      var own = new ArrayList<Integer>();
      own.add(classes[value]);
      for (Table table : taken) {
        own.add(table.at(value) < 0 ? -1 : classes[table.at(value)]);
      }
      all.addFirst(own);
      return all;
    }

    private static int[] ints(List<Integer> some) {
      return some.stream().mapToInt(i -> i).toArray();
    }
  }
}
