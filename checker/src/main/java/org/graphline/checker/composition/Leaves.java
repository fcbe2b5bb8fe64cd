package org.graphline.checker.composition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Table;

/// Makes a part of each field. Labels of a field that others never tell apart become one.
final class Leaves {
  private final Product product;
  private final Marking marking;
  private final Vectors vectors;
  private final List<List<Synchronization>> alone = new ArrayList<>();
  private final List<Map<Integer, Set<Table>>> labels = new ArrayList<>();
  private final List<Map<Table, Integer>> known = new ArrayList<>();

  Leaves(Product product, Marking marking, Vectors vectors) {
    this.product = product;
    this.marking = marking;
    this.vectors = vectors;
    product.fields().forEach(_ -> {
      alone.add(new ArrayList<>());
      labels.add(new LinkedHashMap<>());
      known.add(new HashMap<>());
    });
    Splitting.of(product, marking).forEach(this::take);
    merge();
    for (int field = 0; field < labels.size(); field++) {
      number(field);
    }
  }

  private void take(Synchronization step) {
    if (step.tables().size() == 1) {
      alone.get(step.tables().firstKey()).add(step);
      return;
    }
    var numbers = new ArrayList<Integer>();
    step.tables().forEach((field, table) -> numbers.add(number(field, table)));
    if (!numbers.isEmpty()) {
      vectors.add(new Vector(step.kind(), step.moves(), List.copyOf(step.tables().keySet()), numbers));
    }
  }

  private int number(int field, Table table) {
    return known.get(field).computeIfAbsent(table, t -> {
      int next = labels.get(field).size();
      labels.get(field).put(next, new LinkedHashSet<>(Set.of(t)));
      return next;
    });
  }

  private void merge() {
    var open = new ArrayDeque<Integer>();
    for (int field = 0; field < labels.size(); field++) {
      open.add(field);
    }
    while (!open.isEmpty()) {
      int field = open.poll();
      Map<Integer, Integer> standing = vectors.interchangeable(field);
      boolean changed = false;
      for (Map.Entry<Integer, Integer> entry : standing.entrySet()) {
        if (!entry.getKey().equals(entry.getValue())) {
          labels.get(field).get(entry.getValue()).addAll(labels.get(field).remove(entry.getKey()));
          changed = true;
        }
      }
      if (changed) {
        vectors.rename(field, standing::get);
        vectors.neighbors(field).stream().filter(f -> !open.contains(f)).forEach(open::add);
      }
    }
  }

  /// Numbers labels by what they do, so that like fields have like labels.
  private void number(int field) {
    record Named(int label, List<Long> changes) {}
    var order = new ArrayList<Named>();
    labels.get(field).forEach((label, tables) -> order.add(new Named(label, changes(tables))));
    order.sort(Comparator.comparing(Named::changes, Leaves::compare));
    Map<Integer, Integer> numbers = new HashMap<>();
    Map<Integer, Set<Table>> renamed = new LinkedHashMap<>();
    for (Named named : order) {
      numbers.put(named.label(), renamed.size());
      renamed.put(renamed.size(), labels.get(field).get(named.label()));
    }
    vectors.rename(field, numbers::get);
    labels.set(field, renamed);
  }

  private static List<Long> changes(Collection<Table> tables) {
    return tables.stream().flatMap(t -> {
      var changes = new ArrayList<Long>();
      for (int v = 0; v < t.size(); v++) {
        if (t.at(v) >= 0) {
          changes.add((long) v << Integer.SIZE | t.at(v));
        }
      }
      return changes.stream();
    }).distinct().sorted().toList();
  }

  private static int compare(List<Long> one, List<Long> other) {
    return Arrays.compare(one.stream().mapToLong(Long::longValue).toArray(),
        other.stream().mapToLong(Long::longValue).toArray());
  }

  /// Returns the part that a field is; nothing for the field of the run.
  List<Part> parts(Composer composer) {
    var parts = new ArrayList<Part>();
    for (int field = 0; field < labels.size(); field++) {
      if (product.fields().get(field).kind() != Field.Kind.RUN) {
        parts.add(part(field, composer));
      }
    }
    return parts;
  }

  private Part part(int field, Composer composer) {
    Face face = marking.face(field, vectors.movable(List.of(field)));
    int[] number = new int[product.fields().get(field).size()];
    Arrays.fill(number, -1);
    int[] values = new int[number.length];
    int found = 0;
    int start = product.initial().get(field);
    number[start] = found;
    values[found++] = start;
    var draft = new LtsDraft();
    for (int i = 0; i < found; i++) {
      int value = values[i];
      boolean moves = false;
      var to = new LinkedHashSet<Integer>();
      for (Synchronization step : alone.get(field)) {
        int next = step.tables().get(field).at(value);
        if (next >= 0) {
          to.add(next);
          moves |= step.moves().contains(field);
        }
      }
      int mark = marking.mark(face, field, value, moves);
      labels.get(field).values().forEach(tables -> tables.stream().map(t -> t.at(value)).filter(v -> v >= 0)
          .forEach(to::add));
      if (mark >= 0) {
        for (int next : to) {
          if (number[next] < 0) {
            number[next] = found;
            values[found++] = next;
          }
        }
        steps(field, value, number, draft);
      }
      draft.state(mark);
    }
    return composer.leaf(field, draft.lts(), Arrays.copyOf(values, found), face);
  }

  private void steps(int field, int value, int[] number, LtsDraft draft) {
    for (Synchronization step : alone.get(field)) {
      int next = step.tables().get(field).at(value);
      if (next >= 0) {
        draft.add(step.kind(), number[next]);
      }
    }
    labels.get(field).forEach((label, tables) -> tables.stream().map(t -> t.at(value)).filter(v -> v >= 0)
        .forEach(v -> draft.add(marking.kinds() + label, number[v])));
    if (draft.hasOwnStep(marking.kinds())) {
      draft.remove(l -> l == Marking.PROBE);
    }
  }
}
