package org.graphline.conformance.spin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.graphline.checker.export.Exported;
import org.graphline.checker.export.PromelaExport;
import org.graphline.conformance.naive.NaiveSpace;
import org.graphline.conformance.spin.Spin.Answer;
import org.graphline.dsl.Frontend;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpinTest {
  private static final int MOST_STATES = 2_000;

  @TempDir
  Path folder;

  @BeforeEach
  void needsSpin() {
    boolean installed = Spin.isInstalled();
    if (!installed) {
      System.out.println("SKIPPED: SPIN is compared with only where `spin` and a C compiler are installed");
    }
    assumeTrue(installed);
  }

  @Test
  void agreesOnDeadlocksAndProgressOfRandomNetworks() throws IOException {
    var comparison = new SpinComparison(folder, System.out::println);
    comparison.run(Long.getLong("graphline.spin.seed", 1), Integer.getInteger("graphline.spin.networks", 25));
    assertThat(comparison.disagreements()).isEmpty();
  }

  /// Letters from outside may be dropped at a full line for ever: seed 3405.
  @Test
  void agreesWhereLettersFromOutsideAreDropped() throws IOException {
    var comparison = new SpinComparison(folder, System.out::println);
    comparison.run(3405, 1);
    assertThat(comparison.disagreements()).isEmpty();
  }

  /// The opposite of a value is sent: seed 9648.
  @Test
  void agreesWhereANegationIsSent() throws IOException {
    var comparison = new SpinComparison(folder, System.out::println);
    comparison.run(9648, 1);
    assertThat(comparison.disagreements()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../examples/01-hello/hello", "../examples/05-farm/farm", "deadlocks/two-philosophers",
      "holds/left-and-right-handed-philosophers", "deadlocks/ring-of-full-buffers", "holds/a-list-is-a-queue",
      "holds/an-exposed-client-is-answered", "holds/two-clients-at-one-server"})
  void agreesOnDeadlocksAndProgressOfChosenSpecs(String spec) throws IOException {
    Path file = Path.of(spec + ".graphline");
    var source = SourceFile.decode(file.getFileName().toString(), Files.readAllBytes(file));
    for (Network network : networks(source)) {
      NaiveSpace space = NaiveSpace.of(Semantics.of(network, Timers.ANY), MOST_STATES).orElseThrow();
      var spin = new Spin(folder, 60);
      spin.model(((Exported.Text) PromelaExport.of(network)).text());
      assertThat(spin.reachesInvalidEnd()).as(network.display())
          .isEqualTo(SpinComparison.standsStill(space) ? Answer.YES : Answer.NO);
      assertThat(spin.goesRoundWithoutProgress()).as(network.display())
          .isEqualTo(SpinComparison.goesRoundWithoutMark(space) ? Answer.YES : Answer.NO);
    }
  }

  private static List<Network> networks(SourceFile source) {
    var analysis = Frontend.analyze(List.of(source));
    if (analysis.program().isEmpty()) {
      return List.of();
    }
    return Frontend.checks(analysis.program().get()).stream()
        .flatMap(c -> Frontend.elaborate(analysis.program().get(), c).stream())
        .flatMap(e -> e.network().stream()).toList();
  }
}
