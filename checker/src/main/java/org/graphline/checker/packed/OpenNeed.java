package org.graphline.checker.packed;

import java.util.List;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Standing;

/// A need that can come or not depending on more than who is stuck.
final class OpenNeed {
  private final boolean all;
  private final int[] instances;
  private final PackedAtom[] conditions;
  private final PackedAtom[] environment;

  OpenNeed(Standing.Need need, Packing packing) {
    this.all = need.all();
    List<Standing.Supporter> supporters =
        need.supporters().stream().filter(s -> !s.atom().table().isNeverTrue()).toList();
    this.instances = supporters.stream().mapToInt(Standing.Supporter::instance).toArray();
    this.conditions = packed(supporters.stream().map(Standing.Supporter::atom).toList(), packing);
    this.environment = packed(need.environment(), packing);
  }

  private static PackedAtom[] packed(List<Atom> atoms, Packing packing) {
    return atoms.stream().map(a -> new PackedAtom(a, packing)).toArray(PackedAtom[]::new);
  }

  /// Reports whether it can come in the state at `states[at]` when the instances of the set `stuck` are
  /// stuck.
  boolean canCome(long[] states, int at, long[] stuck) {
    for (PackedAtom atom : environment) {
      if (atom.holds(states, at)) {
        return true;
      }
    }
    for (int i = 0; i < instances.length; i++) {
      boolean isStuck = (stuck[instances[i] / Long.SIZE] >>> instances[i] & 1) != 0;
      if (isStuck == all && conditions[i].holds(states, at)) {
        return !all;
      }
    }
    return all;
  }
}
