package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `check` prints, to the letter.
class CheckGoldenTest {
  @TempDir
  private Path folder;

  @BeforeEach
  void copySpecs() throws IOException {
    Folders.copy(Folders.SPECS, folder.resolve("specs"));
  }

  private Session.Result run(String... arguments) {
    return new Session(folder.resolve("specs")).run(arguments);
  }

  private void golden(String name, int code, String... arguments) throws IOException {
    Session.Result result = run(arguments);
    Golden.check(name, result.out());
    assertThat(result.code()).isEqualTo(code);
    assertThat(result.err()).isEmpty();
  }

  @Test void tellsADeadlockInFull() throws IOException {
    golden("farm.txt", 1, "check", "farm.graphline");
  }

  @Test void tellsADeadlockInAscii() throws IOException {
    golden("farm-ascii.txt", 1, "check", "farm.graphline", "--ascii");
    assertThat(run("check", ".", "--ascii").out()).containsPattern("\\A\\p{ASCII}+\\z");
  }

  @Test void tellsWhatGoesRound() throws IOException {
    golden("livelock.txt", 1, "check", "livelock.graphline");
  }

  @Test void saysWhatCoversAllSizes() throws IOException {
    Files.writeString(folder.resolve("specs/sizes.graphline"), """
        package sizes;
        component Station(starts: bool) {
            in i: signal;
            out o: signal;
            run { if (starts) { send to o; }  repeat { receive from i;  send to o; } }
        }
        graph Ring(n: 2..1000, tokens: 0..1000 = 1) {
            for i in 0..n-1 { s[i] = Station(starts = i < tokens); }
            for i in 0..n-1 { s[i].o -> s[(i + 1) % n].i; }
        }
        graph Odd(n: 2..1000) {
            for i in 0..n-1 { s[i] = Station(starts = i == n % 2); }
            for i in 0..n-1 { s[i].o -> s[(i + 1) % n].i; }
        }
        check Ring(n in 2..) { deadlock free; }
        check Odd(n in 2..) { deadlock free; }
        """);
    golden("sizes.txt", 3, "check", "sizes.graphline");
    assertThat(run("check", "sizes.graphline", "--format", "json").out()).contains("\"coverage\" : \"all n >= 2\"");
    assertThat(run("check", "sizes.graphline", "--format", "sarif").out()).contains("\"coverage\" : \"all n >= 2\"");
  }

  @Test void tellsWhatIsSeenFromOutside() throws IOException {
    golden("seen.txt", 1, "check", "seen.graphline");
  }

  @Test void saysInALineWhatWasExpected() throws IOException {
    golden("expected.txt", 1, "check", "expected.graphline");
  }

  @Test void saysWhichBoundWasHit() throws IOException {
    golden("unknown.txt", 3, "check", "wide.graphline", "--max-states", "100", "--threads", "1", "--engine",
        "search", "--no-reduce");
  }

  @Test void saysOnlyWhatIsWrongWhenQuiet() throws IOException {
    golden("farm-quiet.txt", 1, "check", "farm.graphline", "-q");
  }

  @Test void drawsDiagnostics() throws IOException {
    golden("mistakes.txt", 2, "check", "mistakes.graphline");
  }

  @Test void tellsProgramsTheSame() throws IOException {
    golden("farm.json", 1, "check", "farm.graphline", "--format", "json", "--threads", "1");
  }

  @Test void tellsProgramsOfDiagnostics() throws IOException {
    golden("mistakes.json", 2, "check", "mistakes.graphline", "--format", "json");
  }

  @Test void tellsWhyAndWhatComesNear() throws IOException {
    for (String name : List.of("butler", "milner", "philosophers")) {
      String text = Files.readString(Path.of("../../bench/proofs").resolve(name + ".graphline"));
      Files.writeString(folder.resolve("specs/" + name + ".graphline"), text.replaceAll("(?m)^check .*(\\R .*)*", "")
          + "\ncheck " + (name.equals("milner") ? "Scheduler(n = 25)" : name.equals("butler")
          ? "Table(n = 5, seats = 4)" : "Table(n = 5, leftHanders = 1)") + " { deadlock free; }\n");
    }
    golden("why.txt", 0, "check", "butler.graphline", "milner.graphline", "philosophers.graphline", "--why", "--engine",
        "proofs");
    assertThat(run("check", "butler.graphline", "--why", "--engine", "proofs", "--format", "json").out())
        .contains("\"excludedBy\" : \"a formula, 1 invariant\"", "\"ground\" : \"argument\"", "\"nearMisses\" : [");
    assertThat(run("check", "butler.graphline", "--engine", "proofs", "--format", "json").out()).doesNotContain("why");
    Session.Result drawn = run("draw", "butler.graphline", "Table", "n=2", "seats=1", "--why");
    assertThat(drawn.code()).isZero();
    Golden.check("why.svg", drawn.out());
  }

  @Test void saysWhereItIsNotToldWhy() throws IOException {
    String table = Files.readString(Path.of("../../bench/proofs/philosophers.graphline"))
        .replaceAll("(?m)^check .*", "");
    Files.writeString(folder.resolve("specs/table.graphline"), table + "check Table(n = 1500) { deadlock free; }\n");
    Session.Result large = run("check", "table.graphline", "--why");
    assertThat(large.code()).isZero();
    assertThat(large.err()).contains("why Table(n = 1500, leftHanders = 1) is deadlock free is not told: it has 3,000"
        + " components, more than 2,000");
    Files.writeString(folder.resolve("specs/table.graphline"), table + "check Table(n in 2..) { deadlock free; }\n");
    assertThat(run("check", "table.graphline", "--why").err()).contains("of single graphs only, not of all sizes");
    Files.writeString(folder.resolve("specs/chain.graphline"), """
        package chain;
        component First { out o: signal;  barrier b;  run { repeat { send to o;  sync b; } } }
        component Cell { in i: signal;  out o: signal;  barrier b;
          run { repeat { receive from i;  send to o;  sync b; } } }
        component Last { in i: signal;  barrier b;  run { repeat { receive from i;  sync b; } } }
        graph Chain(n: 1..50) {
            s = First();  for k in 0..n-1 { c[k] = Cell(); }  t = Last();
            s.o -> c[0].i;  for k in 0..n-2 { c[k].o -> c[k+1].i; }  c[n-1].o -> t.i;
            barrier all: (s.b, c[*].b, t.b);
        }
        check Chain(n = 10) { deadlock free; }
        """);
    Session.Result chain = run("check", "chain.graphline", "--why");
    assertThat(chain.code()).isZero();
    assertThat(chain.err()).contains("is deadlock free is not told: no proof without states was found");
  }

  @Test void saysThatNothingIsColoredWhereNoProofTellsWhy() {
    Session.Result drawn = run("draw", "farm.graphline", "workers=2", "together=false", "--why");
    assertThat(drawn.err()).startsWith("graphline: nothing is colored: that ");
    assertThat(drawn.out()).startsWith("<svg").doesNotContain("class=\"box desk argument\"");
    Session.Result both = run("draw", "farm.graphline", "workers=2", "together=false", "--why", "--findings");
    assertThat(both.code()).isEqualTo(64);
  }
}
