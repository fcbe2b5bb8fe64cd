package org.graphline.maven;

import java.util.List;
import java.util.Set;

/// What is known of the options of `graphline check`.
final class CheckOptions {
  /// Options that have a part in the answer and nowhere else. Others, `--certificate` say, write files that a
  /// remembered answer would not write.
  private static final Set<String> DECIDING = Set.of("--repairs", "--no-repairs", "--strict", "--max-states",
      "--max-memory", "--timeout", "--timers", "--threads", "--reduction", "--no-reduce", "--symmetry", "--engine",
      "--steps", "--approximate", "--ascii", "--quiet", "-q", "--verbose", "-v");

  private CheckOptions() {}

  /// Reports whether `arguments` hold no option but such that have a part in the answer and nowhere else.
  static boolean decideOnly(List<String> arguments) {
    return arguments.stream().filter(a -> a.startsWith("-"))
        .allMatch(a -> DECIDING.contains(a.indexOf('=') < 0 ? a : a.substring(0, a.indexOf('='))));
  }
}
