package org.graphline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.graphline.runtime.monitor.TraceRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A network that is given a conductor does nothing but what it is given turns for.
@Timeout(30)
class ConductorTest {
  /// Gives turns by name, and waits until everybody stands still again.
  private static final class Baton implements Conductor {
    private final Map<String, Turn> turns = new TreeMap<>();
    private final Map<String, Semaphore> gates = new TreeMap<>();
    private int running;
    private int timer = NO_TIMER;

    @Override public synchronized void enter() {
      running++;
    }

    @Override public int await(Turn turn) {
      var gate = new Semaphore(0);
      synchronized (this) {
        turns.put(turn.who(), turn);
        gates.put(turn.who(), gate);
        running--;
        notifyAll();
      }
      gate.acquireUninterruptibly();
      return timer;
    }

    @Override public synchronized void leave() {
      running--;
      notifyAll();
    }

    @Override public int choose(String desk, int line, int branches) {
      return branches - 1;
    }

    @Override public int draw(String desk, int line, int low, int high) {
      return high - 1;
    }

    synchronized Map<String, Turn> still() throws InterruptedException {
      while (running > 0) {
        wait();
      }
      return new TreeMap<>(turns);
    }

    void give(String who, int over) throws InterruptedException {
      synchronized (this) {
        running++;
        timer = over;
        turns.remove(who);
        gates.remove(who).release();
      }
      still();
    }
  }

  private static final class Giver extends Desk {
    private final Out<Integer> out = out("out");

    private Giver() {
      super("test");
    }

    @Override protected void work() {
      at(1).pause(Duration.ofHours(1));
      at(2).send(at(2).choose(3), out);
    }
  }

  private static final class Taker extends Desk {
    private final In<Integer> in = in("in");

    private Taker() {
      super("test");
    }

    @Override protected void work() {
      at(5).receive(in);
    }
  }

  @Test void everyStepWaitsForItsTurnAndTimePassesWhenTheConductorSaysSo() throws InterruptedException {
    var baton = new Baton();
    var recorder = new TraceRecorder();
    var wiring = new Wiring("G");
    var giver = wiring.add("giver", new Giver());
    var taker = wiring.add("taker", new Taker());
    wiring.<Integer>line().from(giver.out).to(taker.in);
    Network network = wiring.start(Options.standard().observedBy(recorder).conductedBy(baton));
    assertThat(baton.still().values()).extracting(Conductor.Turn::what).containsExactly("start", "start");
    baton.give("giver", Conductor.NO_TIMER);
    baton.give("giver", Conductor.NO_TIMER);
    assertThat(baton.still().get("giver").ready().getAsBoolean()).isFalse();
    assertThat(baton.still().get("giver").timers()).isEqualTo(1);
    baton.give("giver", 0);
    for (String who : List.of("giver", "giver", "taker", "taker")) {
      assertThat(baton.still().get(who).ready().getAsBoolean()).isTrue();
      baton.give(who, Conductor.NO_TIMER);
    }
    assertThat(baton.still().get("giver").what()).isEqualTo("send out");
    baton.give("giver", Conductor.NO_TIMER);
    assertThat(network.join().isClean()).isTrue();
    assertThat(recorder.story().lines()).containsExactly("giver times out", "giver chooses 2",
        "giver.out → taker.in  2", "taker goes home", "giver goes home");
  }
}
