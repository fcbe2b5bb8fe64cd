package org.graphline.testing.subject;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import org.graphline.cli.input.SpecFiles;
import org.graphline.cli.input.Specification;
import org.graphline.cli.input.Units;
import org.graphline.compiler.Compiler;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticRenderer;
import org.graphline.dsl.diagnostic.Style;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.model.network.Network;
import org.graphline.model.term.Component;
import org.graphline.model.term.Port;
import org.graphline.model.term.Program;
import org.graphline.testing.claims.SpecPaths;

/// Programs, their networks and their Java.
public final class Specs {
  private Specs() {}

  /// Returns the program that a file and those it needs make up.
  ///
  /// @throws IllegalArgumentException with the diagnostics if there is none
  public static Program program(String name) {
    var files = new SpecFiles(World.real());
    try {
      var specification = Specification.of(Units.of(files, files.read(List.of(SpecPaths.find(name)))).getFirst());
      return specification.program().orElseThrow(() -> refused(specification.diagnostics(), specification));
    } catch (WrongUsage wrong) {
      throw new IllegalArgumentException(wrong.getMessage(), wrong);
    }
  }

  private static IllegalArgumentException refused(List<Diagnostic> diagnostics, Specification specification) {
    var renderer = new DiagnosticRenderer(new Style(Style.Characters.ALL, Style.Colors.OFF), specification::source);
    return new IllegalArgumentException("it does not compile\n\n" + renderer.render(diagnostics));
  }

  /// Returns the network of a graph.
  public static Network network(Program program, String graph, Map<String, String> arguments) {
    var found = Frontend.graphs(program, graph);
    if (found.isEmpty()) {
      throw new IllegalArgumentException("there is no graph " + graph);
    }
    return network(Frontend.elaborate(program, found.getFirst().name(), arguments));
  }

  /// Returns the network of a component that stands alone, all its ports exposed.
  public static Network alone(Program program, String component, Map<String, String> arguments) {
    Component found = program.components().stream().filter(c -> c.name().simple().equals(component)
        || c.name().toString().equals(component)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no component " + component));
    if (found.ports().stream().anyMatch(p -> p.direction() == Port.Direction.BARRIER)) {
      throw new IllegalArgumentException(component + " has a barrier and cannot stand alone");
    }
    return network(Frontend.alone(program, found, arguments));
  }

  private static Network network(Elaboration elaboration) {
    return elaboration.network().orElseThrow(() -> new IllegalArgumentException(elaboration.diagnostics().stream()
        .map(d -> d.primary().span().place() + ": " + d.message()).reduce("", (a, b) -> a + b + "\n").strip()));
  }

  /// Returns the Java of a program, by path.
  public static Map<String, String> java(Program program) {
    var sources = new TreeMap<String, String>();
    Compiler.compile(program).files().forEach(file -> sources.put(file.path(), file.text()));
    return sources;
  }
}
