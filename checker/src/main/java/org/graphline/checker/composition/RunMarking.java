package org.graphline.checker.composition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing;
import org.graphline.checker.product.Table;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Step.Fairness;

/// Keeps what fair runs are made of: which steps are owed, which the environment may leave out, and the events of the
/// property. States are marked with whether every in-tray inside is closed, where that matters.
///
/// A choice with several outcomes owes that one of them is taken, whichever; that is not kept here, so networks with such
/// choices are out of reach.
final class RunMarking implements Marking {
  /// Every in-tray inside is closed, or that does not matter.
  static final int CLOSED = 0;
  private static final int OPEN = 1;
  /// The largest number that tells events apart.
  private static final int MOST_EVENTS = 3;

  private final Product product;
  private final ToIntFunction<Label> events;
  private final boolean avoids;
  private final boolean seesTrays;

  /// @param avoids    whether runs without events are all that is looked for: the events themselves are hidden then
  /// @param events    the number of the event that a label is, up to 3; 0 for none
  /// @param seesTrays whether it matters that in-trays are closed
  RunMarking(Product product, ToIntFunction<Label> events, boolean avoids, boolean seesTrays) {
    this.product = product;
    this.events = events;
    this.avoids = avoids;
    this.seesTrays = seesTrays;
    refuseChoices();
  }

  private void refuseChoices() {
    Map<Integer, Integer> fields = new HashMap<>();
    for (Lead lead : product.leads()) {
      for (List<Offer> offers : lead.offers()) {
        var groups = new HashSet<Integer>();
        for (Offer offer : offers) {
          if (offer.fairness() == Fairness.DEMONIC && (!groups.add(offer.group())
              || fields.computeIfAbsent(offer.group(), _ -> lead.field()) != lead.field())) {
            throw new OutOfReach("choices that owe one of several outcomes");
          }
        }
      }
    }
  }

  @Override
  public int kinds() {
    return EVENTS + 2 * MOST_EVENTS;
  }

  @Override
  public int kind(Offer offer, Label label) {
    if (isOwed(offer, label)) {
      return HIDDEN;
    }
    int event = events.applyAsInt(label);
    boolean free = offer.fairness() == Fairness.FREE;
    return event == 0 ? free ? FREE : HIDDEN : EVENTS + 2 * (event - 1) + (free ? 1 : 0);
  }

  @Override
  public boolean isOwed(Offer offer, Label label) {
    return avoids && offer.fairness() != Fairness.FREE && events.applyAsInt(label) != 0;
  }

  /// Returns the number of the event that steps of this kind are; 0 for none.
  static int event(int kind) {
    return kind < EVENTS ? 0 : (kind - EVENTS) / 2 + 1;
  }

  /// Reports whether steps of this kind are the environment's, which owes nothing.
  static boolean isFree(int kind) {
    return kind == FREE || kind >= EVENTS && (kind - EVENTS) % 2 == 1;
  }

  /// What keeps closing time from coming where nothing else is possible (rules R3, R7): somebody busy, letters with an
  /// open reader; where it never comes, anybody who is there.
  @Override
  public List<Synchronization> probes() {
    var probes = new ArrayList<Synchronization>();
    for (int i = 0; i < product.instances(); i++) {
      List<Standing> standings = product.standings().get(i);
      int[] staying = new int[standings.size()];
      Arrays.setAll(staying, s -> isStaying(standings.get(s)) ? s : -1);
      probe(new TreeMap<>(Map.of(i, new Table(staying))), probes);
    }
    product.closing().ifPresent(closing -> closing.guard().stream().filter(this::speaksOfLetters)
        .forEach(clause -> probe(violated(clause), probes)));
    return probes;
  }

  private boolean isStaying(Standing standing) {
    return standing.isLive() && !standing.isFaulty() && !(standing.rests() && product.closing().isPresent());
  }

  private boolean speaksOfLetters(Clause clause) {
    return clause.atoms().stream().anyMatch(a -> product.fields().get(a.field()).kind() == Field.Kind.LINE);
  }

  private TreeMap<Integer, Table> violated(Clause clause) {
    var tables = new TreeMap<Integer, Table>();
    for (Atom atom : clause.atoms()) {
      Table before = tables.get(atom.field());
      int[] values = new int[product.fields().get(atom.field()).size()];
      Arrays.setAll(values, v -> atom.holds(v) || before != null && before.at(v) < 0 ? -1 : v);
      tables.put(atom.field(), new Table(values));
    }
    return tables;
  }

  private static void probe(TreeMap<Integer, Table> tables, List<Synchronization> probes) {
    boolean isPossible = tables.values().stream().allMatch(t -> {
      boolean any = false;
      for (int v = 0; v < t.size(); v++) {
        any |= t.at(v) >= 0;
      }
      return any;
    });
    if (isPossible) {
      probes.add(new Synchronization(PROBE, List.of(), tables));
    }
  }

  @Override
  public boolean seesDivergence() {
    return true;
  }

  @Override
  public Face face(int field, Set<Integer> movable) {
    return Face.NOTHING;
  }

  @Override
  public int mark(Face face, int field, int value, boolean moves) {
    return switch (product.fields().get(field).kind()) {
      case PROCESS -> product.standings().get(field).get(value).isFaulty() ? FAULTY : CLOSED;
      case TRAY, CONNECTION -> seesTrays && (value & 1) == 0 ? OPEN : CLOSED;
      case LINE, RUN -> CLOSED;
    };
  }

  @Override
  public Joining join(Face left, Face right, Set<Integer> movable, Set<Integer> inside) {
    return new RunJoining();
  }

  private static final class RunJoining implements Joining {
    @Override
    public Face face() {
      return Face.NOTHING;
    }

    @Override
    public int mark(int left, int right, long moved) {
      return left < 0 || right < 0 ? FAULTY : Math.max(left, right);
    }

    @Override
    public List<Object> form() {
      return List.of();
    }
  }
}
