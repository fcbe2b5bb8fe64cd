package org.graphline.checker.reduction;

import java.util.Arrays;

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

  /// The same events as plain bits.
  private final long[] isEnabled;
  /// The set that is being closed.
  private final long[] isIn;
  private final int[] open;
  private final int[] late;
  private final int[] members;
  private int opened;
  private int delayed;
  private int found;
  private int[] values;

  StubbornChoice(StubbornSets sets) {
    this.sets = sets;
    int size = sets.events.length;
    this.enabled = new int[size];
    this.chosen = new int[size + 1];
    this.isEnabled = new long[sets.enabled.words()];
    this.isIn = new long[isEnabled.length];
    this.open = new int[size];
    this.late = new int[size];
    this.members = new int[size];
  }

  /// Finds the events that are enabled where the fields have these values.
  void enter(int[] values) {
    this.values = values;
    sets.enabled.find(values, isEnabled);
    if (sets.product.patient()) {
      dropTimers();
    }
    count = 0;
    for (int word = 0; word < isEnabled.length; word++) {
      for (long rest = isEnabled[word]; rest != 0; rest &= rest - 1) {
        enabled[count++] = word * Long.SIZE + Long.numberOfTrailingZeros(rest);
      }
    }
  }

  private void dropTimers() {
    boolean mustWait = false;
    for (int word = 0; word < isEnabled.length; word++) {
      mustWait |= (isEnabled[word] & sets.pressing[word]) != 0;
    }
    for (int word = 0; word < isEnabled.length && mustWait; word++) {
      isEnabled[word] &= ~sets.timers[word];
    }
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
    for (int word = 0; word < isEnabled.length && sets.product.patient(); word++) {
      if ((isEnabled[word] & sets.timers[word]) != 0) {
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
    Arrays.fill(isIn, 0);
    isIn[seed / Long.SIZE] = 1L << seed;
    open[0] = seed;
    opened = 1;
    delayed = 0;
    found = 0;
    while (opened > 0 || delayed > 0) {
      if (opened > 0) {
        int event = open[--opened];
        if (sets.restless[event]) {
          return false;
        }
        members[found++] = event;
        add(sets.violations(event));
        if (sets.visible[event]) {
          add(sets.seen);
        }
        if (found + opened >= bound) {
          return false;
        }
      } else if (!enable(late[--delayed], bound)) {
        return false;
      }
    }
    return true;
  }

  private void add(long[] mask) {
    for (int i = 0; i < mask.length; i += 2) {
      int word = (int) mask[i];
      long fresh = mask[i + 1] & ~isIn[word];
      if (fresh != 0) {
        isIn[word] |= fresh;
        int first = word * Long.SIZE;
        for (long rest = fresh & isEnabled[word]; rest != 0; rest &= rest - 1) {
          open[opened++] = first + Long.numberOfTrailingZeros(rest);
        }
        for (long rest = fresh & ~isEnabled[word]; rest != 0; rest &= rest - 1) {
          late[delayed++] = first + Long.numberOfTrailingZeros(rest);
        }
      }
    }
  }

  /// Adds what must happen before an event that is not enabled can be, unless that is too much.
  private boolean enable(int event, int bound) {
    int least = (bound - found) * ENABLED;
    Cuts.Wanted[] bestClause = null;
    int bestCut = -1;
    boolean isHeldUp = true;
    for (Cuts.Wanted[] clause : sets.clauses[event]) {
      if (least > 0 && !isTrue(clause)) {
        isHeldUp = false;
        int cuts = mostCuts(clause);
        for (int cut = 0; cut < cuts && least > 0; cut++) {
          int cost = cost(clause, cut, least);
          if (cost < least) {
            least = cost;
            bestClause = clause;
            bestCut = cut;
          }
        }
      }
    }
    if (bestClause != null) {
      for (Cuts.Wanted atom : bestClause) {
        add(cut(atom, bestCut));
      }
      return found + opened < bound;
    }
    // Held up is a timer that may not run out while anything in the set can happen.
    return isHeldUp;
  }

  private boolean isTrue(Cuts.Wanted[] clause) {
    for (Cuts.Wanted atom : clause) {
      if (atom.holds(values[atom.field])) {
        return true;
      }
    }
    return false;
  }

  private int mostCuts(Cuts.Wanted[] clause) {
    int most = 1;
    for (Cuts.Wanted atom : clause) {
      most = Math.max(most, atom.before(values[atom.field]).length);
    }
    return most;
  }

  private long[] cut(Cuts.Wanted atom, int cut) {
    long[][] cuts = atom.before(values[atom.field]);
    return cuts[Math.min(cut, cuts.length - 1)];
  }

  /// What is in the cuts of two atoms counts twice.
  private int cost(Cuts.Wanted[] clause, int cut, int bound) {
    int cost = 0;
    for (Cuts.Wanted atom : clause) {
      long[] mask = cut(atom, cut);
      for (int i = 0; i < mask.length && cost < bound; i += 2) {
        int word = (int) mask[i];
        long fresh = mask[i + 1] & ~isIn[word];
        if (fresh != 0) {
          cost += Long.bitCount(fresh) + (ENABLED - 1) * Long.bitCount(fresh & isEnabled[word]);
        }
      }
    }
    return cost;
  }
}
