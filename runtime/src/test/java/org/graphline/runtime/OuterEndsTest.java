package org.graphline.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class OuterEndsTest {
  private final Bench bench = new Bench();
  private final Inbox<Integer> pen = bench.wiring.inbox("pen");
  private final Outbox<Integer> screen = bench.wiring.outbox("screen");

  /// Wires pen to screen by a component that adds one.
  private Network plusOne(Room room) {
    Script script = bench.script("script");
    In<Integer> in = script.in("in");
    Out<Integer> out = script.out("out");
    script.does(() -> {
      while (script.repeat()) {
        int i = script.at(1).receive(in);
        script.at(2).send(i + 1, out);
      }
    });
    bench.wiring.<Integer>line(room).from(pen).to(in);
    bench.wiring.<Integer>line(room).from(out).to(screen);
    return bench.start();
  }

  @Test
  void lettersGoInAndOut() throws InterruptedException {
    Network network = plusOne(Room.handToHand());
    for (int i = 0; i < 500; i++) {
      assertThat(pen.put(i)).isTrue();
      assertThat(screen.take()).contains(i + 1);
    }
    network.close();
    assertThat(screen.take()).isEmpty();
    assertThat(pen.put(1)).isFalse();
    assertThat(network.report().isClean()).isTrue();
  }

  @Test
  void manyThreadsMayShareAnEnd() throws InterruptedException {
    Network network = plusOne(Room.room(2));
    List<Thread> writers = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      writers.add(Thread.ofPlatform().start(() -> {
        for (int i = 0; i < 100; i++) {
          try {
            pen.put(i);
          } catch (InterruptedException _) {
            return;
          }
        }
      }));
    }
    int sum = 0;
    for (int i = 0; i < 400; i++) {
      sum += screen.take().orElseThrow();
    }
    assertThat(sum).isEqualTo(4 * (100 * 101 / 2));
    for (Thread writer : writers) {
      writer.join();
    }
    network.close();
  }

  @Test
  void anOfferNobodyTakesInTimeIsWithdrawn() throws InterruptedException {
    Network network = plusOne(Room.handToHand());
    assertThat(pen.offer(1, Bench.PATIENCE)).isTrue();
    assertThat(pen.offer(2, Duration.ofMillis(5))).as("the component still offers 2").isFalse();
    assertThat(screen.take()).contains(2);
    assertThat(pen.offer(3, Bench.PATIENCE)).isTrue();
    assertThat(screen.take()).contains(4);
    network.close();
  }

  @Test
  void anInterruptedPutIsWithdrawnAndLeavesTheLineSound() throws Exception {
    Network network = plusOne(Room.handToHand());
    assertThat(pen.put(1)).isTrue();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread writer = Thread.ofPlatform().start(() -> {
      try {
        interrupted.complete(!pen.put(2));
      } catch (InterruptedException _) {
        interrupted.complete(true);
      }
    });
    writer.interrupt();
    assertThat(interrupted.get(20, TimeUnit.SECONDS)).isTrue();
    assertThat(screen.take()).contains(2);
    assertThat(pen.put(3)).isTrue();
    assertThat(screen.take()).contains(4);
    network.close();
  }

  @Test
  void pollGivesUpInTime() throws InterruptedException {
    Network network = plusOne(Room.handToHand());
    assertThat(screen.poll(Duration.ofMillis(5))).isEmpty();
    assertThat(screen.isFinished()).isFalse();
    network.close();
    assertThat(screen.isFinished()).isTrue();
  }

  @Test
  void closingWaitsForOutputsToBeTaken() throws Exception {
    Network network = plusOne(Room.handToHand());
    pen.put(1);
    CompletableFuture<Void> closed = CompletableFuture.runAsync(network::close);
    assertThatThrownBy(() -> closed.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    screen.discard();
    closed.get(20, TimeUnit.SECONDS);
    assertThat(network.report().isClean()).isTrue();
  }

  @Test
  void closingAnInboxCutsAPutThatWaits() throws InterruptedException, ExecutionException {
    Network network = plusOne(Room.handToHand());
    pen.put(1);
    CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> {
      try {
        return pen.put(2);
      } catch (InterruptedException _) {
        throw new AssertionError();
      }
    });
    pen.close();
    assertThat(second.get()).isFalse();
    assertThat(screen.take()).contains(2);
    assertThat(screen.take()).isEmpty();
    assertThat(Bench.finish(network).isClean()).isTrue();
  }

  @Test
  void anInboxWhoseReaderLeftRefuses() throws InterruptedException {
    Script script = bench.script("script");
    In<Integer> in = script.in("in");
    script.does(() -> script.at(1).receive(in));
    bench.wiring.<Integer>line().from(pen).to(in);
    bench.wiring.<Integer>line().from(bench.counter("c", 1)).to(screen);
    Network network = bench.start();
    assertThat(pen.put(1)).isTrue();
    assertThat(pen.put(2)).isFalse();
    assertThat(screen.take()).contains(1);
    network.close();
  }

  @Test
  void anOutboxMayShareAnAnyLine() throws InterruptedException {
    bench.wiring.<Integer>line().from(bench.counter("c", 50)).to(screen).to(bench.collector("r"));
    bench.wiring.<Integer>line().from(pen).to(bench.collector("other"));
    Network network = bench.start();
    int taken = 0;
    for (Optional<Integer> got = screen.take(); got.isPresent(); got = screen.take()) {
      taken++;
    }
    network.close();
    assertThat(taken + bench.seen.size()).isEqualTo(50);
  }

  @Test
  void abortWakesEveryThreadOutside() throws Exception {
    CountDownLatch forEver = new CountDownLatch(1);
    Script script = bench.script("script");
    In<Integer> in = script.in("in");
    Out<Integer> out = script.out("out");
    script.does(forEver::await);
    bench.wiring.<Integer>line().from(pen).to(in);
    bench.wiring.<Integer>line().from(out).to(screen);
    Network network = bench.start();
    CompletableFuture<Optional<Integer>> reading = new CompletableFuture<>();
    Thread.ofPlatform().start(() -> {
      try {
        reading.complete(screen.take());
      } catch (InterruptedException e) {
        reading.completeExceptionally(e);
      }
    });
    CompletableFuture<Boolean> writing = new CompletableFuture<>();
    Thread.ofPlatform().start(() -> {
      try {
        writing.complete(pen.put(1));
      } catch (InterruptedException e) {
        writing.completeExceptionally(e);
      }
    });
    network.abort();
    assertThat(reading.get(20, TimeUnit.SECONDS)).isEmpty();
    assertThat(writing.get(20, TimeUnit.SECONDS)).isFalse();
    forEver.countDown();
    assertThat(Bench.finish(network).aborted()).isTrue();
  }
}
