package org.graphline.cli.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.graphline.checker.certificate.Certificate;
import org.graphline.checker.certificate.Evidence;
import org.graphline.checker.certificate.Runs;
import org.graphline.model.semantics.Timers;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Certificates as they are kept in a file. The format is described in docs/certificates.md.
public final class CertificateFile {
  private static final String FORMAT = "graphline certificate 3";
  private static final String NO_BOUND = "none";
  /// Whatever is said must be said in one way only.
  private static final JsonMapper STRICT = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private CertificateFile() {}

  /// Why a claim of a check holds.
  ///
  /// @param property what is claimed, as it is written there
  public record Entry(Trace.Subject subject, Timers timers, String property, Evidence evidence) {}

  /// A text that keeps no certificates, or has been changed; the message is one sentence.
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }

  /// Returns the text of the file that keeps the certificates.
  public static String print(List<Entry> entries) {
    return Json.MAPPER.writeValueAsString(tree(entries)).replace(",\"certificates\":[", ",\n\"certificates\":[\n")
        + "\n";
  }

  private static ObjectNode tree(List<Entry> entries) {
    ObjectNode root = Json.NODES.objectNode();
    root.put("format", FORMAT);
    ArrayNode all = Json.NODES.arrayNode();
    entries.forEach(e -> write(e, all.addObject()));
    root.put("digest", digest(all));
    root.set("certificates", all);
    return root;
  }

  private static void write(Entry entry, ObjectNode node) {
    entry.subject().write(node);
    node.put("timers", entry.timers().name().toLowerCase(java.util.Locale.ROOT));
    node.put("property", entry.property());
    entry.evidence().deadlock().map(Certificate::network).or(() -> entry.evidence().runs().map(Runs::network))
        .ifPresent(n -> node.put("network", n));
    entry.evidence().deadlock().ifPresent(c -> write(c, node));
    entry.evidence().runs().ifPresent(r -> RunsJson.write(r, node.putArray("runs")));
  }

  private static void write(Certificate certificate, ObjectNode node) {
    ArrayNode sets = node.putArray("sets");
    certificate.sets().forEach(s -> put(sets.addArray(), s));
    ArrayNode pairs = node.putArray("pairs");
    certificate.pairs().forEach(p -> put(pairs.addArray().add(p.set()), p.fields()));
    write(certificate.stuck(), node.putArray("stuck"));
    write(certificate.still(), node.putArray("still"));
    certificate.ranking().ifPresent(r -> write(r, node.putObject("ranking")));
    certificate.refutation().ifPresent(r -> write(r, node.putObject("refutation")));
  }

  private static void write(List<Certificate.Removal> removals, ArrayNode node) {
    removals.forEach(r -> put(node.addArray(), r.instance(), r.state(), r.by()));
  }

  private static void write(Certificate.Ranking ranking, ObjectNode node) {
    put(node.putArray("homes"), ranking.homes());
    ArrayNode leads = node.putArray("leads");
    for (Certificate.Lead lead : ranking.leads()) {
      ArrayNode array = put(leads.addArray(), lead.one(), lead.other());
      for (int least : lead.least()) {
        if (least == Certificate.Lead.ANY) {
          array.add(NO_BOUND);
        } else {
          array.add(least);
        }
      }
    }
    ArrayNode waits = node.putArray("waits");
    ranking.waits().forEach(w -> put(waits.addArray(), w.instance(), w.state(), w.by(), w.rank()).add(w.potential()));
  }

  private static void write(Certificate.Refutation refutation, ObjectNode node) {
    ArrayNode invariants = node.putArray("invariants");
    refutation.invariants().forEach(i -> put(invariants.addArray(), i));
    ArrayNode traps = node.putArray("traps");
    refutation.traps().forEach(t -> put(traps.addArray(), t));
    ArrayNode lemmas = node.putArray("lemmas");
    for (Certificate.Lemma lemma : refutation.lemmas()) {
      ArrayNode both = lemmas.addArray();
      put(both.addArray(), lemma.literals());
      put(both.addArray(), lemma.hints());
    }
  }

  static ArrayNode put(ArrayNode array, int... numbers) {
    for (int number : numbers) {
      array.add(number);
    }
    return array;
  }

  /// The digest speaks of the certificates as they are written without any white space.
  private static String digest(JsonNode certificates) {
    try {
      byte[] text = Json.MAPPER.writeValueAsString(certificates).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /// Returns the certificates that `text` keeps.
  public static List<Entry> read(String text) throws Unreadable {
    JsonNode root;
    try {
      root = STRICT.readTree(text);
    } catch (JacksonException _) {
      throw new Unreadable("it is not JSON");
    }
    if (!FORMAT.equals(root.path("format").asString(""))) {
      throw new Unreadable("it is not a '" + FORMAT + "'");
    }
    JsonNode certificates = root.path("certificates");
    if (!digest(certificates).equals(root.path("digest").asString(""))) {
      throw new Unreadable("it has been changed: the digest does not fit");
    }
    var entries = new ArrayList<Entry>();
    for (JsonNode node : certificates) {
      entries.add(entry(node));
    }
    if (entries.isEmpty() || StreamSupport.stream(certificates.spliterator(), false).distinct()
        .count() < entries.size()) {
      throw new Unreadable("there is no certificate in it, or one is there twice");
    }
    if (!Json.MAPPER.writeValueAsString(root).equals(Json.MAPPER.writeValueAsString(tree(entries)))) {
      throw new Unreadable("it is not written as a '" + FORMAT + "' is: something is missing, or there is more");
    }
    return entries;
  }

  private static Entry entry(JsonNode node) throws Unreadable {
    Timers timers = switch (node.path("timers").asString("")) {
      case "any" -> Timers.ANY;
      case "patient" -> Timers.PATIENT;
      default -> throw new Unreadable("it does not say when timers may fire");
    };
    Optional<Certificate> deadlock = node.has("sets") ? Optional.of(certificate(node)) : Optional.empty();
    Optional<Runs> runs = node.has("runs") ? Optional.of(new Runs(node.path("network").asString(""),
        RunsJson.read(node.path("runs")))) : Optional.empty();
    return new Entry(Trace.Subject.read(node), timers, node.path("property").asString(""),
        new Evidence(deadlock, runs));
  }

  private static Certificate certificate(JsonNode node) throws Unreadable {
    List<int[]> sets = lists(node.path("sets"));
    var pairs = new ArrayList<Certificate.Pair>();
    for (JsonNode pair : node.path("pairs")) {
      pairs.add(new Certificate.Pair(numbers(pair, 1), number(pair.path(0))));
    }
    Optional<Certificate.Ranking> ranking = node.has("ranking") ? Optional.of(ranking(node.path("ranking")))
        : Optional.empty();
    Optional<Certificate.Refutation> refutation = node.has("refutation")
        ? Optional.of(refutation(node.path("refutation"))) : Optional.empty();
    return new Certificate(node.path("network").asString(""), sets, pairs, removals(node.path("stuck")),
        removals(node.path("still")), ranking, refutation);
  }

  private static Certificate.Refutation refutation(JsonNode node) throws Unreadable {
    var lemmas = new ArrayList<Certificate.Lemma>();
    for (JsonNode lemma : node.path("lemmas")) {
      lemmas.add(new Certificate.Lemma(numbers(lemma.path(0), 0), numbers(lemma.path(1), 0)));
    }
    return new Certificate.Refutation(lists(node.path("invariants")), lists(node.path("traps")), lemmas);
  }

  static List<int[]> lists(JsonNode array) throws Unreadable {
    var all = new ArrayList<int[]>();
    for (JsonNode list : array) {
      all.add(numbers(list, 0));
    }
    return all;
  }

  private static List<Certificate.Removal> removals(JsonNode array) throws Unreadable {
    var all = new ArrayList<Certificate.Removal>();
    for (JsonNode removal : array) {
      int[] numbers = numbers(removal, 0, 3);
      all.add(new Certificate.Removal(numbers[0], numbers[1], numbers[2]));
    }
    return all;
  }

  private static Certificate.Ranking ranking(JsonNode node) throws Unreadable {
    var leads = new ArrayList<Certificate.Lead>();
    for (JsonNode lead : node.path("leads")) {
      var least = new int[Math.max(0, lead.size() - 2)];
      for (int i = 0; i < least.length; i++) {
        JsonNode bound = lead.path(i + 2);
        least[i] = bound.isString() && NO_BOUND.equals(bound.asString()) ? Certificate.Lead.ANY : number(bound);
      }
      leads.add(new Certificate.Lead(number(lead.path(0)), number(lead.path(1)), least));
    }
    var waits = new ArrayList<Certificate.Wait>();
    for (JsonNode wait : node.path("waits")) {
      if (wait.size() != 5 || !wait.path(4).canConvertToLong() || !wait.path(4).isIntegralNumber()) {
        throw new Unreadable("a wait is five numbers");
      }
      waits.add(new Certificate.Wait(number(wait.path(0)), number(wait.path(1)), number(wait.path(2)),
          number(wait.path(3)), wait.path(4).asLong()));
    }
    return new Certificate.Ranking(numbers(node.path("homes"), 0), leads, waits);
  }

  private static int[] numbers(JsonNode array, int from, int size) throws Unreadable {
    if (array.size() != size) {
      throw new Unreadable("a list has " + array.size() + " elements in place of " + size);
    }
    return numbers(array, from);
  }

  static int[] numbers(JsonNode array, int from) throws Unreadable {
    var all = new int[Math.max(0, array.size() - from)];
    for (int i = 0; i < all.length; i++) {
      all[i] = number(array.path(i + from));
    }
    return all;
  }

  private static int number(JsonNode node) throws Unreadable {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw new Unreadable("there is something else in the place of a number");
    }
    return node.asInt();
  }
}
