package org.graphline.cli;

import org.graphline.cli.console.Ink;
import org.graphline.cli.console.World;
import org.graphline.dsl.diagnostic.Style;
import picocli.CommandLine.Option;

/// The options about how much is said and how it looks.
final class Appearance {
  @Option(names = "--ascii", description = "Use ASCII characters only.")
  private boolean ascii;

  @Option(names = {"-q", "--quiet"}, description = "Say only what is not as expected.")
  private boolean quiet;

  @Option(names = {"-v", "--verbose"}, description = "Say more; show the stack trace of an internal error.")
  private boolean verbose;

  boolean isQuiet() {
    return quiet;
  }

  boolean isVerbose() {
    return verbose;
  }

  Ink ink(World world) {
    return new Ink(style(world));
  }

  Style style(World world) {
    return new Style(ascii ? Style.Characters.ASCII : Style.Characters.ALL,
        world.wantsColor() ? Style.Colors.ON : Style.Colors.OFF);
  }
}
