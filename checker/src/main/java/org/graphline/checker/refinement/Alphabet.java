package org.graphline.checker.refinement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The events met so far, numbered from 1; what the environment does not see is number 0.
final class Alphabet {
  /// The number of every step that shows nothing.
  static final int INTERNAL = 0;

  private final Map<Event, Integer> numbers = new HashMap<>();
  private final List<Event> events = new ArrayList<>();

  /// Returns the number of an event.
  int number(Event event) {
    return numbers.computeIfAbsent(event, e -> {
      events.add(e);
      return events.size();
    });
  }

  /// Returns the numbers of events.
  BitSet numbers(Collection<Event> all) {
    var set = new BitSet();
    all.forEach(event -> set.set(number(event)));
    return set;
  }

  /// Returns the event with this number.
  Event event(int number) {
    return events.get(number - 1);
  }

  /// Returns events in a fixed order: by kind, port and letter.
  List<Event> events(BitSet numbered) {
    return numbered.stream().mapToObj(this::event).sorted(java.util.Comparator.comparing(Event::kind)
        .thenComparing(Event::display)).toList();
  }
}
