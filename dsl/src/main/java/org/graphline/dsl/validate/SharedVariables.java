package org.graphline.dsl.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.model.source.Span;
import org.graphline.model.term.Component;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Guard;
import org.graphline.model.term.Statement;
import org.graphline.model.term.Variable;

/// No branch of a `par` writes a variable that another branch uses (GL0320).
public final class SharedVariables {

  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private SharedVariables() {}

  /// Variables of outside that a branch writes and uses, with a place each.
  private record Uses(Map<Variable, Span> written, Map<Variable, Span> used) {}

  /// Returns what is wrong with the variables of `component`.
  public static List<Diagnostic> check(Component component) {
    var rule = new SharedVariables();
    Walk.each(component.behavior(), statement -> {
      switch (statement) {
        case Statement.Par(var branches, _) ->
            rule.branches(branches.stream().map(SharedVariables::uses).toList());
        case Statement.ParFor(_, _, _, var body, _) -> rule.rounds(uses(body));
        default -> {}
      }
    });
    return rule.diagnostics;
  }

  private void branches(List<Uses> branches) {
    for (int i = 0; i < branches.size(); i++) {
      for (int j = 0; j < branches.size(); j++) {
        if (i != j) {
          clash(branches.get(i), branches.get(j), i < j);
        }
      }
    }
  }

  private void clash(Uses writer, Uses other, boolean first) {
    writer.written().forEach((variable, span) -> {
      boolean bothWrite = other.written().containsKey(variable);
      if (other.used().containsKey(variable) && (first || !bothWrite)) {
        diagnostics.add(Diagnostic.of(DiagnosticId.VARIABLE_SHARED_IN_PAR, "`" + variable.name()
            + "` is written here while another branch of the `par` "
            + (bothWrite ? "writes it too" : "reads it"), span)
            .related(other.used().get(variable), "in the other branch")
            .help("give each branch a variable of its own and put them together after the `par`"));
      }
    });
  }

  private void rounds(Uses uses) {
    uses.written()
        .forEach((variable, span) -> diagnostics.add(Diagnostic.of(DiagnosticId.VARIABLE_SHARED_IN_PAR,
        "every round of the `par for` writes `" + variable.name() + "`", span)
        .related(variable.span(), "declared outside").help("declare it inside the loop")));
  }

  private static Uses uses(Statement branch) {
    var uses = new Uses(new HashMap<>(), new HashMap<>());
    var declared = new HashSet<Variable>();
    Walk.each(branch, statement -> {
      Walk.declared(statement).ifPresent(declared::add);
      collectBindings(statement, declared);
      if (statement instanceof Statement.Assign(var variable, _, var span)) {
        uses.written().putIfAbsent(variable, span);
        uses.used().putIfAbsent(variable, span);
      }
      Walk.expressions(statement).forEach(e -> Walk.each(e, part -> collect(part, uses)));
      if (statement instanceof Statement.Match(_, var cases, _)) {
        cases.forEach(c -> c.value().ifPresent(e -> Walk.each(e, part -> collect(part, uses))));
      }
    });
    uses.written().keySet().removeAll(declared);
    uses.used().keySet().removeAll(declared);
    return uses;
  }

  private static void collectBindings(Statement statement, Set<Variable> declared) {
    if (statement instanceof Statement.Select(_, var items, _)) {
      for (var item : Walk.cases(items)) {
        switch (item.guard()) {
          case Guard.Receive(var binding, _, _) -> binding.ifPresent(declared::add);
          case Guard.Accept(var binding, _, _) -> binding.ifPresent(declared::add);
          case Guard.Sync _, Guard.End _, Guard.After _, Guard.Else _, Guard.Unheard _ -> {}
        }
      }
    }
  }

  private static void collect(Expression expression, Uses uses) {
    switch (expression) {
      case Expression.Use(var variable, var span) -> uses.used().putIfAbsent(variable, span);
      case Expression.ListOperation(var operator, Expression.Use(var variable, _), _, _, var span)
          when operator == Expression.ListOperator.ADD || operator == Expression.ListOperator.REMOVE_FIRST ->
          uses.written().putIfAbsent(variable, span);
      default -> {}
    }
  }
}
