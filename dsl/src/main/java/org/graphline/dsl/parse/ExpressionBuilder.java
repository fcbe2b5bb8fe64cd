package org.graphline.dsl.parse;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.graphline.dsl.ast.Argument;
import org.graphline.dsl.ast.Expression;
import org.graphline.dsl.ast.Expression.BinaryOperator;
import org.graphline.dsl.ast.Expression.UnaryOperator;
import org.graphline.dsl.ast.Instance;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.PortUse;
import org.graphline.dsl.ast.QualifiedName;
import org.graphline.dsl.ast.Range;
import org.graphline.dsl.ast.Reference;
import org.graphline.dsl.ast.Reference.Subscript;
import org.graphline.dsl.ast.TypeName;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Marker;
import org.graphline.dsl.grammar.GraphlineParser.*;
import org.graphline.model.source.Span;

/// Builds names, types, expressions and references.
final class ExpressionBuilder {

  private final Spans spans;
  private final Findings findings;
  private final Literals literals;

  ExpressionBuilder(Spans spans, Findings findings) {
    this.spans = spans;
    this.findings = findings;
    this.literals = new Literals(spans, findings);
  }

  Name name(NameContext context) {
    return new Name(context.getText(), spans.of(context));
  }

  Optional<Name> optional(NameContext context) {
    return Optional.ofNullable(context).map(this::name);
  }

  List<Name> names(List<NameContext> contexts) {
    return contexts.stream().map(this::name).toList();
  }

  QualifiedName qualified(QnameContext context) {
    return new QualifiedName(names(context.name()), spans.of(context));
  }

  String text(StringContext context) {
    return literals.text(context.STRING().getSymbol());
  }

  TypeName type(TypeContext context) {
    var span = spans.of(context);
    return switch (context) {
      case ListTypeContext list -> new TypeName.ListOf(type(list.type()), arith(list.arith()), span);
      case RangeTypeContext range -> new TypeName.Interval(range(range.range()), span);
      case NamedTypeContext named -> new TypeName.Named(qualified(named.qname()), span);
      default -> throw unknown(context);
    };
  }

  Range range(RangeContext context) {
    return new Range(arith(context.arith(0)), arith(context.arith(1)), spans.of(context));
  }

  Optional<Expression> optional(ExprContext context) {
    return Optional.ofNullable(context).map(this::expression);
  }

  Optional<Expression> optional(DimContext context) {
    return Optional.ofNullable(context).map(dim -> expression(dim.expr()));
  }

  Expression expression(ExprContext context) {
    var span = spans.of(context);
    return switch (context) {
      case ArithExprContext arith -> arith(arith.arith());
      case BinaryExprContext binary ->
          new Expression.Binary(
              operator(binary.op), expression(binary.expr(0)), expression(binary.expr(1)), span);
      case ConditionalExprContext conditional ->
          new Expression.Conditional(
              expression(conditional.expr(0)),
              expression(conditional.expr(1)),
              expression(conditional.expr(2)),
              span);
      default -> throw unknown(context);
    };
  }

  private Expression arith(ArithContext context) {
    var span = spans.of(context);
    return switch (context) {
      case PrimaryExprContext primary -> primary(primary.primary());
      case MemberExprContext member when member.LPAREN() != null -> {
        var arguments = member.expr().stream().map(this::expression).toList();
        yield new Expression.Call(arith(member.arith()), name(member.name()), arguments, span);
      }
      case MemberExprContext member ->
          new Expression.Member(arith(member.arith()), name(member.name()), span);
      case IndexExprContext index ->
          new Expression.Index(arith(index.arith()), expression(index.expr()), span);
      case UnaryExprContext unary -> {
        var operator = unary.NOT_OP() != null ? UnaryOperator.NOT : UnaryOperator.NEGATE;
        yield new Expression.Unary(operator, arith(unary.arith()), span);
      }
      case BinaryArithContext binary ->
          new Expression.Binary(operator(binary.op), arith(binary.arith(0)), arith(binary.arith(1)), span);
      default -> throw unknown(context);
    };
  }

  private Expression primary(PrimaryContext context) {
    var span = spans.of(context);
    return switch (context) {
      case IntegerLiteralContext literal -> literals.integer(literal.INT().getSymbol());
      case TimeLiteralContext literal -> literals.time(literal.DURATION().getSymbol());
      case TextLiteralContext literal -> new Expression.TextLiteral(text(literal.string()), span);
      case BooleanLiteralContext literal -> new Expression.BooleanLiteral(literal.TRUE() != null, span);
      case AnythingLiteralContext _ -> new Expression.Anything(span);
      case RecordLiteralContext literal -> {
        var fields = literal.fieldValue().stream().map(this::fieldValue).toList();
        yield new Expression.RecordLiteral(name(literal.name()), fields, span);
      }
      case VariableExprContext variable -> new Expression.Variable(name(variable.name()), span);
      case ParenthesizedExprContext inner -> new Expression.Parenthesized(expression(inner.expr()), span);
      default -> throw unknown(context);
    };
  }

  private Expression.FieldValue fieldValue(FieldValueContext context) {
    return new Expression.FieldValue(name(context.name()), expression(context.expr()), spans.of(context));
  }

  private static BinaryOperator operator(Token token) {
    for (var operator : BinaryOperator.values()) {
      if (operator.symbol().equals(token.getText())) {
        return operator;
      }
    }
    throw new AssertionError("no operator " + token);
  }

  PortUse port(PortContext context) {
    return new PortUse(name(context.name()), optional(context.dim()), spans.of(context));
  }

  Reference reference(RefContext context) {
    return new Reference(context.refPart().stream().map(this::part).toList(), spans.of(context));
  }

  private Reference.Part part(RefPartContext context) {
    var subscript = Optional.ofNullable(context.sub()).map(this::subscript);
    return new Reference.Part(name(context.name()), subscript, spans.of(context));
  }

  private Subscript subscript(SubContext context) {
    var span = spans.of(context);
    return context.STAR() != null
        ? new Subscript.Every(span)
        : new Subscript.At(expression(context.expr()), span);
  }

  /// Returns a desk or a specification, whose arguments are single values.
  Instance instance(InstanceContext context) {
    return single(instance(context.qname(), context.typeArgs(), context.args(), spans.of(context)));
  }

  /// Returns what a scenario or `refines` names, whose arguments are single values.
  Instance single(TargetContext context) {
    return single(swept(context));
  }

  /// Returns what a check names, whose arguments may be ranges.
  Instance swept(TargetContext context) {
    return instance(context.qname(), context.typeArgs(), context.args(), spans.of(context));
  }

  private Instance instance(QnameContext name, TypeArgsContext typeArgs, ArgsContext args, Span span) {
    return new Instance(qualified(name), typeArguments(typeArgs), arguments(args), span);
  }

  private Instance single(Instance instance) {
    for (var argument : instance.arguments()) {
      switch (argument) {
        case Argument.Sweep(Name name, _, Span span) -> sweep(name, span);
        case Argument.Open(Name name, _, Span span) -> sweep(name, span);
        case Argument.Named _, Argument.Positional _ -> { }
      }
    }
    return instance;
  }

  private void sweep(Name name, Span span) {
    findings.add(
        Diagnostic.of(
                DiagnosticId.SWEEP_OUTSIDE_CHECK,
                "only a `check` can run through a range of values",
                new Marker(span, "one value belongs here"))
            .help("write `" + name + " = …`"));
  }

  private List<TypeName> typeArguments(TypeArgsContext context) {
    return context == null ? List.of() : context.type().stream().map(this::type).toList();
  }

  private List<Argument> arguments(ArgsContext context) {
    return context == null ? List.of() : context.arg().stream().map(this::argument).toList();
  }

  private Argument argument(ArgContext context) {
    var span = spans.of(context);
    return switch (context) {
      case SweepArgContext sweep -> new Argument.Sweep(name(sweep.name()), range(sweep.range()), span);
      case OpenArgContext open -> new Argument.Open(name(open.name()), arith(open.arith()), span);
      case NamedArgContext named -> new Argument.Named(name(named.name()), expression(named.expr()), span);
      case PositionalArgContext positional -> new Argument.Positional(expression(positional.expr()), span);
      default -> throw unknown(context);
    };
  }

  static AssertionError unknown(Object context) {
    return new AssertionError("no case for " + context.getClass());
  }
}
