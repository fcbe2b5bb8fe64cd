package org.graphline.checker.product;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.graphline.model.semantics.Step.Fairness;

/// Evaluates a product literally, as its documentation says.
public final class NaiveProduct {
  private final Product product;

  public NaiveProduct(Product product) {
    this.product = product;
  }

  /// A step: the offer, which of its labels, and the values afterwards.
  public record Taken(Offer offer, int letter, int[] target) {}

  /// Returns the initial values.
  public int[] initial() {
    return product.initial().stream().mapToInt(Integer::intValue).toArray();
  }

  /// Reports whether there is an error in the state.
  public boolean isFaulty(int[] values) {
    for (int i = 0; i < product.instances(); i++) {
      if (product.standings().get(i).get(values[i]).isFaulty()) {
        return true;
      }
    }
    return false;
  }

  /// Returns all steps.
  public List<Taken> steps(int[] values) {
    var all = new ArrayList<Taken>();
    if (isFaulty(values)) {
      return all;
    }
    for (Lead lead : product.leads()) {
      for (Offer offer : lead.at(lead.field() < 0 ? 0 : values[lead.field()])) {
        if (isPossible(offer, values)) {
          all.add(take(offer, values));
        }
      }
    }
    if (all.isEmpty()) {
      product.closing().filter(o -> isPossible(o, values)).ifPresent(o -> all.add(take(o, values)));
    }
    boolean others = all.stream().anyMatch(t -> !t.offer().isTimer() && t.offer().fairness() != Fairness.FREE);
    if (product.patient() && others) {
      all.removeIf(t -> t.offer().isTimer());
    }
    return all;
  }

  private static boolean isPossible(Offer offer, int[] values) {
    return offer.guard().stream().allMatch(c -> c.atoms().stream().anyMatch(a -> a.holds(values[a.field()])));
  }

  private static Taken take(Offer offer, int[] values) {
    int[] target = values.clone();
    int letter = 0;
    for (Update update : offer.updates()) {
      switch (update) {
        case Update.Set(int field, int value) -> target[field] = value;
        case Update.Map(int field, var table) -> target[field] = table.at(values[field]);
        case Update.Via(int field, int source, var letters, var next) -> {
          letter = letters.at(values[source]);
          target[field] = next.at(letter);
        }
        case Update.Clear(int field, var when) -> {
          if (when.stream().allMatch(a -> a.holds(target[a.field()]))) {
            target[field] = 0;
          }
        }
      }
    }
    return new Taken(offer, offer.labels().size() > 1 ? letter : 0, target);
  }

  /// Returns the instances that a stuck group may consist of, or none: what a stuck filter must not miss.
  public List<Integer> stuck(int[] values, List<Taken> steps) {
    var stuck = new ArrayList<Integer>();
    for (int i = 0; i < product.instances(); i++) {
      int instance = i;
      if (standing(i, values).isLive() && steps.stream().noneMatch(t -> t.offer().moves().contains(instance))) {
        stuck.add(i);
      }
    }
    while (stuck.removeIf(i -> standing(i, values).needs().stream().anyMatch(n -> canCome(n, values, stuck)))) {
      // until nothing changes
    }
    return stuck.stream().allMatch(i -> standing(i, values).rests()) ? List.of() : stuck;
  }

  private Standing standing(int instance, int[] values) {
    return product.standings().get(instance).get(values[instance]);
  }

  private static boolean canCome(Standing.Need need, int[] values, List<Integer> stuck) {
    if (need.environment().stream().anyMatch(a -> a.holds(values[a.field()]))) {
      return true;
    }
    var there = need.supporters().stream().filter(s -> s.atom().holds(values[s.atom().field()])).toList();
    return need.all() ? there.stream().noneMatch(s -> stuck.contains(s.instance()))
        : there.stream().anyMatch(s -> !stuck.contains(s.instance()));
  }

  /// Returns the values as text.
  public static String show(int[] values) {
    return Arrays.toString(values);
  }
}
