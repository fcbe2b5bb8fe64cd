package org.graphline.checker.reduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing;
import org.graphline.checker.product.Table;
import org.graphline.checker.product.Update;

/// Makes events of the offers of a product.
///
/// What an offer does is one event at each value of the field that leads, and where only some steps of it
/// lead to error states, one for those and one for the others. But where another event leads from one such
/// value to another, both are one event: a thread offers what it offers whatever the other threads of the
/// instance do.
final class Events {
  private final Product product;
  private final List<Part> parts = new ArrayList<>();
  /// For each field the parts that it leads, by its value, and those others that may change it.
  private final List<Map<Integer, List<Part>>> led = new ArrayList<>();
  private final List<List<Part>> foreign = new ArrayList<>();
  /// For each field, by its value, where parts take it from there.
  private final List<Map<Integer, List<Way>>> ways = new ArrayList<>();
  private final boolean[] hasFaults;

  private Events(Product product) {
    this.product = product;
    product.fields().forEach(_ -> led.add(new HashMap<>()));
    product.fields().forEach(_ -> foreign.add(new ArrayList<>()));
    product.fields().forEach(_ -> ways.add(new HashMap<>()));
    this.hasFaults = new boolean[product.fields().size()];
    for (int i = 0; i < product.instances(); i++) {
      hasFaults[i] = product.standings().get(i).stream().anyMatch(Standing::isFaulty);
    }
  }

  /// Returns the events of the product, without closing time.
  ///
  /// @param look called now and then
  static List<Event> of(Product product, Runnable look) {
    var made = new Events(product);
    for (Lead lead : product.leads()) {
      for (int value = 0; value < lead.offers().size(); value++) {
        look.run();
        for (Offer offer : lead.at(value)) {
          made.add(lead.field(), value, offer);
        }
      }
    }
    return made.merged(look);
  }

  private List<Event> merged(Runnable look) {
    Map<Part.Kind, List<Part>> kinds = new LinkedHashMap<>();
    for (Part part : parts) {
      kinds.computeIfAbsent(part.kind(), _ -> new ArrayList<>()).add(part);
      if (part.lead() >= 0) {
        led.get(part.lead()).computeIfAbsent(part.value(), _ -> new ArrayList<>()).add(part);
      }
      part.offer().updates().stream().map(Update::field).filter(f -> f != part.lead()).distinct()
          .forEach(f -> foreign.get(f).add(part));
    }
    var events = new ArrayList<Event>();
    kinds.forEach((kind, same) -> {
      look.run();
      for (List<Part> together : together(kind, same)) {
        add(together, events);
      }
    });
    return events;
  }

  /// Parts at one value are different events.
  private void add(List<Part> together, List<Event> events) {
    List<Part> left = together;
    while (!left.isEmpty()) {
      Part first = left.getFirst();
      var updates = new Update[first.lead() < 0 ? 1 : product.fields().get(first.lead()).size()][];
      var again = new ArrayList<Part>();
      for (Part part : left) {
        if (updates[part.value()] == null) {
          updates[part.value()] = part.offer().updates().toArray(Update[]::new);
        } else {
          again.add(part);
        }
      }
      events.add(new Event(first.lead(), first.offer(), first.guard(), first.isFaulty(), updates));
      left = again;
    }
  }

  /// Splits parts of one kind into those that others connect.
  private List<List<Part>> together(Part.Kind kind, List<Part> same) {
    if (same.size() == 1 || kind.lead() < 0) {
      return List.of(same);
    }
    int[] group = IntStream.range(0, same.size()).toArray();
    int[] positions = new int[product.fields().get(kind.lead()).size()];
    Arrays.fill(positions, -1);
    IntStream.range(0, group.length).forEach(i -> positions[same.get(i).value()] = i);
    Set<Part> own = Collections.newSetFromMap(new IdentityHashMap<>());
    own.addAll(same);
    for (int i = 0; i < group.length; i++) {
      int from = same.get(i).value();
      join(group, i, positions[from]);
      for (Way way : ways(kind.lead(), from)) {
        if (!own.contains(way.by)) {
          for (int next : way.nexts) {
            if (next >= 0 && positions[next] >= 0) {
              join(group, i, positions[next]);
            }
          }
        }
      }
    }
    Map<Integer, List<Part>> groups = new TreeMap<>();
    for (int i = 0; i < group.length; i++) {
      groups.computeIfAbsent(root(group, i), _ -> new ArrayList<>()).add(same.get(i));
    }
    return List.copyOf(groups.values());
  }

  /// Where a part takes a field from some value.
  private record Way(Part by, int[] nexts) {}

  private List<Way> ways(int field, int from) {
    return ways.get(field).computeIfAbsent(from, _ -> Stream
        .concat(foreign.get(field).stream(), led.get(field).getOrDefault(from, List.of()).stream())
        .map(p -> new Way(p, p.nexts(field, from))).filter(w -> w.nexts.length > 0).toList());
  }

  /// Groups are trees; the least position is the root.
  private static int root(int[] group, int position) {
    int at = position;
    while (group[at] != at) {
      group[at] = group[group[at]];
      at = group[at];
    }
    return at;
  }

  private static void join(int[] group, int one, int other) {
    int a = root(group, one);
    int b = root(group, other);
    group[Math.max(a, b)] = Math.min(a, b);
  }

  private void add(int lead, int value, Offer offer) {
    var guard = new ArrayList<List<Atom>>();
    for (Clause clause : offer.guard()) {
      boolean isTrue = clause.atoms().stream().anyMatch(a -> a.field() == lead && a.holds(value));
      if (!isTrue) {
        guard.add(clause.atoms().stream().filter(a -> a.field() != lead).toList());
      }
    }
    if (guard.stream().noneMatch(List::isEmpty)) {
      split(lead, value, offer, guard, 0);
    }
  }

  /// Splits by the updates from `from` on whether they make an error state.
  private void split(int lead, int value, Offer offer, List<List<Atom>> guard, int from) {
    if (from == offer.updates().size()) {
      parts.add(new Part(lead, value, offer, guard, false));
      return;
    }
    Optional<Atom> faulty = faulty(offer.updates().get(from));
    if (faulty.isEmpty() || faulty.get().table().isNeverTrue()) {
      split(lead, value, offer, guard, from + 1);
    } else if (faulty.get().field() == lead) {
      if (faulty.get().holds(value)) {
        parts.add(new Part(lead, value, offer, guard, true));
      } else {
        split(lead, value, offer, guard, from + 1);
      }
    } else if (faulty.get().table().isAlwaysTrue()) {
      parts.add(new Part(lead, value, offer, guard, true));
    } else {
      parts.add(new Part(lead, value, offer, and(guard, faulty.get()), true));
      split(lead, value, offer, and(guard, faulty.get().negated()), from + 1);
    }
  }

  private static List<List<Atom>> and(List<List<Atom>> guard, Atom atom) {
    var all = new ArrayList<>(guard);
    all.add(List.of(atom));
    return all;
  }

  /// Returns where the update makes an error state, if it can.
  private Optional<Atom> faulty(Update update) {
    if (!hasFaults[update.field()]) {
      return Optional.empty();
    }
    int field = update.field();
    IntPredicate isFaulty = next -> next >= 0 && product.standings().get(field).get(next).isFaulty();
    return switch (update) {
      case Update.Set(_, int next) -> Optional.of(where(field, _ -> isFaulty.test(next)));
      case Update.Map(_, var table) -> Optional.of(where(field, v -> isFaulty.test(table.at(v))));
      case Update.Via(_, int source, var letter, var next) -> Optional.of(where(source,
          v -> letter.at(v) >= 0 && letter.at(v) < next.size() && isFaulty.test(next.at(letter.at(v)))));
      case Update.Clear _ -> Optional.of(where(field, _ -> isFaulty.test(0)));
    };
  }

  private Atom where(int field, IntPredicate isTrue) {
    int[] table = new int[product.fields().get(field).size()];
    for (int v = 0; v < table.length; v++) {
      table[v] = isTrue.test(v) ? 1 : 0;
    }
    return new Atom(field, new Table(table));
  }
}
