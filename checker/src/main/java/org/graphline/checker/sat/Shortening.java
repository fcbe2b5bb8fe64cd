package org.graphline.checker.sat;

import java.util.Arrays;
import org.sat4j.minisat.core.ILits;
import org.sat4j.minisat.core.ISimplifier;
import org.sat4j.specs.Constr;
import org.sat4j.specs.IVecInt;

/// Makes clauses that are learned shorter: a literal goes if it is false because others of the clause are
/// (Sörensson, Biere: Minimizing Learned Clauses, SAT 2009). What is found out about a variable is kept for all
/// of the clause. The solver's own look for such literals forgets what led to nothing, and takes time with the
/// square of a clause's length: minutes for one clause where a hundred thousand variables are.
final class Shortening implements ISimplifier {
  private static final long serialVersionUID = 1;

  private static final byte UNKNOWN = 0;
  private static final byte FOLLOWS = 1;
  private static final byte IS_FREE = 2;

  private final transient ILits literals;
  private transient byte[] known = {};
  private transient int[] touched = {};
  private transient int[] path = {};
  private transient int[] next = {};
  private transient int count;

  Shortening(ILits literals) {
    this.literals = literals;
  }

  @Override
  public void simplify(IVecInt clause) {
    makeRoom(literals.nVars() + 1);
    for (int i = 0; i < clause.size(); i++) {
      note(clause.get(i) >> 1, FOLLOWS);
    }
    int kept = 1;
    for (int i = 1; i < clause.size(); i++) {
      int literal = clause.get(i);
      if (literals.getReason(literal) == null || !follows(literal)) {
        clause.set(kept++, literal);
      }
    }
    clause.shrinkTo(kept);
    for (int i = 0; i < count; i++) {
      known[touched[i]] = UNKNOWN;
    }
    count = 0;
  }

  private void makeRoom(int variables) {
    if (known.length < variables) {
      known = Arrays.copyOf(known, variables);
      touched = Arrays.copyOf(touched, variables);
      path = new int[variables];
      next = new int[variables];
    }
  }

  private void note(int variable, byte what) {
    if (known[variable] == UNKNOWN) {
      touched[count++] = variable;
    }
    known[variable] = what;
  }

  /// Reports whether a false literal is so because of others of which this is known.
  private boolean follows(int literal) {
    int depth = 0;
    path[0] = literal;
    next[0] = 0;
    while (depth >= 0) {
      Constr reason = literals.getReason(path[depth]);
      int cause = reason.canBePropagatedMultipleTimes() ? -1 : cause(reason, depth);
      if (cause == 0) {
        note(path[depth--] >> 1, FOLLOWS);
      } else if (cause < 0 || known[cause >> 1] == IS_FREE || literals.getReason(cause) == null) {
        for (int i = 0; i <= depth; i++) {
          // What is in the clause stays so for the others.
          note(path[i] >> 1, known[path[i] >> 1] == FOLLOWS ? FOLLOWS : IS_FREE);
        }
        return false;
      } else {
        path[++depth] = cause;
        next[depth] = 0;
      }
    }
    return true;
  }

  /// Returns the next false literal of a reason of which it is not known that it follows; 0 if there is none.
  private int cause(Constr reason, int depth) {
    while (next[depth] < reason.size()) {
      int cause = reason.get(next[depth]);
      if (literals.isFalsified(cause) && literals.getLevel(cause) > 0 && known[cause >> 1] != FOLLOWS) {
        return cause;
      }
      next[depth]++;
    }
    return 0;
  }
}
