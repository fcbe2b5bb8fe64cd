package org.graphline.checker.sat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.sat4j.core.LiteralsUtils;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.IConstr;
import org.sat4j.specs.ISolver;
import org.sat4j.specs.ISolverService;
import org.sat4j.specs.SearchListenerAdapter;
import org.sat4j.specs.TimeoutException;

/// A formula to which constraints are added until it has no model, or one that is liked. A literal is the number of a
/// variable, or its negative for the opposite.
///
/// The solver is Sat4j (Le Berre, Parrain, "The Sat4j library, release 2.2", Journal on Satisfiability, Boolean
/// Modeling and Computation 7, 2010), which counts without clauses for it.
public final class Formula {
  /// After so many conflicts it is asked whether to go on.
  private static final int CONFLICTS = 500;
  /// So often it is asked for one formula; nothing is known after that.
  private static final int MOST_ROUNDS = 40;

  private final ISolver solver = SolverFactory.newDefault();
  private boolean contradictory;
  private int rounds;

  /// What is known of a formula.
  public sealed interface Answer {

    /// It has a model.
    ///
    /// @param on the variables that are true in it
    record Satisfied(BitSet on) implements Answer {}

    /// It has none.
    record Contradiction() implements Answer {}

    /// Nobody knows: it took too long.
    record Open() implements Answer {}
  }

  /// Returns a new variable, a positive number.
  public int variable() {
    return solver.nextFreeVarId(true);
  }

  /// One of the literals is true; a contradiction if there are none.
  public void clause(int... literals) {
    if (literals.length == 0) {
      contradictory = true;
      return;
    }
    try {
      solver.addClause(new VecInt(literals));
    } catch (ContradictionException _) {
      contradictory = true;
    }
  }

  /// At least `count` of the literals, no two of one variable, are true.
  public void atLeast(int count, int... literals) {
    if (count == 1) {
      clause(literals);
    } else if (count > literals.length) {
      contradictory = true;
    } else if (count > 0) {
      try {
        solver.addAtLeast(new VecInt(literals), count);
      } catch (ContradictionException _) {
        contradictory = true;
      }
    }
  }

  /// Collects the clauses that the solver learns from now on. Each follows from the constraints and those before it by
  /// reverse unit propagation.
  public List<int[]> learned() {
    var learned = new ArrayList<int[]>();
    solver.setSearchListener(new SearchListenerAdapter<ISolverService>() {
      private static final long serialVersionUID = 1;

      @Override
      public void learn(IConstr constraint) {
        learned.add(IntStream.range(0, constraint.size()).map(i -> LiteralsUtils.toDimacs(constraint.get(i)))
            .toArray());
      }

      @Override
      public void learnUnit(int literal) {
        learned.add(new int[] {literal});
      }
    });
    return learned;
  }

  /// Exactly `count` of the literals, no two of one variable, are true.
  public void exactly(long count, int... literals) {
    if (count < 0 || count > literals.length) {
      contradictory = true;
      return;
    }
    if (literals.length == 0) {
      return;
    }
    try {
      solver.addExactly(new VecInt(literals), (int) count);
    } catch (ContradictionException _) {
      contradictory = true;
    }
  }

  /// Looks for a model. The same constraints, added and asked in the same order, always give the same answer,
  /// unless it is called off. After 20,000 conflicts in all answers the formula stays open.
  ///
  /// @param isOver asked every 500 conflicts whether to give up
  public Answer solve(BooleanSupplier isOver) {
    while (rounds < MOST_ROUNDS && !contradictory && !isOver.getAsBoolean()) {
      solver.setTimeoutOnConflicts(CONFLICTS);
      try {
        if (solver.isSatisfiable()) {
          return new Answer.Satisfied(model());
        }
        contradictory = true;
      } catch (TimeoutException _) {
        rounds++;
      }
    }
    return contradictory ? new Answer.Contradiction() : new Answer.Open();
  }

  private BitSet model() {
    var on = new BitSet();
    for (int literal : solver.model()) {
      if (literal > 0) {
        on.set(literal);
      }
    }
    return on;
  }
}
