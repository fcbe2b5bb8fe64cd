package org.graphline.checker.verdict;

import java.util.List;
import org.graphline.model.property.Claim;

/// What came out for one claim. `Holds` and `Violated` speak of the property as written without `not`.
public sealed interface Verdict {

  /// The property is true of every reachable state and run.
  record Holds(Claim claim, Statistics statistics, List<Assumption> assumptions) implements Verdict {
    public Holds {
      assumptions = List.copyOf(assumptions);
    }
  }

  /// The property is false, and here is a story that shows it.
  record Violated(Claim claim, Counterexample counterexample, Statistics statistics,
      List<Assumption> assumptions)
      implements Verdict {
    public Violated {
      assumptions = List.copyOf(assumptions);
    }
  }

  /// A bound was hit first; nothing is said about the property.
  record Undecided(Claim claim, Reason reason, Statistics statistics, List<Assumption> assumptions)
      implements Verdict {
    public Undecided {
      assumptions = List.copyOf(assumptions);
    }
  }

  /// Returns what was claimed.
  Claim claim();

  /// Returns what it cost.
  Statistics statistics();

  /// Returns what the verdict takes for granted.
  List<Assumption> assumptions();

  /// Reports whether the claim, `not` included, came out true.
  default boolean isAsExpected() {
    return switch (this) {
      case Holds holds -> !holds.claim().negated();
      case Violated violated -> violated.claim().negated();
      case Undecided _ -> false;
    };
  }
}
