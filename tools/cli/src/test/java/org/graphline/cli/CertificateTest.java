package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `check --certificate` and `verify-certificate`.
class CertificateTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int CORRUPTIONS = 100;

  @TempDir
  private Path folder;
  private Session session;

  @BeforeEach
  void copySpecs() throws IOException {
    for (String name : List.of("milner", "philosophers")) {
      String text = Files.readString(Path.of("../../bench/proofs").resolve(name + ".graphline"));
      Files.writeString(folder.resolve(name + ".graphline"),
          text.replaceAll("\\(n = \\d+\\) \\{ deadlock", "(n = 4) { deadlock"));
    }
    session = new Session(folder);
  }

  private Session.Result certify(String... files) {
    var words = new ArrayList<>(List.of("check", "--engine", "proofs", "--certificate", "c.json"));
    words.addAll(List.of(files));
    return session.run(words.toArray(String[]::new));
  }

  private Path file() {
    return folder.resolve("c.json");
  }

  @Test void whatIsWrittenIsAccepted() {
    assertThat(certify("milner.graphline", "philosophers.graphline").code()).isZero();
    Session.Result result = session.run("verify-certificate", "c.json");
    assertThat(result.code()).isZero();
    assertThat(result.out().lines()).hasSize(2).allMatch(l -> l.startsWith("accepted  "))
        .anyMatch(l -> l.contains("milner.graphline  proofs.milner.Scheduler(n = 4)  deadlock free: 8 pairs of neighbors")
            && l.endsWith(" ranked"));
  }

  @Test void aChangedSpecificationIsRefused() throws IOException {
    certify("milner.graphline");
    Path spec = folder.resolve("milner.graphline");
    Files.writeString(spec, Files.readString(spec).replace("first = i == 0", "first = i <= 1"));
    Session.Result result = session.run("verify-certificate", "c.json");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).startsWith("refused   milner.graphline").contains("it is about another network");
    Files.delete(spec);
    assertThat(session.run("verify-certificate", "c.json").code()).isEqualTo(64);
  }

  @Test void aCommentIsNoChange() throws IOException {
    certify("milner.graphline");
    Path spec = folder.resolve("milner.graphline");
    Files.writeString(spec, Files.readString(spec) + "\n// looked at\n");
    assertThat(session.run("verify-certificate", "c.json").code()).isZero();
  }

  /// The farm takes more than pairs of neighbors.
  @Test void whatHoldsByTheSearchOnlyHasNoCertificate() throws IOException {
    Files.copy(Path.of("../../examples/05-farm/farm.graphline"), folder.resolve("farm.graphline"));
    Session.Result result = session.run("check", "--certificate", "c.json", "farm.graphline");
    assertThat(result.all()).contains("no certificate for");
    assertThat(file()).doesNotExist();
  }

  @Test void nothingIsWrittenWhereNothingThatHasCertificatesIsClaimed() throws IOException {
    Files.writeString(folder.resolve("one.graphline"), """
        package one;
        component W { out o: signal; run { repeat { send to o; } } }
        component R { in i: signal; run { repeat { receive from i; } } }
        graph G { w = W();  r = R();  w.o -> r.i; }
        check G { not terminates; }
        """);
    Session.Result result = session.run("check", "--certificate", "c.json", "one.graphline");
    assertThat(result.err()).isEqualTo("graphline: no certificate was written: there is none for any claim\n");
    assertThat(result.code()).isEqualTo(3);
    assertThat(file()).doesNotExist();
  }

  @Test void noCorruptedFileIsAccepted() throws Exception {
    certify("milner.graphline");
    String text = Files.readString(file());
    var random = new Random(1);
    for (int i = 0; i < CORRUPTIONS; i++) {
      JsonNode root = MAPPER.readTree(text);
      List<String> path = spoil(root, random);
      Files.writeString(file(), MAPPER.writeValueAsString(root));
      Session.Result result = session.run("verify-certificate", "c.json");
      assertThat(result.code()).as(path + " " + result.all()).isEqualTo(1);
      assertThat(result.out()).startsWith("refused   ");
    }
  }

  /// Whoever can compute a digest can make it fit. The files may be other ones, in which the same check stands;
  /// if there is no such file that is no matter of the certificate.
  @Test void whatIsCorruptedWithCareIsNotAcceptedEither() throws Exception {
    certify("milner.graphline");
    isRefusedHoweverCorrupted(new Random(2));
  }

  private void isRefusedHoweverCorrupted(Random random) throws Exception {
    String text = Files.readString(file());
    for (int i = 0; i < CORRUPTIONS; i++) {
      var root = (ObjectNode) MAPPER.readTree(text);
      List<String> path = spoil(root.path("certificates"), random);
      byte[] content = MAPPER.writeValueAsString(root.path("certificates")).getBytes(StandardCharsets.UTF_8);
      root.put("digest", HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
      Files.writeString(file(), MAPPER.writeValueAsString(root));
      Session.Result result = session.run("verify-certificate", "c.json");
      assertThat(result.code()).as(path + " " + result.all())
          .isIn(path.contains("files") ? List.of(0, 1, 64) : List.of(1));
    }
  }

  private static final String RUNS = """
      package runs;
      component Source { out o: signal;  run { repeat { send to o; } } }
      component Once { out o: signal;  run { send to o;  send to o; } }
      component Sink { in i: signal;  run { repeat { receive from i; } } }
      component Mix { in t: signal;  in back: signal;  out o: signal;
        run { repeat select { receive from t => send to o;  receive from back => send to o; } } }
      component Round { in i: signal;  out o: signal;  run { repeat { receive from i;  receive from i;  send to o; } } }
      component Copy { in i: signal;  out o: signal;  run { repeat { receive from i;  send to o; } } }
      graph Forever { a = Source();  b = Copy();  c = Sink();  a.o -> b.i;  b.o ->[2] c.i; }
      graph Twice { a = Once();  c = Sink();  a.o ->[2] c.i; }
      graph Open { in t: signal;  c = Sink();  t ->[2] c.i; }
      graph Less { in t: signal;  m = Mix();  r = Round();  t -> m.t;  m.o ->[2] r.i;  r.o ->[dropping 2] m.back; }
      check Forever { livelock free progress on c.i; }
      check Twice { terminates; }
      check Open { shuts down; }
      check Less { livelock free progress on t; }
      """;

  private void writeRuns(String text) throws IOException {
    Files.writeString(folder.resolve("runs.graphline"), text);
  }

  @Test void whyRunsEndIsWrittenAndAccepted() throws IOException {
    writeRuns(RUNS);
    assertThat(certify("runs.graphline").code()).isZero();
    Session.Result result = session.run("verify-certificate", "c.json");
    assertThat(result.code()).isZero();
    assertThat(result.out().lines()).hasSize(4)
        .anyMatch(l -> l.equals(
            "accepted  runs.graphline  runs.Forever  livelock free progress on c.i: 3 changes in 2 rounds"))
        .anyMatch(l -> l.startsWith("accepted  runs.graphline  runs.Twice  terminates: 1 pair of neighbors, ")
            && l.endsWith(" changes in 2 rounds"))
        .anyMatch(l -> l.startsWith("accepted  runs.graphline  runs.Open  shuts down: 0 pairs of neighbors, "))
        .anyMatch(l -> l.startsWith("accepted  runs.graphline  runs.Less  livelock free progress on t: ")
            && l.contains(" 1 sum "));
  }

  @Test void whatIsClaimedTwiceIsWrittenOnce() throws IOException {
    writeRuns(RUNS.replace("{ terminates; }", "{ terminates; deadlock free; terminates; deadlock free; }"));
    assertThat(certify("runs.graphline").code()).isZero();
    Session.Result result = session.run("verify-certificate", "c.json");
    assertThat(result.code()).isZero();
    assertThat(result.out().lines()).hasSize(5);
  }

  /// What counts is what the check claims, and not what the file says.
  @Test void anotherClaimOfAnotherCheckIsRefused() throws IOException {
    writeRuns(RUNS);
    certify("runs.graphline");
    writeRuns(RUNS.replace("progress on c.i", "progress on c.i, a.o"));
    assertThat(session.run("verify-certificate", "c.json").out()).contains("the check does not claim that");
    writeRuns(RUNS.replace("{ terminates; }", "{ not terminates; }"));
    assertThat(session.run("verify-certificate", "c.json").out()).contains("the check does not claim that");
    writeRuns(RUNS.replace("->[2] c.i; }\ngraph Twice", "->[3] c.i; }\ngraph Twice"));
    assertThat(session.run("verify-certificate", "c.json").out()).contains("it is about another network");
  }

  @Test void whatIsCorruptedOfRunsIsNotAccepted() throws Exception {
    writeRuns(RUNS);
    certify("runs.graphline");
    isRefusedHoweverCorrupted(new Random(3));
  }

  /// That the one who goes round is halted at last is a matter of fairness between two.
  @Test void runsThatEndForTheSearchOnlyHaveNoCertificate() throws IOException {
    writeRuns("""
        package turns;
        component Goes { out o: signal;  in i: signal;  in halt: signal;
          run { while (true) { send to o;  select { receive from i => { }  receive from halt => stop; } } } }
        component Copy { in i: signal;  out o: signal;  run { repeat { receive from i;  send to o; } } }
        component Halts { out o: signal;  run { send to o; } }
        graph G { a = Goes();  b = Copy();  c = Halts();  a.o -> b.i;  b.o -> a.i;  c.o -> a.halt; }
        check G { terminates; }
        """);
    Session.Result result = session.run("check", "--certificate", "c.json", "runs.graphline");
    assertThat(result.all()).contains("no certificate for 'terminates' of G: it holds, but not by a proof that can be"
        + " written down");
    assertThat(result.code()).isEqualTo(3);
    assertThat(file()).doesNotExist();
  }

  /// Changes one value somewhere in the tree, or takes it away; returns where.
  private static List<String> spoil(JsonNode node, Random random) {
    var path = new ArrayList<String>();
    JsonNode at = node;
    while (true) {
      if (at instanceof ObjectNode object) {
        List<String> names = List.copyOf(object.propertyNames());
        String name = names.get(random.nextInt(names.size()));
        path.add(name);
        if (!isFilled(object.path(name))) {
          object.set(name, spoiled(object.path(name), random));
          return path;
        }
        at = object.path(name);
      } else {
        var array = (ArrayNode) at;
        int index = random.nextInt(array.size());
        path.add(Integer.toString(index));
        if (!isFilled(array.path(index))) {
          array.set(index, spoiled(array.path(index), random));
          return path;
        }
        at = array.path(index);
      }
    }
  }

  private static boolean isFilled(JsonNode node) {
    return node.isContainer() && !node.isEmpty();
  }

  private static JsonNode spoiled(JsonNode old, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> MAPPER.getNodeFactory().numberNode(random.nextInt());
      case 1 -> MAPPER.getNodeFactory().stringNode("?");
      case 2 -> MAPPER.getNodeFactory()
          .stringNode(List.of("", ".", "/", "\0", "philosophers.graphline").get(random.nextInt(5)));
      default -> old.isNumber() ? MAPPER.getNodeFactory().numberNode(old.asLong() + (random.nextBoolean() ? 1 : -1))
          : MAPPER.getNodeFactory().stringNode(old.asString("") + "x");
    };
  }
}
