package org.graphline.checker.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.graphline.checker.engine.Prepared;
import org.graphline.dsl.Frontend;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.api.Test;

class StancesTest {

  /// Pairs each of which may rest, or is left out, both of it alike.
  private static Stances pairs(int count) {
    var program = Frontend.analyze(List.of(new SourceFile("pairs.graphline", """
        package pairs;
        component Copy { in i: signal;  out o: signal;  run { repeat { receive from i;  send to o; } } }
        graph G(n: 1..100) {
          for i in 0..n-1 { a[i] = Copy();  b[i] = Copy();  a[i].o -> b[i].i;  b[i].o -> a[i].i; }
        }
        check G(n = %d) { deadlock free; }
        """.formatted(count)))).program().orElseThrow();
    Network network = Frontend.elaborate(program, Frontend.checks(program).getFirst()).getFirst().network()
        .orElseThrow();
    var kinds = Kinds.of(new Prepared(network, Timers.ANY).excerpts().orElseThrow(), new Effort(() -> false));
    return new Stances(kinds, IntStream.range(0, 2 * count).boxed().toList());
  }

  @Test
  void allWaysToStandAreLookedAtOrNone() {
    assertThat(pairs(5).size()).isEqualTo(1 << 5);
    assertThatThrownBy(() -> pairs(13)).isInstanceOf(Cells.Irregular.class);
  }
}
