package org.graphline.checker.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.graphline.checker.certificate.Runs;
import org.graphline.checker.certificate.Runs.Weight;
import org.graphline.checker.certificate.RunsVerifier;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.proof.Firing.Change;
import org.graphline.model.network.Network;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Step.Fairness;

/// Which steps a fair run could take again and again, as far as the fields one by one can tell. What is taken
/// again and again changes each field along a cycle of changes that are all made again and again; and where a
/// field has a value again and again, a fair step that this value alone makes possible is taken again and
/// again too, and one of the outcomes of a choice. What contradicts this is taken away, to the fixpoint, and
/// what a [Ranking] excludes; if nothing is left every fair run ends, but for what was left out from the start.
///
/// The greatest fixpoint of local conditions, as in the analyses of divergence by Ouaknine, Palikareva,
/// Roscoe and Worrell ("A Static Analysis Framework for Livelock Freedom in CSP", LMCS 9, 2013), on automata
/// in place of syntax.
public final class EndlessRuns {
  private final Product product;
  private final Effort effort;
  private final boolean closed;
  private final List<Firing> firings = new ArrayList<>();
  private final List<List<Change>> byField = new ArrayList<>();
  private final Map<Place, List<Firing>> ledBy = new HashMap<>();
  private final Map<Owed, List<Firing>> owed = new HashMap<>();
  private final Map<Place, List<Owed>> owedAt = new HashMap<>();
  private final ArrayDeque<Integer> open = new ArrayDeque<>();
  private final BitSet isOpen = new BitSet();
  private final List<Map<Place, Long>> rankings = new ArrayList<>();
  private int offers;
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
          add(lead.field(), value, offer);
        }
      }
    }
    for (Firing firing : firings) {
      if (firing.is(leftOut) || closed && !isPossibleClosed(firing)) {
        end(firing);
      }
    }
    for (int f = 0; f < byField.size(); f++) {
      look(f);
    }
  }

  /// What showed that runs end.
  public enum Argument {
    /// Nothing goes round in each field by itself.
    LOCAL_CYCLES("local cycles"),
    /// Some of what does lowers a sum that nothing raises.
    RANKING("local cycles and a ranking");

    private final String words;

    Argument(String words) {
      this.words = words;
    }

    /// Returns its name.
    public String words() {
      return words;
    }
  }

  /// Returns why no fair run goes on for ever without one of the steps left out; if nothing, nothing is said.
  /// Closing time is the last step of a run.
  ///
  /// @param leftOut whether what happens does not count
  /// @param closed  whether only runs are meant in which the environment has closed all trays
  /// @param isOver  asked now and then whether to give up
  public static Optional<Argument> excluded(Product product, Predicate<Label> leftOut, boolean closed,
      BooleanSupplier isOver) {
    try {
      return new EndlessRuns(product, leftOut, closed, new Effort(isOver)).excluded();
    } catch (Effort.Exhausted _) {
      return Optional.empty();
    }
  }

  /// Returns the same as [#excluded] in the form in which it can be checked without finding it again.
  ///
  /// @param claim that the network is livelock free, terminates or shuts down, to which `leftOut` and `closed` belong
  public static Optional<Runs> certify(Network network, Product product, Property claim, Predicate<Label> leftOut,
      boolean closed, BooleanSupplier isOver) {
    try {
      var runs = new EndlessRuns(product, leftOut, closed, new Effort(isOver));
      return runs.excluded().flatMap(_ -> RunsVerifier.needed(network, product, claim, runs.rankings.stream()
          .map(numbers -> numbers.entrySet().stream().filter(e -> e.getValue() > 0)
              .map(e -> new Weight(e.getKey().field(), e.getKey().value(), Math.toIntExact(e.getValue()))).toList())
          .toList()));
    } catch (Effort.Exhausted _) {
      return Optional.empty();
    }
  }

  /// Steps one of which is owed at a place: a fair one, or the outcomes of a choice.
  private record Owed(Place place, int number) {}

  private void add(int lead, int value, Offer offer) {
    for (Firing firing : Firing.of(product, lead, value, offer)) {
      effort.spend(1);
      firings.add(firing);
      firing.changes().forEach((field, changes) -> byField.get(field).addAll(changes));
      note(firing, offers);
    }
    offers++;
  }

  private int size(int field) {
    return product.fields().get(field).size();
  }

  /// Notes what is owed wherever the field that leads has its value.
  ///
  /// @param ofOffer the number of the offer
  private void note(Firing firing, int ofOffer) {
    if (firing.lead() < 0) {
      return;
    }
    var place = new Place(firing.lead(), firing.value());
    ledBy.computeIfAbsent(place, _ -> new ArrayList<>()).add(firing);
    Offer offer = firing.offer();
    boolean always = offer.guard().isEmpty() && !(product.patient() && offer.isTimer());
    if (always && offer.fairness() != Fairness.FREE) {
      var what = new Owed(place, offer.fairness() == Fairness.FAIR ? -1 - ofOffer : offer.group());
      owed.computeIfAbsent(what, _ -> new ArrayList<>()).add(firing);
      List<Owed> there = owedAt.computeIfAbsent(place, _ -> new ArrayList<>());
      if (!there.contains(what)) {
        there.add(what);
      }
    }
  }

  private boolean isTray(int field) {
    Field.Kind kind = product.fields().get(field).kind();
    return kind == Field.Kind.TRAY || kind == Field.Kind.CONNECTION;
  }

  private static boolean isClosed(int value) {
    return (value & 1) != 0;
  }

  private boolean isPossibleClosed(Firing firing) {
    if (firing.lead() >= 0 && isTray(firing.lead()) && !isClosed(firing.value())) {
      return false;
    }
    return firing.offer().guard().stream().allMatch(this::mayHoldClosed);
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

  private void end(Firing firing) {
    if (firing.isEnded()) {
      return;
    }
    firing.end();
    firing.changes().keySet().forEach(this::look);
    if (firing.lead() >= 0) {
      look(firing.lead());
    }
  }

  private Optional<Argument> excluded() {
    settle();
    boolean isRanked = false;
    for (List<Firing> lowering = lowering(); !isSettled() && !lowering.isEmpty(); lowering = lowering()) {
      isRanked = true;
      lowering.forEach(this::end);
      settle();
    }
    return !isSettled() ? Optional.empty() : Optional.of(isRanked ? Argument.RANKING : Argument.LOCAL_CYCLES);
  }

  private boolean isSettled() {
    return isContradicted || firings.stream().allMatch(Firing::isEnded);
  }

  private void settle() {
    while (!open.isEmpty()) {
      int field = open.poll();
      isOpen.clear(field);
      revise(field);
    }
  }

  /// Returns steps that lower a sum over all fields that no step raises.
  private List<Firing> lowering() {
    var lowering = new ArrayList<Firing>();
    var numbers = new HashMap<Place, Long>();
    List<Firing> left = firings.stream().filter(f -> !f.isEnded()).toList();
    for (List<Firing> together : Ranking.groups(left, byField.size())) {
      Ranking.Lowering found = Ranking.lowering(together, effort);
      lowering.addAll(found.firings());
      numbers.putAll(found.numbers());
    }
    rankings.add(numbers);
    return lowering;
  }

  private void revise(int field) {
    List<Change> changes = byField.get(field);
    effort.spend(1 + changes.size());
    changes.removeIf(Change::isEnded);
    BitSet left = contradicted(field);
    isContradicted |= left.cardinality() == size(field);
    left.stream().forEach(v -> ledBy.getOrDefault(new Place(field, v), List.of()).forEach(this::end));
    int[] component = components(field, changes);
    for (Change change : changes) {
      boolean goesRound = component[change.from()] == component[change.to()];
      if (!change.isEnded() && (!goesRound || left.get(change.from()) || left.get(change.to()))) {
        end(change);
      }
    }
  }

  /// The values at which something is owed that is not taken again and again.
  private BitSet contradicted(int field) {
    var values = new BitSet();
    for (int value = 0; value < size(field); value++) {
      for (Owed what : owedAt.getOrDefault(new Place(field, value), List.of())) {
        if (owed.get(what).stream().allMatch(Firing::isEnded)) {
          values.set(value);
        }
      }
    }
    return values;
  }

  private int[] components(int field, List<Change> changes) {
    int[] first = new int[size(field) + 1];
    changes.forEach(c -> first[c.from() + 1]++);
    for (int i = 1; i < first.length; i++) {
      first[i] += first[i - 1];
    }
    int[] at = Arrays.copyOf(first, size(field));
    int[] to = new int[changes.size()];
    changes.forEach(c -> to[at[c.from()]++] = c.to());
    return Components.of(first, to);
  }

  private void end(Change change) {
    change.end();
    look(change.field());
    if (change.firing().changes().get(change.field()).stream().allMatch(Change::isEnded)) {
      end(change.firing());
    }
  }
}
