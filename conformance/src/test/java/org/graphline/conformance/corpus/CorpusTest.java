package org.graphline.conformance.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.graphline.checker.Checker;
import org.graphline.checker.compiled.SpaceAgreement;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.product.ProductAgreement;
import org.graphline.checker.verdict.Finding;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.conformance.crosscheck.Comparison;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.model.semantics.Timers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorpusTest {
  private static final int MOST_STATES_FOR_THE_NAIVE = 1_500;
  private static final int MOST_STATES_OF_PRODUCTS = 300;
  private static final int MOST_STATES_OF_PARTS = 20_000;
  private static final Pattern RULE = Pattern.compile("\\bR([0-9]+)\\b");

  static Stream<Spec> rejected() {
    return Spec.all().stream().filter(s -> s.folder().equals("rejected"));
  }

  static Stream<Spec> compiling() {
    return Spec.all().stream().filter(s -> !s.folder().equals("rejected"));
  }

  /// What the front end says of a spec.
  private record Reading(List<Diagnostic> diagnostics, List<Elaboration> elaborations) {

    static Reading of(Spec spec) {
      var analysis = Frontend.analyze(spec.files());
      var diagnostics = new ArrayList<>(analysis.diagnostics());
      var elaborations = new ArrayList<Elaboration>();
      analysis.program().ifPresent(program -> Frontend.checks(program)
          .forEach(check -> elaborations.addAll(Frontend.elaborate(program, check))));
      elaborations.forEach(e -> diagnostics.addAll(e.diagnostics()));
      return new Reading(diagnostics.stream().distinct().toList(), elaborations);
    }

    List<String> errors() {
      return diagnostics.stream().filter(Diagnostic::isError).map(d -> d.id().code()).toList();
    }
  }

  @ParameterizedTest
  @MethodSource
  void rejected(Spec spec) {
    assertThat(Reading.of(spec).errors()).isEqualTo(spec.header("expect"));
  }

  @ParameterizedTest
  @MethodSource("compiling")
  void hasAProductThatTakesTheStepsOfTheModel(Spec spec) throws Unsupported {
    for (Elaboration elaboration : Reading.of(spec).elaborations()) {
      for (Timers timers : Timers.values()) {
        assertThat(ProductAgreement.difference(elaboration.network().orElseThrow(), timers, MOST_STATES_OF_PRODUCTS))
            .isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("compiling")
  void hasCompiledStepsThatAreThoseOfTheModel(Spec spec) throws Unsupported {
    for (Elaboration elaboration : Reading.of(spec).elaborations()) {
      for (Timers timers : Timers.values()) {
        assertThat(SpaceAgreement.difference(elaboration.network().orElseThrow(), timers, MOST_STATES_OF_PRODUCTS))
            .isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("compiling")
  void getsTheVerdictItsFolderPromises(Spec spec) {
    Reading reading = Reading.of(spec);
    assertThat(reading.errors()).isEmpty();
    assertThat(reading.diagnostics().stream().map(d -> d.id().code()).toList()).containsAll(spec.header("warns"));
    var stories = new ArrayList<Integer>();
    for (Elaboration elaboration : reading.elaborations()) {
      Report report = Checker.check(elaboration.network().orElseThrow(), elaboration.claims(),
          Options.withClock(System::nanoTime), Progress.SILENT);
      for (Verdict verdict : report.verdicts()) {
        assertThat(verdict.isAsExpected()).as(report.network().display() + ": " + verdict.claim().text()).isTrue();
        if (verdict instanceof Verdict.Violated(_, var story, _, _) && story.finding() == Finding.DEADLOCK) {
          stories.add(story.length());
        }
      }
    }
    for (String told : spec.header("story")) {
      assertThat(stories).as("lengths of stories").contains(Integer.parseInt(told.replaceAll("[^0-9].*", "")));
    }
  }

  @ParameterizedTest
  @MethodSource("compiling")
  void allEnginesAgree(Spec spec) {
    for (Elaboration elaboration : Reading.of(spec).elaborations()) {
      assertThat(Comparison.of(elaboration.network().orElseThrow(), elaboration.claims(), MOST_STATES_FOR_THE_NAIVE)
          .details()).as(spec.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("compiling")
  void compositionSaysWhatTheFolderPromisesOrNothing(Spec spec) {
    for (Elaboration elaboration : Reading.of(spec).elaborations()) {
      Report report = Checker.check(elaboration.network().orElseThrow(), elaboration.claims(),
          Options.withClock(System::nanoTime).engine(Options.Engine.COMPOSITION).maxStates(MOST_STATES_OF_PARTS),
          Progress.SILENT);
      for (Verdict verdict : report.verdicts()) {
        assertThat(verdict.isAsExpected() || verdict instanceof Verdict.Undecided)
            .as(report.network().display() + ": " + verdict.claim().text()).isTrue();
      }
    }
  }

  @Test
  void exercisesEveryRule() {
    var exercised = new TreeSet<Integer>();
    for (Spec spec : Spec.all()) {
      spec.header("rule").forEach(rule -> RULE.matcher(rule).results()
          .forEach(r -> exercised.add(Integer.parseInt(r.group(1)))));
    }
    var missing = new TreeSet<Integer>();
    for (int rule = 1; rule <= 33; rule++) {
      if (!exercised.contains(rule)) {
        missing.add(rule);
      }
    }
    assertThat(missing).isEmpty();
  }
}
