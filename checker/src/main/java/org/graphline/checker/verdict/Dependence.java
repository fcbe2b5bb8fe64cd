package org.graphline.checker.verdict;

import org.graphline.model.source.Span;

/// Something a story that is only possible depends on.
///
/// @param what `choose`, a Java function, `after`
public record Dependence(String what, Span span) {

  /// Returns the dependence as a phrase.
  public String display() {
    return "depends on `" + what + "` at " + span.place();
  }
}
