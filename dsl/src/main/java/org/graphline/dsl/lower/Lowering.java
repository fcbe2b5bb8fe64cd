package org.graphline.dsl.lower;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.SyntaxTree;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.dsl.resolve.Bindings;
import org.graphline.dsl.resolve.Declarations;
import org.graphline.dsl.resolve.Symbol;
import org.graphline.dsl.type.Signatures;
import org.graphline.model.term.Check;
import org.graphline.model.term.Component;
import org.graphline.model.term.Extern;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Prelude;
import org.graphline.model.term.Program;
import org.graphline.model.value.QualifiedName;

/// Lowers all declarations of a set of trees.
public final class Lowering {

  private final List<SyntaxTree> trees;
  private final Declarations declarations;
  private final Bindings bindings;
  private final Diagnostics diagnostics;
  private final Signatures signatures;
  private final Headers headers;
  private final ComponentLowering componentLowering;
  private final Inside inside = new Inside();
  private final Set<QualifiedName> broken = new HashSet<>();

  private Lowering(List<SyntaxTree> trees, Declarations declarations, Bindings bindings,
      Diagnostics diagnostics) {
    this.trees = trees;
    this.declarations = declarations;
    this.bindings = bindings;
    this.diagnostics = diagnostics;
    this.signatures = new Signatures(bindings, diagnostics);
    this.headers = new Headers(diagnostics);
    this.componentLowering = new ComponentLowering(bindings, signatures, headers, diagnostics);
  }

  /// A program, perhaps with holes.
  ///
  /// @param broken the graphs in which something was left out because it was wrong
  public record Lowered(Program program, Set<QualifiedName> broken) {}

  /// Returns what the trees declare.
  public static Lowered lower(List<SyntaxTree> trees, Declarations declarations, Bindings bindings,
      Diagnostics diagnostics) {
    return new Lowering(trees, declarations, bindings, diagnostics).lower();
  }

  private Lowered lower() {
    var types = new ArrayList<Program.TypeDeclaration>();
    var externs = new ArrayList<Extern>();
    var components = new ArrayList<Component>();
    var graphs = new LinkedHashMap<Symbol.Global, GraphLowering>();
    for (var global : declarations.all()) {
      switch (global.declaration()) {
        case Declaration.Constant _ -> signatures.constant(global);
        case Declaration.JavaType java ->
            types.add(new Program.TypeDeclaration(global.name(), signatures.type(global), java.doc(),
                java.span()));
        case Declaration.Alias _ -> signatures.type(global);
        case Declaration.Enumeration enumeration -> types.add(new Program.TypeDeclaration(global.name(),
            signatures.type(global), enumeration.doc(), enumeration.span()));
        case Declaration.RecordType record -> types.add(
            new Program.TypeDeclaration(global.name(), signatures.type(global), record.doc(), record.span()));
        case Declaration.Extern _ -> externs.add(signatures.extern(global));
        case Declaration.Component component -> components.add(component(global, component));
        case Declaration.Graph graph -> graphs.put(global,
            new GraphLowering(global, graph, bindings, signatures, headers, diagnostics));
      }
    }
    components.addAll(Prelude.components());
    var lowered = graphs(graphs);
    var program = new Program(types, externs, components, lowered, checks());
    componentLowering.unused().stream().filter(variable -> !inside.isInspected(variable)).forEach(variable ->
        diagnostics.add(DiagnosticId.UNUSED_VARIABLE, "nobody reads `" + variable.name() + "`",
            variable.span()));
    return new Lowered(program, broken);
  }

  private Component component(Symbol.Global global, Declaration.Component declaration) {
    var component = componentLowering.lower(global, declaration);
    headers.put(global, Header.of(component));
    inside.add(component, Marks.of(declaration, bindings));
    return component;
  }

  private List<Graph> graphs(Map<Symbol.Global, GraphLowering> graphs) {
    graphs.forEach((global, graph) -> {
      int before = diagnostics.errors();
      headers.put(global, graph.header());
      note(global, before);
    });
    graphs.forEach((global, graph) -> {
      int before = diagnostics.errors();
      graph.collect();
      inside.add(headers.find(global).orElseThrow(), graph.desks());
      note(global, before);
    });
    var lowered = new ArrayList<Graph>();
    graphs.forEach((global, graph) -> {
      int before = diagnostics.errors();
      lowered.add(graph.lower());
      if (graph.hasHoles()) {
        broken.add(global.name());
      }
      note(global, before);
    });
    return lowered;
  }

  private void note(Symbol.Global graph, int errorsBefore) {
    if (diagnostics.errors() > errorsBefore) {
      broken.add(graph.name());
    }
  }

  private List<Check> checks() {
    var checks = new ArrayList<Check>();
    var lowering = new CheckLowering(bindings, signatures, headers, inside, diagnostics);
    for (var tree : trees) {
      for (var declaration : tree.declarations()) {
        switch (declaration) {
          case Declaration.Check check -> lowering.lower(check, tree.source()).ifPresent(checks::add);
          case Declaration.Scenario scenario -> lowering.lower(scenario).ifPresent(checks::add);
          case Declaration.Named _ -> {}
        }
      }
    }
    return checks;
  }
}
