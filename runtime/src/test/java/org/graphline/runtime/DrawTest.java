package org.graphline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawTest {

  @Test
  void anyNumberOfARangeMayBeDrawnHoweverWideItIs() throws InterruptedException {
    var bench = new Bench();
    List<Integer> drawn = new ArrayList<>();
    Script dice = bench.script("dice");
    dice.does(() -> {
      for (int i = 0; i < 100; i++) {
        drawn.add(dice.at(1).draw(-1, 1));
        drawn.add(dice.at(1).draw(7, 7));
        dice.at(1).draw(Integer.MIN_VALUE, Integer.MAX_VALUE);
        dice.at(1).draw(0, Integer.MAX_VALUE);
      }
    });
    assertThat(bench.run().isClean()).isTrue();
    assertThat(drawn).contains(-1, 0, 1, 7).hasSize(200).allMatch(n -> n >= -1 && n <= 1 || n == 7);
  }
}
