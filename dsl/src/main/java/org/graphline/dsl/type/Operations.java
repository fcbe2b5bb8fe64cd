package org.graphline.dsl.type;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.resolve.Symbol;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Expression.ListOperator;
import org.graphline.model.term.Extern;
import org.graphline.model.term.Type;
import org.graphline.model.term.Variable;

/// Types calls: of Java, and of the operations of lists.
final class Operations {

  private static final List<ListOperator> NAMED = Stream.of(ListOperator.values())
      .filter(operator -> operator != ListOperator.GET).toList();

  private final ExpressionTyper typer;

  Operations(ExpressionTyper typer) {
    this.typer = typer;
  }

  Expression call(org.graphline.dsl.ast.Expression.Call call, Place place) {
    if (call.target() instanceof org.graphline.dsl.ast.Expression.Variable(var name, _)
        && typer.bindings.symbol(name).isPresent()
        && typer.bindings.symbol(name).get() instanceof Symbol.Global global
        && global.declaration() instanceof Declaration.Extern) {
      return mayAskJava(call, place) ? java(typer.signatures.extern(global), call, place)
          : Types.unknown(call.span());
    }
    var target = typer.value(call.target(), place);
    if (target.type() instanceof Type.Sequence list) {
      return ofList(target, list, call, place);
    }
    if (!Types.isUnknown(target.type())) {
      typer.diagnostics.add(DiagnosticId.UNKNOWN_OPERATION, "`" + Types.display(target.type())
          + "` has no operations of its own", call.name().span(),
          "call Java through an `extern` and pass the value to it");
    }
    call.arguments().forEach(argument -> typer.value(argument, place));
    return Types.unknown(call.span());
  }

  /// Reports whether Java can be asked at `place`. It is looked at first, because the types of an extern may
  /// be underway there.
  private boolean mayAskJava(org.graphline.dsl.ast.Expression.Call call, Place place) {
    if (place == Place.PROPERTY) {
      typer.diagnostics.add(DiagnosticId.NOT_A_CONDITION, "a property cannot ask Java", call.span(),
          "keep the answer in a `var` of a component and look at that");
      return false;
    }
    if (place == Place.CONSTANT) {
      typer.diagnostics.add(DiagnosticId.NOT_CONSTANT, "Java cannot be asked before anything runs",
          call.span(),
          "use constants and parameters here");
      return false;
    }
    return true;
  }

  private Expression java(Extern extern, org.graphline.dsl.ast.Expression.Call call, Place place) {
    var found = extern.functions().stream().filter(f -> f.name().equals(call.name().text())).findFirst();
    if (found.isEmpty()) {
      typer.unknownName("`" + extern.name().simple() + "` has no function `" + call.name() + "`", call.name(),
          extern.functions().stream().map(Extern.Function::name).toList());
      call.arguments().forEach(argument -> typer.value(argument, place));
      return Types.unknown(call.span());
    }
    var function = found.get();
    typer.lead(call.name(), function.span());
    if (function.parameters().size() != call.arguments().size()) {
      typer.diagnostics.add(Diagnostic.of(DiagnosticId.WRONG_ARGUMENTS, "`" + function.name() + "` takes "
          + count(function.parameters().size(), "argument") + ", not " + call.arguments().size(), call.name()
          .span())
          .related(function.span(), "declared here"));
      return Types.isUnknown(function.result()) ? Types.unknown(call.span()) : result(function, call.span());
    }
    var arguments = new ArrayList<Expression>();
    for (int i = 0; i < call.arguments().size(); i++) {
      arguments.add(typer.value(call.arguments().get(i), function.parameters().get(i).type(), place));
    }
    return Types.isUnknown(function.result()) ? Types.unknown(call.span())
        : new Expression.ExternCall(extern, function, arguments, call.span());
  }

  /// Returns something of the type of the result, after a mistake in the arguments.
  private static Expression result(Extern.Function function, Span span) {
    return function.returnsNothing() ? Types.unknown(span) : new Expression.Anything(function.result(), span);
  }

  private Expression ofList(Expression target, Type.Sequence list, org.graphline.dsl.ast.Expression.Call call,
      Place place) {
    var operator = NAMED.stream().filter(o -> o.operationName().equals(call.name().text())).findFirst();
    if (operator.isEmpty()) {
      var diagnostic = Diagnostic.of(DiagnosticId.UNKNOWN_OPERATION,
          "a list has no operation `" + call.name() + "`", call.name().span());
      typer.diagnostics.add(diagnostic.help("it has " + String.join(", ",
          NAMED.stream().map(o -> "`" + o.operationName() + "`").toList()) + ", and `[index]`"));
      return Types.unknown(call.span());
    }
    int wanted = operator.get() == ListOperator.ADD ? 1 : 0;
    if (call.arguments().size() != wanted) {
      typer.diagnostics.add(DiagnosticId.WRONG_ARGUMENTS, "`" + call.name() + "` takes "
          + count(wanted, "argument")
          + ", not " + call.arguments().size(), call.name().span());
      return Types.unknown(call.span());
    }
    var arguments = call.arguments().stream().map(a -> typer.given(a, list.element(), place)).toList();
    if (changes(operator.get()) && !mayChange(target, call.name(), place)) {
      return Types.unknown(call.span());
    }
    return new Expression.ListOperation(operator.get(), target, arguments, result(operator.get(), list),
        call.span());
  }

  private static boolean changes(ListOperator operator) {
    return operator == ListOperator.ADD || operator == ListOperator.REMOVE_FIRST;
  }

  private boolean mayChange(Expression target, Name operation, Place place) {
    boolean variable = target instanceof Expression.Use(var v, _)
        && (v.kind() == Variable.Kind.STATE || v.kind() == Variable.Kind.LOCAL);
    if (!variable) {
      typer.diagnostics.add(DiagnosticId.LIST_CANNOT_CHANGE, "only a list in a `var` can change",
          target.span(),
          "copy it first: `var copy: … = …;  copy." + operation + "(…);`");
    } else if (place != Place.STATEMENT) {
      typer.diagnostics.add(DiagnosticId.LIST_CANNOT_CHANGE,
          "nothing may change while a condition is looked at",
          operation.span(), "change the list in a statement");
    }
    return variable && place == Place.STATEMENT;
  }

  private static Type result(ListOperator operator, Type.Sequence list) {
    return switch (operator) {
      case SIZE -> new Type.Range(Types.literal(0, list.capacity().span()), list.capacity());
      case IS_EMPTY, IS_FULL -> Types.BOOL;
      case FIRST, GET, REMOVE_FIRST -> list.element();
      case ADD -> Types.SIGNAL;
    };
  }

  Expression element(org.graphline.dsl.ast.Expression.Index index, Place place) {
    var target = typer.value(index.target(), place);
    var at = typer.integer(index.index(), place);
    if (target.type() instanceof Type.Sequence list) {
      return Types.isUnknown(at.type()) ? Types.unknown(index.span())
          : new Expression.ListOperation(ListOperator.GET, target, List.of(at), list.element(), index.span());
    }
    if (!Types.isUnknown(target.type())) {
      typer.diagnostics.add(DiagnosticId.UNKNOWN_OPERATION, "`" + Types.display(target.type())
          + "` is not a list and has no elements", index.span());
    }
    return Types.unknown(index.span());
  }

  static String count(int number, String thing) {
    return (number == 0 ? "no" : Integer.toString(number)) + " " + thing + (number == 1 ? "" : "s");
  }
}
