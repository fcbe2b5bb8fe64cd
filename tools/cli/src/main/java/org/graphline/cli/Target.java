package org.graphline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import org.graphline.cli.input.GraphChoice;
import org.graphline.cli.input.SpecFiles;
import org.graphline.cli.input.Specification;
import org.graphline.cli.input.Unit;
import org.graphline.cli.input.Units;
import org.graphline.model.network.Network;
import org.graphline.model.term.Graph;

/// The graph that `run`, `play` or `draw` is about, ready for use.
///
/// @param arguments values by parameter, as text
record Target(Specification specification, Graph graph, java.util.Map<String, String> arguments,
    Network network) {

  /// Returns the target that the words of the command line mean; empty if it does not compile, which has
  /// been told.
  static Optional<Target> find(World world, Appearance appearance, GraphChoice choice) throws WrongUsage {
    var files = new SpecFiles(world);
    var printer = new DiagnosticPrinter(appearance.style(world));
    var candidates = new ArrayList<Specification>();
    boolean fatal = false;
    for (Unit unit : Units.of(files, files.read(choice.files()))) {
      Specification specification = Specification.of(unit);
      if (specification.program().isEmpty()) {
        world.err().print(printer.add(specification.diagnostics(), specification));
        fatal = true;
      } else {
        candidates.add(specification);
      }
    }
    if (candidates.isEmpty() && fatal) {
      return Optional.empty();
    }
    List<Specification> fitting = candidates.stream()
        .filter(s -> choice.isIn(s.program().orElseThrow(), s.unit()))
        .toList();
    if (fitting.isEmpty() && fatal) {
      return Optional.empty();
    }
    if (fitting.size() > 1) {
      throw new WrongUsage("several files declare it: " + String.join(", ",
          fitting.stream().map(s -> s.unit().names().getFirst()).toList()) + "; name the file too");
    }
    Specification chosen = fitting.isEmpty() ? candidates.getFirst() : fitting.getFirst();
    Graph graph = choice.choose(chosen.program().orElseThrow(), chosen.unit());
    var elaboration = chosen.elaborate(graph, choice.arguments());
    world.err().print(printer.add(elaboration.diagnostics(), chosen));
    return elaboration.network().map(network -> new Target(chosen, graph, choice.arguments(), network));
  }
}
