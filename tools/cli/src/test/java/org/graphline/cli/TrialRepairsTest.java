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
        "\"larger\":\"fails\"", "[any, 2]"));
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

  @Test void nothingIsTriedWhereADeadlockIsExpectedOrNobodyWantsIt() throws IOException {
    assertThat(session.run("check", "farm.graphline", "--no-repairs").out()).contains("DL-1").doesNotContain("tried for you");
    Path farm = folder.resolve("specs/farm.graphline");
    Files.writeString(farm, Files.readString(farm).replace("{ deadlock free", "{ not deadlock free"));
    assertThat(session.run("check", "farm.graphline", "-v").out()).contains("DL-1").doesNotContain("tried for you");
  }
}
