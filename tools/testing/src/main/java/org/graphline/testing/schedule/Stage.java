package org.graphline.testing.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.graphline.runtime.Conductor;

/// Where the threads of one network wait for their turns. One of them goes on at a time, while the thread of the test
/// waits until all stand still again.
final class Stage implements Conductor {
  private final Map<String, Parked> parked = new TreeMap<>();
  private final Duration patience;
  private ToIntFunction<String> choices = _ -> 0;
  private Draws draws = (_, low, _) -> low;
  private int running;
  private boolean open;

  /// Which number goes into a value that a component makes up.
  interface Draws {
    /// Returns a number from `low` to `high`, for the component `desk`.
    int draw(String desk, int low, int high);
  }

  private static final class Parked {
    private final Turn turn;
    private final Semaphore gate = new Semaphore(0);
    private volatile int timer = NO_TIMER;

    Parked(Turn turn) {
      this.turn = turn;
    }
  }

  /// @param patience how long a thread may be away in Java
  Stage(Duration patience) {
    this.patience = patience;
  }

  /// Says which branch of a `choose` a component takes.
  void choices(ToIntFunction<String> branchOf) {
    choices = branchOf;
  }

  /// Says what goes into the value of an `anything`.
  void draws(Draws numberOf) {
    draws = numberOf;
  }

  @Override
  public synchronized void enter() {
    running++;
  }

  @Override
  public int await(Turn turn) {
    var waiting = new Parked(turn);
    synchronized (this) {
      if (open) {
        return NO_TIMER;
      }
      if (parked.putIfAbsent(turn.who(), waiting) != null) {
        throw new AssertionError("two threads called " + turn.who());
      }
      running--;
      notifyAll();
    }
    waiting.gate.acquireUninterruptibly();
    return waiting.timer;
  }

  @Override
  public synchronized void leave() {
    running--;
    notifyAll();
  }

  @Override
  public int choose(String desk, int line, int branches) {
    int branch = choices.applyAsInt(desk);
    return branch < branches ? branch : 0;
  }

  @Override
  public int draw(String desk, int line, int low, int high) {
    return draws.draw(desk, low, high);
  }

  /// Waits until nobody is on the way.
  ///
  /// @throws AwayInJava if that takes longer than patience lasts
  synchronized void awaitStillness() {
    long end = System.nanoTime() + patience.toNanos();
    while (running > 0) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new AwayInJava(patience);
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AwayInJava(patience);
      }
    }
  }

  /// Returns those who wait, by name. While all stand still.
  synchronized List<Turn> waiting() {
    Collection<Parked> all = parked.values();
    return all.stream().map(p -> p.turn).toList();
  }

  /// Gives a turn and waits until all stand still again.
  ///
  /// @param timer the timer that is over, or [#NO_TIMER]
  void give(Turn turn, int timer) {
    Parked chosen;
    synchronized (this) {
      chosen = parked.remove(turn.who());
      running++;
    }
    chosen.timer = timer;
    chosen.gate.release();
    awaitStillness();
  }

  /// Lets everybody go, for good.
  void letGo() {
    List<Parked> all;
    synchronized (this) {
      open = true;
      all = new ArrayList<>(parked.values());
      parked.clear();
    }
    all.forEach(p -> p.gate.release());
  }

  /// A component did not come back from Java.
  static final class AwayInJava extends RuntimeException {
    private static final long serialVersionUID = 1;

    AwayInJava(Duration patience) {
      super("somebody has been busy in Java for " + patience.toMillis() + " ms and neither communicates nor ends");
    }
  }
}
