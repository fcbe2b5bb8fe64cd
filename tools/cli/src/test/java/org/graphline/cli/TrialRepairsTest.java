package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is tried for a deadlock, and what comes of it.
class TrialRepairsTest {
  @TempDir
  private Path folder;
  private Session session;

  @BeforeEach
  void copySpecs() throws IOException {
    Folders.copy(Folders.SPECS, folder.resolve("specs"));
    session = new Session(folder.resolve("specs"));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve("specs").resolve(name), text);
  }

  @Test void theFarmIsRepairedByParAndTwoBuffersOnlyMoveIt() {
    assertThat(session.run("check", "farm.graphline").out()).contains("""
           tried for you, each checked again                                     PARTS = 6
        """.substring(5)).containsSubsequence("par { send parts  receive results }", "holds    holds\n",
        "farmer.parts ->[any, 2] w[*].parts", "holds    FAILS   only moves it",
        "w[*].results ->[2] farmer.results", "holds    FAILS   only moves it", "3 other changes do not help");
  }

  @Test void programsGetTheSameTable() {
    JsonNode repairs = JsonMapper.shared().readTree(session.run("check", "farm.graphline", "--format", "json").out())
        .path("results").path(0).path("repairs");
    assertThat(repairs.path("larger").asString()).isEqualTo("PARTS = 6");
    assertThat(repairs.path("tried")).anySatisfy(t -> assertThat(t.toString()).contains("\"asked\":\"holds\"",
        "\"larger\":\"fails\"", "[any, 2]"))
        .anySatisfy(t -> assertThat(t.toString()).contains("w[*].results ->[2] farmer.results", "\"asked\":\"holds\"",
            "\"larger\":\"fails\""))
        .anySatisfy(t -> assertThat(t.toString()).contains("w[*].results ->[1] farmer.results", "\"asked\":\"fails\""));
  }

  /// What is proposed is written into the specification, and the check is asked again.
  @Test void whatHoldsInTheTableHoldsInTheSpecification() throws IOException {
    Path farm = folder.resolve("specs/farm.graphline");
    String text = Files.readString(farm);
    Files.writeString(farm, text.replace("->[any] w", "->[any, 2] w"));
    assertThat(Files.readString(farm)).isNotEqualTo(text);
    assertThat(session.run("check", "farm.graphline").out()).doesNotContain("DL-1");
    Files.writeString(farm, Files.readString(farm).replace("PARTS = 4", "PARTS = 6"));
    assertThat(session.run("check", "farm.graphline").out()).contains("DL-1");
  }

  @Test void anOrderOfOneComponentMayBeTheRepair() throws IOException {
    write("order.graphline", """
        package order;
        component A { out x: signal;  out y: signal;  run { repeat { send to x;  send to y; } } }
        component B { in x: signal;  in y: signal;  run { repeat { receive from y;  receive from x; } } }
        graph G { a = A();  b = B();  a.x -> b.x;  a.y -> b.y; }
        check G { deadlock free; }
        """);
    assertThat(session.run("check", "order.graphline").out())
        .contains("receive x before receive y  order.graphline:3  holds", "send y before send x        order.graphline:2  holds",
            "a.x ->[1] b.x               order.graphline:4  holds");
  }

  @Test void whoSendsToSomebodyWhoSendsBackMayAsk() throws IOException {
    write("ask.graphline", """
        package ask;
        component A { out q: 1..3;  in r: bool;  run { for i in 1..3 { send i to q;  receive ok from r; } } }
        component B { in q: 1..3;  out r: bool;  run { repeat { send true to r;  receive x from q; } } }
        graph G { a = A();  b = B();  a.q -> b.q;  b.r -> a.r; }
        check G { deadlock free;  terminates; }
        """);
    assertHolds("ask.graphline", "call q instead of receive r", 2);
    write("ask.graphline", """
        package ask;
        component A { client q: 1..3 -> bool;   run { for i in 1..3 { let ok = call q(i); } } }
        component B { server q: 1..3 -> bool;   run { repeat { accept x from q { reply true; } } } }
        graph G { a = A();  b = B();  a.q -> b.q;   }
        check G { deadlock free;  terminates; }
        """);
    assertThat(session.run("check", "ask.graphline").code()).isZero();
  }

  @Test void numbersThatDoNotFitTheirTypesSayNothingOfARepair() throws IOException {
    write("narrow.graphline", """
        package narrow;
        component A { out x: 1..2;  in y: signal;
            run { for i in 1..2 { send i to x; }  for i in 1..2 { receive from y; } } }
        component B { in x: 1..2;  out y: signal;  run { repeat { receive n from x;  send to y; } } }
        graph G { a = A();  b = B();  a.x -> b.x;  b.y -> a.y; }
        check G { deadlock free; }
        """);
    assertThat(session.run("check", "narrow.graphline").out())
        .containsPattern("par \\{ send x  receive y \\} +narrow.graphline:3 +holds\n").doesNotContain("only moves it");
  }

  @Test void nobodyWaitsForEverWithATimer() throws IOException {
    write("timer.graphline", """
        package timer;
        component A { in x: signal;  run { receive from x; } }
        component B { in y: signal;  out x: signal;  run { receive from y;  send to x; } }
        graph G { a = A();  b = B();  Never<signal>() -> b.y;  b.x -> a.x; }
        check G { deadlock free; }
        """);
    assertHolds("timer.graphline", "select { receive y  after 1s }", 3);
    write("cases.graphline", """
        package cases;
        component A { in x: signal;  run { receive from x; } }
        component B { in y: signal;  in z: signal;  out x: signal;
          run { select { receive from y => {}  receive from z => {} }  send to x; } }
        graph G { a = A();  b = B();  Never<signal>() -> b.y;  Never<signal>() -> b.z;  b.x -> a.x; }
        check G { deadlock free; }
        """);
    assertHolds("cases.graphline", "select { …  after 1s }", 4);
  }

  private void assertHolds(String file, String change, int line) {
    JsonNode tried = JsonMapper.shared().readTree(session.run("check", file, "--format", "json").out())
        .path("results").path(0).path("repairs").path("tried");
    assertThat(tried).as(tried.toString()).anySatisfy(t -> assertThat(t.toString()).contains('"' + change + '"',
        file + ":" + line, "\"asked\":\"holds\""));
  }

  @Test void whoFoundNobodyMayGoOn() throws IOException {
    write("left.graphline", """
        package left;
        component A { out x: signal;  out y: signal;  run { send to x;  send to y; } }
        component Gone { in x: signal;  run { } }
        component C { in y: signal;  in z: signal;  out w: signal;
          run { receive from y else { send to w; }  receive from z; } }
        component D { out z: signal;  in w: signal;  run { send to z;  receive from w; } }
        graph G { a = A();  gone = Gone();  c = C();  d = D();
          a.x -> gone.x;  a.y -> c.y;  c.w -> d.w;  d.z -> c.z; }
        check G { deadlock free; }
        """);
    assertHolds("left.graphline", "send x else {}", 2);
  }

  @Test void nothingIsTriedWhereADeadlockIsExpectedOrNobodyWantsIt() throws IOException {
    assertThat(session.run("check", "farm.graphline", "--no-repairs").out()).contains("DL-1").doesNotContain("tried for you");
    Path farm = folder.resolve("specs/farm.graphline");
    Files.writeString(farm, Files.readString(farm).replace("{ deadlock free", "{ not deadlock free"));
    assertThat(session.run("check", "farm.graphline", "-v").out()).contains("DL-1").doesNotContain("tried for you");
  }
}
