package org.graphline.checker.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.graphline.checker.packed.RandomProducts;

class MergingProperties {
  private static final int MOST_STATES = 200;
  private static final int MOST_MERGED = 512;

  @Property(tries = 60)
  void mergesLocalStatesThatDifferInNothingButTheirNumber(@ForAll long seed) {
    Product product = RandomProducts.seeded(seed);
    Product merged = Merging.of(new Doubling(product, seed).product(), List.of(), () -> { }).product();
    for (int i = 0; i < product.instances(); i++) {
      int size = product.fields().get(i).size();
      assertThat(merged.fields().get(i).size()).isLessThanOrEqualTo(size <= MOST_MERGED ? size : 2 * size);
    }
  }

  @Property(tries = 60)
  void keepsApartWhatIsLookedAt(@ForAll long seed) {
    Product doubled = new Doubling(RandomProducts.seeded(seed), seed).product();
    int size = doubled.fields().getFirst().size();
    var look = new Atom(0, new Table(IntStream.range(0, size).toArray()));
    assertThat(Merging.of(doubled, List.of(look), () -> { }).product().fields().getFirst().size()).isEqualTo(size);
  }

  @Property(tries = 60)
  void stepsLeadToStatesWithTheSameStepsAndTheSameAreStuck(@ForAll long seed) {
    Product product = new Doubling(RandomProducts.seeded(seed), seed).product();
    var merging = Merging.of(product, List.of(), () -> { });
    var whole = new NaiveProduct(product);
    var merged = new NaiveProduct(merging.product());
    Set<List<Integer>> seen = new HashSet<>();
    List<int[]> open = new ArrayList<>(List.of(whole.initial()));
    assertThat(merged.initial()).isEqualTo(numbered(merging, whole.initial()));
    for (int i = 0; i < open.size() && i < MOST_STATES; i++) {
      int[] values = open.get(i);
      List<NaiveProduct.Taken> steps = whole.steps(values);
      List<NaiveProduct.Taken> kept = merged.steps(numbered(merging, values));
      assertThat(kept.stream().map(t -> told(t, t.target())).collect(Collectors.toSet())).isEqualTo(
          steps.stream().map(t -> told(t, numbered(merging, t.target()))).collect(Collectors.toSet()));
      assertThat(merged.stuck(numbered(merging, values), kept)).isEqualTo(whole.stuck(values, steps));
      steps.stream().map(NaiveProduct.Taken::target)
          .filter(t -> seen.add(Arrays.stream(t).boxed().toList())).forEach(open::add);
    }
  }

  private static int[] numbered(Merging merging, int[] values) {
    return IntStream.range(0, values.length).map(i -> merging.number(i, values[i])).toArray();
  }

  private static String told(NaiveProduct.Taken taken, int[] target) {
    return taken.offer().labels().get(taken.letter()) + " " + Arrays.toString(target);
  }

  /// A product with every local state there twice; which of the two the one who leads gets to is left to chance.
  private static final class Doubling {
    private final Product single;
    private final Random random;

    Doubling(Product single, long seed) {
      this.single = single;
      this.random = new Random(seed);
    }

    Product product() {
      List<Field> fields = single.fields().stream()
          .map(f -> f.kind() == Field.Kind.PROCESS ? new Field(f.kind(), f.owner(), 2 * f.size()) : f).toList();
      List<Lead> leads = single.leads().stream().map(this::lead).toList();
      List<List<Standing>> standings = single.standings().stream()
          .map(all -> twice(all.stream().map(this::standing).toList())).toList();
      return new Product(single.instances(), fields, single.initial(), leads, standings,
          single.closing().map(o -> offer(o, -1)), single.patient(), single.labels());
    }

    private static <T> List<T> twice(List<T> all) {
      var both = new ArrayList<>(all);
      both.addAll(all);
      return both;
    }

    private boolean isDoubled(int field) {
      return field >= 0 && field < single.instances();
    }

    private Lead lead(Lead lead) {
      var offers = new ArrayList<List<Offer>>();
      for (int copy = 0; copy < (isDoubled(lead.field()) ? 2 : 1); copy++) {
        lead.offers().forEach(there -> offers.add(there.stream().map(o -> offer(o, lead.field())).toList()));
      }
      return new Lead(lead.field(), offers);
    }

    private Offer offer(Offer offer, int lead) {
      return new Offer(offer.labels(), offer.number(), offer.moves(), offer.fairness(), offer.group(), offer.isTimer(),
          offer.guard().stream().map(c -> new Clause(atoms(c.atoms()))).toList(),
          offer.updates().stream().map(u -> update(u, lead)).toList());
    }

    private List<Atom> atoms(List<Atom> atoms) {
      return atoms.stream().map(this::atom).toList();
    }

    private Atom atom(Atom atom) {
      return new Atom(atom.field(), table(atom.table(), atom.field(), -1));
    }

    private Update update(Update update, int lead) {
      return switch (update) {
        case Update.Set(int field, int value) -> new Update.Set(field, field == lead ? either(value, field) : value);
        case Update.Map(int field, var table) -> new Update.Map(field,
            table(table, field, field == lead ? field : -1));
        case Update.Via(int field, int source, var letter, var next) -> new Update.Via(field, source,
            table(letter, source, -1), new Table(IntStream.range(0, next.size())
            .map(l -> field == lead ? either(next.at(l), field) : next.at(l)).toArray()));
        case Update.Clear(int field, var when) -> new Update.Clear(field, atoms(when));
      };
    }

    private Standing standing(Standing standing) {
      return new Standing(standing.isLive(), standing.isFaulty(), standing.rests(), standing.needs().stream()
          .map(n -> new Standing.Need(n.all(), n.supporters().stream()
              .map(s -> new Standing.Supporter(s.instance(), atom(s.atom()))).toList(), atoms(n.environment()))).toList());
    }

    private Table table(Table table, int from, int to) {
      return new Table(IntStream.range(0, isDoubled(from) ? 2 * table.size() : table.size())
          .map(v -> either(table.at(v % table.size()), to)).toArray());
    }

    private int either(int value, int field) {
      return isDoubled(field) && value >= 0 && random.nextBoolean() ? value + single.fields().get(field).size() : value;
    }
  }
}
