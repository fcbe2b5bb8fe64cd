package org.graphline.checker.composition;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What a composition has found.
///
/// @param run         the values of all fields along a run that shows that the property does not hold; empty if it holds
/// @param states      how many states were looked at, all parts together
/// @param transitions their transitions
/// @param graphs      the graphs inside by name, like ones counted once
public record Composed(List<int[]> run, long states, long transitions, Map<String, Size> graphs) {
  private static final int SHOWN = 3;

  public Composed {
    run = List.copyOf(run);
    graphs = Collections.unmodifiableMap(new LinkedHashMap<>(graphs));
  }

  /// How large a graph is: the states looked at for it, and what is left of them.
  public record Size(long states, int least) {}

  /// Reports whether the property holds.
  public boolean holds() {
    return run.isEmpty();
  }

  /// Returns how it was found, as `by composition (peer[*]: 150 of 1,096 states)`.
  public String describe() {
    String inside = graphs.entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<String, Size> e) -> e.getValue().least()).reversed()).limit(SHOWN)
        .map(e -> String.format(Locale.ROOT, "%s: %,d of %,d states", e.getKey(), e.getValue().least(),
            e.getValue().states()))
        .collect(Collectors.joining(", "));
    return inside.isEmpty() ? "by composition" : "by composition (" + inside + ")";
  }
}
