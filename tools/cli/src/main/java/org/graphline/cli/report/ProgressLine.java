package org.graphline.cli.report;

import java.util.concurrent.TimeUnit;
import org.graphline.checker.engine.Progress;
import org.graphline.cli.console.Words;
import org.graphline.cli.console.World;

/// One line on a terminal that says how far a check has come, and is wiped afterwards.
public final class ProgressLine implements Progress {
  private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(200);
  private final World world;
  private final String what;
  private long next;
  private boolean shown;

  /// @param what the graph that is checked
  public ProgressLine(World world, String what) {
    this.world = world;
    this.what = what;
    this.next = world.nanoTime().getAsLong() + INTERVAL;
  }

  @Override
  public void exploring(long states, long frontier, int depth, double statesPerSecond) {
    show(Words.count(states, "state") + ", " + Words.number(frontier) + " to explore, depth " + depth + ", "
        + Words.number(Math.round(statesPerSecond)) + " states/s");
  }

  @Override
  public void judging(String property) {
    show("judging " + property);
  }

  private void show(String words) {
    long now = world.nanoTime().getAsLong();
    if (now - next >= 0) {
      next = now + INTERVAL;
      shown = true;
      world.err().print("\r\u001b[K" + what + ": " + words);
      world.err().flush();
    }
  }

  /// Wipes the line.
  public void wipe() {
    if (shown) {
      world.err().print("\r\u001b[K");
      world.err().flush();
      shown = false;
    }
  }
}
