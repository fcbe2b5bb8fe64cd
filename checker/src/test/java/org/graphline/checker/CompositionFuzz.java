package org.graphline.checker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Prepared;
import org.graphline.checker.verdict.Verdict;
import org.graphline.model.property.Claim;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.Span;

/// Holds composition against the search of all states, on as many random networks as one likes: `CompositionFuzz first
/// count`. Says every now and then how far it has come, and at the end how often what came out; ends with status 1 at
/// a disagreement. The search itself is held against the definitions elsewhere.
public final class CompositionFuzz {
  private static final int LINE_EVERY = 10_000;
  private static final long MOST_STATES = 500;

  private CompositionFuzz() {}

  public static void main(String[] arguments) {
    long first = Long.parseLong(arguments[0]);
    long count = Long.parseLong(arguments[1]);
    var answers = new ComposedAnswers();
    for (long seed = first; seed < first + count; seed++) {
      RandomNetworks.Sample sample = RandomNetworks.seeded(seed);
      try {
        var prepared = new Prepared(sample.network(), Timers.ANY);
        answers.compare(sample, prepared, known(sample, prepared));
      } catch (AssertionError e) {
        System.out.println("DISAGREEMENT: " + e.getMessage());
        System.exit(1);
      }
      if ((seed - first + 1) % LINE_EVERY == 0) {
        System.out.println("seeds " + first + " to " + seed + " without a disagreement");
      }
    }
    answers.found().forEach((what, often) -> System.out.println(often + "  " + what));
  }

  private static Map<Property, Boolean> known(RandomNetworks.Sample sample, Prepared prepared) {
    List<Claim> claims = sample.properties().stream().distinct().filter(CompositionFuzz::isComposed)
        .map(p -> new Claim(p, false, "asked", Span.BUILT_IN)).toList();
    var known = new LinkedHashMap<Property, Boolean>();
    for (Verdict verdict : ProofFuzz.check(prepared, claims, Options.Engine.SEARCH, MOST_STATES)) {
      switch (verdict) {
        case Verdict.Holds _ -> known.put(verdict.claim().property(), true);
        case Verdict.Violated _ -> known.put(verdict.claim().property(), false);
        case Verdict.Undecided _ -> { }
      }
    }
    return known;
  }

  private static boolean isComposed(Property property) {
    return switch (property) {
      case Property.DeadlockFree _, Property.ErrorFree _, Property.Always _, Property.Never _, Property.LivelockFree _,
          Property.LeadsTo _, Property.Terminates _, Property.ShutsDown _ -> true;
      case Property.Can _, Property.Cannot _, Property.Refines _, Property.Deterministic _ -> false;
    };
  }
}
