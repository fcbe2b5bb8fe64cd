package org.graphline.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.graphline.compiler.plan.Bounds;
import org.graphline.compiler.plan.Wording;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Extern;
import org.graphline.model.term.Type;
import org.graphline.model.value.QualifiedName;

/// Java expressions from expressions.
///
/// @param externs the names of the fields that hold Java functions
record ExpressionEmitter(TypeNames types, Map<QualifiedName, String> externs) {
  private static final ClassName DURATION = ClassName.get("java.time", "Duration");

  /// Returns the Java of `expression`.
  Java emit(Expression expression, Scope scope) {
    return switch (expression) {
      case Expression.IntLiteral(int value, _, _) ->
          new Java(CodeBlock.of("$L", value), value < 0 ? 7 : Java.TIGHT, false);
      case Expression.BoolLiteral(boolean value, _, _) -> Java.tight("$L", value);
      case Expression.TextLiteral(var value, _, _) -> Java.tight("$L", Literals.text(value));
      case Expression.DurationLiteral(long ms, _, _) -> duration(ms);
      case Expression.EnumLiteral(var type, int ordinal, _) ->
          Java.tight("$T.$L", JavaNames.type(type.name()), JavaNames.constant(type.constants().get(ordinal)));
      case Expression.EmptyList(var type, _) ->
          Java.tight("new $T<>($L)", RuntimeNames.BOUNDED_LIST, bound(type.capacity(), scope).code());
      case Expression.Anything(var type, Span span) -> anything(type, span, scope);
      case Expression.Use(var variable, _) -> Java.tight("$L", scope.text(variable));
      case Expression.RecordLiteral(var type, var fields, _) ->
          Java.tight("new $T($L)", JavaNames.type(type.name()), values(fields, scope));
      case Expression.Field(var record, int index, _, _) -> field(record, index, scope);
      case Expression.Unary(var operator, var operand, _, _) ->
          new Java(CodeBlock.of("$L$L", operator.symbol(), emit(operand, scope).within(Java.TIGHT)), 7,
              false);
      case Expression.Binary binary -> binary(binary, scope);
      case Expression.Conditional conditional -> conditional(conditional, scope);
      case Expression.ListOperation operation -> operation(operation, scope);
      case Expression.ExternCall call -> call(call, scope);
      case Expression.Inspect(_, _, Span span) -> throw new AssertionError("only in properties: "
          + span.place());
      case Expression.Contents(_, _, Span span) -> throw new AssertionError("only in properties: "
          + span.place());
    };
  }

  /// Returns the Java of `expression` as a value of its own: a list is copied, for lists are values.
  Java value(Expression expression, Scope scope) {
    Java java = emit(expression, scope);
    boolean isShared = expression instanceof Expression.Use || expression instanceof Expression.Field
        || expression instanceof Expression.Conditional
        || expression instanceof Expression.ListOperation operation && !isTaken(operation);
    return expression.type() instanceof Type.Sequence && isShared
        ? Java.tight("$L.copy()", java.within(Java.TIGHT)) : java;
  }

  private static boolean isTaken(Expression.ListOperation operation) {
    return operation.operator() == Expression.ListOperator.REMOVE_FIRST;
  }

  /// Returns the Java of `expression` where a `target` is expected, checked unless it is known to fit.
  Java fit(Expression expression, Type target, Scope scope) {
    return target instanceof Type.Range range && !Bounds.fits(expression, range)
        ? range(range, emit(expression, scope), scope) : value(expression, scope);
  }

  /// Returns the Java of a condition that is written `true` or `false` when it is constant.
  CodeBlock condition(Expression expression, Scope scope) {
    return Bounds.truth(expression).map(truth -> CodeBlock.of("$L", truth))
        .orElse(emit(expression, scope).code());
  }

  /// Returns the Java of a bound or a size, as one number when it is constant.
  Java bound(Expression expression, Scope scope) {
    OptionalInt value = Bounds.integer(expression);
    return value.isEmpty() ? emit(expression, scope)
        : new Java(CodeBlock.of("$L", value.getAsInt()), value.getAsInt() < 0 ? 7 : Java.TIGHT, false);
  }

  private Java range(Type.Range range, Java value, Scope scope) {
    return Java.tight("$T.range($L, $L, $L)", RuntimeNames.CHECKS, bound(range.low(), scope).code(),
        bound(range.high(), scope).code(), value.code());
  }

  private CodeBlock values(List<Expression> expressions, Scope scope) {
    return CodeBlock.join(expressions.stream().map(e -> value(e, scope).code()).toList(), ", ");
  }

  private static Java duration(long ms) {
    return ms > 0 && ms % 60_000 == 0 ? Java.tight("$T.ofMinutes($L)", DURATION, ms / 60_000)
        : ms > 0 && ms % 1000 == 0 ? Java.tight("$T.ofSeconds($L)", DURATION, ms / 1000)
        : Java.tight("$T.ofMillis($L)", DURATION, ms);
  }

  private Java field(Expression record, int index, Scope scope) {
    Type.Structure type = (Type.Structure) record.type();
    return Java.tight("$L.$L()", emit(record, scope).within(Java.TIGHT),
        JavaNames.member(type.fields().get(index).name()));
  }

  private Java binary(Expression.Binary binary, Scope scope) {
    Java left = emit(binary.left(), scope);
    Java right = emit(binary.right(), scope);
    return switch (binary.operator()) {
      case EQUAL -> equal(binary.left().type(), left, right);
      case NOT_EQUAL -> {
        Java equal = equal(binary.left().type(), left, right);
        yield equal.level() == 3 ? infix(left, "!=", right, 3)
            : new Java(CodeBlock.of("!$L", equal.code()), 7, false);
      }
      case DIVIDE, REMAINDER -> Bounds.isNonZero(binary.right())
          ? infix(left, binary.operator().symbol(), right, 6)
          : Java.tight("$T.$L($L, $L)", RuntimeNames.CHECKS,
              binary.operator() == Expression.BinaryOperator.DIVIDE ? "divide" : "remainder",
              left.code(), right.code());
      case MULTIPLY, ADD, SUBTRACT, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, AND, OR ->
          infix(left, binary.operator().symbol(), right, Wording.level(binary.operator()));
    };
  }

  private static Java infix(Java left, String symbol, Java right, int level) {
    return new Java(CodeBlock.of("$L $L $L", left.within(level), symbol, right.within(level + 1)), level,
        false);
  }

  /// Java compares numbers, enumerations and signals by `==`, unless both numbers are in boxes.
  private static Java equal(Type type, Java left, Java right) {
    boolean byIdentity = switch (type) {
      case Type.Bool _, Type.Range _ -> !(left.boxed() && right.boxed());
      case Type.Enumeration _, Type.Signal _ -> true;
      case Type.Structure _, Type.Sequence _, Type.Text _, Type.Time _, Type.Opaque _,
          Type.Parameter _ -> false;
    };
    return byIdentity ? infix(left, "==", right, 3)
        : Java.tight("$L.equals($L)", left.within(Java.TIGHT), right.code());
  }

  private Java conditional(Expression.Conditional conditional, Scope scope) {
    Java then = emit(conditional.then(), scope);
    Java otherwise = emit(conditional.otherwise(), scope);
    return new Java(CodeBlock.of("$L ? $L : $L", emit(conditional.condition(), scope).within(1),
        then.within(1),
        otherwise.within(0)), 0, then.boxed() && otherwise.boxed());
  }

  private Java operation(Expression.ListOperation operation, Scope scope) {
    CodeBlock list = emit(operation.list(), scope).within(Java.TIGHT);
    boolean boxed = isBoxed(operation.type());
    return switch (operation.operator()) {
      case SIZE -> Java.tight("$L.size()", list);
      case IS_EMPTY -> Java.tight("$L.isEmpty()", list);
      case IS_FULL -> Java.tight("$L.isFull()", list);
      case FIRST -> Java.call(boxed, "$L.first()", list);
      case REMOVE_FIRST -> Java.call(boxed, "$L.removeFirst()", list);
      case GET -> Java.call(boxed, "$L.at($L)", list, emit(operation.arguments().getFirst(), scope).code());
      case ADD -> Java.tight("$L.add($L)", list,
          fit(operation.arguments().getFirst(), ((Type.Sequence) operation.list().type()).element(), scope)
          .code());
    };
  }

  private static boolean isBoxed(Type type) {
    return type instanceof Type.Range || type instanceof Type.Bool;
  }

  private Java call(Expression.ExternCall call, Scope scope) {
    Extern.Function function = call.function();
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < function.parameters().size(); i++) {
      arguments.add(fit(call.arguments().get(i), function.parameters().get(i).type(), scope).code());
    }
    Java java = Java.tight("$L.$L($L)", externs.get(call.extern().name()), JavaNames.member(function.name()),
        CodeBlock.join(arguments, ", "));
    if (!Bounds.isDrawn(call)) {
      return java;
    }
    Java checked = function.result() instanceof Type.Range range ? range(range, java, scope) : java;
    return Java.call(isBoxed(function.result()), "at($L).result($S, $L)", call.span().line(),
        call.extern().name().simple() + "." + function.name(), checked.code());
  }

  /// Some value of `type`, noted like an answer of Java. Of a type that Java defines there is none to give: the component
  /// fails.
  private Java anything(Type type, Span span, Scope scope) {
    Java made = made(type, span, scope);
    return Bounds.isDrawn(type)
        ? Java.call(isBoxed(type), "at($L).result($S, $L)", span.line(), "anything", made.code()) : made;
  }

  private Java made(Type type, Span span, Scope scope) {
    int line = span.line();
    return switch (type) {
      case Type.Bool _ -> new Java(CodeBlock.of("at($L).draw(0, 1) == 1", line), 3, false);
      case Type.Range(var low, var high) ->
          Java.tight("at($L).draw($L, $L)", line, bound(low, scope).code(), bound(high, scope).code());
      case Type.Enumeration(var name, var constants) ->
          Java.tight("$T.values()[at($L).draw(0, $L)]", JavaNames.type(name), line, constants.size() - 1);
      case Type.Structure(var name, var fields) -> Java.tight("new $T($L)", JavaNames.type(name),
          CodeBlock.join(fields.stream().map(f -> made(f.type(), span, scope).code()).toList(), ", "));
      case Type.Sequence(_, var capacity) ->
          Java.tight("new $T($L)", types.plain(type), bound(capacity, scope).code());
      case Type.Signal _ -> Java.tight("$T.SIGNAL", RuntimeNames.SIGNAL);
      case Type.Text _ -> Java.tight("\"\"");
      case Type.Time _ -> Java.tight("$T.ZERO", DURATION);
      case Type.Opaque _, Type.Parameter _ -> nothingToGive(types.boxed(type), Wording.of(type));
    };
  }

  private static Java nothingToGive(TypeName type, String name) {
    return Java.tight("$T.<$T>empty().orElseThrow(() -> new $T($S))", Optional.class, type,
        IllegalStateException.class, "`anything`: only a checker can make up a " + name);
  }
}
