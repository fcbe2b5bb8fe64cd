package org.graphline.checker.engine;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.graphline.checker.store.Storage;
import org.graphline.model.semantics.Timers;

/// How to check and when to give up.
///
/// @param maxStates states to store at most
/// @param maxBytes  memory for states and steps at most
/// @param maxTime   time at most
/// @param steps     how steps are computed
/// @param threads   how many threads may search at once
/// @param grain     how many states a thread takes at once; fewer than four times as many are not shared among threads
/// @param storage   how states are stored where single states decide; if not exactly, nothing is proved there
/// @param symmetry  whether one state may stand for all that differ by who is who, where nobody is named
/// @param engine    which arguments may carry a verdict
/// @param nanoTime  a clock in nanoseconds from any origin
/// @param cancelled asked now and then whether to give up, by any of the threads
public record Options(long maxStates, long maxBytes, Duration maxTime, Timers timers, Reduction reduction,
    Steps steps, int threads, int grain, Storage storage, boolean symmetry, Engine engine,
    LongSupplier nanoTime, BooleanSupplier cancelled) {

  /// How steps are computed. Where something asked for is not possible for a network the next one is used.
  public enum Steps {
    /// By code made for the network, over packed states.
    COMPILED,
    /// By looking through tables made for the network, over packed states.
    INTERPRETED,
    /// By the model itself, which all others are held against.
    MODEL
  }

  /// Which states may be passed over, because all that is asked can be answered without them.
  public enum Reduction {
    /// None.
    NONE,
    /// Those from which a step leads that commutes with all others: it is taken at once.
    CONFLUENCE,
    /// Those that other orders of independent steps pass through.
    STUBBORN
  }

  /// Which arguments may carry a verdict.
  public enum Engine {
    /// Proofs first where a network is large, states first where it is small; then the other.
    AUTO,
    /// States only.
    SEARCH,
    /// Proofs only; no state is looked at.
    PROOFS,
    /// Composition only: states of parts are looked at, never states of the whole.
    COMPOSITION
  }

  /// Returns the defaults: half of the memory the virtual machine may use, no other bound, timers at any
  /// moment.
  public static Options withClock(LongSupplier nanoTime) {
    return new Options(Long.MAX_VALUE, Runtime.getRuntime().maxMemory() / 2, Duration.ofDays(365), Timers.ANY,
        Reduction.STUBBORN, Steps.COMPILED, Runtime.getRuntime().availableProcessors(), 256, Storage.EXACT,
        false, Engine.AUTO, nanoTime, () -> false);
  }

  /// Returns these options with another bound on states.
  public Options maxStates(long states) {
    return new Options(states, maxBytes, maxTime, timers, reduction, steps, threads, grain, storage, symmetry,
        engine, nanoTime, cancelled);
  }

  /// Returns these options with another bound on memory.
  public Options maxBytes(long bytes) {
    return new Options(maxStates, bytes, maxTime, timers, reduction, steps, threads, grain, storage, symmetry,
        engine, nanoTime, cancelled);
  }

  /// Returns these options with another bound on time.
  public Options maxTime(Duration time) {
    return new Options(maxStates, maxBytes, time, timers, reduction, steps, threads, grain, storage, symmetry,
        engine, nanoTime, cancelled);
  }

  /// Returns these options with other timers.
  public Options timers(Timers when) {
    return new Options(maxStates, maxBytes, maxTime, when, reduction, steps, threads, grain, storage, symmetry,
        engine, nanoTime, cancelled);
  }

  /// Returns these options with another reduction.
  public Options reduction(Reduction which) {
    return new Options(maxStates, maxBytes, maxTime, timers, which, steps, threads, grain, storage, symmetry,
        engine, nanoTime, cancelled);
  }

  /// Returns these options with another way to give up.
  public Options cancelled(BooleanSupplier when) {
    return new Options(maxStates, maxBytes, maxTime, timers, reduction, steps, threads, grain, storage, symmetry,
        engine, nanoTime, when);
  }

  /// Returns these options with other steps.
  public Options steps(Steps which) {
    return new Options(maxStates, maxBytes, maxTime, timers, reduction, which, threads, grain, storage, symmetry,
        engine, nanoTime, cancelled);
  }

  /// Returns these options with another number of threads, at least 1.
  public Options threads(int count) {
    return new Options(maxStates, maxBytes, maxTime, timers, reduction, steps, count, grain, storage, symmetry,
        engine, nanoTime, cancelled);
  }

  /// Returns these options with another number of states, at least 1, that a thread takes at once.
  public Options grain(int states) {
    return new Options(maxStates, maxBytes, maxTime, timers, reduction, steps, threads, states, storage, symmetry,
        engine, nanoTime, cancelled);
  }

  /// Returns these options with another way to store states where single states decide.
  public Options storage(Storage which) {
    return new Options(maxStates, maxBytes, maxTime, timers, reduction, steps, threads, grain, which, symmetry,
        engine, nanoTime, cancelled);
  }

  /// Returns these options with or without symmetry.
  public Options symmetry(boolean wanted) {
    return new Options(maxStates, maxBytes, maxTime, timers, reduction, steps, threads, grain, storage, wanted,
        engine, nanoTime, cancelled);
  }

  /// Returns these options with other arguments allowed.
  public Options engine(Engine which) {
    return new Options(maxStates, maxBytes, maxTime, timers, reduction, steps, threads, grain, storage, symmetry,
        which, nanoTime, cancelled);
  }
}
