package org.graphline.dsl.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.SyntaxTree;
import org.graphline.model.source.Span;
import org.graphline.model.term.Type;

/// What the names of a set of trees mean, by the node that holds the name. A node without an entry could not
/// be resolved, which has been reported.
///
/// The resolver writes the symbols. Names that only types can tell, behind a dot or of arguments, and names of
/// desks are added by the phases that look them up, as the place of what they lead to.
public final class Bindings {

  private final Map<Object, Symbol> symbols = new IdentityHashMap<>();
  private final Map<Name, Span> leads = new IdentityHashMap<>();
  private final Map<Name, Type> types = new IdentityHashMap<>();
  private final Map<SyntaxTree, FileNames> files = new IdentityHashMap<>();
  private final List<Visible> values = new ArrayList<>();

  /// A name for a value, and the stretch of its file where it can be used.
  ///
  /// @param from offset of the first character at which it is known
  /// @param to   offset one past the last
  public record Visible(Symbol.Value value, int from, int to) {}

  void bind(Object node, Symbol symbol) {
    symbols.put(node, symbol);
  }

  void visibleIn(SyntaxTree tree, FileNames names) {
    files.put(tree, names);
  }

  /// Returns the names that can be used everywhere in `tree`, which is one of the trees.
  public FileNames names(SyntaxTree tree) {
    return files.get(tree);
  }

  /// Notes where a name for a value can be used.
  void visible(Symbol.Value value, int to) {
    values.add(new Visible(value, value.declared().span().end(), to));
  }

  /// Notes that `name` leads to what is declared at `place`: at a name, or at a whole declaration.
  public void lead(Name name, Span place) {
    leads.put(name, place);
  }

  /// Notes the type of what is declared as `name`.
  public void typed(Name name, Type type) {
    types.put(name, type);
  }

  /// Returns what `node`, a name or qualified name of some tree, stands for.
  public Optional<Symbol> symbol(Object node) {
    return Optional.ofNullable(symbols.get(node));
  }

  /// Returns all names that stand for something: each is a name or a qualified name of some tree.
  public Map<Object, Symbol> symbols() {
    return Collections.unmodifiableMap(symbols);
  }

  /// Returns the names that only types can tell, with the place of what they lead to.
  public Map<Name, Span> leads() {
    return Collections.unmodifiableMap(leads);
  }

  /// Returns the type of the variable, binding or index that is declared as `name`.
  public Optional<Type> type(Name name) {
    return Optional.ofNullable(types.get(name));
  }

  /// Returns the names for values in the order in which they were come across.
  public List<Visible> values() {
    return Collections.unmodifiableList(values);
  }
}
