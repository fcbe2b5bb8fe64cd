package org.graphline.cli.draw;

import java.util.List;
import java.util.Optional;

/// What is in the drawing of a network, before anything has a place. Boxes and wires are named by their
/// position.
record Picture(String title, List<Box> boxes, List<Wire> wires) {
  Picture {
    boxes = List.copyOf(boxes);
    wires = List.copyOf(wires);
  }

  /// Something with ports.
  ///
  /// @param detail what it is, under its name
  /// @param alarm  why it is stuck, if it is
  record Box(Kind kind, String name, String detail, List<Pin> pins, Optional<String> alarm) {
    Box {
      pins = List.copyOf(pins);
    }
  }

  /// What a box stands for.
  enum Kind {
    DESK, SPLIT, JUNCTION, BARRIER, IN_TRAY, OUT_TRAY
  }

  /// A port element.
  record Pin(String name, Side side) {}

  /// The side of a box that a pin is on.
  enum Side {
    LEFT, RIGHT, BOTTOM
  }

  /// From one pin to another.
  ///
  /// @param label  what the bracket of the line says
  /// @param stuck  whether somebody who is stuck waits at it
  record Wire(Spot from, Spot to, String label, Style style, boolean stuck) {}

  /// A pin of a box.
  record Spot(int box, int pin) {}

  /// How a wire looks.
  enum Style {
    HAND_TO_HAND, HOLDS_LETTERS, CALL, BARRIER
  }
}
