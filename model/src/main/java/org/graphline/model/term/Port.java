package org.graphline.model.term;

import java.util.Optional;
import org.graphline.model.source.Span;

/// A port of a component or graph.
///
/// @param index   its position among the declaration's ports
/// @param size    how many elements `port[size]` has; empty for a plain port
/// @param message what is received, sent or requested; [Type.Signal] for a barrier
/// @param reply   what comes back, for `client` and `server`
public record Port(int index, String name, Direction direction, Optional<Expression> size, Type message,
    Optional<Type> reply, Optional<String> doc, Span span) {

  /// Which way a port faces.
  public enum Direction {
    IN, OUT, CLIENT, SERVER, BARRIER
  }
}
