package org.graphline.checker.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.graphline.checker.Checker;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Options.Reduction;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.dsl.Frontend;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SymmetricStoriesTest {
  private static final String FARM = """
      package farm;
      component Farmer(workers: 1..8) {
        out parts: signal;  in results: signal;
        run { repeat { for i in 1..workers { send to parts; }  receive from results; } }
      }
      component Worker {
        in parts: signal;  out results: signal;
        run { repeat { receive from parts;  send to results; } }
      }
      graph Farm(workers: 1..8) {
        farmer = Farmer(workers = workers);
        for i in 0..workers-1 { w[i] = Worker(); }
        farmer.parts ->[any] w[*].parts;
        w[*].results -> farmer.results;
      }
      check Farm(workers = 5) { %s }
      """;

  private static Report check(String claims, Options options) {
    var program = Frontend.analyze(List.of(new SourceFile("farm.graphline", FARM.formatted(claims)))).program()
        .orElseThrow();
    var elaboration = Frontend.elaborate(program, Frontend.checks(program).getFirst()).getFirst();
    return Checker.check(elaboration.network().orElseThrow(), elaboration.claims(), options, Progress.SILENT);
  }

  private static Options options(Reduction reduction) {
    return Options.withClock(() -> 0).reduction(reduction);
  }

  @ParameterizedTest
  @EnumSource(Reduction.class)
  void tellsARunThatThereIs(Reduction reduction) {
    Report plain = check("deadlock free;", options(reduction));
    Report symmetric = check("deadlock free;", options(reduction).symmetry(true));
    assertThat(symmetric.statistics().engine()).contains("symmetry");
    assertThat(symmetric.statistics().states()).isLessThanOrEqualTo(plain.statistics().states());
    var wanted = (Verdict.Violated) plain.claimed().getFirst();
    var told = (Verdict.Violated) symmetric.claimed().getFirst();
    assertThat(told.counterexample().length()).isEqualTo(wanted.counterexample().length());
  }

  @Test
  void keepsEverybodyApartWhereRunsAreAsked() {
    Report report = check("deadlock free;  terminates;", options(Reduction.STUBBORN).symmetry(true));
    assertThat(report.claimed()).hasSize(2);
    assertThat(report.statistics().engine()).doesNotContain("symmetry");
  }
}
