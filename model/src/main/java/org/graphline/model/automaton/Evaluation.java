package org.graphline.model.automaton;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.graphline.model.automaton.Node.Fault;
import org.graphline.model.automaton.Node.Fault.Kind;
import org.graphline.model.automaton.ProcessAutomaton.CellDomain;
import org.graphline.model.network.Constants;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Expression.BinaryOperator;
import org.graphline.model.term.Expression.UnaryOperator;
import org.graphline.model.term.Type;
import org.graphline.model.value.DataType;

/// The expressions of one statement, turned into formulas over cells and the nodes that must come before: Java's
/// answers, list operations, and the checks of rule R1. Order and laziness are those of [Expression].
final class Evaluation {

  /// A piece of the automaton that is run before `next`; returns its entry.
  interface Effect {
    int before(int next);
  }

  private final Draft draft;
  private final Scope scope;
  private final int[] top;
  private final List<Effect> effects = new ArrayList<>();
  private final boolean[] changes = {false};

  Evaluation(Draft draft, Scope scope) {
    this.draft = draft;
    this.scope = scope;
    this.top = new int[] {scope.top()};
  }

  /// Returns the node to enter so that all effects happen, in order, before `next`.
  int before(int next) {
    int entry = next;
    for (int i = effects.size() - 1; i >= 0; i--) {
      entry = effects.get(i).before(entry);
    }
    return entry;
  }

  /// Returns the node to enter so that the cells used for intermediate values are 0 again before `next`.
  int forget(int next, Span span) {
    int width = top[0] - scope.top();
    return width == 0 ? next : draft.add(new Node.Clear(scope.top(), width, next), new Site(span, "done"));
  }

  /// Returns the first cell that is free while the intermediate values are in use.
  int free() {
    return top[0];
  }

  Draft draft() {
    return draft;
  }

  Scope scope() {
    return scope;
  }

  /// Notes an effect that changes a variable: what was evaluated before keeps the value it had.
  void change(Effect effect) {
    changes[0] = true;
    effects.add(effect);
  }

  /// Returns an evaluation for the same statement with other names in scope; [#absorb] takes up what it found.
  Evaluation in(Scope other) {
    return new Evaluation(draft, other.withTop(top[0]));
  }

  /// Takes up the effects and intermediate values of an evaluation made by [#in].
  void absorb(Evaluation other) {
    if (other != this) {
      effects.addAll(other.effects);
      join(other);
    }
  }

  /// Returns the formulas of a value that is stored as, or sent to, `target`.
  List<Formula> fitted(Expression expression, DataType target, String into) {
    return fit(expression, value(expression), target, into);
  }

  /// Returns the formula of a single cell.
  Formula single(Expression expression) {
    return value(expression).getFirst();
  }

  /// Returns one formula a cell of the value.
  List<Formula> value(Expression expression) {
    return switch (expression) {
      case Expression.IntLiteral(int value, _, _) -> List.of(new Formula.Constant(value));
      case Expression.BoolLiteral(boolean value, _, _) -> List.of(value ? Formula.TRUE : Formula.FALSE);
      case Expression.TextLiteral _, Expression.DurationLiteral _ -> List.of();
      case Expression.EmptyList(var type, _) -> zeros(Cells.width(type(type)));
      case Expression.EnumLiteral(_, int ordinal, _) -> List.of(new Formula.Constant(ordinal));
      case Expression.Anything(var type, var span) -> draw("anything", type(type), false, span);
      case Expression.Use use -> use(use);
      case Expression.RecordLiteral literal -> record(literal);
      case Expression.Field(var record, int index, _, _) -> field(record, index);
      case Expression.Unary(UnaryOperator operator, var operand, _, _) -> unary(operator, single(operand));
      case Expression.Binary binary -> binary(binary);
      case Expression.Conditional conditional -> conditional(conditional);
      case Expression.ListOperation operation -> new ListUnfolding(this).unfold(operation);
      case Expression.ExternCall call -> call(call);
      case Expression.Inspect inspect ->
          throw new AssertionError("a property's expression in a behavior at " + inspect.span().place());
      case Expression.Contents contents ->
          throw new AssertionError("a property's expression in a behavior at " + contents.span().place());
    };
  }

  /// Ends in an error state unless `condition` holds.
  void require(Formula condition, Kind kind, String message, Span span) {
    if (condition instanceof Formula.Constant(int value) && value != 0) {
      return;
    }
    effects.add(next -> draft.add(
        new Node.Require(condition, new Fault(kind, message, Optional.empty()), next), new Site(span, message)));
  }

  private List<Formula> use(Expression.Use use) {
    DataType type = type(use.type());
    if (scope.constants().knows(use.variable())) {
      return Cells.encode(type, scope.constants().value(use)).stream()
          .<Formula>map(Formula.Constant::new).toList();
    }
    Integer place = scope.places().get(use.variable().id());
    if (place == null) {
      throw new AssertionError("`" + use.variable().name() + "` has no place at " + use.span().place());
    }
    return cells(place, Cells.width(type));
  }

  private List<Formula> record(Expression.RecordLiteral literal) {
    var fields = ((DataType.Structure) type(literal.type())).fields();
    List<List<Formula>> values = operands(literal.fields());
    var all = new ArrayList<Formula>();
    for (int i = 0; i < fields.size(); i++) {
      all.addAll(fit(literal.fields().get(i), values.get(i), fields.get(i).type(), "`" + fields.get(i).name() + "`"));
    }
    return all;
  }

  private List<Formula> field(Expression record, int index) {
    var fields = ((DataType.Structure) type(record.type())).fields();
    int at = 0;
    for (int i = 0; i < index; i++) {
      at += Cells.width(fields.get(i).type());
    }
    return value(record).subList(at, at + Cells.width(fields.get(index).type()));
  }

  private static List<Formula> unary(UnaryOperator operator, Formula operand) {
    if (operand instanceof Formula.Constant) {
      return List.of(new Formula.Constant(new Formula.Unary(operator, operand).evaluate(new int[0], 0)));
    }
    return List.of(new Formula.Unary(operator, operand));
  }

  private List<Formula> binary(Expression.Binary binary) {
    return switch (binary.operator()) {
      case AND, OR -> List.of(lazily(binary));
      case EQUAL -> List.of(equality(binary));
      case NOT_EQUAL -> unary(UnaryOperator.NOT, equality(binary));
      case DIVIDE, REMAINDER -> {
        List<List<Formula>> both = operands(List.of(binary.left(), binary.right()));
        Formula divisor = both.get(1).getFirst();
        require(combine(BinaryOperator.NOT_EQUAL, divisor, Formula.FALSE), Kind.DIVISION_BY_ZERO,
            "division by zero", binary.span());
        yield List.of(divisor instanceof Formula.Constant(int zero) && zero == 0 ? Formula.FALSE
            : combine(binary.operator(), both.get(0).getFirst(), divisor));
      }
      case MULTIPLY, ADD, SUBTRACT, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {
        List<List<Formula>> both = operands(List.of(binary.left(), binary.right()));
        yield List.of(combine(binary.operator(), both.get(0).getFirst(), both.get(1).getFirst()));
      }
    };
  }

  private Formula equality(Expression.Binary binary) {
    List<List<Formula>> both = operands(List.of(binary.left(), binary.right()));
    Formula all = Formula.TRUE;
    for (int i = 0; i < both.get(0).size(); i++) {
      all = combine(BinaryOperator.AND, all,
          combine(BinaryOperator.EQUAL, both.get(0).get(i), both.get(1).get(i)));
    }
    return all;
  }

  /// `&&` and `||`: what the right operand does happens only if the left one does not decide.
  private Formula lazily(Expression.Binary binary) {
    Formula left = single(binary.left());
    var right = inner();
    Formula second = right.single(binary.right());
    if (right.effects.isEmpty()) {
      return combine(binary.operator(), left, second);
    }
    int result = temporary(List.of(new CellDomain("&&", 0, 1)));
    boolean both = binary.operator() == BinaryOperator.AND;
    join(right);
    effects.add(next -> {
      int evaluated = right.before(store(result, List.of(second), next, binary.span()));
      int decided = store(result, List.of(both ? Formula.FALSE : Formula.TRUE), next, binary.span());
      return draft.add(new Node.Branch(left, both ? evaluated : decided, both ? decided : evaluated),
          new Site(binary.span(), binary.operator().symbol()));
    });
    return new Formula.Cell(result);
  }

  private List<Formula> conditional(Expression.Conditional conditional) {
    Formula condition = single(conditional.condition());
    DataType type = type(conditional.type());
    var then = inner();
    List<Formula> first = then.value(conditional.then());
    top[0] = then.top[0];
    var otherwise = inner();
    List<Formula> second = otherwise.value(conditional.otherwise());
    join(otherwise);
    changes[0] |= then.changes[0];
    if (then.effects.isEmpty() && otherwise.effects.isEmpty()) {
      var all = new ArrayList<Formula>();
      for (int i = 0; i < first.size(); i++) {
        all.add(condition instanceof Formula.Constant(int value) ? (value != 0 ? first : second).get(i)
            : new Formula.Conditional(condition, first.get(i), second.get(i)));
      }
      return all;
    }
    int result = temporary(Cells.domains("?:", type));
    effects.add(next -> draft.add(new Node.Branch(condition,
        then.before(store(result, first, next, conditional.span())),
        otherwise.before(store(result, second, next, conditional.span()))), new Site(conditional.span(), "?:")));
    return cells(result, Cells.width(type));
  }

  private List<Formula> call(Expression.ExternCall call) {
    operands(call.arguments());
    String source = call.extern().name().simple() + "." + call.function().name();
    if (call.function().throwing()) {
      effects.add(next -> draft.add(new Node.MayFail(source, next), new Site(call.span(), "call " + source)));
    }
    return call.function().returnsNothing() ? List.of()
        : draw(source, type(call.type()), call.function().fair(), call.span());
  }

  private List<Formula> draw(String source, DataType type, boolean fair, Span span) {
    int width = Cells.width(type);
    if (width == 0) {
      return List.of();
    }
    int result = temporary(Cells.domains(source, type));
    effects.add(next -> draft.add(new Node.Draw(source, type, fair, result, next), new Site(span, source)));
    return cells(result, width);
  }

  /// The values of several expressions, each as it was when its turn came.
  List<List<Formula>> operands(List<Expression> expressions) {
    var all = new ArrayList<List<Formula>>();
    for (Expression expression : expressions) {
      int mark = effects.size();
      boolean before = changes[0];
      changes[0] = false;
      List<Formula> value = value(expression);
      if (changes[0]) {
        all.replaceAll(earlier -> keep(earlier, mark, expression.span()));
      }
      changes[0] |= before;
      all.add(value);
    }
    return all;
  }

  private List<Formula> keep(List<Formula> value, int at, Span span) {
    if (value.stream().allMatch(Formula::isConstant)) {
      return value;
    }
    var wide = new CellDomain("kept", -(1 << 30), 1 << 30);
    int copy = temporary(Collections.nCopies(value.size(), wide));
    effects.add(at, next -> store(copy, value, next, span));
    return cells(copy, value.size());
  }

  List<Formula> fit(Expression expression, List<Formula> value, DataType target, String into) {
    if (!(target instanceof DataType.Range(int low, int high))) {
      return value;
    }
    if (type(expression.type()) instanceof DataType.Range(int from, int to) && from >= low && to <= high) {
      return value;
    }
    Formula number = value.getFirst();
    require(combine(BinaryOperator.AND,
            combine(BinaryOperator.GREATER_OR_EQUAL, number, new Formula.Constant(low)),
            combine(BinaryOperator.LESS_OR_EQUAL, number, new Formula.Constant(high))),
        Kind.OUT_OF_RANGE, into + " leaves its range " + low + ".." + high, expression.span());
    return value;
  }

  DataType type(Type type) {
    try {
      return scope.constants().type(type);
    } catch (Constants.NotConstant _) {
      return new DataType.Range(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
  }

  private Evaluation inner() {
    return new Evaluation(draft, scope.withTop(top[0]));
  }

  private void join(Evaluation inner) {
    top[0] = Math.max(top[0], inner.top[0]);
    changes[0] |= inner.changes[0];
  }

  int temporary(List<CellDomain> domains) {
    int at = top[0];
    draft.claim(at, domains);
    top[0] += domains.size();
    return at;
  }

  int store(int target, List<Formula> values, int next, Span span) {
    return values.isEmpty() ? next : draft.add(new Node.Store(target, values, next), new Site(span, "compute"));
  }

  static List<Formula> zeros(int width) {
    return Collections.nCopies(width, Formula.FALSE);
  }

  static List<Formula> cells(int first, int width) {
    var all = new ArrayList<Formula>();
    for (int i = 0; i < width; i++) {
      all.add(new Formula.Cell(first + i));
    }
    return List.copyOf(all);
  }

  /// Returns `left operator right`, computed now if both are known.
  static Formula combine(BinaryOperator operator, Formula left, Formula right) {
    var formula = new Formula.Binary(operator, left, right);
    if (left.isConstant() && right.isConstant()) {
      return new Formula.Constant(formula.evaluate(new int[0], 0));
    }
    if (left instanceof Formula.Constant(int value)) {
      if (operator == BinaryOperator.AND) {
        return value == 0 ? Formula.FALSE : right;
      }
      if (operator == BinaryOperator.OR) {
        return value != 0 ? Formula.TRUE : right;
      }
    }
    return formula;
  }
}
