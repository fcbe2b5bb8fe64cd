package org.graphline.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.graphline.checker.Certificates;
import org.graphline.checker.RandomNetworks;
import org.graphline.checker.RandomRounds;
import org.graphline.checker.certificate.Certificate;
import org.graphline.checker.certificate.Evidence;
import org.graphline.checker.certificate.Refused;
import org.graphline.checker.engine.Options;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.product.Products;
import org.graphline.checker.proof.Certifier;
import org.graphline.cli.report.CertificateFile;
import org.graphline.cli.report.Trace;
import org.graphline.conformance.proof.Corruptor.Spot;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.model.network.Network;
import org.graphline.model.property.Claim;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.SourceFile;
import org.graphline.model.source.Span;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Certificates of many networks as they are kept in files, as they are and with one thing changed: every field of the
/// format, in every way that JSON allows. Lemmas may change places with others, so theirs are not held against it.
class CertificateFilesTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int OF_EACH_KIND = Integer.getInteger("graphline.corruptions", 2);
  private static final int RINGS = 100;
  private static final long NETWORKS = 60;

  /// A claim that has a certificate.
  private record Subject(String name, Network network, Timers timers, Claim claim, Evidence evidence) {
    private static final Claim DEADLOCK_FREE = new Claim(new Property.DeadlockFree(), false, "deadlock free",
        Span.BUILT_IN);

    /// The network with a certificate by a formula, if it has one.
    static Stream<Subject> byFormula(String name, Network network) {
      try {
        return Certifier.bySatisfiability(Products.of(Semantics.of(network, Timers.ANY), Timers.ANY).product(),
            () -> false)
            .map(c -> new Subject(name, network, Timers.ANY, DEADLOCK_FREE,
                new Evidence(Optional.of(c), Optional.empty()))).stream();
      } catch (Unsupported e) {
        throw new AssertionError(e);
      }
    }

    static Stream<Subject> of(String name, Network network) {
      return of(name, network, DEADLOCK_FREE);
    }

    static Stream<Subject> of(String name, Network network, Claim claim) {
      Timers timers = name.hashCode() % 2 == 0 ? Timers.ANY : Timers.PATIENT;
      return Certificates.of(network, claim.property(), Options.withClock(System::nanoTime).timers(timers))
          .map(e -> new Subject(name, network, timers, claim, e)).stream();
    }

    String text() {
      var check = new Trace.Subject(List.of("one.graphline"), new Trace.Place("one.graphline", 7), "a.G",
          List.of("n = 4"));
      return CertificateFile.print(List.of(new CertificateFile.Entry(check, timers, claim.text(), evidence)));
    }
  }

  private static Stream<Subject> all() {
    return Stream.of(butler(), written(Path.of("holds"), 0), written(Path.of("../bench/proofs"), 4), rings(), randoms(),
        rounds(), runs())
        .flatMap(s -> s);
  }

  /// A network that has a certificate by a formula, and takes a sum.
  private static Stream<Subject> butler() {
    String text = read(Path.of("../bench/proofs/butler.graphline")).replaceAll("(?m)^check .*", "");
    return IntStream.rangeClosed(2, 4).boxed().flatMap(n -> networks(text + "check Table(n = " + n + ", seats = "
        + (n - 1) + ") { deadlock free; }\n").flatMap(w -> Subject.of("butler " + n, w)));
  }

  /// Networks of a folder; where a check says how large, `size` may say so in its place.
  private static Stream<Subject> written(Path folder, int size) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".graphline")).sorted().toList().stream()
          .flatMap(f -> networks(read(f).replaceAll("\\b(n|inner) = \\d+", size == 0 ? "$0" : "$1 = " + size)
              .replaceAll("\\b(stages|half|rows|columns) = \\d+", size == 0 ? "$0" : "$1 = 2"))
              .flatMap(n -> Subject.of(f.getFileName() + " " + n.display(), n)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Network> networks(String text) {
    return elaborations(text).flatMap(e -> e.network().stream()).filter(n -> n.instances().size() <= 100);
  }

  private static Stream<Elaboration> elaborations(String text) {
    return Frontend.analyze(List.of(new SourceFile("one.graphline", text))).program().stream()
        .flatMap(p -> Frontend.checks(p).stream().flatMap(c -> Frontend.elaborate(p, c).stream()));
  }

  private static Stream<Subject> rings() {
    return LongStream.rangeClosed(1, RINGS).boxed().flatMap(seed -> {
      Network ring = RandomRingsTest.elaborate(RandomRingsTest.ring(new Random(seed))).network().orElseThrow();
      return Stream.concat(Subject.of("ring " + seed, ring), Subject.byFormula("formula of ring " + seed, ring));
    });
  }

  private static Stream<Subject> randoms() {
    return LongStream.rangeClosed(1, NETWORKS).boxed()
        .flatMap(seed -> Subject.of("network " + seed, RandomNetworks.seeded(seed).network()));
  }

  /// What is shown by sums that become less.
  private static Stream<Subject> rounds() {
    return LongStream.rangeClosed(1, NETWORKS).boxed().flatMap(seed -> {
      Elaboration ring = RandomRounds.ring(new Random(seed));
      return Subject.of("rounds " + seed, ring.network().orElseThrow(), ring.claims().getFirst());
    });
  }

  /// What is claimed of runs of random networks.
  private static Stream<Subject> runs() {
    return LongStream.rangeClosed(1, 3 * NETWORKS).mapToObj(RandomNetworks::seeded)
        .flatMap(sample -> sample.properties().stream().filter(p -> !(p instanceof Property.DeadlockFree))
        .flatMap(p -> Subject.of("runs of network " + sample.seed(), sample.network(),
            new Claim(p, false, p.toString(), Span.BUILT_IN))));
  }

  /// Returns why it is refused; nothing if it is not, or if it is about another check.
  private static Optional<String> refused(Subject subject, CertificateFile.Entry original, String text) {
    try {
      for (CertificateFile.Entry entry : CertificateFile.read(text)) {
        if (!entry.subject().equals(original.subject())) {
          return Optional.of("another check");
        }
        if (!entry.property().equals(original.property())) {
          return Optional.of("another claim");
        }
        Certificates.verify(subject.network(), entry.timers(), subject.claim().property(), entry.evidence());
      }
      return Optional.empty();
    } catch (CertificateFile.Unreadable | Refused e) {
      return Optional.of(e.getMessage());
    }
  }

  @Test
  void everyCertificateIsAcceptedAndNoneWithOneThingChanged() throws Exception {
    var random = new Random(1);
    Map<String, Integer> kinds = new TreeMap<>();
    var accepted = new ArrayList<String>();
    var subjects = all().toList();
    for (Subject subject : subjects) {
      String text = subject.text();
      CertificateFile.Entry original = CertificateFile.read(text).getFirst();
      assertThat(refused(subject, original, text)).as(subject.name()).isEmpty();
      JsonNode root = MAPPER.readTree(text);
      for (var spots : Corruptor.spots(root).entrySet()) {
        for (int i = 0; i < OF_EACH_KIND; i++) {
          Spot spot = spots.getValue().get(random.nextInt(spots.getValue().size()));
          Optional<JsonNode> corrupted = new Corruptor(random).corrupted(root, spot);
          if (corrupted.isPresent()) {
            kinds.merge(spot.kind(), 1, Integer::sum);
            String changed = text(corrupted.get(), !spots.getKey().equals("/digest"));
            if (refused(subject, original, changed).isEmpty() && !spot.kind().contains("/lemmas/")) {
              accepted.add(subject.name() + " " + spot + "\n" + text + changed);
            }
            assertThat(refused(subject, original, text(corrupted.get(), false))).as(spot.toString()).isPresent();
          }
        }
      }
    }
    assertThat(accepted).isEmpty();
    assertThat(subjects).hasSizeGreaterThan(100);
    List<Certificate> certificates = subjects.stream().flatMap(s -> s.evidence().deadlock().stream()).toList();
    assertThat(certificates.stream().filter(c -> c.ranking().isPresent())).hasSizeGreaterThan(5);
    assertThat(certificates.stream().filter(c -> c.refutation().isPresent())).hasSizeGreaterThan(3);
    assertThat(certificates.stream().filter(c -> !c.still().isEmpty())).isNotEmpty();
    assertThat(certificates.stream().filter(c -> c.stuck().stream().anyMatch(r -> r.by() < 0))).isNotEmpty();
    for (Class<?> kind : List.of(Property.LivelockFree.class, Property.Terminates.class, Property.ShutsDown.class)) {
      assertThat(subjects.stream().filter(s -> kind.isInstance(s.claim().property()))).as(kind.getSimpleName())
          .hasSizeGreaterThan(3);
    }
    assertThat(kinds.keySet()).contains("/format", "/digest", "/certificates", "/certificates/[]/check/line",
        "/certificates/[]/timers", "/certificates/[]/network", "/certificates/[]/sets/[]/[]",
        "/certificates/[]/pairs/[]/[]", "/certificates/[]/stuck/[]/[]", "/certificates/[]/still/[]/[]",
        "/certificates/[]/ranking/homes/[]", "/certificates/[]/ranking/leads/[]/[]",
        "/certificates/[]/ranking/waits/[]/[]", "/certificates/[]/refutation/invariants/[]/[]",
        "/certificates/[]/refutation/lemmas/[]/[]/[]", "/certificates/[]/property", "/certificates/[]/runs/[]",
        "/certificates/[]/runs/[]/changes/[]/[]", "/certificates/[]/runs/[]/values/[]/[]",
        "/certificates/[]/runs/[]/weights/[]/[]", "/certificates/[]/runs/[]/lowered/[]");
  }

  /// Whoever can compute a digest can make it fit.
  private static String text(JsonNode root, boolean fits) throws NoSuchAlgorithmException {
    JsonNode copy = root.deepCopy();
    if (fits && copy instanceof ObjectNode object && object.has("digest")) {
      byte[] content = MAPPER.writeValueAsString(root.path("certificates")).getBytes(StandardCharsets.UTF_8);
      object.put("digest", HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    }
    return MAPPER.writeValueAsString(copy);
  }

  @Test
  void whatIsNoCertificateFileIsRefused() {
    Subject subject = rings().findFirst().orElseThrow();
    String text = subject.text();
    CertificateFile.Entry original = new CertificateFile.Entry(new Trace.Subject(List.of(), new Trace.Place("", 0), "",
        List.of()), Timers.ANY, "", subject.evidence());
    for (String other : List.of("", "null", "[]", "{}", "1", text + text, text + "x", text.substring(1),
        text.replace("\"format\"", "\"format\":\"x\",\"format\""), "[".repeat(100_000))) {
      assertThat(refused(subject, original, other)).as(other.substring(0, Math.min(30, other.length()))).isPresent();
    }
  }
}
