package org.graphline.conformance.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.graphline.model.property.Condition;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.term.Expression;
import org.graphline.model.value.DataType;
import org.graphline.model.value.Value;

/// The truth of a condition in a state, worked out on values rather than on cells.
final class NaiveConditions {
  private final Semantics semantics;

  NaiveConditions(Semantics semantics) {
    this.semantics = semantics;
  }

  boolean holds(Condition condition, State state) {
    try {
      return truth(evaluate(condition.expression(), condition, state));
    } catch (NoSuchElementException _) {
      // Part of it has no value.
      return false;
    }
  }

  private Value evaluate(Expression expression, Condition condition, State state) {
    return switch (expression) {
      case Expression.IntLiteral(int value, _, _) -> new Value.Int(value);
      case Expression.BoolLiteral(boolean value, _, _) -> new Value.Bool(value);
      case Expression.EnumLiteral(var type, int ordinal, _) ->
          new Value.Constant(new DataType.Enumeration(type.name(), type.constants()), ordinal);
      case Expression.Inspect inspect -> semantics.variable(state, condition.observed().stream()
          .filter(o -> o.inspect().equals(inspect)).findFirst().orElseThrow().instance(), inspect.variable().id());
      case Expression.Contents contents -> new Value.Sequence(semantics.letters(state, condition.lines().stream()
          .filter(o -> o.contents().equals(contents)).findFirst().orElseThrow().line()));
      case Expression.Field(var record, int index, _, _) ->
          ((Value.Structure) evaluate(record, condition, state)).fields().get(index);
      case Expression.Unary(var operator, var operand, _, _) -> switch (operator) {
        case NOT -> new Value.Bool(!truth(evaluate(operand, condition, state)));
        case NEGATE -> new Value.Int(-number(evaluate(operand, condition, state)));
      };
      case Expression.Conditional(var test, var then, var otherwise, _, _) ->
          evaluate(truth(evaluate(test, condition, state)) ? then : otherwise, condition, state);
      case Expression.Binary binary -> binary(binary, condition, state);
      case Expression.ListOperation(var operator, var list, var arguments, var type, _) -> {
        List<Value> elements = new ArrayList<>(((Value.Sequence) evaluate(list, condition, state)).elements());
        yield switch (operator) {
          case SIZE -> new Value.Int(elements.size());
          case IS_EMPTY -> new Value.Bool(elements.isEmpty());
          case IS_FULL -> new Value.Bool(elements.size() == capacity(list, condition));
          case FIRST -> elements.getFirst();
          case GET -> elements.stream().skip(number(evaluate(arguments.getFirst(), condition, state))).findFirst()
              .orElseThrow();
          case ADD, REMOVE_FIRST -> throw new AssertionError("not in a property: " + type);
        };
      }
      default -> throw new AssertionError("not generated: " + expression);
    };
  }

  private int capacity(Expression list, Condition condition) {
    return condition.lines().stream().filter(l -> l.contents().equals(list)).findFirst()
        .map(l -> semantics.network().lines().get(l.line()).capacity()).orElseThrow(AssertionError::new);
  }

  private Value binary(Expression.Binary binary, Condition condition, State state) {
    Value left = evaluate(binary.left(), condition, state);
    boolean decided = switch (binary.operator()) {
      case AND -> !truth(left);
      case OR -> truth(left);
      default -> false;
    };
    if (decided) {
      return left;
    }
    Value right = evaluate(binary.right(), condition, state);
    return switch (binary.operator()) {
      case AND -> new Value.Bool(truth(left) && truth(right));
      case OR -> new Value.Bool(truth(left) || truth(right));
      case EQUAL -> new Value.Bool(left.equals(right));
      case NOT_EQUAL -> new Value.Bool(!left.equals(right));
      case LESS -> new Value.Bool(number(left) < number(right));
      case LESS_OR_EQUAL -> new Value.Bool(number(left) <= number(right));
      case GREATER -> new Value.Bool(number(left) > number(right));
      case GREATER_OR_EQUAL -> new Value.Bool(number(left) >= number(right));
      case ADD -> new Value.Int(number(left) + number(right));
      case SUBTRACT -> new Value.Int(number(left) - number(right));
      case MULTIPLY -> new Value.Int(number(left) * number(right));
      case DIVIDE, REMAINDER -> throw new AssertionError("not generated: " + binary);
    };
  }

  private static boolean truth(Value value) {
    return ((Value.Bool) value).value();
  }

  private static int number(Value value) {
    return ((Value.Int) value).value();
  }
}
