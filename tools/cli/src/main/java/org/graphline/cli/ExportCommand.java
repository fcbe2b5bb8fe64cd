package org.graphline.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.graphline.checker.export.Exported;
import org.graphline.checker.export.Obstacle;
import org.graphline.checker.export.PromelaExport;
import org.graphline.cli.console.Outcome;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import org.graphline.cli.input.GraphChoice;
import org.graphline.model.network.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `graphline export`.
@Command(name = "export", mixinStandardHelpOptions = true,
    description = {"Prints a graph in the language of another checker.",
        "SPIN finds an invalid end state in the Promela exactly if the graph can reach a deadlock."},
    footerHeading = "%nExamples:%n", footer = {
        "  graphline export --to promela examples/05-farm/farm.graphline workers=2 together=false > farm.pml",
        "  spin -a farm.pml && gcc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan"})
final class ExportCommand implements Callable<Integer> {
  private final World world;

  @Parameters(paramLabel = "WHAT", arity = "1..*", description = "A file, a graph, and name=value arguments.")
  private List<String> words;

  @Option(names = "--to", required = true, paramLabel = "LANGUAGE", description = "The language: ${COMPLETION-CANDIDATES}.")
  private Language language;

  @Mixin
  private Appearance appearance;

  /// The languages there are.
  enum Language {
    PROMELA;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  ExportCommand(World world) {
    this.world = world;
  }

  @Override
  public Integer call() throws WrongUsage {
    Optional<Target> target = Target.find(world, appearance, GraphChoice.read(world, words));
    if (target.isEmpty()) {
      return Outcome.DOES_NOT_COMPILE.exitCode();
    }
    Network network = target.get().network();
    return switch (language) {
      case PROMELA -> print(network, PromelaExport.of(network));
    };
  }

  private int print(Network network, Exported exported) {
    return switch (exported) {
      case Exported.Text(var text) -> {
        world.out().print(text);
        yield Outcome.AS_EXPECTED.exitCode();
      }
      case Exported.OutsideFragment(var obstacles) -> {
        world.err().println("graphline: " + network.display() + " cannot be said in " + language + ", because of");
        for (Obstacle obstacle : obstacles) {
          world.err().println("  " + obstacle.construct() + " at " + obstacle.span().place());
        }
        yield Outcome.DOES_NOT_COMPILE.exitCode();
      }
    };
  }
}
