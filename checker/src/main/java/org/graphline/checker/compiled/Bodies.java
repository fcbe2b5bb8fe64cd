package org.graphline.checker.compiled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.graphline.checker.product.Lead;

/// Makes the bodies of a lead. Values whose rules are the same share a body; if that is still much code, so
/// do values whose rules differ in constants only, which then lie in tables.
final class Bodies {
  private final Lowering lowering;
  private final Pool pool;
  private final int budget;

  /// @param budget how many bytes of code a lead may take before constants go to tables
  Bodies(Lowering lowering, Pool pool, int budget) {
    this.lowering = lowering;
    this.pool = pool;
    this.budget = budget;
  }

  /// Rules without their constants.
  private record Shape(List<List<Op>> ops) {
    static Shape of(List<Rule> rules) {
      return new Shape(rules.stream().map(Rule::ops).toList());
    }
  }

  /// Rules with their constants.
  private record Exactly(Shape shape, List<Long> constants) {}

  /// Returns the bodies of `lead`; none for values without offers.
  List<Body> of(Lead lead) {
    Map<Exactly, List<Integer>> same = new LinkedHashMap<>();
    Map<Exactly, List<Rule>> rules = new LinkedHashMap<>();
    int bytes = 0;
    for (int value = 0; value < lead.offers().size(); value++) {
      int at = value;
      List<Rule> here = lead.at(value).stream()
          .flatMap(o -> lowering.rule(o, lead.field(), at).stream()).toList();
      if (here.isEmpty()) {
        continue;
      }
      var exactly = new Exactly(Shape.of(here), constants(here).boxed().toList());
      same.computeIfAbsent(exactly, _ -> new ArrayList<>()).add(value);
      if (rules.putIfAbsent(exactly, here) == null) {
        bytes += here.stream().mapToInt(Rule::bytes).sum();
      }
    }
    return bytes <= budget ? inline(same, rules) : shared(lead, same, rules);
  }

  private static LongStream constants(List<Rule> rules) {
    return rules.stream().flatMapToLong(r -> Arrays.stream(r.constants()));
  }

  private static List<Body> inline(Map<Exactly, List<Integer>> same, Map<Exactly, List<Rule>> rules) {
    var bodies = new ArrayList<Body>();
    same.forEach((exactly, values) -> bodies.add(new Body(values, rules.get(exactly), literal(exactly), -1)));
    return bodies;
  }

  private static int[] literal(Exactly exactly) {
    int[] none = new int[exactly.constants().size()];
    Arrays.fill(none, -1);
    return none;
  }

  private List<Body> shared(Lead lead, Map<Exactly, List<Integer>> same, Map<Exactly, List<Rule>> rules) {
    Map<Shape, List<Exactly>> groups = new LinkedHashMap<>();
    same.keySet().forEach(e -> groups.computeIfAbsent(e.shape(), _ -> new ArrayList<>()).add(e));
    int[] rows = new int[lead.offers().size()];
    Map<Shape, int[]> parameters = new LinkedHashMap<>();
    groups.forEach((shape, members) -> {
      int[] places = places(members);
      parameters.put(shape, places);
      for (Exactly member : members) {
        int row = pool.longs(row(member, places));
        same.get(member).forEach(v -> rows[v] = row);
      }
    });
    int table = pool.ints(rows);
    var bodies = new ArrayList<Body>();
    groups.forEach((shape, members) -> bodies.add(new Body(
        members.stream().flatMap(m -> same.get(m).stream()).toList(), rules.get(members.getFirst()),
        parameters.get(shape), members.size() == 1 ? -1 : table)));
    return bodies;
  }

  /// Where in a row each constant lies that is not the same for all.
  private static int[] places(List<Exactly> members) {
    int[] places = literal(members.getFirst());
    int next = 0;
    for (int i = 0; i < places.length; i++) {
      int at = i;
      if (members.stream().map(m -> m.constants().get(at)).distinct().count() > 1) {
        places[i] = next++;
      }
    }
    return places;
  }

  private static long[] row(Exactly member, int[] places) {
    var row = LongStream.builder();
    for (int i = 0; i < places.length; i++) {
      if (places[i] >= 0) {
        row.add(member.constants().get(i));
      }
    }
    return row.build().toArray();
  }
}
