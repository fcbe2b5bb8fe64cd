package org.graphline.bench;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What one run of one tool took.
///
/// @param tool          and how it was told to work
/// @param states        stored
/// @param setupSeconds  of CPU time before the search: of Graphline the start of the virtual machine, the front end
///                      and whatever is made before the first step; of SPIN `spin -a` and the C compiler
/// @param cpuSeconds    of CPU time, user and system, of the search, with all its threads
/// @param warmSeconds   the same for the last of several searches in one virtual machine; 0 if there was one
/// @param wallSeconds   of the search
/// @param bytesPerState all memory the tool reports, divided by the states
/// @param remark        why the numbers are no measure; empty if they are
record Measured(String tool, long states, long transitions, double setupSeconds, double generateSeconds,
    double cpuSeconds, double warmSeconds, double wallSeconds, double bytesPerState, String remark) {

  /// Returns states per second of CPU time.
  double rate() {
    return states / Math.max(cpuSeconds, 1e-3);
  }

  /// Returns states per second of CPU time once the virtual machine is warm.
  double warmRate() {
    return warmSeconds == 0 ? 0 : states / Math.max(warmSeconds, 1e-3);
  }

  boolean isGood() {
    return remark.isEmpty();
  }

  /// Returns a run that came to nothing.
  static Measured nothing(String tool, String remark) {
    return new Measured(tool, 0, 0, 0, 0, 0, 0, 0, 0, remark);
  }

  /// Returns the medians of runs of one tool on one network, or one that came to nothing.
  static Measured median(List<Measured> runs) {
    Measured first = runs.stream().filter(r -> !r.isGood()).findFirst().orElse(runs.getFirst());
    if (!first.isGood()) {
      return first;
    }
    return new Measured(first.tool, first.states, first.transitions, median(runs, Measured::setupSeconds),
        median(runs, Measured::generateSeconds), median(runs, Measured::cpuSeconds), median(runs, Measured::warmSeconds),
        median(runs, Measured::wallSeconds), median(runs, Measured::bytesPerState), "");
  }

  private static double median(List<Measured> runs, ToDoubleFunction<Measured> of) {
    List<Double> sorted = runs.stream().map(of::applyAsDouble).sorted(Comparator.naturalOrder()).toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
