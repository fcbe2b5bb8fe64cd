package org.graphline.checker.packed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing;
import org.graphline.checker.product.Table;
import org.graphline.checker.product.Update;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Step.Fairness;

/// Random products: everything a product can say, without any sense. The same seed gives the same product.
public final class RandomProducts {
  private final Random random;
  private final List<Field> fields = new ArrayList<>();
  private int instances;
  private int labels;

  private RandomProducts(long seed) {
    this.random = new Random(seed);
  }

  /// Returns the product with this seed.
  public static Product seeded(long seed) {
    return new RandomProducts(seed).product();
  }

  /// Returns watches on some fields of `product`.
  public static List<Watch> watches(Product product, long seed) {
    var random = new Random(seed);
    return IntStream.range(0, random.nextInt(3)).mapToObj(_ -> {
      List<Integer> fields = random.ints(1 + random.nextInt(3), 0, product.fields().size()).boxed().toList();
      int modulus = 5 + random.nextInt(20);
      return new Watch(fields, values -> IntStream.of(values).sum() % modulus == 1);
    }).toList();
  }

  private Product product() {
    instances = random.nextInt(8) == 0 ? 60 + random.nextInt(80) : 1 + random.nextInt(7);
    for (int i = 0; i < instances; i++) {
      fields.add(new Field(Field.Kind.PROCESS, i, size()));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      fields.add(new Field(Field.Kind.LINE, 0, size()));
    }
    fields.add(new Field(Field.Kind.RUN, -1, 2));
    var leads = new ArrayList<Lead>();
    IntStream.range(0, instances + 1).forEach(i -> leads.add(lead(i == instances ? -1 : i)));
    if (random.nextBoolean()) {
      leads.add(lead(fields.size() - 1));
    }
    List<Integer> initial = fields.stream().map(f -> random.nextInt(f.size())).toList();
    List<List<Standing>> standings = IntStream.range(0, instances)
        .mapToObj(i -> IntStream.range(0, fields.get(i).size())
            .mapToObj(s -> standing(initial.get(i) != s)).toList())
        .toList();
    Optional<Offer> closing = random.nextBoolean() ? Optional.of(offer(-1)) : Optional.empty();
    return new Product(instances, fields, initial, leads, standings, closing, random.nextBoolean(), labels);
  }

  private int size() {
    return switch (random.nextInt(8)) {
      case 0 -> 1;
      case 1 -> 60 + random.nextInt(10);
      case 2 -> 200 + random.nextInt(400);
      default -> 2 + random.nextInt(6);
    };
  }

  private Lead lead(int field) {
    int values = field < 0 ? 1 : fields.get(field).size();
    // Values that come again and again with other numbers, as in the local states of a real process.
    int period = 1 + random.nextInt(8);
    var drawn = new ArrayList<List<Offer>>();
    for (int value = 0; value < values; value++) {
      drawn.add(value >= period && random.nextInt(4) > 0
          ? drawn.get(value - period).stream().map(this::varied).toList()
          : IntStream.range(0, random.nextInt(4)).mapToObj(_ -> offer(field)).toList());
    }
    return new Lead(field, drawn);
  }

  /// The same offer with other constants.
  private Offer varied(Offer offer) {
    List<Update> updates = offer.updates().stream().map(u -> u instanceof Update.Set(int field, _)
        ? new Update.Set(field, random.nextInt(fields.get(field).size())) : u).toList();
    List<Clause> guard = offer.guard().stream().map(c -> random.nextBoolean() ? c
        : new Clause(c.atoms().stream().map(a -> offer.updates().stream().anyMatch(u -> u.field() == a.field()
            || u instanceof Update.Via v && v.source() == a.field()) ? a : atom(a.field())).toList())).toList();
    int number = labels;
    labels += offer.labels().size();
    return new Offer(offer.labels(), number, offer.moves(), offer.fairness(), offer.group(), offer.isTimer(),
        guard, updates);
  }

  private Offer offer(int lead) {
    var guard = new ArrayList<Clause>();
    var updates = new ArrayList<Update>();
    var free = new ArrayList<>(IntStream.range(0, fields.size()).boxed().toList());
    Collections.shuffle(free, random);
    for (int i = random.nextInt(3); i > 0; i--) {
      guard.add(new Clause(random.ints(random.nextInt(3) + (random.nextInt(20) > 0 ? 1 : 0), 0, fields.size())
          .mapToObj(this::atom).toList()));
    }
    boolean isUncounted = random.nextInt(5) == 0;
    List<Label> names = List.of(label(isUncounted));
    if (lead >= 0 && free.remove((Integer) lead) && random.nextBoolean()) {
      updates.add(new Update.Set(lead, random.nextInt(fields.get(lead).size())));
    }
    for (int i = random.nextInt(4); i > 0 && !free.isEmpty(); i--) {
      int field = free.removeLast();
      if (random.nextInt(3) == 0 && names.size() == 1) {
        int letters = 1 + random.nextInt(4);
        updates.add(via(field, random.nextInt(fields.size()), letters, guard));
        names = Collections.nCopies(letters, label(isUncounted));
      } else if (random.nextBoolean()) {
        Table table = partial(field, fields.get(field).size());
        guardBy(field, table, guard);
        updates.add(new Update.Map(field, table));
      } else {
        updates.add(new Update.Set(field, random.nextInt(fields.get(field).size())));
      }
    }
    for (int i = random.nextInt(6) - 3; i > 0; i--) {
      updates.add(new Update.Clear(random.nextInt(fields.size()),
          random.ints(random.nextInt(3), 0, fields.size()).mapToObj(this::atom).toList()));
    }
    int number = labels;
    labels += names.size();
    return new Offer(names, number, random.ints(random.nextInt(3), 0, instances).boxed().distinct().toList(),
        Fairness.values()[random.nextInt(3)], 0, !isUncounted && random.nextInt(4) == 0, guard, updates);
  }

  private Update via(int field, int source, int letters, List<Clause> guard) {
    Table letter = partial(source, letters);
    guardBy(source, letter, guard);
    Table next = table(letters, _ -> random.nextInt(fields.get(field).size()));
    return new Update.Via(field, source, letter, next);
  }

  /// A table with numbers below `size`, some of them negative.
  private Table partial(int field, int size) {
    int often = random.nextInt(5);
    return table(fields.get(field).size(), _ -> random.nextInt(5) < often ? -1 : random.nextInt(size));
  }

  private void guardBy(int field, Table table, List<Clause> guard) {
    if (IntStream.range(0, table.size()).anyMatch(v -> table.at(v) < 0)) {
      guard.add(Clause.of(new Atom(field, table(table.size(), v -> table.at(v) < 0 ? 0 : 1))));
    }
  }

  private Atom atom(int field) {
    int size = fields.get(field).size();
    int chosen = random.nextInt(size);
    return new Atom(field, switch (random.nextInt(4)) {
      case 0 -> table(size, v -> v == chosen ? 1 : 0);
      case 1 -> table(size, v -> v == chosen ? 0 : 1);
      default -> table(size, _ -> random.nextInt(3));
    });
  }

  private Table table(int size, IntUnaryOperator values) {
    return new Table(IntStream.range(0, size).map(values).toArray());
  }

  private Label label(boolean isUncounted) {
    return isUncounted ? new Label.Mark(labels, "") : new Label.Choice(labels, 0);
  }

  private Standing standing(boolean canBeFaulty) {
    List<Standing.Need> needs = IntStream.range(0, random.nextInt(3)).mapToObj(_ -> new Standing.Need(
        random.nextInt(3) == 0,
        random.ints(1 + random.nextInt(3), 0, instances)
            .mapToObj(i -> new Standing.Supporter(i, support())).toList(),
        random.nextInt(4) == 0 ? List.of(support()) : List.of())).toList();
    return new Standing(random.nextInt(5) > 0, canBeFaulty && random.nextInt(80) == 0, random.nextInt(4) == 0,
        needs);
  }

  private Atom support() {
    int field = random.nextInt(fields.size());
    int always = random.nextInt(4);
    return always > 1 ? new Atom(field, table(fields.get(field).size(), _ -> always - 2)) : atom(field);
  }
}
