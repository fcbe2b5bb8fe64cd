package org.graphline.checker.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Update;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Step.Fairness;

/// Which steps a fair run could take again and again, as far as the fields one by one can tell. What is taken
/// again and again changes each field along a cycle of changes that are all made again and again; and where a
/// field has a value again and again, a fair step that this value alone makes possible is taken again and
/// again too, and one of the outcomes of a choice. What contradicts this is taken away, to the fixpoint; if
/// nothing is left every fair run ends, but for what was left out from the start.
///
/// The greatest fixpoint of local conditions, as in the analyses of divergence by Ouaknine, Palikareva,
/// Roscoe and Worrell ("A Static Analysis Framework for Livelock Freedom in CSP", LMCS 9, 2013), on automata
/// in place of syntax.
public final class EndlessRuns {
  private final Product product;
  private final Effort effort;
  private final boolean closed;
  private final List<Step> steps = new ArrayList<>();
  private final List<List<Change>> byField = new ArrayList<>();
  private final Map<Place, List<Step>> ledBy = new HashMap<>();
  private final Map<Owed, List<Step>> owed = new HashMap<>();
  private final Map<Place, List<Owed>> owedAt = new HashMap<>();
  private final ArrayDeque<Integer> open = new ArrayDeque<>();
  private final BitSet isOpen = new BitSet();
  /// Whether there is a field that can have none of its values again and again.
  private boolean isContradicted;

  private EndlessRuns(Product product, Predicate<Label> leftOut, boolean closed, Effort effort) {
    this.product = product;
    this.effort = effort;
    this.closed = closed;
    product.fields().forEach(_ -> byField.add(new ArrayList<>()));
    for (Lead lead : product.leads()) {
      for (int value = 0; value < lead.offers().size(); value++) {
        for (Offer offer : lead.offers().get(value)) {
          add(new Step(lead.field(), value, offer));
        }
      }
    }
    for (Step step : steps) {
      if (step.offer.labels().stream().allMatch(leftOut) || closed && !isPossibleClosed(step)) {
        end(step);
      }
    }
    for (int f = 0; f < byField.size(); f++) {
      look(f);
    }
  }

  /// Reports that no fair run goes on for ever without one of the steps left out; if not, nothing is said.
  /// Closing time is the last step of a run.
  ///
  /// @param leftOut whether what happens does not count
  /// @param closed  whether only runs are meant in which the environment has closed all trays
  /// @param isOver  asked now and then whether to give up
  public static boolean areExcluded(Product product, Predicate<Label> leftOut, boolean closed, BooleanSupplier isOver) {
    try {
      return new EndlessRuns(product, leftOut, closed, new Effort(isOver)).areExcluded();
    } catch (Effort.Exhausted _) {
      return false;
    }
  }

  /// An offer, and how it may change each field it changes.
  private static final class Step {
    private final int lead;
    private final int value;
    private final Offer offer;
    private final Map<Integer, List<Change>> changes = new HashMap<>();
    private boolean ended;

    Step(int lead, int value, Offer offer) {
      this.lead = lead;
      this.value = value;
      this.offer = offer;
    }
  }

  /// A change of one field by a step; none if both values are the same.
  private static final class Change {
    private final Step step;
    private final int field;
    private final int from;
    private final int to;
    private boolean ended;

    Change(Step step, int field, int from, int to) {
      this.step = step;
      this.field = field;
      this.from = from;
      this.to = to;
    }
  }

  private record Place(int field, int value) {}

  /// Steps one of which is owed at a place: a fair one, or the outcomes of a choice.
  private record Owed(Place place, int number) {}

  private void add(Step step) {
    effort.spend(1);
    steps.add(step);
    for (Update update : step.offer.updates()) {
      List<Change> changes = step.changes.computeIfAbsent(update.field(), _ -> new ArrayList<>());
      addChanges(step, update, changes);
    }
    note(step);
  }

  private void addChanges(Step step, Update update, List<Change> changes) {
    int field = update.field();
    for (int from = 0; from < size(field); from++) {
      if (mayBe(step, field, from)) {
        int before = from;
        targets(update, from).stream().forEach(to -> {
          var change = new Change(step, field, before, to);
          changes.add(change);
          byField.get(field).add(change);
        });
      }
    }
  }

  private static BitSet targets(Update update, int from) {
    var targets = new BitSet();
    switch (update) {
      case Update.Set(_, int to) -> targets.set(to);
      case Update.Map(_, var table) -> {
        if (table.at(from) >= 0) {
          targets.set(table.at(from));
        }
      }
      case Update.Via(_, _, _, var next) -> {
        for (int letter = 0; letter < next.size(); letter++) {
          if (next.at(letter) >= 0) {
            targets.set(next.at(letter));
          }
        }
      }
      case Update.Clear _ -> targets.set(0);
    }
    return targets;
  }

  private int size(int field) {
    return product.fields().get(field).size();
  }

  /// Reports whether the field may have the value when the step is taken, as far as the step speaks of this
  /// field alone.
  private static boolean mayBe(Step step, int field, int value) {
    return (step.lead != field || step.value == value) && step.offer.guard().stream()
        .filter(c -> c.atoms().stream().allMatch(a -> a.field() == field))
        .allMatch(c -> c.atoms().stream().anyMatch(a -> a.holds(value)));
  }

  /// Notes what is owed wherever the field that leads has its value.
  private void note(Step step) {
    if (step.lead >= 0) {
      ledBy.computeIfAbsent(new Place(step.lead, step.value), _ -> new ArrayList<>()).add(step);
    }
    boolean always = step.lead >= 0 && step.offer.guard().isEmpty() && !(product.patient() && step.offer.isTimer());
    if (always && step.offer.fairness() != Fairness.FREE) {
      var place = new Place(step.lead, step.value);
      int number = step.offer.fairness() == Fairness.FAIR ? -1 - steps.size() : step.offer.group();
      var what = new Owed(place, number);
      owed.computeIfAbsent(what, _ -> new ArrayList<>()).add(step);
      owedAt.computeIfAbsent(place, _ -> new ArrayList<>()).add(what);
    }
  }

  private boolean isTray(int field) {
    Field.Kind kind = product.fields().get(field).kind();
    return kind == Field.Kind.TRAY || kind == Field.Kind.CONNECTION;
  }

  private static boolean isClosed(int value) {
    return (value & 1) != 0;
  }

  private boolean isPossibleClosed(Step step) {
    if (step.lead >= 0 && isTray(step.lead) && !isClosed(step.value)) {
      return false;
    }
    return step.offer.guard().stream().allMatch(this::mayHoldClosed);
  }

  private boolean mayHoldClosed(Clause clause) {
    return clause.atoms().stream().anyMatch(a -> {
      for (int v = 0; v < size(a.field()); v++) {
        if (a.holds(v) && (!isTray(a.field()) || isClosed(v))) {
          return true;
        }
      }
      return false;
    });
  }

  private void look(int field) {
    if (!isOpen.get(field)) {
      isOpen.set(field);
      open.add(field);
    }
  }

  private void end(Step step) {
    if (step.ended) {
      return;
    }
    step.ended = true;
    step.changes.forEach((field, changes) -> {
      changes.forEach(c -> c.ended = true);
      look(field);
    });
    if (step.lead >= 0) {
      look(step.lead);
    }
  }

  private boolean areExcluded() {
    while (!open.isEmpty()) {
      int field = open.poll();
      isOpen.clear(field);
      revise(field);
    }
    return isContradicted || steps.stream().allMatch(s -> s.ended);
  }

  private void revise(int field) {
    List<Change> changes = byField.get(field);
    effort.spend(1 + changes.size());
    changes.removeIf(c -> c.ended);
    BitSet left = contradicted(field);
    isContradicted |= left.cardinality() == size(field);
    left.stream().forEach(v -> ledBy.getOrDefault(new Place(field, v), List.of()).forEach(this::end));
    int[] component = components(field, changes);
    for (Change change : changes) {
      boolean goesRound = component[change.from] == component[change.to];
      if (!change.ended && (!goesRound || left.get(change.from) || left.get(change.to))) {
        end(change);
      }
    }
  }

  /// The values at which something is owed that is not taken again and again.
  private BitSet contradicted(int field) {
    var values = new BitSet();
    for (int value = 0; value < size(field); value++) {
      for (Owed what : owedAt.getOrDefault(new Place(field, value), List.of())) {
        if (owed.get(what).stream().allMatch(s -> s.ended)) {
          values.set(value);
        }
      }
    }
    return values;
  }

  private int[] components(int field, List<Change> changes) {
    int[] first = new int[size(field) + 1];
    changes.forEach(c -> first[c.from + 1]++);
    for (int i = 1; i < first.length; i++) {
      first[i] += first[i - 1];
    }
    int[] at = Arrays.copyOf(first, size(field));
    int[] to = new int[changes.size()];
    changes.forEach(c -> to[at[c.from]++] = c.to);
    return Components.of(first, to);
  }

  private void end(Change change) {
    change.ended = true;
    look(change.field);
    if (change.step.changes.get(change.field).stream().allMatch(c -> c.ended)) {
      end(change.step);
    }
  }
}
