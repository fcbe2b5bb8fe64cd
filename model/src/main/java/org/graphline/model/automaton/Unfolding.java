package org.graphline.model.automaton;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.model.automaton.Node.Fault;
import org.graphline.model.automaton.Node.PortAt;
import org.graphline.model.automaton.ProcessAutomaton.CellDomain;
import org.graphline.model.network.Behavior;
import org.graphline.model.network.Constants;
import org.graphline.model.source.Span;
import org.graphline.model.term.Component;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Expression.BinaryOperator;
import org.graphline.model.term.Port;
import org.graphline.model.term.PortUse;
import org.graphline.model.term.Statement;
import org.graphline.model.term.Variable;
import org.graphline.model.value.DataType;

/// Turns a behavior into its process automaton. Each statement is unfolded against the node that comes after it, so
/// the automaton is built from its end.
public final class Unfolding {
  /// The node of a process about to go home; next after the two nodes of the gone.
  static final int STOP = 2;

  private final Behavior behavior;
  private final Draft draft = new Draft();
  private final Control control = new Control(this, draft);
  private final Communication communication;
  private final Map<Integer, Integer> closed = new HashMap<>();
  private final Map<Integer, Integer> noted = new HashMap<>();

  private Unfolding(Behavior behavior) {
    this.behavior = behavior;
    this.communication = new Communication(this, draft, behavior);
  }

  /// Returns the automaton of `behavior`.
  public static ProcessAutomaton of(Behavior behavior) {
    return new Unfolding(behavior).unfold();
  }

  private ProcessAutomaton unfold() {
    Component component = behavior.component();
    Constants constants = behavior.constants();
    Site whole = new Site(component.span(), "gone");
    draft.add(new Node.Gone(false), whole);
    draft.add(new Node.Gone(true), whole);
    draft.add(new Node.Stop(), new Site(component.span(), "go home"));
    int threads = 1 + Survey.threads(component.behavior(), constants);
    int top = layOutPorts(threads, Survey.of(component.behavior()));
    var variables = new HashMap<Integer, Integer>();
    var scope = new Scope(constants, Map.of(), top, 1, Optional.empty(), false);
    for (Component.StateVariable state : component.state()) {
      scope = claim(state.variable(), scope);
      variables.put(state.variable().id(), scope.places().get(state.variable().id()));
    }
    int start = statement(component.behavior(), STOP, scope);
    for (Component.StateVariable state : component.state().reversed()) {
      start = assign(state.variable(), state.initial(), start, scope, state.initial().span());
    }
    draft.claim(0, Collections.nCopies(threads, new CellDomain("control", 0, draft.nodes().size() * 4 + 3)));
    return new ProcessAutomaton(behavior, draft.nodes(), draft.sites(), threads, start, draft.cells(),
        closedCells(), variables);
  }

  /// Gives a cell to each port element that may be closed, and to each whose end may be noted.
  private int layOutPorts(int from, Survey survey) {
    int top = from;
    for (Port port : survey.closed()) {
      closed.put(port.index(), top);
      top = flags("closed " + port.name(), top, behavior.size(port));
    }
    for (Port port : survey.ended()) {
      noted.put(port.index(), top);
      top = flags("end of " + port.name(), top, behavior.size(port));
    }
    return top;
  }

  private int flags(String name, int at, int count) {
    draft.claim(at, Collections.nCopies(count, new CellDomain(name, 0, 1)));
    return at + count;
  }

  private List<Integer> closedCells() {
    var all = new ArrayList<Integer>();
    for (Behavior.PortElement element : behavior.elements()) {
      Integer first = closed.get(element.port().index());
      all.add(first == null ? -1 : first + Math.max(element.index(), 0));
    }
    return all;
  }

  int statement(Statement statement, int next, Scope scope) {
    return switch (statement) {
      case Statement.Block block -> block(block, next, scope);
      case Statement.Declare(var variable, var initial, var span) -> assign(variable, initial, next, scope, span);
      case Statement.Let(var variable, var value, var span) -> assign(variable, value, next, scope, span);
      case Statement.Assign(var variable, var value, var span) -> assign(variable, value, next, scope, span);
      case Statement.Evaluate(var expression, var span) -> {
        var evaluation = new Evaluation(draft, scope);
        evaluation.value(expression);
        yield evaluation.before(evaluation.forget(next, span));
      }
      case Statement.Receive receive -> communication.receive(receive, next, scope);
      case Statement.Send send -> communication.send(send, next, scope);
      case Statement.Call call -> communication.call(call, next, scope);
      case Statement.Accept accept -> communication.accept(accept, next, scope);
      case Statement.Reply reply -> communication.reply(reply, next, scope);
      case Statement.Sync(var barrier, var span) -> {
        var evaluation = new Evaluation(draft, scope);
        PortAt port = port(barrier, evaluation, scope);
        yield evaluation.before(draft.add(new Node.Sync(port, evaluation.forget(next, span)),
            new Site(span, "sync " + display(barrier))));
      }
      case Statement.Select select -> new SelectUnfolding(this, draft, scope).unfold(select, next);
      case Statement.Par(var branches, var span) ->
          control.par(branches.stream().map(b -> new Control.Branch(b, scope)).toList(), next, scope, span);
      case Statement.ParFor parFor -> control.parFor(parFor, next, scope);
      case Statement.Choose(boolean fair, var alternatives, var span) -> {
        List<Integer> entries = alternatives.stream().map(a -> statement(a, next, scope)).toList();
        yield draft.add(new Node.Choose(fair, entries), new Site(span, "choose"));
      }
      case Statement.If(var condition, var then, var otherwise, var span) -> control.branch(condition,
          statement(then, next, scope), otherwise.map(s -> scoped(s, next, scope)).orElse(next), scope, span);
      case Statement.Match match -> control.match(match, next, scope);
      case Statement.While(var condition, var body, var span) -> {
        int head = draft.reserve(new Site(span, "while"));
        int entry = control.branch(condition, statement(body, head, scope), next, scope, span);
        draft.define(head, new Node.Branch(Formula.TRUE, entry, entry));
        yield head;
      }
      case Statement.Repeat(var body, boolean outermost, var span) -> {
        int head = draft.reserve(new Site(span, "repeat"));
        int entry = scoped(body, head, scope.insideRepeat());
        draft.define(head, outermost ? new Node.Iterate(entry) : new Node.Branch(Formula.TRUE, entry, entry));
        yield head;
      }
      case Statement.For loop -> control.loop(loop, next, scope);
      case Statement.Wait(var duration, var span) -> {
        var evaluation = new Evaluation(draft, scope);
        evaluation.value(duration);
        yield evaluation.before(
            draft.add(new Node.Wait(evaluation.forget(next, span)), new Site(span, "wait")));
      }
      case Statement.Close(var use, var span) -> {
        var evaluation = new Evaluation(draft, scope);
        PortAt port = port(use, evaluation, scope);
        yield evaluation.before(draft.add(new Node.Close(port, evaluation.forget(next, span)),
            new Site(span, "close " + display(use))));
      }
      case Statement.Stop(var span) -> draft.add(new Node.Stop(), new Site(span, "stop"));
      case Statement.Mark(var name, var span) ->
          draft.add(new Node.Mark(name, next), new Site(span, "mark " + name));
      case Statement.Assert(var condition, var span) -> {
        var evaluation = new Evaluation(draft, scope);
        evaluation.require(evaluation.single(condition), Fault.Kind.ASSERTION, "the assertion does not hold", span);
        yield evaluation.before(evaluation.forget(next, span));
      }
      case Statement.Idle(var span) -> draft.add(new Node.Idle(), new Site(span, "rest"));
    };
  }

  /// A statement in a place where a name it binds is nobody else's.
  int scoped(Statement statement, int next, Scope scope) {
    return statement instanceof Statement.Block block ? block(block, next, scope)
        : block(new Statement.Block(List.of(statement), statement.span()), next, scope);
  }

  private int block(Statement.Block block, int next, Scope outer) {
    Scope scope = outer;
    for (Statement statement : block.statements()) {
      Optional<Variable> bound = bound(statement);
      if (bound.isPresent()) {
        scope = claim(bound.get(), scope);
      }
    }
    int entry = clear(outer.top(), scope.top(), next, block.span());
    for (Statement statement : block.statements().reversed()) {
      entry = statement(statement, entry, scope);
    }
    return entry;
  }

  private static Optional<Variable> bound(Statement statement) {
    return switch (statement) {
      case Statement.Declare(var variable, _, _) -> Optional.of(variable);
      case Statement.Let(var variable, _, _) -> Optional.of(variable);
      case Statement.Receive(var binding, _, _, _) -> binding;
      case Statement.Call(var result, _, _, _, _) -> result;
      case Statement.Block _, Statement.Assign _, Statement.Evaluate _, Statement.Send _, Statement.Accept _,
          Statement.Reply _, Statement.Sync _, Statement.Select _, Statement.Par _, Statement.ParFor _,
          Statement.Choose _, Statement.If _, Statement.Match _, Statement.While _, Statement.Repeat _,
          Statement.For _, Statement.Wait _, Statement.Close _, Statement.Stop _, Statement.Mark _,
          Statement.Assert _, Statement.Idle _ -> Optional.empty();
    };
  }

  private int assign(Variable variable, Expression value, int next, Scope scope, Span span) {
    var evaluation = new Evaluation(draft, scope);
    DataType type = scope.constants().type(variable.type());
    List<Formula> formulas = evaluation.fitted(value, type, "`" + variable.name() + "`");
    int after = evaluation.forget(next, span);
    if (formulas.isEmpty()) {
      return evaluation.before(after);
    }
    return evaluation.before(draft.add(
        new Node.Store(scope.places().get(variable.id()), formulas, after), new Site(span, "set " + variable.name())));
  }

  Scope claim(Variable variable, Scope scope) {
    DataType type = scope.constants().type(variable.type());
    draft.claim(scope.top(), Cells.domains(variable.name(), type));
    return scope.with(variable, scope.top(), scope.top() + Cells.width(type));
  }

  int clear(int from, int to, int next, Span span) {
    return from == to ? next : draft.add(new Node.Clear(from, to - from, next), new Site(span, "end of block"));
  }

  Communication communication() {
    return communication;
  }

  int first(Port port) {
    return behavior.firstElement(port);
  }

  int size(Port port) {
    return behavior.size(port);
  }

  int noted(Port port) {
    return noted.get(port.index());
  }

  PortAt port(PortUse use, Evaluation evaluation, Scope scope) {
    int first = behavior.firstElement(use.port());
    int size = behavior.size(use.port());
    if (use.index().isEmpty()) {
      return new PortAt(first, size, Formula.FALSE);
    }
    Formula index = evaluation.single(use.index().get());
    evaluation.require(Evaluation.combine(BinaryOperator.AND,
            Evaluation.combine(BinaryOperator.GREATER_OR_EQUAL, index, Formula.FALSE),
            Evaluation.combine(BinaryOperator.LESS, index, new Formula.Constant(size))),
        Fault.Kind.INDEX_OUT_OF_BOUNDS, "`" + use.port().name() + "` has no such element", use.span());
    return new PortAt(first, size, index);
  }

  static String display(PortUse use) {
    return switch (use.index().orElse(null)) {
      case null -> use.port().name();
      case Expression.IntLiteral(int value, _, _) -> use.port().name() + "[" + value + "]";
      case Expression.Use(var variable, _) -> use.port().name() + "[" + variable.name() + "]";
      case Expression _ -> use.port().name() + "[…]";
    };
  }
}
