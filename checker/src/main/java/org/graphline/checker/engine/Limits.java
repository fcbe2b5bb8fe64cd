package org.graphline.checker.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.graphline.checker.verdict.Reason;

/// When a search gives up.
///
/// @param maxStates states to store at most
/// @param maxBytes  memory at most
/// @param idle      states to store at most once all is decided that was asked for
/// @param maxDepth  distance from the initial state at most
/// @param start     when it began, on the clock `nanoTime`
/// @param maxNanos  time at most since then
public record Limits(long maxStates, long idle, long maxBytes, int maxDepth, long start, long maxNanos,
    LongSupplier nanoTime, BooleanSupplier cancelled) {
  /// A search that has found what it looked for goes on while that is quick: how many states there are is
  /// worth knowing.
  private static final long QUICK = 200_000;
  private static final int LOOK_EVERY = 64;

  /// Returns the limits of `options`, starting now.
  public static Limits of(Options options) {
    long nanos = options.maxTime().compareTo(java.time.Duration.ofNanos(Long.MAX_VALUE)) >= 0
        ? Long.MAX_VALUE : options.maxTime().toNanos();
    return new Limits(options.maxStates(), QUICK, options.maxBytes(), Integer.MAX_VALUE,
        options.nanoTime().getAsLong(), nanos, options.nanoTime(), options.cancelled());
  }

  /// Returns these limits, or tighter ones, for a second search.
  public Limits within(long states, int depth) {
    return new Limits(Math.min(states, maxStates), 0, maxBytes, Math.min(depth, maxDepth), start, maxNanos,
        nanoTime, cancelled);
  }

  /// Returns these limits for a first look.
  public Limits upTo(long states) {
    return new Limits(Math.min(states, maxStates), idle, maxBytes, maxDepth, start, maxNanos, nanoTime, cancelled);
  }

  /// Returns why to give up now, if somebody called it off or the time has run out.
  public Optional<Reason> passed(Supplier<List<Reason.Contributor>> contributors) {
    if (cancelled.getAsBoolean()) {
      return Optional.of(new Reason.Cancelled());
    }
    return elapsed() > maxNanos ? Optional.of(new Reason.TimeLimit(maxNanos / 1e9, contributors.get()))
        : Optional.empty();
  }

  /// Returns what looks at these limits each time it has been called some times, and throws [GaveUp] if one is hit.
  public Runnable look(Supplier<List<Reason.Contributor>> contributors) {
    return new Runnable() {
      private int calls;

      @Override
      public void run() {
        if (++calls % LOOK_EVERY == 0) {
          passed(contributors).ifPresent(reason -> {
            throw new GaveUp(reason);
          });
        }
      }
    };
  }

  /// Returns the nanoseconds passed since the start.
  public long elapsed() {
    return nanoTime.getAsLong() - start;
  }

  /// Returns the seconds passed since the start.
  public double seconds() {
    return elapsed() / 1e9;
  }
}
