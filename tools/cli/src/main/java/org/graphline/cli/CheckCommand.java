package org.graphline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.graphline.checker.Checker;
import org.graphline.checker.ProofAccounts;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Finding;
import org.graphline.checker.verdict.ProofAccount;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.cli.console.Outcome;
import org.graphline.cli.console.Whereabouts;
import org.graphline.cli.console.WholeFile;
import org.graphline.cli.console.Words;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import org.graphline.cli.input.FamilyCheck;
import org.graphline.cli.input.SpecFiles;
import org.graphline.cli.input.Specification;
import org.graphline.cli.input.Unit;
import org.graphline.cli.input.Units;
import org.graphline.cli.report.CheckRun;
import org.graphline.cli.report.CheckedNetwork;
import org.graphline.cli.report.Findings;
import org.graphline.cli.report.ProgressLine;
import org.graphline.cli.report.TextReport;
import org.graphline.cli.repair.TrialRepairs;
import org.graphline.cli.report.Trace;
import org.graphline.cli.report.Tried;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.dsl.elaborate.Family;
import org.graphline.model.network.Network;
import org.graphline.model.property.Property;
import org.graphline.model.term.Check;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `graphline check`.
@Command(name = "check", mixinStandardHelpOptions = true,
    description = {"Compiles specifications and checks what they claim.",
        "A folder stands for all .graphline files below it. Files of one folder and package are read together."},
    footerHeading = "%nExamples:%n", footer = {
        "  graphline check examples/whiteboard",
        "  graphline check a.graphline b.graphline --format json",
        "  graphline check src --also sarif=target/graphline.sarif --also junit=target/TEST-graphline.xml",
        "  graphline check examples/05-farm --report farm.html",
        "  graphline check big.graphline --max-states 5M --timeout 10min",
        "  graphline check --pin DL-1        once it is repaired, so that it stays so",
        "",
        "Exit codes: 0 all as expected, 1 a property is not, 2 does not compile, 3 unknown, 64 wrong usage,",
        "70 internal error; of several the first in the order 70, 64, 2, 1, 3, 0."})
final class CheckCommand implements Callable<Integer> {
  private final World world;
  private final BooleanSupplier cancelled;
  private final Whereabouts whereabouts;
  private final Findings findings = new Findings();
  private final List<CheckedNetwork> results = new ArrayList<>();
  private CertificateWriter certificates;

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files and folders; with --pin by default those of the"
      + " story.")
  private List<String> files;

  @Option(names = "--format", paramLabel = "text|json|sarif|junit|html", defaultValue = "text",
      description = "How to report: for people, for programs, for code scanning (SARIF 2.1.0), for build servers (JUnit"
          + " XML), as a page for a browser.")
  private Format format;

  @Option(names = "--also", paramLabel = "FORMAT=FILE", converter = Also.Converter.class,
      description = "Report in another format too, to a file: --also sarif=target/graphline.sarif; as often as you like.")
  private List<Also> also = new ArrayList<>();

  @Option(names = "--report", paramLabel = "FILE",
      description = "Write a page for a browser too, with the graph drawn and every story to step through; short for"
          + " --also html=FILE.")
  private String page;

  @Option(names = "--traces", paramLabel = "DIR", defaultValue = "build/graphline",
      description = "Where the stories of findings are written, for `graphline play`; by default ${DEFAULT-VALUE}.")
  private String traces;

  @Option(names = "--certificate", paramLabel = "FILE",
      description = "Write down, for `graphline verify-certificate`, why what is claimed to be deadlock free or"
          + " livelock free, to terminate or to shut down does so. Exit code 3 if no such proof can be written down.")
  private String certificate;

  @Option(names = "--inputs", paramLabel = "FILE",
      description = "Write down the names of all files that were read, one a line: what the answer depends on.")
  private String inputs;

  @Option(names = "--repairs", negatable = true, defaultValue = "true", fallbackValue = "true",
      description = "Try changes that might help against a deadlock, and say which do; by default so.")
  private boolean repairs;

  @Option(names = "--why",
      description = "Say why what holds as `deadlock free` does, and what comes near to a deadlock, where a proof"
          + " without states tells.")
  private boolean why;

  @Option(names = "--pin", paramLabel = "NAME|FILE",
      description = "Keep the story of a deadlock, DL-1 or a trace file, as a scenario of its specification, then"
          + " check.")
  private String pin;

  @Option(names = "--strict", description = "Treat warnings as errors.")
  private boolean strict;

  @Option(names = "--progress", negatable = true,
      description = "Say on standard error how far it has come; by default on a terminal only.")
  private Boolean progress;

  @Mixin
  private Bounds bounds;

  @Mixin
  private Appearance appearance;

  CheckCommand(World world, BooleanSupplier cancelled, Whereabouts whereabouts) {
    this.world = world;
    this.cancelled = cancelled;
    this.whereabouts = whereabouts;
  }

  @Override
  public Integer call() throws WrongUsage {
    if (page != null) {
      if (also.stream().anyMatch(a -> a.format() == Format.HTML)) {
        throw new WrongUsage("--report and --also html mean the same: choose one");
      }
      also.add(new Also(Format.HTML, page, "--report"));
    }
    if (pin != null) {
      pin();
    }
    if (files == null) {
      throw new WrongUsage("name the files or folders to check");
    }
    var specFiles = new SpecFiles(world);
    var diagnostics = new DiagnosticPrinter(appearance.style(world)).strict(strict);
    Outcome outcome = Outcome.AS_EXPECTED;
    certificates = certificate == null ? null : new CertificateWriter(world, certificate);
    List<Unit> units = Units.of(specFiles, specFiles.read(files));
    for (Unit unit : units) {
      whereabouts.at("reading " + String.join(", ", unit.names()));
      outcome = outcome.and(check(Specification.of(unit), diagnostics));
    }
    if (certificates != null && (outcome == Outcome.AS_EXPECTED || !certificates.isEmpty())) {
      outcome = outcome.and(certificates.write());
    }
    var run = new CheckRun(results, diagnostics.all(), units.stream().flatMap(u -> u.sources().stream()).distinct()
        .toList(), outcome.exitCode());
    for (Also other : also) {
      write(other.file(), other.format().render(run), other.option());
    }
    if (inputs != null) {
      write(inputs, Unit.allNames(units).stream().map(name -> name + "\n").collect(Collectors.joining()), "--inputs");
    }
    world.out().print(format.render(run));
    if (format == Format.TEXT) {
      summary();
    }
    return outcome.exitCode();
  }

  private void pin() throws WrongUsage {
    var pinning = Pinning.of(world, pin, traces);
    pinning.pin().ifPresent(done -> (format == Format.TEXT ? world.out() : world.err()).println(done));
    files = files == null ? pinning.files() : files;
  }

  private void write(String name, String text, String option) throws WrongUsage {
    Path file = world.resolve(name);
    try {
      WholeFile.write(file, text);
    } catch (IOException _) {
      throw new WrongUsage("cannot write " + world.display(file) + ": choose another file with " + option);
    }
  }

  private Outcome check(Specification specification, DiagnosticPrinter diagnostics) throws WrongUsage {
    say(diagnostics.add(specification.diagnostics(), specification));
    if (diagnostics.isFatal(specification.diagnostics()) || specification.program().isEmpty()) {
      return Outcome.DOES_NOT_COMPILE;
    }
    Outcome outcome = Outcome.AS_EXPECTED;
    for (Check check : specification.checks()) {
      whereabouts.at("wiring " + check.graph() + ", " + check.span().place());
      Optional<Family> family = specification.family(check);
      if (family.isPresent()) {
        outcome = outcome.and(check(specification, check, family.get(), diagnostics));
        continue;
      }
      for (Elaboration elaboration : specification.elaborate(check)) {
        say(diagnostics.add(elaboration.diagnostics(), specification));
        if (diagnostics.isFatal(elaboration.diagnostics()) || elaboration.network().isEmpty()) {
          outcome = outcome.and(Outcome.DOES_NOT_COMPILE);
        } else {
          outcome = outcome.and(check(specification, check, elaboration));
        }
      }
    }
    return outcome;
  }

  /// Checks small networks one by one, up to the first that is not as expected, and proves the rest.
  private Outcome check(Specification specification, Check check, Family family, DiagnosticPrinter diagnostics)
      throws WrongUsage {
    for (Elaboration elaboration : FamilyCheck.looked(family)) {
      say(diagnostics.add(elaboration.diagnostics(), specification));
      if (diagnostics.isFatal(elaboration.diagnostics()) || elaboration.network().isEmpty()) {
        return Outcome.DOES_NOT_COMPILE;
      }
    }
    whereabouts.at("checking all sizes, " + check.span().place());
    var result = FamilyCheck.of(family, one -> report(check, one), bounds.options(world, cancelled));
    return told(specification, check, result.report(), result.coverage());
  }

  private Outcome check(Specification specification, Check check, Elaboration elaboration) throws WrongUsage {
    return told(specification, check, report(check, elaboration), Optional.empty());
  }

  private Report report(Check check, Elaboration elaboration) {
    var network = elaboration.network().orElseThrow();
    whereabouts.at("checking " + network.display() + ", " + check.span().place());
    boolean shown = progress == null ? world.errTerminal() : progress;
    return shown ? checkVisibly(elaboration)
        : Checker.check(network, elaboration.claims(), bounds.options(world, cancelled), Progress.SILENT);
  }

  private Outcome told(Specification specification, Check check, Report report, Optional<String> coverage)
      throws WrongUsage {
    Optional<String> title = switch (check) {
      case Check.Scenario scenario -> Optional.of(scenario.title());
      case Check.Claims _ -> Optional.empty();
    };
    var checked = CheckedNetwork.of(check.span().file(), check.span().line(), title, report, findings)
        .coverage(coverage);
    checked = checked.traces(writeTraces(specification.unit(), checked));
    if (repairs) {
      checked = checked.tried(repairs(specification, check, checked));
    }
    if (why) {
      checked = checked.accounts(accounts(checked));
    }
    results.add(checked);
    var text = new TextReport(appearance.ink(world), detail()).render(checked);
    say(text.isEmpty() ? "" : text + "\n");
    return certificates == null || coverage.isPresent() ? checked.outcome() : checked.outcome()
        .and(certificates.add(specification.unit().names(), checked, bounds.options(world, cancelled)));
  }

  /// Tries to repair the deadlocks that were not expected.
  private List<Optional<Tried>> repairs(Specification specification, Check check, CheckedNetwork checked) {
    return checked.report().verdicts().stream().map(verdict -> verdict instanceof Verdict.Violated(_, var story, _, _)
        && !verdict.isAsExpected() && story.finding() == Finding.DEADLOCK
        ? Optional.of(TrialRepairs.of(specification.unit().sources(), check, checked.report().network(), story,
            bounds.options(world, cancelled))) : Optional.<Tried>empty()).toList();
  }

  private List<Optional<ProofAccount>> accounts(CheckedNetwork checked) {
    return checked.report().verdicts().stream().map(verdict -> verdict instanceof Verdict.Holds holds
        && holds.claim().property() instanceof Property.DeadlockFree ? account(checked)
        : Optional.<ProofAccount>empty()).toList();
  }

  /// Returns why a graph is deadlock free; where that cannot be told a line says so.
  private Optional<ProofAccount> account(CheckedNetwork checked) {
    Network network = checked.report().network();
    Optional<ProofAccount> account = checked.coverage().isPresent() ? Optional.empty()
        : ProofAccounts.deadlockFree(network, bounds.options(world, cancelled));
    if (account.isEmpty()) {
      world.err().println("graphline: why " + network.display() + " is deadlock free is not told: "
          + untold(network.instances().size(), checked.coverage().isPresent()));
    }
    return account;
  }

  private static String untold(int components, boolean allSizes) {
    if (allSizes) {
      return "that is of single graphs only, not of all sizes";
    }
    return components > ProofAccounts.MOST_COMPONENTS ? "it has " + Words.count(components, "component")
        + ", more than " + Words.number(ProofAccounts.MOST_COMPONENTS) : "no proof without states was found";
  }

  private Report checkVisibly(Elaboration elaboration) {
    var network = elaboration.network().orElseThrow();
    try (var line = new ProgressLine(world, network.display())) {
      return Checker.check(network, elaboration.claims(), bounds.options(world, cancelled), line);
    }
  }

  private TextReport.Detail detail() {
    return appearance.isQuiet() ? TextReport.Detail.BRIEF
        : appearance.isVerbose() ? TextReport.Detail.FULL : TextReport.Detail.NORMAL;
  }

  private List<Optional<String>> writeTraces(Unit unit, CheckedNetwork checked) throws WrongUsage {
    var written = new ArrayList<Optional<String>>();
    List<Verdict> verdicts = checked.report().verdicts();
    for (int i = 0; i < verdicts.size(); i++) {
      if (verdicts.get(i) instanceof Verdict.Violated violated) {
        String name = checked.names().get(i).orElseThrow();
        Path file = world.resolve(traces).resolve(name + ".trace.json");
        try {
          WholeFile.write(file, Trace.of(name, unit.names(), checked, violated).print(checked, violated));
        } catch (IOException e) {
          throw new WrongUsage("cannot write " + world.display(file)
              + ": choose another folder with --traces");
        }
        written.add(Optional.of(world.display(file)));
      } else {
        written.add(Optional.empty());
      }
    }
    return written;
  }

  private void say(String text) {
    if (format == Format.TEXT) {
      world.out().print(text);
      world.out().flush();
    }
  }

  private void summary() {
    List<Verdict> verdicts = results.stream().flatMap(r -> r.report().verdicts().stream()).toList();
    long unknown = verdicts.stream().filter(v -> v instanceof Verdict.Undecided).count();
    long wrong = verdicts.stream().filter(v -> CheckedNetwork.outcome(v) == Outcome.NOT_AS_EXPECTED).count();
    if (verdicts.isEmpty() || appearance.isQuiet()) {
      return;
    }
    String assumptions = new TextReport(appearance.ink(world), detail()).assumptions(results);
    say(assumptions.isEmpty() ? "" : assumptions + "\n");
    int all = verdicts.size();
    say(Words.count(all, "propert").replaceFirst("propert(s?)$", all == 1 ? "property" : "properties") + ": "
        + (all - unknown - wrong) + " as expected" + (wrong > 0 ? ", " + wrong + " not" : "")
        + (unknown > 0 ? ", " + unknown + " unknown" : "") + "\n");
  }
}
