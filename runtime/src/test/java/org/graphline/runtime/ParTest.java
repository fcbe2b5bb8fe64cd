package org.graphline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ParTest {
  @Test
  void parWaitsForEveryBranch() throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      Bench bench = new Bench();
      Script script = bench.script("script");
      AtomicInteger sum = new AtomicInteger();
      script.does(() -> {
        for (int round = 0; round < 3; round++) {
          script.at(1).parFor(1, 4, sum::addAndGet);
          bench.seen.add(sum.get());
        }
        script.at(2).parFor(1, 0, _ -> bench.seen.add("never"));
      });
      assertThat(bench.run().isClean()).isTrue();
      assertThat(bench.seen).containsExactly(10, 20, 30);
    }
  }

  @Test
  void aStopInOneBranchEndsTheOthersWhereverTheyWait() throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      Bench bench = new Bench();
      Script script = bench.script("script");
      In<Integer> in = script.in("in");
      Out<Integer> out = script.out("out");
      Out<Integer> full = script.out("full");
      Client<Signal, Signal> client = script.client("client");
      Phase phase = script.barrier("phase");
      Script other = bench.script("other");
      bench.wiring.<Integer>line().from(other.out("out")).to(in);
      bench.wiring.<Integer>line().from(out).to(other.in("in"));
      bench.wiring.<Integer>line(Room.room(1)).from(full).to(other.in("full"));
      bench.wiring.calls(client, other.server("server"));
      bench.wiring.barrier("phase", phase, other.barrier("phase"));
      CountDownLatch ended = new CountDownLatch(1);
      other.does(ended::await);
      In<Integer> told = bench.collector("neighbor");
      bench.wiring.<Integer>line().from(script.out("silent")).to(told);
      script.does(() -> {
        try {
          script.at(1).par(
              () -> script.at(2).receive(in),
              () -> script.at(3).send(1, out),
              () -> {
                script.at(4).send(1, full);
                script.at(4).send(2, full);
              },
              () -> script.at(5).call(client),
              () -> script.at(6).sync(phase),
              () -> script.at(7).pause(Duration.ofHours(1)),
              () -> script.at(8).par(() -> script.at(9).pause(Duration.ofHours(1))),
              () -> {
                throw script.at(10).stop();
              });
          bench.seen.add("came back");
        } finally {
          ended.countDown();
        }
      });
      assertThat(bench.run().isClean()).isTrue();
      assertThat(bench.seen).isEmpty();
    }
  }

  @Test
  void aStopWithdrawsALetterNobodyTook() throws InterruptedException {
    for (int run = 0; run < 120 * Bench.STRESS; run++) {
      Bench bench = new Bench();
      Script script = bench.script("script");
      Out<Integer> out = script.out("out");
      Script reader = bench.script("reader");
      In<Integer> in = reader.in("in");
      CountDownLatch stopped = new CountDownLatch(1);
      script.does(() -> {
        try {
          script.at(1).par(
              () -> script.at(2).send(1, out),
              () -> {
                throw script.at(3).stop();
              });
        } finally {
          stopped.countDown();
        }
      });
      reader.does(() -> {
        stopped.await();
        bench.seen.add(reader.at(4).receiveOrEnd(in).isPresent());
      });
      Out<Integer> sibling = bench.counter("sibling", 0);
      bench.wiring.<Integer>line().from(out).from(sibling).to(in);
      assertThat(bench.run().isClean()).isTrue();
      assertThat(bench.seen).containsExactly(false);
    }
  }

  @Test
  void waitingForABranchThatIsBusyInJavaTakesNoTime() throws InterruptedException {
    Bench bench = new Bench();
    Script script = bench.script("script");
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicReference<Thread> parent = new AtomicReference<>();
    script.does(() -> {
      parent.set(Thread.currentThread());
      script.at(1).par(
          go::await,
          () -> {
            stopped.countDown();
            throw script.at(2).stop();
          });
    });
    Network network = bench.start();
    stopped.await();
    assertThat(network.join(Bench.A_WHILE)).isFalse();
    assertThat(parent.get().getState()).isEqualTo(Thread.State.WAITING);
    go.countDown();
    assertThat(Bench.finish(network).isClean()).isTrue();
  }

  @Test
  void aFailureInOneBranchFailsTheComponent() throws InterruptedException {
    Bench bench = new Bench();
    Script script = bench.script("script");
    In<Integer> in = script.in("in");
    Out<Integer> own = script.out("own");
    bench.wiring.<Integer>line().from(own).to(in);
    script.does(() -> script.at(1).par(
        () -> script.at(2).receive(in),
        () -> {
          script.at(3);
          throw new IllegalStateException("broken");
        }));
    Report report = bench.run();
    assertThat(report.failures()).hasSize(1);
    assertThat(report.failures().getFirst().position()).isEqualTo("test.graphline:3");
  }

  @Test
  void aLineBetweenTwoBranchesWorks() throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      Bench bench = new Bench();
      Script script = bench.script("script");
      In<Integer> in = script.in("in");
      Out<Integer> out = script.out("out");
      bench.wiring.<Integer>line().from(out).to(in);
      script.does(() -> script.at(1).par(
          () -> bench.seen.add(script.at(2).receive(in)),
          () -> script.at(3).send(4, out)));
      assertThat(bench.run().isClean()).isTrue();
      assertThat(bench.seen).containsExactly(4);
    }
  }
}
