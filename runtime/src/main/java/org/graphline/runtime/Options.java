package org.graphline.runtime;

/// How to run a network.
///
/// @param seed      where `choose` draws from
/// @param observer  who is told of every step, or null for nobody
/// @param threads   what carries the components
/// @param conductor who decides who goes on next, or null for nobody
public record Options(long seed, Observer observer, Threads threads, Conductor conductor) {
  /// Platform threads are quicker at handing letters over, virtual threads come in millions. `BY_SIZE` takes
  /// virtual ones for networks of more than [#MANY] components.
  public enum Threads {
    BY_SIZE, PLATFORM, VIRTUAL
  }

  /// The number of components up to which `BY_SIZE` means platform threads.
  public static final int MANY = 500;

  /// Returns seed 0, no observer, threads by size, no conductor.
  public static Options standard() {
    return new Options(0, null, Threads.BY_SIZE, null);
  }

  public Options withSeed(long other) {
    return new Options(other, observer, threads, conductor);
  }

  public Options observedBy(Observer other) {
    return new Options(seed, other, threads, conductor);
  }

  public Options on(Threads other) {
    return new Options(seed, observer, other, conductor);
  }

  public Options conductedBy(Conductor other) {
    return new Options(seed, observer, threads, other);
  }
}
