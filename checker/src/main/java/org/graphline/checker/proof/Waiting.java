package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing;
import org.graphline.checker.product.Standing.Need;
import org.graphline.checker.product.Standing.Supporter;

/// In which local states an instance could be stuck as far as it alone can tell, and whom it would need
/// there.
final class Waiting {
  private final Wiring wiring;
  private final Product product;
  private final Projection projection;

  Waiting(Wiring wiring) {
    this.wiring = wiring;
    this.product = wiring.product();
    this.projection = new Projection(product);
  }

  Standing standing(int instance, int state) {
    return product.standings().get(instance).get(state);
  }

  /// Returns the local states in which the instance may belong to a stuck group (rule R6).
  BitSet stuck(int instance) {
    BitSet states = still(instance);
    BitSet moving = moving(instance, true);
    states.stream().filter(s -> !standing(instance, s).isLive() || canGoOn(standing(instance, s)) || moving.get(s))
        .forEach(states::clear);
    return states;
  }

  /// Returns the local states that the instance may have where no step is possible at all.
  BitSet still(int instance) {
    var states = new BitSet();
    for (int s = 0; s < wiring.size(instance); s++) {
      if (!standing(instance, s).isFaulty()) {
        states.set(s);
      }
    }
    states.andNot(moving(instance, false));
    return states;
  }

  /// The local states in which a step that reads nothing else moves the instance.
  private BitSet moving(int instance, boolean certain) {
    var moving = new BitSet();
    projection.onto(instance);
    for (Touch touch : wiring.touching(instance)) {
      if (touch.moves(instance) && (!certain || PairSpace.isCertain(product, touch)) && readsOnly(touch, instance)) {
        int first = touch.lead() == instance ? touch.value() : 0;
        int last = touch.lead() == instance ? touch.value() : wiring.size(instance) - 1;
        for (int s = first; s <= last; s++) {
          if (projection.isSure(touch, new int[] {s})) {
            moving.set(s);
          }
        }
      }
    }
    return moving;
  }

  private static boolean readsOnly(Touch touch, int field) {
    return (touch.lead() < 0 || touch.lead() == field) && touch.offer().guard().stream()
        .allMatch(c -> c.atoms().stream().map(Atom::field).anyMatch(f -> f == field));
  }

  private static boolean canGoOn(Standing standing) {
    return standing.needs().stream().anyMatch(need -> need.environment().stream().anyMatch(a -> a.table().isAlwaysTrue())
        || need.all() && need.supporters().stream().allMatch(s -> s.atom().table().isNeverTrue()));
  }

  /// Reports whether the instance waits, in this local state, for something that could come from nobody: such
  /// a wait is no reason to be stuck, yet nothing need be possible.
  boolean isHopeful(int instance, int state) {
    Standing standing = standing(instance, state);
    return standing.isLive() && standing.needs().stream().anyMatch(n ->
        (n.environment().stream().anyMatch(a -> !a.table().isNeverTrue())
            || n.all() && n.supporters().stream().noneMatch(s -> s.atom().table().isAlwaysTrue()))
        && !comesWithAStep(instance, state, n));
  }

  /// Reports whether some step is possible as soon as nobody but the environment is needed: it may close an
  /// in-tray that is open, the end is seen of a line that has lost its last writer. Looked at where one field
  /// besides the instance says so.
  private boolean comesWithAStep(int instance, int state, Need need) {
    int[] others = Stream.concat(need.environment().stream(), need.supporters().stream().map(Supporter::atom))
        .mapToInt(Atom::field).filter(f -> f != instance).distinct().toArray();
    if (others.length != 1 || need.supporters().stream().anyMatch(s -> s.atom().field() == instance)) {
      return false;
    }
    var projection = new Projection(product);
    projection.onto(instance, others[0]);
    List<Touch> touches = Stream.concat(wiring.touching(instance).stream(), wiring.touching(others[0]).stream())
        .toList();
    for (int value = 0; value < wiring.size(others[0]); value++) {
      int[] together = {state, value};
      if (mayCome(need, value) && touches.stream().noneMatch(t -> projection.isSure(t, together))) {
        return false;
      }
    }
    return true;
  }

  private static boolean mayCome(Need need, int value) {
    return need.environment().stream().anyMatch(a -> a.holds(value))
        || need.all() && need.supporters().stream().noneMatch(s -> s.atom().holds(value));
  }

  /// Returns the local states of `other` in which it must be stuck too if the instance is stuck in `state`.
  BitSet needed(int instance, int state, int other) {
    var needed = new BitSet();
    for (Need need : standing(instance, state).needs()) {
      if (!need.all()) {
        for (Supporter supporter : need.supporters()) {
          if (supporter.instance() == other) {
            needed.or(states(supporter));
          }
        }
      }
    }
    return needed;
  }

  /// Returns the needs that come only if all who could help do.
  List<Need> joint(int instance, int state) {
    var all = new ArrayList<Need>();
    for (Need need : standing(instance, state).needs()) {
      if (need.all()) {
        all.add(need);
      }
    }
    return all;
  }

  /// Returns the local states of the supporter in which it could help, as far as it alone can tell.
  BitSet states(Supporter supporter) {
    var states = new BitSet();
    Atom atom = supporter.atom();
    if (atom.field() != supporter.instance()) {
      throw new AssertionError("whether instance " + supporter.instance() + " can help is said by field " + atom.field());
    }
    for (int s = 0; s < atom.table().size(); s++) {
      if (atom.holds(s)) {
        states.set(s);
      }
    }
    return states;
  }
}
