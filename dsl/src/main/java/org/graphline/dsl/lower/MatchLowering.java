package org.graphline.dsl.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.graphline.dsl.ast.Statement.MatchCase;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.dsl.type.ExpressionTyper;
import org.graphline.dsl.type.Place;
import org.graphline.dsl.type.Types;
import org.graphline.model.network.Constants;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Statement;
import org.graphline.model.term.Type;
import org.graphline.model.value.Value;

/// Lowers `match` and sees that it covers every value once (GL0311, GL0312).
final class MatchLowering {

  private static final int MOST_CASES = 1000;
  private static final int MOST_NAMED = 3;

  private final StatementLowering statements;
  private final ExpressionTyper typer;
  private final Diagnostics diagnostics;

  MatchLowering(StatementLowering statements, ExpressionTyper typer, Diagnostics diagnostics) {
    this.statements = statements;
    this.typer = typer;
    this.diagnostics = diagnostics;
  }

  Statement lower(org.graphline.dsl.ast.Statement.Match match) {
    var subject = typer.value(match.subject(), Place.STATEMENT);
    var domain = domain(subject);
    var seen = new LinkedHashMap<String, Span>();
    Optional<Span> otherwise = Optional.empty();
    boolean sure = !Types.isUnknown(subject.type()) && isMatchable(subject);
    var cases = new ArrayList<Statement.MatchCase>();
    for (var matchCase : match.cases()) {
      var value = matchCase.value().map(e -> typer.value(e, subject.type(), Place.CONSTANT));
      if (otherwise.isPresent()) {
        diagnostics.add(Diagnostic.of(DiagnosticId.CASE_NEVER_TAKEN, "this case is never taken",
            place(matchCase))
            .related(otherwise.get(), "everything else ends here"));
      } else if (value.isEmpty()) {
        otherwise = Optional.of(matchCase.span());
      } else {
        sure &= note(value.get(), domain, seen);
      }
      cases.add(new Statement.MatchCase(value, statements.lower(matchCase.body()), matchCase.span()));
    }
    if (otherwise.isEmpty() && sure) {
      reportMissing(match, subject.type(), domain, seen);
    }
    return new Statement.Match(subject, cases, match.span());
  }

  private static Span place(MatchCase matchCase) {
    return matchCase.value().map(org.graphline.dsl.ast.Expression::span).orElse(matchCase.span());
  }

  private boolean isMatchable(Expression subject) {
    boolean matchable = subject.type() instanceof Type.Bool || subject.type() instanceof Type.Range
        || subject.type() instanceof Type.Enumeration;
    if (!matchable) {
      diagnostics.add(DiagnosticId.OPAQUE_OPERATION,
          "`match` needs an enumeration, a `bool` or a number, not `"
          + Types.display(subject.type()) + "`", subject.span(),
          "match one of its fields, or let Java decide with an extern");
    }
    return matchable;
  }

  /// Returns the values to cover, as they are written; empty when there are too many to list.
  private static Optional<List<String>> domain(Expression subject) {
    return switch (subject.type()) {
      case Type.Bool _ -> Optional.of(List.of("true", "false"));
      case Type.Enumeration(var name, var constants) ->
          Optional.of(constants.stream().map(constant -> name.simple() + "." + constant).toList());
      case Type.Range range -> {
        long[] bounds = Types.bounds(range);
        if (bounds[1] - bounds[0] >= MOST_CASES) {
          yield Optional.empty();
        }
        var values = new ArrayList<String>();
        for (long value = bounds[0]; value <= bounds[1]; value++) {
          values.add(Long.toString(value));
        }
        yield Optional.of(values);
      }
      case Type.Structure _, Type.Sequence _, Type.Signal _, Type.Text _, Type.Time _, Type.Opaque _,
          Type.Parameter _ -> Optional.empty();
    };
  }

  /// Notes a covered value; reports whether it is known.
  private boolean note(Expression value, Optional<List<String>> domain, Map<String, Span> seen) {
    if (Types.isUnknown(value.type())) {
      return false;
    }
    String text;
    try {
      Value known = Constants.of(List.of(), List.of(), List.of(), Map.of()).value(value);
      text = known.display();
    } catch (Constants.NotConstant _) {
      return true;
    }
    var earlier = seen.putIfAbsent(text, value.span());
    if (earlier != null) {
      diagnostics.add(Diagnostic.of(DiagnosticId.CASE_NEVER_TAKEN, "`" + text + "` is already covered",
          value.span())
          .related(earlier, "here"));
    } else if (domain.isPresent() && !domain.get().contains(text)) {
      diagnostics.add(DiagnosticId.CASE_NEVER_TAKEN, "the value is never `" + text + "`", value.span());
    }
    return true;
  }

  private void reportMissing(org.graphline.dsl.ast.Statement.Match match, Type type,
      Optional<List<String>> domain,
      Map<String, Span> seen) {
    if (domain.isEmpty()) {
      if (type instanceof Type.Range) {
        diagnostics.add(DiagnosticId.MATCH_NOT_EXHAUSTIVE, "`match` does not cover all of `"
            + Types.display(type)
            + "`", match.subject().span(), "add `else => …`");
      }
      return;
    }
    var missing = domain.get().stream().filter(value -> !seen.containsKey(value)).toList();
    if (!missing.isEmpty()) {
      String more = missing.size() > MOST_NAMED ? " and " + (missing.size() - MOST_NAMED) + " more" : "";
      diagnostics.add(DiagnosticId.MATCH_NOT_EXHAUSTIVE, "`match` does not cover "
          + String.join(", ", missing.subList(0, Math.min(MOST_NAMED, missing.size()))) + more,
          match.subject().span(),
          "add `" + missing.getFirst() + " => …`, or `else => { }` to ignore everything else");
    }
  }
}
