package org.graphline.dsl.diagnostic;

import static org.graphline.dsl.diagnostic.Severity.ERROR;
import static org.graphline.dsl.diagnostic.Severity.WARNING;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Every kind of diagnostic, in the order of its code: GL01xx syntax, GL02xx names and the shape of graphs,
/// GL03xx types and behavior, GL04xx wiring and lines, GL05xx properties. A code is never used again for
/// something else.
public enum DiagnosticId {
  UNEXPECTED_INPUT("GL0101", ERROR),
  UNTERMINATED_TEXT("GL0102", ERROR),
  UNTERMINATED_COMMENT("GL0103", ERROR),
  RESERVED_WORD("GL0104", ERROR),
  STRAY_CHARACTER("GL0105", ERROR),
  NESTED_TOO_DEEPLY("GL0106", ERROR),
  NOT_A_TEXT_FILE("GL0107", ERROR),
  FILE_TOO_LARGE("GL0108", ERROR),
  NUMBER_TOO_LARGE("GL0109", ERROR),
  UNKNOWN_ESCAPE("GL0110", ERROR),
  NOT_YET_IN_THE_LANGUAGE("GL0111", ERROR),
  SWEEP_OUTSIDE_CHECK("GL0112", ERROR),
  NOTHING_DECLARED("GL0113", WARNING),
  MISSING_SEMICOLON("GL0114", ERROR),
  UNBALANCED_BRACKET("GL0115", ERROR),
  MISPLACED_BODY("GL0116", ERROR);

  private final String code;
  private final Severity severity;

  DiagnosticId(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  /// Returns the code, such as `GL0104`.
  public String code() {
    return code;
  }

  /// Returns the name for people and file names, such as `reserved-word`.
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Returns how bad it is.
  public Severity severity() {
    return severity;
  }

  /// Returns the id with `code`, if there is one.
  public static Optional<DiagnosticId> of(String code) {
    return Stream.of(values()).filter(id -> id.code.equalsIgnoreCase(code)).findFirst();
  }
}
