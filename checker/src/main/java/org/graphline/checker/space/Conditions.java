package org.graphline.checker.space;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.graphline.model.network.Behavior;
import org.graphline.model.network.Constants;
import org.graphline.model.property.Condition;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Expression.BinaryOperator;
import org.graphline.model.term.Type;
import org.graphline.model.value.DataType;
import org.graphline.model.value.Value;

/// Evaluates conditions over the variables of a state and the letters on its lines. A condition part of which
/// has no value, such as the first element of an empty list, does not hold.
final class Conditions {
  private static final Constants CONSTANTS = Constants.of(List.of(), List.of(), List.of(), Map.of());

  private final Semantics semantics;

  Conditions(Semantics semantics) {
    this.semantics = semantics;
  }

  boolean holds(Condition condition, State state) {
    return new Evaluation(condition, state).value(condition.expression())
        .equals(Optional.of(new Value.Bool(true)));
  }

  private final class Evaluation {
    private final Condition condition;
    private final State state;

    Evaluation(Condition condition, State state) {
      this.condition = condition;
      this.state = state;
    }

    Optional<Value> value(Expression expression) {
      return switch (expression) {
        case Expression.IntLiteral(int value, _, _) -> Optional.of(new Value.Int(value));
        case Expression.BoolLiteral(boolean value, _, _) -> Optional.of(new Value.Bool(value));
        case Expression.EnumLiteral(var type, int ordinal, _) -> Optional.of(
            new Value.Constant(new DataType.Enumeration(type.name(), type.constants()), ordinal));
        case Expression.Inspect inspect -> Optional.of(
            semantics.variable(state, instance(inspect), inspect.variable().id()));
        case Expression.Contents contents ->
            Optional.of(new Value.Sequence(semantics.letters(state, line(contents))));
        case Expression.Field(var record, int index, _, _) ->
            value(record).map(r -> ((Value.Structure) r).fields().get(index));
        case Expression.Unary(var operator, var operand, _, _) -> value(operand).map(v -> switch (operator) {
          case NOT -> new Value.Bool(!truth(v));
          case NEGATE -> new Value.Int(-number(v));
        });
        case Expression.Conditional(var test, var then, var otherwise, _, _) ->
            value(test).flatMap(v -> value(truth(v) ? then : otherwise));
        case Expression.Binary(var operator, var left, var right, _, _) -> switch (operator) {
          case AND -> value(left).flatMap(v -> truth(v) ? value(right) : Optional.of(v));
          case OR -> value(left).flatMap(v -> truth(v) ? Optional.of(v) : value(right));
          default -> value(left).flatMap(l -> value(right).flatMap(r -> apply(operator, l, r)));
        };
        case Expression.ListOperation operation -> list(operation);
        case Expression.EmptyList _ -> Optional.of(new Value.Sequence(List.of()));
        case Expression.RecordLiteral literal -> record(literal);
        case Expression.TextLiteral _, Expression.DurationLiteral _, Expression.Anything _, Expression.Use _,
            Expression.ExternCall _ ->
            throw new AssertionError("not in a property: " + expression);
      };
    }

    private Optional<Value> record(Expression.RecordLiteral literal) {
      List<Optional<Value>> fields = literal.fields().stream().map(this::value).toList();
      return fields.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : Optional.of(new Value.Structure(
          (DataType.Structure) CONSTANTS.type(literal.type()), fields.stream().map(Optional::get).toList()));
    }

    private Optional<Value> list(Expression.ListOperation operation) {
      return value(operation.list()).flatMap(list -> {
        List<Value> elements = ((Value.Sequence) list).elements();
        return switch (operation.operator()) {
          case SIZE -> Optional.of(new Value.Int(elements.size()));
          case IS_EMPTY -> Optional.of(new Value.Bool(elements.isEmpty()));
          case IS_FULL -> Optional.of(new Value.Bool(elements.size() == capacity(operation.list())));
          case FIRST -> elements.stream().findFirst();
          case GET -> value(operation.arguments().getFirst()).map(Evaluation::number)
              .filter(i -> i >= 0 && i < elements.size()).map(elements::get);
          case ADD, REMOVE_FIRST -> throw new AssertionError("a property that changes a list");
        };
      });
    }

    /// A list is a line's, or is inspected itself or lies in a record that is; a bound may be a parameter of
    /// the instance.
    private int capacity(Expression list) {
      if (list instanceof Expression.Contents contents) {
        return semantics.network().lines().get(line(contents)).capacity();
      }
      Expression root = list;
      while (root instanceof Expression.Field field) {
        root = field.record();
      }
      Behavior behavior = semantics.network().instances().get(instance((Expression.Inspect) root)).behavior();
      return switch (list.type()) {
        case Type.Sequence(_, var capacity) -> behavior.constants().integer(capacity);
        default -> throw new AssertionError("not a list: " + list.type());
      };
    }

    private int instance(Expression.Inspect inspect) {
      return condition.observed().stream().filter(o -> o.inspect().equals(inspect)).findFirst()
          .orElseThrow(() -> new AssertionError("unresolved " + inspect)).instance();
    }

    private int line(Expression.Contents contents) {
      return condition.lines().stream().filter(o -> o.contents().equals(contents)).findFirst()
          .orElseThrow(() -> new AssertionError("unresolved " + contents)).line();
    }

    private static Optional<Value> apply(BinaryOperator operator, Value left, Value right) {
      return switch (operator) {
        case EQUAL -> Optional.of(new Value.Bool(areEqual(left, right)));
        case NOT_EQUAL -> Optional.of(new Value.Bool(!areEqual(left, right)));
        case LESS -> Optional.of(new Value.Bool(number(left) < number(right)));
        case LESS_OR_EQUAL -> Optional.of(new Value.Bool(number(left) <= number(right)));
        case GREATER -> Optional.of(new Value.Bool(number(left) > number(right)));
        case GREATER_OR_EQUAL -> Optional.of(new Value.Bool(number(left) >= number(right)));
        case ADD -> Optional.of(new Value.Int(number(left) + number(right)));
        case SUBTRACT -> Optional.of(new Value.Int(number(left) - number(right)));
        case MULTIPLY -> Optional.of(new Value.Int(number(left) * number(right)));
        case DIVIDE -> Optional.of(right).filter(r -> number(r) != 0)
            .map(r -> new Value.Int(number(left) / number(r)));
        case REMAINDER -> Optional.of(right).filter(r -> number(r) != 0)
            .map(r -> new Value.Int(number(left) % number(r)));
        case AND, OR -> throw new AssertionError("evaluated from the left");
      };
    }

    /// Compares values, not the colors their types happen to have.
    private static boolean areEqual(Value left, Value right) {
      return switch (left) {
        case Value.Structure(_, var fields) -> areAllEqual(fields, ((Value.Structure) right).fields());
        case Value.Sequence(var elements) -> areAllEqual(elements, ((Value.Sequence) right).elements());
        case Value.Constant(_, int ordinal) -> ordinal == ((Value.Constant) right).ordinal();
        case Value.Bool _, Value.Int _, Value.Signal _, Value.Token _ -> left.equals(right);
      };
    }

    private static boolean areAllEqual(List<Value> left, List<Value> right) {
      return left.size() == right.size()
          && IntStream.range(0, left.size()).allMatch(i -> areEqual(left.get(i), right.get(i)));
    }

    private static boolean truth(Value value) {
      return ((Value.Bool) value).value();
    }

    private static int number(Value value) {
      return ((Value.Int) value).value();
    }
  }
}
