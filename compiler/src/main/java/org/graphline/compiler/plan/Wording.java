package org.graphline.compiler.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.graphline.model.term.Expression;
import org.graphline.model.term.PortUse;
import org.graphline.model.term.Type;

/// Types and expressions as they are written in source, for messages and comments in generated code.
public final class Wording {
  private Wording() {}

  /// Returns the type as it is written.
  public static String of(Type type) {
    return switch (type) {
      case Type.Bool _ -> "bool";
      case Type.Range(var low, var high) -> of(low) + ".." + of(high);
      case Type.Enumeration(var name, _) -> name.simple();
      case Type.Structure(var name, _) -> name.simple();
      case Type.Sequence(var element, var capacity) -> "list<" + of(element) + ", " + of(capacity) + ">";
      case Type.Signal _ -> "signal";
      case Type.Text _ -> "text";
      case Type.Time _ -> "time";
      case Type.Opaque(var name, _) -> name.simple();
      case Type.Parameter(var name, _) -> name;
    };
  }

  /// Returns the expression as it is written, with no parentheses but those that are needed.
  public static String of(Expression expression) {
    return switch (expression) {
      case Expression.IntLiteral(int value, _, _) -> Integer.toString(value);
      case Expression.BoolLiteral(boolean value, _, _) -> Boolean.toString(value);
      case Expression.TextLiteral(var value, _, _) -> quoted(value);
      case Expression.DurationLiteral(long ms, _, _) -> duration(ms);
      case Expression.EnumLiteral(var type, int ordinal, _) ->
          type.name().simple() + "." + type.constants().get(ordinal);
      case Expression.EmptyList _ -> "[]";
      case Expression.Anything _ -> "anything";
      case Expression.Use(var variable, _) -> variable.name();
      case Expression.RecordLiteral literal -> record(literal);
      case Expression.Field(var record, int index, _, _) -> below(record, 8) + "." + fieldName(record, index);
      case Expression.Unary(var operator, var operand, _, _) -> operator.symbol() + below(operand, 7);
      case Expression.Binary(var operator, var left, var right, _, _) ->
          below(left, level(operator)) + " " + operator.symbol() + " " + below(right, level(operator) + 1);
      case Expression.Conditional(var condition, var then, var otherwise, _, _) ->
          below(condition, 1) + " ? " + of(then) + " : " + of(otherwise);
      case Expression.ListOperation operation -> operation(operation);
      case Expression.ExternCall(var extern, var function, var arguments, _) ->
          extern.name().simple() + "." + function.name() + list(arguments);
      case Expression.Inspect(var component, var variable, _) -> component.display() + "." + variable.name();
      case Expression.Contents(var port, _, _) -> port.display();
    };
  }

  /// Returns the port with its index.
  public static String of(PortUse use) {
    return use.port().name() + use.index().map(i -> "[" + of(i) + "]").orElse("");
  }

  static String fieldName(Expression record, int index) {
    return record.type() instanceof Type.Structure(_, var fields) ? fields.get(index).name() : "?";
  }

  private static String record(Expression.RecordLiteral literal) {
    List<Type.Field> fields = literal.type().fields();
    var text = new StringBuilder(literal.type().name().simple()).append('{');
    for (int i = 0; i < fields.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(fields.get(i).name()).append(": ")
          .append(of(literal.fields().get(i)));
    }
    return text.append('}').toString();
  }

  private static String operation(Expression.ListOperation operation) {
    String list = below(operation.list(), 8);
    return switch (operation.operator()) {
      case GET -> list + "[" + of(operation.arguments().getFirst()) + "]";
      case SIZE, IS_EMPTY, IS_FULL, FIRST, ADD, REMOVE_FIRST ->
          list + "." + operation.operator().operationName() + list(operation.arguments());
    };
  }

  private static String list(List<Expression> arguments) {
    return arguments.stream().map(Wording::of).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  private static String duration(long ms) {
    record Unit(long length, String name) {}
    return List.of(new Unit(3_600_000, "h"), new Unit(60_000, "min"), new Unit(1000, "s")).stream()
        .filter(unit -> ms > 0 && ms % unit.length() == 0).findFirst()
        .map(unit -> ms / unit.length() + unit.name()).orElse(ms + "ms");
  }

  private static String below(Expression operand, int atLeast) {
    return level(operand) < atLeast ? "(" + of(operand) + ")" : of(operand);
  }

  private static int level(Expression expression) {
    return switch (expression) {
      case Expression.Conditional _ -> 0;
      case Expression.Binary binary -> level(binary.operator());
      case Expression.Unary _ -> 7;
      case Expression.IntLiteral(int value, _, _) -> value < 0 ? 7 : 8;
      case Expression.BoolLiteral _, Expression.TextLiteral _, Expression.DurationLiteral _,
          Expression.EnumLiteral _, Expression.EmptyList _, Expression.Anything _, Expression.Use _,
          Expression.RecordLiteral _, Expression.Field _, Expression.ListOperation _, Expression.ExternCall _,
          Expression.Inspect _, Expression.Contents _ -> 8;
    };
  }

  /// Returns how tightly `operator` binds, in Graphline and in Java alike.
  public static int level(Expression.BinaryOperator operator) {
    return switch (operator) {
      case OR -> 1;
      case AND -> 2;
      case EQUAL, NOT_EQUAL -> 3;
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> 4;
      case ADD, SUBTRACT -> 5;
      case MULTIPLY, DIVIDE, REMAINDER -> 6;
    };
  }

  /// Returns the keyword and operand of an optional part, as ` from p`, or nothing.
  static String optional(String before, Optional<Expression> expression) {
    return expression.map(e -> before + of(e)).orElse("");
  }
}
