package org.graphline.cli;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.graphline.cli.console.Interruption;
import org.graphline.cli.console.Outcome;
import org.graphline.cli.console.Version;
import org.graphline.cli.console.Whereabouts;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/// The command `graphline`.
@Command(name = "graphline", mixinStandardHelpOptions = true, version = "graphline " + Version.TEXT,
    description = "Checks, compiles and runs graphs of communicating components.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
        "  graphline check examples/whiteboard         look for deadlocks and whatever else is claimed",
        "  graphline run examples/01-hello/hello.graphline",
        "  graphline explain GL0402                    what a diagnostic means",
        "  graphline check --help                      the options of one command"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {" 0:all as expected", " 1:a property is not as expected",
        " 2:a specification does not compile",
        " 3:unknown: a bound was hit first", "64:wrong usage", "70:internal error"})
public final class Main {
  private final World world;

  private Main(World world) {
    this.world = world;
  }

  /// Runs a command and ends the JVM with its exit code.
  public static void main(String[] arguments) {
    World world = World.real();
    Interruption interruption = Interruption.watch(world.err());
    int code = run(world, interruption::isAsked, arguments);
    world.out().flush();
    interruption.exit(code);
  }

  /// Runs a command and returns its exit code. Never throws: whatever goes wrong is told in a sentence.
  static int run(World world, BooleanSupplier cancelled, String... arguments) {
    var whereabouts = new Whereabouts();
    var internalError = new InternalError(world, List.of(arguments), whereabouts);
    try {
      CommandLine line = commandLine(world, cancelled, whereabouts);
      line.setExecutionExceptionHandler((exception, _, _) -> exception instanceof WrongUsage
          ? wrongUsage(world, exception.getMessage()) : internalError.tell(exception));
      return line.execute(arguments);
    } catch (Throwable mistake) {
      return internalError.tell(mistake);
    } finally {
      world.out().flush();
    }
  }

  /// Returns the command with its subcommands.
  static CommandLine commandLine(World world, BooleanSupplier cancelled, Whereabouts whereabouts) {
    var line = new CommandLine(new Main(world));
    line.addSubcommand(new CheckCommand(world, cancelled, whereabouts));
    line.addSubcommand(new VerifyCertificateCommand(world, whereabouts));
    line.addSubcommand(new CompileCommand(world));
    line.addSubcommand(new RunCommand(world, cancelled, whereabouts));
    line.addSubcommand(new FormatCommand(world));
    line.addSubcommand(new ExplainCommand(world));
    line.addSubcommand(new NewCommand(world));
    line.addSubcommand(new PlayCommand(world, whereabouts));
    line.addSubcommand(new DrawCommand(world, cancelled));
    line.addSubcommand(new ExportCommand(world));
    line.addSubcommand(new LspCommand(world));
    line.addSubcommand(new CompletionCommand(world));
    line.setOut(new java.io.PrintWriter(world.out(), true));
    line.setErr(new java.io.PrintWriter(world.err(), true));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(world.wantsColor() ? Ansi.ON : Ansi.OFF));
    line.setUsageHelpWidth(100);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Main::wrongUsage);
    return line;
  }

  private static int wrongUsage(World world, String message) {
    world.err().println("graphline: " + message);
    return Outcome.WRONG_USAGE.exitCode();
  }

  private static int wrongUsage(ParameterException exception, String[] arguments) {
    CommandLine line = exception.getCommandLine();
    line.getErr().println("graphline: " + exception.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(exception, line.getErr());
    line.getErr().println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
    return Outcome.WRONG_USAGE.exitCode();
  }
}
