package org.graphline.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Statistics;
import org.graphline.checker.verdict.Verdict;
import org.graphline.checker.walk.RandomWalk;
import org.graphline.checker.walk.RandomWalk.Found;
import org.graphline.cli.console.Ink;
import org.graphline.cli.report.CheckedNetwork;
import org.graphline.cli.report.Findings;
import org.graphline.cli.report.TextReport;
import org.graphline.dsl.diagnostic.Style;
import org.graphline.model.network.Network;
import org.graphline.model.property.Claim;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.Span;
import org.graphline.model.term.Program;
import org.graphline.testing.subject.Specs;

/// Walks by chance through the model of a graph too large to explore, looking for deadlocks and error states. They can
/// find one, and never show that there is none.
public final class RandomWalks {
  private final Program program;
  private final String graph;
  private final Map<String, String> arguments = new LinkedHashMap<>();
  private int walks = 1_000;
  private int steps = 200;
  private long seed = 1;

  private RandomWalks(Program program, String graph) {
    this.program = program;
    this.graph = graph;
  }

  /// Walks through a graph of a specification.
  public static RandomWalks through(String specification, String graph) {
    return new RandomWalks(Specs.program(specification), graph);
  }

  /// Gives an argument, as on the command line.
  public RandomWalks argument(String parameter, Object value) {
    arguments.put(parameter, value.toString());
    return this;
  }

  /// Says how many walks to make; 1,000 unless said.
  public RandomWalks walks(int number) {
    walks = number;
    return this;
  }

  /// Says how many steps a walk takes at most; 200 unless said.
  public RandomWalks steps(int number) {
    steps = number;
    return this;
  }

  /// Says where chance starts.
  public RandomWalks seed(long number) {
    seed = number;
    return this;
  }

  /// What came of it.
  public sealed interface Outcome {
    /// Returns it in words.
    String text();

    /// A story, replayed, with the seed that makes its walk the first.
    record Violated(Found found, String text) implements Outcome {}

    /// Nothing was found, which says nothing.
    record Unknown(int walks, int steps) implements Outcome {
      @Override
      public String text() {
        return "unknown: nothing found in " + walks + " runs of up to " + steps + " steps";
      }
    }
  }

  /// Makes the walks.
  public Outcome look() {
    Network network = Specs.network(program, graph, arguments);
    Optional<Found> found = new RandomWalk(Semantics.of(network, Timers.ANY)).look(walks, steps, seed);
    return found.<Outcome>map(f -> new Outcome.Violated(f, tell(network, f))).orElse(new Outcome.Unknown(walks, steps));
  }

  /// Makes the walks, and fails with the story if one finds something. That it does not fail is no proof of anything.
  ///
  /// @throws AssertionError with the story
  public void assertNothingFound() {
    if (look() instanceof Outcome.Violated violated) {
      throw new AssertionError(violated.text());
    }
  }

  private static String tell(Network network, Found found) {
    String text = found.property() instanceof Property.ErrorFree ? "error free" : "deadlock free";
    Span span = network.instances().isEmpty() ? Span.BUILT_IN : network.instances().getFirst().span();
    var statistics = new Statistics("random walk", 0, 0, 0, 0, 0, false);
    var claim = new Claim(found.property(), false, text, span);
    var verdict = new Verdict.Violated(claim, found.story(), statistics, List.of());
    var checked = CheckedNetwork.of(span.file(), span.line(), Optional.empty(),
        new Report(network, List.of(verdict), verdict, statistics), new Findings());
    String story = new TextReport(new Ink(new Style(Style.Characters.ALL, Style.Colors.OFF)), TextReport.Detail.NORMAL)
        .render(checked);
    return network.display() + " in walk " + found.walk() + " by chance, seed(" + found.seed() + ")\n"
        + story.substring(story.indexOf('\n') + 1);
  }
}
