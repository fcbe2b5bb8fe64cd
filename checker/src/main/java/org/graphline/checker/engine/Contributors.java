package org.graphline.checker.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphline.checker.space.Cells;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.space.StateSpace;
import org.graphline.checker.space.StateStore;
import org.graphline.checker.verdict.Reason.Contributor;
import org.graphline.model.semantics.State;

/// Finds the parts of a network that make its state space large.
public final class Contributors {
  private static final int SAMPLE = 4096;
  private static final int SAMPLED_CELLS = 4_000_000;
  private static final long SAMPLE_BYTES = 1 << 26;
  private static final int REPORTED = 5;

  private Contributors() {}

  /// Returns the parts directly below the graph with the most local states among a sample of the states, one
  /// member standing for all of an array.
  public static List<Contributor> among(Cells cells, StateStore store) {
    if (store.size() < 2) {
      return bySize(cells);
    }
    Map<String, int[]> parts = parts(cells);
    Map<String, Set<Integer>> seen = new HashMap<>();
    int sample = Math.min(SAMPLE, Math.max(1, SAMPLED_CELLS / Math.max(1, cells.size())));
    int stride = Math.max(1, store.size() / sample);
    for (int id = 0; id < store.size(); id += stride) {
      State state = store.state(id);
      parts.forEach((name, positions) -> {
        int[] local = Arrays.stream(positions).map(state::cell).toArray();
        seen.computeIfAbsent(name, _ -> new HashSet<>()).add(Arrays.hashCode(local));
      });
    }
    Map<String, Contributor> largest = new LinkedHashMap<>();
    parts.forEach((name, positions) -> add(largest, name, seen.getOrDefault(name, Set.of()).size(),
        positions.length));
    return reported(largest, Comparator.comparingInt(Contributor::states));
  }

  /// Returns the parts that take most of a state: of a network that is too large to look at one.
  static List<Contributor> bySize(Cells cells) {
    Map<String, Contributor> largest = new LinkedHashMap<>();
    parts(cells).forEach((name, positions) -> add(largest, name, 0, positions.length));
    return reported(largest, Comparator.comparingInt(Contributor::cells));
  }

  private static void add(Map<String, Contributor> largest, String name, int states, int cells) {
    String array = name.replaceAll("\\[\\d+\\]", "[*]");
    largest.merge(array, new Contributor(array, states, cells), (one, other) ->
        new Contributor(array, Math.max(one.states(), other.states()), one.cells() + other.cells()));
  }

  private static List<Contributor> reported(Map<String, Contributor> largest, Comparator<Contributor> order) {
    return largest.values().stream().sorted(order.reversed()).limit(REPORTED).toList();
  }

  /// Returns the same for the nearest states of a space.
  public static List<Contributor> among(StateSpace space) {
    var store = new StateStore(space.cells(), MemoryBudget.of(SAMPLE_BYTES));
    try {
      store.add(space.initial());
      for (int id = 0; id < store.size() && store.size() < SAMPLE; id++) {
        State state = store.state(id);
        if (!space.isFaulty(state)) {
          space.steps(state).forEach(s -> store.add(s.target()));
        }
      }
    } catch (MemoryBudget.Exhausted _) {
      // What was seen must do.
    }
    return among(space.cells(), store);
  }

  private static Map<String, int[]> parts(Cells cells) {
    Map<String, List<Integer>> parts = new LinkedHashMap<>();
    for (int cell = 0; cell < Math.min(cells.size(), SAMPLED_CELLS); cell++) {
      String owner = cells.owner(cell);
      if (!owner.isEmpty()) {
        int dot = owner.indexOf('.');
        String part = dot < 0 ? owner : owner.substring(0, dot);
        parts.computeIfAbsent(part, _ -> new ArrayList<>()).add(cell);
      }
    }
    Map<String, int[]> arrays = new LinkedHashMap<>();
    parts.forEach((name, positions)
        -> arrays.put(name, positions.stream().mapToInt(Integer::intValue).toArray()));
    return arrays;
  }
}
