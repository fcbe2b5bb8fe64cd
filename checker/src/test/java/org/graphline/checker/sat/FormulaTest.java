package org.graphline.checker.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormulaTest {
  /// At most one of three variables is true, and one of the first two.
  private static Formula oneOfThree() {
    var formula = new Formula();
    for (int i = 0; i < 3; i++) {
      formula.variable();
    }
    formula.atLeast(2, -1, -2, -3);
    formula.clause(1, 2);
    return formula;
  }

  @Test
  void aModelIsSoughtInWhichALiteralIsTrue() {
    assertThat(oneOfThree().solveWith(2, () -> false)).isInstanceOfSatisfying(Formula.Answer.Satisfied.class,
        s -> assertThat(s.on().stream()).containsExactly(2));
  }

  @Test
  void whereThereIsNoneTheOppositeIsAConstraintAndTheRestStaysAsItIs() {
    Formula formula = oneOfThree();
    List<int[]> learned = formula.learned();
    assertThat(formula.solveWith(3, () -> false)).isInstanceOf(Formula.Answer.Contradiction.class);
    assertThat(learned.getLast()).containsExactly(-3);
    assertThat(formula.solve(() -> false)).isInstanceOf(Formula.Answer.Satisfied.class);
  }

  @Test
  void aFormulaWhoseCasesAreAllExcludedHasNoModel() {
    Formula formula = oneOfThree();
    formula.clause(3, -1);
    formula.clause(3, -2);
    for (int literal = 1; literal <= 2; literal++) {
      assertThat(formula.solveWith(literal, () -> false)).isInstanceOf(Formula.Answer.Contradiction.class);
    }
    assertThat(formula.solve(() -> false)).isInstanceOf(Formula.Answer.Contradiction.class);
  }

  @Test
  void nothingIsKnownWhereItIsCalledOff() {
    Formula formula = oneOfThree();
    assertThat(formula.solveWith(3, () -> true)).isInstanceOf(Formula.Answer.Open.class);
    assertThat(formula.solveWith(3, () -> false)).isInstanceOf(Formula.Answer.Contradiction.class);
  }
}
