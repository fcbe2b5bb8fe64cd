package org.graphline.dsl.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.dsl.resolve.Bindings;
import org.graphline.dsl.resolve.Symbol;
import org.graphline.dsl.type.ExpressionTyper;
import org.graphline.dsl.type.Locals;
import org.graphline.dsl.type.Place;
import org.graphline.dsl.type.Signatures;
import org.graphline.dsl.type.Types;
import org.graphline.model.term.Component;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Port;
import org.graphline.model.term.Statement;
import org.graphline.model.term.Type;
import org.graphline.model.term.Variable;

/// Lowers one component.
final class ComponentLowering {

  private final Bindings bindings;
  private final Signatures signatures;
  private final Headers headers;
  private final Diagnostics diagnostics;
  private final List<Variable> unused = new ArrayList<>();

  ComponentLowering(Bindings bindings, Signatures signatures, Headers headers, Diagnostics diagnostics) {
    this.bindings = bindings;
    this.signatures = signatures;
    this.headers = headers;
    this.diagnostics = diagnostics;
  }

  Component lower(Symbol.Global symbol, Declaration.Component component) {
    var locals = new Locals(bindings);
    var typer = new ExpressionTyper(bindings, signatures, locals, diagnostics);
    var parameters = headers.parameters(component.parameters(), typer, locals);
    var ports = headers.ports(component.ports(), typer);
    var bySymbol = new HashMap<Symbol, Port>();
    for (int i = 0; i < ports.size(); i++) {
      bySymbol.put(new Symbol.OfPort(component.ports().get(i)), ports.get(i));
    }
    var state = state(component, typer, locals);
    var statements = new StatementLowering(bindings, typer, locals, bySymbol, diagnostics);
    var behavior = component.body()
        .map(body -> (Statement.Block) statements.lower(body.block()))
        .orElseGet(() -> Chaos.of(ports, locals, component.name().span()));
    if (component.body().isPresent()) {
      reportUnused(component, ports, statements);
      locals.unused().stream().filter(ComponentLowering::isVariable).forEach(unused::add);
    }
    return new Component(symbol.name(), origin(component), Headers.texts(component.typeParameters()),
        parameters,
        ports, state, behavior, component.doc(), component.span());
  }

  private static Component.Origin origin(Declaration.Component component) {
    if (!component.inJava()) {
      return Component.Origin.WRITTEN;
    }
    return component.body().isPresent() ? Component.Origin.NATIVE : Component.Origin.NATIVE_WITHOUT_CONTRACT;
  }

  private List<Component.StateVariable> state(Declaration.Component component, ExpressionTyper typer,
      Locals locals) {
    var state = new ArrayList<Component.StateVariable>();
    for (var variable : component.variables()) {
      var type = typer.type(variable.type());
      var initial = initial(variable, type, typer, diagnostics);
      state.add(new Component.StateVariable(locals.declare(variable.name(), type, Variable.Kind.STATE),
          initial));
    }
    return state;
  }

  /// Returns the first value of `variable`.
  static Expression initial(org.graphline.dsl.ast.Variable variable, Type type, ExpressionTyper typer,
      Diagnostics diagnostics) {
    if (variable.initial().isPresent()) {
      return typer.given(variable.initial().get(), type, Place.STATEMENT);
    }
    return InitialValues.of(type, variable.span()).orElseGet(() -> {
      diagnostics.add(DiagnosticId.NO_INITIAL_VALUE, "`" + variable.name()
          + "` needs a first value: there is no `"
          + Types.display(type) + "` to start with", variable.name().span(),
          "ask Java for one, e.g. `var " + variable.name() + ": " + Types.display(type)
          + " = Values.initial();`");
      return Types.unknown(variable.span());
    });
  }

  private static boolean isVariable(Variable variable) {
    return variable.kind() == Variable.Kind.STATE || variable.kind() == Variable.Kind.LOCAL;
  }

  /// Returns the variables that no statement reads; a check may.
  List<Variable> unused() {
    return unused;
  }

  private void reportUnused(Declaration.Component component, List<Port> ports, StatementLowering statements) {
    Map<String, org.graphline.dsl.ast.Port> declared = new HashMap<>();
    component.ports().forEach(port -> declared.put(port.name().text(), port));
    for (var port : ports) {
      if (!statements.used().contains(port)) {
        diagnostics.add(DiagnosticId.UNUSED_PORT, "`" + component.name() + "` never uses its port `"
            + port.name()
            + "`", declared.get(port.name()).name().span());
      }
    }
  }
}
