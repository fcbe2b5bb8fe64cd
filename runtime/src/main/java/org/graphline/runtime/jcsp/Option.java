package org.graphline.runtime.jcsp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.graphline.runtime.Case;

/// One case of a `select` that is switched on, with the way to it through the `for`s around it.
///
/// @param path  number among the cases as written, then for each `for` its variable and, if several, the case
/// @param inlet where it reads from, or null
/// @param seat  its place at a barrier, or null
/// @param alarm when it times out, or 0
record Option(Case what, int[] path, Inlet inlet, RollCall.Seat seat, long alarm) {
  /// Returns the options among `cases`, in written order.
  static List<Option> of(Case... cases) {
    List<Option> options = new ArrayList<>();
    for (int i = 0; i < cases.length; i++) {
      collect(cases[i], new int[] {i}, options);
    }
    return options;
  }

  private static void collect(Case what, int[] path, List<Option> options) {
    switch (what) {
      case Case.Receive(var port) -> options.add(new Option(what, path, (Inlet) port.plug(), null, 0));
      case Case.Accept(var port) -> options.add(new Option(what, path, (Inlet) port.plug(), null, 0));
      case Case.End(var port) -> options.add(new Option(what, path, (Inlet) port.plug(), null, 0));
      case Case.Sync(var phase) -> options.add(new Option(what, path, null, (RollCall.Seat) phase.plug(), 0));
      case Case.After(var delay) -> options.add(new Option(what, path, null, null, alarmAfter(delay)));
      case Case.Otherwise _ -> options.add(new Option(what, path, null, null, 0));
      case Case.Off _ -> { }
      case Case.Each(var first, var rounds) -> {
        for (int i = 0; i < rounds.size(); i++) {
          collect(rounds.get(i), further(path, first + i), options);
        }
      }
      case Case.Several(var items) -> {
        for (int i = 0; i < items.size(); i++) {
          collect(items.get(i), further(path, i), options);
        }
      }
    }
  }

  /// Returns when an alarm must ring so that at least `delay` has passed on a clock of whole milliseconds.
  static long alarmAfter(Duration delay) {
    long millis = delay.toMillis();
    return System.currentTimeMillis() + (millis > 0 ? millis + 1 : 0);
  }

  private static int[] further(int[] path, int step) {
    int[] longer = Arrays.copyOf(path, path.length + 1);
    longer[path.length] = step;
    return longer;
  }
}
