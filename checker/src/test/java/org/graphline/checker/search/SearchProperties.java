package org.graphline.checker.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.store.Storage;

class SearchProperties {
  private static final long PLENTY = 1 << 26;

  @Property(tries = 100)
  void findsWhatANaiveSearchFinds(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30_000) int size,
      @ForAll @IntRange(max = 6) int freeOneIn, @ForAll @IntRange(min = 1, max = 4) int threads,
      @ForAll boolean numbered, @ForAll @IntRange(min = 1, max = 5) int words) {
    RandomSpace space = RandomSpace.of(seed, words, size, freeOneIn);
    long[] distance = space.distances();
    Map<Integer, Long> inspected = new TreeMap<>();
    Storage storage = numbered ? Storage.NUMBERED : Storage.EXACT;
    try (Search search = new Search(space, storage, threads, MemoryBudget.outsideHeap(PLENTY))) {
      Result result = search.run((state, depth) -> {
        inspected.put(space.number(state), depth);
        return Inspector.Next.GO_ON;
      }, Bounds.none(() -> 0), Watcher.SILENT);

      assertThat(result.end()).isEqualTo(Result.End.ALL_SEEN);
      assertThat(result.states()).isEqualTo(Arrays.stream(distance).filter(d -> d >= 0).count());
      assertThat(result.depth()).isEqualTo(Arrays.stream(distance).max().orElseThrow());
      assertThat(result.transitions()).isEqualTo(IntStream.range(0, size).filter(s -> distance[s] >= 0)
          .mapToLong(s -> space.counted(s).length + space.uncounted(s).length).sum());
      assertThat(inspected).isEqualTo(suspicious(space, distance));
    }
  }

  @Property(tries = 50)
  void leadsToEveryStateOnAShortestPath(@ForAll long seed, @ForAll @IntRange(min = 1, max = 500) int size,
      @ForAll @IntRange(max = 6) int freeOneIn, @ForAll @IntRange(min = 1, max = 3) int words) {
    RandomSpace space = RandomSpace.of(seed, words, size, freeOneIn);
    long[] distance = space.distances();
    try (Search search = new Search(space, Storage.EXACT, 1, MemoryBudget.outsideHeap(PLENTY))) {
      suspicious(space, distance).forEach((state, depth) -> {
        List<long[]> path = search.pathTo(words(space, state), Bounds.none(() -> 0));

        assertThat(space.number(path.getFirst())).isZero();
        assertThat(space.number(path.getLast())).isEqualTo(state);
        assertThat(length(space, path)).isEqualTo(depth);
      });
    }
  }

  private static Map<Integer, Long> suspicious(RandomSpace space, long[] distance) {
    Map<Integer, Long> states = new TreeMap<>();
    for (int state = 0; state < space.size(); state++) {
      if (distance[state] >= 0 && space.isSuspicious(state)) {
        states.put(state, distance[state]);
      }
    }
    return states;
  }

  private static long[] words(RandomSpace space, int state) {
    long[] words = new long[space.words()];
    space.write(state, words, 0);
    return words;
  }

  private static long length(RandomSpace space, List<long[]> path) {
    long length = 0;
    for (int i = 1; i < path.size(); i++) {
      int from = space.number(path.get(i - 1));
      int to = space.number(path.get(i));
      if (!contains(space.uncounted(from), to)) {
        assertThat(space.counted(from)).contains(to);
        length++;
      }
    }
    return length;
  }

  private static boolean contains(int[] states, int state) {
    return Arrays.stream(states).anyMatch(s -> s == state);
  }
}
