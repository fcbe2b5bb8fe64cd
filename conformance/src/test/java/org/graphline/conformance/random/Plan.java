package org.graphline.conformance.random;

import java.util.ArrayList;
import java.util.List;

/// What is decided before any behavior is written: the desks, their ports and the wires.
final class Plan {
  final List<Desk> desks = new ArrayList<>();
  final List<Piece> graphPorts = new ArrayList<>();
  final List<Piece> wires = new ArrayList<>();
  final List<String> exposed = new ArrayList<>();
  boolean isOpen;

  /// Which way a port faces.
  enum Facing {
    IN, OUT, CLIENT, SERVER, BARRIER
  }

  /// A port of a component.
  ///
  /// @param size   how many elements it has; 0 for a plain port
  /// @param reply  what comes back from a call
  /// @param shared whether others read the same line, so that no `select` may
  record Port(String name, Facing facing, Kind kind, Kind reply, int size, boolean shared) {

    Piece declaration() {
      String dim = size == 0 ? "" : "[" + size + "]";
      return Piece.of(switch (facing) {
        case IN -> "in " + name + dim + ": " + kind.text() + ";";
        case OUT -> "out " + name + dim + ": " + kind.text() + ";";
        case CLIENT -> "client " + name + dim + ": " + kind.text() + " -> " + reply.text() + ";";
        case SERVER -> "server " + name + dim + ": " + kind.text() + " -> " + reply.text() + ";";
        case BARRIER -> "barrier " + name + ";";
      });
    }
  }

  /// A desk, or a row of two, with a component of its own.
  static final class Desk {
    final int number;
    final boolean isRow;
    final List<Port> ports = new ArrayList<>();
    final List<String> marks = new ArrayList<>();
    final List<String> conditions = new ArrayList<>();

    Desk(int number, boolean isRow) {
      this.number = number;
      this.isRow = isRow;
    }

    String component() {
      return "C" + number;
    }

    String name() {
      return "d" + number;
    }

    /// Returns all its desks, for a shared line or a property.
    String every() {
      return isRow ? name() + "[*]" : name();
    }

    String first() {
      return isRow ? name() + "[0]" : name();
    }
  }
}
