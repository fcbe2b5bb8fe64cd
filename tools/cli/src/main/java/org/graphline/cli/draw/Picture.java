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
      boolean stuck) {
    Box {
      pins = List.copyOf(pins);
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
  /// @param stuck whether somebody who is stuck waits at it
  record Wire(String key, Spot from, Spot to, String label, Style style, boolean stuck) {}

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
