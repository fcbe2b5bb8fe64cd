package org.graphline.conformance.spin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graphline.checker.export.Exported;
import org.graphline.checker.export.PromelaExport;
import org.graphline.conformance.naive.NaiveJudge;
import org.graphline.conformance.naive.NaiveSpace;
import org.graphline.conformance.random.RandomProgram;
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
      System.out.println("SKIPPED: SPIN is compared with only where `spin` and `gcc` are installed");
    }
    assumeTrue(installed);
  }

  @Test
  void agreesOnDeadlocksOfRandomNetworks() throws IOException {
    int wanted = Integer.getInteger("graphline.spin.networks", 25);
    var disagreements = new ArrayList<String>();
    int compared = 0;
    int deadlocks = 0;
    int outside = 0;
    long seed = Long.getLong("graphline.spin.seed", 1);
    for (; compared < wanted; seed++) {
      String text = RandomProgram.of(seed).text();
      for (Network network : networks(new SourceFile("random.graphline", text)).stream().limit(1).toList()) {
        Optional<Boolean> ours = reachesDeadlock(network);
        if (ours.isEmpty()) {
          continue;
        }
        Answer answer = spin(network);
        outside += answer == Answer.UNKNOWN ? 1 : 0;
        if (answer != Answer.UNKNOWN) {
          compared++;
          deadlocks += ours.get() ? 1 : 0;
          if (ours.get() != (answer == Answer.DEADLOCK)) {
            disagreements.add("seed " + seed + ": SPIN says " + answer + "\n" + text);
          }
        }
      }
    }
    System.out.println("SPIN: " + compared + " networks compared, " + deadlocks + " with a deadlock, " + outside
        + " outside the fragment, last seed " + (seed - 1) + ", " + disagreements.size() + " disagreements");
    assertThat(disagreements).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../examples/01-hello/hello", "../examples/05-farm/farm", "deadlocks/two-philosophers",
      "holds/left-and-right-handed-philosophers", "deadlocks/ring-of-full-buffers", "holds/a-list-is-a-queue",
      "holds/an-exposed-client-is-answered", "holds/two-clients-at-one-server"})
  void agreesOnDeadlocksOfChosenSpecs(String spec) throws IOException {
    Path file = Path.of(spec + ".graphline");
    var source = SourceFile.decode(file.getFileName().toString(), Files.readAllBytes(file));
    for (Network network : networks(source)) {
      assertThat(spin(network)).as(network.display())
          .isEqualTo(reachesDeadlock(network).orElseThrow() ? Answer.DEADLOCK : Answer.NO_DEADLOCK);
    }
  }

  private Answer spin(Network network) throws IOException {
    return switch (PromelaExport.of(network)) {
      case Exported.Text(var text) -> new Spin(folder).check(text);
      case Exported.OutsideFragment _ -> Answer.UNKNOWN;
    };
  }

  /// Whether the whole network can come to stand still with somebody busy; SPIN knows nothing of stuck groups.
  private static Optional<Boolean> reachesDeadlock(Network network) {
    return NaiveSpace.of(Semantics.of(network, Timers.ANY), MOST_STATES).map(space -> {
      var judge = new NaiveJudge(space);
      for (int state = 0; state < space.size(); state++) {
        if (judge.isDeadlock(state)) {
          return true;
        }
      }
      return false;
    });
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
