package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing;
import org.graphline.checker.product.Standing.Need;
import org.graphline.checker.product.Standing.Supporter;
import org.graphline.checker.product.Table;
import org.graphline.checker.product.Update;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Step.Fairness;

/// A product put together by hand: fields first, instances before all others, then steps and needs. All fields begin
/// with 0; everyone lives, and is busy where it does not rest.
public final class ByHand {
  private final List<Field> fields = new ArrayList<>();
  private final Map<Integer, List<List<Offer>>> offers = new TreeMap<>();
  private final Map<List<Integer>, List<Need>> needs = new TreeMap<>((one, other) ->
      Arrays.compare(one.toArray(Integer[]::new), other.toArray(Integer[]::new)));
  private final List<List<Integer>> resting = new ArrayList<>();
  private int labels;

  /// Adds a field; returns its number.
  public int field(Field.Kind kind, int size) {
    fields.add(new Field(kind, fields.size(), size));
    return fields.size() - 1;
  }

  public int instance(int size) {
    return field(Field.Kind.PROCESS, size);
  }

  /// Adds a step led by no field, which nobody is owed.
  public void step(String name, List<Atom> guard, Update... updates) {
    step(-1, 0, List.of(name), guard, updates);
  }

  /// Adds a fair step at a value of the field that leads, which moves that field's instance.
  ///
  /// @param names what happens; several for several letters
  public void step(int lead, int value, List<String> names, List<Atom> guard, Update... updates) {
    add(lead, value, names, Fairness.FAIR, guard, updates);
  }

  /// Adds an outcome of the one choice there is, at a value of the field that leads.
  public void outcome(int lead, int value, String name, List<Atom> guard, Update... updates) {
    add(lead, value, List.of(name), Fairness.DEMONIC, guard, updates);
  }

  /// Adds a step of the environment, at a value of the field that leads.
  public void free(int lead, int value, String name, List<Atom> guard, Update... updates) {
    add(lead, value, List.of(name), Fairness.FREE, guard, updates);
  }

  /// Adds a step led by no field, which is possible where one of these is true.
  public void either(String name, List<Atom> any, Update... updates) {
    add(-1, 0, new Offer(List.of(new Label.Mark(0, name)), labels++, List.of(), Fairness.FAIR, 0, false,
        List.of(new Clause(any)), List.of(updates)));
  }

  private void add(int lead, int value, List<String> names, Fairness fairness, List<Atom> guard,
      Update... updates) {
    List<Label> all = names.stream().map(n -> (Label) new Label.Mark(0, n)).toList();
    add(lead, value, new Offer(all, labels, lead >= 0 && fields.get(lead).kind() == Field.Kind.PROCESS ? List.of(lead)
        : List.of(), fairness, 0, false, guard.stream().map(Clause::of).toList(), List.of(updates)));
    labels += all.size();
  }

  private void add(int lead, int value, Offer offer) {
    List<List<Offer>> byValue = offers.computeIfAbsent(lead, f -> new ArrayList<>(Collections.nCopies(
        f < 0 ? 1 : fields.get(f).size(), List.of())));
    var there = new ArrayList<>(byValue.get(value));
    there.add(offer);
    byValue.set(value, there);
  }

  /// Has an instance wait, in a local state, for what some others give: any of them, or only all together.
  public void needs(int instance, int state, boolean all, Supporter... by) {
    needs.computeIfAbsent(List.of(instance, state), _ -> new ArrayList<>()).add(new Need(all, List.of(by), List.of()));
  }

  /// Has an instance rest in a local state.
  public void rest(int instance, int state) {
    resting.add(List.of(instance, state));
  }

  /// Returns that an instance could help wherever its local state is one of these.
  public Supporter helper(int instance, int... states) {
    return new Supporter(instance, at(instance, states));
  }

  /// Returns what is true where the field has one of these values.
  public Atom at(int field, int... values) {
    int[] table = new int[fields.get(field).size()];
    Arrays.stream(values).forEach(v -> table[v] = 1);
    return new Atom(field, new Table(table));
  }

  public static Update set(int field, int value) {
    return new Update.Set(field, value);
  }

  public Product product() {
    int instances = (int) fields.stream().filter(f -> f.kind() == Field.Kind.PROCESS).count();
    var standings = new ArrayList<List<Standing>>();
    for (int i = 0; i < instances; i++) {
      var all = new ArrayList<Standing>();
      for (int s = 0; s < fields.get(i).size(); s++) {
        all.add(new Standing(true, false, resting.contains(List.of(i, s)),
            needs.getOrDefault(List.of(i, s), List.of())));
      }
      standings.add(all);
    }
    var leads = new ArrayList<Lead>();
    offers.forEach((field, all) -> leads.add(new Lead(field, all)));
    return new Product(instances, fields, Collections.nCopies(fields.size(), 0), leads, standings, Optional.empty(),
        false, labels);
  }
}
