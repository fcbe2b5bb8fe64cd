package org.graphline.conformance.naive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;

/// Every reachable state of a network and every step between them. State 0 is the initial one.
public final class NaiveSpace {
  private final Semantics semantics;
  private final List<State> states = new ArrayList<>();
  private final List<List<Edge>> edges = new ArrayList<>();
  private final Map<State, Integer> numbers = new HashMap<>();

  /// A step with the number of the state it leads to.
  public record Edge(Step step, int target) {}

  private NaiveSpace(Semantics semantics) {
    this.semantics = semantics;
  }

  /// Returns the state space, or nothing if it has more states than `most`.
  public static Optional<NaiveSpace> of(Semantics semantics, int most) {
    var space = new NaiveSpace(semantics);
    space.number(semantics.initial());
    for (int from = 0; from < space.states.size(); from++) {
      var out = new ArrayList<Edge>();
      for (Step step : semantics.steps(space.states.get(from))) {
        out.add(new Edge(step, space.number(step.target())));
      }
      space.edges.add(out);
      if (space.states.size() > most) {
        return Optional.empty();
      }
    }
    return Optional.of(space);
  }

  private int number(State state) {
    Integer known = numbers.putIfAbsent(state, states.size());
    if (known != null) {
      return known;
    }
    states.add(state);
    return states.size() - 1;
  }

  /// Returns the semantics the states belong to.
  public Semantics semantics() {
    return semantics;
  }

  /// Returns how many states there are.
  public int size() {
    return states.size();
  }

  /// Returns a state by its number.
  public State state(int number) {
    return states.get(number);
  }

  /// Returns the steps from a state.
  public List<Edge> from(int number) {
    return edges.get(number);
  }
}
