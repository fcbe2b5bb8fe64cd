package org.graphline.checker.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.graphline.checker.RandomNetworks;
import org.graphline.checker.certificate.Certificate.Ranking;
import org.graphline.checker.certificate.Certificate.Refutation;
import org.graphline.checker.certificate.Certificate.Removal;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.NaiveProduct;
import org.graphline.checker.product.NaiveProduct.Taken;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Products;
import org.graphline.checker.product.Table;
import org.graphline.checker.product.Update;
import org.graphline.checker.proof.ByHand;
import org.graphline.checker.proof.Certifier;
import org.graphline.checker.proof.Forgeries;
import org.graphline.checker.proof.Forgeries.Said;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;
import org.junit.jupiter.api.Test;

/// What refutations rest on: the formula has a model for each stuck group that is reached, and nothing is said of
/// reachable states that is not so. `docs/premises.md` lists the premises.
class RefutationPremisesTest {
  private static final long NETWORKS = 150;
  private static final int MOST_STATES = 300;
  private static final int STEPS = 6;
  private static final int GROUPS = 4;

  private static Product product(long seed) {
    Timers timers = seed % 2 == 0 ? Timers.ANY : Timers.PATIENT;
    try {
      return Products.of(Semantics.of(RandomNetworks.seeded(seed).network(), timers), timers).product();
    } catch (Unsupported e) {
      throw new AssertionError(e);
    }
  }

  /// A step, whether it is closing time, and the state it was taken in.
  private record Move(int[] before, int[] after, boolean closing) {}

  /// Returns the steps from the states near the start.
  private static List<Move> moves(Product product) {
    var naive = new NaiveProduct(product);
    var moves = new ArrayList<Move>();
    var seen = new HashSet<List<Integer>>();
    var open = new ArrayDeque<int[]>(List.of(naive.initial()));
    seen.add(Arrays.stream(naive.initial()).boxed().toList());
    while (!open.isEmpty()) {
      int[] values = open.poll();
      for (Taken taken : naive.steps(values)) {
        moves.add(new Move(values, taken.target(), product.closing().filter(c -> c == taken.offer()).isPresent()));
        if (seen.size() < MOST_STATES && seen.add(Arrays.stream(taken.target()).boxed().toList())) {
          open.add(taken.target());
        }
      }
    }
    return moves;
  }

  private static Certificate with(Certificate bare, List<int[]> invariants, List<int[]> traps) {
    return new Certificate(bare.network(), bare.sets(), bare.pairs(), List.of(), List.of(), Optional.empty(),
        Optional.of(new Refutation(invariants, traps, List.of())));
  }

  private static boolean isRefused(Product product, Steps steps, Pairs pairs, List<int[]> invariants,
      List<int[]> traps) {
    int[] first = new int[product.fields().size() + 1];
    for (int f = 0; f < first.length - 1; f++) {
      first[f + 1] = first[f] + product.fields().get(f).size();
    }
    var conserved = new Conserved(steps, pairs, first);
    try {
      for (int[] invariant : invariants) {
        conserved.invariant(invariant);
      }
      for (int[] trap : traps) {
        conserved.trap(trap);
      }
      conserved.check();
      return false;
    } catch (Refused _) {
      return true;
    }
  }

  /// Each is refused, though something true is said before; returns how many invariants and traps there were.
  private static int[] refused(Product product, Said held, List<Said> wrong, String name) {
    var steps = new Steps(product);
    Pairs pairs;
    try {
      pairs = new Pairs(new Forger(product).bare(true), steps);
    } catch (Refused e) {
      throw new AssertionError(e);
    }
    assertThat(isRefused(product, steps, pairs, held.invariants(), held.traps())).as(name).isFalse();
    List<int[]> invariants = wrong.stream().flatMap(w -> w.invariants().stream()).toList();
    invariants.forEach(i -> assertThat(isRefused(product, steps, pairs, and(held.invariants(), i), held.traps()))
        .as(name + ": invariant " + Arrays.toString(i)).isTrue());
    List<int[]> traps = wrong.stream().flatMap(w -> w.traps().stream()).toList();
    traps.forEach(t -> assertThat(isRefused(product, steps, pairs, held.invariants(), and(held.traps(), t)))
        .as(name + ": trap " + Arrays.toString(t)).isTrue());
    return new int[] {invariants.size(), traps.size()};
  }

  private static List<int[]> and(List<int[]> held, int[] wrong) {
    return Stream.concat(held.stream().limit(1), Stream.of(wrong)).toList();
  }

  @Test
  void noSumNorTrapPassesThatAStepBreaksOrThatDoesNotHoldAtTheStart() {
    int invariants = 0;
    int traps = 0;
    for (long seed = 1; seed <= NETWORKS; seed++) {
      Product product = product(seed);
      var random = new Random(seed);
      Optional<Forgeries> forgeries = Forgeries.of(product);
      List<Move> moves = moves(product);
      if (forgeries.isPresent() && !moves.isEmpty()) {
        Said held = forgeries.get().held(random);
        var all = new ArrayList<Said>();
        all.add(forgeries.get().elsewhere(random));
        for (int n = 0; n < STEPS; n++) {
          Move move = moves.get(random.nextInt(moves.size()));
          all.add(forgeries.get().overlooking(move.before(), move.after(), move.closing()));
        }
        for (Move move : moves) {
          if (move.closing()) {
            all.add(forgeries.get().overlooking(move.before(), move.after(), true));
            break;
          }
        }
        int[] counts = refused(product, held, all, "seed " + seed);
        invariants += counts[0];
        traps += counts[1];
      }
    }
    assertThat(invariants).isGreaterThan(100);
    assertThat(traps).isGreaterThan(100);
  }

  /// A state that is reached, and a group that is stuck there.
  private record Stuck(int[] values, List<Integer> group) {}

  private static List<Stuck> stuck(Product product) {
    var naive = new NaiveProduct(product);
    return moves(product).stream().map(Move::after).filter(v -> !naive.isFaulty(v))
        .map(v -> new Stuck(v, naive.stuck(v, naive.steps(v)))).filter(s -> !s.group().isEmpty()).limit(GROUPS)
        .toList();
  }

  private static boolean hasModel(Product product, List<Certificate.Constraint> formula, Stuck stuck) {
    var solver = new org.graphline.checker.sat.Formula();
    formula.stream().flatMap(c -> c.literals().stream()).map(Math::abs).max(Integer::compare)
        .ifPresent(most -> IntStream.range(0, most).forEach(_ -> solver.variable()));
    formula.forEach(c -> solver.atLeast(c.least(), c.literals().stream().mapToInt(Integer::intValue).toArray()));
    int variable = 1;
    for (int f = 0; f < stuck.values().length; f++) {
      solver.clause(variable + stuck.values()[f]);
      variable += product.fields().get(f).size();
    }
    for (int i = 0; i < product.instances(); i++) {
      solver.clause(stuck.group().contains(i) ? variable + i : -variable - i);
    }
    return solver.solve(() -> false) instanceof org.graphline.checker.sat.Formula.Answer.Satisfied;
  }

  @Test
  void eachStuckGroupThatIsReachedIsAModelOfTheFormula() throws Refused {
    int groups = 0;
    int sums = 0;
    int traps = 0;
    for (long seed = 1; seed <= NETWORKS; seed++) {
      Product product = product(seed);
      List<Stuck> all = stuck(product);
      Optional<Forgeries> forgeries = all.isEmpty() ? Optional.empty() : Forgeries.of(product);
      if (forgeries.isPresent()) {
        Said held = forgeries.get().held(new Random(seed));
        List<Certificate.Constraint> formula = Formula.of(product,
            with(new Forger(product).bare(true), held.invariants(), held.traps()));
        for (Stuck each : all) {
          assertThat(hasModel(product, formula, each)).as("seed " + seed + ": " + each.group() + " in "
              + Arrays.toString(each.values())).isTrue();
        }
        groups += all.size();
        sums += held.invariants().size();
        traps += held.traps().size();
      }
    }
    assertThat(groups).isGreaterThan(100);
    assertThat(sums).isGreaterThan(20);
    assertThat(traps).isGreaterThan(10);
  }

  /// Each time somebody reports the hub sets two to work, or one twice, once it has taken what that one may have to
  /// report. So there may be one report or task on the way or many, but never none, which no sum says, nor do any
  /// two neighbors.
  private static final String STAR = """
      component Hub(honest: bool) { in i[2]: signal;  out o[2]: signal;
        run { while (true) {
          for n in 0..1 {
            choose { select priority { receive from i[0] => { }  else => { } }  send to o[0]; }
            or { select priority { receive from i[1] => { }  else => { } }  send to o[1]; }
            or { if (honest) { select priority { receive from i[1] => { }  else => { } }  send to o[1]; } }
          }
          select { receive from i[0] => { }  receive from i[1] => { } }
        } } }
      component Worker { in i: signal;  out o: signal;  run { while (true) { receive from i;  send to o; } } }
      graph G(honest: bool) {
        h = Hub(honest = honest);
        for k in 0..1 { w[k] = Worker();  h.o[k] -> w[k].i;  w[k].o ->[1] h.i[k]; }
      }
      """;

  private static Product product(String text) {
    try {
      return Products.of(Semantics.of(DeadlockPremisesTest.elaborate(text).network().orElseThrow(), Timers.ANY),
          Timers.ANY).product();
    } catch (Unsupported e) {
      throw new AssertionError(e);
    }
  }

  private static Product star(boolean honest) {
    return product(STAR + "check G(honest = " + honest + ") { deadlock free; }\n");
  }

  /// Philosophers who wait for each other, and a butler who lets so many of them sit down.
  private static Product table(int seats) throws IOException {
    String text = Files.readString(Path.of("../bench/proofs/butler.graphline"))
        .replaceAll("(?m)^(check|package) .*", "");
    return product(text + "check Table(n = 3, seats = " + seats + ") { deadlock free; }\n");
  }

  private static Certificate certificate(Product product) {
    return Certifier.deadlockFree(product, () -> false).orElseThrow();
  }

  private static boolean isNobodyEverStuck(Product product) {
    var naive = new NaiveProduct(product);
    return moves(product).stream().map(Move::after).allMatch(v -> naive.stuck(v, naive.steps(v)).isEmpty());
  }

  @Test
  void aHubThatIsNeverLeftWithoutWorkersIsProvedByATrap() throws Refused {
    Product product = star(true);
    Certificate certificate = certificate(product);
    assertThat(isNobodyEverStuck(product)).isTrue();
    assertThat(certificate.refutation()).hasValueSatisfying(r -> assertThat(r.traps()).isNotEmpty());
    Verifier.verify(product, certificate);
  }

  @Test
  void aTableWithAButlerIsProvedByASum() throws Exception {
    Product product = table(2);
    Certificate certificate = certificate(product);
    assertThat(certificate.refutation()).hasValueSatisfying(r -> assertThat(r.invariants()).isNotEmpty());
    Verifier.verify(product, certificate);
  }

  /// Of all that is said of all states nothing can be left out, nor changed in one number.
  @Test
  void noSumNorTrapOfAProofCanBeChanged() throws Exception {
    for (Product product : List.of(star(true), table(2))) {
      Certificate certificate = certificate(product);
      Refutation all = certificate.refutation().orElseThrow();
      for (int i = 0; i < all.traps().size(); i++) {
        for (int[] changed : changed(all.traps().get(i))) {
          isNotAccepted(product, certificate, all.invariants(), replaced(all.traps(), i, changed));
        }
      }
      for (int i = 0; i < all.invariants().size(); i++) {
        for (int[] changed : changed(all.invariants().get(i))) {
          isNotAccepted(product, certificate, replaced(all.invariants(), i, changed), all.traps());
        }
      }
    }
  }

  /// Nothing is ruled out, nor ranked, before the formula is asked.
  @Test
  void aRefutationIsTheOnlyArgument() throws Exception {
    for (Product product : List.of(star(true), table(2))) {
      Certificate of = certificate(product);
      List<Removal> removals = new Forger(product).forge(true).stuck();
      var ranking = new Ranking(new int[product.instances()], List.of(), List.of());
      assertThat(removals).isNotEmpty();
      assertThat(RandomCertificatesTest.isAccepted(product, new Certificate(of.network(), of.sets(), of.pairs(),
          removals, of.still(), of.ranking(), of.refutation()))).isFalse();
      assertThat(RandomCertificatesTest.isAccepted(product, new Certificate(of.network(), of.sets(), of.pairs(),
          of.stuck(), of.still(), Optional.of(ranking), of.refutation()))).isFalse();
    }
  }

  private static void isNotAccepted(Product product, Certificate of, List<int[]> invariants, List<int[]> traps) {
    var changed = new Certificate(of.network(), of.sets(), of.pairs(), of.stuck(), of.still(), of.ranking(),
        Optional.of(new Refutation(invariants, traps, of.refutation().orElseThrow().lemmas())));
    assertThat(RandomCertificatesTest.isAccepted(product, changed)).isFalse();
  }

  private static List<int[]> replaced(List<int[]> all, int at, int[] by) {
    var changed = new ArrayList<>(all);
    changed.set(at, by);
    return changed;
  }

  private static List<int[]> changed(int[] numbers) {
    return IntStream.range(0, numbers.length).boxed().flatMap(i -> IntStream.of(-1, 1).mapToObj(n -> {
      int[] changed = numbers.clone();
      changed[i] += n;
      return changed;
    })).toList();
  }

  /// A hub that may set nobody to work; a butler who lets all sit down.
  @Test
  void whatKeepsANetworkFromADeadlockIsNotSaidOfOneThatCanDeadlock() throws Exception {
    Product star = star(false);
    assertThat(isNobodyEverStuck(star)).isFalse();
    Forgeries forgeries = Forgeries.of(star).orElseThrow();
    Said held = forgeries.held(new Random(1));
    List<Said> wrong = moves(star).stream().map(m -> forgeries.overlooking(m.before(), m.after(), m.closing()))
        .toList();
    assertThat(refused(star, held, wrong, "a hub that may set nobody to work")[1]).isPositive();
    Product table = table(3);
    assertThat(isNobodyEverStuck(table)).isFalse();
    Certificate of = certificate(table(2));
    assertThat(RandomCertificatesTest.isAccepted(table, new Certificate(Fingerprint.of(table), of.sets(), of.pairs(),
        of.stuck(), of.still(), of.ranking(), of.refutation()))).isFalse();
  }

  /// One step fills fifteen lines, so that what it changes is not looked at.
  @Test
  void whatAStepOfTooManyWaysChangesIsNotTakenForNothing() {
    var hand = new ByHand();
    hand.instance(1);
    int[] lines = IntStream.range(0, 15).map(_ -> hand.field(Field.Kind.LINE, 2)).toArray();
    hand.step("fill", List.of(), Arrays.stream(lines).mapToObj(l -> ByHand.set(l, 1)).toArray(Update[]::new));
    Product product = hand.product();
    Certificate bare = new Forger(product).bare(false);
    for (int lineOrTrap = 0; lineOrTrap < 2; lineOrTrap++) {
      Certificate said = lineOrTrap == 0 ? with(bare, List.of(new int[] {lines[0], 1, 1}), List.of())
          : with(bare, List.of(), List.of(new int[] {lines[0], 0}));
      assertThatThrownBy(() -> Formula.of(product, said)).isInstanceOf(Refused.class)
          .hasMessageContaining("more ways than are looked at");
    }
  }

  /// A reader takes the last letter but one and leaves; the last one is dropped only if the other reader has left
  /// before. Either sum is kept by one of the two and broken by the other one.
  @Test
  void allThatMayComeOfAStepIsLookedAt() {
    for (boolean isDropped : List.of(true, false)) {
      var hand = new ByHand();
      int reader = hand.instance(2);
      int other = hand.instance(2);
      int writer = hand.instance(2);
      int line = hand.field(Field.Kind.LINE, 3);
      hand.step(other, 0, List.of("leave"), List.of(), ByHand.set(other, 1));
      hand.step(writer, 0, List.of("put two"), List.of(hand.at(line, 0)), ByHand.set(writer, 1), ByHand.set(line, 2));
      hand.step(reader, 0, List.of("take one"), List.of(hand.at(line, 2)), ByHand.set(reader, 1),
          new Update.Map(line, new Table(new int[] {-1, -1, 1})),
          new Update.Clear(line, List.of(hand.at(reader, 1), hand.at(other, 1))));
      Product product = hand.product();
      int[] sum = isDropped ? new int[] {writer, 1, -1, line, 1, 1, line, 2, 1}
          : new int[] {reader, 1, 1, writer, 1, -1, line, 1, 1, line, 2, 1};
      assertThat(moves(product)).anyMatch(m -> !Forgeries.areTrue(new Said(List.of(sum), List.of()), m.after()));
      assertThatThrownBy(() -> Formula.of(product, with(new Forger(product).bare(false), List.of(sum), List.of())))
          .isInstanceOf(Refused.class).hasMessageContaining("a step changes an invariant");
    }
  }
}
