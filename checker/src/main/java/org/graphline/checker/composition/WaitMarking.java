package org.graphline.checker.composition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing;
import org.graphline.checker.product.Standing.Need;
import org.graphline.checker.product.Standing.Supporter;
import org.graphline.checker.product.Table;
import org.graphline.model.semantics.Label;

/// Marks states with who would be stuck (rule R6), as a function of who outside is: the greatest solution of equations,
/// those of a part being solved before those of the whole (Bekić).
///
/// A *signal* is something of one field that makes others stay stuck: that an instance is stuck too, or has closed an
/// end. Signals from outside are the first variables of a mark; the others say of each instance that may move together
/// with the outside that it does not.
final class WaitMarking implements Marking {
  private final Product product;
  private final WaitMarks marks = new WaitMarks();
  private final Functions functions = marks.functions;
  private final Map<Signal, Integer> numbers = new HashMap<>();
  private final List<Signal> signals = new ArrayList<>();
  private final List<Set<Integer>> users = new ArrayList<>();
  private final List<List<List<Blocked>>> needs = new ArrayList<>();
  private final List<List<Integer>> told = new ArrayList<>();

  WaitMarking(Product product) {
    this.product = product;
    for (int i = 0; i < product.instances(); i++) {
      int instance = i;
      needs.add(product.standings().get(i).stream()
          .map(s -> s.needs().stream().map(n -> blocked(instance, n)).toList()).toList());
    }
    product.fields().forEach(_ -> told.add(new ArrayList<>()));
    for (int s = 0; s < signals.size(); s++) {
      told.get(signals.get(s).field()).add(s);
    }
  }

  /// What a field tells.
  private enum Kind {
    /// The atom is not true, or the instance is stuck.
    NO_HELP,
    /// The atom is true and the instance is stuck.
    HELD_BACK,
    /// The atom is not true.
    NOTHING
  }

  private record Signal(int field, Kind kind, Table table) {}

  /// That a need cannot come: all of some signals and, unless there are none to choose from, one of others.
  private record Blocked(List<Integer> all, List<Integer> any, boolean isChoice) {}

  private Blocked blocked(int instance, Need need) {
    var all = new ArrayList<Integer>();
    for (Atom atom : need.environment()) {
      all.add(signal(instance, new Signal(atom.field(), Kind.NOTHING, atom.table())));
    }
    var helpers = new ArrayList<Integer>();
    for (Supporter supporter : need.supporters()) {
      Table table = supporter.atom().table();
      Kind kind = table.isAlwaysTrue() || !need.all() ? Kind.NO_HELP : Kind.HELD_BACK;
      helpers.add(signal(instance, new Signal(supporter.instance(), kind, table)));
    }
    if (!need.all()) {
      all.addAll(helpers);
    }
    return new Blocked(all, helpers, need.all());
  }

  private int signal(int user, Signal signal) {
    int number = numbers.computeIfAbsent(signal, s -> {
      signals.add(s);
      users.add(new LinkedHashSet<>());
      return signals.size() - 1;
    });
    users.get(number).add(user);
    return number;
  }

  @Override
  public int kinds() {
    return FREE;
  }

  @Override
  public int kind(Offer offer, Label label) {
    return HIDDEN;
  }

  @Override
  public boolean isOwed(Offer offer, Label label) {
    return false;
  }

  /// Somebody busy where nothing is possible is in a deadlock, whatever it hopes for.
  @Override
  public List<Synchronization> probes() {
    var probes = new ArrayList<Synchronization>();
    for (int i = 0; i < product.instances(); i++) {
      List<Standing> standings = product.standings().get(i);
      int[] busy = new int[standings.size()];
      Arrays.setAll(busy, s -> isBusy(standings.get(s)) ? s : -1);
      if (Arrays.stream(busy).anyMatch(s -> s >= 0)) {
        probes.add(new Synchronization(PROBE, List.of(), new TreeMap<>(Map.of(i, new Table(busy)))));
      }
    }
    return probes;
  }

  private static boolean isBusy(Standing standing) {
    return standing.isLive() && !standing.isFaulty() && !standing.rests();
  }

  @Override
  public boolean seesDivergence() {
    return true;
  }

  private boolean isUsedOutside(int signal, Set<Integer> inside) {
    return !inside.containsAll(users.get(signal));
  }

  @Override
  public Face face(int field, Set<Integer> movable) {
    var inputs = new LinkedHashSet<Integer>();
    if (field < product.instances()) {
      needs.get(field).stream().flatMap(List::stream).forEach(b -> {
        inputs.addAll(b.all());
        inputs.addAll(b.any());
      });
    }
    inputs.removeIf(s -> signals.get(s).field() == field);
    return new Face(List.copyOf(inputs),
        told.get(field).stream().filter(s -> isUsedOutside(s, Set.of(field))).toList(),
        movable.stream().filter(i -> i == field).toList());
  }

  @Override
  public int mark(Face face, int field, int value, boolean moves) {
    if (field >= product.instances()) {
      return marks.number(told(face, field, value, Functions.FALSE, false));
    }
    Standing standing = product.standings().get(field).get(value);
    if (standing.isFaulty()) {
      return FAULTY;
    }
    if (moves || !standing.isLive()) {
      return marks.number(told(face, field, value, Functions.FALSE, false));
    }
    int free = face.movable().isEmpty() ? Functions.TRUE : functions.variable(face.inputs().size());
    int stuck = Functions.TRUE;
    for (int before = -1; before != stuck;) {
      before = stuck;
      stuck = free;
      for (Blocked need : needs.get(field).get(value)) {
        stuck = functions.and(stuck, blocked(face, need, field, value, before));
      }
    }
    return marks.number(told(face, field, value, stuck, isBusy(standing)));
  }

  private int blocked(Face face, Blocked need, int field, int value, int stuck) {
    int all = Functions.TRUE;
    for (int signal : need.all()) {
      all = functions.and(all, heard(face, signal, field, value, stuck));
    }
    if (!need.isChoice()) {
      return all;
    }
    int any = Functions.FALSE;
    for (int signal : need.any()) {
      any = functions.or(any, heard(face, signal, field, value, stuck));
    }
    return functions.and(all, any);
  }

  private int heard(Face face, int signal, int field, int value, int stuck) {
    return signals.get(signal).field() == field ? tells(signal, value, stuck)
        : functions.variable(face.inputs().indexOf(signal));
  }

  private int tells(int signal, int value, int stuck) {
    boolean there = signals.get(signal).table().at(value) != 0;
    return switch (signals.get(signal).kind()) {
      case NO_HELP -> there ? stuck : Functions.TRUE;
      case HELD_BACK -> there ? stuck : Functions.FALSE;
      case NOTHING -> there ? Functions.FALSE : Functions.TRUE;
    };
  }

  private List<Integer> told(Face face, int field, int value, int stuck, boolean busy) {
    var all = new ArrayList<Integer>();
    face.outputs().forEach(s -> all.add(tells(s, value, stuck)));
    all.add(busy ? stuck : Functions.FALSE);
    return all;
  }

  @Override
  public Joining join(Face left, Face right, Set<Integer> movable, Set<Integer> inside) {
    var inputs = new LinkedHashSet<Integer>();
    left.inputs().stream().filter(s -> !right.outputs().contains(s)).forEach(inputs::add);
    right.inputs().stream().filter(s -> !left.outputs().contains(s)).forEach(inputs::add);
    var outputs = new ArrayList<Integer>();
    left.outputs().stream().filter(s -> isUsedOutside(s, inside)).forEach(outputs::add);
    right.outputs().stream().filter(s -> isUsedOutside(s, inside)).forEach(outputs::add);
    var free = new ArrayList<Integer>();
    left.movable().stream().filter(movable::contains).forEach(free::add);
    right.movable().stream().filter(movable::contains).forEach(free::add);
    if (left.movable().size() + right.movable().size() > Long.SIZE) {
      throw new OutOfReach("too many at one border");
    }
    return new WaitJoining(marks, left, right, new Face(List.copyOf(inputs), outputs, free));
  }
}
