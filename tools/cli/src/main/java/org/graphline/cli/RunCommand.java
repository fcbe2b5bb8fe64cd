package org.graphline.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.graphline.checker.Checker;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.cli.console.Outcome;
import org.graphline.cli.console.Whereabouts;
import org.graphline.cli.console.Words;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import org.graphline.cli.input.GraphChoice;
import org.graphline.cli.input.SpecFile;
import org.graphline.cli.launch.Launch;
import org.graphline.cli.report.CheckedNetwork;
import org.graphline.cli.report.Findings;
import org.graphline.cli.report.TextReport;
import org.graphline.compiler.Compiler;
import org.graphline.model.property.Claim;
import org.graphline.model.property.Property;
import org.graphline.model.term.Port;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `graphline run`.
@Command(name = "run", mixinStandardHelpOptions = true,
    description = {"Checks a graph, compiles it and runs it in a JVM of its own.",
        "The Java that externs and native components need is taken from the folder java/ next to the specification,",
        "and from the class path."},
    footerHeading = "%nExamples:%n", footer = {
        "  graphline run examples/01-hello/hello.graphline",
        "  graphline run examples/03-depot producers=2 consumers=3",
        "  graphline run hello.Hello --with Words=com.acme.MyWords -cp target/classes"})
final class RunCommand implements Callable<Integer> {
  private final World world;
  private final BooleanSupplier cancelled;
  private final Whereabouts whereabouts;

  @Parameters(paramLabel = "WHAT", arity = "1..*",
      description = "A file or a graph (pkg.Graph), and name=value arguments.")
  private List<String> words;

  @Option(names = {"-cp", "--classpath"}, paramLabel = "PATH", description = "Classes and jars of your own.")
  private String classpath;

  @Option(names = "--with", paramLabel = "NAME=CLASS",
      description = "The class that does the work of an extern or native component.")
  private Map<String, String> chosen = new LinkedHashMap<>();

  @Option(names = "--no-check", description = "Do not look for deadlocks first.")
  private boolean noCheck;

  @Mixin
  private Bounds bounds;

  @Mixin
  private Appearance appearance;

  RunCommand(World world, BooleanSupplier cancelled, Whereabouts whereabouts) {
    this.world = world;
    this.cancelled = cancelled;
    this.whereabouts = whereabouts;
  }

  @Override
  public Integer call() throws WrongUsage, IOException, InterruptedException {
    Optional<Target> found = Target.find(world, appearance, GraphChoice.read(world, words));
    if (found.isEmpty()) {
      return Outcome.DOES_NOT_COMPILE.exitCode();
    }
    Target target = found.get();
    refuseOpen(target);
    var program = target.specification().program().orElseThrow();
    List<Launch.Need> needs = BuilderCalls.needs(program, target.graph());
    refuseUnknown(needs);
    if (!noCheck) {
      Outcome outcome = check(target);
      if (outcome != Outcome.AS_EXPECTED) {
        return outcome.exitCode();
      }
    }
    whereabouts.at("running " + target.network().display() + ", " + target.graph().span().place());
    return Launch.run(world, target.graph().name().packageName(), target.graph().name().simple(),
        Compiler.compile(program), needs, userPath(), userJava(target), chosen,
        BuilderCalls.values(program, target.graph(), target.arguments())).exitCode();
  }

  private static void refuseOpen(Target target) throws WrongUsage {
    List<String> trays = target.graph().ports().stream().map(Port::name).toList();
    if (!trays.isEmpty()) {
      throw new WrongUsage(target.graph().name().simple() + " has exposed ports (" + String.join(", ", trays)
          + "), and nobody is there to use them; start it from Java, or run a graph around it that has none");
    }
  }

  /// A class that was chosen for what is not there was chosen for something else.
  private void refuseUnknown(List<Launch.Need> needs) throws WrongUsage {
    List<String> known = needs.stream().map(Launch.Need::name).toList();
    for (String name : chosen.keySet()) {
      if (!known.contains(name)) {
        throw new WrongUsage("--with " + name + ": the graph needs nobody of that name"
            + (known.isEmpty() ? "" : "; it needs " + String.join(", ", known)));
      }
    }
  }

  private Outcome check(Target target) {
    var span = target.graph().span();
    whereabouts.at("checking " + target.network().display() + ", " + span.place());
    var claims = List.of(new Claim(new Property.DeadlockFree(), false, "deadlock free", span),
        new Claim(new Property.Terminates(), false, "terminates", span));
    Report report = Checker.check(target.network(), claims, bounds.options(world, cancelled),
        Progress.SILENT);
    Verdict deadlock = report.claimed().getFirst();
    if (deadlock instanceof Verdict.Violated || report.errorFree() instanceof Verdict.Violated) {
      var shown = new Report(report.network(), List.of(deadlock), report.errorFree(), report.statistics());
      var checked = CheckedNetwork.of(span.file(), span.line(), Optional.empty(), shown, new Findings());
      world.err().println(new TextReport(appearance.ink(world), TextReport.Detail.NORMAL).render(checked));
      world.err().println("graphline: not run; --no-check runs it all the same");
      return Outcome.NOT_AS_EXPECTED;
    }
    if (!appearance.isQuiet()) {
      world.err().println(checkedLine(target, report));
    }
    return Outcome.AS_EXPECTED;
  }

  private static String checkedLine(Target target, Report report) {
    var said = new ArrayList<String>();
    for (Verdict verdict : report.claimed()) {
      said.add(switch (verdict) {
        case Verdict.Holds holds -> holds.claim().text();
        case Verdict.Violated violated -> violated.claim().text() + ": no";
        case Verdict.Undecided undecided -> undecided.claim().text() + ": unknown";
      });
    }
    return "  checked  " + Words.pad(target.network().display(), 24) + "  "
        + Words.count(report.statistics().states(), "state") + ", " + String.join(", ", said) + "   "
        + Words.seconds(report.statistics().seconds());
  }

  private List<Path> userPath() {
    return classpath == null ? List.of()
        : Stream.of(classpath.split(File.pathSeparator)).filter(p -> !p.isEmpty()).map(world::resolve)
            .toList();
  }

  /// Returns the Java files in the folders java/ next to the specification's files, and next to the folder
  /// graphline/ that they lie below, as in `src/main`.
  private static List<Path> userJava(Target target) throws IOException {
    Set<Path> folders = new LinkedHashSet<>();
    for (SpecFile file : target.specification().unit().files()) {
      folders.add(file.path().resolveSibling("java"));
      for (Path up = file.path().getParent(); up != null; up = up.getParent()) {
        if (up.endsWith("src/main/graphline")) {
          folders.add(up.resolveSibling("java"));
        }
      }
    }
    var files = new ArrayList<Path>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> all = Files.walk(folder)) {
          files.addAll(all.filter(f -> f.toString().endsWith(".java")).sorted().toList());
        }
      }
    }
    return files;
  }
}
