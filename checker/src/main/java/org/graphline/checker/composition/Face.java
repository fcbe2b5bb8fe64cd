package org.graphline.checker.composition;

import java.util.List;

/// What the marks of a part have to do with the rest of the network, by numbers of the whole network; the order is that
/// of the variables of its marks.
///
/// @param inputs  what the marks ask of the outside
/// @param outputs what the marks tell the outside
/// @param movable the instances inside that may move together with the outside
record Face(List<Integer> inputs, List<Integer> outputs, List<Integer> movable) {
  static final Face NOTHING = new Face(List.of(), List.of(), List.of());

  Face {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    movable = List.copyOf(movable);
  }
}
