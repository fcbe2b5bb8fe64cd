package org.graphline.compiler.sourcemap;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.graphline.model.source.Span;

/// Where the lines of one generated file come from. Lines that stand for nothing in the source are absent.
///
/// @param spans the place in the source by generated line, from 1
public record SourceMap(Map<Integer, Span> spans) {
  public SourceMap {
    spans = Collections.unmodifiableMap(new TreeMap<>(spans));
  }

  /// Returns the place that generated line `line` was made from.
  public Optional<Span> at(int line) {
    return Optional.ofNullable(spans.get(line));
  }

  /// Returns the place of `line` or, if it has none of its own, of the nearest line above it.
  public Optional<Span> nearest(int line) {
    Integer above = new TreeMap<>(spans).floorKey(line);
    return above == null ? Optional.empty() : at(above);
  }
}
