package org.graphline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.graphline.checker.Checker;
import org.graphline.checker.ProofAccounts;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.ProofAccount;
import org.graphline.checker.verdict.Verdict;
import org.graphline.checker.verdict.WaitForGraph.Waiter;
import org.graphline.cli.console.Outcome;
import org.graphline.cli.console.WholeFile;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import org.graphline.cli.draw.Drawing;
import org.graphline.cli.input.GraphChoice;
import org.graphline.model.network.Network;
import org.graphline.model.property.Claim;
import org.graphline.model.property.Property;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `graphline draw`.
@Command(name = "draw", mixinStandardHelpOptions = true,
    description = "Draws a graph as SVG: desks, ports, lines with their policies, exposed ports on the border.",
    footerHeading = "%nExamples:%n", footer = {
        "  graphline draw examples/05-farm/farm.graphline workers=3 together=false -o farm.svg",
        "  graphline draw --findings examples/whiteboard/core-literal.graphline > core.svg",
        "  graphline draw --why bench/proofs/butler.graphline Table n=5 seats=4 > table.svg"})
final class DrawCommand implements Callable<Integer> {
  private final World world;
  private final BooleanSupplier cancelled;

  @Parameters(paramLabel = "WHAT", arity = "1..*", description = "A file, a graph, and name=value arguments.")
  private List<String> words;

  @Option(names = {"-o", "--output"}, paramLabel = "FILE",
      description = "Where the SVG goes; by default it is printed.")
  private String output;

  @Option(names = "--findings", description = "Look for a deadlock first and mark who is stuck.")
  private boolean findings;

  @Option(names = "--why", description = "Color each desk by what keeps it from being stuck, if a proof without states"
      + " tells, and mark the lines of what comes nearest to a deadlock.")
  private boolean why;

  @Mixin
  private Bounds bounds;

  @Mixin
  private Appearance appearance;

  DrawCommand(World world, BooleanSupplier cancelled) {
    this.world = world;
    this.cancelled = cancelled;
  }

  @Override
  public Integer call() throws WrongUsage {
    Optional<Target> target = Target.find(world, appearance, GraphChoice.read(world, words));
    if (target.isEmpty()) {
      return Outcome.DOES_NOT_COMPILE.exitCode();
    }
    Network network = target.get().network();
    if (network.instances().size() > Drawing.MOST_DESKS) {
      throw new WrongUsage(network.display() + " has " + network.instances().size()
          + " desks, too many to draw; at most "
          + Drawing.MOST_DESKS + " fit, so choose smaller arguments");
    }
    if (findings && why) {
      throw new WrongUsage("--findings marks who is stuck and --why who cannot be: choose one");
    }
    Optional<ProofAccount> account = why ? account(network) : Optional.empty();
    write(account.map(a -> Drawing.svg(network, a))
        .orElseGet(() -> Drawing.svg(network, findings ? stuck(network) : List.of())));
    return Outcome.AS_EXPECTED.exitCode();
  }

  private Optional<ProofAccount> account(Network network) {
    Optional<ProofAccount> account = ProofAccounts.deadlockFree(network, bounds.options(world, cancelled));
    if (account.isEmpty()) {
      world.err().println("graphline: nothing is colored: that " + network.display()
          + " is deadlock free is not shown without looking at its states");
    }
    return account;
  }

  private List<Waiter> stuck(Network network) {
    var claim = new Claim(new Property.DeadlockFree(), false, "deadlock free",
        network.instances().isEmpty() ? org.graphline.model.source.Span.BUILT_IN : network.instances()
            .getFirst().span());
    var waiters = new ArrayList<Waiter>();
    for (Verdict verdict : Checker.check(network, List.of(claim), bounds.options(world, cancelled),
        Progress.SILENT)
        .claimed()) {
      switch (verdict) {
        case Verdict.Violated(_, var story, _, _) -> waiters.addAll(story.waits().waiters());
        case Verdict.Undecided(_, var reason, _, _) -> world.err()
            .println("graphline: no findings drawn: " + reason.display());
        case Verdict.Holds _ -> { }
      }
    }
    return waiters;
  }

  private void write(String svg) throws WrongUsage {
    if (output == null) {
      world.out().print(svg);
      return;
    }
    Path file = world.resolve(output);
    try {
      WholeFile.write(file, svg);
    } catch (IOException _) {
      throw new WrongUsage("cannot write " + output);
    }
    if (!appearance.isQuiet()) {
      world.out().println("drawn in " + world.display(file));
    }
  }
}
