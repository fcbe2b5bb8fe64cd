package org.graphline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.graphline.cli.console.Outcome;
import org.graphline.cli.console.WholeFile;
import org.graphline.cli.console.Words;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import org.graphline.cli.input.SpecFiles;
import org.graphline.cli.input.Specification;
import org.graphline.cli.input.Unit;
import org.graphline.cli.input.Units;
import org.graphline.compiler.Compiler;
import org.graphline.compiler.emit.GeneratedSources.GeneratedSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `graphline compile`.
@Command(name = "compile", mixinStandardHelpOptions = true,
    description = "Writes the Java of specifications: a builder per graph, an interface per extern.",
    footerHeading = "%nExamples:%n", footer = {
        "  graphline compile src/main/graphline",
        "  graphline compile farm.graphline -o target/generated-sources/graphline"})
final class CompileCommand implements Callable<Integer> {
  private final World world;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files and folders.")
  private List<String> files;

  @Option(names = {"-o", "--output"}, paramLabel = "DIR", defaultValue = "target/generated-sources/graphline",
      description = "Where the Java goes; by default ${DEFAULT-VALUE}.")
  private String output;

  @Option(names = "--manifest", paramLabel = "FILE",
      description = "Write down, for build tools, which files were read, which Java they become, and from where"
          + " each line.")
  private String manifest;

  @Option(names = "--strict", description = "Treat warnings as errors.")
  private boolean strict;

  @Mixin
  private Appearance appearance;

  CompileCommand(World world) {
    this.world = world;
  }

  @Override
  public Integer call() throws WrongUsage {
    var specFiles = new SpecFiles(world);
    var printer = new DiagnosticPrinter(appearance.style(world)).strict(strict);
    Map<String, String> sources = new TreeMap<>();
    Outcome outcome = Outcome.AS_EXPECTED;
    List<Unit> units = Units.of(specFiles, specFiles.read(files));
    var written = new Manifest(Unit.allNames(units));
    for (Unit unit : units) {
      Specification specification = Specification.of(unit);
      world.err().print(printer.add(specification.diagnostics(), specification));
      if (specification.program().isEmpty() || printer.isFatal(specification.diagnostics())) {
        outcome = Outcome.DOES_NOT_COMPILE;
        continue;
      }
      for (GeneratedSource source : Compiler.compile(specification.program().get()).files()) {
        String other = sources.putIfAbsent(source.path(), source.text());
        if (other != null && !other.equals(source.text())) {
          throw new WrongUsage("two specifications make different Java called " + source.path()
              + "; compile them into different folders with -o");
        }
        written.add(source, specification.program().get());
      }
    }
    if (manifest != null) {
      writeManifest(written);
    }
    write(sources);
    return outcome.exitCode();
  }

  /// Written before the Java, so that no Java is ever there that nobody knows of.
  private void writeManifest(Manifest written) throws WrongUsage {
    Path file = world.resolve(manifest);
    try {
      WholeFile.write(file, written.text());
    } catch (IOException _) {
      throw new WrongUsage("cannot write " + world.display(file) + ": choose another file with --manifest");
    }
  }

  private void write(Map<String, String> sources) throws WrongUsage {
    Path folder = world.resolve(output);
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve(source.getKey());
      try {
        if (!Files.exists(file) || !Files.readString(file).equals(source.getValue())) {
          WholeFile.write(file, source.getValue());
        }
      } catch (IOException _) {
        throw new WrongUsage("cannot write " + world.display(file));
      }
    }
    if (!appearance.isQuiet() && !sources.isEmpty()) {
      Words.wrap(String.join("  ", sources.keySet()), Words.WIDTH)
          .forEach(line -> world.out().println("  " + line));
      world.out().println(appearance.ink(world).plain("  → " + world.display(folder)));
    }
  }
}
