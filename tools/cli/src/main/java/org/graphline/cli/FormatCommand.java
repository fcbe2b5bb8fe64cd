package org.graphline.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.graphline.cli.console.Outcome;
import org.graphline.cli.console.WholeFile;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import org.graphline.cli.input.SpecFile;
import org.graphline.cli.input.SpecFiles;
import org.graphline.dsl.diagnostic.DiagnosticRenderer;
import org.graphline.dsl.format.Formatted;
import org.graphline.dsl.format.Formatter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `graphline fmt`.
@Command(name = "fmt", mixinStandardHelpOptions = true,
    description = "Lays specifications out anew. Comments stay; formatting twice changes nothing.",
    footerHeading = "%nExamples:%n", footer = {
        "  graphline fmt src/main/graphline",
        "  graphline fmt --check .       exit code 1 if a file would change; nothing is written"})
final class FormatCommand implements Callable<Integer> {
  private final World world;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files and folders.")
  private List<String> files;

  @Option(names = "--check", description = "Write nothing; say which files would change.")
  private boolean check;

  @Mixin
  private Appearance appearance;

  FormatCommand(World world) {
    this.world = world;
  }

  @Override
  public Integer call() throws WrongUsage {
    Outcome outcome = Outcome.AS_EXPECTED;
    for (SpecFile file : new SpecFiles(world).read(files)) {
      outcome = outcome.and(format(file));
    }
    return outcome.exitCode();
  }

  private Outcome format(SpecFile file) throws WrongUsage {
    Formatted formatted = Formatter.format(file.source());
    if (formatted.text().isEmpty()) {
      world.err().print(new DiagnosticRenderer(appearance.style(world), file.source())
          .render(formatted.diagnostics()));
      return Outcome.DOES_NOT_COMPILE;
    }
    String text = formatted.text().get();
    if (text.equals(file.source().text())) {
      return Outcome.AS_EXPECTED;
    }
    if (check) {
      world.out().println(file.source().name() + " is not formatted");
      return Outcome.NOT_AS_EXPECTED;
    }
    try {
      WholeFile.write(file.path(), text);
    } catch (IOException _) {
      throw new WrongUsage("cannot write " + file.source().name());
    }
    if (!appearance.isQuiet()) {
      world.out().println("formatted " + file.source().name());
    }
    return Outcome.AS_EXPECTED;
  }
}
