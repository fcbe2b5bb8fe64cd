package org.graphline.checker.engine;

import java.util.List;
import org.graphline.checker.space.StateSpace;
import org.graphline.model.property.Property;

/// A way to judge properties of a state space.
public interface Engine {

  /// Returns one judgement for each of `properties`, which are distinct.
  Outcome judge(StateSpace space, List<Property> properties, Limits limits, Progress progress);
}
