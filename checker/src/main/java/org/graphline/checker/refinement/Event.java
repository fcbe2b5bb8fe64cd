package org.graphline.checker.refinement;

import java.util.Optional;
import org.graphline.model.value.Value;

/// Something the environment of a graph takes part in, or sees, at an exposed port (rule R9). Two networks
/// with the same exposed ports have the same events.
///
/// @param port   the exposed port, `pen[0]`
/// @param letter what passes; empty for [Kind#CLOSE] and [Kind#END]
public record Event(Kind kind, String port, Optional<Value> letter) {

  /// What happens.
  public enum Kind {
    /// A letter passes an in-tray or an out-tray.
    LETTER,
    /// A request passes an exposed client or server port.
    CALL,
    /// A reply passes one.
    REPLY,
    /// The environment closes an in-tray, or stops calling.
    CLOSE,
    /// The environment sees that no letter, or no call, will come any more.
    END
  }

  /// Returns the event in a word or two: `source=red`, `close source`, `end sink`.
  public String display() {
    String value = letter.map(Value::display).orElse("");
    String passing = value.isEmpty() ? port : port + "=" + value;
    return switch (kind) {
      case LETTER -> passing;
      case CALL -> "call " + passing;
      case REPLY -> "reply " + passing;
      case CLOSE -> "close " + port;
      case END -> "end " + port;
    };
  }
}
