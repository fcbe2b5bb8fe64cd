package org.graphline.compiler.emit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.graphline.model.term.Port;
import org.graphline.model.term.Variable;

/// What variables are called at one place of a body, and which call is open there.
final class Scope {
  private final JavaNames names;
  private final Map<Integer, String> texts;
  private final Optional<Acceptance> acceptance;

  /// An accepted call that waits for its reply.
  record Acceptance(String call, Port server) {}

  private Scope(JavaNames names, Map<Integer, String> texts, Optional<Acceptance> acceptance) {
    this.names = names;
    this.texts = new HashMap<>(texts);
    this.acceptance = acceptance;
  }

  /// Returns a scope that knows no variable yet.
  static Scope outermost(JavaNames names) {
    return new Scope(names, Map.of(), Optional.empty());
  }

  /// Returns a scope inside this one.
  Scope nested() {
    return new Scope(names.nested(), texts, acceptance);
  }

  /// Returns a scope inside this one in which `call` is the call to reply to.
  Scope accepting(String call, Port server) {
    return new Scope(names, texts, Optional.of(new Acceptance(call, server)));
  }

  /// Returns the call to reply to.
  Acceptance acceptance() {
    return acceptance.orElseThrow(() -> new AssertionError("a reply outside of accept"));
  }

  /// Gives `variable` a name and returns it.
  String declare(Variable variable) {
    String name = names.name(variable.name());
    bind(variable, name);
    return name;
  }

  /// Returns a new name that stands for no variable of the source.
  String fresh(String suggestion) {
    return names.name(suggestion);
  }

  /// Lets `variable` be read and written as `text`.
  void bind(Variable variable, String text) {
    texts.put(variable.id(), text);
  }

  /// Returns how `variable` is read and written here.
  String text(Variable variable) {
    String text = texts.get(variable.id());
    if (text == null) {
      throw new AssertionError(variable.name() + " is used before it is declared, "
          + variable.span().place());
    }
    return text;
  }
}
