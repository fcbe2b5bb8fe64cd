package org.graphline.cli.draw;

import java.util.List;
import java.util.Optional;

/// What is in a drawing, before anything has a place. Boxes, frames and wires are named by their position.
///
/// @param frames the graphs inside, each after the one it lies in
record Picture(String title, List<Frame> frames, List<Box> boxes, List<Wire> wires) {
  /// The frame of what lies in the checked graph itself.
  static final int OUTERMOST = -1;

  Picture {
    frames = List.copyOf(frames);
    boxes = List.copyOf(boxes);
    wires = List.copyOf(wires);
  }

  /// A graph inside a graph.
  ///
  /// @param parent the frame it lies in, or [#OUTERMOST]
  record Frame(String name, int parent) {}

  /// Something with ports.
  ///
  /// @param key    what it is in the network: `desk-3`, or as the wire it belongs to; empty if nothing in particular
  /// @param frame  the frame it lies in, or [#OUTERMOST]
  /// @param detail what it is, under its name
  /// @param status what it is at, under its ports; empty if there is no room for it
  record Box(Kind kind, String key, int frame, String name, String detail, List<Pin> pins, Optional<String> status,
      Mark mark) {
    Box {
      pins = List.copyOf(pins);
    }
  }

  /// What was found out about a box, or a wire.
  enum Mark {
    PLAIN,
    /// It is stuck, or somebody who is stuck waits at it.
    STUCK,
    /// Nobody holds it up.
    ALONE,
    /// Its neighbors keep it from being stuck.
    NEIGHBORS,
    /// It takes what carries the proof to keep it from being stuck; a wire: somebody waits at it in a near miss.
    ARGUMENT;

    /// Returns what is added to the class of what has the mark.
    String style() {
      return switch (this) {
        case PLAIN -> "";
        case STUCK -> " stuck";
        case ALONE -> " alone";
        case NEIGHBORS -> " neighbors";
        case ARGUMENT -> " argument";
      };
    }
  }

  /// What a box stands for.
  enum Kind {
    DESK, SPLIT, JUNCTION, BARRIER, IN_TRAY, OUT_TRAY,
    /// Somebody in a picture of who waits for whom.
    WAITER
  }

  /// A port element.
  record Pin(String name, Side side) {}

  /// The side of a box that a pin is on.
  enum Side {
    LEFT, RIGHT, BOTTOM
  }

  /// From one pin to another.
  ///
  /// @param key   what it is in the network: `line-3`, `call-0`, `barrier-1`; empty if nothing in particular
  /// @param label what the bracket of the line says
  /// @param mark  what was found out about it
  record Wire(String key, Spot from, Spot to, String label, Style style, Mark mark) {}

  /// A pin of a box.
  record Spot(int box, int pin) {}

  /// How a wire looks.
  enum Style {
    HAND_TO_HAND, HOLDS_LETTERS,
    /// Holds letters and, when full, gives up the oldest.
    OVERWRITES,
    /// Holds letters and, when full, loses what comes.
    DROPS,
    CALL, BARRIER, WAIT
  }
}
