package org.graphline.dsl.ast;

import java.util.List;
import java.util.Optional;
import org.graphline.model.source.Span;

/// What can stand in a `select`.
public sealed interface SelectCase {

  /// Returns the place of the whole case.
  Span span();

  /// `when (b) guard => S`
  record Guarded(Optional<Expression> when, Guard guard, Statement body, Span span) implements SelectCase {}

  /// `for i in a..b { … }`: the cases in it once for each value.
  record Replicated(Name name, Range range, List<SelectCase> cases, Span span) implements SelectCase {
    public Replicated {
      cases = List.copyOf(cases);
    }
  }
}
