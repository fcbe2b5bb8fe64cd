package org.graphline.checker.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import org.graphline.checker.product.Product;
import org.junit.jupiter.api.Test;

/// Counts that LTSmin's stubborn sets (`--por`) reach on the same networks are never exceeded.
class StubbornFamiliesTest {

  private static ReducedGraph kept(Product product, Demand demand) {
    return StubbornSearch.explore(new StubbornSets(product, demand), (_, _, _) -> false, 100_000, () -> false);
  }

  private static void assertAtMost(int states, Product product) {
    assertThat(kept(product, Demand.NOTHING_MORE)).returns(true, ReducedGraph::isComplete)
        .satisfies(g -> assertThat(g.states()).isLessThanOrEqualTo(states));
    assertThat(kept(product, Demand.FAIR_RUNS).states()).isLessThanOrEqualTo(states);
  }

  @Test
  void keepsNoMorePhilosophers() {
    assertAtMost(367, Families.philosophers(12, true));
    assertAtMost(398, Families.philosophers(12, false));
  }

  @Test
  void keepsNoMoreOfPipelinesAndGrids() {
    assertAtMost(25, Families.buffers(12));
    assertAtMost(21, Families.relay(19));
    assertAtMost(82, Families.milner(14));
    assertAtMost(144, Families.systolic(3, 3));
  }

  @Test
  void keepsNoMoreOfRequestsAndPoliteRetries() {
    assertAtMost(16_383, Families.requests(14, true));
    assertAtMost(30_229, Families.polite(7));
  }

  @Test
  void leadsToTheDeadlockAlongARun() {
    Product product = Families.philosophers(12, false);
    ReducedGraph graph = kept(product, Demand.NOTHING_MORE);
    assertThat(graph.suspicious()).hasSize(1);
    int end = graph.suspicious()[0];
    int at = 0;
    for (int step : graph.path(end)) {
      int[] after = graph.values(at);
      assertThat(graph.offer(step).guard()).allMatch(
          c -> c.atoms().stream().anyMatch(a -> a.holds(after[a.field()])));
      at = graph.target(step);
    }
    assertThat(at).isEqualTo(end);
    assertThat(graph.first(end)).isEqualTo(-1);
  }
}
