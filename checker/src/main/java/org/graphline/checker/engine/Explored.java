package org.graphline.checker.engine;

import java.util.List;
import org.graphline.checker.engine.ProductSearch.Move;
import org.graphline.checker.verdict.Statistics;
import org.graphline.model.semantics.Step;

/// What a search has found, and the way back from numbered states and transitions to steps of the network.
sealed interface Explored permits Exploration, ProductExploration, StubbornExploration {

  /// What it has written down.
  Ledger ledger();

  /// The elementary steps from the start of the network to the initial state.
  List<Step> opening();

  /// The elementary steps of a shortest run from the start of the network to a state.
  List<Step> stepsTo(int state);

  /// The elementary steps that a stored transition stands for.
  List<Step> steps(Move move);

  /// What the search cost; `engine` is how it is called.
  Statistics statistics(String engine);
}
