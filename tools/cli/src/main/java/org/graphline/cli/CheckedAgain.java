package org.graphline.cli;

import java.util.Optional;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import org.graphline.cli.input.SpecFiles;
import org.graphline.cli.input.Specification;
import org.graphline.cli.input.Units;
import org.graphline.cli.report.Trace;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.model.network.Network;
import org.graphline.model.term.Check;

/// Finds the network that a story or a certificate is about through its check: only the check knows the
/// colors and the type arguments.
final class CheckedAgain {
  private CheckedAgain() {}

  /// Returns the network; empty if the check is not there any more, or does not compile.
  static Optional<Network> find(World world, Trace.Subject subject) throws WrongUsage {
    return elaborated(world, subject).flatMap(Elaboration::network);
  }

  /// Returns the network and what is claimed of it; empty if the check is not there any more, or does not
  /// compile.
  static Optional<Elaboration> elaborated(World world, Trace.Subject subject) throws WrongUsage {
    var files = new SpecFiles(world);
    return Units.of(files, files.read(subject.files())).stream().map(Specification::of)
        .filter(s -> s.program().isPresent())
        .flatMap(s -> s.checks().stream().filter(c -> isMeant(c, subject)).flatMap(c -> s.elaborate(c).stream()))
        .filter(e -> e.network().filter(n -> n.arguments().equals(subject.arguments())).isPresent()).findFirst();
  }

  private static boolean isMeant(Check check, Trace.Subject subject) {
    return check.graph().toString().equals(subject.graph())
        && check.span().file().equals(subject.check().file()) && check.span().line() == subject.check().line();
  }
}
