package org.graphline.dsl.resolve;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.Guard;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.Port;
import org.graphline.dsl.ast.PortUse;
import org.graphline.dsl.ast.SelectCase;
import org.graphline.dsl.ast.Statement;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.model.term.Variable;

/// Resolves the names in one component.
final class BehaviorResolver extends ExpressionResolver {

  private final Map<String, Symbol.OfPort> ports = new HashMap<>();

  BehaviorResolver(Names names, String owner) {
    super(names, owner);
  }

  void component(Declaration.Component component) {
    var scope = Scope.outermost(component.span());
    component.parameters().forEach(parameter -> parameter(parameter, scope));
    for (var member : component.members()) {
      switch (member) {
        case Port port -> port(port, scope);
        case org.graphline.dsl.ast.Variable variable -> {
          variable(variable, Variable.Kind.STATE, scope);
          clashWithPort(variable.name());
        }
      }
    }
    component.body().ifPresent(body -> statement(body.block(), scope.inner(body.span())));
  }

  private void clashWithPort(Name name) {
    var port = ports.get(name.text());
    if (port != null) {
      duplicate(name, port.port().name(), "a port");
    }
  }

  private void port(Port port, Scope scope) {
    switch (port) {
      case Port.Data data -> {
        data.size().ifPresent(size -> expression(size, scope));
        type(data.type(), scope);
      }
      case Port.Service service -> {
        service.size().ifPresent(size -> expression(size, scope));
        type(service.request(), scope);
        type(service.answer(), scope);
      }
      case Port.Barrier _ -> {}
    }
    var earlier = ports.putIfAbsent(port.name().text(), new Symbol.OfPort(port));
    if (earlier != null) {
      duplicate(port.name(), earlier.port().name(), "a port");
    }
    scope.find(port.name().text())
        .ifPresent(value -> duplicate(port.name(), value.declared(), value.kind()));
  }

  private void duplicate(Name name, Name earlier, String kind) {
    names.diagnostics()
        .add(Diagnostic.of(DiagnosticId.DUPLICATE_NAME, "`" + name + "` is declared twice", name.span())
        .related(earlier.span(), "already " + kind));
  }

  private void variable(org.graphline.dsl.ast.Variable variable, Variable.Kind sort, Scope scope) {
    type(variable.type(), scope);
    variable.initial().ifPresent(initial -> expression(initial, scope));
    declare(variable.name(), sort, scope);
  }

  private void statement(Statement statement, Scope scope) {
    switch (statement) {
      case Statement.Block(var statements, var span) -> {
        var inner = scope.inner(span);
        statements.forEach(s -> statement(s, inner));
      }
      case Statement.Local(var variable, _) -> variable(variable, Variable.Kind.LOCAL, scope);
      case Statement.Let(var name, var value, _) -> {
        expression(value, scope);
        declare(name, Variable.Kind.BINDING, "`let`", "leave out `let` to assign it", scope);
      }
      case Statement.Assign(var target, var value, _) -> {
        expression(target, scope);
        expression(value, scope);
      }
      case Statement.Evaluate(var expression, _) -> expression(expression, scope);
      case Statement.Receive receive -> receive(receive, scope);
      case Statement.Send(var value, var port, var otherwise, _) -> {
        value.ifPresent(e -> expression(e, scope));
        port(port, scope);
        otherwise.ifPresent(s -> statement(s, scope.inner(s.span())));
      }
      case Statement.Call call -> call(call, scope);
      case Statement.Accept(var binding, var port, var body, var span) -> {
        port(port, scope);
        var inner = scope.inner(span);
        binding.ifPresent(name -> accepted(name, port, inner));
        statement(body, inner);
      }
      case Statement.Reply(var value, _) -> value.ifPresent(e -> expression(e, scope));
      case Statement.Sync(var barrier, _) -> port(barrier);
      case Statement.Select(_, var cases, _) -> cases.forEach(item -> selectCase(item, scope));
      case Statement.Par(var branches, _) -> branches.statements().forEach(s -> statement(s, scope.inner(s.span())));
      case Statement.ParFor(var name, var range, var body, _) -> loop(name, range, body, scope);
      case Statement.Choose(_, var branches, _) -> branches.forEach(s -> statement(s, scope));
      case Statement.If(var condition, var then, var otherwise, _) -> {
        expression(condition, scope);
        statement(then, scope);
        otherwise.ifPresent(s -> statement(s, scope.inner(s.span())));
      }
      case Statement.Match match -> match(match, scope);
      case Statement.While(var condition, var body, _) -> {
        expression(condition, scope);
        statement(body, scope);
      }
      case Statement.Repeat(var body, _) -> statement(body, scope.inner(body.span()));
      case Statement.For(var name, var range, var body, _) -> loop(name, range, body, scope);
      case Statement.Wait(var duration, _) -> expression(duration, scope);
      case Statement.Close(var port, _) -> port(port, scope);
      case Statement.Stop _, Statement.Mark _ -> {}
      case Statement.Assert(var condition, _) -> expression(condition, scope);
    }
  }

  private void receive(Statement.Receive receive, Scope scope) {
    port(receive.port(), scope);
    bind(receive.binding(), receive.otherwise(), "`receive`", "receive r from " + receive.port().name(),
        scope);
  }

  private void call(Statement.Call call, Scope scope) {
    port(call.port(), scope);
    call.argument().ifPresent(e -> expression(e, scope));
    bind(call.binding(), call.otherwise(), "`let`", "let r = call " + call.port().name() + "(…)", scope);
  }

  private void match(Statement.Match match, Scope scope) {
    expression(match.subject(), scope);
    for (var matchCase : match.cases()) {
      matchCase.value().ifPresent(e -> expression(e, scope));
      statement(matchCase.body(), scope.inner(matchCase.span()));
    }
  }

  /// Binds the name of a `receive` or `call`, for good only if the `else` does not come back (rule R22).
  private void bind(Optional<Name> binding, Optional<Statement> otherwise, String maker, String other,
      Scope scope) {
    otherwise.ifPresent(s -> statement(s, scope.inner(s.span())));
    if (binding.isPresent()) {
      var name = binding.get();
      boolean withheld = otherwise.isPresent() && Endings.endsNormally(otherwise.get());
      declare(name, Variable.Kind.BINDING, maker, other + ";  " + name + " = r;", withheld
          ? scope.inner(name.span()) : scope);
      if (withheld) {
        scope.withhold(name);
      }
    }
  }

  private void accepted(Name name, PortUse port, Scope scope) {
    declare(name, Variable.Kind.BINDING, "`accept`", "accept r from " + port.name() + " { " + name
        + " = r; … }", scope);
  }

  private void loop(Name index, org.graphline.dsl.ast.Range range, Statement body, Scope scope) {
    range(range, scope);
    var inner = scope.inner(body.span());
    declare(index, Variable.Kind.INDEX, inner);
    statement(body, inner);
  }

  private void selectCase(SelectCase item, Scope scope) {
    switch (item) {
      case SelectCase.Guarded(var when, var guard, var body, var span) -> {
        when.ifPresent(e -> expression(e, scope));
        var inner = scope.inner(span);
        guard(guard, inner);
        statement(body, inner);
      }
      case SelectCase.Replicated(var name, var range, var cases, var span) -> {
        range(range, scope);
        var inner = scope.inner(span);
        declare(name, Variable.Kind.INDEX, inner);
        cases.forEach(c -> selectCase(c, inner));
      }
    }
  }

  private void guard(Guard guard, Scope scope) {
    switch (guard) {
      case Guard.Receive(var binding, var port, _) -> {
        port(port, scope);
        binding.ifPresent(name -> declare(name, Variable.Kind.BINDING, "`receive`",
            "receive r from " + port.name() + " => { " + name + " = r; … }", scope));
      }
      case Guard.Accept(var binding, var port, _) -> {
        port(port, scope);
        binding.ifPresent(name -> accepted(name, port, scope));
      }
      case Guard.Sync(var barrier, _) -> port(barrier);
      case Guard.End(var port, _) -> port(port, scope);
      case Guard.After(var duration, _) -> expression(duration, scope);
      case Guard.Otherwise _ -> {}
    }
  }

  private void port(PortUse use, Scope scope) {
    port(use.name());
    use.index().ifPresent(e -> expression(e, scope));
  }

  private void port(Name name) {
    var port = ports.get(name.text());
    if (port != null) {
      names.bind(name, port);
    } else {
      names.unknown("port", name.text(), name.span(), ports.keySet().stream().toList());
    }
  }
}
