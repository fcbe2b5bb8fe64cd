package org.graphline.dsl.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.graphline.model.source.Span;

/// Diagnostics as they are found. One mistake is reported once, however often it is come across.
public final class Diagnostics {

  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<Key> keys = new HashSet<>();

  private record Key(DiagnosticId id, Span place) {}

  /// Adds `diagnostic` unless the same kind of thing was already found at its place.
  public void add(Diagnostic diagnostic) {
    if (keys.add(new Key(diagnostic.id(), diagnostic.primary().span()))) {
      found.add(diagnostic);
    }
  }

  /// Adds a diagnostic about one place.
  public void add(DiagnosticId id, String message, Span span) {
    add(Diagnostic.of(id, message, span));
  }

  /// Adds a diagnostic about one place, with a proposal.
  public void add(DiagnosticId id, String message, Span span, String help) {
    add(Diagnostic.of(id, message, span).help(help));
  }

  /// Adds all of `diagnostics`.
  public void addAll(List<Diagnostic> diagnostics) {
    diagnostics.forEach(this::add);
  }

  /// Returns how many errors have been found.
  public int errors() {
    return (int) found.stream().filter(Diagnostic::isError).count();
  }

  /// Reports whether an error has been found.
  public boolean hasErrors() {
    return found.stream().anyMatch(Diagnostic::isError);
  }

  /// Returns what has been found, by file and place.
  public List<Diagnostic> sorted() {
    return found.stream().sorted(Comparator.comparing(d -> d.primary().span())).toList();
  }
}
