package org.graphline.dsl;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.model.source.SourceFile;

/// Takes out diagnostics that may only be consequences of others: lints of what is wrong anyway, and things
/// missing that may stand where the text could not be read.
final class Consequences {

  private static final Set<DiagnosticId> LINTS = Set.of(DiagnosticId.NOTHING_EVER_HAPPENS,
      DiagnosticId.UNUSED_VARIABLE, DiagnosticId.UNUSED_PORT);
  private static final Set<DiagnosticId> ABSENCES = Set.of(DiagnosticId.UNKNOWN_IMPORT,
      DiagnosticId.MATCH_NOT_EXHAUSTIVE, DiagnosticId.REPLY_MISSING, DiagnosticId.UNCONNECTED_PORT,
      DiagnosticId.INDEX_OUT_OF_BOUNDS, DiagnosticId.VALUE_MISSING, DiagnosticId.WRONG_ARGUMENTS,
      DiagnosticId.NOTHING_TO_WAIT_FOR, DiagnosticId.NOTHING_COUNTS_AS_PROGRESS,
      DiagnosticId.LINE_WITHOUT_DESKS);

  private static final Set<DiagnosticId> NAMES =
      Set.of(DiagnosticId.UNKNOWN_NAME, DiagnosticId.WRONG_KIND_OF_NAME);

  private Consequences() {}

  /// Returns those of `diagnostics`, among which is an error, that stand for themselves.
  ///
  /// @param unread whether some file could not be read completely
  static List<Diagnostic> removed(List<Diagnostic> diagnostics, List<SourceFile> files, boolean unread) {
    Map<String, SourceFile> sources = new HashMap<>();
    files.forEach(file -> sources.put(file.name(), file));
    var names = new HashSet<String>();
    return diagnostics.stream().filter(d -> !LINTS.contains(d.id()))
        .filter(d -> !NAMES.contains(d.id()) || names.add(key(d, sources)))
        .filter(d -> !unread || !ABSENCES.contains(d.id()))
        .filter(d -> !unread || d.id() != DiagnosticId.UNKNOWN_NAME
        || standsAlone(d, diagnostics, sources))
        .toList();
  }

  /// Reports whether an unknown name occurs nowhere but where it is unknown, so that its declaration cannot
  /// just have been unreadable.
  private static boolean standsAlone(Diagnostic unknown, List<Diagnostic> all, Map<String,
      SourceFile> sources) {
    var name = name(unknown, sources);
    long unresolved = all.stream()
        .filter(d -> d.id() == DiagnosticId.UNKNOWN_NAME && name(d, sources).equals(name))
        .count();
    var word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
    long written = sources.values().stream().mapToLong(file -> word.matcher(file.text()).results().count())
        .sum();
    return written <= unresolved;
  }

  /// Returns what two diagnostics about one wrong name have in common.
  private static String key(Diagnostic diagnostic, Map<String, SourceFile> sources) {
    var span = diagnostic.primary().span();
    var name = name(diagnostic, sources);
    return span.file() + ":" + (name.isEmpty() ? span.start() : name);
  }

  private static String name(Diagnostic diagnostic, Map<String, SourceFile> sources) {
    var span = diagnostic.primary().span();
    var file = sources.get(span.file());
    return file == null ? "" : file.text(span);
  }
}
