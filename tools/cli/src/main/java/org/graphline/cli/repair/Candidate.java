package org.graphline.cli.repair;

import java.util.List;
import org.graphline.model.source.Span;

/// A change that may help.
///
/// @param words what it is, as it would be written
/// @param place where
record Candidate(String words, Span place, List<Edit> edits) {
  Candidate {
    edits = List.copyOf(edits);
  }
}
