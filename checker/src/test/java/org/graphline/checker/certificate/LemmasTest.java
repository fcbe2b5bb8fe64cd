package org.graphline.checker.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.graphline.checker.certificate.Certificate.Constraint;
import org.graphline.checker.certificate.Certificate.Lemma;
import org.junit.jupiter.api.Test;

/// Refutations of formulas that have a model, each wrong in one way only: who looks away from it accepts them all.
class LemmasTest {
  private static final List<Constraint> EITHER = List.of(clause(1, 2));
  private static final int VARIABLES = 3;
  private static final int TRIES = 60_000;

  private static Constraint clause(Integer... literals) {
    return new Constraint(1, List.of(literals));
  }

  private static Lemma lemma(int[] literals, int... hints) {
    return new Lemma(literals, hints);
  }

  private static int[] of(int... literals) {
    return literals;
  }

  private static void isRefused(List<Constraint> formula, String why, Lemma... lemmas) {
    assertThat(isSatisfiable(formula)).isTrue();
    assertThatThrownBy(() -> Lemmas.check(formula, List.of(lemmas))).isInstanceOf(Refused.class)
        .hasMessageContaining(why);
  }

  private static boolean isSatisfiable(List<Constraint> formula) {
    return IntStream.range(0, 1 << VARIABLES).anyMatch(m -> formula.stream().allMatch(c -> isTrue(c, m)));
  }

  private static boolean isTrue(Constraint constraint, int model) {
    return constraint.literals().stream().filter(l -> (model >> Math.abs(l) - 1 & 1) == (l > 0 ? 1 : 0)).count()
        >= constraint.least();
  }

  @Test
  void somethingMustFollowAndTheLastThingMustBeNothing() {
    isRefused(EITHER, "is not refuted");
    isRefused(List.of(clause(1, 2), clause(1, -2)), "is not refuted", lemma(of(1), 0, 1));
  }

  @Test
  void noLemmaFollowsWithoutAHint() {
    isRefused(EITHER, "or does not follow", lemma(of()));
  }

  /// Two are left of which one is enough; all but one of three are left where two are needed.
  @Test
  void whatIsLeftIsTrueOnlyIfAllOfItIsNeeded() {
    isRefused(List.of(clause(1, 2), clause(-1, -2)), "is of no use", lemma(of(), 0, 1));
    isRefused(List.of(new Constraint(2, List.of(1, 2, 3)), clause(-1, -2, -3)), "is of no use", lemma(of(), 0, 1));
  }

  @Test
  void theLastHintCannotBeFulfilled() {
    isRefused(List.of(clause(1), clause(1, 2)), "is of no use", lemma(of(), 0));
    isRefused(List.of(clause(1), clause(-1, 2)), "is of no use", lemma(of(), 0, 1));
    isRefused(List.of(new Constraint(2, List.of(1, 2))), "is of no use", lemma(of(), 0));
  }

  @Test
  void aLemmaLeansOnWhatComesBeforeItOnly() {
    isRefused(EITHER, "no constraint 1 before 1", lemma(of(), 1));
    isRefused(EITHER, "no constraint 2 before 1", lemma(of(1), 2), lemma(of(-1), 1), lemma(of(), 1, 2));
    isRefused(List.of(clause(1, 2), clause(-1, -2)), "no constraint 3 before 2", lemma(of(1), 3), lemma(of(), 2));
  }

  @Test
  void aLemmaIsAssumedToBeFalse() {
    isRefused(EITHER, "is of no use", lemma(of(-1), 0), lemma(of(), 0, 1));
    isRefused(List.of(clause(1, 2)), "", lemma(of(-1, 2), 0), lemma(of(-2), 0, 1), lemma(of(), 0, 1, 2));
  }

  /// The first lemma follows from its own assumption; the second one assumes nothing.
  @Test
  void whatWasAssumedForOneLemmaIsNotAssumedForTheNext() {
    List<Constraint> formula = List.of(clause(1, 2), clause(1, -2), clause(1, 3));
    isRefused(formula, "is of no use", lemma(of(1), 0, 1), lemma(of(), 0, 1));
    assertThatCode(() -> Lemmas.check(List.of(clause(1, 2), clause(1, -2), clause(-1, 2), clause(-1, -2)),
        List.of(lemma(of(1), 0, 1), lemma(of(), 4, 2, 3)))).doesNotThrowAnyException();
  }

  @Test
  void aLemmaOfSeveralLiteralsMakesOneOfThemTrue() {
    List<Constraint> formula = List.of(clause(1, 2, 3), clause(1, 2, -3), clause(-1, 3), clause(-1, -3));
    isRefused(formula, "is of no use", lemma(of(1, 2), 0, 1), lemma(of(), 4, 2, 3));
    isRefused(formula, "is of no use", lemma(of(1, 2), 0, 1), lemma(of(), 4));
  }

  @Test
  void noFormulaThatHasAModelIsRefutedByWhateverHints() {
    var random = new Random(1);
    int refuted = 0;
    for (int i = 0; i < TRIES; i++) {
      List<Constraint> formula = formula(random);
      List<Lemma> lemmas = lemmas(formula.size(), random);
      if (isAccepted(formula, lemmas)) {
        refuted++;
        assertThat(isSatisfiable(formula)).as(formula + " by " + lemmas.stream()
            .map(l -> Arrays.toString(l.literals()) + Arrays.toString(l.hints())).toList()).isFalse();
      }
    }
    assertThat(refuted).isGreaterThan(TRIES / 1000);
  }

  private static boolean isAccepted(List<Constraint> formula, List<Lemma> lemmas) {
    try {
      Lemmas.check(formula, lemmas);
      return true;
    } catch (Refused _) {
      return false;
    }
  }

  private static List<Constraint> formula(Random random) {
    return random.ints(2 + random.nextInt(3), 1, 4).mapToObj(n -> {
      List<Integer> literals = Arrays.stream(literals(1 + random.nextInt(n), random)).boxed().toList();
      return new Constraint(1 + random.nextInt(literals.size()), literals);
    }).distinct().toList();
  }

  /// In ascending order, no two of one variable.
  private static int[] literals(int most, Random random) {
    return random.ints(most, 1, VARIABLES + 1).distinct().map(v -> random.nextBoolean() ? v : -v).sorted().toArray();
  }

  private static List<Lemma> lemmas(int constraints, Random random) {
    int count = 1 + random.nextInt(2);
    var all = new ArrayList<Lemma>();
    for (int i = 0; i < count; i++) {
      all.add(new Lemma(i == count - 1 ? new int[0] : literals(1, random),
          random.ints(1 + random.nextInt(3), 0, constraints + i).toArray()));
    }
    return all;
  }
}
