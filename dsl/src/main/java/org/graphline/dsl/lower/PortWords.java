package org.graphline.dsl.lower;

import java.util.Optional;

import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.dsl.type.Types;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Port;
import org.graphline.model.term.Port.Direction;
import org.graphline.model.term.Type;

/// How ports are talked about, and whether they are named with the right brackets.
final class PortWords {

  private PortWords() {}

  static String kind(Direction direction) {
    return switch (direction) {
      case IN -> "an in-tray";
      case OUT -> "an out-tray";
      case CLIENT -> "a client port";
      case SERVER -> "a server port";
      case BARRIER -> "a barrier";
    };
  }

  static String verb(Direction direction) {
    return switch (direction) {
      case IN -> "an in-tray is for `receive`";
      case OUT -> "an out-tray is for `send`";
      case CLIENT -> "a client port is for `call`";
      case SERVER -> "a server port is for `accept`";
      case BARRIER -> "a barrier is for `sync`";
    };
  }

  /// Reports whether `port` is named with an index exactly if it is a row, and one that may exist.
  static boolean checkRow(String name, Port port, Optional<Expression> index, Span span,
      Diagnostics diagnostics) {
    if (port.size().isPresent() != index.isPresent()) {
      diagnostics.add(Diagnostic.of(DiagnosticId.ROW_OR_SINGLE, port.size().isPresent()
          ? "`" + name + "` is a row of ports: say which one" : "`" + name
          + "` is a single port and takes no index",
          span).related(port.span(), "declared here")
          .help(port.size().isPresent() ? "e.g. `" + name + "[0]`" : "write `" + name + "`"));
      return false;
    }
    if (index.isPresent() && index.get().type() instanceof Type.Range) {
      long[] at = Types.bounds(index.get().type());
      long most = Types.bounds(port.size().get().type())[1];
      if (port.size().get().type() instanceof Type.Range && (at[1] < 0 || at[0] >= most)) {
        diagnostics.add(Diagnostic.of(DiagnosticId.INDEX_OUT_OF_BOUNDS, "`" + name + "` has no such element",
            span)
            .related(port.span(), "its elements are numbered from 0 to " + (most - 1)));
        return false;
      }
    }
    return true;
  }
}
