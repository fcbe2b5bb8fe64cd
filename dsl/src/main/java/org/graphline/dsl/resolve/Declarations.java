package org.graphline.dsl.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.Import;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.SyntaxTree;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.model.value.QualifiedName;

/// Everything declared at the top level of a set of files, by package and name.
public final class Declarations {

  private final Map<String, Map<String, Symbol.Global>> packages = new LinkedHashMap<>();
  private final Diagnostics diagnostics;

  private Declarations(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /// Returns the declarations of `trees`; names declared twice in one package are reported.
  public static Declarations of(List<SyntaxTree> trees, Diagnostics diagnostics) {
    var declarations = new Declarations(diagnostics);
    trees.forEach(declarations::addAll);
    return declarations;
  }

  /// Returns the name of the package that `tree` belongs to; empty without one.
  public static String packageOf(SyntaxTree tree) {
    return tree.packageName().map(org.graphline.dsl.ast.QualifiedName::text).orElse("");
  }

  private void addAll(SyntaxTree tree) {
    String packageName = packageOf(tree);
    var names = packages.computeIfAbsent(packageName, _ -> new LinkedHashMap<>());
    for (var declaration : tree.declarations()) {
      if (declaration instanceof Declaration.Named named) {
        var name = named.name();
        var symbol = new Symbol.Global(new QualifiedName(packageName, name.text()), named);
        var earlier = names.putIfAbsent(name.text(), symbol);
        if (earlier != null) {
          diagnostics.add(Diagnostic.of(DiagnosticId.DUPLICATE_NAME,
              "`" + name + "` is declared twice", name.span())
              .related(earlier.declaration().name().span(), "first declared here, as " + earlier.kind()));
        }
      }
    }
  }

  /// Returns the declaration called `name` in the package `packageName`.
  public Optional<Symbol.Global> find(String packageName, String name) {
    return Optional.ofNullable(packages.getOrDefault(packageName, Map.of()).get(name));
  }

  /// Returns all declarations, in the order of the files.
  public List<Symbol.Global> all() {
    return packages.values().stream().flatMap(names -> names.values().stream()).toList();
  }

  /// Returns the names that `tree` can use, its imports resolved; imports of nothing are reported.
  FileNames visibleIn(SyntaxTree tree, Bindings bindings) {
    var imported = new HashMap<String, Symbol.Global>();
    var wildcards = new ArrayList<String>();
    var places = new HashMap<String, Name>();
    var seen = new HashSet<String>();
    var missing = new HashSet<String>();
    boolean complete = true;
    for (var wanted : tree.imports()) {
      if (wanted.everything()) {
        if (seen.add(wanted.name().text())) {
          wildcards.add(wanted.name().text());
        }
        complete &= checkPackage(wanted, wanted.name().text());
      } else {
        importOne(wanted, imported, places);
        Optional.ofNullable(imported.get(wanted.name().last().text()))
            .filter(found -> found.name().toString().equals(wanted.name().text()))
            .ifPresent(found -> bindings.bind(wanted.name(), found));
        if (!imported.containsKey(wanted.name().last().text())) {
          missing.add(wanted.name().last().text());
        }
      }
    }
    return new FileNames(this, packageOf(tree), imported, wildcards, new FileNames.Gaps(missing, complete));
  }

  private void importOne(Import wanted, Map<String, Symbol.Global> imported, Map<String, Name> places) {
    String text = wanted.name().text();
    var last = wanted.name().last();
    String packageName = text.substring(0, Math.max(0, text.length() - last.text().length() - 1));
    var found = find(packageName, last.text());
    if (found.isEmpty()) {
      if (checkPackage(wanted, packageName)) {
        var diagnostic = Diagnostic.of(DiagnosticId.UNKNOWN_IMPORT,
            "the package `" + packageName + "` declares no `" + last + "`", last.span());
        diagnostics.add(Spelling.proposal(last.text(), packages.get(packageName).keySet())
            .map(diagnostic::help).orElse(diagnostic));
      }
      return;
    }
    var earlier = imported.put(last.text(), found.get());
    if (earlier != null && !earlier.equals(found.get())) {
      diagnostics.add(Diagnostic.of(DiagnosticId.AMBIGUOUS_NAME,
          "`" + last + "` is imported from two packages", last.span())
          .related(places.get(last.text()).span(), "imported here from `" + earlier.name().packageName()
          + "`"));
    }
    places.put(last.text(), last);
  }

  private boolean checkPackage(Import wanted, String packageName) {
    if (packages.containsKey(packageName)) {
      return true;
    }
    var diagnostic = Diagnostic.of(DiagnosticId.UNKNOWN_IMPORT,
        "no file here belongs to the package `" + packageName + "`", wanted.name().span());
    diagnostics.add(diagnostic.help(Spelling.proposal(packageName, packages.keySet())
        .orElse("pass the files of that package, or their folder, as well")));
    return false;
  }
}
