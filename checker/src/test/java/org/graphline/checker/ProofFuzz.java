package org.graphline.checker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Prepared;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Verdict;
import org.graphline.model.property.Claim;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.Span;

/// Holds proofs against the search of all states, on as many random networks as one likes: `ProofFuzz first
/// count`. Runs found from candidates need no search: the model has replayed them. Says every now and then how
/// far it has come, and at the end how often what came out; ends with status 1 at a contradiction.
public final class ProofFuzz {
  private static final int LINE_EVERY = 10_000;
  private static final long MOST_STATES = 2_000;
  /// Memory for one search: so much that the checker never has to find out how much there really is.
  private static final long PLENTY = 128L << 20;

  private final Map<String, Integer> met = new TreeMap<>();

  private ProofFuzz() {}

  public static void main(String[] arguments) {
    long first = Long.parseLong(arguments[0]);
    long count = Long.parseLong(arguments[1]);
    var fuzz = new ProofFuzz();
    for (long seed = first; seed < first + count; seed++) {
      fuzz.one(seed);
      if ((seed - first + 1) % LINE_EVERY == 0) {
        System.out.println("seeds " + first + " to " + seed + " without a contradiction");
      }
    }
    fuzz.met.forEach((what, often) -> System.out.println(often + "  " + what));
  }

  private void one(long seed) {
    RandomNetworks.Sample sample = RandomNetworks.seeded(seed);
    Timers timers = Timers.values()[(int) (seed % 2)];
    List<Claim> claims = sample.properties().stream().filter(ProofFuzz::isProvable)
        .map(p -> new Claim(p, false, "asked", Span.BUILT_IN)).toList();
    var proved = new ArrayList<Claim>();
    for (Verdict proof : check(new Prepared(sample.network(), timers), claims, Options.Engine.PROOFS, MOST_STATES)) {
      switch (proof) {
        case Verdict.Holds _ -> proved.add(proof.claim());
        case Verdict.Violated _, Verdict.Undecided _ -> note(proof, "");
      }
    }
    if (!proved.isEmpty()) {
      for (Verdict verdict : check(new Prepared(sample.network(), timers), proved, Options.Engine.SEARCH, MOST_STATES)) {
        note(verdict, " by all states, proved before");
        if (verdict instanceof Verdict.Violated) {
          System.out.println("CONTRADICTION at seed " + seed + ", " + timers + ": " + verdict.claim().property());
          System.exit(1);
        }
      }
    }
  }

  private void note(Verdict verdict, String remark) {
    String word = switch (verdict) {
      case Verdict.Holds _ -> "holds";
      case Verdict.Violated _ -> "fails";
      case Verdict.Undecided _ -> "undecided";
    };
    met.merge(verdict.claim().property().getClass().getSimpleName() + " " + word + remark, 1, Integer::sum);
  }

  private static boolean isProvable(Property property) {
    return property instanceof Property.DeadlockFree || property instanceof Property.ErrorFree
        || property instanceof Property.LivelockFree || property instanceof Property.Terminates
        || property instanceof Property.ShutsDown || property instanceof Property.Always
        || property instanceof Property.Never;
  }

  /// Returns what one engine says, by all states where it looks at states.
  static List<Verdict> check(Prepared prepared, List<Claim> claims, Options.Engine engine, long mostStates) {
    Options options = Options.withClock(System::nanoTime).timers(prepared.timers()).engine(engine)
        .reduction(Options.Reduction.NONE).steps(Options.Steps.INTERPRETED).threads(1).maxStates(mostStates)
        .maxBytes(PLENTY).maxTime(Duration.ofSeconds(30));
    return Checker.check(prepared, claims, options, Progress.SILENT).claimed();
  }
}
