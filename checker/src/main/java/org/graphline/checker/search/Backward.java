package org.graphline.checker.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import org.graphline.checker.packed.PackedSpace;
import org.graphline.checker.packed.Stepper;
import org.graphline.checker.store.Piece;

/// Finds the way back from a state to the initial one among rounds of states, which lie in the order they
/// were found.
final class Backward {
  private final Stepper stepper;
  private final List<Round> rounds;
  private final int words;
  private final long[] chunk;

  Backward(PackedSpace space, List<Round> rounds) {
    this.stepper = space.stepper(false);
    this.rounds = rounds;
    this.words = space.words();
    this.chunk = new long[Level.CHUNK * words];
  }

  /// Reports whether `state` is among the states of `round`.
  static boolean contains(Round round, long[] state) {
    long[] chunk = new long[Level.CHUNK * state.length];
    Level level = new Level(round.pieces());
    for (int count; (count = level.take(chunk)) > 0;) {
      for (int i = 0; i < count; i++) {
        if (equal(chunk, i * state.length, state)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Returns the states from the initial one to `state`, which is in the last round.
  List<long[]> pathTo(long[] state) {
    if (rounds.isEmpty() || !contains(rounds.getLast(), state)) {
      throw new AssertionError("no path to a state that was not found");
    }
    LinkedList<long[]> path = new LinkedList<>();
    path.add(state.clone());
    int round = rounds.size() - 1;
    while (round > 0) {
      boolean counted = rounds.get(round).counted();
      int last = round - 1;
      int first = counted ? firstOf(rounds.get(last).depth(), last) : last;
      round = stepBack(first, last, counted, path);
    }
    return new ArrayList<>(path);
  }

  private int firstOf(long depth, int last) {
    int first = last;
    while (first > 0 && rounds.get(first - 1).depth() == depth) {
      first--;
    }
    return first;
  }

  /// Puts the least predecessor of the path's first state before it, and returns the round that it is in.
  private int stepBack(int first, int last, boolean counted, LinkedList<long[]> path) {
    for (int round = first; round <= last; round++) {
      long[] least = leastPredecessor(rounds.get(round).pieces(), path.getFirst(), counted);
      if (least != null) {
        path.addFirst(least);
        return round;
      }
    }
    throw new AssertionError("a state without a predecessor in the level before");
  }

  private long[] leastPredecessor(List<Piece> pieces, long[] state, boolean counted) {
    long[] least = null;
    Level level = new Level(pieces);
    for (int count; (count = level.take(chunk)) > 0;) {
      for (int i = 0; i < count; i++) {
        if (leadsTo(state, i, counted) && (least == null || isLess(i, least))) {
          least = Arrays.copyOfRange(chunk, i * words, (i + 1) * words);
        }
      }
    }
    return least;
  }

  private boolean leadsTo(long[] state, int i, boolean counted) {
    int steps = stepper.steps(chunk, i * words);
    int from = counted ? stepper.uncounted : 0;
    int to = counted ? steps : stepper.uncounted;
    for (int step = from; step < to; step++) {
      if (equal(stepper.targets, step * words, state)) {
        return true;
      }
    }
    return false;
  }

  private boolean isLess(int i, long[] state) {
    return Arrays.compareUnsigned(chunk, i * words, (i + 1) * words, state, 0, words) < 0;
  }

  private static boolean equal(long[] states, int at, long[] state) {
    for (int i = 0; i < state.length; i++) {
      if (states[at + i] != state[i]) {
        return false;
      }
    }
    return true;
  }
}
