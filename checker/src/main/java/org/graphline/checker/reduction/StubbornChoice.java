package org.graphline.checker.reduction;

import java.util.Arrays;
import org.graphline.model.semantics.Step.Fairness;

/// Chooses a small stubborn set in one state after the other. Not for several threads.
///
/// Each enabled event in turn is closed to a stubborn set; the set with the fewest enabled events is taken,
/// of several that of the last event: networks are mostly written from sources to sinks, and what is taken
/// out makes room. Where a closure has a choice (which false clause of a guard, which of its [Cuts]) it takes
/// what brings in the fewest enabled events, then the fewest others.
final class StubbornChoice {
  private static final int ENABLED = 1 << 16;

  private final StubbornSets sets;
  /// The enabled events of the last state, `count` of them.
  final int[] enabled;
  int count;
  /// The enabled events of the set chosen last, or whatever else is to be taken.
  final int[] chosen;

  private final int[] isEnabled;
  private final int[] isIn;
  private final int[] open;
  private final int[] late;
  private final int[] members;
  private final int[] counted;
  private int state;
  private int closure;
  private int counting;
  private int opened;
  private int delayed;
  private int found;
  private int[] values;

  StubbornChoice(StubbornSets sets) {
    this.sets = sets;
    int size = sets.events.length;
    this.enabled = new int[size];
    this.chosen = new int[size + 1];
    this.isEnabled = new int[size];
    this.isIn = new int[size];
    this.open = new int[size];
    this.late = new int[size];
    this.members = new int[size];
    this.counted = new int[size];
  }

  /// Finds the events that are enabled where the fields have these values.
  void enter(int[] values) {
    this.values = values;
    count = sets.enabled(values, enabled);
    state++;
    if (sets.product.patient()) {
      dropTimers();
    }
    for (int i = 0; i < count; i++) {
      isEnabled[enabled[i]] = state;
    }
  }

  private void dropTimers() {
    boolean mustWait = false;
    for (int i = 0; i < count; i++) {
      var offer = sets.events[enabled[i]].offer;
      mustWait |= offer.fairness() != Fairness.FREE && !offer.isTimer();
    }
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (!mustWait || !sets.events[enabled[i]].offer.isTimer()) {
        enabled[kept++] = enabled[i];
      }
    }
    count = kept;
  }

  /// Chooses a stubborn set in the state entered and returns how many of its events are enabled.
  int choose() {
    return chooseEasily() ? 1 : chooseCarefully();
  }

  /// Chooses a set with one enabled event if there is one that needs no search; reports whether it did.
  boolean chooseEasily() {
    if (count == 1) {
      chosen[0] = enabled[0];
      return true;
    }
    for (int i = count - 1; i >= 0; i--) {
      if (sets.isSingle(enabled[i], values)) {
        chosen[0] = enabled[i];
        return !isTimerNext();
      }
    }
    return false;
  }

  /// Chooses a stubborn set, if [#chooseEasily] could not, and returns how many of its events are enabled.
  int chooseCarefully() {
    int best = everything();
    if (best <= 1 || isTimerNext()) {
      return best;
    }
    if (sets.isSingle) {
      return chooseOne();
    }
    for (int i = count - 1; i >= 0 && best > 1; i--) {
      if (close(enabled[i], best)) {
        best = take();
      }
    }
    return best;
  }

  private int chooseOne() {
    for (int i = count - 1; i >= 0; i--) {
      if (close(enabled[i], 2)) {
        return take();
      }
    }
    return count;
  }

  /// As [#choose()], but the set has `event`, which is enabled, in it.
  int choose(int event) {
    int all = everything();
    return all > 1 && !sets.isSingle && !isTimerNext() && close(event, all) ? take() : everything();
  }

  private int everything() {
    System.arraycopy(enabled, 0, chosen, 0, count);
    return count;
  }

  private boolean isTimerNext() {
    for (int i = 0; i < count && sets.product.patient(); i++) {
      if (sets.events[enabled[i]].offer.isTimer()) {
        return true;
      }
    }
    return false;
  }

  private int take() {
    System.arraycopy(members, 0, chosen, 0, found);
    Arrays.sort(chosen, 0, found);
    return found;
  }

  /// Closes from one enabled event; reports whether that makes a stubborn set with fewer than `bound` enabled
  /// events.
  private boolean close(int seed, int bound) {
    closure++;
    opened = 0;
    delayed = 0;
    found = 0;
    add(seed);
    while (opened > 0 || delayed > 0) {
      if (opened > 0) {
        int event = open[--opened];
        if (sets.restless[event]) {
          return false;
        }
        members[found++] = event;
        if (found >= bound) {
          return false;
        }
        addAll(sets.violations(event));
        if (sets.visible[event]) {
          addAll(sets.seen);
        }
      } else if (!enable(late[--delayed], bound)) {
        return false;
      }
    }
    return true;
  }

  private void add(int event) {
    if (isIn[event] != closure) {
      isIn[event] = closure;
      if (isEnabled[event] == state) {
        open[opened++] = event;
      } else {
        late[delayed++] = event;
      }
    }
  }

  private void addAll(int[] events) {
    for (int event : events) {
      add(event);
    }
  }

  /// Adds what must happen before an event that is not enabled can be, unless that is too much.
  private boolean enable(int event, int bound) {
    int most = (bound - found) * ENABLED;
    int least = most;
    int bestClause = -1;
    int bestCut = -1;
    boolean isHeldUp = true;
    for (int clause = 0; clause < sets.clauses(event) && least > 0; clause++) {
      if (!sets.isTrue(event, clause, values)) {
        isHeldUp = false;
        int cuts = sets.mostCuts(event, clause, values);
        for (int cut = 0; cut < cuts && least > 0; cut++) {
          int cost = cost(event, clause, cut, least);
          if (cost < least) {
            least = cost;
            bestClause = clause;
            bestCut = cut;
          }
        }
      }
    }
    if (bestClause >= 0) {
      for (int atom = 0; atom < sets.atoms(event, bestClause); atom++) {
        int[][] cuts = sets.cuts(event, bestClause, atom, values);
        addAll(cuts[Math.min(bestCut, cuts.length - 1)]);
      }
    }
    // Held up is a timer that may not run out while anything in the set can happen.
    return bestClause >= 0 || isHeldUp;
  }

  private int cost(int event, int clause, int cut, int bound) {
    counting++;
    int cost = 0;
    for (int atom = 0; atom < sets.atoms(event, clause) && cost < bound; atom++) {
      int[][] cuts = sets.cuts(event, clause, atom, values);
      for (int next : cuts[Math.min(cut, cuts.length - 1)]) {
        if (isIn[next] != closure && counted[next] != counting) {
          counted[next] = counting;
          cost += isEnabled[next] == state ? ENABLED : 1;
        }
      }
    }
    return cost;
  }
}
