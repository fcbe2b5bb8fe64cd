package org.graphline.checker.composition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.checker.packed.Watch;
import org.graphline.checker.product.Product;
import org.graphline.model.network.Network;

/// Judges a closed network by composing its parts, graph by graph: the smallest system with the behavior of each graph
/// is found first, and takes its place in the graph around it.
public final class Composition {
  private final Product product;
  private final Marking marking;
  private final Bounds bounds;
  private final Composer composer;
  private final Vectors vectors = new Vectors();
  private final Map<String, Composed.Size> graphs = new LinkedHashMap<>();

  private Composition(Product product, Marking marking, Bounds bounds) {
    this.product = product;
    this.marking = marking;
    this.bounds = bounds;
    this.composer = new Composer(marking, vectors, bounds);
  }

  /// Reports whether there is a graph inside the network.
  public static boolean isNested(Network network, Product product) {
    return Group.of(network, product).isNested();
  }

  /// Returns whether no stuck group (rule R6) can be reached, nor a state in which nothing is possible though somebody is
  /// busy; nothing if that is not found out.
  public static Optional<Composed> deadlockFree(Network network, Product product, Bounds bounds) {
    return deadlockFree(Group.of(network, product), product, bounds);
  }

  /// Returns whether no error state can be reached (rule R1); nothing if that is not found out.
  public static Optional<Composed> errorFree(Network network, Product product, Bounds bounds) {
    return errorFree(Group.of(network, product), product, bounds);
  }

  /// Returns whether no state can be reached, but error states, in which the condition is met; nothing if that is not
  /// found out.
  public static Optional<Composed> never(Network network, Product product, Watch watch, Bounds bounds) {
    return never(Group.of(network, product), product, watch, bounds);
  }

  static Optional<Composed> deadlockFree(Group whole, Product product, Bounds bounds) {
    return judge(whole, product, bounds, () -> new WaitMarking(product));
  }

  static Optional<Composed> errorFree(Group whole, Product product, Bounds bounds) {
    return judge(whole, product, bounds, () -> new FactMarking(product, List.of(), _ -> false));
  }

  static Optional<Composed> never(Group whole, Product product, Watch watch, Bounds bounds) {
    // What speaks of no field is true or not from the start.
    return watch.fields().isEmpty() ? Optional.empty() : judge(whole, product, bounds,
        () -> new FactMarking(product, watch.fields(), watch.condition()::isMet));
  }

  private interface Making {
    Marking make();
  }

  private static Optional<Composed> judge(Group whole, Product product, Bounds bounds, Making making) {
    if (product.patient()) {
      // Timers that wait for all else to come to rest are no matter of single parts.
      return Optional.empty();
    }
    try {
      return new Composition(product, making.make(), bounds).judge(whole);
    } catch (OutOfReach _) {
      return Optional.empty();
    }
  }

  private Optional<Composed> judge(Group whole) {
    Map<Integer, Part> leaves = new LinkedHashMap<>();
    new Leaves(product, marking, vectors).parts(composer).forEach(p -> leaves.put(p.number(), p));
    List<Part> left = compose(whole, leaves);
    if (left.size() != 1) {
      return Optional.empty();
    }
    Part all = left.getFirst();
    return Optional.of(new Composed(bad(all), composer.states(), composer.transitions(), graphs));
  }

  /// Returns what a graph has become: one part, unless that was too large.
  private List<Part> compose(Group group, Map<Integer, Part> leaves) {
    long before = composer.states();
    var parts = new ArrayList<Part>();
    group.groups().forEach(g -> parts.addAll(compose(g, leaves)));
    group.fields().stream().filter(leaves::containsKey).map(leaves::get).forEach(parts::add);
    boolean isInside = !group.name().isEmpty();
    new Order(composer, vectors, bounds).join(parts, !isInside);
    if (isInside && parts.size() == 1) {
      // Of like ones only the first is looked at.
      var size = new Composed.Size(composer.states() - before, parts.getFirst().shape().least().states());
      graphs.merge(group.name().replaceAll("\\[\\d+]", "[*]"), size, Composition::larger);
    }
    return parts;
  }

  private static Composed.Size larger(Composed.Size one, Composed.Size other) {
    return new Composed.Size(Math.max(one.states(), other.states()), Math.max(one.least(), other.least()));
  }

  /// A run to a state that shows that the property does not hold; empty if there is none.
  private List<int[]> bad(Part all) {
    Lts least = all.shape().least();
    int[] via = new int[least.states()];
    int[] from = new int[least.states()];
    Arrays.fill(via, -1);
    var open = new ArrayDeque<Integer>(List.of(0));
    while (!open.isEmpty()) {
      int state = open.poll();
      int probe = least.find(state, Marking.PROBE);
      boolean isProbed = probe < least.first(state + 1) && least.label(probe) == Marking.PROBE;
      if (least.mark(state) == Marking.BAD || isProbed) {
        return run(all, state, via, from, isProbed ? probe : -1);
      }
      for (int t = least.first(state); t < least.first(state + 1); t++) {
        int next = least.target(t);
        if (next != 0 && via[next] < 0) {
          via[next] = t;
          from[next] = state;
          open.add(next);
        }
      }
    }
    return List.of();
  }

  private List<int[]> run(Part all, int end, int[] via, int[] from, int probe) {
    Lts least = all.shape().least();
    var moves = new ArrayDeque<Integer>();
    for (int at = end; at != 0; at = from[at]) {
      moves.addFirst(via[at]);
    }
    if (probe >= 0) {
      moves.addLast(probe);
    }
    var unfolded = new Unfolded(all, product.initial().stream().mapToInt(Integer::intValue).toArray(),
        marking.kinds());
    moves.forEach(t -> unfolded.take(least.label(t), least.target(t)));
    return unfolded.path();
  }
}
