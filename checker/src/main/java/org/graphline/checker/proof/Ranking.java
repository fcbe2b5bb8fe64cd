package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.graphline.checker.proof.Firing.Change;

/// A number for each value of each field, such that no step raises the sum over all fields. A step that
/// always lowers it is not taken again and again, as there are finitely many sums.
///
/// Such numbers exist for all steps that no balanced mixture of steps contains: one that leaves each value of
/// each field as often as it comes to it (a T-invariant: Memmi, Roucairol, "Linear Algebra in Net Theory",
/// LNCS 84, 1980; that one of both exists is Farkas' lemma). They are sought by linear programming in
/// floating point, rounded to integers, and only used if the integers are such numbers.
final class Ranking {
  /// What is sought together is at most so large: numbers in the tableau.
  private static final long MOST_NUMBERS = 1L << 22;
  private static final int PIVOTS = 4000;
  private static final int MOST_PARTS = 60;
  /// No number is greater, so that no sum overflows.
  private static final long MOST = 1L << 30;

  private static final Lowering NONE = new Lowering(Map.of(), List.of());

  private final List<Firing> firings;
  private final Map<Place, Integer> places = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private int columns;

  private Ranking(List<Firing> firings) {
    this.firings = firings;
  }

  /// A sum of variables that is at most `most`.
  private record Row(Map<Integer, Integer> factors, int most) {}

  /// Returns the steps in groups, such that no two groups change the same field.
  ///
  /// @param fields how many fields there are
  static List<List<Firing>> groups(List<Firing> firings, int fields) {
    int[] first = IntStream.range(0, fields).toArray();
    for (Firing firing : firings) {
      int together = -1;
      for (int field : firing.changes().keySet()) {
        int root = root(first, field);
        together = together < 0 ? root : together;
        first[root] = together;
      }
    }
    var groups = new LinkedHashMap<Integer, List<Firing>>();
    firings.stream().filter(f -> !f.changes().isEmpty()).forEach(f -> groups.computeIfAbsent(
        root(first, f.changes().keySet().iterator().next()), _ -> new ArrayList<>()).add(f));
    return List.copyOf(groups.values());
  }

  private static int root(int[] first, int field) {
    int root = field;
    while (first[root] != root) {
      first[root] = first[first[root]];
      root = first[root];
    }
    return root;
  }

  /// Numbers for values, 0 for all others, and the steps that lower their sum, made of their changes that are left.
  record Lowering(Map<Place, Long> numbers, List<Firing> firings) {
    Lowering {
      numbers = Map.copyOf(numbers);
      firings = List.copyOf(firings);
    }
  }

  /// Returns which of these steps, made of their changes that are left, cannot be taken again and again.
  ///
  /// @param firings what belongs together: no other step changes the fields that these do
  static Lowering lowering(List<Firing> firings, Effort effort) {
    var ranking = new Ranking(firings);
    ranking.ask();
    if ((ranking.rows.size() + 1L) * (ranking.columns + 1L) > MOST_NUMBERS) {
      return NONE;
    }
    double[] found = Simplex.solve(ranking.table(), PIVOTS, effort);
    for (int parts = 1; parts <= MOST_PARTS; parts++) {
      Lowering lowering = ranking.lowering(found, parts);
      if (!lowering.firings().isEmpty()) {
        return lowering;
      }
    }
    return NONE;
  }

  private int column(Place place) {
    return places.computeIfAbsent(place, _ -> columns++);
  }

  private static List<Change> left(List<Change> changes) {
    return changes.stream().filter(c -> !c.isEnded()).toList();
  }

  /// Asks for numbers, and for each step whether it lowers the sum, by 1 at most, for as many as possible.
  private void ask() {
    for (Firing firing : firings) {
      var sum = new Row(new HashMap<>(), 0);
      firing.changes().values().forEach(changes -> rise(left(changes), sum.factors));
      int lowers = columns++;
      sum.factors.put(lowers, 1);
      rows.add(sum);
      rows.add(new Row(Map.of(lowers, 1), 1));
    }
  }

  /// Adds the most that one of the changes may raise the number of its field.
  private void rise(List<Change> changes, Map<Integer, Integer> sum) {
    if (changes.size() == 1) {
      add(changes.getFirst(), sum);
      return;
    }
    int up = columns++;
    int down = columns++;
    sum.put(up, 1);
    sum.put(down, -1);
    for (Change change : changes) {
      var row = new Row(new HashMap<>(), 0);
      add(change, row.factors);
      row.factors.put(up, -1);
      row.factors.put(down, 1);
      rows.add(row);
    }
  }

  private void add(Change change, Map<Integer, Integer> sum) {
    sum.merge(column(new Place(change.field(), change.to())), 1, Integer::sum);
    sum.merge(column(new Place(change.field(), change.from())), -1, Integer::sum);
  }

  /// The constraints, and as the objective how many steps lower the sum.
  private double[][] table() {
    var table = new double[rows.size() + 1][columns + 1];
    for (int r = 0; r < rows.size(); r++) {
      double[] numbers = table[r];
      rows.get(r).factors.forEach((column, factor) -> numbers[column] = factor);
      numbers[columns] = rows.get(r).most;
      if (rows.get(r).most > 0) {
        rows.get(r).factors.keySet().forEach(column -> table[rows.size()][column] = 1);
      }
    }
    return table;
  }

  /// Returns the steps that lower the sum of the numbers found, in `parts` of 1 rounded to integers; none if
  /// some step may raise it.
  private Lowering lowering(double[] found, int parts) {
    var numbers = new HashMap<Place, Long>();
    places.forEach((place, column) -> numbers.put(place, Math.clamp(Math.round(found[column] * parts), 0, MOST)));
    var lowering = new ArrayList<Firing>();
    for (Firing firing : firings) {
      long most = most(firing, numbers);
      if (most > 0) {
        return NONE;
      }
      if (most < 0) {
        lowering.add(firing);
      }
    }
    return new Lowering(numbers, lowering);
  }

  /// The most that the step may raise the sum of the numbers.
  private static long most(Firing firing, Map<Place, Long> numbers) {
    long sum = 0;
    for (List<Change> changes : firing.changes().values()) {
      long most = left(changes).stream().mapToLong(c ->
          numbers.get(new Place(c.field(), c.to())) - numbers.get(new Place(c.field(), c.from()))).max().orElseThrow();
      sum = Math.addExact(sum, most);
    }
    return sum;
  }
}
