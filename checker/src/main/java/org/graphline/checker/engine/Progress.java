package org.graphline.checker.engine;

/// Is told now and then how far a check has come. Calls come from the thread that checks.
public interface Progress {

  /// Says nothing to anybody.
  Progress SILENT = new Progress() {
    @Override
    public void exploring(long states, long frontier, int depth, double statesPerSecond) {}

    @Override
    public void judging(String what, String work, long done, long all) {}
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

  /// States are known and worked on: a property is judged on them, or a story is told.
  ///
  /// @param what the property, in short
  /// @param work what is done, in a few words
  /// @param done pieces of that work
  /// @param all  of so many; 0 if nobody knows
  void judging(String what, String work, long done, long all);

  /// Something is done that takes a moment.
  default void judging(String what) {
    judging(what, "", 0, 0);
  }
}
