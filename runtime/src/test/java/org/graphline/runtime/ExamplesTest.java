package org.graphline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dining.Table;
import farm.Farm;
import hello.Hello;
import hello.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import store.Depot;
import store.Jobs;

class ExamplesTest {
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  @Test
  void helloPrintsThreeGreetingsAndEnds() throws InterruptedException {
    Words words = new Words() {
      @Override
      public String shout(String s) {
        return s.toUpperCase();
      }

      @Override
      public void print(String s) {
        seen.add(s);
      }
    };
    for (int run = 0; run < 120 * Bench.STRESS; run++) {
      seen.clear();
      try (Hello hello = Hello.builder().words(words).start()) {
        assertThat(Bench.finish(hello.network()).isClean()).isTrue();
      }
      assertThat(seen).containsExactly("HELLO, GRAPHLINE", "HELLO, GRAPHLINE", "HELLO, GRAPHLINE");
    }
  }

  /// Numbers its parts and adds the results.
  private static final class Sums implements farm.Work {
    private final AtomicInteger parts = new AtomicInteger();
    private volatile int shown;

    @Override
    public Integer next() {
      return parts.incrementAndGet();
    }

    @Override
    public Integer run(Integer p) {
      return p * 10;
    }

    @Override
    public Integer merge(Integer a, Integer b) {
      return a + b;
    }

    @Override
    public void show(Integer r) {
      shown = r;
    }

    @Override
    public Integer zero() {
      return 0;
    }
  }

  private static Farm farm(int workers, boolean together, Sums sums) {
    return Farm.builder().workers(workers).together(together).work(sums).start();
  }

  @Test
  void farmWithTwoWorkersThatHandsOutThenCollectsIsStuck() throws InterruptedException {
    List<Network.Waiting> waiting = Bench.assertStuck(farm(2, false, new Sums()).network());
    assertThat(waiting).map(Object::toString).containsExactlyInAnyOrder(
        "farmer waits to send parts at farm.graphline:26 for w[0], w[1]",
        "w[0] waits to send results at farm.graphline:12 for farmer",
        "w[1] waits to send results at farm.graphline:12 for farmer");
  }

  @Test
  void farmWithFourWorkersFinishes() throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      Sums sums = new Sums();
      assertThat(Bench.finish(farm(4, false, sums).network()).isClean()).isTrue();
      assertThat(sums.shown).isEqualTo(100);
    }
  }

  @Test
  void farmThatDoesBothAtOnceFinishesWithTwoWorkers() throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      Sums sums = new Sums();
      assertThat(Bench.finish(farm(2, true, sums).network()).isClean()).isTrue();
      assertThat(sums.shown).isEqualTo(100);
    }
  }

  @Test
  void depotHandsOutEveryJobOnceAndEnds() throws InterruptedException {
    for (int run = 0; run < 120 * Bench.STRESS; run++) {
      seen.clear();
      AtomicInteger made = new AtomicInteger();
      Jobs jobs = new Jobs() {
        @Override
        public String make() {
          return "job " + made.incrementAndGet();
        }

        @Override
        public void use(String j) {
          seen.add(j);
        }
      };
      Depot depot = Depot.start(2, 2, jobs, Options.standard());
      assertThat(Bench.finish(depot.network()).isClean()).isTrue();
      assertThat(seen).containsExactlyInAnyOrder("job 1", "job 2", "job 3", "job 4");
    }
  }

  @Test
  void philosophersEatWhileOneIsLeftHanded() throws InterruptedException {
    AtomicInteger meals = new AtomicInteger();
    Network table = Table.start(true, Options.standard().observedBy(event -> {
      if (event instanceof Event.Marked) {
        meals.incrementAndGet();
      }
    }));
    long end = System.nanoTime() + Bench.PATIENCE.toNanos();
    while (meals.get() < 200 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    table.abort();
    assertThat(table.join(Bench.PATIENCE)).isTrue();
    assertThat(meals.get()).isGreaterThanOrEqualTo(200);
  }
}
