package org.graphline.checker.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.graphline.checker.packed.Interest;
import org.graphline.checker.packed.ProductSpace;
import org.graphline.checker.packed.Watch;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Products;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.model.property.Condition;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Step.Fairness;

/// A product and the model it was made of: turns packed states into states of the model, and paths of packed
/// states into steps.
public final class ProductView {
  private final NetworkStateSpace whole;
  private final Products.Made made;
  private final ProductSpace space;
  private final int[] trays;

  public ProductView(NetworkStateSpace whole, Products.Made made, ProductSpace space) {
    this.whole = whole;
    this.made = made;
    this.space = space;
    List<Field> fields = made.product().fields();
    this.trays = IntStream.range(0, fields.size())
        .filter(f -> fields.get(f).kind() == Field.Kind.TRAY || fields.get(f).kind() == Field.Kind.CONNECTION)
        .toArray();
  }

  /// Returns the packed states.
  public ProductSpace space() {
    return space;
  }

  Products.Made made() {
    return made;
  }

  /// Returns the product.
  public Product product() {
    return made.product();
  }

  /// Returns the states as the model has them.
  public NetworkStateSpace whole() {
    return whole;
  }

  /// Returns the model's state with these words; where there is an error, any state with that error.
  public State state(long[] words) {
    return made.translation().state(space.packing().decode(words, 0));
  }

  /// A state with the model's eyes: its steps, and its flags as [Ledger] has them, but for [Ledger#CLOSED].
  record Look(State state, List<Step> steps, int flags) {}

  /// Looks at a state.
  Look look(long[] words) {
    State state = state(words);
    if (whole.isFaulty(state)) {
      return new Look(state, List.of(), Ledger.FAULTY);
    }
    List<Step> steps = whole.steps(state);
    int flags = whole.isOver(state) ? Ledger.OVER : 0;
    flags |= steps.stream().allMatch(s -> s.fairness() == Fairness.FREE) ? Ledger.END : 0;
    return new Look(state, steps, flags);
  }

  /// Reports whether every in-tray is closed.
  boolean traysClosed(long[] words) {
    for (int field : trays) {
      if ((space.packing().value(words, 0, field) & 1) == 0) {
        return false;
      }
    }
    return true;
  }

  private Step between(long[] from, long[] to, Predicate<Step> leads) {
    State target = state(to);
    boolean faulty = whole.isFaulty(target);
    List<Step> steps = StepGraph.ordered(whole.steps(state(from)));
    Step step = Stories.between(steps, s -> leads.test(s)
        && (faulty ? whole.isFaulty(s.target()) : s.target().equals(target)));
    if (step == null) {
      throw new AssertionError("the product takes a step that the model does not have");
    }
    return step;
  }

  /// Returns the elementary steps of one step of the space, which has one of some labels; a step that does
  /// not count if there is one.
  ///
  /// @param labels whether the number of a label is one of them
  /// @param leads  the same of the model's steps
  public List<Step> steps(long[] from, long[] to, IntPredicate labels, Predicate<Step> leads) {
    List<long[]> path = space.expand(from, to, labels);
    var steps = new ArrayList<Step>();
    steps.add(between(from, path.getFirst(), leads));
    for (int i = 1; i < path.size(); i++) {
      steps.add(between(path.get(i - 1), path.get(i), _ -> true));
    }
    return steps;
  }

  /// Returns the elementary steps from the start of the network to the initial state of the space.
  public List<Step> opening() {
    List<long[]> path = space.opening();
    var steps = new ArrayList<Step>();
    for (int i = 1; i < path.size(); i++) {
      steps.add(between(path.get(i - 1), path.get(i), _ -> true));
    }
    return steps;
  }

  /// Returns the elementary steps from the start of the network along a path of the space that begins in its
  /// initial state.
  List<Step> along(List<long[]> path) {
    if (isRepresented()) {
      return alike(path);
    }
    var steps = new ArrayList<>(opening());
    for (int i = 1; i < path.size(); i++) {
      steps.addAll(steps(path.get(i - 1), path.get(i), _ -> true, _ -> true));
    }
    return steps;
  }

  /// Reports whether a state may stand for several: of several like instances, or with local states merged.
  boolean isRepresented() {
    return space.hasRepresentatives() || made.isMerged();
  }

  /// Returns a run through states that those of a path, and those passed between them, stand for.
  private List<Step> alike(List<long[]> path) {
    var passed = new ArrayList<>(space.opening());
    for (int i = 1; i < path.size(); i++) {
      passed.addAll(space.expand(path.get(i - 1), path.get(i), _ -> true));
    }
    var steps = new ArrayList<Step>();
    State state = whole.initial();
    for (long[] next : passed.subList(1, passed.size())) {
      boolean faulty = whole.isFaulty(state(next));
      long[] wanted = space.representative(next);
      Step step = Stories.between(StepGraph.ordered(whole.steps(state)), s -> whole.isFaulty(s.target()) ? faulty
          : !faulty && Arrays.equals(wanted, space.representative(
              space.packing().encode(made.translation().values(s.target())))));
      if (step == null) {
        throw new AssertionError("no step to a state like the one that the search went to");
      }
      steps.add(step);
      state = step.target();
    }
    return steps;
  }

  /// Returns who is stuck at the end of a run.
  List<Integer> stuck(List<Step> run) {
    State end = run.isEmpty() ? whole.initial() : run.getLast().target();
    return StuckGroups.find(whole, end, whole.steps(end));
  }

  /// Returns for each number of a label the offer it belongs to.
  public Offer[] offers() {
    var offers = new Offer[product().labels()];
    for (Lead lead : product().leads()) {
      for (List<Offer> each : lead.offers()) {
        each.forEach(o -> note(o, offers));
      }
    }
    product().closing().ifPresent(o -> note(o, offers));
    return offers;
  }

  /// Returns for each number the label.
  public Label[] labels() {
    Offer[] offers = offers();
    var labels = new Label[offers.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = offers[i].labels().get(i - offers[i].number());
    }
    return labels;
  }

  private static void note(Offer offer, Offer[] offers) {
    for (int i = 0; i < offer.labels().size(); i++) {
      offers[offer.number() + i] = offer;
    }
  }

  /// Returns what makes a state worth a look, for these properties.
  public static Interest interest(NetworkStateSpace whole, Products.Made made, List<Property> properties) {
    var watches = new ArrayList<Watch>();
    boolean groups = false;
    for (Property property : properties) {
      switch (property) {
        case Property.DeadlockFree _ -> groups = true;
        case Property.Cannot _ -> groups |= SafetyMonitor.asksWhoIsStuck(property);
        case Property.Always(var conditions)
            -> conditions.forEach(c -> watches.add(watch(whole, made, c, false)));
        case Property.Never(var conditions)
            -> conditions.forEach(c -> watches.add(watch(whole, made, c, true)));
        default -> { }
      }
    }
    return new Interest(groups, watches);
  }

  /// Tells which offers properties see: their events, and what changes what they look at.
  static Predicate<Offer> seen(NetworkStateSpace whole, Product product, List<Property> properties) {
    List<EventSet> events = Ledger.eventSets(properties);
    Set<Integer> observed = properties.stream().flatMap(p -> switch (p) {
      case Property.Always(var conditions) -> conditions.stream();
      case Property.Never(var conditions) -> conditions.stream();
      default -> Stream.<Condition>empty();
    }).flatMap(c -> observed(c, product.fields()).stream()).collect(Collectors.toSet());
    return offer -> offer.updates().stream().anyMatch(u -> observed.contains(u.field()))
        || offer.labels().stream().anyMatch(l -> events.stream().anyMatch(e -> whole.isAt(e, l)));
  }

  /// The fields a condition speaks of.
  private static List<Integer> observed(Condition condition, List<Field> fields) {
    return Stream.concat(condition.observed().stream().map(Condition.Observed::instance),
        condition.lines().stream().flatMap(l -> lineField(fields, l.line()))).distinct().toList();
  }

  /// Returns where the letters on a line are; nowhere if it holds none.
  private static Stream<Integer> lineField(List<Field> fields, int line) {
    return IntStream.range(0, fields.size()).filter(i -> fields.get(i).kind() == Field.Kind.LINE
        && fields.get(i).owner() == line).boxed();
  }

  private static Watch watch(NetworkStateSpace whole, Products.Made made, Condition condition,
      boolean suspicious) {
    List<Field> fields = made.product().fields();
    List<Integer> observed = observed(condition, fields);
    return new Watch(observed, values -> {
      int[] all = new int[fields.size()];
      for (int i = 0; i < values.length; i++) {
        all[observed.get(i)] = values[i];
      }
      return whole.holds(condition, made.translation().state(all)) == suspicious;
    });
  }
}
