package org.graphline.conformance.spin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.graphline.checker.Checker;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.export.Exported;
import org.graphline.checker.export.PromelaExport;
import org.graphline.checker.verdict.Verdict;
import org.graphline.conformance.naive.NaiveJudge;
import org.graphline.conformance.naive.NaiveSpace;
import org.graphline.conformance.naive.NaiveSpace.Edge;
import org.graphline.conformance.random.RandomProgram;
import org.graphline.conformance.random.Size;
import org.graphline.conformance.spin.Spin.Answer;
import org.graphline.dsl.Frontend;
import org.graphline.model.automaton.Node;
import org.graphline.model.network.Network;
import org.graphline.model.property.Claim;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.SourceFile;
import org.graphline.model.source.Span;

/// Random networks, exported and given to SPIN. Two questions mean the same on both sides:
///
/// - Can the network stand still with somebody busy? Here: a deadlock of the whole; there: an invalid end
/// state. - Is there an endless run, fair or not, with finitely many marks? Here: a cycle without a mark in
/// the naive state   space, or local code without an end; there: a non-progress cycle, the place behind each
/// mark being a progress state.
///
/// The checker itself is asked for what follows: a network that has a deadlock of the whole is not `deadlock
/// free`, and one that has a livelock, a *fair* endless run with finitely many marks, has a non-progress
/// cycle.
final class SpinComparison {
  private static final int MOST_STATES = 2_000;
  private static final int LINE_EVERY = 500;
  /// Few networks need more than a moment.
  private static final int SECONDS = 1;

  private final Path folder;
  private final Consumer<String> log;
  private final List<String> disagreements = new ArrayList<>();
  private int compared;
  private int deadlocks;
  private int cycles;
  private int livelocks;
  private int tooLarge;
  private int rejected;
  private int outside;
  private int undecided;

  SpinComparison(Path folder, Consumer<String> log) {
    this.folder = folder;
    this.log = log;
  }

  /// Runs from the command line: `-Dgraphline.spin.networks`, `-Dgraphline.spin.seed`.
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("spin");
    var comparison = new SpinComparison(folder, System.out::println);
    comparison.run(Long.getLong("graphline.spin.seed", 1), Integer.getInteger("graphline.spin.networks", 10_000));
    System.exit(comparison.disagreements.isEmpty() ? 0 : 1);
  }

  /// Compares `networks` networks; what cannot be compared does not count.
  void run(long firstSeed, int networks) throws IOException {
    long begin = System.nanoTime();
    long seed = firstSeed;
    int last = 0;
    while (compared < networks) {
      one(seed++);
      if (compared % LINE_EVERY == 0 && compared > last || compared == networks) {
        last = compared;
        log.accept(summary(firstSeed, seed - 1, (System.nanoTime() - begin) / 1e9));
      }
    }
  }

  List<String> disagreements() {
    return disagreements;
  }

  private String summary(long first, long last, double seconds) {
    return String.format(Locale.ROOT, "SPIN: %d networks compared (seeds %d to %d): %d reach a deadlock, %d go round "
        + "without a mark, %d of them fairly; %d disagreements; left out: %d outside the fragment, %d too large, "
        + "%d rejected, %d undecided; %.0f s", compared, first, last, deadlocks, cycles, livelocks,
        disagreements.size(), outside, tooLarge, rejected, undecided, seconds);
  }

  private void one(long seed) throws IOException {
    String text = RandomProgram.of(seed, Size.of(seed)).text();
    Optional<Network> network = network(text);
    if (network.isEmpty()) {
      rejected++;
      return;
    }
    switch (PromelaExport.of(network.get())) {
      case Exported.OutsideFragment _ -> outside++;
      case Exported.Text(var promela) -> {
        Optional<NaiveSpace> space = NaiveSpace.of(Semantics.of(network.get(), Timers.ANY), MOST_STATES);
        tooLarge += space.isEmpty() ? 1 : 0;
        if (space.isPresent()) {
          compare("seed " + seed + "\n" + text, network.get(), space.get(), promela);
        }
      }
    }
  }

  private static Optional<Network> network(String text) {
    var analysis = Frontend.analyze(List.of(new SourceFile("random.graphline", text)));
    return analysis.program().flatMap(p -> Frontend.checks(p).stream()
        .flatMap(c -> Frontend.elaborate(p, c).stream()).flatMap(e -> e.network().stream()).findFirst());
  }

  private void compare(String title, Network network, NaiveSpace space, String promela) throws IOException {
    var spin = new Spin(folder, SECONDS);
    spin.model(promela);
    Answer deadlock = spin.reachesInvalidEnd();
    Answer cycle = spin.goesRoundWithoutProgress();
    if (deadlock == Answer.UNKNOWN || cycle == Answer.UNKNOWN) {
      undecided++;
      return;
    }
    compared++;
    boolean standsStill = standsStill(space);
    boolean goesRound = goesRoundWithoutMark(space);
    boolean livelock = claims(network, new Property.LivelockFree(marks(space)));
    deadlocks += standsStill ? 1 : 0;
    cycles += goesRound ? 1 : 0;
    livelocks += livelock ? 1 : 0;
    expect(standsStill == (deadlock == Answer.YES), "deadlock here " + standsStill + ", SPIN " + deadlock, title);
    expect(goesRound == (cycle == Answer.YES), "cycle here " + goesRound + ", SPIN " + cycle, title);
    expect(!standsStill || claims(network, new Property.DeadlockFree()), "the checker sees no deadlock", title);
    expect(!livelock || cycle == Answer.YES, "the checker sees a livelock, SPIN no cycle", title);
  }

  private void expect(boolean condition, String otherwise, String title) {
    if (!condition) {
      disagreements.add(otherwise + ": " + title);
      log.accept(disagreements.getLast());
    }
  }

  /// Whether the whole network can come to stand still with somebody busy; SPIN knows nothing of stuck
  /// groups.
  static boolean standsStill(NaiveSpace space) {
    var judge = new NaiveJudge(space);
    for (int state = 0; state < space.size(); state++) {
      if (judge.isDeadlock(state)) {
        return true;
      }
    }
    return false;
  }

  /// Whether local code never ends, which is an error here and goes round in SPIN, or steps other than marks
  /// lead from some state back to it: what is left after taking away, again and again, the states that no
  /// other step leads to.
  static boolean goesRoundWithoutMark(NaiveSpace space) {
    for (int state = 0; state < space.size(); state++) {
      if (space.semantics().fault(space.state(state))
          .filter(f -> f.fault().kind() == Node.Fault.Kind.ENDLESS_LOCAL_CODE).isPresent()) {
        return true;
      }
    }
    int[] entries = new int[space.size()];
    for (int state = 0; state < space.size(); state++) {
      space.from(state).stream().filter(e -> !isMark(e)).forEach(e -> entries[e.target()]++);
    }
    var queue = new ArrayDeque<Integer>();
    for (int state = 0; state < space.size(); state++) {
      if (entries[state] == 0) {
        queue.add(state);
      }
    }
    int taken = 0;
    for (; !queue.isEmpty(); taken++) {
      space.from(queue.remove()).stream().filter(e -> !isMark(e)).filter(e -> --entries[e.target()] == 0)
          .forEach(e -> queue.add(e.target()));
    }
    return taken < space.size();
  }

  private static boolean isMark(Edge edge) {
    return edge.step().label() instanceof Label.Mark;
  }

  /// All marks that are set anywhere.
  private static EventSet marks(NaiveSpace space) {
    var patterns = new ArrayList<EventSet.Pattern>();
    for (int state = 0; state < space.size(); state++) {
      for (Edge edge : space.from(state)) {
        if (edge.step().label() instanceof Label.Mark(int instance, var name)) {
          patterns.add(new EventSet.Pattern.AtMark(instance, name));
        }
      }
    }
    return new EventSet("marks", patterns.stream().distinct().toList(), Optional.empty());
  }

  /// Returns whether the checker finds the property violated.
  private static boolean claims(Network network, Property property) {
    var claim = new Claim(property, false, "claimed", Span.BUILT_IN);
    var options = Options.withClock(System::nanoTime).threads(1).maxBytes(128L << 20);
    return Checker.check(network, List.of(claim), options, Progress.SILENT).claimed().getFirst()
        instanceof Verdict.Violated;
  }
}
