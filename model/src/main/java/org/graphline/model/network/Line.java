package org.graphline.model.network;

import java.util.List;
import java.util.Optional;
import org.graphline.model.source.Span;
import org.graphline.model.term.Graph;
import org.graphline.model.value.DataType;

/// A line: its writers, its readers and how it holds letters. Copies for several listeners (`all`) have become lines
/// of a `Split` instance, so several readers always share the letters (`any`).
///
/// @param id       its position among the network's lines
/// @param capacity how many letters it holds; 0 is hand to hand, whatever `overflow` says (rule R15)
/// @param writers  the components that may put letters in; the environment comes on top for an exposed in-tray
/// @param readers  the components that may take letters out; the environment comes on top for an exposed out-tray
/// @param watched  whether a `select priority` reads it: writers then arrive before they send (rule R20)
public record Line(int id, Graph.Overflow overflow, int capacity, List<End> writers, List<End> readers,
    Optional<Exposure> exposure, DataType type, boolean watched, Span span) {
  public Line {
    writers = List.copyOf(writers);
    readers = List.copyOf(readers);
  }

  /// Reports whether a hand-over on it is one joint step of writer and reader.
  public boolean isRendezvous() {
    return capacity == 0;
  }

  /// Reports whether the environment writes to it.
  public boolean isInTray() {
    return exposure.isPresent() && exposure.get().isInput();
  }

  /// Reports whether the environment reads from it.
  public boolean isOutTray() {
    return exposure.isPresent() && !exposure.get().isInput();
  }
}
