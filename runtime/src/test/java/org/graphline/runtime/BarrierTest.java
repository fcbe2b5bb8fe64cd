package org.graphline.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphline.runtime.Desk.receive;
import static org.graphline.runtime.Desk.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BarrierTest {
  private final Bench bench = new Bench();
  private final List<Phase> members = new ArrayList<>();

  private Phase enroll(Script script) {
    Phase phase = script.barrier("tick");
    members.add(phase);
    return phase;
  }

  @Test
  void nobodyGetsAheadByMoreThanOneRound() throws InterruptedException {
    int rounds = 100 * Bench.STRESS;
    AtomicInteger[] at = new AtomicInteger[5];
    AtomicInteger ahead = new AtomicInteger();
    for (int i = 0; i < at.length; i++) {
      AtomicInteger mine = at[i] = new AtomicInteger();
      Script script = bench.script("m[" + i + "]");
      Phase phase = enroll(script);
      script.does(() -> {
        for (int round = 0; round < rounds; round++) {
          mine.incrementAndGet();
          script.at(1).sync(phase);
          for (AtomicInteger other : at) {
            if (other.get() <= round) {
              ahead.incrementAndGet();
            }
          }
        }
      });
    }
    bench.wiring.barrier("tick", members);
    assertThat(bench.run().isClean()).isTrue();
    assertThat(ahead).hasValue(0);
  }

  @Test
  void goingHomeResigns() throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      BarrierTest one = new BarrierTest();
      for (int i = 0; i < 4; i++) {
        Script script = one.bench.script("m[" + i + "]");
        Phase phase = one.enroll(script);
        int rounds = i;
        script.does(() -> {
          for (int round = 0; round < rounds; round++) {
            script.at(1).sync(phase);
          }
          if (rounds == 2) {
            throw new IllegalStateException("failing resigns too");
          }
        });
      }
      one.bench.wiring.barrier("tick", one.members);
      assertThat(one.bench.run().failures()).hasSize(1);
    }
  }

  @Test
  void aBarrierIsOneCaseOfASelect() throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      new BarrierTest().selectOverBarrier();
    }
  }

  private void selectOverBarrier() throws InterruptedException {
    AtomicInteger ticks = new AtomicInteger();
    AtomicInteger letters = new AtomicInteger();
    for (int i = 0; i < 2; i++) {
      Script worker = bench.script("worker[" + i + "]");
      Phase phase = enroll(worker);
      In<Integer> in = worker.in("in");
      worker.does(() -> {
        int mine = 0;
        while (mine < 3) {
          switch (worker.at(1).select(receive(in), sync(phase))) {
            case 0 -> letters.incrementAndGet();
            default -> {
              mine++;
              ticks.incrementAndGet();
            }
          }
        }
      });
      bench.wiring.<Integer>line().from(bench.counter("c[" + i + "]", 4)).to(in);
    }
    Script clock = bench.script("clock");
    Phase phase = enroll(clock);
    clock.does(() -> {
      for (int i = 0; i < 3; i++) {
        clock.at(2).sync(phase);
      }
    });
    bench.wiring.barrier("tick", members);
    assertThat(bench.run().isClean()).isTrue();
    assertThat(ticks).hasValue(6);
    assertThat(letters.get()).isBetween(0, 8);
  }

  @Test
  void aSelectOverTwoBarriersTakesOneAtATime() throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      Bench two = new Bench();
      Script middle = two.script("middle");
      Phase a = middle.barrier("a");
      Phase b = middle.barrier("b");
      AtomicInteger syncs = new AtomicInteger();
      middle.does(() -> {
        for (int i = 0; i < 6; i++) {
          middle.at(1).select(sync(a), sync(b));
          syncs.incrementAndGet();
        }
      });
      for (Phase mine : List.of(a, b)) {
        Script side = two.script("side " + mine.name());
        Phase other = side.barrier("x");
        side.does(() -> {
          for (int i = 0; i < 3; i++) {
            side.at(2).sync(other);
          }
        });
        two.wiring.barrier(mine.name(), mine, other);
      }
      assertThat(two.run().isClean()).isTrue();
      assertThat(syncs).hasValue(6);
    }
  }

  @Test
  void waitingForAMemberWhoNeverComesIsReported() throws InterruptedException {
    Script early = bench.script("early");
    Phase here = enroll(early);
    early.does(() -> early.at(7).sync(here));
    Script late = bench.script("late");
    enroll(late);
    In<Integer> in = late.in("in");
    late.does(() -> late.at(8).receive(in));
    Script silent = bench.script("silent");
    Out<Integer> out = silent.out("out");
    In<Integer> other = silent.in("other");
    silent.does(() -> silent.at(9).receive(other));
    bench.wiring.<Integer>line().from(out).to(in);
    bench.wiring.<Integer>line().from(late.out("out")).to(other);
    bench.wiring.barrier("tick", members);
    assertThat(Bench.assertStuck(bench.start())).map(Object::toString)
        .contains("early waits to sync tick at test.graphline:7 for late");
  }
}
