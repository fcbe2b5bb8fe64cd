package org.graphline.checker.reduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Table;
import org.graphline.checker.product.Update;
import org.graphline.model.semantics.Step.Fairness;

/// Strong stubborn sets over the events of a product: in each state a set of events such that what happens
/// outside of it can as well happen afterwards (Valmari, "Stubborn sets for reduced state space generation",
/// 1991; Godefroid 1996; with guards: Laarman, Pater, van de Pol, Hansen, STTT 2016). Only its enabled events
/// need be taken.
///
/// A set is stubborn if
/// - of each enabled event in it all those are in it that do not accord with it ([Accordance]), and
/// - of each other event in it some set is in it without which the event cannot become enabled ([Cuts]), and
/// - something in it is enabled, if anything is.
///
/// So if a run from here takes events t1 … tn, the first of them that is in the set can be taken first of
/// all, with the same end; and if none is in the set, any enabled event of the set can be taken first and t1
/// … tn are still possible afterwards.
///
/// Beyond that a set is everything that is enabled if else
/// - an enabled event in it leads to an error state: that ends every run, and commutes with nothing;
/// - fair runs matter, somebody may choose, and more than one event in it is enabled: see [StubbornSearch];
/// - fair runs matter, or timers are patient, and an enabled event in it is not owed: see [StubbornSearch];
/// - timers are patient and one may run out: it may because nothing else can happen.
///
/// And if an enabled event in it may be seen, all that may be seen are in it: the order of what is seen
/// stays.
public final class StubbornSets {
  final Product product;
  final Event[] events;
  final boolean[] restless;
  /// Whether a set has one enabled event or all: where fair runs matter and not every step is owed.
  final boolean isSingle;
  final boolean[] visible;
  /// For each event the instances that surely move.
  final int[][] movers;
  /// The visible events ([EventMask]).
  final long[] seen;
  private final Accordance accordance;
  private final Singles singles;
  /// For each event the clauses of its guard, each with its atoms; the first clause is the value of the field that
  /// leads, if one does.
  final Cuts.Wanted[][][] clauses;
  final EnabledEvents enabled;
  /// Timers, and what timers wait for, as plain bits.
  final long[] timers;
  final long[] pressing;
  private final AtomicReferenceArray<long[]> violations;
  private final Event closingTime;

  /// The sets that preserve what is demanded.
  public StubbornSets(Product product, Demand demand) {
    this(product, demand, () -> { });
  }

  /// The same.
  ///
  /// @param look called now and then while tables are made; what it throws ends the making
  public StubbornSets(Product product, Demand demand, Runnable look) {
    this.product = product;
    Reach reach = Reach.of(product, Events.of(product, look), look);
    this.events = reach.events().toArray(Event[]::new);
    this.accordance = new Accordance(reach, product.fields().size());
    this.violations = new AtomicReferenceArray<>(events.length);
    this.clauses = new Cuts.Wanted[events.length][][];
    this.restless = new boolean[events.length];
    this.visible = new boolean[events.length];
    var cuts = new Cuts(reach);
    for (int e = 0; e < events.length; e++) {
      look.run();
      describe(e, demand, reach, cuts);
    }
    this.isSingle = demand.fairRuns()
        && Arrays.stream(events).anyMatch(e -> e.offer.fairness() != Fairness.FAIR);
    this.movers = Arrays.stream(events).map(e -> e.offer.moves().stream().mapToInt(i -> i).toArray())
        .toArray(int[][]::new);
    this.seen = EventMask.of(IntStream.range(0, events.length).filter(e -> visible[e]));
    this.enabled = new EnabledEvents(events, product.fields().stream().mapToInt(Field::size).toArray());
    this.timers = bits(Offer::isTimer);
    this.pressing = bits(o -> o.fairness() != Fairness.FREE && !o.isTimer());
    this.closingTime = product.closing().map(o -> new Event(-1, o, o.guard().stream().map(Clause::atoms).toList(),
        false, new Update[][] {o.updates().toArray(Update[]::new)})).orElse(null);
    this.singles = new Singles(this);
  }

  private void describe(int e, Demand demand, Reach reach, Cuts cuts) {
    Event event = events[e];
    var guard = new ArrayList<List<Atom>>();
    if (event.lead >= 0) {
      int[] there = new int[reach.size(event.lead)];
      Arrays.setAll(there, v -> event.isLedBy(v) ? 1 : 0);
      guard.add(List.of(new Atom(event.lead, new Table(there))));
    }
    for (Atom[] clause : event.guard) {
      guard.add(List.of(clause));
    }
    clauses[e] = guard.stream().map(c -> c.stream().map(cuts::of).toArray(Cuts.Wanted[]::new))
        .toArray(Cuts.Wanted[][]::new);
    restless[e] = event.isFaulty
        || (demand.fairRuns() || product.patient()) && event.offer.fairness() != Fairness.FAIR;
    visible[e] = demand.isVisible(event, reach);
  }

  private long[] bits(Predicate<Offer> which) {
    long[] bits = new long[enabled.words()];
    for (int e = 0; e < events.length; e++) {
      bits[e / Long.SIZE] |= which.test(events[e].offer) ? 1L << e : 0;
    }
    return bits;
  }

  /// Returns the event with a number; closing time has the number [#closing()].
  Event event(int number) {
    return number < events.length ? events[number] : closingTime;
  }

  int closing() {
    return events.length;
  }

  /// Reports whether closing time can come, if nothing else can.
  boolean isClosingTime(int[] values) {
    return closingTime != null && closingTime.isGuardTrue(values);
  }

  /// Reports whether a state may be passed over if this is the only event to be taken in it: nobody sees the step.
  boolean isPassable(int event) {
    return !visible[event] && !events[event].isFaulty;
  }

  /// Returns how many events there are.
  public int size() {
    return events.length;
  }

  /// Returns the events that an event does not accord with ([EventMask]).
  long[] violations(int event) {
    long[] known = violations.getAcquire(event);
    if (known == null) {
      known = accordance.violations(event);
      violations.setRelease(event, known);
    }
    return known;
  }

  /// Reports whether an event, which is enabled, is known to be a stubborn set by itself.
  boolean isSingle(int event, int[] values) {
    return singles.isStubborn(event, values);
  }
}
