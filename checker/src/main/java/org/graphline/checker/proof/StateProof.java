package org.graphline.checker.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.graphline.checker.candidate.Unwanted;
import org.graphline.checker.certificate.Fingerprint;
import org.graphline.checker.product.Product;

/// Tries to prove that no reachable state of a network has unwanted values. First each pair of neighbors is asked;
/// what is left is asked of a formula over those who are near, and of all that these can do, of more and more of them;
/// and in the end, if the network is not too large, of a formula over all.
public final class StateProof {
  /// So many instances are near at most.
  private static final int MOST_NEAR = 64;
  private static final int FARTHEST = 16;
  /// So many states of those who are near are looked at in all.
  private static final int MOST_STATES = 1 << 21;

  private final Wiring wiring;
  private final Unwanted[] left;
  private final Map<Integer, List<Integer>> byField = new HashMap<>();
  private final Map<String, Near> known = new HashMap<>();
  private final Map<Integer, String> looks = new HashMap<>();
  private final Map<Integer, int[]> neighbors = new HashMap<>();
  private final Set<Long> pairs = new HashSet<>();
  private int invariants;
  private int traps;
  private int groups;
  private int states;
  private boolean isAsked;

  private StateProof(Product product, List<Unwanted> unwanted, Effort effort) {
    this.wiring = new Wiring(product, effort);
    this.left = unwanted.toArray(Unwanted[]::new);
    for (int u = 0; u < left.length; u++) {
      int which = u;
      left[u].fields().forEach(f -> byField.computeIfAbsent(f, _ -> new ArrayList<>()).add(which));
    }
  }

  /// What is known of unwanted values.
  ///
  /// @param argument why no reachable state has any, `local reachability, 90 pairs of neighbors`; if there is none,
  ///                 nothing is said
  /// @param left     what is left, if there is no proof: of all that looks alike one first
  public record Answer(Optional<String> argument, List<Unwanted> left) {
    public Answer {
      left = List.copyOf(left);
    }
  }

  /// Returns a proof that no reachable state has such values, or what may be reachable.
  ///
  /// @param isOver asked now and then whether to give up
  public static Answer judge(Product product, List<Unwanted> unwanted, BooleanSupplier isOver) {
    return new StateProof(product, unwanted, new Effort(isOver)).judge();
  }

  private Answer judge() {
    try {
      askPairs();
      for (int radius = 1; radius <= FARTHEST; radius *= 2) {
        askNear(radius);
      }
      askAll();
    } catch (Effort.Exhausted _) {
      return new Answer(Optional.empty(), candidates());
    }
    return isDone() ? new Answer(Optional.of(argument()), List.of()) : new Answer(Optional.empty(), candidates());
  }

  private String argument() {
    String carried = isAsked
        ? new Proof(Proof.Argument.SATISFIABILITY, wiring.instances(), pairs.size(), invariants, traps).describe()
        : "local reachability" + Proof.counted(pairs.size(), "pair of neighbors", "pairs of neighbors");
    return carried + (groups > 0 ? Proof.counted(groups, "group of neighbors", "groups of neighbors") : "");
  }

  private boolean isDone() {
    return Arrays.stream(left).allMatch(u -> u.values().isEmpty());
  }

  private boolean isLeft(int which) {
    return !left[which].values().isEmpty();
  }

  /// Of those that look alike, one comes before all seconds.
  private List<Unwanted> candidates() {
    Map<String, Integer> alike = new LinkedHashMap<>();
    for (int u = 0; u < left.length; u++) {
      if (isLeft(u)) {
        alike.putIfAbsent(looks.getOrDefault(u, ""), u);
      }
    }
    Set<Integer> all = new LinkedHashSet<>(alike.values());
    for (int u = 0; u < left.length; u++) {
      if (isLeft(u)) {
        all.add(u);
      }
    }
    return all.stream().map(u -> left[u]).toList();
  }

  private void askPairs() {
    var projection = new Projection(wiring.product());
    for (int i = 0; i < wiring.instances(); i++) {
      for (int j : neighbors(i)) {
        int one = Math.min(i, j);
        int other = Math.max(i, j);
        if (isAskedOf(one, other) && pairs.add(pair(i, j))) {
          PairSpace space = PairSpace.of(wiring, projection, one, other);
          if (space != null) {
            about(space.fields()).forEach(u -> left[u] = had(left[u], space));
          }
        }
      }
    }
  }

  private int[] neighbors(int instance) {
    return neighbors.computeIfAbsent(instance, wiring::neighbors);
  }

  private static long pair(int one, int other) {
    return (long) Math.min(one, other) << Integer.SIZE | Math.max(one, other);
  }

  /// Reports whether the pair could tell something.
  private boolean isAskedOf(int one, int other) {
    return !about(one, other).isEmpty() || !about(wiring.between(one, other)).isEmpty();
  }

  /// Returns what is left that speaks of one of the fields.
  private Set<Integer> about(int... fields) {
    var all = new TreeSet<Integer>();
    for (int field : fields) {
      byField.getOrDefault(field, List.of()).stream().filter(this::isLeft).forEach(all::add);
    }
    return all;
  }

  /// Returns those of the values that the pair has in some state, as far as it looks at the fields.
  private static Unwanted had(Unwanted unwanted, PairSpace space) {
    int[] fields = space.fields();
    List<int[]> common = new ArrayList<>();
    for (int at = 0; at < fields.length; at++) {
      int which = unwanted.fields().indexOf(fields[at]);
      if (which >= 0) {
        common.add(new int[] {at, which});
      }
    }
    Set<List<Integer>> seen = new HashSet<>();
    Set<List<Integer>> asked = new HashSet<>();
    unwanted.values().forEach(v -> asked.add(common.stream().map(c -> v.get(c[1])).toList()));
    space.reached().stream().takeWhile(_ -> seen.size() < asked.size()).forEach(state -> {
      int[] values = space.values(state);
      List<Integer> those = common.stream().map(c -> values[c[0]]).toList();
      if (asked.contains(those)) {
        seen.add(those);
      }
    });
    return new Unwanted(unwanted.fields(), unwanted.values().stream()
        .filter(v -> seen.contains(common.stream().map(c -> v.get(c[1])).toList())).toList());
  }

  /// Asks what is left of those who are near, unless all are.
  private void askNear(int radius) {
    for (int u = 0; u < left.length; u++) {
      int which = u;
      if (isLeft(u)) {
        List<Integer> near = near(left[u], radius);
        if (near.size() < wiring.instances() && near.size() <= MOST_NEAR) {
          Vicinity.of(wiring, near).ifPresent(v -> askNear(which, near, v));
        }
      }
    }
  }

  private void askNear(int which, List<Integer> near, Vicinity vicinity) {
    if (!vicinity.has(left[which].fields())) {
      return;
    }
    Product product = vicinity.product();
    Unwanted asked = vicinity.seen(left[which]);
    String look = Fingerprint.of(product) + asked;
    looks.put(which, look);
    Near said = known.get(look);
    if (said == null) {
      said = near(product, asked);
      known.put(look, said);
    }
    List<List<Integer>> values = said.left().values();
    groups += said.isSeen() ? 1 : 0;
    count(said.asked(), left[which].values().size() - said.asked().left().getFirst().values().size(), near);
    left[which] = new Unwanted(left[which].fields(), values);
  }

  /// What is known of those who are near.
  ///
  /// @param asked what the formula has left
  /// @param left  what is left in the end
  private record Near(Exclusion.Left asked, Unwanted left) {

    /// Reports whether something was excluded by all that they can do.
    boolean isSeen() {
      return left.values().size() < asked.left().getFirst().values().size();
    }
  }

  private Near near(Product vicinity, Unwanted unwanted) {
    Exclusion.Left asked = Exclusion.of(new Wiring(vicinity, wiring.effort()), List.of(unwanted));
    Unwanted rest = asked.left().getFirst();
    if (rest.values().isEmpty() || states > MOST_STATES) {
      return new Near(asked, rest);
    }
    Closeup.Left seen = Closeup.of(vicinity, rest, wiring.effort());
    states += seen.states();
    return new Near(asked, seen.left());
  }

  private void count(Exclusion.Left said, int excluded, Collection<Integer> among) {
    if (excluded > 0) {
      isAsked = true;
      among.forEach(i -> Arrays.stream(neighbors(i)).filter(among::contains).forEach(j -> pairs.add(pair(i, j))));
      invariants += said.invariants();
      traps += said.traps();
    }
  }

  /// Returns the instances that the fields speak of, or that have to do with them, and all who are not farther away,
  /// the nearest ones first.
  private List<Integer> near(Unwanted unwanted, int radius) {
    Map<Integer, Integer> distances = new LinkedHashMap<>();
    unwanted.fields().stream().flatMap(this::instances).forEach(i -> distances.putIfAbsent(i, 0));
    var open = new ArrayDeque<>(distances.keySet());
    while (!open.isEmpty() && distances.size() <= MOST_NEAR) {
      int instance = open.poll();
      int next = distances.get(instance) + 1;
      for (int neighbor : neighbors(instance)) {
        if (next <= radius && distances.putIfAbsent(neighbor, next) == null) {
          open.add(neighbor);
        }
      }
    }
    return List.copyOf(distances.keySet());
  }

  private Stream<Integer> instances(int field) {
    return field < wiring.instances() ? Stream.of(field) : Arrays.stream(wiring.users(field)).boxed();
  }

  private void askAll() {
    List<Integer> open = Stream.iterate(0, u -> u < left.length, u -> u + 1).filter(this::isLeft).toList();
    if (open.isEmpty() || wiring.instances() > Satisfiability.MOST_COMPONENTS) {
      return;
    }
    Exclusion.Left said = Exclusion.of(wiring, open.stream().map(u -> left[u]).toList());
    int excluded = 0;
    for (int n = 0; n < open.size(); n++) {
      excluded += left[open.get(n)].values().size() - said.left().get(n).values().size();
      left[open.get(n)] = said.left().get(n);
    }
    count(said, excluded, new TreeSet<>(IntStream.range(0, wiring.instances()).boxed().toList()));
  }
}
