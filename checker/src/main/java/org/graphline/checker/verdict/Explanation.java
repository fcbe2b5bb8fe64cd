package org.graphline.checker.verdict;

import java.util.List;
import org.graphline.model.source.Span;

/// A violation in plain words.
///
/// @param sentences what is wrong, the most important first
/// @param notes     what else is worth knowing, such as that no fair step leaves a loop
/// @param places    where to look in the source, beside the steps of the story
public record Explanation(List<String> sentences, List<String> notes, List<Span> places) {
  public Explanation {
    sentences = List.copyOf(sentences);
    notes = List.copyOf(notes);
    places = List.copyOf(places);
  }
}
