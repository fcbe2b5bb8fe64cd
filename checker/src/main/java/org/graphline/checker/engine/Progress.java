package org.graphline.checker.engine;

/// Is told now and then how far a check has come. Calls come from the thread that checks.
public interface Progress {

  /// Says nothing to anybody.
  Progress SILENT = new Progress() {
    @Override
    public void exploring(long states, long frontier, int depth, double statesPerSecond) {}

    @Override
    public void judging(String what) {}
  };

  /// States are being explored.
  ///
  /// @param states          stored so far
  /// @param frontier        of them still to be explored
  /// @param depth           how far from the initial state
  /// @param statesPerSecond over the whole exploration
  void exploring(long states, long frontier, int depth, double statesPerSecond);

  /// So many bytes are counted for states and steps; told right before [#exploring], by engines that count.
  default void storing(long bytes) {}

  /// The states are known and a property is being judged on them, or a shorter story is sought.
  void judging(String what);
}
