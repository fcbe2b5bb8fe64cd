package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The options of `check` that say how states are explored.
class ExplorationOptionsTest {
  @TempDir
  private Path folder;
  private Session session;

  @BeforeEach
  void copySpecs() throws IOException {
    Folders.copy(Folders.SPECS, folder.resolve("specs"));
    session = new Session(folder.resolve("specs"));
  }

  private String explored(String... options) {
    var arguments = new java.util.ArrayList<>(java.util.List.of("check", "livelock.graphline", "-v"));
    arguments.addAll(java.util.List.of(options));
    Session.Result result = session.run(arguments.toArray(String[]::new));
    assertThat(result.code()).as(result.err()).isEqualTo(1);
    assertThat(result.out()).contains("✓ deadlock free").contains("LL-1");
    String out = result.out().replaceAll("\\s+", " ");
    return out.substring(out.indexOf("explored: "), out.indexOf(" bytes per state"));
  }

  @Test void passesOverStatesByStubbornSetsUnlessToldOtherwise() {
    assertThat(explored()).startsWith("explored: stubborn sets; 5 states, 6 transitions, depth 3, ");
    assertThat(explored("--reduction", "stubborn")).isEqualTo(explored());
  }

  @Test void followsOnlyStepsThatCommuteByConfluence() {
    assertThat(explored("--reduction", "confluence")).contains("confluence; 2 states, 3 transitions, depth 1, ");
  }

  @Test void exploresEveryStateWithoutReduction() {
    assertThat(explored("--reduction", "none", "--threads", "1")).startsWith("explored: breadth first, compiled")
        .contains("; 5 states, 6 transitions, depth 3, ");
    assertThat(explored("--no-reduce", "--reduction", "confluence")).doesNotContain("confluence");
  }

  @Test void computesStepsAsTold() {
    assertThat(explored("--no-reduce", "--steps", "interpreted")).startsWith("explored: breadth first, interpreted");
    assertThat(explored("--no-reduce", "--steps", "model")).startsWith("explored: breadth first; 5 states");
    assertThat(explored("--steps", "model")).startsWith("explored: breadth first, confluence; 2 states");
  }

  @Test void searchesOnAsManyThreadsAsTold() {
    assertThat(session.run("check", "wide.graphline", "--no-reduce", "--threads", "3").out()).contains("3 threads");
    assertThat(session.run("check", "wide.graphline", "--no-reduce", "--threads", "1").out())
        .doesNotContain("1 thread");
  }

  @Test void provesWhatABoundLeavesOpen() {
    Session.Result result = session.run("check", "wide.graphline", "--max-states", "100", "--no-reduce");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("not complete").contains("✓ deadlock free   arc consistency, 4 pairs of neighbors");
  }

  @Test void looksAtNoStateWhereProofsAreAskedFor() {
    Session.Result proved = session.run("check", "wide.graphline", "--engine", "proofs");
    assertThat(proved.code()).isZero();
    assertThat(proved.out()).contains("no states explored").contains("arc consistency, 4 pairs of neighbors");
    Session.Result open = session.run("check", "livelock.graphline", "--engine", "proofs");
    assertThat(open.code()).isEqualTo(3);
    assertThat(open.out()).contains("unknown: no proof without states is known for it").contains("✓ deadlock free");
  }

  @Test void looksAtNoStateOfTheWholeWhereCompositionIsAskedFor() {
    Session.Result composed = session.run("check", "wide.graphline", "--engine", "composition", "-v");
    assertThat(composed.code()).isZero();
    assertThat(composed.out()).contains("✓ deadlock free   by composition").contains("explored: by composition");
    Session.Result open = session.run("check", "livelock.graphline", "--engine", "composition");
    assertThat(open.code()).isEqualTo(3);
    assertThat(open.out()).contains("unknown: composition has no answer for it").contains("✓ deadlock free");
  }

  @Test void refusesWhatIsNoChoice() {
    assertThat(session.run("check", "--threads", "0", ".").err()).contains("'0' is not a number from 1 to 1024");
    assertThat(session.run("check", "--reduction", "all", ".").code()).isEqualTo(64);
    assertThat(session.run("check", "--steps", "wild", ".").code()).isEqualTo(64);
  }

  @Test void isCompletedInAShell() {
    String script = session.run("completion").out();
    assertThat(script).contains("--threads", "--reduction", "--steps")
        .contains("(\"NONE\" \"CONFLUENCE\" \"STUBBORN\") # --reduction values");
  }
}
