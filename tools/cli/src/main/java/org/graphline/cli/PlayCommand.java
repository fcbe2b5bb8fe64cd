package org.graphline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.graphline.cli.console.Outcome;
import org.graphline.cli.console.Whereabouts;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import org.graphline.cli.input.GraphChoice;
import org.graphline.cli.play.Player;
import org.graphline.cli.play.Prompt;
import org.graphline.cli.report.Trace;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `graphline play`.
@Command(name = "play", mixinStandardHelpOptions = true,
    description = "Steps through a graph, or through the story of a finding.",
    footerHeading = "%nExamples:%n", footer = {
        "  graphline play build/graphline/DL-1.trace.json      Enter takes the next step of the story",
        "  graphline play examples/05-farm/farm.graphline workers=2 together=false"})
final class PlayCommand implements Callable<Integer> {
  private static final long LARGEST = 64L << 20;
  private final World world;
  private final Whereabouts whereabouts;

  @Parameters(paramLabel = "WHAT", arity = "1..*",
      description = "A trace file; or a file, a graph, and name=value arguments.")
  private List<String> words;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
      description = "For steps at random; by default 1.")
  private long seed;

  @Option(names = "--timers", paramLabel = "any|patient", defaultValue = "any",
      description = "When a timer may fire: at any moment, or only when nothing else can move.")
  private Timers timers;

  @Mixin
  private Appearance appearance;

  PlayCommand(World world, Whereabouts whereabouts) {
    this.world = world;
    this.whereabouts = whereabouts;
  }

  @Override
  public Integer call() throws WrongUsage {
    Optional<Trace> trace = words.getFirst().endsWith(".json") ? Optional.of(trace(words.getFirst()))
        : Optional.empty();
    Optional<Network> network = trace.isPresent() ? network(trace.get())
        : Target.find(world, appearance, GraphChoice.read(world, words)).map(Target::network);
    if (network.isEmpty()) {
      return Outcome.DOES_NOT_COMPILE.exitCode();
    }
    List<String> story = trace.map(t -> t.steps().stream().map(Trace.Entry::label).toList())
        .orElse(List.of());
    whereabouts.at("playing " + network.get().display() + ", seed " + seed);
    var semantics = Semantics.of(network.get(), timers);
    if (trace.isPresent() && story.isEmpty()) {
      world.out().println("the story has no steps: " + trace.get().finding() + " is there from the start");
    }
    int loopStart = trace.map(Trace::loopStart).orElse(0);
    new Player(semantics, story, loopStart, new SplittableRandom(seed), appearance.ink(world), world.out())
        .play(Prompt.of(world));
    return Outcome.AS_EXPECTED.exitCode();
  }

  private Trace trace(String name) throws WrongUsage {
    Path file = world.resolve(name);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        throw new WrongUsage("there is no trace file " + name);
      }
      return Trace.read(Files.readString(file))
          .orElseThrow(() -> new WrongUsage(name + " is not a trace of Graphline"));
    } catch (IOException _) {
      throw new WrongUsage("cannot read " + name);
    }
  }

  private Optional<Network> network(Trace trace) throws WrongUsage {
    for (String file : trace.subject().files()) {
      if (!Files.exists(world.resolve(file))) {
        throw new WrongUsage("the story is about " + file + ", which is not there any more");
      }
    }
    Optional<Network> checked = CheckedAgain.find(world, trace.subject());
    return checked.isPresent() ? checked
        : Target.find(world, appearance, choice(trace.subject())).map(Target::network);
  }

  private static GraphChoice choice(Trace.Subject subject) {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (String argument : subject.arguments()) {
      int equals = argument.indexOf(" = ");
      if (equals > 0) {
        arguments.put(argument.substring(0, equals), argument.substring(equals + 3));
      }
    }
    return new GraphChoice(subject.files(), subject.graph(), arguments);
  }
}
