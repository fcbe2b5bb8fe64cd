package org.graphline.dsl.resolve;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/// What the names of a set of trees mean, by the node that holds the name. A node without an entry could not
/// be resolved, which has been reported.
public final class Bindings {

  private final Map<Object, Symbol> symbols = new IdentityHashMap<>();

  void bind(Object node, Symbol symbol) {
    symbols.put(node, symbol);
  }

  /// Returns what `node`, a name or qualified name of some tree, stands for.
  public Optional<Symbol> symbol(Object node) {
    return Optional.ofNullable(symbols.get(node));
  }
}
