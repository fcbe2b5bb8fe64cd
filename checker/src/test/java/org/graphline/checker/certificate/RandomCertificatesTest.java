package org.graphline.checker.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.graphline.checker.Checker;
import org.graphline.checker.RandomNetworks;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Products;
import org.graphline.checker.proof.Certifier;
import org.graphline.checker.proof.LocalProof;
import org.graphline.checker.proof.Proof.Argument;
import org.graphline.checker.verdict.Verdict;
import org.graphline.model.network.Network;
import org.graphline.model.property.Claim;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.Span;
import org.junit.jupiter.api.Test;

/// Certificates of random networks, as they are, spoiled, and passed off as those of other networks.
class RandomCertificatesTest {
  private static final long FIRST = Long.getLong("graphline.random.first", 1);
  private static final long COUNT = Long.getLong("graphline.random.count", 400);
  private static final int MUTANTS = 10;

  private static Timers timers(long seed) {
    return seed % 2 == 0 ? Timers.ANY : Timers.PATIENT;
  }

  private static Product product(Network network, long seed) {
    try {
      return Products.of(Semantics.of(network, timers(seed)), timers(seed)).product();
    } catch (Unsupported e) {
      throw new AssertionError(e);
    }
  }

  private static Optional<Certificate> certificate(Product product) {
    return Certifier.deadlockFree(product, () -> false);
  }

  static boolean isAccepted(Product product, Certificate certificate) {
    try {
      Verifier.verify(product, certificate);
      return true;
    } catch (Refused _) {
      return false;
    }
  }

  private static boolean isRefuted(Network network, long seed) {
    var claim = new Claim(new Property.DeadlockFree(), false, "deadlock free", Span.BUILT_IN);
    Options options = Options.withClock(System::nanoTime).timers(timers(seed)).engine(Options.Engine.SEARCH)
        .reduction(Options.Reduction.NONE).steps(Options.Steps.INTERPRETED).threads(1).maxStates(5000);
    return Checker.check(network, List.of(claim), options, Progress.SILENT).claimed().getFirst()
        instanceof Verdict.Violated;
  }

  @Test
  void everyProofHasACertificateThatIsAccepted() {
    int proved = 0;
    int counted = 0;
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      Product product = product(RandomNetworks.seeded(seed).network(), seed);
      Optional<Certificate> certificate = certificate(product);
      if (LocalProof.deadlockFree(product, () -> false).isPresent()) {
        assertThat(certificate).as("seed " + seed).isPresent();
        proved++;
      }
      long number = seed;
      Optional<Certificate> formula = Certifier.bySatisfiability(product, () -> false);
      if (LocalProof.deadlockFree(product, Argument.SATISFIABILITY, () -> false).isPresent()) {
        assertThat(formula).as("seed " + seed).isPresent();
        counted++;
      }
      Stream.concat(certificate.stream(), formula.stream()).forEach(c -> accept(product, c, number));
    }
    assertThat(counted).isGreaterThan((int) (COUNT / 5));
    assertThat(proved).isGreaterThan((int) (COUNT / 5));
  }

  private static void accept(Product product, Certificate certificate, long seed) {
    try {
      Verifier.verify(product, certificate);
    } catch (Refused e) {
      fail("seed " + seed, e);
    }
  }

  /// A change may leave a proof a proof, but none may make one of a network that can deadlock.
  @Test
  void nothingIsAcceptedOfANetworkThatCanDeadlock() {
    var random = new Random(FIRST);
    int forged = 0;
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      Product proved = product(RandomNetworks.seeded(seed).network(), seed);
      Optional<Certificate> certificate = seed % 3 == 0 ? Certifier.bySatisfiability(proved, () -> false)
          : certificate(proved);
      Network other = RandomNetworks.variant(seed, random.nextLong());
      if (certificate.isPresent() && isRefuted(other, seed)) {
        forged++;
        Product product = product(other, seed);
        for (Certificate each : forgeries(certificate.get(), Fingerprint.of(product), new Mutants(random))) {
          assertThat(isAccepted(product, each)).as("seed " + seed).isFalse();
        }
      }
    }
    assertThat(forged).isGreaterThan((int) (COUNT / 20));
  }

  private static List<Certificate> forgeries(Certificate certificate, String network, Mutants mutants) {
    return Stream.concat(Stream.of(certificate), mutants.of(certificate).stream())
        .map(c -> new Certificate(network, c.sets(), c.pairs(), c.stuck(), c.still(), c.ranking(), c.refutation()))
            .toList();
  }

  /// There is one way only to write a proof down, but for refutations: lemmas that do not lean on each other may change
  /// places.
  @Test
  void aCertificateWithOneThingChangedIsRefused() {
    var random = new Random(FIRST);
    int changed = 0;
    int lemmas = 0;
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      Product product = product(RandomNetworks.seeded(seed).network(), seed);
      Optional<Certificate> certificate = seed % 3 == 0 ? Certifier.bySatisfiability(product, () -> false)
          : certificate(product);
      for (int i = 0; i < MUTANTS && certificate.isPresent(); i++) {
        for (Certificate mutant : new Mutants(random).of(certificate.get())) {
          changed++;
          boolean isAccepted = isAccepted(product, mutant);
          lemmas += isAccepted && hasOtherLemmas(certificate.get(), mutant) ? 1 : 0;
          assertThat(isAccepted && !hasOtherLemmas(certificate.get(), mutant)).as("seed " + seed + ": "
              + told(certificate.get()) + " became " + told(mutant)).isFalse();
        }
      }
    }
    assertThat(changed).isGreaterThan((int) COUNT * MUTANTS / 2);
    assertThat(lemmas).isLessThan(changed / 100);
  }

  private static boolean hasOtherLemmas(Certificate one, Certificate other) {
    return one.refutation().isPresent() && other.refutation().isPresent()
        && !one.refutation().get().lemmas().equals(other.refutation().get().lemmas());
  }

  private static String told(Certificate all) {
    return all.sets().stream().map(Arrays::toString).toList()
        + all.pairs().stream().map(p -> p.set() + Arrays.toString(p.fields())).toList().toString() + all.stuck()
            + all.still()
        + all.refutation().map(r -> r.invariants().stream().map(Arrays::toString).toList() + " "
            + r.traps().stream().map(Arrays::toString).toList() + r.lemmas().stream()
            .map(l -> Arrays.toString(l.literals()) + Arrays.toString(l.hints())).toList()).orElse("")
        + all.ranking().map(r -> Arrays.toString(r.homes()) + r.leads().stream()
            .map(l -> l.one() + " " + l.other() + Arrays.toString(l.least())).toList() + r.waits()).orElse("");
  }

  @Test
  void noneCanBeForgedForANetworkThatCanDeadlock() {
    int refuted = 0;
    int proved = 0;
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      Network network = RandomNetworks.seeded(seed).network();
      Product product = product(network, seed);
      boolean isRefuted = isRefuted(network, seed);
      for (boolean knows : List.of(true, false)) {
        boolean isAccepted = isAccepted(product, new Forger(product).forge(knows));
        assertThat(isRefuted && (isAccepted || new Forger(product).refutes(knows))).as("seed " + seed).isFalse();
        proved += isAccepted && knows ? 1 : 0;
      }
      refuted += isRefuted ? 1 : 0;
    }
    assertThat(refuted).isGreaterThan((int) (COUNT / 5));
    assertThat(proved).isGreaterThan((int) (COUNT / 5));
  }

  @Test
  void aCertificateSpeaksOfOneNetworkOnly() {
    Product product = product(RandomNetworks.seeded(FIRST).network(), FIRST);
    Product other = product(RandomNetworks.variant(FIRST, FIRST + 1), FIRST);
    assertThat(Fingerprint.of(product)).isNotEqualTo(Fingerprint.of(other)).hasSize(64)
        .isEqualTo(Fingerprint.of(product(RandomNetworks.seeded(FIRST).network(), FIRST)));
  }
}
