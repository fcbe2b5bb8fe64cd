package org.graphline.checker.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.graphline.checker.packed.PackedSpace;
import org.graphline.checker.packed.Stepper;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.store.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
  private static final Inspector INDIFFERENT = (state, depth) -> Inspector.Next.GO_ON;
  private static final Bounds NONE = Bounds.none(() -> 0);
  private static final long PLENTY = 1 << 26;

  /// A counter of `digits` digits below 10, each of which can be stepped up: 10 to the power of `digits`
  /// states.
  private record Counter(int digits) implements PackedSpace {

    @Override
    public int words() {
      return 1;
    }

    @Override
    public int bits() {
      return 4 * digits;
    }

    @Override
    public void initial(long[] into) {
      into[0] = 0;
    }

    @Override
    public Stepper stepper(boolean labeled) {
      return new Stepper(1, digits, labeled) {
        @Override
        public int steps(long[] states, int at) {
          int steps = 0;
          for (int shift = 0; shift < 4 * digits; shift += 4) {
            if ((states[at] >>> shift & 0xF) < 9) {
              targets[steps++] = states[at] + (1L << shift);
            }
          }
          suspicious = steps == 0;
          return steps;
        }
      };
    }
  }

  /// States one after the other.
  private record Chain(int length) implements PackedSpace {

    @Override
    public int words() {
      return 1;
    }

    @Override
    public int bits() {
      return 40;
    }

    @Override
    public void initial(long[] into) {
      into[0] = 0;
    }

    @Override
    public Stepper stepper(boolean labeled) {
      return new Stepper(1, 1, labeled) {
        @Override
        public int steps(long[] states, int at) {
          targets[0] = states[at] + 1;
          return states[at] + 1 < length ? 1 : 0;
        }
      };
    }
  }

  @ParameterizedTest
  @EnumSource(Storage.class)
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void tablesGrowThoughNoLevelAddsMuch(Storage storage) {
    for (int threads = 1; threads <= 2; threads++) {
      try (Search search = new Search(new Chain(50_000), storage, threads, MemoryBudget.outsideHeap(PLENTY))) {
        Result result = search.run(INDIFFERENT, NONE, Watcher.SILENT);
        assertThat(result.end()).isEqualTo(Result.End.ALL_SEEN);
        // Bits of different states may be the same.
        assertThat(result.states()).isBetween(storage.exact() ? 50_000L : 49_000L, 50_000L);
      }
    }
  }

  /// The first table is far smaller than the bound.
  @ParameterizedTest
  @EnumSource(Storage.class)
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aBoundOnStatesIsMetExactlyHoweverOftenTheTableHasToGrow(Storage storage) {
    for (int threads = 1; threads <= 2; threads++) {
      for (int most : new int[] {1, 100, 5_000, 60_000}) {
        try (Search search = search(storage, threads, PLENTY)) {
          Result result = search.run(INDIFFERENT, NONE.maxStates(most), Watcher.SILENT);
          assertThat(result.end()).isEqualTo(Result.End.STATES);
          assertThat(result.states()).isEqualTo(most);
        }
      }
    }
  }

  private static Search search(Storage storage, int threads, long bytes) {
    return new Search(new Counter(5), storage, threads, MemoryBudget.outsideHeap(bytes));
  }

  @ParameterizedTest
  @EnumSource(Storage.class)
  void reportsWhatItSawAndWhatThatTook(Storage storage) {
    List<String> seen = new ArrayList<>();
    try (Search search = search(storage, 2, PLENTY)) {
      Result result = search.run((state, depth) -> {
        seen.add(Long.toHexString(state[0]) + "@" + depth);
        return Inspector.Next.GO_ON;
      }, NONE, Watcher.SILENT);

      assertThat(result.end()).isEqualTo(Result.End.ALL_SEEN);
      assertThat(result.complete()).isTrue();
      assertThat(result.states()).isEqualTo(100_000);
      assertThat(result.transitions()).isEqualTo(5 * 90_000);
      assertThat(result.depth()).isEqualTo(45);
      assertThat(result.bytesPerState()).isEqualTo((double) result.bytes() / 100_000);
      assertThat(result.coverage()).isBetween(0.999, 1.0);
      assertThat(seen).containsExactly("99999@45");
    }
  }

  @Test
  void needsAtMostSixteenBytesMoreThanTheWords() {
    try (Search search = search(Storage.NUMBERED, 1, PLENTY)) {
      Result result = search.run(INDIFFERENT, NONE, Watcher.SILENT);

      long unusedEndOfThePage = 1 << 18;
      assertThat(result.bytes() - unusedEndOfThePage).isLessThan(result.states() * (8 + 16));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void stopsCleanlyWhenMemoryIsUsedUp(int threads) {
    var budget = MemoryBudget.outsideHeap(800_000);
    List<Long> seen = new ArrayList<>();
    try (Search search = new Search(new Counter(5), Storage.EXACT, threads, budget)) {
      Result result = search.run((state, depth) -> {
        seen.add(depth);
        return Inspector.Next.GO_ON;
      }, NONE, Watcher.SILENT);

      assertThat(result.end()).isEqualTo(Result.End.MEMORY);
      assertThat(result.complete()).isFalse();
      assertThat(result.states()).isBetween(10_000L, 100_000L);
      assertThat(result.bytes()).isLessThanOrEqualTo(800_000);
      assertThatThrownBy(() -> search.pathTo(new long[] {0x99999}, NONE))
          .isInstanceOf(MemoryBudget.Exhausted.class);
      assertThat(search.pathTo(new long[] {0x11}, NONE)).hasSize(3);
    }
    assertThat(budget.used()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"FINGERPRINTS", "BITS"})
  void goesOnWithPartOfALevelThatIsTooLarge(Storage storage) {
    try (Search search = new Search(new Counter(6), storage, 2, MemoryBudget.outsideHeap(3_000_000))) {
      Result result = search.run(INDIFFERENT, NONE, Watcher.SILENT);

      assertThat(result.end()).isEqualTo(Result.End.MEMORY);
      assertThat(result.states()).isBetween(100_000L, 999_999L);
      assertThat(search.pathTo(new long[] {0x12}, NONE)).hasSize(4);
    }
  }

  @Test
  void getsToTheDeepestStateThoughItLeavesStatesOut() {
    // A table of hashes would be full before.
    try (Search search = new Search(new Counter(6), Storage.BITS, 1, MemoryBudget.outsideHeap(3_000_000))) {
      List<Long> seen = new ArrayList<>();
      Result result = search.run((state, depth) -> {
        seen.add(depth);
        return Inspector.Next.GO_ON;
      }, NONE, Watcher.SILENT);

      assertThat(result.end()).isEqualTo(Result.End.MEMORY);
      assertThat(seen).containsExactly(54L);
    }
  }

  @Test
  void hasNotEvenMemoryForATable() {
    try (Search search = search(Storage.EXACT, 1, 100)) {
      assertThat(search.run(INDIFFERENT, NONE, Watcher.SILENT).end()).isEqualTo(Result.End.MEMORY);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void stopsWhenItMay(int threads) {
    try (Search search = search(Storage.EXACT, threads, PLENTY)) {
      assertThat(search.run(INDIFFERENT, NONE.maxStates(10_000), Watcher.SILENT).end())
          .isEqualTo(Result.End.STATES);
      Result shallow = search.run(INDIFFERENT, NONE.maxDepth(3), Watcher.SILENT);
      assertThat(shallow.end()).isEqualTo(Result.End.DEPTH);
      assertThat(shallow.depth()).isEqualTo(3);
      assertThat(shallow.transitions()).isEqualTo(5 * (1 + 5 + 15 + 35));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void stopsWhenItsTimeIsOverOrItIsCancelled(int threads) {
    var clock = new AtomicLong();
    LongSupplier ticking = clock::incrementAndGet;
    var asked = new AtomicInteger();
    try (Search search = search(Storage.EXACT, threads, PLENTY)) {
      assertThat(search.run(INDIFFERENT, Bounds.none(ticking).within(200), Watcher.SILENT).end())
          .isEqualTo(Result.End.TIME);
      Bounds patient = NONE.cancelled(() -> asked.incrementAndGet() > 50);
      assertThat(search.run(INDIFFERENT, patient, Watcher.SILENT).end())
          .isEqualTo(Result.End.CANCELLED);
      assertThat(search.run(INDIFFERENT, NONE, Watcher.SILENT).complete()).isTrue();
    }
  }

  @Test
  void stopsWhenTheInspectorHasSeenEnough() {
    RandomSpace space = RandomSpace.of(7, 2, 5_000, 0);
    long[] distance = space.distances();
    long nearest = nearestSuspicious(space, distance);
    for (Inspector.Next next : List.of(Inspector.Next.STOP, Inspector.Next.END_LEVEL)) {
      List<Long> depths = new ArrayList<>();
      try (Search search = new Search(space, Storage.EXACT, 2, MemoryBudget.outsideHeap(PLENTY))) {
        Result result = search.run((state, depth) -> {
          depths.add(depth);
          return next;
        }, NONE, Watcher.SILENT);

        assertThat(result.end()).isEqualTo(Result.End.INSPECTOR);
        assertThat(depths).containsOnly(nearest);
        assertThat(depths).hasSize(next == Inspector.Next.STOP ? 1 : suspiciousAt(space, distance, nearest));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void passesOnWhatTheInspectorThrows(int threads) {
    try (Search search = search(Storage.EXACT, threads, PLENTY)) {
      assertThatThrownBy(() -> search.run((state, depth) -> {
        throw new IllegalStateException("no");
      }, NONE, Watcher.SILENT)).isInstanceOf(IllegalStateException.class).hasMessage("no");
    }
  }

  @Test
  void tellsTheWatcherHowFarItIs() {
    var clock = new AtomicLong();
    List<Long> depths = new ArrayList<>();
    try (Search search = search(Storage.EXACT, 2, PLENTY)) {
      search.run(INDIFFERENT, Bounds.none(() -> clock.addAndGet(1_000_000)),
          (states, depth, frontier, statesPerSecond, bytes) -> {
            assertThat(statesPerSecond).isPositive();
            assertThat(bytes).isPositive();
            depths.add(depth);
          });
    }
    assertThat(depths).hasSizeGreaterThan(2).isSorted();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void findsTheSamePathOnAnyNumberOfThreads(int threads) {
    try (Search search = search(Storage.EXACT, threads, PLENTY)) {
      assertThat(search.pathTo(new long[] {0x21}, NONE).stream().map(Arrays::toString))
          .containsExactly("[0]", "[1]", "[17]", "[33]");
    }
  }

  private static long nearestSuspicious(RandomSpace space, long[] distance) {
    long nearest = Long.MAX_VALUE;
    for (int state = 0; state < space.size(); state++) {
      if (distance[state] >= 0 && space.isSuspicious(state)) {
        nearest = Math.min(nearest, distance[state]);
      }
    }
    return nearest;
  }

  private static int suspiciousAt(RandomSpace space, long[] distance, long depth) {
    int count = 0;
    for (int state = 0; state < space.size(); state++) {
      count += distance[state] == depth && space.isSuspicious(state) ? 1 : 0;
    }
    return count;
  }
}
