package org.graphline.model.property;

import java.util.List;
import org.graphline.model.term.Expression;

/// A truth about the variables of some instances and the letters on some lines.
///
/// @param expression a `bool` expression whose leaves are literals, [Expression.Inspect] and [Expression.Contents]
/// @param observed   for each [Expression.Inspect] in `expression` the instance it means
/// @param lines      for each [Expression.Contents] in `expression` the line it means
public record Condition(Expression expression, List<Observed> observed, List<ObservedLine> lines) {
  public Condition {
    observed = List.copyOf(observed);
    lines = List.copyOf(lines);
  }

  /// A truth about variables only.
  public Condition(Expression expression, List<Observed> observed) {
    this(expression, observed, List.of());
  }

  /// An inspected variable and its instance, by position in the network.
  public record Observed(Expression.Inspect inspect, int instance) {}

  /// A line that is looked into, by position in the network.
  public record ObservedLine(Expression.Contents contents, int line) {}
}
