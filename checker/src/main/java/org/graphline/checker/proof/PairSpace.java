package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.model.semantics.Step.Fairness;

/// What two neighbors can be in together, with what lies between them, whatever all others do. The reachable
/// states of the network, seen by these fields alone, are among the states found here; not each of them need
/// be reachable.
final class PairSpace {
  /// A pair with more states than this is not looked at.
  private static final int MOST_STATES = 1 << 20;
  /// Nor is one whose steps, tried in each state, are more than this.
  private static final long MOST_TRIES = 1L << 27;

  private final Wiring wiring;
  private final int[] fields;
  private final int[] sizes;
  private final int states;
  private final Projection projection;
  private final List<Touch> joint = new ArrayList<>();
  private final List<List<int[]>> steps = new ArrayList<>();
  private final BitSet reached = new BitSet();

  /// @param known whether it was small enough to be explored; if not, nothing is known
  private PairSpace(Wiring wiring, Projection projection, int[] fields, int states) {
    this.wiring = wiring;
    this.projection = projection;
    this.fields = fields;
    this.sizes = Arrays.stream(fields).map(wiring::size).toArray();
    this.states = states;
  }

  /// Returns what the two can be in, or null if that is too much to look at.
  static PairSpace of(Wiring wiring, Projection projection, int one, int other) {
    int[] between = wiring.between(one, other);
    int[] fields = new int[2 + between.length];
    fields[0] = one;
    fields[1] = other;
    System.arraycopy(between, 0, fields, 2, between.length);
    while (size(wiring, fields) > MOST_STATES && fields.length > 2) {
      fields = withoutLargest(wiring, fields);
    }
    long size = size(wiring, fields);
    if (size > MOST_STATES) {
      return null;
    }
    var space = new PairSpace(wiring, projection, fields, (int) size);
    space.prepare();
    if (size * (space.joint.size() + 1L) > MOST_TRIES) {
      return null;
    }
    space.explore();
    return space;
  }

  private static long size(Wiring wiring, int[] fields) {
    long size = 1;
    for (int field : fields) {
      size = Math.min(size * wiring.size(field), Long.MAX_VALUE / Integer.MAX_VALUE);
    }
    return size;
  }

  private static int[] withoutLargest(Wiring wiring, int[] fields) {
    int largest = Arrays.stream(fields).skip(2).boxed()
        .max(java.util.Comparator.comparingInt(wiring::size)).orElseThrow();
    return Arrays.stream(fields).filter(f -> f != largest).toArray();
  }

  private void prepare() {
    Set<Touch> all = new LinkedHashSet<>();
    for (int field : fields) {
      int[] others = Arrays.stream(fields).filter(f -> f != field).toArray();
      for (Touch touch : wiring.touching(field)) {
        if (Arrays.stream(others).anyMatch(touch::touches)) {
          all.add(touch);
        }
      }
      var changes = new ArrayList<int[]>();
      for (Wiring.Edge edge : wiring.alone(field)) {
        if (edge.isApart(others)) {
          changes.add(new int[] {edge.from(), edge.to()});
        }
      }
      steps.add(changes);
    }
    joint.addAll(all);
    wiring.closing(fields).ifPresent(joint::add);
  }

  /// Returns the two instances and what lies between them, as far as it is looked at.
  int[] fields() {
    return fields.clone();
  }

  /// Returns the values of the fields in a state.
  int[] values(int state) {
    int[] values = new int[fields.length];
    int rest = state;
    for (int i = 0; i < values.length; i++) {
      values[i] = rest % sizes[i];
      rest /= sizes[i];
    }
    return values;
  }

  private int number(int[] values) {
    int number = 0;
    for (int i = values.length - 1; i >= 0; i--) {
      number = number * sizes[i] + values[i];
    }
    return number;
  }

  private void explore() {
    int start = start();
    reached.set(start);
    int[] open = new int[64];
    int count = 0;
    open[count++] = start;
    var found = new Found();
    while (count > 0) {
      found.count = 0;
      after(open[--count], found);
      for (int i = 0; i < found.count; i++) {
        int next = found.states[i];
        if (!reached.get(next)) {
          reached.set(next);
          if (count == open.length) {
            open = Arrays.copyOf(open, 2 * count);
          }
          open[count++] = next;
        }
      }
    }
  }

  private static final class Found implements IntConsumer {
    private int[] states = new int[64];
    private int count;

    @Override
    public void accept(int state) {
      if (count == states.length) {
        states = Arrays.copyOf(states, 2 * count);
      }
      states[count++] = state;
    }
  }

  /// Hands over the states that one step leads to.
  void after(int state, IntConsumer next) {
    wiring.effort().spend(1);
    int[] values = values(state);
    if (wiring.isFaulty(fields[0], values[0]) || wiring.isFaulty(fields[1], values[1])) {
      return;
    }
    for (int i = 0; i < fields.length; i++) {
      int value = values[i];
      for (int[] change : steps.get(i)) {
        if (change[0] == value) {
          values[i] = change[1];
          next.accept(number(values));
          values[i] = value;
        }
      }
    }
    projection.onto(fields);
    for (Touch touch : joint) {
      projection.after(touch, values, to -> next.accept(number(to)));
    }
  }

  /// Returns the initial state.
  int start() {
    return number(Arrays.stream(fields).map(f -> wiring.product().initial().get(f)).toArray());
  }

  /// Returns the states found.
  BitSet reached() {
    return reached;
  }

  int states() {
    return states;
  }

  /// What a state says about the two: which of them surely move, by a step of the two alone.
  int moving(int state) {
    int[] values = values(state);
    projection.onto(fields);
    int moving = 0;
    for (Touch touch : joint) {
      if (isCertain(wiring.product(), touch) && projection.isSure(touch, values)) {
        moving |= (touch.moves(fields[0]) ? 1 : 0) | (touch.moves(fields[1]) ? 2 : 0);
      }
    }
    return moving;
  }

  // Closing time moves nobody for sure: it is possible only where nothing else is.

  /// Reports whether a step is one that happens unless another does: not the environment's, nor a timer's
  /// that waits for all else.
  static boolean isCertain(Product product, Touch touch) {
    Offer offer = touch.offer();
    return offer.fairness() != Fairness.FREE && !(product.patient() && offer.isTimer());
  }
}
