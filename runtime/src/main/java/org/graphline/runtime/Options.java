package org.graphline.runtime;

/// How to run a network.
///
/// @param seed     where `choose` draws from
/// @param observer who is told of every step, or null for nobody
/// @param threads  what carries the components
public record Options(long seed, Observer observer, Threads threads) {
  /// Platform threads are quicker at handing letters over, virtual threads come in millions. `BY_SIZE` takes
  /// virtual ones for networks of more than [#MANY] components.
  public enum Threads {
    BY_SIZE, PLATFORM, VIRTUAL
  }

  /// The number of components up to which `BY_SIZE` means platform threads.
  public static final int MANY = 500;

  /// Returns seed 0, no observer, threads by size.
  public static Options standard() {
    return new Options(0, null, Threads.BY_SIZE);
  }

  public Options withSeed(long other) {
    return new Options(other, observer, threads);
  }

  public Options observedBy(Observer other) {
    return new Options(seed, other, threads);
  }

  public Options on(Threads other) {
    return new Options(seed, observer, other);
  }
}
