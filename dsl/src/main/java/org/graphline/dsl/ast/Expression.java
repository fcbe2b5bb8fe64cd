package org.graphline.dsl.ast;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.graphline.model.source.Span;

/// An expression. The same sort serves values, targets of assignments, calls as statements and names of desks
/// in `always`; which of them make sense where is for the type checker to say.
public sealed interface Expression {

  /// Returns the place of the whole expression.
  Span span();

  /// `42`
  record IntegerLiteral(int value, Span span) implements Expression {}

  /// `true` or `false`
  record BooleanLiteral(boolean value, Span span) implements Expression {}

  /// `"hello"`; `value` is what it means, escapes undone.
  record TextLiteral(String value, Span span) implements Expression {}

  /// `20ms`, as `amount` of `unit`.
  record TimeLiteral(int amount, TimeUnit unit, Span span) implements Expression {

    /// Returns how long it is.
    public Duration duration() {
      return Duration.of(amount, unit.unit);
    }
  }

  /// `anything`
  record Anything(Span span) implements Expression {}

  /// `x`
  record Variable(Name name, Span span) implements Expression {}

  /// `Msg{kind: k, body: b}`
  record RecordLiteral(Name type, List<FieldValue> fields, Span span) implements Expression {
    public RecordLiteral {
      fields = List.copyOf(fields);
    }
  }

  /// `kind: k` in a record literal.
  record FieldValue(Name name, Expression value, Span span) {}

  /// `m.kind`, `Kind.STROKE`, and `store.shelf` in `always`.
  record Member(Expression target, Name name, Span span) implements Expression {}

  /// `Words.shout(s)` or `shelf.add(j)`
  record Call(Expression target, Name name, List<Expression> arguments, Span span) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// `shelf[i]`
  record Index(Expression target, Expression index, Span span) implements Expression {}

  /// `!b` or `-n`
  record Unary(UnaryOperator operator, Expression operand, Span span) implements Expression {}

  /// `a + b` and so on.
  record Binary(BinaryOperator operator, Expression left, Expression right, Span span)
      implements Expression {}

  /// `condition ? ifTrue : ifFalse`
  record Conditional(Expression condition, Expression ifTrue, Expression ifFalse, Span span)
      implements Expression {}

  /// `(inner)`: means what `inner` means, kept because its author wanted it.
  record Parenthesized(Expression inner, Span span) implements Expression {}

  /// Operators before one operand.
  enum UnaryOperator {
    NOT("!"),
    NEGATE("-");

    private final String symbol;

    UnaryOperator(String symbol) {
      this.symbol = symbol;
    }

    /// Returns how it is written.
    public String symbol() {
      return symbol;
    }
  }

  /// Operators between two operands, all of which group to the left.
  enum BinaryOperator {
    MULTIPLY("*", 6),
    DIVIDE("/", 6),
    REMAINDER("%", 6),
    ADD("+", 5),
    SUBTRACT("-", 5),
    LESS("<", 4),
    LESS_OR_EQUAL("<=", 4),
    GREATER(">", 4),
    GREATER_OR_EQUAL(">=", 4),
    EQUAL("==", 3),
    NOT_EQUAL("!=", 3),
    AND("&&", 2),
    OR("||", 1);

    private final String symbol;
    private final int precedence;

    BinaryOperator(String symbol, int precedence) {
      this.symbol = symbol;
      this.precedence = precedence;
    }

    /// Returns how it is written.
    public String symbol() {
      return symbol;
    }

    /// Returns how strongly it binds; more binds stronger.
    public int precedence() {
      return precedence;
    }
  }

  /// The units that durations are written in.
  enum TimeUnit {
    MILLISECONDS("ms", ChronoUnit.MILLIS),
    SECONDS("s", ChronoUnit.SECONDS),
    MINUTES("min", ChronoUnit.MINUTES),
    HOURS("h", ChronoUnit.HOURS);

    private final String symbol;
    private final ChronoUnit unit;

    TimeUnit(String symbol, ChronoUnit unit) {
      this.symbol = symbol;
      this.unit = unit;
    }

    /// Returns how it is written.
    public String symbol() {
      return symbol;
    }
  }
}
