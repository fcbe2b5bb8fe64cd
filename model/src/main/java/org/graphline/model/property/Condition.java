package org.graphline.model.property;

import java.util.List;
import org.graphline.model.term.Expression;

/// A truth about the variables of some instances.
///
/// @param expression a `bool` expression whose leaves are literals and [Expression.Inspect]
/// @param observed   for each [Expression.Inspect] in `expression` the instance it means
public record Condition(Expression expression, List<Observed> observed) {
  public Condition {
    observed = List.copyOf(observed);
  }

  /// An inspected variable and its instance, by position in the network.
  public record Observed(Expression.Inspect inspect, int instance) {}
}
