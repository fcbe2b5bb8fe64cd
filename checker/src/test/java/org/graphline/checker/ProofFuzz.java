package org.graphline.checker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Verdict;
import org.graphline.model.network.Network;
import org.graphline.model.property.Claim;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.Span;

/// Holds proofs, and runs found from candidates, against the search of all states, on as many random networks as one
/// likes: `ProofFuzz first count`. Prints how often which verdict met which; ends with status 1 at a contradiction.
public final class ProofFuzz {
  private ProofFuzz() {}

  public static void main(String[] arguments) {
    long first = Long.parseLong(arguments[0]);
    long count = Long.parseLong(arguments[1]);
    Map<String, Integer> met = new TreeMap<>();
    for (long seed = first; seed < first + count; seed++) {
      RandomNetworks.Sample sample = RandomNetworks.seeded(seed);
      for (Property property : asked(sample)) {
        Timers timers = Timers.values()[(int) (seed % 2)];
        Verdict proof = check(sample.network(), property, timers, Options.Engine.PROOFS);
        if (!(proof instanceof Verdict.Undecided) || property instanceof Property.DeadlockFree) {
          Verdict search = check(sample.network(), property, timers, Options.Engine.SEARCH);
          met.merge(property.getClass().getSimpleName() + ": proofs " + name(proof) + ", search " + name(search), 1,
              Integer::sum);
          if (proof instanceof Verdict.Holds && search instanceof Verdict.Violated
              || proof instanceof Verdict.Violated && search instanceof Verdict.Holds) {
            System.out.println("CONTRADICTION at seed " + seed + ", " + timers + ": " + property);
            System.exit(1);
          }
        }
      }
    }
    met.forEach((what, often) -> System.out.println(often + "  " + what));
  }

  private static List<Property> asked(RandomNetworks.Sample sample) {
    var all = new ArrayList<Property>();
    sample.properties().stream().filter(p -> p instanceof Property.DeadlockFree || p instanceof Property.LivelockFree
        || p instanceof Property.Terminates || p instanceof Property.ShutsDown).forEach(all::add);
    return all;
  }

  private static Verdict check(Network network, Property property, Timers timers, Options.Engine engine) {
    var claim = new Claim(property, false, "asked", Span.BUILT_IN);
    Options options = Options.withClock(System::nanoTime).timers(timers).engine(engine)
        .reduction(Options.Reduction.NONE).steps(Options.Steps.INTERPRETED).threads(1).maxStates(2000)
        .maxTime(Duration.ofSeconds(30));
    return Checker.check(network, List.of(claim), options, Progress.SILENT).claimed().getFirst();
  }

  private static String name(Verdict verdict) {
    return verdict.getClass().getSimpleName();
  }
}
