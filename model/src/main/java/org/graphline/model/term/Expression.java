package org.graphline.model.term;

import java.util.List;
import org.graphline.model.source.Span;

/// An expression: typed, resolved, and free of effects but for [ExternCall], [Anything], and the list operations
/// `add` and `removeFirst`. Operands are evaluated from left to right; `&&`, `||` and `?:` only as far as needed.
public sealed interface Expression {

  /// Returns the type of the value.
  Type type();

  /// Returns where the expression stands.
  Span span();

  /// An integer.
  record IntLiteral(int value, Type type, Span span) implements Expression {}

  /// `true` or `false`.
  record BoolLiteral(boolean value, Type type, Span span) implements Expression {}

  /// A text; one token to the checker.
  record TextLiteral(String value, Type type, Span span) implements Expression {}

  /// A duration in milliseconds.
  record DurationLiteral(long milliseconds, Type type, Span span) implements Expression {}

  /// A constant of an enumeration, by its position.
  record EnumLiteral(Type.Enumeration type, int ordinal, Span span) implements Expression {}

  /// The empty list, with which a list `var` starts. Not in the language.
  record EmptyList(Type.Sequence type, Span span) implements Expression {}

  /// `anything`: a value drawn by the environment (rule R25).
  record Anything(Type type, Span span) implements Expression {}

  /// The value of a variable.
  record Use(Variable variable, Span span) implements Expression {
    @Override
    public Type type() {
      return variable.type();
    }
  }

  /// A record value; one expression a field, in the order of the declaration.
  record RecordLiteral(Type.Structure type, List<Expression> fields, Span span) implements Expression {
    public RecordLiteral {
      fields = List.copyOf(fields);
    }
  }

  /// One field of a record.
  record Field(Expression record, int index, Type type, Span span) implements Expression {}

  /// `!e` or `-e`.
  record Unary(UnaryOperator operator, Expression operand, Type type, Span span) implements Expression {}

  /// A binary operation, `&&` and `||` included.
  record Binary(BinaryOperator operator, Expression left, Expression right, Type type, Span span)
      implements Expression {}

  /// `condition ? then : otherwise`.
  record Conditional(Expression condition, Expression then, Expression otherwise, Type type, Span span)
      implements Expression {}

  /// An operation on a list; `ADD` and `REMOVE_FIRST` change it and are applied to a `var` only.
  ///
  /// @param arguments the index of `GET`, the element of `ADD`, else empty
  record ListOperation(
      ListOperator operator, Expression list, List<Expression> arguments, Type type, Span span)
      implements Expression {
    public ListOperation {
      arguments = List.copyOf(arguments);
    }
  }

  /// A call of a Java function. The type is [Type.Signal] when the function returns nothing.
  record ExternCall(Extern extern, Extern.Function function, List<Expression> arguments, Span span)
      implements Expression {
    public ExternCall {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Type type() {
      return function.result();
    }
  }

  /// A variable of a component seen from a check: `store.shelf`. Only in properties.
  record Inspect(Reference component, Variable variable, Span span) implements Expression {
    @Override
    public Type type() {
      return variable.type();
    }
  }

  /// The letters on the line at a port, oldest first, seen from a check: `farmer.parts`. Only in properties.
  record Contents(Reference port, Type.Sequence type, Span span) implements Expression {}

  /// Operators with one operand.
  enum UnaryOperator {
    NOT("!"), NEGATE("-");

    private final String symbol;

    UnaryOperator(String symbol) {
      this.symbol = symbol;
    }

    /// Returns the operator as written, in Graphline and in Java alike.
    public String symbol() {
      return symbol;
    }
  }

  /// Operators with two operands.
  enum BinaryOperator {
    MULTIPLY("*"), DIVIDE("/"), REMAINDER("%"), ADD("+"), SUBTRACT("-"),
    LESS("<"), LESS_OR_EQUAL("<="), GREATER(">"), GREATER_OR_EQUAL(">="),
    EQUAL("=="), NOT_EQUAL("!="), AND("&&"), OR("||");

    private final String symbol;

    BinaryOperator(String symbol) {
      this.symbol = symbol;
    }

    /// Returns the operator as written.
    public String symbol() {
      return symbol;
    }
  }

  /// What can be asked of, or done to, a list.
  enum ListOperator {
    SIZE("size"), IS_EMPTY("isEmpty"), IS_FULL("isFull"), FIRST("first"), GET("[]"), ADD("add"),
    REMOVE_FIRST("removeFirst");

    private final String name;

    ListOperator(String name) {
      this.name = name;
    }

    /// Returns the operation's name as written.
    public String operationName() {
      return name;
    }
  }
}
