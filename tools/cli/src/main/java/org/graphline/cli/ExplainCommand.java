package org.graphline.cli;

import java.util.concurrent.Callable;
import org.graphline.cli.console.Outcome;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `graphline explain`.
@Command(name = "explain", mixinStandardHelpOptions = true,
    description = "Explains a diagnostic, a finding, an engine or an assumption.",
    footerHeading = "%nExamples:%n", footer = {
        "  graphline explain GL0402      a diagnostic, with an example",
        "  graphline explain DL          what a deadlock is, and how to read its story",
        "  graphline explain A4          what a verdict takes for granted",
        "  graphline explain             everything that can be explained"})
final class ExplainCommand implements Callable<Integer> {
  private final World world;

  @Parameters(paramLabel = "CODE", arity = "0..1",
      description = "GLnnnn, DL, LL, SD, ER, AL, LT, SC, A1 to A7, F, T, or `engines`; nothing lists them all.")
  private String code;

  @Mixin
  private Appearance appearance;

  ExplainCommand(World world) {
    this.world = world;
  }

  @Override
  public Integer call() throws WrongUsage {
    var pages = new Pages();
    String text = code == null ? pages.list() : pages.page(code)
        .orElseThrow(() -> new WrongUsage("there is nothing to explain called " + code
            + "; `graphline explain` lists what there is"));
    world.out().print(appearance.ink(world).plain(text));
    return Outcome.AS_EXPECTED.exitCode();
  }
}
