package org.graphline.checker.candidate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.graphline.checker.candidate.Moves.Move;

/// That some fields have unwanted values together.
final class UnwantedAim implements Aim {
  private final List<Unwanted> all;
  private final boolean errors;
  private final Map<Integer, List<Unwanted>> byField = new HashMap<>();

  /// @param errors whether the values are those of instances that have met an error
  UnwantedAim(List<Unwanted> all, boolean errors) {
    this.all = List.copyOf(all);
    this.errors = errors;
    all.forEach(u -> u.fields().forEach(f -> byField.computeIfAbsent(f, _ -> new ArrayList<>()).add(u)));
  }

  @Override
  public boolean isError() {
    return errors;
  }

  @Override
  public int work() {
    return 1;
  }

  @Override
  public boolean isReached(Move move, int[] values) {
    for (int field : move.changed()) {
      for (Unwanted unwanted : byField.getOrDefault(field, List.of())) {
        if (unwanted.isMet(values)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public boolean isReached(Goal goal, int[] values) {
    return met(values).isPresent();
  }

  /// Returns one that is met in a state.
  Optional<Unwanted> met(int[] values) {
    return all.stream().filter(u -> u.isMet(values)).findFirst();
  }

  @Override
  public Set<Integer> shown(List<Taken> run, int[] end) {
    return new TreeSet<>(met(end).orElseThrow().fields());
  }

  @Override
  public BitSet causes(Set<Integer> shown) {
    var needed = new BitSet();
    shown.forEach(needed::set);
    return needed;
  }

  @Override
  public boolean isShown(Set<Integer> shown, int[] end, int[] values) {
    return shown.stream().allMatch(f -> values[f] == end[f]);
  }
}
