package org.graphline.checker.compiled;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;

/// Makes the bodies of a lead. Values whose rules are the same share a body; if that is still much code, so
/// do values whose rules differ in constants only, which then lie in tables.
final class Bodies {
  private final Lowering lowering;
  private final Pool pool;
  private final int budget;
  /// The lists of operations, numbered, and those of them that were there as objects.
  private final Map<List<Op>, Integer> shapes = new HashMap<>();
  private final Map<List<Op>, Integer> sameShapes = new IdentityHashMap<>();
  /// For each number how many bytes of code its operations take.
  private final List<Integer> shapeBytes = new ArrayList<>();

  /// @param budget how many bytes of code a lead may take before constants go to tables
  Bodies(Lowering lowering, Pool pool, int budget) {
    this.lowering = lowering;
    this.pool = pool;
    this.budget = budget;
  }

  /// Rules: the numbers of their lists of operations, and their constants.
  private static final class Exactly {
    private final List<Rule> rules;
    private final int[] shape;
    private final long[] constants;
    private final int hash;

    Exactly(List<Rule> rules, int[] shape, long[] constants) {
      this.rules = rules;
      this.shape = shape;
      this.constants = constants;
      this.hash = 31 * Arrays.hashCode(shape) + Arrays.hashCode(constants);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Exactly that && hash == that.hash && Arrays.equals(shape, that.shape)
          && Arrays.equals(constants, that.constants);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private int shape(List<Op> ops) {
    Integer known = sameShapes.get(ops);
    if (known == null) {
      known = shapes.computeIfAbsent(ops, _ -> {
        shapeBytes.add(new Rule(ops, new long[0]).bytes());
        return shapes.size();
      });
      sameShapes.put(ops, known);
    }
    return known;
  }

  private Exactly exactly(List<Rule> rules) {
    int[] numbers = new int[rules.size()];
    int count = 0;
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = shape(rules.get(i).ops());
      count += rules.get(i).constants().length;
    }
    long[] constants = new long[count];
    int at = 0;
    for (Rule rule : rules) {
      System.arraycopy(rule.constants(), 0, constants, at, rule.constants().length);
      at += rule.constants().length;
    }
    return new Exactly(rules, numbers, constants);
  }

  /// Returns the bodies of `lead`; none for values without offers.
  List<Body> of(Lead lead) {
    Map<Exactly, List<Integer>> same = new LinkedHashMap<>();
    int bytes = 0;
    for (int value = 0; value < lead.offers().size(); value++) {
      var here = new ArrayList<Rule>();
      for (Offer offer : lead.at(value)) {
        Optional<Rule> rule = lowering.rule(offer, lead.field(), value);
        if (rule.isPresent()) {
          here.add(rule.get());
        }
      }
      if (here.isEmpty()) {
        continue;
      }
      Exactly exactly = exactly(here);
      List<Integer> values = same.get(exactly);
      if (values == null) {
        values = new ArrayList<>();
        same.put(exactly, values);
        for (int shape : exactly.shape) {
          bytes += shapeBytes.get(shape);
        }
      }
      values.add(value);
    }
    return bytes <= budget ? inline(same) : shared(lead, same);
  }

  private static List<Body> inline(Map<Exactly, List<Integer>> same) {
    var bodies = new ArrayList<Body>();
    same.forEach((exactly, values) -> bodies.add(new Body(values, exactly.rules, literal(exactly), -1)));
    return bodies;
  }

  private static int[] literal(Exactly exactly) {
    int[] none = new int[exactly.constants.length];
    Arrays.fill(none, -1);
    return none;
  }

  private List<Body> shared(Lead lead, Map<Exactly, List<Integer>> same) {
    Map<IntBuffer, List<Exactly>> groups = new LinkedHashMap<>();
    same.keySet().forEach(e ->
        groups.computeIfAbsent(IntBuffer.wrap(e.shape), _ -> new ArrayList<>()).add(e));
    int[] rows = new int[lead.offers().size()];
    List<int[]> parameters = new ArrayList<>();
    for (List<Exactly> members : groups.values()) {
      int[] places = places(members);
      parameters.add(places);
      for (Exactly member : members) {
        int row = pool.longs(row(member, places));
        same.get(member).forEach(v -> rows[v] = row);
      }
    }
    int table = pool.ints(rows);
    var bodies = new ArrayList<Body>();
    for (List<Exactly> members : groups.values()) {
      bodies.add(new Body(members.stream().flatMap(m -> same.get(m).stream()).toList(),
          members.getFirst().rules, parameters.get(bodies.size()), members.size() == 1 ? -1 : table));
    }
    return bodies;
  }

  /// Where in a row each constant lies that is not the same for all.
  private static int[] places(List<Exactly> members) {
    Exactly first = members.getFirst();
    int[] places = literal(first);
    int next = 0;
    for (int i = 0; i < places.length; i++) {
      for (Exactly member : members) {
        if (member.constants[i] != first.constants[i]) {
          places[i] = next++;
          break;
        }
      }
    }
    return places;
  }

  private static long[] row(Exactly member, int[] places) {
    long[] row = new long[places.length];
    int used = 0;
    for (int i = 0; i < places.length; i++) {
      if (places[i] >= 0) {
        row[used++] = member.constants[i];
      }
    }
    return Arrays.copyOf(row, used);
  }
}
