package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.graphline.checker.certificate.Certificate.Constraint;
import org.graphline.checker.certificate.Certificate.Lemma;
import org.graphline.checker.product.Product;
import org.graphline.checker.proof.Changes.Change;
import org.graphline.checker.proof.Invariants.Invariant;

/// What a certificate may say of all reachable states, and why it says that a formula has no model: what is true, and
/// what somebody would take for true who looks away from some changes or from where the network begins.
public final class Forgeries {
  private final Product product;
  private final Places places;
  private final List<Change> changes;
  private final int[] start;

  private Forgeries(Product product, List<Change> changes) {
    this.product = product;
    this.places = new Places(product);
    this.changes = changes;
    this.start = places.of(product.initial().stream().mapToInt(Integer::intValue).toArray());
  }

  /// Invariants and traps, as in a certificate.
  public record Said(List<int[]> invariants, List<int[]> traps) {}

  /// Returns what can be said of the product; nothing if it changes in too many ways.
  public static Optional<Forgeries> of(Product product) {
    var wiring = new Wiring(product, effort());
    return Together.of(wiring).flatMap(t -> Changes.of(wiring, new Places(product), t))
        .map(c -> new Forgeries(product, c));
  }

  /// Returns the lemmas of a refutation; nothing if the formula has a model.
  public static Optional<List<Lemma>> refutation(List<Constraint> formula) {
    return new Refuter(formula, new int[0], effort()).refute();
  }

  /// Returns some that hold, as no change changes anything of them.
  public Said held(Random random) {
    int[] anything = anything(random);
    return new Said(written(Invariants.of(places, changes, start, effort())),
        new Traps(places, changes, start, effort()).unmarked(anything).stream().map(this::written).toList());
  }

  /// Returns some that are wrong in `after`, a state that is reached by a step from `before`, and that would hold
  /// without that step.
  ///
  /// @param apart whether the step changes each field by itself
  public Said overlooking(int[] before, int[] after, boolean apart) {
    int[] changed = IntStream.range(0, before.length).filter(f -> before[f] != after[f]).toArray();
    Set<Change> away = new HashSet<>();
    if (apart) {
      Arrays.stream(changed).forEach(f -> away.add(change(before, after, f)));
    } else {
      away.add(change(before, after, changed));
    }
    return said(changes.stream().filter(c -> !away.contains(c)).toList(), start, places.of(after));
  }

  /// Returns some that are wrong at the start, and would hold if the network began somewhere else.
  public Said elsewhere(Random random) {
    return said(changes, anything(random), start);
  }

  private Said said(List<Change> known, int[] begin, int[] wrong) {
    return new Said(written(Invariants.of(places, known, begin, effort()).stream()
        .filter(i -> Arrays.stream(wrong).mapToLong(i::at).sum() != 0).toList()),
        new Traps(places, known, begin, effort()).unmarked(wrong).stream().map(this::written).toList());
  }

  /// Reports whether all of it is true in a state.
  public static boolean areTrue(Said said, int[] values) {
    return said.invariants().stream().allMatch(i -> IntStream.range(0, i.length / 3)
        .filter(n -> values[i[3 * n]] == i[3 * n + 1]).mapToLong(n -> i[3 * n + 2]).sum() == 0)
        && said.traps().stream().allMatch(t -> IntStream.range(0, t.length / 2)
        .anyMatch(n -> values[t[2 * n]] == t[2 * n + 1]));
  }

  private Change change(int[] before, int[] after, int... fields) {
    return new Change(Arrays.stream(fields).mapToObj(f -> places.of(f, before[f])).toList(),
        Arrays.stream(fields).mapToObj(f -> places.of(f, after[f])).toList());
  }

  private int[] anything(Random random) {
    return places.of(product.fields().stream().mapToInt(f -> random.nextInt(f.size())).toArray());
  }

  private List<int[]> written(List<Invariant> invariants) {
    var all = new ArrayList<int[]>();
    for (Invariant invariant : invariants) {
      if (invariant.weights().values().stream().allMatch(w -> Math.abs(w) < 1000)) {
        all.add(invariant.weights().entrySet().stream().flatMapToInt(w -> IntStream.concat(
            Arrays.stream(places.at(w.getKey())), IntStream.of(Math.toIntExact(w.getValue())))).toArray());
      }
    }
    return all;
  }

  private int[] written(BitSet trap) {
    return trap.stream().flatMap(p -> Arrays.stream(places.at(p))).toArray();
  }

  private static Effort effort() {
    return new Effort(() -> false);
  }
}
