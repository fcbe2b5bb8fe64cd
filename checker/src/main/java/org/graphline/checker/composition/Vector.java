package org.graphline.checker.composition;

import java.util.ArrayList;
import java.util.List;

/// A step of several parts: each does one of its steps with the label given for it.
///
/// @param kind  as in [Synchronization]
/// @param moves the instances that move
/// @param parts the numbers of the parts, in order
/// @param labels for each part the number of the label among those it shows
record Vector(int kind, List<Integer> moves, List<Integer> parts, List<Integer> labels) {
  Vector {
    parts = List.copyOf(parts);
    labels = List.copyOf(labels);
  }

  /// Returns the label of a part, or -1 if it takes no part.
  int label(int part) {
    int at = parts.indexOf(part);
    return at < 0 ? -1 : labels.get(at);
  }

  /// Returns what is asked of others than this part.
  Vector without(int part) {
    int at = parts.indexOf(part);
    if (at < 0) {
      return this;
    }
    var others = new ArrayList<>(parts);
    var theirs = new ArrayList<>(labels);
    others.remove(at);
    theirs.remove(at);
    return new Vector(kind, moves, others, theirs);
  }

  /// Returns this vector with one more part.
  Vector with(int part, int label) {
    int at = 0;
    while (at < parts.size() && parts.get(at) < part) {
      at++;
    }
    var others = new ArrayList<>(parts);
    var theirs = new ArrayList<>(labels);
    others.add(at, part);
    theirs.add(at, label);
    return new Vector(kind, moves, others, theirs);
  }
}
