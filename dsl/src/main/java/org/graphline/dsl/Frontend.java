package org.graphline.dsl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.graphline.dsl.ast.SyntaxTree;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.dsl.elaborate.Arguments;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.dsl.elaborate.Elaborator;
import org.graphline.dsl.elaborate.Family;
import org.graphline.dsl.lower.DefaultChecks;
import org.graphline.dsl.lower.Lowering;
import org.graphline.dsl.parse.Parser;
import org.graphline.dsl.resolve.Declarations;
import org.graphline.dsl.resolve.Resolver;
import org.graphline.dsl.validate.GraphsInside;
import org.graphline.dsl.validate.ReplyOnEveryPath;
import org.graphline.dsl.validate.SharedVariables;
import org.graphline.model.source.SourceFile;
import org.graphline.model.term.Check;
import org.graphline.model.term.Component;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Program;
import org.graphline.model.value.QualifiedName;

/// From source files to a program, and from its checks to networks and claims.
public final class Frontend {

  private Frontend() {}

  /// Returns what `files` say together. Their order does not matter.
  public static Analysis analyze(List<SourceFile> files) {
    var diagnostics = new Diagnostics();
    var trees = new ArrayList<SyntaxTree>();
    for (var file : files) {
      var parsed = Parser.parse(file);
      trees.add(parsed.tree());
      diagnostics.addAll(parsed.diagnostics());
    }
    boolean parsed = !diagnostics.hasErrors();
    var declarations = Declarations.of(trees, diagnostics);
    var bindings = Resolver.resolve(trees, declarations, diagnostics);
    var lowered = Lowering.lower(trees, declarations, bindings, diagnostics);
    for (var component : lowered.program().components()) {
      diagnostics.addAll(ReplyOnEveryPath.check(component));
      diagnostics.addAll(SharedVariables.check(component));
    }
    var inside = GraphsInside.check(lowered.program());
    diagnostics.addAll(inside.diagnostics());
    if (!diagnostics.hasErrors()) {
      return new Analysis(trees, bindings, Optional.of(lowered.program()), diagnostics.sorted());
    }
    checkWiring(lowered, inside.endless(), diagnostics, parsed);
    var found = Consequences.removed(diagnostics.sorted(), files, !parsed);
    return new Analysis(trees, bindings, Optional.empty(), found);
  }

  /// Looks at the wiring of a program with mistakes elsewhere, so that all mistakes are reported at once.
  private static void checkWiring(Lowering.Lowered lowered, Set<QualifiedName> endless,
      Diagnostics diagnostics,
      boolean parsed) {
    var broken = new HashSet<>(lowered.broken());
    if (!parsed) {
      lowered.program().graphs().forEach(graph -> broken.add(graph.name()));
    }
    var elaborator = new Elaborator(lowered.program(), broken);
    var seen = new HashSet<Object>();
    for (var check : checks(lowered.program())) {
      if (!endless.contains(check.graph()) && seen.add(check.graph())) {
        elaborator.elaborate(check).forEach(elaboration -> diagnostics.addAll(elaboration.diagnostics()));
      }
    }
  }

  /// Returns the checks and scenarios of `program`, and those that nobody wrote (rule R8).
  public static List<Check> checks(Program program) {
    var checks = new ArrayList<>(program.checks());
    checks.addAll(DefaultChecks.of(program));
    return checks;
  }

  /// Returns the networks and claims of `check`: several if an argument is a range.
  public static List<Elaboration> elaborate(Program program, Check check) {
    return new Elaborator(program, Set.of()).elaborate(check);
  }

  /// Returns the networks of a check over an open range; nothing if none of its arguments is one.
  public static Optional<Family> family(Program program, Check check) {
    return check.arguments().stream().anyMatch(Check.Argument::open)
        ? Optional.of(new Elaborator(program, Set.of()).family(check)) : Optional.empty();
  }

  /// Returns the network of a graph without claims, for running and drawing it. Arguments are given as text,
  /// `2` or `true`; those left out have their default.
  public static Elaboration elaborate(Program program, QualifiedName graph, Map<String, String> arguments) {
    var declared = program.graph(graph).orElseThrow(() -> new AssertionError("no graph " + graph));
    var diagnostics = new Diagnostics();
    var values = Arguments.parse(declared, arguments, diagnostics);
    return values.isEmpty() ? new Elaboration(Optional.empty(), List.of(), diagnostics.sorted())
        : new Elaborator(program, Set.of()).elaborate(graph, values.get(), declared.span());
  }

  /// Returns the network of a component without barriers that stands alone, all its ports exposed, hand to hand: what
  /// its surroundings see of it. Arguments are given as text.
  public static Elaboration alone(Program program, Component component, Map<String, String> arguments) {
    var diagnostics = new Diagnostics();
    var values = Arguments.parse(component, arguments, diagnostics);
    return values.isEmpty() ? new Elaboration(Optional.empty(), List.of(), diagnostics.sorted())
        : new Elaborator(program, Set.of()).alone(component, values.get());
  }

  /// Returns the graphs called `name`, which may be qualified by their package.
  public static List<Graph> graphs(Program program, String name) {
    return program.graphs().stream()
        .filter(graph -> graph.name().simple().equals(name) || graph.name().toString().equals(name)).toList();
  }
}
