package org.graphline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.graphline.checker.verdict.Finding;
import org.graphline.cli.console.WholeFile;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import org.graphline.cli.input.SpecFiles;
import org.graphline.cli.input.Specification;
import org.graphline.cli.input.Unit;
import org.graphline.cli.input.Units;
import org.graphline.cli.pin.PinnedStory;
import org.graphline.cli.report.Trace;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.model.source.SourceFile;
import org.graphline.model.term.Check;

/// `graphline check --pin`: writes the story of a deadlock into its specification, as a scenario.
final class Pinning {
  private static final String SUFFIX = ".trace.json";
  private static final long LARGEST = 64L << 20;

  private final World world;
  private final String name;
  private final Trace trace;

  private Pinning(World world, String name, Trace trace) {
    this.world = world;
    this.name = name;
    this.trace = trace;
  }

  /// Returns what pins a finding.
  ///
  /// @param what   its name, `DL-1`, or the file of its story
  /// @param traces the folder of stories
  static Pinning of(World world, String what, String traces) throws WrongUsage {
    Path file = what.endsWith(".json") ? world.resolve(what) : world.resolve(traces).resolve(what + SUFFIX);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        throw new WrongUsage("there is no story " + world.display(file) + " to pin: check writes one for each finding");
      }
      Trace trace = Trace.read(Files.readString(file))
          .orElseThrow(() -> new WrongUsage(world.display(file) + " is not a trace of Graphline"));
      return new Pinning(world, what, trace);
    } catch (IOException _) {
      throw new WrongUsage("cannot read " + world.display(file));
    }
  }

  /// Returns the files that the story is about.
  List<String> files() {
    return trace.subject().files();
  }

  /// Pins it, and returns a sentence on what was done; nothing, and nothing is written, if the specification does not
  /// compile.
  Optional<String> pin() throws WrongUsage {
    if (!trace.finding().startsWith(Finding.DEADLOCK.code() + "-")) {
      throw new WrongUsage("only deadlocks (DL) can be pinned; the claim that " + trace.finding()
          + " is about stands in its check already");
    }
    PinnedStory story = PinnedStory.of(trace);
    if (story.events().isEmpty()) {
      throw new WrongUsage("nothing passes a port in the story of " + trace.finding()
          + ", so a scenario cannot tell it: `deadlock free` in a check is all there is to say");
    }
    var files = new SpecFiles(world);
    String written = trace.subject().check().file();
    for (String file : files()) {
      if (!Files.exists(world.resolve(file))) {
        throw new WrongUsage("the story is about " + file + ", which is not there any more");
      }
    }
    for (Unit unit : Units.of(files, files.read(files()))) {
      Specification specification = Specification.of(unit);
      Optional<SourceFile> source = specification.source(written);
      if (source.isPresent()) {
        return specification.program().isEmpty() ? Optional.empty()
            : Optional.of(pin(story, specification, source.get()));
      }
    }
    throw new WrongUsage("the story is about " + written + ", which is not there any more");
  }

  private String pin(PinnedStory story, Specification specification, SourceFile source) throws WrongUsage {
    OptionalInt line = story.find(source);
    if (line.isPresent()) {
      return name + " is pinned already, at " + source.name() + ":" + line.getAsInt();
    }
    refuseColors(specification);
    SourceFile pinned = story.addTo(source);
    Optional<Diagnostic> obstacle = obstacle(specification, pinned);
    if (obstacle.isPresent()) {
      throw new WrongUsage("the story of " + trace.finding() + " cannot be told of " + source.name() + " as it is now: "
          + obstacle.get().message());
    }
    try {
      WholeFile.write(world.resolve(source.name()), pinned.text());
    } catch (IOException _) {
      throw new WrongUsage("cannot write " + source.name());
    }
    return "pinned " + name + " at " + source.name() + ":" + story.find(pinned).orElseThrow();
  }

  /// Colors belong to a check; a scenario of the same graph has none, and may not come to the same deadlock.
  private void refuseColors(Specification specification) throws WrongUsage {
    List<Check> same = specification.checks().stream()
        .filter(c -> c.graph().toString().equals(trace.subject().graph())).toList();
    if (!same.isEmpty()
        && same.stream().allMatch(c -> c instanceof Check.Claims claims && !claims.colorings().isEmpty())) {
      throw new WrongUsage("the check of " + trace.subject().graph()
          + " tells letters apart by colors, which a scenario cannot: " + trace.finding() + " cannot be pinned");
    }
  }

  /// Returns what is wrong with the specification once the scenario is in it.
  private static Optional<Diagnostic> obstacle(Specification before, SourceFile pinned) {
    List<SourceFile> files = before.unit().sources().stream().map(f -> f.name().equals(pinned.name()) ? pinned : f)
        .toList();
    var analysis = Frontend.analyze(files);
    if (analysis.program().isEmpty()) {
      return analysis.diagnostics().stream().filter(d -> !before.diagnostics().contains(d)).findFirst()
          .or(() -> analysis.diagnostics().stream().findFirst());
    }
    return Frontend.checks(analysis.program().get()).stream().filter(c -> c instanceof Check.Scenario)
        .flatMap(c -> Frontend.elaborate(analysis.program().get(), c).stream())
        .filter(e -> e.network().isEmpty() || !e.diagnostics().isEmpty())
        .flatMap(e -> e.diagnostics().stream()).findFirst();
  }
}
