package org.graphline.checker.reduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing;
import org.graphline.checker.product.Table;
import org.graphline.checker.product.Update;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Step.Fairness;

/// Products written by hand: automata that move alone or two at a time. An event that two automata have in common is
/// taken by both at once.
final class Meetings {
  private final List<List<Move>> automata = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();

  record Move(int from, String event, int to) {}

  /// Adds an automaton that starts in state `start`.
  Meetings automaton(int start, Move... moves) {
    automata.add(List.of(moves));
    starts.add(start);
    return this;
  }

  static Move move(int from, String event, int to) {
    return new Move(from, event, to);
  }

  Product product() {
    Map<String, List<Integer>> parts = new LinkedHashMap<>();
    for (int i = 0; i < automata.size(); i++) {
      for (Move move : automata.get(i)) {
        List<Integer> who = parts.computeIfAbsent(move.event(), _ -> new ArrayList<>());
        if (!who.contains(i)) {
          who.add(i);
        }
      }
    }
    var numbers = new ArrayList<>(parts.keySet());
    var leads = new ArrayList<Lead>();
    var standings = new ArrayList<List<Standing>>();
    for (int i = 0; i < automata.size(); i++) {
      List<List<Offer>> offers = new ArrayList<>();
      List<List<Standing.Need>> needs = new ArrayList<>();
      for (int s = 0; s < size(i); s++) {
        offers.add(new ArrayList<>());
        needs.add(new ArrayList<>());
      }
      for (Move move : automata.get(i)) {
        List<Integer> who = parts.get(move.event());
        int number = numbers.indexOf(move.event());
        if (who.getFirst() == i) {
          offers.get(move.from()).addAll(offers(move, who, number));
        }
        if (who.size() > 1) {
          int other = who.getFirst() == i ? who.get(1) : who.getFirst();
          needs.get(move.from()).add(new Standing.Need(false,
              List.of(new Standing.Supporter(other, always(other))), List.of()));
        }
      }
      leads.add(new Lead(i, offers));
      standings.add(needs.stream().map(n -> new Standing(true, false, false, n)).toList());
    }
    List<Field> fields = IntStream.range(0, automata.size())
        .mapToObj(i -> new Field(Field.Kind.PROCESS, i, size(i))).toList();
    return new Product(automata.size(), fields, starts, leads, standings, Optional.empty(), false, numbers.size());
  }

  private List<Offer> offers(Move move, List<Integer> who, int number) {
    var label = List.<Label>of(new Label.Mark(who.getFirst(), move.event()));
    if (who.size() == 1) {
      return List.of(new Offer(label, number, who, Fairness.FAIR, 0, false, List.of(),
          List.of(new Update.Set(who.getFirst(), move.to()))));
    }
    int partner = who.get(1);
    var all = new ArrayList<Offer>();
    var left = new ArrayList<>(automata.get(partner).stream().filter(m -> m.event().equals(move.event())).toList());
    while (!left.isEmpty()) {
      int[] next = new int[size(partner)];
      int[] can = new int[size(partner)];
      Arrays.fill(next, -1);
      for (Move other : List.copyOf(left)) {
        if (can[other.from()] == 0) {
          can[other.from()] = 1;
          next[other.from()] = other.to();
          left.remove(other);
        }
      }
      all.add(new Offer(label, number, who, Fairness.FAIR, 0, false,
          List.of(Clause.of(new Atom(partner, new Table(can)))),
          List.of(new Update.Set(who.getFirst(), move.to()), new Update.Map(partner, new Table(next)))));
    }
    return all;
  }

  private Atom always(int automaton) {
    int[] table = new int[size(automaton)];
    Arrays.fill(table, 1);
    return new Atom(automaton, new Table(table));
  }

  private int size(int automaton) {
    return 1 + automata.get(automaton).stream().mapToInt(m -> Math.max(m.from(), m.to())).max().orElse(0);
  }
}
