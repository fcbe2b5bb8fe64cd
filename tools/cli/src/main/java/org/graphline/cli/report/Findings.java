package org.graphline.cli.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.graphline.checker.verdict.Verdict;

/// Gives findings their names, `DL-1`, `DL-2`, in the order in which they are told.
public final class Findings {
  private final Map<String, Integer> last = new LinkedHashMap<>();

  /// Returns the next name for a violation.
  public String name(Verdict.Violated violated) {
    String code = violated.counterexample().finding().code();
    return code + "-" + last.merge(code, 1, Integer::sum);
  }
}
