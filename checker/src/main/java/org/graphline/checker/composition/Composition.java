package org.graphline.checker.composition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.graphline.checker.packed.Watch;
import org.graphline.checker.product.Product;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Label;

/// Judges a closed network by composing its parts, graph by graph: the smallest system with the behavior of each graph
/// is found first, and takes its place in the graph around it.
public final class Composition {
  private static final int EFFECT = 1;
  private static final int CAUSE = 2;

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

  /// Returns whether no fair run goes on for ever without progress; nothing if that is not found out.
  ///
  /// @param isProgress whether a step with this label is
  public static Optional<Composed> livelockFree(Network network, Product product, Predicate<Label> isProgress,
      Bounds bounds) {
    return livelockFree(Group.of(network, product), product, isProgress, bounds);
  }

  /// Returns whether every fair run of a closed network comes to be over; nothing if that is not found out.
  public static Optional<Composed> terminates(Network network, Product product, Bounds bounds) {
    return over(Group.of(network, product), product, bounds, false);
  }

  /// Returns whether every fair run comes to be over once all in-trays are closed; nothing if that is not found out.
  public static Optional<Composed> shutsDown(Network network, Product product, Bounds bounds) {
    return over(Group.of(network, product), product, bounds, true);
  }

  /// Returns whether on every fair run each cause is followed by an effect; nothing if that is not found out.
  ///
  /// @param events of a label: the bit 1 if it is an effect, the bit 2 if it is a cause
  public static Optional<Composed> leadsTo(Network network, Product product, ToIntFunction<Label> events,
      Bounds bounds) {
    return leadsTo(Group.of(network, product), product, events, bounds);
  }

  static Optional<Composed> livelockFree(Group whole, Product product, Predicate<Label> isProgress, Bounds bounds) {
    return judge(whole, product, bounds, () -> new RunMarking(product, l -> isProgress.test(l) ? EFFECT : 0, true, false),
        (composition, all) -> composition.unless(!composition.runs(all).endless(_ -> true, EFFECT).isEmpty()));
  }

  static Optional<Composed> over(Group whole, Product product, Bounds bounds, boolean onceClosed) {
    return judge(whole, product, bounds, () -> new RunMarking(product, _ -> 0, false, onceClosed), (composition, all) -> {
      FairRuns runs = composition.runs(all);
      IntPredicate within = s -> all.shape().least().mark(s) == RunMarking.CLOSED;
      List<int[]> bad = composition.bad(all, s -> within.test(s) && runs.isProbed(s));
      return bad.isEmpty() ? composition.unless(!runs.endless(within, 0).isEmpty()) : Optional.of(bad);
    });
  }

  static Optional<Composed> leadsTo(Group whole, Product product, ToIntFunction<Label> events, Bounds bounds) {
    return judge(whole, product, bounds, () -> new RunMarking(product, events, false, false),
        (composition, all) -> composition.unless(composition.runs(all).hasMissing(CAUSE, EFFECT)));
  }

  private FairRuns runs(Part all) {
    return new FairRuns(all.shape().least(), marking.kinds());
  }

  /// No run, unless there is one that nobody shows.
  private Optional<List<int[]>> unless(boolean isRefuted) {
    return isRefuted ? Optional.empty() : Optional.of(List.of());
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

  /// Finds a run that shows that the property does not hold; none if it holds, nothing if that is not known.
  private interface Judging {
    Optional<List<int[]>> run(Composition composition, Part all);
  }

  private static Optional<Composed> judge(Group whole, Product product, Bounds bounds, Making making) {
    return judge(whole, product, bounds, making, (composition, all) -> Optional.of(composition.bad(all,
        s -> all.shape().least().mark(s) == Marking.BAD || composition.runs(all).isProbed(s))));
  }

  private static Optional<Composed> judge(Group whole, Product product, Bounds bounds, Making making,
      Judging judging) {
    if (product.patient()) {
      // Timers that wait for all else to come to rest are no matter of single parts.
      return Optional.empty();
    }
    try {
      return new Composition(product, making.make(), bounds).judge(whole, judging);
    } catch (OutOfReach _) {
      return Optional.empty();
    }
  }

  private Optional<Composed> judge(Group whole, Judging judging) {
    Map<Integer, Part> leaves = new LinkedHashMap<>();
    new Leaves(product, marking, vectors).parts(composer).forEach(p -> leaves.put(p.number(), p));
    List<Part> left = compose(whole, leaves);
    if (left.size() != 1) {
      return Optional.empty();
    }
    Part all = left.getFirst();
    return judging.run(this, all)
        .map(run -> new Composed(run, composer.states(), composer.transitions(), graphs));
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
  private List<int[]> bad(Part all, IntPredicate isBad) {
    Lts least = all.shape().least();
    int[] via = new int[least.states()];
    int[] from = new int[least.states()];
    Arrays.fill(via, -1);
    var open = new ArrayDeque<Integer>(List.of(0));
    while (!open.isEmpty()) {
      int state = open.poll();
      if (isBad.test(state)) {
        return run(all, state, via, from);
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

  private List<int[]> run(Part all, int end, int[] via, int[] from) {
    Lts least = all.shape().least();
    var moves = new ArrayDeque<Integer>();
    for (int at = end; at != 0; at = from[at]) {
      moves.addFirst(via[at]);
    }
    int probe = least.find(end, Marking.PROBE);
    if (probe < least.first(end + 1) && least.label(probe) == Marking.PROBE) {
      moves.addLast(probe);
    }
    var unfolded = new Unfolded(all, product.initial().stream().mapToInt(Integer::intValue).toArray(),
        marking.kinds());
    moves.forEach(t -> unfolded.take(least.label(t), least.target(t)));
    return unfolded.path();
  }
}
