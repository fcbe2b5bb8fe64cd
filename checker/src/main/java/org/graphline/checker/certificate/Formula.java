package org.graphline.checker.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.graphline.checker.certificate.Certificate.Constraint;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing;
import org.graphline.checker.product.Standing.Need;
import org.graphline.checker.product.Standing.Supporter;

/// A formula that has a model if some reachable state has a stuck group (rule R6): one value for each field, a
/// group, each pair in one of its states, and somebody busy in the group, each member of which is stuck by what
/// it needs.
///
/// Variables are numbered from 1: first the values of all fields, then who is in the group, then who is busy in
/// it, then all others in the order in which they are met. Constraints are numbered from 0, each there once.
public final class Formula {
  /// Sums that may differ by more are not counted.
  private static final long MOST_COUNTED = 1 << 13;

  private final Product product;
  private final Pairs pairs;
  private final int[] first;
  private final int instances;
  private int variables;
  private final Set<Constraint> constraints = new LinkedHashSet<>();

  private Formula(Product product, Pairs pairs) {
    this.product = product;
    this.pairs = pairs;
    this.instances = product.instances();
    this.first = new int[product.fields().size() + 1];
    for (int f = 0; f < first.length - 1; f++) {
      first[f + 1] = first[f] + product.fields().get(f).size();
    }
    this.variables = first[first.length - 1] + 2 * instances;
  }

  /// Returns the constraints of the formula that a certificate with a refutation is about.
  ///
  /// @throws Refused if pairs, invariants or traps are not what they are said to be
  public static List<Constraint> of(Product product, Certificate certificate) throws Refused {
    var steps = new Steps(product);
    return of(steps, new Pairs(certificate, steps), certificate);
  }

  static List<Constraint> of(Steps steps, Pairs pairs, Certificate certificate) throws Refused {
    var formula = new Formula(steps.product(), pairs);
    var elimination = new Elimination(steps, pairs, false);
    formula.fields();
    certificate.pairs().forEach(formula::pair);
    IntStream.range(0, formula.instances).forEach(i -> formula.stuck(i, elimination.left(i)));
    formula.busy();
    Certificate.Refutation refutation = certificate.refutation().orElseThrow();
    var conserved = new Conserved(steps, pairs, formula.first);
    for (int[] invariant : refutation.invariants()) {
      formula.sum(conserved.invariant(invariant));
    }
    for (int[] trap : refutation.traps()) {
      formula.add(1, conserved.trap(trap).stream().map(p -> p + 1).boxed().toList());
    }
    conserved.check();
    return List.copyOf(formula.constraints);
  }

  /// Returns the variables that say who is busy in the group, one of which is true in every model.
  public static int[] busy(Product product) {
    int before = product.fields().stream().mapToInt(Field::size).sum() + product.instances();
    return IntStream.rangeClosed(before + 1, before + product.instances()).toArray();
  }

  private int has(int field, int value) {
    return first[field] + value + 1;
  }

  private int member(int instance) {
    return first[first.length - 1] + 1 + instance;
  }

  private int busy(int instance) {
    return member(instance) + instances;
  }

  private void add(long least, Collection<Integer> literals) {
    if (least > 0) {
      constraints.add(new Constraint(Math.toIntExact(least), literals.stream().distinct().toList()));
    }
  }

  private void clause(Integer... literals) {
    add(1, List.of(literals));
  }

  private void exactly(long count, List<Integer> literals) {
    add(count, literals);
    add(literals.size() - count, literals.stream().map(l -> -l).toList());
  }

  private void fields() {
    for (int f = 0; f < product.fields().size(); f++) {
      Field field = product.fields().get(f);
      int number = f;
      exactly(1, IntStream.range(0, field.size()).mapToObj(v -> has(number, v)).toList());
    }
  }

  /// The two are in one of their states, and a step of theirs that is certain moves no member of the group.
  private void pair(Certificate.Pair pair) {
    int[] fields = pair.fields();
    Pairs.Sight sight = pairs.see(fields[0], fields[1]);
    var either = new ArrayList<Integer>();
    for (int position = 0; position < sight.pair().size(); position++) {
      int here = ++variables;
      either.add(here);
      int[] values = sight.pair().values(position);
      for (int i = 0; i < fields.length; i++) {
        clause(-here, has(fields[i], values[i]));
      }
      if (sight.movesSelf(position)) {
        clause(-here, -member(fields[0]));
      }
      if (sight.movesOther(position)) {
        clause(-here, -member(fields[1]));
      }
    }
    add(1, either);
  }

  private void stuck(int instance, BitSet left) {
    List<Standing> standings = product.standings().get(instance);
    for (int state = 0; state < standings.size(); state++) {
      if (left.get(state)) {
        for (Need need : standings.get(state).needs()) {
          need(instance, state, need);
        }
      } else {
        clause(-member(instance), -has(instance, state));
      }
    }
  }

  /// What is needed comes neither from the environment nor from somebody outside of the group.
  private void need(int instance, int state, Need need) {
    for (Atom atom : need.environment()) {
      for (int value : values(atom)) {
        if (atom.field() != instance || value == state) {
          clause(-member(instance), -has(instance, state), -has(atom.field(), value));
        }
      }
    }
    if (need.all()) {
      withheld(instance, state, need);
      return;
    }
    for (Supporter supporter : need.supporters()) {
      if (supporter.instance() != instance) {
        for (int value : values(supporter.atom())) {
          clause(-member(instance), -has(instance, state), -has(supporter.atom().field(), value),
              member(supporter.instance()));
        }
      }
    }
  }

  /// Somebody in the group withholds it.
  private void withheld(int instance, int state, Need need) {
    if (need.supporters().stream().anyMatch(s -> s.instance() == instance && s.atom().holds(state))) {
      return;
    }
    var literals = new ArrayList<>(List.of(-member(instance), -has(instance, state)));
    for (Supporter supporter : need.supporters()) {
      if (supporter.instance() != instance) {
        int both = ++variables;
        clause(-both, member(supporter.instance()));
        var may = new ArrayList<>(List.of(-both));
        Arrays.stream(values(supporter.atom())).forEach(v -> may.add(has(supporter.atom().field(), v)));
        add(1, may);
        literals.add(both);
      }
    }
    add(1, literals);
  }

  private int[] values(Atom atom) {
    return IntStream.range(0, product.fields().get(atom.field()).size()).filter(atom::holds).toArray();
  }

  private void busy() {
    for (int i = 0; i < instances; i++) {
      clause(-busy(i), member(i));
      var states = new ArrayList<>(List.of(-busy(i)));
      for (int s = 0; s < product.standings().get(i).size(); s++) {
        if (!product.standings().get(i).get(s).rests()) {
          states.add(has(i, s));
        }
      }
      add(1, states);
    }
    add(1, IntStream.range(0, instances).mapToObj(this::busy).toList());
  }

  /// Values whose weights add up to nothing, with a variable for each "at least n" of a field.
  private void sum(long[] weights) throws Refused {
    var units = new ArrayList<Integer>();
    long least = 0;
    for (int f = 0; f < first.length - 1; f++) {
      long[] those = Arrays.copyOfRange(weights, first[f], first[f + 1]);
      long lowest = Arrays.stream(those).min().orElseThrow();
      long highest = Arrays.stream(those).max().orElseThrow();
      least += lowest;
      if (highest - lowest + units.size() > MOST_COUNTED) {
        throw Refused.tooLarge("an invariant has weights that are too large");
      }
      for (long n = lowest + 1; n <= highest; n++) {
        int unit = ++variables;
        units.add(unit);
        for (int v = 0; v < those.length; v++) {
          clause(those[v] >= n ? unit : -unit, -has(f, v));
        }
      }
    }
    if (least > 0 || -least > units.size()) {
      throw new Refused("an invariant that no state fulfils");
    }
    exactly(-least, units);
  }
}
