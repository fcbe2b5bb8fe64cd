package org.graphline.checker.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.graphline.checker.space.MemoryBudget;

class StoreProperties {
  private static final long PLENTY = 1 << 26;

  @Property(tries = 30)
  void exactStoresHandOverEachStateOnce(@ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int words,
      @ForAll @IntRange(min = 1, max = 4) int threads, @ForAll @IntRange(min = 1, max = 40_000) int different)
      throws Exception {
    for (Storage storage : Storage.values()) {
      if (storage.exact()) {
        handsOverEachStateOnce(b -> storage.create(words, Long.SIZE, threads, b), seed, words, threads, different);
      }
    }
  }

  @Property(tries = 40)
  void compactSetsHandOverEachStateOnce(@ForAll long seed,
      @ForAll @IntRange(max = CompactSet.MOST_BITS) int secondBits,
      @ForAll @IntRange(min = 1, max = 4) int threads, @ForAll @IntRange(min = 1, max = 60_000) int different)
      throws Exception {
    var budget = MemoryBudget.outsideHeap(PLENTY);
    try (Store store = Storage.EXACT.create(2, secondBits, threads, budget)) {
      assertThat(store).isInstanceOf(CompactSet.class);
      checkHandedOverOnce(store, fill(store, seed, 2, secondBits, threads, different), budget);
    }
    assertThat(budget.used()).isZero();
  }

  @Property(tries = 40)
  void shortSetsHandOverEachStateOnce(@ForAll long seed,
      @ForAll @IntRange(min = 1, max = ShortSet.MOST_BITS) int bits,
      @ForAll @IntRange(min = 1, max = 4) int threads, @ForAll @IntRange(min = 1, max = 60_000) int different)
      throws Exception {
    var budget = MemoryBudget.outsideHeap(PLENTY);
    try (Store store = Storage.EXACT.create(1, bits, threads, budget)) {
      assertThat(store).isInstanceOf(ShortSet.class);
      checkHandedOverOnce(store, fill(store, seed, 1, bits, threads, different), budget);
    }
    assertThat(budget.used()).isZero();
  }

  @Property(tries = 15)
  void largeTablesHandOverEachStateOnce(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int words,
      @ForAll @IntRange(min = 1, max = 3) int threads,
      @ForAll @IntRange(min = 30_000, max = 60_000) int different)
      throws Exception {
    int slots = 1 << 20;
    handsOverEachStateOnce(b -> new WordSet(slots, threads, b), seed, 1, threads, different);
    handsOverEachStateOnce(b -> new NumberedStates(words, slots, threads, b), seed, words, threads, different);
    handsOverEachStateOnce(b -> new Fingerprints(words, slots, threads, b), seed, words, threads, different);
  }

  private static void handsOverEachStateOnce(Function<MemoryBudget, Store> create, long seed, int words,
      int threads, int different) throws Exception {
    var budget = MemoryBudget.outsideHeap(PLENTY);
    try (Store store = create.apply(budget)) {
      checkHandedOverOnce(store, fill(store, seed, words, Long.SIZE, threads, different), budget);
    }
    assertThat(budget.used()).isZero();
  }

  private static void checkHandedOverOnce(Store store, Filled filled, MemoryBudget budget) {
    assertThat(new HashSet<>(filled.found())).isEqualTo(filled.added()).hasSize(filled.found().size());
    assertThat(store.size()).isEqualTo(filled.added().size());
    assertThat(store.bytes()).isEqualTo(budget.used());
    assertThat(store.expectedLost()).isLessThan(1e-6);
  }

  @Property(tries = 20)
  void otherStoresLoseFewStatesAndInventNone(@ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int words,
      @ForAll @IntRange(min = 1, max = 4) int threads, @ForAll @IntRange(min = 1, max = 20_000) int different)
      throws Exception {
    for (Storage storage : Storage.values()) {
      if (!storage.exact()) {
        try (Store store = storage.create(words, Long.SIZE, threads, MemoryBudget.outsideHeap(1 << 26))) {
          Filled filled = fill(store, seed, words, Long.SIZE, threads, different);
          int lost = filled.added().size() - filled.found().size();

          assertThat(store.leftOut()).isFalse();
          assertThat(filled.added().containsAll(filled.found())).isTrue();
          assertThat(new HashSet<>(filled.found())).hasSize(filled.found().size());
          assertThat((double) lost).isLessThanOrEqualTo(5 + 5 * store.expectedLost());
          assertThat(store.coverage()).isBetween(0.9, 1.0);
        }
      }
    }
  }

  @Property(tries = 20)
  void numbersStatesDenselyAndFindsThemByTheirWords(@ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int words,
      @ForAll @IntRange(min = 1, max = 3) int threads, @ForAll @IntRange(min = 1, max = 20_000) int different)
      throws Exception {
    try (var store = new NumberedStates(words, 1, threads, MemoryBudget.outsideHeap(PLENTY))) {
      Filled filled = fill(store, seed, words, Long.SIZE, threads, different);
      long[] state = new long[words];
      Set<Long> numbers = new HashSet<>();
      for (List<Long> added : filled.added()) {
        long id = store.find(added.stream().mapToLong(w -> w).toArray(), 0);
        store.read(id, state);
        assertThat(list(state, 0, words)).isEqualTo(added);
        numbers.add(id);
      }
      assertThat(numbers).hasSize(filled.added().size()).allMatch(id -> id >= 0 && id < store.bound());
      assertThat(store.bound()).isLessThan(filled.added().size() + (threads + 1L) * StatePages.BLOCK);
      assertThat(store.find(new State(new Random(seed), different).absent(words), 0)).isEqualTo(-1);
    }
  }

  /// Adds random states from several threads, the same states from all, and reads back what was new.
  private static Filled fill(Store store, long seed, int words, int lastBits, int threads, int different)
      throws Exception {
    List<Adder> adders = new ArrayList<>();
    Set<List<Long>> added = new HashSet<>();
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (int thread = 0; thread < threads; thread++) {
        Adder adder = store.adder();
        adders.add(adder);
        long[] states = states(seed + thread % 2, words, lastBits, different);
        remember(states, words, added);
        running.add(pool.submit(() -> addAll(adder, states, words)));
      }
      for (Future<?> task : running) {
        await(task);
      }
    }
    List<List<Long>> found = new ArrayList<>();
    adders.forEach(a -> a.takeNew(piece -> read(piece, words, found)));
    return new Filled(added, found);
  }

  private static void await(Future<?> task) throws InterruptedException {
    try {
      task.get();
    } catch (ExecutionException e) {
      throw new AssertionError("an adder failed", e);
    }
  }

  /// Adds states in two halves, between which the others may grow the table.
  private static void addAll(Adder adder, long[] states, int words) {
    int count = states.length / words;
    addAll(adder, states, 0, count / 2);
    addAll(adder, states, count / 2, count);
  }

  private static void addAll(Adder adder, long[] states, int first, int last) {
    int step = 1 + last % 90;
    adder.begin();
    try {
      for (int from = first; from < last; from += step) {
        adder.add(states, from, Math.min(last, from + step));
      }
      adder.flush();
    } finally {
      adder.finish();
    }
  }

  private static long[] states(long seed, int words, int lastBits, int different) {
    var random = new Random(seed);
    long lastMask = lastBits == Long.SIZE ? -1 : (1L << lastBits) - 1;
    var state = new State(random, different);
    long[] states = new long[2 * different * words];
    for (int i = 0; i < states.length; i += words) {
      state.draw(states, i, words);
      states[i + words - 1] &= lastMask;
    }
    return states;
  }

  private static void remember(long[] states, int words, Set<List<Long>> into) {
    for (int i = 0; i < states.length; i += words) {
      into.add(list(states, i, words));
    }
  }

  private static void read(Piece piece, int words, List<List<Long>> into) {
    long[] states = new long[piece.size() * words];
    piece.read(0, piece.size(), states);
    for (int i = 0; i < states.length; i += words) {
      into.add(list(states, i, words));
    }
  }

  private static List<Long> list(long[] states, int at, int words) {
    List<Long> state = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      state.add(states[at + i]);
    }
    return state;
  }

  private record Filled(Set<List<Long>> added, List<List<Long>> found) {}

  /// Draws states that differ in few bits, of which those drawn often are drawn again.
  private record State(Random random, int different) {

    void draw(long[] into, int at, int words) {
      int number = random.nextInt(different);
      for (int i = 0; i < words; i++) {
        into[at + i] = number >>> 3 * i & 0xFFFL | (long) (number & 0xF) << 40;
      }
      into[at] |= (long) number << 20;
    }

    long[] absent(int words) {
      long[] state = new long[words];
      state[0] = 1L << 60;
      return state;
    }
  }
}
