package org.graphline.dsl.resolve;

import java.util.ArrayList;

import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.Expression;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.Parameter;
import org.graphline.dsl.ast.Range;
import org.graphline.dsl.ast.TypeName;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.model.term.Variable;

/// Resolves the names in expressions and types.
class ExpressionResolver {

  final Names names;
  private final String owner;

  /// @param owner the name of the component or graph whose names these are; empty outside one
  ExpressionResolver(Names names, String owner) {
    this.names = names;
    this.owner = owner;
  }

  final void expression(Expression expression, Scope scope) {
    switch (expression) {
      case Expression.IntegerLiteral _, Expression.BooleanLiteral _, Expression.TextLiteral _,
          Expression.TimeLiteral _, Expression.Anything _ -> {}
      case Expression.Variable(var name, _) -> variable(name, scope);
      case Expression.RecordLiteral(var type, var fields, _) -> {
        names.type(type);
        fields.forEach(field -> expression(field.value(), scope));
      }
      case Expression.Member(var target, _, _) -> expression(target, scope);
      case Expression.Call(var target, _, var arguments, _) -> {
        expression(target, scope);
        arguments.forEach(argument -> expression(argument, scope));
      }
      case Expression.Index(var target, var index, _) -> {
        expression(target, scope);
        expression(index, scope);
      }
      case Expression.Unary(_, var operand, _) -> expression(operand, scope);
      case Expression.Binary(_, var left, var right, _) -> {
        expression(left, scope);
        expression(right, scope);
      }
      case Expression.Conditional(var condition, var ifTrue, var ifFalse, _) -> {
        expression(condition, scope);
        expression(ifTrue, scope);
        expression(ifFalse, scope);
      }
      case Expression.Parenthesized(var inner, _) -> expression(inner, scope);
    }
  }

  final void range(Range range, Scope scope) {
    expression(range.low(), scope);
    expression(range.high(), scope);
  }

  final void type(TypeName type, Scope scope) {
    switch (type) {
      case TypeName.Named named -> names.type(named);
      case TypeName.Interval(var range, _) -> range(range, scope);
      case TypeName.ListOf(var element, var capacity, _) -> {
        type(element, scope);
        expression(capacity, scope);
      }
    }
  }

  final void parameter(Parameter parameter, Scope scope) {
    type(parameter.type(), scope);
    parameter.initial().ifPresent(initial -> expression(initial, Scope.outermost(initial.span())));
    declare(parameter.name(), Variable.Kind.PARAMETER, scope);
  }

  /// Brings `name` into `scope` and reports it if the name is taken: bindings never hide anything (GL0305).
  final void declare(Name name, Variable.Kind sort, Scope scope) {
    declare(name, sort, maker(sort), "", scope);
  }

  /// Brings `name` into `scope`. `maker` is the word that does it, `proposal` what to write if the name is a
  /// variable.
  final void declare(Name name, Variable.Kind sort, String maker, String proposal, Scope scope) {
    var value = new Symbol.Value(name, sort);
    names.bind(name, value);
    var earlier = scope.find(name.text());
    if (earlier.isPresent()) {
      var taken = earlier.get();
      boolean member = isMember(taken.sort()) && isMember(sort);
      names.diagnostics().add(Diagnostic.of(member ? DiagnosticId.DUPLICATE_NAME : DiagnosticId.NAME_TAKEN,
          "`" + name + "` is already " + taken.kind() + owner(taken.sort()) + "; " + maker
          + " always makes a new name", name.span())
          .related(taken.declared().span(), "declared here")
          .help(isVariable(taken.sort()) && !proposal.isEmpty() ? proposal : "choose another name"));
      return;
    }
    for (var symbol : names.find(name).stream().toList()) {
      if (symbol instanceof Symbol.Global(_, Declaration.Constant constant)) {
        names.diagnostics().add(Diagnostic.of(DiagnosticId.NAME_TAKEN,
            "`" + name + "` is already a constant; " + maker + " always makes a new name", name.span())
            .related(constant.name().span(), "declared here").help("choose another name"));
      }
    }
    scope.declare(value);
    names.visible(value, scope.end());
  }

  private static boolean isMember(Variable.Kind sort) {
    return sort == Variable.Kind.PARAMETER || sort == Variable.Kind.STATE;
  }

  private static String maker(Variable.Kind sort) {
    return switch (sort) {
      case PARAMETER -> "a parameter";
      case STATE, LOCAL -> "`var`";
      case BINDING -> "a binding";
      case INDEX -> "`for`";
    };
  }

  private static boolean isVariable(Variable.Kind sort) {
    return sort == Variable.Kind.STATE || sort == Variable.Kind.LOCAL;
  }

  private String owner(Variable.Kind sort) {
    return isMember(sort) && !owner.isEmpty() ? " of " + owner : "";
  }

  private void variable(Name name, Scope scope) {
    var value = scope.find(name.text());
    if (value.isPresent()) {
      names.bind(name, value.get());
      return;
    }
    var withheld = scope.findWithheld(name.text());
    if (withheld.isPresent()) {
      names.diagnostics().add(Diagnostic.of(DiagnosticId.NAME_NOT_ALWAYS_BOUND,
          "`" + name + "` has a value only if nothing went wrong", name.span())
          .related(withheld.get().span(), "bound here, unless the `else` is taken")
          .help("end the `else` so that it does not come back, e.g. with `stop;`"));
      return;
    }
    var global = names.find(name);
    if (global.isPresent()) {
      global(name, global.get());
    } else {
      unknownVariable(name, scope);
    }
  }

  /// Binds a global name used as, or as the start of, an expression.
  private void global(Name name, Symbol symbol) {
    if (symbol instanceof Symbol.Global(_, var declaration)) {
      switch (declaration) {
        case Declaration.Constant _, Declaration.Enumeration _, Declaration.Extern _ -> {
          names.bind(name, symbol);
          return;
        }
        case Declaration.JavaType _, Declaration.Alias _, Declaration.RecordType _, Declaration.Component _,
            Declaration.Graph _ -> {}
      }
    }
    names.wrongKind(name.text(), name.span(), symbol, "a value");
  }

  void unknownVariable(Name name, Scope scope) {
    var candidates = new ArrayList<>(scope.names());
    candidates.addAll(names.candidates(ExpressionResolver::isValue));
    names.unknown("name", name.text(), name.span(), candidates);
  }

  private static boolean isValue(Symbol symbol) {
    return symbol instanceof Symbol.Global(_, var declaration) && (declaration instanceof Declaration.Constant
        || declaration instanceof Declaration.Enumeration || declaration instanceof Declaration.Extern);
  }
}
