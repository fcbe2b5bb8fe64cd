package org.graphline.dsl.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graphline.dsl.ast.Argument;
import org.graphline.dsl.ast.Expression;
import org.graphline.dsl.ast.Expression.BinaryOperator;
import org.graphline.dsl.ast.Instance;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.Parameter;
import org.graphline.dsl.ast.PortUse;
import org.graphline.dsl.ast.QualifiedName;
import org.graphline.dsl.ast.Range;
import org.graphline.dsl.ast.Reference;
import org.graphline.dsl.ast.TypeName;

/// Lays out names, types, expressions and references.
final class ExpressionLayout {

  private final Cursor cursor;

  ExpressionLayout(Cursor cursor) {
    this.cursor = cursor;
  }

  Doc name(Name name) {
    return cursor.word(name.text());
  }

  Doc qualified(QualifiedName name) {
    var docs = new ArrayList<Doc>();
    for (int i = 0; i < name.parts().size(); i++) {
      if (i > 0) {
        docs.add(cursor.word("."));
      }
      docs.add(name(name.parts().get(i)));
    }
    return Doc.sequence(docs);
  }

  Doc type(TypeName type) {
    return switch (type) {
      case TypeName.Named(QualifiedName name, _) -> qualified(name);
      case TypeName.Interval(Range range, _) -> range(range);
      case TypeName.ListOf(TypeName element, Expression capacity, _) ->
          Doc.sequence(
              cursor.word("list"),
              cursor.word("<"),
              type(element),
              cursor.word(","),
              Doc.space(),
              expression(capacity),
              cursor.word(">"));
    };
  }

  Doc range(Range range) {
    return Doc.sequence(bound(range.low()), cursor.word(".."), bound(range.high()));
  }

  /// Lays out `n-1` without spaces, which would pull a range apart.
  private Doc bound(Expression bound) {
    return switch (bound) {
      case Expression.Binary(var operator, Expression left, Expression right, _) ->
          Doc.sequence(bound(left), cursor.word(operator.symbol()), bound(right));
      default -> expression(bound);
    };
  }

  Doc size(Optional<Expression> size) {
    return size
        .map(s -> Doc.sequence(cursor.word("["), expression(s), cursor.word("]")))
        .orElseGet(Doc::sequence);
  }

  Doc port(PortUse port) {
    return Doc.sequence(name(port.name()), size(port.index()));
  }

  Doc typeParameters(List<Name> parameters) {
    return parameters.isEmpty() ? Doc.sequence() : cursor.list("<", parameters, this::name, ">");
  }

  Doc parameters(List<Parameter> parameters) {
    return cursor.isNext("(") ? cursor.list("(", parameters, this::parameter, ")") : Doc.sequence();
  }

  private Doc parameter(Parameter parameter) {
    return Doc.sequence(
        name(parameter.name()),
        cursor.word(":"),
        Doc.space(),
        type(parameter.type()),
        assigned(parameter.initial()));
  }

  /// Lays out ` = value`, if there is a value.
  Doc assigned(Optional<Expression> value) {
    return value
        .map(v -> Doc.sequence(Doc.space(), cursor.word("="), Doc.space(), expression(v)))
        .orElseGet(Doc::sequence);
  }

  Doc expression(Expression expression) {
    return switch (expression) {
      case Expression.IntegerLiteral _, Expression.BooleanLiteral _, Expression.TextLiteral _,
          Expression.TimeLiteral _, Expression.Anything _ -> cursor.word();
      case Expression.Variable(Name name, _) -> name(name);
      case Expression.RecordLiteral(Name type, var fields, _) ->
          Doc.sequence(name(type), cursor.list("{", fields, this::fieldValue, "}"));
      case Expression.Member(Expression target, Name name, _) ->
          Doc.sequence(expression(target), cursor.word("."), name(name));
      case Expression.Call(Expression target, Name name, var arguments, _) ->
          Doc.sequence(
              expression(target),
              cursor.word("."),
              name(name),
              cursor.list("(", arguments, this::expression, ")"));
      case Expression.Index(Expression target, Expression index, _) ->
          Doc.sequence(expression(target), cursor.word("["), expression(index), cursor.word("]"));
      case Expression.Unary(var operator, Expression operand, _) ->
          Doc.sequence(cursor.word(operator.symbol()), expression(operand));
      case Expression.Binary binary -> cursor.group(() -> chain(binary));
      case Expression.Conditional conditional -> cursor.group(() -> conditional(conditional));
      case Expression.Parenthesized(Expression inner, _) ->
          Doc.sequence(cursor.word("("), expression(inner), cursor.word(")"));
    };
  }

  private Doc fieldValue(Expression.FieldValue field) {
    return Doc.sequence(name(field.name()), cursor.word(":"), Doc.space(), expression(field.value()));
  }

  /// Lays out operands joined by operators of one strength in a row.
  private Doc chain(Expression.Binary binary) {
    var links = new ArrayList<Expression.Binary>();
    Expression first = binary;
    while (first instanceof Expression.Binary link && isSameStrength(link.operator(), binary.operator())) {
      links.addFirst(link);
      first = link.left();
    }
    var docs = new ArrayList<Doc>();
    docs.add(expression(first));
    for (var link : links) {
      docs.add(Doc.line());
      docs.add(cursor.word(link.operator().symbol()));
      docs.add(Doc.space());
      docs.add(expression(link.right()));
    }
    return new Doc.Indented(Doc.sequence(docs));
  }

  private static boolean isSameStrength(BinaryOperator one, BinaryOperator other) {
    return one.precedence() == other.precedence();
  }

  private Doc conditional(Expression.Conditional conditional) {
    return new Doc.Indented(
        Doc.sequence(
            expression(conditional.condition()),
            Doc.line(),
            cursor.word("?"),
            Doc.space(),
            expression(conditional.ifTrue()),
            Doc.line(),
            cursor.word(":"),
            Doc.space(),
            expression(conditional.ifFalse())));
  }

  /// Lays out a component or graph with its arguments. A check may leave out empty parentheses.
  Doc instance(Instance instance) {
    var name = qualified(instance.name());
    var types =
        instance.typeArguments().isEmpty()
            ? Doc.sequence()
            : cursor.list("<", instance.typeArguments(), this::type, ">");
    var arguments =
        cursor.isNext("(") ? cursor.list("(", instance.arguments(), this::argument, ")") : Doc.sequence();
    return Doc.sequence(name, types, arguments);
  }

  private Doc argument(Argument argument) {
    return switch (argument) {
      case Argument.Positional(Expression value, _) -> expression(value);
      case Argument.Named(Name name, Expression value, _) ->
          Doc.sequence(name(name), Doc.space(), cursor.word("="), Doc.space(), expression(value));
      case Argument.Sweep(Name name, Range range, _) ->
          Doc.sequence(name(name), Doc.space(), cursor.word("in"), Doc.space(), range(range));
      case Argument.Open(Name name, Expression first, _) -> Doc.sequence(name(name), Doc.space(), cursor.word("in"),
          Doc.space(), expression(first), cursor.word(".."));
    };
  }

  Doc reference(Reference reference) {
    var docs = new ArrayList<Doc>();
    for (var part : reference.parts()) {
      if (!docs.isEmpty()) {
        docs.add(cursor.word("."));
      }
      docs.add(name(part.name()));
      part.subscript().map(this::subscript).ifPresent(docs::add);
    }
    return Doc.sequence(docs);
  }

  private Doc subscript(Reference.Subscript subscript) {
    return switch (subscript) {
      case Reference.Subscript.Every _ -> Doc.sequence(cursor.word("["), cursor.word("*"), cursor.word("]"));
      case Reference.Subscript.At(Expression index, _) ->
          Doc.sequence(cursor.word("["), expression(index), cursor.word("]"));
    };
  }
}
