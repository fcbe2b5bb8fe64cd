package org.graphline.dsl.lower;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.graphline.dsl.ast.Expression.Variable;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.dsl.resolve.Bindings;
import org.graphline.dsl.resolve.Endings;
import org.graphline.dsl.resolve.Symbol;
import org.graphline.dsl.type.ExpressionTyper;
import org.graphline.dsl.type.Locals;
import org.graphline.dsl.type.Place;
import org.graphline.dsl.type.Types;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Port;
import org.graphline.model.term.Port.Direction;
import org.graphline.model.term.PortUse;
import org.graphline.model.term.Statement;
import org.graphline.model.term.Type;
import org.graphline.model.term.Variable.Kind;

/// Lowers the statements of one component.
final class StatementLowering {

  private final Bindings bindings;
  private final ExpressionTyper typer;
  private final Locals locals;
  private final Map<Symbol, Port> ports;
  private final Diagnostics diagnostics;
  private final SelectLowering selects;
  private final MatchLowering matches;
  private final Set<Port> used = new HashSet<>();
  private final Deque<Type> replies = new ArrayDeque<>();
  private int repeats;

  StatementLowering(Bindings bindings, ExpressionTyper typer, Locals locals, Map<Symbol, Port> ports,
      Diagnostics diagnostics) {
    this.bindings = bindings;
    this.typer = typer;
    this.locals = locals;
    this.ports = ports;
    this.diagnostics = diagnostics;
    this.selects = new SelectLowering(this, typer, diagnostics);
    this.matches = new MatchLowering(this, typer, diagnostics);
  }

  /// Returns the ports that some statement names.
  Set<Port> used() {
    return used;
  }

  Statement lower(org.graphline.dsl.ast.Statement statement) {
    return switch (statement) {
      case org.graphline.dsl.ast.Statement.Block block -> block(block);
      case org.graphline.dsl.ast.Statement.Local(var variable, var span) -> local(variable, span);
      case org.graphline.dsl.ast.Statement.Let let -> let(let);
      case org.graphline.dsl.ast.Statement.Assign assign -> assign(assign);
      case org.graphline.dsl.ast.Statement.Evaluate evaluate -> evaluate(evaluate);
      case org.graphline.dsl.ast.Statement.Receive receive -> receive(receive);
      case org.graphline.dsl.ast.Statement.Send send -> send(send);
      case org.graphline.dsl.ast.Statement.Call call -> call(call);
      case org.graphline.dsl.ast.Statement.Accept accept -> accept(accept);
      case org.graphline.dsl.ast.Statement.Reply reply -> reply(reply);
      case org.graphline.dsl.ast.Statement.Sync(var barrier, var span) ->
          new Statement.Sync(barrier(barrier), span);
      case org.graphline.dsl.ast.Statement.Select select -> selects.lower(select);
      case org.graphline.dsl.ast.Statement.Par(var branches, var span) ->
          new Statement.Par(branches.statements().stream().map(this::lower).toList(), span);
      case org.graphline.dsl.ast.Statement.ParFor loop -> parFor(loop);
      case org.graphline.dsl.ast.Statement.Choose(var choice, var branches, var span) -> new Statement.Choose(
          switch (choice) {
            case FAIR -> true;
            case DEMONIC -> false;
          }, branches.stream().map(this::block).toList(), span);
      case org.graphline.dsl.ast.Statement.If(var condition, var then, var otherwise, var span) ->
          new Statement.If(
          typer.condition(condition, Place.STATEMENT), block(then), otherwise.map(this::lower), span);
      case org.graphline.dsl.ast.Statement.Match match -> matches.lower(match);
      case org.graphline.dsl.ast.Statement.While(var condition, var body, var span) ->
          new Statement.While(typer.condition(condition, Place.STATEMENT), block(body), span);
      case org.graphline.dsl.ast.Statement.Repeat(var body, var span) -> repeat(body, span);
      case org.graphline.dsl.ast.Statement.For loop -> forLoop(loop);
      case org.graphline.dsl.ast.Statement.Wait(var duration, var span) ->
          new Statement.Wait(typer.value(duration, new Type.Time(), Place.STATEMENT), span);
      case org.graphline.dsl.ast.Statement.Close(var port, var span) ->
          new Statement.Close(port(port, Direction.IN, Direction.OUT, Direction.CLIENT, Direction.SERVER),
              span);
      case org.graphline.dsl.ast.Statement.Stop(var span) -> new Statement.Stop(span);
      case org.graphline.dsl.ast.Statement.Mark(var name, var span) -> new Statement.Mark(name.text(), span);
      case org.graphline.dsl.ast.Statement.Assert(var condition, var span) ->
          new Statement.Assert(typer.condition(condition, Place.GUARD), span);
    };
  }

  private Statement local(org.graphline.dsl.ast.Variable variable, Span span) {
    var type = typer.type(variable.type());
    var initial = ComponentLowering.initial(variable, type, typer, diagnostics);
    return new Statement.Declare(locals.declare(variable.name(), type, Kind.LOCAL), initial, span);
  }

  private Statement let(org.graphline.dsl.ast.Statement.Let let) {
    var typed = typer.value(let.value(), Place.STATEMENT);
    return new Statement.Let(locals.declare(let.name(), typed.type(), Kind.BINDING), typed, let.span());
  }

  private Statement receive(org.graphline.dsl.ast.Statement.Receive receive) {
    var use = port(receive.port(), Direction.IN);
    var orElse = receive.otherwise().map(this::lower);
    return new Statement.Receive(bind(receive.binding(), use), use, orElse, receive.span());
  }

  private Statement send(org.graphline.dsl.ast.Statement.Send send) {
    var use = port(send.port(), Direction.OUT);
    var value = given(send.value(), use.port().message(), send.span(), "to send");
    return new Statement.Send(value, use, send.otherwise().map(this::lower), send.span());
  }

  private Statement accept(org.graphline.dsl.ast.Statement.Accept accept) {
    var use = port(accept.port(), Direction.SERVER);
    var variable = bind(accept.binding(), use);
    var body = (Statement.Block) accepting(use, () -> block(accept.body()));
    return new Statement.Accept(variable, use, body, accept.span());
  }

  private Statement parFor(org.graphline.dsl.ast.Statement.ParFor loop) {
    var low = typer.integer(loop.range().low(), Place.CONSTANT);
    var high = typer.integer(loop.range().high(), Place.CONSTANT);
    return new Statement.ParFor(index(loop.name(), low, high), low, high, block(loop.body()), loop.span());
  }

  private Statement forLoop(org.graphline.dsl.ast.Statement.For loop) {
    var low = typer.integer(loop.range().low(), Place.STATEMENT);
    var high = typer.integer(loop.range().high(), Place.STATEMENT);
    var index = locals.declare(loop.name(), Types.rangeFrom(low, high), Kind.INDEX);
    return new Statement.For(index, low, high, block(loop.body()), loop.span());
  }

  private Statement repeat(org.graphline.dsl.ast.Statement body, Span span) {
    repeats++;
    var lowered = lower(body);
    repeats--;
    return new Statement.Repeat(lowered, repeats == 0, span);
  }

  Statement.Block block(org.graphline.dsl.ast.Statement.Block block) {
    var statements = new ArrayList<Statement>();
    boolean reached = true;
    for (var statement : block.statements()) {
      if (!reached) {
        diagnostics.add(DiagnosticId.UNREACHABLE_STATEMENT, "nothing ever gets here", statement.span(),
            "what stands before it never comes to an end");
      }
      statements.add(lower(statement));
      reached = Endings.endsNormally(statement);
    }
    return new Statement.Block(statements, block.span());
  }

  /// Lowers the body of an `accept` from `use`, whose replies belong to it.
  Statement accepting(PortUse use, Supplier<Statement> body) {
    replies.push(use.port().reply().orElse(Types.UNKNOWN));
    var lowered = body.get();
    replies.pop();
    return lowered;
  }

  private Statement assign(org.graphline.dsl.ast.Statement.Assign assign) {
    if (!(assign.target() instanceof Variable(var name, var span))) {
      typer.value(assign.value(), Place.STATEMENT);
      diagnostics.add(DiagnosticId.NOT_ASSIGNABLE, "only a `var` can be assigned to", assign.target().span(),
          "records and lists are immutable values: assign a whole new one");
      return nothing(assign.span());
    }
    var symbol = bindings.symbol(name);
    if (symbol.isEmpty()) {
      typer.given(assign.value(), Types.UNKNOWN, Place.STATEMENT);
      return nothing(assign.span());
    }
    var variable = symbol.get() instanceof Symbol.Value value ? locals.find(value) : Optional
        .<org.graphline.model.term.Variable>empty();
    if (variable.isEmpty() || !(variable.get().kind() == Kind.STATE || variable.get().kind() == Kind.LOCAL)) {
      typer.given(assign.value(), Types.UNKNOWN, Place.STATEMENT);
      var diagnostic = Diagnostic.of(DiagnosticId.NOT_ASSIGNABLE,
          "`" + name + "` is " + symbol.get().kind() + " and never changes", span);
      diagnostics.add(variable.map(v -> diagnostic.related(v.span(), "it got its value here"))
          .orElse(diagnostic)
          .help("keep what changes in a `var`"));
      return nothing(assign.span());
    }
    return new Statement.Assign(variable.get(),
        typer.given(assign.value(), variable.get().type(), Place.STATEMENT), assign.span());
  }

  private static Statement nothing(Span span) {
    return new Statement.Block(List.of(), span);
  }

  private Statement evaluate(org.graphline.dsl.ast.Statement.Evaluate evaluate) {
    var typed = typer.expression(evaluate.expression(), Place.STATEMENT);
    boolean effective = switch (typed) {
      case Expression.ExternCall _ -> true;
      case Expression.ListOperation(var operator, _, _, _, _) ->
          operator == Expression.ListOperator.ADD || operator == Expression.ListOperator.REMOVE_FIRST;
      default -> typed instanceof Expression.Anything || Types.isUnknown(typed.type());
    };
    if (!effective) {
      diagnostics.add(DiagnosticId.NOT_A_STATEMENT, "this does nothing", evaluate.span(),
          "name the result with `let`, or leave it out");
    }
    return new Statement.Evaluate(typed, evaluate.span());
  }

  private Statement call(org.graphline.dsl.ast.Statement.Call call) {
    var use = port(call.port(), Direction.CLIENT);
    var request = given(call.argument(), use.port().message(), call.span(), "to ask with");
    var orElse = call.otherwise().map(this::lower);
    var result = call.binding()
        .map(name -> locals.declare(name, use.port().reply().orElse(Types.UNKNOWN), Kind.BINDING));
    return new Statement.Call(result, use, request, orElse, call.span());
  }

  private Statement reply(org.graphline.dsl.ast.Statement.Reply reply) {
    if (replies.isEmpty()) {
      diagnostics.add(DiagnosticId.REPLY_WITHOUT_ACCEPT, "there is nobody to reply to", reply.span(),
          "`reply` belongs inside the block of an `accept`");
      reply.value().ifPresent(value -> typer.given(value, Types.UNKNOWN, Place.STATEMENT));
      return nothing(reply.span());
    }
    return new Statement.Reply(given(reply.value(), replies.peek(), reply.span(), "to reply"), reply.span());
  }

  private Optional<Expression> given(Optional<org.graphline.dsl.ast.Expression> value, Type type, Span span,
      String purpose) {
    if (value.isEmpty() && !type.equals(Types.SIGNAL) && !Types.isUnknown(type)) {
      diagnostics.add(DiagnosticId.VALUE_MISSING, "there is no value " + purpose + ": `" + Types.display(type)
          + "` is needed", span);
    }
    return value.map(expression -> typer.given(expression, type, Place.STATEMENT));
  }

  /// Declares the name of a `receive` or `accept`.
  Optional<org.graphline.model.term.Variable> bind(Optional<Name> binding, PortUse use) {
    return binding.map(name -> locals.declare(name, use.port().message(), Kind.BINDING));
  }

  org.graphline.model.term.Variable index(Name name, Expression low, Expression high) {
    return locals.declareConstant(name, Types.rangeFrom(low, high), Kind.INDEX);
  }

  /// Returns the barrier called `name`.
  PortUse barrier(Name name) {
    return port(new org.graphline.dsl.ast.PortUse(name, Optional.empty(), name.span()), Direction.BARRIER);
  }

  /// Returns the port that `use` names; it must face one of the `wanted` ways.
  PortUse port(org.graphline.dsl.ast.PortUse use, Direction... wanted) {
    var index = use.index().map(expression -> typer.integer(expression, Place.STATEMENT));
    var port = bindings.symbol(use.name()).map(ports::get);
    if (port.isEmpty()) {
      return unknown(use);
    }
    used.add(port.get());
    if (!Set.of(wanted).contains(port.get().direction())) {
      diagnostics.add(Diagnostic.of(DiagnosticId.WRONG_KIND_OF_PORT, "`" + use.name() + "` is "
          + PortWords.kind(port.get().direction()) + ", but " + PortWords.kind(wanted[0]) + " is needed here",
          use.span()).related(port.get().span(), "declared here")
          .help(PortWords.verb(port.get().direction())));
      return unknown(use);
    }
    if (!PortWords.checkRow(use.name().text(), port.get(), index, use.span(), diagnostics)) {
      return unknown(use);
    }
    return new PortUse(port.get(), index, use.span());
  }

  /// Returns a port that stands for something wrong; its index is that of no port.
  private static PortUse unknown(org.graphline.dsl.ast.PortUse use) {
    return new PortUse(new Port(-1, use.name().text(), Direction.IN, Optional.empty(), Types.UNKNOWN,
        Optional.of(Types.UNKNOWN), Optional.empty(), use.span()), Optional.empty(), use.span());
  }
}
