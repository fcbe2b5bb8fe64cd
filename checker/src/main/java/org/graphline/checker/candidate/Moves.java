package org.graphline.checker.candidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Update;

/// The steps of a product one by one, each with the fields it changes. Closing time is not among them, nor is
/// a timer that waits for everything else: whether they are possible is a matter of the whole network.
final class Moves {
  private final Product product;
  private final List<Move> all = new ArrayList<>();
  private final int[][] moving;

  Moves(Product product) {
    this.product = product;
    for (Lead lead : product.leads()) {
      for (int value = 0; value < lead.offers().size(); value++) {
        for (Offer offer : lead.offers().get(value)) {
          if (!(product.patient() && offer.isTimer())) {
            all.add(Move.of(all.size(), lead.field(), value, offer));
          }
        }
      }
    }
    this.moving = moving();
  }

  private int[][] moving() {
    int[] counts = new int[product.instances()];
    all.forEach(m -> Arrays.stream(m.actors(product.instances())).forEach(i -> counts[i]++));
    int[][] by = new int[counts.length][];
    Arrays.setAll(by, i -> new int[counts[i]]);
    Arrays.fill(counts, 0);
    all.forEach(m -> Arrays.stream(m.actors(product.instances())).forEach(i -> by[i][counts[i]++] = m.number()));
    return by;
  }

  /// One step.
  ///
  /// @param number  its position among all
  /// @param lead    the field that leads, -1 for none
  /// @param value   the value of that field at which it is offered
  /// @param changed the fields it may change, in order
  record Move(int number, int lead, int value, Offer offer, int[] changed) {

    private static Move of(int number, int lead, int value, Offer offer) {
      return new Move(number, lead, value, offer,
          offer.updates().stream().mapToInt(Update::field).distinct().sorted().toArray());
    }

    /// Returns the instances that it moves, or may.
    private int[] actors(int instances) {
      return IntStream.concat(Arrays.stream(changed).filter(f -> f < instances),
          offer.moves().stream().mapToInt(Integer::intValue)).distinct().toArray();
    }

    /// Returns the fields other than those of instances and of the run that it reads or changes.
    Stream<Integer> touched() {
      return Stream.concat(offer.guard().stream().flatMap(c -> c.atoms().stream()).map(Atom::field),
          Arrays.stream(changed).boxed());
    }

    /// Reports whether it is possible where the fields have these values.
    boolean isEnabled(int[] values) {
      if (lead >= 0 && values[lead] != value) {
        return false;
      }
      for (Clause clause : offer.guard()) {
        if (!holds(clause, values)) {
          return false;
        }
      }
      return true;
    }

    private static boolean holds(Clause clause, int[] values) {
      for (Atom atom : clause.atoms()) {
        if (atom.holds(values[atom.field()])) {
          return true;
        }
      }
      return false;
    }

    /// Takes the step in place; returns the letter that passes, 0 if none does.
    int take(int[] values) {
      int letter = 0;
      List<Update> updates = offer.updates();
      int[] after = new int[updates.size()];
      for (int i = 0; i < after.length; i++) {
        switch (updates.get(i)) {
          case Update.Set(_, int to) -> after[i] = to;
          case Update.Map(int field, var table) -> after[i] = table.at(values[field]);
          case Update.Via(_, int source, var letters, var next) -> {
            letter = letters.at(values[source]);
            after[i] = next.at(letter);
          }
          case Update.Clear _ -> { }
        }
      }
      for (int i = 0; i < after.length; i++) {
        if (!(updates.get(i) instanceof Update.Clear)) {
          values[updates.get(i).field()] = after[i];
        }
      }
      for (Update update : updates) {
        if (update instanceof Update.Clear(int field, var when)
            && when.stream().allMatch(a -> a.holds(values[a.field()]))) {
          values[field] = 0;
        }
      }
      return letter;
    }
  }

  Product product() {
    return product;
  }

  List<Move> all() {
    return all;
  }

  Move get(int number) {
    return all.get(number);
  }

  /// Returns the steps that move an instance, by number.
  int[] moving(int instance) {
    return moving[instance];
  }

  /// Reports whether an instance has met an error.
  boolean isFaulty(int[] values, int field) {
    return field < product.instances() && product.standings().get(field).get(values[field]).isFaulty();
  }

  /// Reports whether one of the instances that the step has changed has met an error.
  boolean isFaultyAfter(Move move, int[] values) {
    for (int field : move.changed()) {
      if (isFaulty(values, field)) {
        return true;
      }
    }
    return false;
  }
}
