package org.graphline.dsl.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.validate.Walk;
import org.graphline.model.network.Behavior;
import org.graphline.model.network.Constants;
import org.graphline.model.source.Span;
import org.graphline.model.term.Statement;
import org.graphline.model.value.Value;

/// A port belongs to at most one branch of a `par` (rule R23). Which element a statement means may depend on
/// the arguments, so this is checked for each behavior.
final class PortOwnership {

  private static final int MOST_ROUNDS = 10_000;

  private final Behavior behavior;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private PortOwnership(Behavior behavior) {
    this.behavior = behavior;
  }

  static List<Diagnostic> check(Behavior behavior) {
    var ownership = new PortOwnership(behavior);
    try {
      ownership.uses(behavior.component().behavior(), behavior.constants());
    } catch (Constants.NotConstant _) {
      return List.of();
    }
    return ownership.diagnostics;
  }

  /// Returns the elements that `statement` uses, with a place each.
  private Map<Integer, Span> uses(Statement statement, Constants constants) {
    return switch (statement) {
      case Statement.Par(var branches, _) -> {
        var all = new HashMap<Integer, Span>();
        branches.forEach(branch -> merge(all, uses(branch, constants), true));
        yield all;
      }
      case Statement.ParFor(var index, var low, var high, var body, _) -> {
        var all = new HashMap<Integer, Span>();
        long first = constants.integer(low);
        long last = Math.min(constants.integer(high), first + MOST_ROUNDS);
        for (long i = first; i <= last && diagnostics.isEmpty(); i++) {
          merge(all, uses(body, constants.with(index, new Value.Int((int) i))), true);
        }
        yield all;
      }
      case Statement.Select(_, var items, _) -> cases(items, constants);
      default -> {
        var all = new HashMap<Integer, Span>();
        for (var use : Walk.ports(statement)) {
          Facts.elements(use, behavior, constants).forEach(element -> all.putIfAbsent(element, use.span()));
        }
        Walk.inside(statement).forEach(inner -> merge(all, uses(inner, constants), false));
        yield all;
      }
    };
  }

  private Map<Integer, Span> cases(List<Statement.SelectItem> items, Constants constants) {
    var all = new HashMap<Integer, Span>();
    for (var item : items) {
      switch (item) {
        case Statement.Case(_, var guard, var body, _) -> {
          Walk.port(guard).ifPresent(use -> Facts.elements(use, behavior, constants)
              .forEach(element -> all.putIfAbsent(element, use.span())));
          merge(all, uses(body, constants), false);
        }
        case Statement.ReplicatedCases(var index, var low, var high, var inner, _) -> {
          long last = constants.integer(high);
          for (long i = constants.integer(low); i <= last; i++) {
            merge(all, cases(inner, constants.with(index, new Value.Int((int) i))), false);
          }
        }
      }
    }
    return all;
  }

  private void merge(Map<Integer, Span> all, Map<Integer, Span> more, boolean apart) {
    more.forEach((element, span) -> {
      var earlier = all.putIfAbsent(element, span);
      if (earlier != null && apart) {
        boolean same = earlier.equals(span);
        var diagnostic = Diagnostic.of(DiagnosticId.PORT_SHARED_IN_PAR, "`"
            + behavior.elements().get(element).display() + "` is used in "
            + (same ? "several rounds of this `par for`" : "two branches of this `par`"), span);
        diagnostics.add((same ? diagnostic : diagnostic.related(earlier, "the other branch"))
            .help("a port belongs to one branch: declare another port, or do both in one branch"));
      }
    });
  }
}
