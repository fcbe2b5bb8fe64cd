package org.graphline.checker.space;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.graphline.model.automaton.Node;
import org.graphline.model.automaton.ProcessAutomaton;
import org.graphline.model.semantics.Layout;

/// What follows a `par`. The branch that ends last runs it, within its own step: so the last step of a branch may close
/// ends, leave or fail, or do none of that, as other branches have ended or not.
public final class Joins {
  private final ProcessAutomaton automaton;
  private final BitSet loud = new BitSet();
  private final BitSet outward = new BitSet();

  /// Looks at what follows each `par` of `automaton`, up to where a thread waits.
  public Joins(ProcessAutomaton automaton) {
    this.automaton = automaton;
    List<Node> nodes = automaton.nodes();
    for (int n = 0; n < nodes.size(); n++) {
      if (nodes.get(n) instanceof Node.Join(_, int next)) {
        look(n, next, new BitSet(), new BitSet());
      }
    }
    if (!loud.isEmpty()) {
      loud.or(outward); // what follows ends a branch itself, perhaps of a `par` that is loud
    }
  }

  /// Follows the local code from `at` on: whether somebody outside could tell that it runs, and whether it ends the
  /// branch that it is in.
  private void look(int join, int at, BitSet path, BitSet seen) {
    Node node = automaton.nodes().get(at);
    switch (node) {
      case Node.Stop _, Node.Gone _, Node.Close _, Node.Require _ -> loud.set(join);
      case Node.BranchEnd _ -> outward.set(join);
      case Node.Join _, Node.Silent _ -> {
        if (path.get(at)) {
          loud.set(join); // perhaps it goes round for ever, which is an error
        }
        if (!seen.get(at)) {
          seen.set(at);
          path.set(at);
          Successors.of(node).forEach(next -> look(join, next, path, seen));
          path.clear(at);
        }
      }
      case Node.Waiting _ -> { }
    }
  }

  /// Reports whether a step ends a branch while another one is alive, and somebody outside could tell which of
  /// them ends last.
  ///
  /// @param before for each thread the cell of the frame that says where it is before the step
  /// @param after  the same after it
  public boolean isRace(IntUnaryOperator before, IntUnaryOperator after) {
    for (int thread = 0; thread < automaton.threads() && !loud.isEmpty(); thread++) {
      int join = Layout.position(after.applyAsInt(thread));
      if (loud.get(join) && automaton.nodes().get(join) instanceof Node.Join(var branches, _)
          && branches.stream().anyMatch(b -> isEnded(after.applyAsInt(b)) && !isEnded(before.applyAsInt(b)))) {
        return true;
      }
    }
    return false;
  }

  private boolean isEnded(int cell) {
    return automaton.nodes().get(Layout.position(cell)) instanceof Node.BranchEnd;
  }
}
