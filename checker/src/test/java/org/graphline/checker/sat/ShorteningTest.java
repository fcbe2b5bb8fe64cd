package org.graphline.checker.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sat4j.core.LiteralsUtils;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.minisat.core.SimplificationType;
import org.sat4j.minisat.core.Solver;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.IConstr;
import org.sat4j.specs.ISolverService;
import org.sat4j.specs.SearchListenerAdapter;
import org.sat4j.specs.TimeoutException;

class ShorteningTest {
  private static final int FORMULAS = 60;

  private interface Setting {
    void simplifier(Solver<?> solver);
  }

  /// Returns the clauses that are learned of a random formula, with sums in it, until it is decided.
  private static List<List<Integer>> learned(long seed, Setting setting) throws ContradictionException {
    var random = new Random(seed);
    var solver = (Solver<?>) SolverFactory.newDefault();
    setting.simplifier(solver);
    var learned = new ArrayList<List<Integer>>();
    solver.setSearchListener(new SearchListenerAdapter<ISolverService>() {
      private static final long serialVersionUID = 1;

      @Override
      public void learn(IConstr clause) {
        learned.add(IntStream.range(0, clause.size()).mapToObj(i -> LiteralsUtils.toDimacs(clause.get(i))).toList());
      }
    });
    int variables = 60 + random.nextInt(60);
    solver.newVar(variables);
    for (int i = 0; i < 4 * variables; i++) {
      solver.addClause(literals(random, variables, 3));
    }
    for (int i = 0; i < variables / 8; i++) {
      solver.addAtLeast(literals(random, variables, 7), 3);
    }
    solver.setTimeoutOnConflicts(2_000);
    try {
      solver.isSatisfiable();
    } catch (TimeoutException _) {
      // What was learned until then will do.
    }
    return learned;
  }

  private static VecInt literals(Random random, int variables, int count) {
    return new VecInt(random.ints(1, variables + 1).distinct().limit(count).map(v -> random.nextBoolean() ? v : -v)
        .toArray());
  }

  @Test
  void aClauseIsMadeAsShortAsTheSolverWouldMakeIt() throws ContradictionException {
    int clauses = 0;
    int shorter = 0;
    for (long seed = 1; seed <= FORMULAS; seed++) {
      List<List<Integer>> ours = learned(seed, s -> s.setSimplifier(new Shortening(s.getVocabulary())));
      assertThat(ours).as("seed %d", seed).isEqualTo(learned(seed, s ->
          s.setSimplifier(SimplificationType.EXPENSIVE_SIMPLIFICATION)));
      clauses += ours.size();
      shorter += ours.equals(learned(seed, s -> s.setSimplifier(SimplificationType.NO_SIMPLIFICATION))) ? 0 : 1;
    }
    assertThat(clauses).as("of %d formulas", FORMULAS).isGreaterThan(50 * FORMULAS);
    assertThat(shorter).as("of %d formulas", FORMULAS).isGreaterThan(FORMULAS / 2);
  }
}
