package org.graphline.cli;

import java.util.Optional;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import org.graphline.cli.input.SpecFiles;
import org.graphline.cli.input.Specification;
import org.graphline.cli.input.Units;
import org.graphline.cli.report.Trace;
import org.graphline.model.network.Network;
import org.graphline.model.term.Check;

/// Finds the network that a story is about through the check that found it: only the check knows the colors
/// and the type arguments.
final class CheckedAgain {
  private CheckedAgain() {}

  /// Returns the network; empty if the check is not there any more, or does not compile.
  static Optional<Network> find(World world, Trace trace) throws WrongUsage {
    var files = new SpecFiles(world);
    return Units.of(files, files.read(trace.files())).stream().map(Specification::of)
        .filter(s -> s.program().isPresent())
        .flatMap(s -> s.checks().stream().filter(c -> isMeant(c, trace)).flatMap(c -> s.elaborate(c).stream()))
        .flatMap(e -> e.network().stream()).filter(n -> n.arguments().equals(trace.arguments())).findFirst();
  }

  private static boolean isMeant(Check check, Trace trace) {
    return check.graph().toString().equals(trace.graph())
        && check.span().file().equals(trace.check().file()) && check.span().line() == trace.check().line();
  }
}
