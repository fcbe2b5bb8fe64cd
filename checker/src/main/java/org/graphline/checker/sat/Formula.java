package org.graphline.checker.sat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.sat4j.core.LiteralsUtils;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.minisat.core.Solver;
import org.sat4j.minisat.orders.PositiveLiteralSelectionStrategy;
import org.sat4j.minisat.orders.VarOrderHeap;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.IConstr;
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

  /// So many literals of clauses are learned, in all; nothing is known after that either.
  private static final long MOST_LEARNED = 1L << 25;
  private static final long LOOK_EVERY = 1L << 19;

  private final Solver<?> solver = (Solver<?>) SolverFactory.newDefault();
  private final Watch watch = new Watch();
  private boolean contradictory;
  private int rounds;

  public Formula() {
    // That a variable is true says more, where one of several is: which value a field has.
    solver.setOrder(new VarOrderHeap(new PositiveLiteralSelectionStrategy()));
    solver.setSimplifier(new Shortening(solver.getVocabulary()));
    solver.setSearchListener(watch);
  }

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
    watch.collected = Optional.of(learned);
    return learned;
  }

  /// Counts what is learned: a conflict in a large formula may teach a clause of many thousands of literals,
  /// and takes as long.
  private final class Watch extends SearchListenerAdapter<ISolverService> {
    private static final long serialVersionUID = 1;

    private transient Optional<List<int[]>> collected = Optional.empty();
    private transient BooleanSupplier isOver = () -> false;
    private long literals;
    private long nextLook = LOOK_EVERY;

    @Override
    public void learn(IConstr constraint) {
      collected.ifPresent(c -> c.add(IntStream.range(0, constraint.size())
          .map(i -> LiteralsUtils.toDimacs(constraint.get(i))).toArray()));
      literals += constraint.size();
      if (literals > nextLook) {
        nextLook = literals + LOOK_EVERY;
        if (literals > MOST_LEARNED || isOver.getAsBoolean()) {
          solver.expireTimeout();
        }
      }
    }

    @Override
    public void learnUnit(int literal) {
      collected.ifPresent(c -> c.add(new int[] {literal}));
    }
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

  /// Looks for a model in which the literal is true. If there is none, its opposite is a constraint from now on: it follows
  /// from the others and what was learned by unit propagation. Otherwise as [#solve].
  public Answer solveWith(int literal, BooleanSupplier isOver) {
    Answer answer = ask(isOver, literal);
    if (answer instanceof Answer.Contradiction) {
      watch.collected.ifPresent(c -> c.add(new int[] {-literal}));
      clause(-literal);
    }
    return answer;
  }

  /// Looks for a model. The same constraints, added and asked in the same order, always give the same answer,
  /// unless it is called off. When it has come to 500 conflicts without an answer 40 times in all, or to 33,554,432
  /// literals learned, the formula stays open.
  ///
  /// @param isOver asked every 500 conflicts, or 524,288 literals learned, whether to give up
  public Answer solve(BooleanSupplier isOver) {
    Answer answer = ask(isOver);
    contradictory |= answer instanceof Answer.Contradiction;
    return answer;
  }

  private Answer ask(BooleanSupplier isOver, int... assumed) {
    watch.isOver = isOver;
    while (rounds < MOST_ROUNDS && watch.literals <= MOST_LEARNED && !contradictory && !isOver.getAsBoolean()) {
      solver.setTimeoutOnConflicts(CONFLICTS);
      try {
        return solver.isSatisfiable(new VecInt(assumed)) ? new Answer.Satisfied(model()) : new Answer.Contradiction();
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
