package org.graphline.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;

import org.graphline.model.network.Constants;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Type;
import org.graphline.model.value.Value;

/// Puts values in the place of parameters.
final class Literals {

  private final Constants constants;

  /// @param constants what the parameters stand for
  Literals(Constants constants) {
    this.constants = constants;
  }

  /// Returns `expression` with a literal for each use of a parameter.
  Expression in(Expression expression) {
    return switch (expression) {
      case Expression.Use use -> literal(constants.value(use), use.type(), use.span());
      case Expression.RecordLiteral(var type, var fields, var span) ->
          new Expression.RecordLiteral(type, all(fields), span);
      case Expression.Field(var record, int index, var type, var span) ->
          new Expression.Field(in(record), index, type, span);
      case Expression.Unary(var operator, var operand, var type, var span) ->
          new Expression.Unary(operator, in(operand), type, span);
      case Expression.Binary(var operator, var left, var right, var type, var span) ->
          new Expression.Binary(operator, in(left), in(right), type, span);
      case Expression.Conditional(var condition, var then, var otherwise, var type, var span) ->
          new Expression.Conditional(in(condition), in(then), in(otherwise), type, span);
      case Expression.ListOperation(var operator, var list, var arguments, var type, var span) ->
          new Expression.ListOperation(operator, in(list), all(arguments), type, span);
      case Expression.IntLiteral _, Expression.BoolLiteral _, Expression.TextLiteral _,
          Expression.DurationLiteral _, Expression.EnumLiteral _, Expression.EmptyList _,
          Expression.Anything _, Expression.ExternCall _, Expression.Inspect _, Expression.Contents _ ->
          expression;
    };
  }

  private List<Expression> all(List<Expression> expressions) {
    return expressions.stream().map(this::in).toList();
  }

  private static Expression literal(Value value, Type type, Span span) {
    return switch (value) {
      case Value.Bool(boolean truth) -> new Expression.BoolLiteral(truth, type, span);
      case Value.Int(int number) -> new Expression.IntLiteral(number, type, span);
      case Value.Constant(_, int ordinal) ->
          new Expression.EnumLiteral((Type.Enumeration) type, ordinal, span);
      case Value.Structure(_, var fields) -> {
        var structure = (Type.Structure) type;
        var literals = new ArrayList<Expression>();
        for (int i = 0; i < fields.size(); i++) {
          literals.add(literal(fields.get(i), structure.fields().get(i).type(), span));
        }
        yield new Expression.RecordLiteral(structure, literals, span);
      }
      case Value.Sequence _, Value.Signal _, Value.Token _ ->
          throw new AssertionError("no parameter is " + value.display());
    };
  }
}
