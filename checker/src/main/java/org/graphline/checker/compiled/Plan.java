package org.graphline.checker.compiled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.graphline.checker.packed.Packing;
import org.graphline.checker.product.Lead;

/// Lays bodies out as methods that the virtual machine accepts.
final class Plan {
  private static final int MOST_SWITCHED = 500;

  private final Packing packing;
  private final Pool pool;
  private final Sizes sizes;
  private final List<Planned> methods = new ArrayList<>();
  private final Set<Long> literals = new HashSet<>();
  private long bytes;

  Plan(Packing packing, Pool pool, Sizes sizes) {
    this.packing = packing;
    this.pool = pool;
    this.sizes = sizes;
  }

  /// Returns all methods.
  List<Planned> methods() {
    return List.copyOf(methods);
  }

  /// Returns about how many bytes of code there are.
  long bytes() {
    return bytes;
  }

  /// Returns how many different numbers stand in the code at most.
  int literals() {
    return literals.size();
  }

  /// Adds the methods for a pass over leads and returns the calls that make it.
  ///
  /// @param prefix what their names begin with
  List<String> pass(String prefix, List<Lead> leads, Bodies bodies) {
    var calls = new ArrayList<String>();
    for (int i = 0; i < leads.size(); i++) {
      List<Body> all = bodies.of(leads.get(i));
      if (!all.isEmpty()) {
        calls.add(lead(prefix + i, leads.get(i).field(), all));
      }
    }
    return chained(prefix, calls);
  }

  /// Adds the methods for a body that does not depend on a field and returns the call of it.
  List<String> alone(String name, Body body) {
    return body.rules().isEmpty() ? List.of() : List.of(lead(name, -1, List.of(body)));
  }

  private List<String> chained(String prefix, List<String> calls) {
    List<String> all = calls;
    for (int level = 0; all.size() > sizes.calls(); level++) {
      var chains = new ArrayList<String>();
      for (int from = 0; from < all.size(); from += sizes.calls()) {
        String name = prefix + "_" + level + "_" + chains.size();
        int to = Math.min(all.size(), from + sizes.calls());
        add(new Planned.Chain(name, all.subList(from, to)), 20 * (to - from));
        chains.add(name);
      }
      all = chains;
    }
    return all;
  }

  private String lead(String name, int field, List<Body> bodies) {
    var bins = new ArrayList<List<Planned.Case>>();
    int filled = sizes.method();
    for (Body body : bodies) {
      body.literals().forEach(literals::add);
      Planned.Case there = new Planned.Case(body, parts(name + "_" + body.values().getFirst(), body));
      int size = there.parts().isEmpty() ? body.bytes() : 20 * there.parts().size();
      if (filled + size > sizes.method()) {
        bins.add(new ArrayList<>());
        filled = 0;
      }
      bins.getLast().add(there);
      filled += size;
    }
    var leaves = new ArrayList<Planned.Leaf>();
    for (int i = 0; i < bins.size(); i++) {
      List<Planned.Case> cases = bins.get(i);
      leaves.add(new Planned.Leaf(bins.size() == 1 ? name : name + "_leaf" + i, field,
          index(field, cases, c -> c.body().values().stream().mapToInt(v -> v).toArray()), cases));
      add(leaves.getLast(), cases.stream().mapToInt(c -> c.body().bytes()).sum() + 4 * MOST_SWITCHED);
    }
    if (leaves.size() > 1) {
      add(new Planned.Router(name, field, index(field, leaves, Plan::values), leaves), 4 * MOST_SWITCHED);
    }
    return name;
  }

  private static int[] values(Planned.Leaf leaf) {
    return leaf.cases().stream().flatMap(c -> c.body().values().stream()).mapToInt(v -> v).toArray();
  }

  private List<String> parts(String name, Body body) {
    var parts = new ArrayList<String>();
    if (body.bytes() > sizes.method()) {
      int from = 0;
      int filled = 0;
      for (int i = 0; i <= body.rules().size(); i++) {
        int size = i == body.rules().size() ? sizes.method() : body.rules().get(i).bytes();
        if (filled + size > sizes.method() && i > from) {
          parts.add(name + "_part" + parts.size());
          add(new Planned.Part(parts.getLast(), body, from, i), 0);
          from = i;
          filled = 0;
        }
        filled += size;
      }
    }
    return parts;
  }

  private <T> int index(int field, List<T> targets, ToIntsFunction<T> values) {
    if (field < 0 || packing.highest(field) < MOST_SWITCHED) {
      return -1;
    }
    int[] index = new int[packing.highest(field) + 1];
    Arrays.fill(index, -1);
    for (int i = 0; i < targets.size(); i++) {
      for (int value : values.apply(targets.get(i))) {
        index[value] = i;
      }
    }
    return pool.ints(index);
  }

  private void add(Planned method, int size) {
    methods.add(method);
    bytes += size;
  }

  /// What values of a field a target is for.
  private interface ToIntsFunction<T> {
    int[] apply(T target);
  }
}
