package org.graphline.checker.refinement;

import org.graphline.checker.engine.ProductView;
import org.graphline.checker.reduction.Confluence;
import org.graphline.checker.space.StateSpace;
import org.graphline.model.semantics.Semantics;

/// A network that is compared: its states, perhaps reduced, and what they mean. A reduction must leave
/// [Outside#everything] in sight and keep, of each run, whether it ever stands still.
public sealed interface Side {

  /// Returns what the states mean.
  Semantics semantics();

  /// Returns how steps are computed, as a few words for statistics; perhaps none.
  String describe();

  /// States as the model has them.
  record OfModel(StateSpace space, Semantics semantics) implements Side {
    @Override
    public String describe() {
      return space instanceof Confluence ? ", confluence" : "";
    }
  }

  /// Packed states of a product of the network.
  record OfProduct(ProductView view, Semantics semantics) implements Side {
    @Override
    public String describe() {
      return ", " + view.space().describe();
    }
  }
}
