package org.graphline.checker.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.graphline.checker.engine.ProductSearch.Move;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Statistics;
import org.graphline.model.semantics.Step;

/// What a search has found: numbered states, what is true of them, and, where kept, the transitions between them.
interface Explored {
  /// The state has been explored.
  int EXPLORED = 1;
  /// It is an error state.
  int FAULTY = 1 << 1;
  /// Closing time has come, or everyone is gone.
  int OVER = 1 << 2;
  /// Every in-tray is closed.
  int CLOSED = 1 << 3;
  /// A fair run may end here: nothing is enabled that must happen.
  int END = 1 << 4;

  /// The transitions; only where they are kept.
  StepGraph graph();

  /// The classes of the transitions' labels.
  EventTable events();

  /// Which states by themselves violate a property.
  SafetyMonitor monitor();

  /// What is left of the memory.
  MemoryBudget budget();

  /// Why not everything was explored, if a limit was hit.
  Optional<Reason> stopped();

  /// Reports whether a state has a flag.
  boolean has(int state, int flag);

  /// The nearest of the explored states for which `wanted` is true, or -1. Only where transitions are kept.
  int nearest(IntPredicate wanted);

  /// The elementary steps from the start of the network to the initial state.
  List<Step> opening();

  /// The elementary steps of a shortest run from the start of the network to a state.
  List<Step> stepsTo(int state);

  /// The elementary steps that a stored transition stands for.
  List<Step> steps(Move move);

  /// What the search cost; `engine` is how it is called.
  Statistics statistics(String engine);
}
