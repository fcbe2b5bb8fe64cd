package org.graphline.checker.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphline.checker.space.Letters;
import org.graphline.checker.space.StateSpace;
import org.graphline.model.property.EventSet;
import org.graphline.model.semantics.Label;

/// Which of some event sets each label belongs to. Labels that belong to the same ones have the same *class*,
/// a small number that is kept with a stored transition.
final class EventTable {
  private static final int REMEMBERED = 100_000;

  private final StateSpace space;
  private final List<EventSet> sets;
  private final Map<EventSet, Integer> positions = new HashMap<>();
  private final Map<BitSet, Integer> numbers = new HashMap<>();
  private final List<BitSet> classes = new ArrayList<>();
  private final Map<Label, Integer> remembered = new HashMap<>();

  EventTable(StateSpace space, List<EventSet> sets) {
    this.space = space;
    this.sets = List.copyOf(sets);
    for (int i = 0; i < sets.size(); i++) {
      positions.putIfAbsent(sets.get(i), i);
    }
    number(new BitSet());
  }

  /// Returns the class of a label.
  int classOf(Label label) {
    if (sets.isEmpty()) {
      return 0;
    }
    Integer known = remembered.get(label);
    if (known != null) {
      return known;
    }
    var bits = new BitSet();
    for (int i = 0; i < sets.size(); i++) {
      EventSet set = sets.get(i);
      if (space.isAt(set, label)) {
        bits.set(2 * i);
        bits.set(2 * i + 1, set.value().isEmpty() || set.value().equals(Letters.of(label)));
      }
    }
    int number = number(bits);
    if (remembered.size() < REMEMBERED) {
      remembered.put(label, number);
    }
    return number;
  }

  /// Returns the classes, of those met so far, whose labels are events of `set`.
  BitSet of(EventSet set) {
    return having(2 * positions.get(set) + 1);
  }

  /// Returns the classes, of those met so far, whose labels happen where `set` looks, whatever the letter.
  BitSet seenBy(EventSet set) {
    return having(2 * positions.get(set));
  }

  private BitSet having(int bit) {
    var all = new BitSet();
    for (int number = 0; number < classes.size(); number++) {
      all.set(number, classes.get(number).get(bit));
    }
    return all;
  }

  private int number(BitSet bits) {
    return numbers.computeIfAbsent(bits, b -> {
      classes.add(b);
      return classes.size() - 1;
    });
  }
}
