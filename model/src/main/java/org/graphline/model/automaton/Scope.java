package org.graphline.model.automaton;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.graphline.model.network.Constants;
import org.graphline.model.term.Variable;

/// What is known at one place of a behavior while it is unfolded.
///
/// @param constants parameters, and the indices of the replications around this place
/// @param places    the first cell of each variable in scope, by variable id
/// @param top       the first cell free for use here
/// @param thread    the first thread free for use here
/// @param accepting the innermost open `accept`
/// @param inRepeat  whether a `repeat` encloses this place
record Scope(Constants constants, Map<Integer, Integer> places, int top, int thread, Optional<Accepting> accepting,
    boolean inRepeat) {

  /// An open `accept`: the server port and the cell that keeps which client it was.
  record Accepting(Node.PortAt port, int client) {}

  Scope with(Variable variable, int cell, int newTop) {
    var more = new HashMap<>(places);
    more.put(variable.id(), cell);
    return new Scope(constants, more, newTop, thread, accepting, inRepeat);
  }

  Scope with(Constants more) {
    return new Scope(more, places, top, thread, accepting, inRepeat);
  }

  Scope withTop(int newTop) {
    return new Scope(constants, places, newTop, thread, accepting, inRepeat);
  }

  Scope withThread(int free) {
    return new Scope(constants, places, top, free, accepting, inRepeat);
  }

  Scope accepting(Node.PortAt port, int client) {
    return new Scope(constants, places, top, thread, Optional.of(new Accepting(port, client)), inRepeat);
  }

  Scope insideRepeat() {
    return new Scope(constants, places, top, thread, accepting, true);
  }
}
