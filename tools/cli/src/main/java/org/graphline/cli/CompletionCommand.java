package org.graphline.cli;

import java.util.concurrent.Callable;
import org.graphline.cli.console.Outcome;
import org.graphline.cli.console.World;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `graphline completion`.
@Command(name = "completion", mixinStandardHelpOptions = true,
    description = "Prints a script that lets bash or zsh complete commands and options.",
    footerHeading = "%nExample:%n", footer = "  source <(graphline completion)")
final class CompletionCommand implements Callable<Integer> {
  private final World world;

  @Spec
  private CommandSpec spec;

  CompletionCommand(World world) {
    this.world = world;
  }

  @Override
  public Integer call() {
    world.out().print(AutoComplete.bash("graphline", spec.root().commandLine()));
    return Outcome.AS_EXPECTED.exitCode();
  }
}
