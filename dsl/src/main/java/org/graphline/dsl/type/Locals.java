package org.graphline.dsl.type;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.graphline.dsl.ast.Name;
import org.graphline.dsl.resolve.Bindings;
import org.graphline.dsl.resolve.Symbol;
import org.graphline.model.term.Type;
import org.graphline.model.term.Variable;

/// The variables of one component, graph or check, numbered as they are declared.
public final class Locals {

  private final Map<Symbol.Value, Variable> variables = new HashMap<>();
  private final Set<Integer> constant = new HashSet<>();
  private final Set<Integer> used = new HashSet<>();

  private final Bindings bindings;

  /// Variables whose types are noted in `bindings`.
  public Locals(Bindings bindings) {
    this.bindings = bindings;
  }

  /// Declares a variable that has one value in each instance: a parameter, or the index of replicated parts.
  public Variable declareConstant(Name name, Type type, Variable.Kind kind) {
    var variable = declare(name, type, kind);
    constant.add(variable.id());
    return variable;
  }

  /// Declares a variable.
  public Variable declare(Name name, Type type, Variable.Kind kind) {
    var variable = new Variable(variables.size(), name.text(), type, kind, name.span());
    variables.put(new Symbol.Value(name, kind), variable);
    bindings.typed(name, type);
    return variable;
  }

  /// Returns the variable that `symbol` stands for, once it is declared.
  public Optional<Variable> find(Symbol.Value symbol) {
    return Optional.ofNullable(variables.get(symbol));
  }

  void use(Variable variable) {
    used.add(variable.id());
  }

  /// Returns the variables whose value nobody asks for.
  public List<Variable> unused() {
    return variables.values().stream().filter(variable -> !used.contains(variable.id())).toList();
  }

  boolean isConstant(Variable variable) {
    return constant.contains(variable.id());
  }
}
