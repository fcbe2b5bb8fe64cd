package org.graphline.model.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphline.model.term.Component;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Type;
import org.graphline.model.term.Variable;
import org.graphline.model.value.DataType;
import org.graphline.model.value.QualifiedName;
import org.graphline.model.value.Value;

/// Evaluates constant expressions and types, given what parameters and indices stand for.
public final class Constants {
  private final Map<Integer, Value> values;
  private final List<DataType> typeArguments;
  private final Map<QualifiedName, List<String>> colors;

  private Constants(Map<Integer, Value> values, List<DataType> typeArguments,
      Map<QualifiedName, List<String>> colors) {
    this.values = values;
    this.typeArguments = List.copyOf(typeArguments);
    this.colors = colors;
  }

  /// An expression that should be constant is not, or has no value: the front end lets none through.
  public static final class NotConstant extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Expression expression;

    NotConstant(Expression expression, String why) {
      super(why + " at " + expression.span().place());
      this.expression = expression;
    }

    /// Returns the expression that has no value.
    public Expression expression() {
      return expression;
    }
  }

  /// Returns an evaluator for a declaration with these parameters.
  public static Constants of(List<Component.Parameter> parameters, List<Value> arguments,
      List<DataType> typeArguments, Map<QualifiedName, List<String>> colors) {
    var values = new HashMap<Integer, Value>();
    for (int i = 0; i < parameters.size(); i++) {
      values.put(parameters.get(i).variable().id(), arguments.get(i));
    }
    return new Constants(values, typeArguments, colors);
  }

  /// Returns an evaluator that also knows `variable`.
  public Constants with(Variable variable, Value value) {
    var more = new HashMap<>(values);
    more.put(variable.id(), value);
    return new Constants(more, typeArguments, colors);
  }

  /// Reports whether `variable` has a value here.
  public boolean knows(Variable variable) {
    return values.containsKey(variable.id());
  }

  /// Returns the integer that `expression` stands for.
  public int integer(Expression expression) {
    return switch (value(expression)) {
      case Value.Int(int value) -> value;
      default -> throw new NotConstant(expression, "not an integer");
    };
  }

  /// Returns the value that `expression` stands for.
  ///
  /// @throws NotConstant if it depends on a variable, on Java or on chance, or divides by zero
  public Value value(Expression expression) {
    return switch (expression) {
      case Expression.IntLiteral(int value, _, _) -> new Value.Int(value);
      case Expression.BoolLiteral(boolean value, _, _) -> new Value.Bool(value);
      case Expression.TextLiteral(var value, _, _) -> new Value.Token('"' + value + '"');
      case Expression.DurationLiteral(long ms, _, _) -> new Value.Token(ms + "ms");
      case Expression.EnumLiteral(var type, int ordinal, _) ->
          new Value.Constant((DataType.Enumeration) type(type), ordinal);
      case Expression.EmptyList _ -> new Value.Sequence(List.of());
      case Expression.Use(var variable, _) -> {
        Value value = values.get(variable.id());
        if (value == null) {
          throw new NotConstant(expression, "`" + variable.name() + "` is not constant");
        }
        yield value;
      }
      case Expression.RecordLiteral(var type, var fields, _) ->
          new Value.Structure((DataType.Structure) type(type), fields.stream().map(this::value).toList());
      case Expression.Field(var record, int index, _, _) ->
          ((Value.Structure) value(record)).fields().get(index);
      case Expression.Unary unary -> unary(unary);
      case Expression.Binary binary -> binary(binary);
      case Expression.Conditional(var condition, var then, var otherwise, _, _) ->
          value(truth(condition) ? then : otherwise);
      case Expression.ListOperation _, Expression.ExternCall _, Expression.Anything _, Expression.Inspect _,
          Expression.Contents _ ->
          throw new NotConstant(expression, "not constant");
    };
  }

  /// Returns the type with its bounds evaluated.
  public DataType type(Type type) {
    return switch (type) {
      case Type.Bool _ -> new DataType.Bool();
      case Type.Range(var low, var high) -> new DataType.Range(integer(low), integer(high));
      case Type.Enumeration(var name, var constants) -> new DataType.Enumeration(name, constants);
      case Type.Structure(var name, var fields) -> new DataType.Structure(name,
          fields.stream().map(f -> new DataType.Field(f.name(), type(f.type()))).toList());
      case Type.Sequence(var element, var capacity) -> new DataType.Sequence(type(element), integer(capacity));
      case Type.Signal _ -> new DataType.Signal();
      case Type.Text _ -> new DataType.Text();
      case Type.Time _ -> new DataType.Time();
      case Type.Opaque(var name, var javaClass) ->
          new DataType.Opaque(name, javaClass, colors.getOrDefault(name, List.of()));
      case Type.Parameter(_, int index) -> typeArguments.get(index);
    };
  }

  private boolean truth(Expression expression) {
    return switch (value(expression)) {
      case Value.Bool(boolean value) -> value;
      default -> throw new NotConstant(expression, "not a truth value");
    };
  }

  private Value unary(Expression.Unary unary) {
    return switch (unary.operator()) {
      case NOT -> new Value.Bool(!truth(unary.operand()));
      case NEGATE -> new Value.Int(Math.negateExact(integer(unary.operand())));
    };
  }

  private Value binary(Expression.Binary binary) {
    Expression left = binary.left();
    Expression right = binary.right();
    return switch (binary.operator()) {
      case AND -> new Value.Bool(truth(left) && truth(right));
      case OR -> new Value.Bool(truth(left) || truth(right));
      case EQUAL -> new Value.Bool(value(left).equals(value(right)));
      case NOT_EQUAL -> new Value.Bool(!value(left).equals(value(right)));
      case LESS -> new Value.Bool(integer(left) < integer(right));
      case LESS_OR_EQUAL -> new Value.Bool(integer(left) <= integer(right));
      case GREATER -> new Value.Bool(integer(left) > integer(right));
      case GREATER_OR_EQUAL -> new Value.Bool(integer(left) >= integer(right));
      case MULTIPLY, DIVIDE, REMAINDER, ADD, SUBTRACT -> arithmetic(binary);
    };
  }

  private Value arithmetic(Expression.Binary binary) {
    long left = integer(binary.left());
    long right = integer(binary.right());
    boolean divides = switch (binary.operator()) {
      case DIVIDE, REMAINDER -> true;
      default -> false;
    };
    if (divides && right == 0) {
      throw new NotConstant(binary, "division by zero");
    }
    long result = switch (binary.operator()) {
      case MULTIPLY -> left * right;
      case DIVIDE -> left / right;
      case REMAINDER -> left % right;
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      default -> throw new AssertionError(binary.operator());
    };
    if (result != (int) result) {
      throw new NotConstant(binary, "too large");
    }
    return new Value.Int((int) result);
  }
}
