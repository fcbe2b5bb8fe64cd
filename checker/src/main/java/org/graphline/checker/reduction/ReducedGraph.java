package org.graphline.checker.reduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.graphline.checker.packed.Packing;
import org.graphline.checker.product.Offer;

/// The states and steps that a [StubbornSearch] has kept. The states are numbered from 0, the initial one,
/// on; the steps of a state are a chain. Every path is a run of the product.
public final class ReducedGraph {
  private static final int FEW = 1 << 10;

  private final StubbornSets sets;
  private final Packing packing;
  private final int words;
  private long[] states;
  private int[] slots = new int[2 * FEW];
  private int count;
  private int[] first = new int[FEW];
  private int[] last = new int[FEW];
  private int[] next = new int[FEW];
  private int[] events = new int[FEW];
  private int[] targets = new int[FEW];
  private int steps;
  private int[] suspicious = new int[FEW];
  private int suspects;
  private boolean isComplete = true;

  ReducedGraph(StubbornSets sets, Packing packing) {
    this.sets = sets;
    this.packing = packing;
    this.words = packing.words();
    this.states = new long[words * FEW];
    Arrays.fill(slots, -1);
  }

  /// Returns how many states there are.
  public int states() {
    return count;
  }

  /// Returns how many steps there are.
  public int transitions() {
    return steps;
  }

  /// Returns how many bytes are allocated for states and steps.
  public long bytes() {
    return (long) Long.BYTES * states.length + (long) Integer.BYTES * (slots.length + first.length + last.length
        + next.length + events.length + targets.length + suspicious.length);
  }

  /// Reports whether the search came to its end.
  public boolean isComplete() {
    return isComplete;
  }

  /// Returns the values of the fields in a state.
  public int[] values(int state) {
    return packing.decode(states, state * words);
  }

  /// Returns the words of a state.
  public long[] words(int state) {
    return Arrays.copyOfRange(states, state * words, (state + 1) * words);
  }

  /// Returns the states that deserve a closer look, in the order in which they were found.
  public int[] suspicious() {
    return Arrays.copyOf(suspicious, suspects);
  }

  /// Returns the first step from a state, or -1.
  public int first(int state) {
    return first[state];
  }

  /// Returns the next step from the same state, or -1.
  public int next(int step) {
    return next[step];
  }

  /// Returns where a step leads.
  public int target(int step) {
    return targets[step];
  }

  /// Returns the offer taken in a step.
  public Offer offer(int step) {
    return sets.event(events[step]).offer;
  }

  /// Returns the number of the label of a step from `state`.
  public int label(int state, int step) {
    return sets.event(events[step]).label(values(state));
  }

  /// Returns the steps of a shortest way from the initial state, as far as steps were kept.
  public List<Integer> path(int state) {
    int[] arrival = new int[count];
    int[] origin = new int[count];
    Arrays.fill(arrival, -1);
    int[] queue = new int[count];
    int end = 1;
    for (int at = 0; at < end && arrival[state] < 0; at++) {
      int from = queue[at];
      for (int step = first[from]; step >= 0; step = next[step]) {
        int to = targets[step];
        if (to > 0 && arrival[to] < 0) {
          arrival[to] = step;
          origin[to] = from;
          queue[end++] = to;
        }
      }
    }
    var path = new ArrayList<Integer>();
    for (int at = state; at != 0; at = origin[at]) {
      path.add(arrival[at]);
    }
    Collections.reverse(path);
    return path;
  }

  /// Returns the values of the fields along a run of the product to a state like `state`, the initial ones
  /// first: where symmetric states were kept as one, steps on the way are changed so that they follow each
  /// other.
  public List<int[]> run(int state, Symmetry symmetry) {
    var run = new ArrayList<int[]>();
    run.add(sets.product.initial().stream().mapToInt(Integer::intValue).toArray());
    for (int step : path(state)) {
      run.add(follow(run.getLast(), values(targets[step]), symmetry));
    }
    return run;
  }

  private int[] follow(int[] from, int[] wanted, Symmetry symmetry) {
    var choice = new StubbornChoice(sets);
    choice.enter(from);
    for (int i = 0; i <= choice.count; i++) {
      int[] after = from.clone();
      if (i < choice.count) {
        sets.event(choice.enabled[i]).apply(from, after);
      } else if (choice.count == 0) {
        sets.event(sets.closing()).apply(from, after);
      }
      int[] representative = after.clone();
      symmetry.represent(representative);
      if (Arrays.equals(representative, wanted)) {
        return after;
      }
    }
    throw new AssertionError("no step to a state like " + Arrays.toString(wanted));
  }

  int event(int step) {
    return events[step];
  }

  void decode(int state, int[] into) {
    packing.decode(states, state * words, into);
  }

  long[] all() {
    return states;
  }

  int at(int state) {
    return state * words;
  }

  void abandon() {
    isComplete = false;
  }

  void suspect(int state) {
    if (suspects == suspicious.length) {
      suspicious = Arrays.copyOf(suspicious, 2 * suspects);
    }
    suspicious[suspects++] = state;
  }

  /// Returns the number of the state with these values: [#states()] as it was before if it is a new one.
  int add(int[] values) {
    if ((count + 1) * words > states.length) {
      states = Arrays.copyOf(states, 2 * states.length);
    }
    packing.encode(values, states, count * words);
    int slot = slot(count);
    while (slots[slot] >= 0) {
      if (isSame(slots[slot], count)) {
        return slots[slot];
      }
      slot = slot + 1 & slots.length - 1;
    }
    slots[slot] = count;
    if (count == first.length) {
      first = Arrays.copyOf(first, 2 * count);
      last = Arrays.copyOf(last, 2 * count);
    }
    first[count] = -1;
    last[count] = -1;
    count++;
    if (2 * count > slots.length) {
      rehash();
    }
    return count - 1;
  }

  private void rehash() {
    slots = new int[2 * slots.length];
    Arrays.fill(slots, -1);
    for (int state = 0; state < count; state++) {
      int slot = slot(state);
      while (slots[slot] >= 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = state;
    }
  }

  private int slot(int state) {
    long hash = 0;
    for (int i = state * words; i < (state + 1) * words; i++) {
      hash = (hash ^ states[i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return (int) (hash ^ hash >>> 32) & slots.length - 1;
  }

  private boolean isSame(int one, int other) {
    for (int i = 0; i < words; i++) {
      if (states[one * words + i] != states[other * words + i]) {
        return false;
      }
    }
    return true;
  }

  /// Adds a step whose target is not known yet and returns its number.
  int addStep(int state, int event) {
    if (steps == next.length) {
      next = Arrays.copyOf(next, 2 * steps);
      events = Arrays.copyOf(events, 2 * steps);
      targets = Arrays.copyOf(targets, 2 * steps);
    }
    events[steps] = event;
    targets[steps] = -1;
    next[steps] = -1;
    if (last[state] < 0) {
      first[state] = steps;
    } else {
      next[last[state]] = steps;
    }
    last[state] = steps;
    return steps++;
  }

  void setTarget(int step, int target) {
    targets[step] = target;
  }
}
