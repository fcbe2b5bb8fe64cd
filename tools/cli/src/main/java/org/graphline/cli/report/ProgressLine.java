package org.graphline.cli.report;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.graphline.checker.engine.Progress;
import org.graphline.cli.console.World;

/// Says on standard error how far a check has come: on a terminal in one line that is wiped afterwards,
/// elsewhere in a line each time.
public final class ProgressLine implements Progress, AutoCloseable {
  private static final int WIDTH = 79;
  private static final int SHORTEST_NAME = 12;
  private static final long OFTEN = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long SELDOM = TimeUnit.SECONDS.toNanos(1);

  private final World world;
  private final String what;
  private final LongSupplier heap;
  private final Estimate estimate = new Estimate();
  private long next;
  private long bytes;
  private boolean shown;

  /// @param what the graph that is checked
  public ProgressLine(World world, String what) {
    this(world, what, () -> Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
  }

  /// @param heap the bytes in use, shown where an engine does not count them
  ProgressLine(World world, String what, LongSupplier heap) {
    this.world = world;
    this.what = what;
    this.heap = heap;
    this.next = world.nanoTime().getAsLong() + OFTEN;
  }

  @Override
  public void storing(long used) {
    bytes = used;
  }

  @Override
  public void exploring(long states, long frontier, int depth, double statesPerSecond) {
    estimate.look(depth, frontier);
    if (!isDue()) {
      return;
    }
    OptionalDouble left = statesPerSecond > 0 ? estimate.remaining(frontier) : OptionalDouble.empty();
    // A search that is not by levels knows neither depth nor frontier.
    String levels = depth == 0 && frontier == 0 ? ""
        : ", depth " + depth + ", " + compact(frontier) + " to explore";
    show(compact(states) + (states == 1 ? " state" : " states") + levels + ", " + compact(Math.round(statesPerSecond)) + "/s, "
        + mebibytes(bytes > 0 ? bytes : heap.getAsLong()) + " MiB"
        + (left.isPresent() ? ", about " + time(left.getAsDouble() / statesPerSecond) + " left" : ""));
  }

  @Override
  public void judging(String property, String work, long done, long all) {
    if (isDue()) {
      String pieces = done == 0 ? "" : ", " + compact(done) + (all == 0 ? "" : " of " + compact(all)) + " states";
      show("judging " + property + (work.isEmpty() ? "" : ": " + work) + pieces);
    }
  }

  private boolean isDue() {
    return world.nanoTime().getAsLong() - next >= 0;
  }

  private void show(String words) {
    next = world.nanoTime().getAsLong() + (world.errTerminal() ? OFTEN : SELDOM);
    shown = true;
    String line = name(WIDTH - words.length() - 2) + ": " + words;
    world.err().print(world.errTerminal() ? "\r\u001b[K" + line : line + "\n");
    world.err().flush();
  }

  private String name(int room) {
    int length = Math.max(SHORTEST_NAME, room);
    return what.length() <= length ? what : what.substring(0, length - 3) + "...";
  }

  /// Returns `950`, `12.3k`, `4.56M`.
  static String compact(long number) {
    double scaled = number;
    String[] units = {"", "k", "M", "G", "T"};
    int unit = 0;
    while (scaled >= 999.5 && unit < units.length - 1) {
      scaled /= 1000;
      unit++;
    }
    int digits = unit == 0 || scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + digits + "f%s", scaled, units[unit]);
  }

  private static String mebibytes(long bytes) {
    double size = bytes / (double) (1 << 20);
    return String.format(Locale.ROOT, size < 10 ? "%.1f" : "%.0f", size);
  }

  /// Returns a length of time in one unit, `40 s`, `3 min`, `2 h`.
  private static String time(double seconds) {
    if (seconds < 90) {
      return Math.max(1, Math.round(seconds)) + " s";
    }
    return seconds < 5400 ? Math.round(seconds / 60) + " min" : Math.round(seconds / 3600) + " h";
  }

  /// Wipes the line.
  @Override
  public void close() {
    if (shown && world.errTerminal()) {
      world.err().print("\r\u001b[K");
      world.err().flush();
    }
  }
}
