package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `check --approximate`.
class ApproximateSearchTest {
  @TempDir
  private Path folder;
  private Session session;

  @BeforeEach
  void copySpecs() throws IOException {
    Folders.copy(Folders.SPECS, folder.resolve("specs"));
    session = new Session(folder.resolve("specs"));
  }

  private Session.Result check(String file, String how) {
    return session.run("check", file, "--approximate", how, "--max-memory", "50M");
  }

  @ParameterizedTest @ValueSource(strings = {"hash", "bitstate"})
  void provesNothing(String how) {
    Session.Result result = check("wide.graphline", how);
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out()).contains("not complete", "? deadlock free", "unknown: nothing found, estimated coverage ")
        .contains("states explored", "1 unknown").doesNotContain("100%");
  }

  @ParameterizedTest @ValueSource(strings = {"hash", "bitstate"})
  void replaysWhatItFinds(String how) throws IOException {
    Session.Result result = check("farm.graphline", how);
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("DL-1  deadlock, certain, after 2 steps");
    assertThat(result.out()).contains("✗ DL-1").contains("who waits for whom");
  }

  @Test void leavesOpenWhatSingleStatesDoNotDecide() {
    assertThat(check("livelock.graphline", "hash").out().replaceAll("\\s+", " "))
        .contains("unknown: an approximate search judges only what single states decide");
  }

  @Test void givesUpAtTheBounds() {
    Session.Result result = session.run("check", "wide.graphline", "--approximate", "hash", "--no-reduce",
        "--max-states", "1000");
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out()).contains("the limit of 1000 states was reached");
  }
}
