package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphline.checker.product.Update;

/// What the steps of a network change, each way to take one being a transition of a Petri net whose places are
/// the values of the fields. What a step only reads is not asked, so there may be more than can happen, and never
/// less. Closing time changes all fields at once; here it changes each by itself, which allows more again.
final class Changes {
  /// A step that may be taken in more ways is not looked at.
  private static final int MOST_WAYS = 1 << 14;
  private static final int MOST = 1 << 18;

  private final Wiring wiring;
  private final Places places;
  private final Together together;
  private final Projection projection;
  private final Set<Change> all = new LinkedHashSet<>();

  private Changes(Wiring wiring, Places places, Together together) {
    this.wiring = wiring;
    this.places = places;
    this.together = together;
    this.projection = new Projection(wiring.product());
  }

  /// One way to take a step.
  ///
  /// @param from the places it empties
  /// @param to   those it fills, of the same fields in the same order
  record Change(List<Integer> from, List<Integer> to) {

    /// Reports whether a single field changes.
    boolean isSingle() {
      return from.size() == 1;
    }
  }

  /// Returns all of them, each once; nothing if there are too many.
  static Optional<List<Change>> of(Wiring wiring, Places places, Together together) {
    var changes = new Changes(wiring, places, together);
    return changes.find() ? Optional.of(List.copyOf(changes.all)) : Optional.empty();
  }

  private boolean find() {
    Set<Touch> known = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int field = 0; field < places.fields(); field++) {
      for (Touch touch : wiring.touching(field)) {
        if (known.add(touch) && !find(touch)) {
          return false;
        }
      }
      Optional<Touch> closing = wiring.closing(new int[] {field});
      if (closing.isPresent() && !find(closing.get())) {
        return false;
      }
    }
    return all.size() <= MOST;
  }

  private boolean find(Touch touch) {
    int[] fields = changed(touch);
    List<int[]> values = new ArrayList<>();
    long ways = 1;
    for (int field : fields) {
      int[] those = values(touch, field);
      values.add(those);
      ways *= those.length;
      if (ways > MOST_WAYS) {
        return false;
      }
    }
    projection.onto(fields);
    find(touch, fields, values, 0, new int[fields.length]);
    return all.size() <= MOST;
  }

  /// The fields that change, and those whose letters say how.
  private static int[] changed(Touch touch) {
    return touch.offer().updates().stream().flatMapToInt(u -> switch (u) {
      case Update.Set(int field, _) -> Arrays.stream(new int[] {field});
      case Update.Map(int field, _) -> Arrays.stream(new int[] {field});
      case Update.Via(int field, int source, _, _) -> Arrays.stream(new int[] {field, source});
      case Update.Clear(int field, _) -> Arrays.stream(new int[] {field});
    }).distinct().sorted().toArray();
  }

  private int[] values(Touch touch, int field) {
    projection.onto(field);
    int[] state = new int[1];
    return java.util.stream.IntStream.range(0, places.size(field)).filter(v -> {
      state[0] = v;
      return together.isReached(field, v) && !wiring.isFaulty(field, v) && projection.mayBe(touch, state);
    }).toArray();
  }

  private void find(Touch touch, int[] fields, List<int[]> values, int at, int[] state) {
    if (at == fields.length) {
      wiring.effort().spend(1);
      if (together.areReached(fields, state)) {
        projection.after(touch, state, to -> add(fields, state, to));
      }
      return;
    }
    for (int value : values.get(at)) {
      state[at] = value;
      find(touch, fields, values, at + 1, state);
    }
  }

  private void add(int[] fields, int[] state, int[] next) {
    var from = new ArrayList<Integer>();
    var to = new ArrayList<Integer>();
    for (int i = 0; i < fields.length; i++) {
      if (state[i] != next[i]) {
        from.add(places.of(fields[i], state[i]));
        to.add(places.of(fields[i], next[i]));
      }
    }
    if (!from.isEmpty()) {
      all.add(new Change(List.copyOf(from), List.copyOf(to)));
    }
  }
}
