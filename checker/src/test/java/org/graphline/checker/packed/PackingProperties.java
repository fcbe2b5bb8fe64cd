package org.graphline.checker.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.graphline.checker.product.Field;
import org.junit.jupiter.api.Test;

class PackingProperties {

  @Property(tries = 200)
  void givesBackWhatWasPutIn(@ForAll @Size(max = 60) List<@IntRange(min = 1) Integer> sizes,
      @ForAll long seed) {
    List<Field> fields = sizes.stream().map(PackingProperties::field).toList();
    Packing packing = Packing.of(fields);
    var random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      int[] values = sizes.stream().mapToInt(random::nextInt).toArray();
      long[] state = packing.encode(values);
      assertThat(packing.decode(state, 0)).isEqualTo(values);
      assertThat(state[0]).isNotNegative();
      if (values.length > 0) {
        int field = random.nextInt(values.length);
        values[field] = random.nextInt(sizes.get(field));
        packing.put(state, 0, field, values[field]);
        assertThat(state).isEqualTo(packing.encode(values));
      }
    }
  }

  @Property(tries = 200)
  void takesFewWordsMoreThanTheLeast(@ForAll @Size(max = 60) List<@IntRange(min = 1) Integer> sizes) {
    Packing packing = Packing.of(sizes.stream().map(PackingProperties::field).toList());
    int least = (packing.bits() + Long.SIZE) / Long.SIZE;
    assertThat(packing.words()).isLessThanOrEqualTo(least + 1 + least / 2);
  }

  @Test
  void keepsTheHighestBitOfTheFirstWordFree() {
    Packing packing = Packing.of(List.of(field(1 << 30), field(1 << 30), field(16)));
    assertThat(packing.bits()).isEqualTo(64);
    assertThat(packing.words()).isEqualTo(2);
  }

  @Test
  void keepsNeighborsTogetherWhereThatCostsNothing() {
    Packing packing = Packing.of(List.of(field(2), field(1 << 20), field(4), field(1 << 20)));
    assertThat(packing.words()).isEqualTo(1);
    assertThat(packing.shift(1)).isEqualTo(1);
    assertThat(packing.shift(2)).isEqualTo(21);
  }

  private static Field field(int size) {
    return new Field(Field.Kind.PROCESS, 0, size);
  }
}
