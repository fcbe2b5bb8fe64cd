package org.graphline.checker.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.graphline.checker.NaiveChecker;
import org.graphline.checker.RandomNetworks;
import org.graphline.checker.RandomNetworks.Sample;
import org.graphline.checker.engine.BreadthFirst;
import org.graphline.checker.engine.Judgement;
import org.graphline.checker.engine.Limits;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.engine.StuckGroups;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.product.Products;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;
import org.junit.jupiter.api.Test;

class StubbornSearchTest {
  private static final long FIRST = Long.getLong("graphline.random.first", 1);
  private static final long COUNT = Long.getLong("graphline.random.count", 400);
  private static final int MOST_STATES = 500;

  private long whole;
  private long kept;

  @Test
  void whatIsKeptAnswersEveryPropertyAsAllDoes() throws Unsupported {
    int compared = 0;
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      Sample sample = RandomNetworks.seeded(seed);
      Timers timers = seed % 3 == 0 ? Timers.PATIENT : Timers.ANY;
      Optional<Map<Property, NaiveChecker.Answer>> naive =
          NaiveChecker.check(sample.network(), sample.properties(), timers, MOST_STATES);
      if (naive.isPresent()) {
        for (Property property : sample.properties()) {
          agree(sample, timers, List.of(property), naive.get());
        }
        agree(sample, timers, sample.properties(), naive.get());
        compared++;
      }
    }
    assertThat(compared).isGreaterThan((int) (COUNT / 2));
    assertThat(kept).isLessThan(whole);
  }

  /// Who must choose before others have chosen cannot keep up a livelock that needs to know their choice.
  @Test
  void letsNobodyKnowWhatOthersWillChoose() throws Unsupported {
    Sample sample = RandomNetworks.seeded(134_444);
    agree(sample, Timers.ANY, sample.properties(),
        NaiveChecker.check(sample.network(), sample.properties(), Timers.ANY, MOST_STATES).orElseThrow());
  }

  private void agree(Sample sample, Timers timers, List<Property> properties,
      Map<Property, NaiveChecker.Answer> naive) throws Unsupported {
    Semantics semantics = Semantics.of(sample.network(), timers);
    var all = new NetworkStateSpace(semantics);
    Products.Made made = Products.of(semantics, timers);
    var sets = new StubbornSets(made.product(), Demands.of(properties, made, all));
    ReducedGraph graph = StubbornSearch.explore(sets, (_, _, _) -> false, Integer.MAX_VALUE, () -> false);
    var space = new KeptSpace(all, made, graph);
    Map<Property, Judgement> judged = new BreadthFirst("kept")
        .judge(space, properties, Limits.of(Options.withClock(() -> 0)), Progress.SILENT).judgements();
    for (Property property : properties) {
      boolean holds = switch (property) {
        // Who can move is asked of all steps.
        case Property.DeadlockFree _ -> StreamSupport.stream(space.states().spliterator(), false)
            .allMatch(s -> StuckGroups.find(all, s, all.steps(s)).isEmpty());
        default -> judged.get(property) instanceof Judgement.Holds;
      };
      assertThat(holds).as("seed %d, %s: %s of %s", sample.seed(), timers, property, properties.size())
          .isEqualTo(naive.get(property).holds());
    }
    kept += graph.states();
    whole += reachable(all);
  }

  private static long reachable(NetworkStateSpace space) {
    return new BreadthFirst("all").judge(space, List.of(new Property.Terminates()),
        Limits.of(Options.withClock(() -> 0)), Progress.SILENT).statistics().states();
  }
}
