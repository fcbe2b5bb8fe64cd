package org.graphline.dsl.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.Expression.FieldValue;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.TypeName;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.dsl.resolve.Bindings;
import org.graphline.dsl.resolve.Spelling;
import org.graphline.dsl.resolve.Symbol;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Type;
import org.graphline.model.term.Variable;
import org.graphline.model.value.QualifiedName;

/// Types the expressions of one component, graph or check.
public class ExpressionTyper {

  final Bindings bindings;
  final Signatures signatures;
  final Locals locals;
  final Diagnostics diagnostics;
  private final Arithmetic arithmetic;
  private final Operations operations;

  /// A typer that finds variables in `locals`.
  public ExpressionTyper(Bindings bindings, Signatures signatures, Locals locals, Diagnostics diagnostics) {
    this.bindings = bindings;
    this.signatures = signatures;
    this.locals = locals;
    this.diagnostics = diagnostics;
    this.arithmetic = new Arithmetic(diagnostics);
    this.operations = new Operations(this);
  }

  /// Returns the type that `name` stands for.
  public final Type type(TypeName name) {
    return switch (name) {
      case TypeName.Named(var qualified, _) -> bindings.symbol(qualified).map(this::type)
          .orElse(Types.UNKNOWN);
      case TypeName.ListOf(var element, var capacity, var span) -> {
        var size = integer(capacity, Place.CONSTANT);
        if (Interval.of(size).high() < 1 && !Types.isUnknown(size.type())) {
          diagnostics.add(DiagnosticId.ROW_WITHOUT_ELEMENTS, "this list has room for nothing", span,
              "give it room for at least one element");
        }
        yield new Type.Sequence(type(element), size);
      }
      case TypeName.Interval(var range, var span) -> {
        var low = integer(range.low(), Place.CONSTANT);
        var high = integer(range.high(), Place.CONSTANT);
        if (Types.isUnknown(low.type()) || Types.isUnknown(high.type())) {
          yield Types.UNKNOWN;
        }
        if (Interval.of(low).low() > Interval.of(high).high()) {
          diagnostics.add(DiagnosticId.EMPTY_RANGE, "no number is in this range", span,
              "write the lower bound first");
          yield Types.UNKNOWN;
        }
        yield new Type.Range(low, high);
      }
    };
  }

  /// Returns the type that `symbol` stands for.
  public final Type type(Symbol symbol) {
    return switch (symbol) {
      case Symbol.Global global -> global.isType() ? signatures.type(global) : Types.UNKNOWN;
      case Symbol.BuiltInType.BOOL -> Types.BOOL;
      case Symbol.BuiltInType.SIGNAL -> Types.SIGNAL;
      case Symbol.BuiltInType.TEXT -> new Type.Text();
      case Symbol.BuiltInType.TIME -> new Type.Time();
      case Symbol.TypeParameter(var name, int index) -> new Type.Parameter(name.text(), index);
      case Symbol.BuiltIn _, Symbol.Value _, Symbol.OfPort _ -> Types.UNKNOWN;
    };
  }

  /// Returns `expression` as a value to send or assign: `anything` is one.
  public final Expression given(org.graphline.dsl.ast.Expression expression, Type expected, Place place) {
    if (expression instanceof org.graphline.dsl.ast.Expression.Anything(var span)
        && place == Place.STATEMENT) {
      return new Expression.Anything(expected, span);
    }
    return expression instanceof org.graphline.dsl.ast.Expression.Parenthesized(var inner, _)
        ? given(inner, expected, place) : value(expression, expected, place);
  }

  /// Returns `expression`, which must fit where a value of type `expected` is needed.
  public final Expression value(org.graphline.dsl.ast.Expression expression, Type expected, Place place) {
    var value = value(expression, place);
    var type = value.type();
    if (!Types.fits(type, expected)) {
      diagnostics.add(DiagnosticId.TYPE_MISMATCH, "this is `" + Types.display(type) + "`, but `"
          + Types.display(expected) + "` is needed", expression.span());
      return Types.unknown(expression.span());
    }
    if (Types.neverFits(type, expected)) {
      diagnostics.add(DiagnosticId.NEVER_IN_RANGE, "this is `" + Types.display(type)
          + "`, which is never in `"
          + Types.display(expected) + "`", expression.span());
      return Types.unknown(expression.span());
    }
    return value;
  }

  /// Returns `expression`, which must be a truth value.
  public final Expression condition(org.graphline.dsl.ast.Expression expression, Place place) {
    return value(expression, Types.BOOL, place);
  }

  /// Returns `expression`, which must be a number.
  public final Expression integer(org.graphline.dsl.ast.Expression expression, Place place) {
    var value = value(expression, place);
    if (value.type() instanceof Type.Range || Types.isUnknown(value.type())) {
      return value;
    }
    diagnostics.add(DiagnosticId.TYPE_MISMATCH, "this is `" + Types.display(value.type())
        + "`, but a number is needed", expression.span());
    return Types.unknown(expression.span());
  }

  /// Returns `expression`, which must be a value.
  public final Expression value(org.graphline.dsl.ast.Expression expression, Place place) {
    var typed = expression(expression, place);
    if (yieldsNothing(typed)) {
      diagnostics.add(DiagnosticId.NO_RESULT, "this gives nothing back that could be used here",
          expression.span(),
          "make it a statement of its own");
      return Types.unknown(expression.span());
    }
    return typed;
  }

  private static boolean yieldsNothing(Expression expression) {
    return switch (expression) {
      case Expression.ExternCall(_, var function, _, _) -> function.returnsNothing();
      case Expression.ListOperation(var operator, _, _, _, _) -> operator == Expression.ListOperator.ADD;
      default -> false;
    };
  }

  /// Returns `expression`, be it a value or something done for its effect.
  public final Expression expression(org.graphline.dsl.ast.Expression expression, Place place) {
    return inspected(expression).orElseGet(() -> ordinary(expression, place));
  }

  /// Returns what `expression` means where the variables of desks can be seen; elsewhere nothing.
  protected Optional<Expression> inspected(org.graphline.dsl.ast.Expression expression) {
    return Optional.empty();
  }

  private Expression ordinary(org.graphline.dsl.ast.Expression expression, Place place) {
    return switch (expression) {
      case org.graphline.dsl.ast.Expression.IntegerLiteral(int value, var span) -> Types.literal(value, span);
      case org.graphline.dsl.ast.Expression.BooleanLiteral(boolean value, var span) ->
          new Expression.BoolLiteral(value, Types.BOOL, span);
      case org.graphline.dsl.ast.Expression.TextLiteral(var value, var span) ->
          new Expression.TextLiteral(value, new Type.Text(), span);
      case org.graphline.dsl.ast.Expression.TimeLiteral literal ->
          new Expression.DurationLiteral(literal.duration().toMillis(), new Type.Time(), literal.span());
      case org.graphline.dsl.ast.Expression.Anything(var span) -> misplacedAnything(span);
      case org.graphline.dsl.ast.Expression.Parenthesized(var inner, _) -> expression(inner, place);
      case org.graphline.dsl.ast.Expression.Variable(var name, var span) ->
          bindings.symbol(name).map(symbol -> use(symbol, name, span, place)).orElse(Types.unknown(span));
      case org.graphline.dsl.ast.Expression.RecordLiteral literal -> record(literal, place);
      case org.graphline.dsl.ast.Expression.Member member -> member(member, place);
      case org.graphline.dsl.ast.Expression.Call call -> operations.call(call, place);
      case org.graphline.dsl.ast.Expression.Index index -> operations.element(index, place);
      case org.graphline.dsl.ast.Expression.Unary unary -> unary(unary, place);
      case org.graphline.dsl.ast.Expression.Binary binary -> binary(binary, place);
      case org.graphline.dsl.ast.Expression.Conditional conditional -> conditional(conditional, place);
    };
  }

  private Expression misplacedAnything(Span span) {
    diagnostics.add(DiagnosticId.MISPLACED_ANYTHING,
        "`anything` can only be sent, replied or assigned as it is", span,
        "assign it to a `var` of the type you mean, and use that");
    return Types.unknown(span);
  }

  private Expression use(Symbol symbol, Name name, Span span, Place place) {
    return switch (symbol) {
      case Symbol.Value value -> locals.find(value)
          .map(variable -> use(variable, span, place)).orElse(Types.unknown(span));
      case Symbol.Global global when global.declaration() instanceof Declaration.Constant ->
          at(signatures.constant(global), span);
      case Symbol.Global _, Symbol.BuiltIn _, Symbol.BuiltInType _, Symbol.TypeParameter _,
          Symbol.OfPort _ -> {
        diagnostics.add(DiagnosticId.WRONG_KIND_OF_NAME,
            "`" + name + "` is " + symbol.kind() + ", not a value", span);
        yield Types.unknown(span);
      }
    };
  }

  private Expression use(Variable variable, Span span, Place place) {
    if (place == Place.CONSTANT && !locals.isConstant(variable)) {
      diagnostics.add(Diagnostic.of(DiagnosticId.NOT_CONSTANT,
          "`" + variable.name() + "` is not known before the component runs", span)
          .related(variable.span(), "declared here")
          .help("use constants and parameters here"));
      return Types.unknown(span);
    }
    locals.use(variable);
    return Types.isUnknown(variable.type()) ? Types.unknown(span) : new Expression.Use(variable, span);
  }

  private static Expression at(Expression constant, Span span) {
    return switch (constant) {
      case Expression.IntLiteral(int value, var type, _) -> new Expression.IntLiteral(value, type, span);
      case Expression.BoolLiteral(boolean value, var type, _) ->
          new Expression.BoolLiteral(value, type, span);
      default -> constant;
    };
  }

  private Expression record(org.graphline.dsl.ast.Expression.RecordLiteral literal, Place place) {
    var type = bindings.symbol(literal.type()).map(this::type).orElse(Types.UNKNOWN);
    if (!(type instanceof Type.Structure structure)) {
      if (!Types.isUnknown(type)) {
        diagnostics.add(DiagnosticId.WRONG_KIND_OF_NAME, "`" + literal.type() + "` is not a record",
            literal.type().span());
      }
      literal.fields().forEach(field -> given(field.value(), Types.UNKNOWN, place));
      return Types.unknown(literal.span());
    }
    var given = new HashMap<String, FieldValue>();
    for (var field : literal.fields()) {
      if (given.putIfAbsent(field.name().text(), field) != null) {
        diagnostics.add(Diagnostic.of(DiagnosticId.WRONG_ARGUMENTS, "`" + field.name() + "` is given twice",
            field.name().span()).related(given.get(field.name().text()).span(), "the first"));
      }
    }
    var values = new ArrayList<Expression>();
    var missing = new ArrayList<String>();
    given.values().forEach(field -> leadToMember(field.name(), structure.name()));
    for (var field : structure.fields()) {
      var value = given.remove(field.name());
      if (value == null) {
        missing.add("`" + field.name() + "`");
      } else {
        values.add(given(value.value(), field.type(), place));
      }
    }
    var names = structure.fields().stream().map(Type.Field::name).toList();
    given.values().forEach(field -> noSuchField(field.name(), structure, names));
    if (!missing.isEmpty()) {
      diagnostics.add(DiagnosticId.VALUE_MISSING, "`" + literal.type() + "` also needs "
          + String.join(", ", missing), literal.span());
      return Types.unknown(literal.span());
    }
    return new Expression.RecordLiteral(structure, values, literal.span());
  }

  private Expression member(org.graphline.dsl.ast.Expression.Member member, Place place) {
    var enumeration = enumeration(member.target());
    if (enumeration.isPresent()) {
      return constant(enumeration.get(), member.name(), member.span());
    }
    var target = value(member.target(), place);
    if (target.type() instanceof Type.Structure structure) {
      var names = structure.fields().stream().map(Type.Field::name).toList();
      int index = names.indexOf(member.name().text());
      leadToMember(member.name(), structure.name());
      return index < 0 ? noSuchField(member.name(), structure, names)
          : new Expression.Field(target, index, structure.fields().get(index).type(), member.span());
    }
    if (!Types.isUnknown(target.type())) {
      var diagnostic = Diagnostic.of(DiagnosticId.UNKNOWN_OPERATION,
          "`" + Types.display(target.type()) + "` has no fields", member.name().span());
      diagnostics.add(target.type() instanceof Type.Sequence
          ? diagnostic.help("ask a list with parentheses: `" + member.name() + "()`") : diagnostic);
    }
    return Types.unknown(member.span());
  }

  private Optional<Type.Enumeration> enumeration(org.graphline.dsl.ast.Expression target) {
    return target instanceof org.graphline.dsl.ast.Expression.Variable(var name, _)
        && bindings.symbol(name).isPresent() && bindings.symbol(name).get() instanceof Symbol.Global global
        && global.isType() && signatures.type(global) instanceof Type.Enumeration enumeration
        ? Optional.of(enumeration) : Optional.empty();
  }

  private Expression constant(Type.Enumeration enumeration, Name name, Span span) {
    int ordinal = enumeration.constants().indexOf(name.text());
    leadToMember(name, enumeration.name());
    if (ordinal < 0) {
      unknownName("`" + enumeration.name().simple() + "` has no constant `" + name + "`", name,
          enumeration.constants());
      return Types.unknown(span);
    }
    return new Expression.EnumLiteral(enumeration, ordinal, span);
  }

  private Expression noSuchField(Name name, Type.Structure structure, List<String> names) {
    unknownName("`" + structure.name().simple() + "` has no field `" + name + "`", name, names);
    return Types.unknown(name.span());
  }

  /// Notes that `name` leads to what is declared at `place`.
  public final void lead(Name name, Span place) {
    bindings.lead(name, place);
  }

  private void leadToMember(Name name, QualifiedName type) {
    signatures.member(type, name.text()).ifPresent(place -> lead(name, place));
  }

  /// Reports a name that does not exist where it was looked for.
  public final void unknownName(String message, Name name, List<String> candidates) {
    var diagnostic = Diagnostic.of(DiagnosticId.UNKNOWN_NAME, message, name.span());
    diagnostics.add(Spelling.proposal(name.text(), candidates).map(diagnostic::help).orElse(diagnostic));
  }

  private Expression unary(org.graphline.dsl.ast.Expression.Unary unary, Place place) {
    return switch (unary.operator()) {
      case NOT -> {
        var operand = condition(unary.operand(), place);
        yield Types.isUnknown(operand.type()) ? operand
            : new Expression.Unary(Expression.UnaryOperator.NOT, operand, Types.BOOL, unary.span());
      }
      case NEGATE -> arithmetic.negate(integer(unary.operand(), place), unary.span());
    };
  }

  private Expression binary(org.graphline.dsl.ast.Expression.Binary binary, Place place) {
    var operator = Expression.BinaryOperator.valueOf(binary.operator().name());
    return switch (operator) {
      case AND, OR ->
          truth(operator, condition(binary.left(), place), condition(binary.right(), place), binary.span());
      case EQUAL, NOT_EQUAL -> arithmetic.equality(operator, value(binary.left(), place),
          value(binary.right(), place), binary.span());
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> truth(operator,
          arithmetic.number(value(binary.left(), place), operator),
          arithmetic.number(value(binary.right(), place), operator), binary.span());
      case MULTIPLY, DIVIDE, REMAINDER, ADD, SUBTRACT -> arithmetic.calculate(operator,
          arithmetic.number(value(binary.left(), place), operator),
          arithmetic.number(value(binary.right(), place), operator), binary.span());
    };
  }

  private static Expression truth(Expression.BinaryOperator operator, Expression left, Expression right,
      Span span) {
    return Types.isUnknown(left.type()) || Types.isUnknown(right.type()) ? Types.unknown(span)
        : new Expression.Binary(operator, left, right, Types.BOOL, span);
  }

  private Expression conditional(org.graphline.dsl.ast.Expression.Conditional conditional, Place place) {
    var condition = condition(conditional.condition(), place);
    var then = value(conditional.ifTrue(), place);
    var otherwise = value(conditional.ifFalse(), place);
    if (Types.isUnknown(condition.type()) || Types.isUnknown(then.type())
        || Types.isUnknown(otherwise.type())) {
      return Types.unknown(conditional.span());
    }
    if (!Types.fits(otherwise.type(), then.type()) && !Types.fits(then.type(), otherwise.type())) {
      diagnostics.add(Diagnostic.of(DiagnosticId.TYPE_MISMATCH, "the two outcomes have different types",
          conditional.span()).related(then.span(), "`" + Types.display(then.type()) + "`")
          .related(otherwise.span(), "`" + Types.display(otherwise.type()) + "`"));
      return Types.unknown(conditional.span());
    }
    return new Expression.Conditional(condition, then, otherwise, hull(then.type(), otherwise.type()),
        conditional.span());
  }

  private static Type hull(Type a, Type b) {
    if (a instanceof Type.Range && b instanceof Type.Range) {
      var hull = Interval.of(a).hull(Interval.of(b));
      return Types.range(hull.low(), hull.high());
    }
    return Types.fits(a, b) ? b : a;
  }
}
