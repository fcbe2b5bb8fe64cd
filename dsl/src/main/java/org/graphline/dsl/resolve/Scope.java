package org.graphline.dsl.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.graphline.dsl.ast.Name;
import org.graphline.model.source.Span;

/// The names for values that can be used at one place, each scope inside another. Names never hide names
/// (GL0305).
final class Scope {

  private final Optional<Scope> outer;
  private final Map<String, Symbol.Value> values = new HashMap<>();
  private final Map<String, Name> withheld = new HashMap<>();
  private final int end;

  private Scope(Optional<Scope> outer, int end) {
    this.outer = outer;
    this.end = end;
  }

  /// Returns the scope of `extent`, a declaration or a part of one.
  static Scope outermost(Span extent) {
    return new Scope(Optional.empty(), extent.end());
  }

  /// Returns the scope of `extent` inside this one.
  Scope inner(Span extent) {
    return new Scope(Optional.of(this), extent.end());
  }

  /// Returns the offset in the file at which the scope ends.
  int end() {
    return end;
  }

  void declare(Symbol.Value value) {
    values.put(value.declared().text(), value);
    withheld.remove(value.declared().text());
  }

  /// Remembers a name that is bound on some paths only (rule R22), for the message if it is used.
  void withhold(Name name) {
    withheld.put(name.text(), name);
  }

  Optional<Symbol.Value> find(String name) {
    return Optional.ofNullable(values.get(name)).or(() -> outer.flatMap(scope -> scope.find(name)));
  }

  Optional<Name> findWithheld(String name) {
    return Optional.ofNullable(withheld.get(name)).or(() -> outer.flatMap(scope -> scope.findWithheld(name)));
  }

  List<String> names() {
    var names = new ArrayList<>(values.keySet());
    outer.ifPresent(scope -> names.addAll(scope.names()));
    return names;
  }
}
