package org.graphline.checker.reduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
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
  /// The visible events.
  final int[] seen;
  private final Accordance accordance;
  private final Cuts cuts;
  private final Singles singles;
  /// For each event and clause of its guard the numbers of the atoms; the first clause is the value of the
  /// field that leads, if one does.
  private final int[][][] atoms;
  private final int[][][] fields;
  private final int[] leads;
  private final int[][][] led;
  private final int[] free;
  private final Event closingTime;

  /// The sets that preserve what is demanded.
  public StubbornSets(Product product, Demand demand) {
    this.product = product;
    Reach reach = Reach.of(product, Events.of(product));
    this.events = reach.events().toArray(Event[]::new);
    this.accordance = new Accordance(reach, product.fields().size());
    this.cuts = new Cuts(reach);
    this.atoms = new int[events.length][][];
    this.fields = new int[events.length][][];
    this.restless = new boolean[events.length];
    this.visible = new boolean[events.length];
    for (int e = 0; e < events.length; e++) {
      describe(e, demand, reach);
    }
    this.isSingle = demand.fairRuns()
        && Arrays.stream(events).anyMatch(e -> e.offer.fairness() != Fairness.FAIR);
    this.movers = Arrays.stream(events).map(e -> e.offer.moves().stream().mapToInt(i -> i).toArray())
        .toArray(int[][]::new);
    this.seen = IntStream.range(0, events.length).filter(e -> visible[e]).toArray();
    this.leads = Arrays.stream(events).mapToInt(e -> e.lead).filter(f -> f >= 0).distinct().sorted().toArray();
    this.led = Arrays.stream(leads).mapToObj(this::led).toArray(int[][][]::new);
    this.closingTime = product.closing().map(o -> new Event(-1, o, o.guard().stream().map(Clause::atoms).toList(),
        false, new Update[][] {o.updates().toArray(Update[]::new)})).orElse(null);
    this.free = IntStream.range(0, events.length).filter(e -> events[e].lead < 0).toArray();
    this.singles = new Singles(this);
  }

  private void describe(int e, Demand demand, Reach reach) {
    Event event = events[e];
    var clauses = new ArrayList<List<Atom>>();
    if (event.lead >= 0) {
      int[] there = new int[reach.size(event.lead)];
      Arrays.setAll(there, v -> event.isLedBy(v) ? 1 : 0);
      clauses.add(List.of(new Atom(event.lead, new Table(there))));
    }
    for (Atom[] clause : event.guard) {
      clauses.add(List.of(clause));
    }
    atoms[e] = clauses.stream().map(c -> c.stream().mapToInt(cuts::number).toArray()).toArray(int[][]::new);
    fields[e] = clauses.stream().map(c -> c.stream().mapToInt(Atom::field).toArray()).toArray(int[][]::new);
    restless[e] = event.isFaulty
        || (demand.fairRuns() || product.patient()) && event.offer.fairness() != Fairness.FAIR;
    visible[e] = demand.isVisible(event, reach);
  }

  private int[][] led(int field) {
    var byValue = new ArrayList<List<Integer>>();
    for (int v = 0; v < product.fields().get(field).size(); v++) {
      byValue.add(new ArrayList<>());
    }
    for (int e = 0; e < events.length; e++) {
      for (int v = 0; v < byValue.size(); v++) {
        if (events[e].lead == field && events[e].isLedBy(v)) {
          byValue.get(v).add(e);
        }
      }
    }
    return byValue.stream().map(l -> l.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
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

  /// Writes the events that are enabled to `into`, priorities of patient timers not considered; returns how
  /// many.
  int enabled(int[] values, int[] into) {
    int count = 0;
    for (int e : free) {
      if (events[e].isGuardTrue(values)) {
        into[count++] = e;
      }
    }
    for (int i = 0; i < leads.length; i++) {
      for (int e : led[i][values[leads[i]]]) {
        if (events[e].isGuardTrue(values)) {
          into[count++] = e;
        }
      }
    }
    return count;
  }

  /// Returns the events that an event does not accord with.
  int[] violations(int event) {
    return accordance.violations(event);
  }

  /// Reports whether an event, which is enabled, is known to be a stubborn set by itself.
  boolean isSingle(int event, int[] values) {
    return singles.isStubborn(event, values);
  }

  /// Returns the fields of the atoms of a clause of an event.
  int[] fields(int event, int clause) {
    return fields[event][clause];
  }

  /// Returns the most cuts that an atom of a clause of an event has.
  int mostCuts(int event, int clause, int[] values) {
    int most = 1;
    for (int atom = 0; atom < atoms(event, clause); atom++) {
      most = Math.max(most, cuts(event, clause, atom, values).length);
    }
    return most;
  }

  /// Returns how many clauses the event has.
  int clauses(int event) {
    return atoms[event].length;
  }

  /// Reports whether a clause of an event is true.
  boolean isTrue(int event, int clause, int[] values) {
    int[] any = atoms[event][clause];
    int[] where = fields[event][clause];
    for (int i = 0; i < any.length; i++) {
      if (cuts.holds(any[i], values[where[i]])) {
        return true;
      }
    }
    return false;
  }

  /// Returns how many atoms a clause of an event has.
  int atoms(int event, int clause) {
    return atoms[event][clause].length;
  }

  /// Returns the sets of events without which an atom of a clause cannot become true.
  int[][] cuts(int event, int clause, int atom, int[] values) {
    return cuts.before(atoms[event][clause][atom], values[fields[event][clause][atom]]);
  }
}
