package org.graphline.conformance.crosscheck;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.graphline.conformance.crosscheck.Comparison.Kind;
import org.graphline.conformance.random.Piece;
import org.graphline.conformance.random.RandomProgram;
import org.graphline.conformance.random.Shrinker;
import org.graphline.conformance.random.Size;

/// Compares as many networks as asked for, from a seed on, and says what came out.
public final class CrossCheck {
  private static final int MOST_SHOWN = 10;
  private static final int LINE_EVERY = 10_000;

  private final int mostStates;
  private final int looks;
  private final Consumer<String> log;
  private final TreeMap<String, Integer> verdicts = new TreeMap<>();
  private final TreeMap<String, Integer> ways = new TreeMap<>();
  private final TreeMap<Size, Integer> sizes = new TreeMap<>();
  private final List<String> disagreements = new ArrayList<>();
  private long states;
  private int compared;
  private int tooLarge;
  private int rejected;
  private int disagreeing;

  /// @param looks in how many ways each network is explored; which, its seed picks
  public CrossCheck(int mostStates, int looks, Consumer<String> log) {
    this.mostStates = mostStates;
    this.looks = looks;
    this.log = log;
  }

  /// Runs from the command line: `-Dgraphline.random.networks`, `-Dgraphline.random.seed`, `-Dgraphline.random.states`,
  /// `-Dgraphline.random.ways` (all, if it is not there).
  ///
  /// A line of what came out so far is printed for every so many networks; a run that was ended goes on where the last
  /// line says.
  public static void main(String[] arguments) {
    int networks = Integer.getInteger("graphline.random.networks", 1000);
    long seed = Long.getLong("graphline.random.seed", 1);
    int looks = Integer.getInteger("graphline.random.ways", Way.all().size());
    var check = new CrossCheck(Integer.getInteger("graphline.random.states", 1500), looks, System.out::println);
    check.run(seed, networks);
    System.exit(check.disagreements.isEmpty() ? 0 : 1);
  }

  /// Compares `networks` networks; those that are too large or do not compile do not count.
  public void run(long firstSeed, int networks) {
    long begin = System.nanoTime();
    long seed = firstSeed;
    long last = 0;
    while (compared < networks) {
      one(seed++);
      if (compared % LINE_EVERY == 0 && compared > last) {
        last = compared;
        log.accept(summary(firstSeed, seed - 1, System.nanoTime() - begin) + "; go on with seed " + seed);
      }
    }
    log.accept(summary(firstSeed, seed - 1, System.nanoTime() - begin));
    sizes.forEach((size, count) -> log.accept("  " + size + " networks compared: " + count));
    ways.forEach((way, count) -> log.accept("  " + way + " verdicts compared: " + count));
    verdicts.forEach((what, count) -> log.accept("  " + what + ": " + count));
  }

  /// Returns the disagreements found, each with its seed and the smallest program that shows it.
  public List<String> disagreements() {
    return disagreements;
  }

  /// Returns how many random programs did not compile.
  public int rejected() {
    return rejected;
  }

  private String summary(long first, long last, long nanoseconds) {
    double seconds = nanoseconds / 1e9;
    return String.format(java.util.Locale.ROOT, "%d networks compared (seeds %d to %d), %d states, %d too large, "
        + "%d rejected, %d disagreements, %.0f s, %.0f networks/s", compared, first, last, states, tooLarge, rejected,
        disagreeing, seconds, compared / Math.max(seconds, 1e-9));
  }

  private void one(long seed) {
    Piece program = RandomProgram.of(seed, Size.of(seed));
    Comparison.Result result = Comparison.of(program.text(), mostStates, Way.some(looks, seed));
    switch (result.kind()) {
      case AGREE -> compared++;
      case TOO_LARGE -> tooLarge++;
      case REJECTED -> {
        rejected++;
        if (rejected <= MOST_SHOWN) {
          log.accept("seed " + seed + " does not compile: " + result.details());
        }
      }
      case DISAGREE -> {
        compared++;
        disagreeing++;
        if (disagreements.size() < MOST_SHOWN) {
          disagreements.add(describe(seed, program, result));
          log.accept(disagreements.getLast());
        } else {
          log.accept("seed " + seed + ": " + result.details());
        }
      }
    }
    if (result.kind() == Kind.AGREE || result.kind() == Kind.DISAGREE) {
      sizes.merge(Size.of(seed), 1, Integer::sum);
    }
    states += result.states();
    result.ways().forEach((way, count) -> ways.merge(way, count, Integer::sum));
    result.verdicts().forEach(v -> verdicts.merge(v, 1, Integer::sum));
  }

  private String describe(long seed, Piece program, Comparison.Result result) {
    String first = kindOf(result);
    Piece small = new Shrinker(text -> {
      Comparison.Result smaller = Comparison.of(text, mostStates, Way.some(looks, seed));
      return smaller.kind() == Kind.DISAGREE && kindOf(smaller).equals(first);
    }).shrink(program);
    return "seed " + seed + ": " + result.details() + "\n" + small.text() + "shows: "
        + Comparison.of(small.text(), mostStates, Way.some(looks, seed)).details();
  }

  /// The first disagreement without names and numbers, so that shrinking does not wander to another one.
  private static String kindOf(Comparison.Result result) {
    String text = result.details().getFirst();
    return text.contains("\tat ") ? text.substring(text.indexOf("\tat "), text.indexOf('\n', text.indexOf("\tat ")))
        : text.replaceAll("[a-z][0-9]+|[0-9]+", "").replaceAll("progress on.*:|^.* leads to [^:]*:", "");
  }
}
