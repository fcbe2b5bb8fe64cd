package org.graphline.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphline.runtime.Desk.after;
import static org.graphline.runtime.Desk.end;
import static org.graphline.runtime.Desk.receive;
import static org.graphline.runtime.Desk.sync;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClosingTimeTest {
  /// Two repeaters, each with a pen of its own and each passing on to the other what its pen says.
  private static final class Ring {
    final Bench bench = new Bench();
    @SuppressWarnings({"unchecked", "rawtypes"})
    final Inbox<Integer>[] pens = new Inbox[2];
    @SuppressWarnings({"unchecked", "rawtypes"})
    final Outbox<Integer>[] screens = new Outbox[2];

    Ring(int places) {
      Out<?>[] passing = new Out<?>[2];
      In<?>[] hearing = new In<?>[2];
      for (int i = 0; i < 2; i++) {
        Script hub = bench.script("hub[" + i + "]");
        In<Integer> pen = hub.in("pen");
        In<Integer> far = hub.in("far");
        Out<Integer> screen = hub.out("screen");
        Out<Integer> next = hub.out("next");
        passing[i] = next;
        hearing[i] = far;
        hub.does(() -> {
          while (hub.repeat()) {
            switch (hub.at(1).select(receive(pen), receive(far))) {
              case 0 -> hub.at(2).par(
                  () -> hub.at(2).send(pen.letter(), screen),
                  () -> hub.at(2).send(pen.letter(), next));
              default -> hub.at(3).send(far.letter(), screen);
            }
          }
        });
        pens[i] = bench.wiring.inbox("pen[" + i + "]");
        screens[i] = bench.wiring.outbox("screen[" + i + "]");
        bench.wiring.<Integer>line().from(pens[i]).to(pen);
        bench.wiring.<Integer>line(Room.room(places)).from(screen).to(screens[i]);
      }
      for (int i = 0; i < 2; i++) {
        join(passing[i], hearing[1 - i]);
      }
    }

    @SuppressWarnings("unchecked")
    private void join(Out<?> out, In<?> in) {
      bench.wiring.<Integer>line(Room.room(8)).from((Out<Integer>) out).to((In<Integer>) in);
    }
  }

  @ParameterizedTest
  @EnumSource(Options.Threads.class)
  void aRingClosesWhenBothPensHave(Options.Threads threads) throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      Ring ring = new Ring(run % 3);
      ring.bench.with(Options.standard().on(threads));
      Network network = ring.bench.start();
      for (int i = 1; i <= 3; i++) {
        int side = i % 2;
        assertThat(ring.pens[side].put(i)).isTrue();
        assertThat(ring.screens[side].take()).contains(i);
        assertThat(ring.screens[1 - side].take()).contains(i);
      }
      ring.pens[0].close();
      ring.pens[1].close();
      Report report = Bench.finish(network);
      assertThat(report.isClean()).isTrue();
      assertThat(report.closed()).isTrue();
      assertThat(ring.screens[0].take()).isEmpty();
      assertThat(ring.screens[1].isFinished()).isTrue();
    }
  }

  @Test
  void aRingStaysOpenWhileOnePenIs() throws InterruptedException {
    Ring ring = new Ring(1);
    Network network = ring.bench.start();
    ring.pens[0].close();
    assertThat(network.join(Bench.A_WHILE)).isFalse();
    assertThat(network.describeWaiting()).hasSize(2).allMatch(Network.Waiting::resting);
    network.close();
    assertThat(network.report().isClean()).isTrue();
  }

  @Test
  void closingTimeWaitsForLettersInThePost() throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      Ring ring = new Ring(3);
      Network network = ring.bench.start();
      ring.pens[0].put(1);
      ring.pens[1].put(2);
      ring.pens[0].close();
      ring.pens[1].close();
      for (Outbox<Integer> screen : ring.screens) {
        assertThat(List.of(screen.take().orElseThrow(), screen.take().orElseThrow()))
            .containsExactlyInAnyOrder(1, 2);
      }
      assertThat(Bench.finish(network).isClean()).isTrue();
    }
  }

  /// Builds two components that each wait for the other before doing anything else.
  private static Network mutualWait(boolean resting) {
    Bench bench = new Bench();
    Script[] scripts = {bench.script("a"), bench.script("b")};
    List<Out<Integer>> outs = List.of(scripts[0].out("out"), scripts[1].out("out"));
    List<In<Integer>> ins = List.of(scripts[0].in("in"), scripts[1].in("in"));
    for (int i = 0; i < 2; i++) {
      Script script = scripts[i];
      In<Integer> in = ins.get(i);
      Out<Integer> out = outs.get(i);
      script.does(() -> {
        while (resting ? script.repeat() : script.again()) {
          script.at(1).send(script.at(1).receive(in), out);
        }
      });
      bench.wiring.<Integer>line().from(out).to(ins.get(1 - i));
    }
    return bench.start();
  }

  @Test
  void waitingAtTheTopOfARepeatIsResting() throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      Report report = Bench.finish(mutualWait(true));
      assertThat(report.isClean()).isTrue();
      assertThat(report.closed()).isTrue();
    }
  }

  @Test
  void waitingInAWhileIsNot() throws InterruptedException {
    assertThat(Bench.assertStuck(mutualWait(false))).hasSize(2).noneMatch(Network.Waiting::resting);
  }

  @Test
  void waitingAfterACommunicationInTheSameRoundIsNotResting() throws InterruptedException {
    Bench bench = new Bench();
    Script script = bench.script("script");
    In<Integer> in = script.in("in");
    In<Integer> never = script.in("never");
    script.does(() -> {
      while (script.repeat()) {
        script.at(1).receive(in);
        script.at(2).receive(never);
      }
    });
    bench.wiring.<Integer>line().from(bench.counter("a", 1)).to(in);
    bench.wiring.<Integer>line().from(bench.wiring.add("never", new Never<Integer>()).items).to(never);
    assertThat(Bench.assertStuck(bench.start())).map(Object::toString).contains(
        "script waits to receive never at test.graphline:2 for never");
  }

  @Test
  void anArmedTimerKeepsTheOfficeOpen() throws InterruptedException {
    Bench bench = new Bench();
    Script script = bench.script("script");
    In<Integer> in = script.in("in");
    script.does(() -> {
      int beats = 0;
      while (script.repeat()) {
        script.at(1).select(receive(in), after(Duration.ofMillis(3)));
        bench.seen.add(++beats);
        if (beats == 3) {
          throw script.at(2).stop();
        }
      }
    });
    bench.wiring.<Integer>line().from(bench.wiring.add("never", new Never<Integer>()).items).to(in);
    assertThat(bench.run().isClean()).isTrue();
    assertThat(bench.seen).containsExactly(1, 2, 3);
  }

  @Test
  void aLetterNobodyWantsKeepsTheOfficeOpen() throws InterruptedException {
    Bench bench = new Bench();
    Script script = bench.script("script");
    In<Integer> wanted = script.in("wanted");
    In<Integer> unwanted = script.in("unwanted");
    script.does(() -> {
      while (script.repeat()) {
        script.at(1).receive(wanted);
      }
    });
    bench.wiring.<Integer>line().from(bench.wiring.add("never", new Never<Integer>()).items).to(wanted);
    bench.wiring.<Integer>line(Room.room(1)).from(bench.counter("a", 1)).to(unwanted);
    Bench.assertStuck(bench.start());
  }

  @Test
  void anEndStillToBeNotedComesBeforeClosingTime() throws InterruptedException {
    for (int run = 0; run < 200 * Bench.STRESS; run++) {
      Bench bench = new Bench();
      Script script = bench.script("script");
      In<Integer> in = script.in("in");
      In<Integer> never = script.in("never");
      script.does(() -> {
        while (script.repeat()) {
          if (script.at(1).select(receive(in), receive(never), end(in)) == 2) {
            bench.seen.add("flushed");
          }
        }
      });
      bench.wiring.<Integer>line().from(bench.counter("a", 1)).to(in);
      bench.wiring.<Integer>line().from(bench.wiring.add("never", new Never<Integer>()).items).to(never);
      Report report = bench.run();
      assertThat(report.closed()).isTrue();
      assertThat(bench.seen).containsExactly("flushed");
    }
  }

  @Test
  void restersAtABarrierGoOnWhenItIsComplete() throws InterruptedException {
    for (int run = 0; run < 120 * Bench.STRESS; run++) {
      Bench bench = new Bench();
      Script script = bench.script("script");
      In<Integer> never = script.in("never");
      Phase tick = script.barrier("tick");
      script.does(() -> {
        while (script.repeat()) {
          if (script.at(1).select(receive(never), sync(tick)) == 1) {
            bench.seen.add("tick");
          }
          if (bench.seen.size() == 4) {
            throw script.at(2).stop();
          }
        }
      });
      Script clock = bench.script("clock");
      Phase tock = clock.barrier("tock");
      clock.does(() -> {
        for (int i = 0; i < 4; i++) {
          clock.at(3).sync(tock);
        }
      });
      bench.wiring.<Integer>line().from(bench.wiring.add("never", new Never<Integer>()).items).to(never);
      bench.wiring.barrier("tick", tick, tock);
      assertThat(bench.run().isClean()).isTrue();
      assertThat(bench.seen).hasSize(4);
    }
  }

  @Test
  void aTopLevelParRestsWhenEachLiveBranchDoes() throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      Bench bench = new Bench();
      Script script = bench.script("script");
      In<Integer> a = script.in("a");
      In<Integer> b = script.in("b");
      script.does(() -> script.at(1).par(
          () -> script.at(2).receive(b),
          () -> {
            while (script.repeat()) {
              script.at(3).receive(a);
            }
          },
          () -> script.at(4).mark("short")));
      bench.wiring.<Integer>line().from(bench.wiring.add("never", new Never<Integer>()).items).to(a);
      bench.wiring.<Integer>line().from(bench.counter("one", 1)).to(b);
      Report report = bench.run();
      assertThat(report.isClean()).isTrue();
      assertThat(report.closed()).isTrue();
    }
  }

  @Test
  void aParInsideARepeatNeverRests() throws InterruptedException {
    Bench bench = new Bench();
    Script script = bench.script("script");
    In<Integer> a = script.in("a");
    script.does(() -> {
      while (script.repeat()) {
        script.at(1).par(() -> script.at(2).receive(a), () -> script.at(3).mark("m"));
      }
    });
    bench.wiring.<Integer>line().from(bench.wiring.add("never", new Never<Integer>()).items).to(a);
    Bench.assertStuck(bench.start());
  }

  @Test
  void anyReadersRestInLine() throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      Bench bench = new Bench();
      Inbox<Integer> pen = bench.wiring.inbox("pen");
      Wire<Integer> wire = bench.wiring.<Integer>line().from(pen)
          .from(bench.wiring.add("never", new Never<Integer>()).items);
      for (int i = 0; i < 3; i++) {
        wire.to(bench.collector("r[" + i + "]"));
      }
      Network network = bench.start();
      for (int i = 0; i < 5; i++) {
        pen.put(i);
      }
      network.close();
      assertThat(network.report().isClean()).isTrue();
      assertThat(bench.seen).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }
  }

  @Test
  void aGraphBusyInJavaIsNotClosed() throws InterruptedException {
    Bench bench = new Bench();
    CountDownLatch go = new CountDownLatch(1);
    Script script = bench.script("script");
    In<Integer> in = script.in("in");
    script.does(() -> {
      while (script.repeat()) {
        go.await();
        script.at(1).receive(in);
      }
    });
    bench.wiring.<Integer>line().from(bench.wiring.add("never", new Never<Integer>()).items).to(in);
    Network network = bench.start();
    assertThat(network.join(Bench.A_WHILE)).isFalse();
    go.countDown();
    assertThat(Bench.finish(network).closed()).isTrue();
  }
}
