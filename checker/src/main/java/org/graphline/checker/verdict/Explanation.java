package org.graphline.checker.verdict;

import java.util.List;

/// A violation in plain words.
///
/// @param sentences what is wrong, the most important first
/// @param notes     what else is worth knowing, such as that no fair step leaves a loop
public record Explanation(List<String> sentences, List<String> notes) {
  public Explanation {
    sentences = List.copyOf(sentences);
    notes = List.copyOf(notes);
  }
}
