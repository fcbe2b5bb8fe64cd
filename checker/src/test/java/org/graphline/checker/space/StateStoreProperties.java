package org.graphline.checker.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.graphline.model.semantics.State;

class StateStoreProperties {

  @Property(tries = 50)
  void givesBackWhatWasPutInAndNumbersItOnce(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 32) Integer> widths, @ForAll long seed) {
    var random = new Random(seed);
    var cells = new RandomCells(widths, random);
    var store = new StateStore(cells, MemoryBudget.of(1 << 26));
    var numbers = new HashMap<State, Integer>();
    for (int i = 0; i < 20_000; i++) {
      State state = cells.draw(random);
      Integer known = numbers.putIfAbsent(state, numbers.size());
      assertThat(store.add(state)).isEqualTo(known == null ? numbers.size() - 1 : ~known);
    }
    numbers.forEach((state, number) -> assertThat(store.state(number)).isEqualTo(state));
    assertThat(store.size()).isEqualTo(numbers.size());
  }

  private static final class RandomCells implements Cells {
    private final int[] low;
    private final int[] high;

    RandomCells(List<Integer> widths, Random random) {
      this.low = new int[widths.size()];
      this.high = new int[widths.size()];
      for (int i = 0; i < low.length; i++) {
        long span = (1L << widths.get(i)) - 1;
        low[i] = widths.get(i) == 32 ? Integer.MIN_VALUE : random.nextInt(-1000, 1);
        high[i] = (int) Math.min(Integer.MAX_VALUE, low[i] + (span == 0 ? 0 : random.nextLong(span + 1)));
      }
    }

    State draw(Random random) {
      int[] values = new int[low.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = (int) random.nextLong(low[i], high[i] + 1L);
      }
      return State.of(values);
    }

    @Override
    public int size() {
      return low.length;
    }

    @Override
    public int low(int cell) {
      return low[cell];
    }

    @Override
    public int high(int cell) {
      return high[cell];
    }

    @Override
    public String owner(int cell) {
      return "";
    }
  }
}
