package org.graphline.dsl.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graphline.model.source.Span;

/// Something wrong with a specification, told in the words of its author.
///
/// @param id      what kind of thing is wrong
/// @param message the finding in one sentence: lower case, no period, code in backticks
/// @param primary the place to look at first
/// @param related other places that matter
/// @param help    what to do about it; each line is one proposal
public record Diagnostic(
    DiagnosticId id, String message, Marker primary, List<Marker> related, Optional<String> help) {

  public Diagnostic {
    related = List.copyOf(related);
  }

  /// Returns a diagnostic about one place.
  public static Diagnostic of(DiagnosticId id, String message, Marker primary) {
    return new Diagnostic(id, message, primary, List.of(), Optional.empty());
  }

  /// Returns a diagnostic about one place, without words at the place.
  public static Diagnostic of(DiagnosticId id, String message, Span span) {
    return of(id, message, Marker.at(span));
  }

  /// Returns this with one more related place.
  public Diagnostic related(Span span, String phrase) {
    var more = new ArrayList<>(related);
    more.add(new Marker(span, phrase));
    return new Diagnostic(id, message, primary, more, help);
  }

  /// Returns this with one more proposal.
  public Diagnostic help(String proposal) {
    var text = help.map(earlier -> earlier + "\n" + proposal).orElse(proposal);
    return new Diagnostic(id, message, primary, related, Optional.of(text));
  }

  /// Returns how bad it is.
  public Severity severity() {
    return id.severity();
  }

  /// Reports whether it keeps the file from meaning anything.
  public boolean isError() {
    return severity() == Severity.ERROR;
  }
}
