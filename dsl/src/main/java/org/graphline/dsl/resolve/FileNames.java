package org.graphline.dsl.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.graphline.model.term.Prelude;

/// The names that can be used in one file: of its package, imported ones, and those of the language.
public final class FileNames {

  private static final Map<String, Symbol> BUILT_IN = Map.of(
      "bool", Symbol.BuiltInType.BOOL, "signal", Symbol.BuiltInType.SIGNAL, "text", Symbol.BuiltInType.TEXT,
      "time", Symbol.BuiltInType.TIME, "Nowhere", new Symbol.BuiltIn(Prelude.NOWHERE),
      "Never", new Symbol.BuiltIn(Prelude.NEVER));

  private final Declarations declarations;
  private final String packageName;
  private final Map<String, Symbol.Global> imported;
  private final List<String> wildcards;
  private final Gaps gaps;

  /// What imports did not find, which has been reported.
  ///
  /// @param missing  names that were imported one by one
  /// @param complete whether every package imported as a whole exists
  record Gaps(Set<String> missing, boolean complete) {}

  FileNames(Declarations declarations, String packageName, Map<String, Symbol.Global> imported,
      List<String> wildcards, Gaps gaps) {
    this.declarations = declarations;
    this.packageName = packageName;
    this.imported = Map.copyOf(imported);
    this.wildcards = List.copyOf(wildcards);
    this.gaps = gaps;
  }

  /// Returns what `name` can mean: nothing, one thing, or several when imports of whole packages clash.
  public List<Symbol> find(String name) {
    Optional<Symbol.Global> own = declarations.find(packageName, name)
        .or(() -> Optional.ofNullable(imported.get(name)));
    if (own.isPresent()) {
      return List.of(own.get());
    }
    var all = new ArrayList<Symbol>();
    wildcards.forEach(wildcard -> declarations.find(wildcard, name).ifPresent(all::add));
    if (all.isEmpty() && BUILT_IN.containsKey(name)) {
      all.add(BUILT_IN.get(name));
    }
    return all;
  }

  /// Reports whether `name` may be one that an import should have brought.
  boolean mayBeMissing(String name) {
    return !gaps.complete() || gaps.missing().contains(name);
  }

  /// Returns what `packageName.name` means.
  public Optional<Symbol.Global> find(String packageName, String name) {
    return declarations.find(packageName, name);
  }

  /// Returns the names of everything visible that passes `test`, for proposals.
  public List<String> candidates(Predicate<Symbol> test) {
    var names = new TreeSet<String>();
    for (var global : declarations.all()) {
      String simple = global.name().simple();
      if (test.test(global) && find(simple).contains(global)) {
        names.add(simple);
      }
    }
    BUILT_IN.forEach((name, symbol) -> {
      if (test.test(symbol)) {
        names.add(name);
      }
    });
    return List.copyOf(names);
  }
}
