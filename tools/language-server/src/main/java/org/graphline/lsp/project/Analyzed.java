package org.graphline.lsp.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.graphline.cli.input.SpecFile;
import org.graphline.cli.input.Specification;
import org.graphline.cli.input.Unit;
import org.graphline.dsl.ast.SyntaxTree;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.index.NameIndex;
import org.graphline.dsl.resolve.Bindings;
import org.graphline.model.source.SourceFile;

/// Files that belong together in one state, and what the front end says of them.
public final class Analyzed {

  private final Specification specification;
  private final Map<String, SpecFile> files = new HashMap<>();
  private final Map<String, SyntaxTree> trees = new HashMap<>();
  private NameIndex index;
  private List<Diagnostic> all;

  private Analyzed(Specification specification) {
    this.specification = specification;
    specification.unit().files().forEach(file -> files.put(file.source().name(), file));
    specification.analysis().trees().forEach(tree -> trees.put(tree.source().name(), tree));
  }

  static Analyzed of(Unit unit) {
    return new Analyzed(Specification.of(unit));
  }

  /// Returns the files with their checks.
  public Specification specification() {
    return specification;
  }

  /// Returns the file called `name`.
  public Optional<SpecFile> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /// Returns the text of the file called `name`.
  public Optional<SourceFile> source(String name) {
    return file(name).map(SpecFile::source);
  }

  /// Returns the tree of the file called `name`, as far as its text could be read.
  public SyntaxTree tree(String name) {
    return trees.get(name);
  }

  /// Returns all trees.
  public List<SyntaxTree> trees() {
    return specification.analysis().trees();
  }

  /// Returns what the names in the trees mean.
  public Bindings bindings() {
    return specification.analysis().bindings();
  }

  /// Returns the names by position.
  public synchronized NameIndex index() {
    if (index == null) {
      index = NameIndex.of(trees(), bindings());
    }
    return index;
  }

  /// Returns what `graphline check` says of the files before it explores anything, each thing once: what is wrong with
  /// them and, if nothing is, with the wiring that their checks ask for. Empty once `stale` says that nobody wants to
  /// know any more.
  public synchronized Optional<List<Diagnostic>> diagnostics(BooleanSupplier stale) {
    if (all == null) {
      Set<Diagnostic> found = new LinkedHashSet<>(specification.diagnostics());
      for (var check : specification.checks()) {
        if (stale.getAsBoolean()) {
          return Optional.empty();
        }
        specification.elaborate(check).forEach(elaboration -> found.addAll(elaboration.diagnostics()));
      }
      all = List.copyOf(new ArrayList<>(found));
    }
    return Optional.of(all);
  }
}
