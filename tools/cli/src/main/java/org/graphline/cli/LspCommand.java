package org.graphline.cli;

import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.graphline.cli.console.EditorServer;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import picocli.CommandLine.Command;

/// `graphline lsp`.
@Command(name = "lsp", mixinStandardHelpOptions = true,
    description = "Answers an editor over standard input and output: the language server, for editors to start.",
    footerHeading = "%nExample:%n",
    footer = "  graphline lsp        as the command of a language server, in the settings of an editor")
final class LspCommand implements Callable<Integer> {
  private final World world;

  LspCommand(World world) {
    this.world = world;
  }

  @Override
  public Integer call() throws WrongUsage {
    return ServiceLoader.load(EditorServer.class).findFirst()
        .orElseThrow(() -> new WrongUsage("the language server is not installed: graphline-language-server is not on"
            + " the class path")).serve(world);
  }
}
