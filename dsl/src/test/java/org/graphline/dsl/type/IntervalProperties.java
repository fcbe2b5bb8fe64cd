package org.graphline.dsl.type;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// What comes out of a calculation lies in the interval worked out for it.
class IntervalProperties {

  private static Interval around(int value, int below, int above) {
    return new Interval((long) value - below, (long) value + above);
  }

  @Property
  void holdsSumsDifferencesAndProducts(@ForAll int a, @ForAll int b, @ForAll @IntRange(max = 9) int below,
      @ForAll @IntRange(max = 9) int above) {
    var x = around(a, below, above);
    var y = around(b, above, below);
    assertThat(holds(x.plus(y), (long) a + b)).isTrue();
    assertThat(holds(x.minus(y), (long) a - b)).isTrue();
    assertThat(holds(x.times(y), (long) a * b)).isTrue();
    assertThat(holds(x.negate(), -(long) a)).isTrue();
    assertThat(x.hull(y).contains(x)).isTrue();
  }

  @Property
  void holdsQuotientsAndRemainders(@ForAll @IntRange(min = -60, max = 60) int a,
      @ForAll @IntRange(min = -9, max = 9) int b, @ForAll @IntRange(max = 9) int below,
      @ForAll @IntRange(max = 9) int above) {
    Assume.that(b != 0);
    var x = around(a, below, above);
    var y = around(b, above, below);
    assertThat(holds(x.dividedBy(y), a / b)).isTrue();
    assertThat(holds(x.remainder(y), a % b)).isTrue();
  }

  private static boolean holds(Interval interval, long value) {
    return interval.low() <= value && value <= interval.high();
  }
}
