package org.graphline.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.graphline.compiler.plan.Bounds;
import org.graphline.compiler.plan.Flow;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Statement;
import org.graphline.model.term.Type;
import org.graphline.model.term.Variable;

/// Java of `match`: a `switch` where Java can switch, else a chain of comparisons.
final class MatchEmitter {
  private final Members members;
  private final Body body;
  private final StatementEmitter statements;

  MatchEmitter(Members members, Body body, StatementEmitter statements) {
    this.members = members;
    this.body = body;
    this.statements = statements;
  }

  void emit(Statement.Match match, Scope scope) {
    Optional<Statement.If> branch = Flow.branch(match);
    if (branch.isPresent()) {
      statements.block(List.of(branch.get()), scope);
    } else if (match.cases().stream()
        .allMatch(c -> c.value().isEmpty() || label(c.value().get()).isPresent())) {
      body.open(match.span(), "$Lswitch ($L) {", StatementEmitter.note(match.scrutinee(), match.span()),
          members.expressions().emit(match.scrutinee(), scope).code());
      match.cases().forEach(c -> statements.arm(
          c.value().map(v -> "case " + label(v).orElseThrow() + " -> ").orElse("default -> "), c.body(),
          scope));
      body.close("}");
    } else {
      chain(match, scope);
    }
  }

  /// A constant that Java takes as the label of a `case`.
  private static Optional<String> label(Expression value) {
    if (value instanceof Expression.EnumLiteral(var type, int ordinal, _)) {
      return Optional.of(JavaNames.constant(type.constants().get(ordinal)));
    }
    OptionalInt number = Bounds.integer(value);
    return number.isPresent() ? Optional.of(Integer.toString(number.getAsInt())) : Optional.empty();
  }

  private void chain(Statement.Match match, Scope outer) {
    Scope scope = outer.nested();
    Type type = match.scrutinee().type();
    String name = scope.fresh("matched");
    body.open("{");
    body.line(match.span(), "$L$T $L = $L;", StatementEmitter.note(match.scrutinee(), match.span()),
        members.types().plain(type), name,
        members.expressions().value(match.scrutinee(), scope).code());
    var variable = new Variable(Integer.MIN_VALUE, name, type, Variable.Kind.BINDING, match.span());
    scope.bind(variable, name);
    String before = "";
    for (Statement.MatchCase each : ordered(match.cases())) {
      head(before, each, variable, scope);
      statements.inside(each.body(), scope);
      before = "} else ";
    }
    body.line("}");
    body.close("}");
  }

  private void head(String before, Statement.MatchCase each, Variable matched, Scope scope) {
    Span span = each.span();
    if (each.value().isEmpty()) {
      body.line(span, before.isEmpty() ? "{" : "} else {");
      return;
    }
    var test = new Expression.Binary(Expression.BinaryOperator.EQUAL, new Expression.Use(matched, span),
        each.value().get(), new Type.Bool(), span);
    CodeBlock condition = members.expressions().emit(test, scope).code();
    body.line(span, "$Lif ($L) {", before, condition);
  }

  /// `else` last; what stands behind it is never reached.
  private static List<Statement.MatchCase> ordered(List<Statement.MatchCase> cases) {
    for (int i = 0; i < cases.size(); i++) {
      if (cases.get(i).value().isEmpty()) {
        return cases.subList(0, i + 1);
      }
    }
    return cases;
  }
}
