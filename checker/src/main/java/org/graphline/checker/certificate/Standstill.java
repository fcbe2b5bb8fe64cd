package org.graphline.checker.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing;
import org.graphline.checker.product.Standing.Need;
import org.graphline.checker.product.Standing.Supporter;

/// Looks at where no step is possible at all. There those who are live make a stuck group, unless one of them waits for
/// what may still come from outside. There is no such place, or nobody is busy there, or nobody waits so.
final class Standstill {
  private final Product product;
  private final Elimination still;
  private final BitSet[] busy;
  private final BitSet[] hopeful;

  Standstill(Product product, Elimination still) {
    this.product = product;
    this.still = still;
    this.busy = new BitSet[product.instances()];
    this.hopeful = new BitSet[product.instances()];
    for (int i = 0; i < busy.length; i++) {
      busy[i] = new BitSet();
      hopeful[i] = new BitSet();
      List<Standing> standings = product.standings().get(i);
      for (int s = 0; s < standings.size(); s++) {
        if (still.left(i).get(s)) {
          busy[i].set(s, standings.get(s).isLive() && !standings.get(s).rests());
          hopeful[i].set(s, isHopeful(i, s, standings.get(s)));
        }
      }
    }
  }

  /// Returns the removals without those that are not needed for the shortest way to show it, and marks the
  /// pairs they need.
  ///
  /// @throws Refused if they do not show it
  List<Certificate.Removal> needed(List<Certificate.Removal> removals) throws Refused {
    List<Certificate.Removal> done = removals.subList(0, still.remove(removals, this::isShown));
    var ways = new ArrayList<BitSet[]>();
    for (int i = 0; i < product.instances(); i++) {
      if (still.left(i).isEmpty()) {
        ways.add(all(i));
      }
    }
    Stream.of(busy, hopeful).filter(this::isNobodyLeft).forEach(ways::add);
    List<Certificate.Removal> fewest = ways.stream().map(gone -> still.needed(done, gone))
        .min(Comparator.comparingInt(List::size))
        .orElseThrow(() -> new Refused("somebody may wait where nothing is possible"));
    still.markPairs(fewest);
    return fewest;
  }

  private BitSet[] all(int instance) {
    var all = new BitSet[product.instances()];
    Arrays.setAll(all, _ -> new BitSet());
    all[instance].set(0, product.standings().get(instance).size());
    return all;
  }

  private boolean isShown() {
    return IntStream.range(0, product.instances()).anyMatch(i -> still.left(i).isEmpty()) || isNobodyLeft(busy)
        || isNobodyLeft(hopeful);
  }

  private boolean isNobodyLeft(BitSet[] states) {
    return IntStream.range(0, states.length).noneMatch(i -> still.left(i).intersects(states[i]));
  }

  private boolean isHopeful(int instance, int state, Standing standing) {
    return standing.isLive() && standing.needs().stream().anyMatch(n ->
        (n.environment().stream().anyMatch(a -> !a.table().isNeverTrue())
            || n.all() && n.supporters().stream().noneMatch(s -> s.atom().table().isAlwaysTrue()))
        && !comesWithAStep(instance, state, n));
  }

  /// Whether something is possible whenever what is needed may come from nobody, where one field besides the instance
  /// says that.
  private boolean comesWithAStep(int instance, int state, Need need) {
    int[] fields = Stream.concat(need.environment().stream(), need.supporters().stream().map(Supporter::atom))
        .mapToInt(Atom::field).distinct().filter(f -> f != instance).toArray();
    if (fields.length != 1 || need.supporters().stream().anyMatch(s -> s.atom().field() == instance)) {
      return false;
    }
    return IntStream.range(0, product.fields().get(fields[0]).size())
        .filter(v -> need.environment().stream().anyMatch(a -> a.holds(v))
            || need.all() && need.supporters().stream().noneMatch(s -> s.atom().holds(v)))
        .allMatch(v -> isSomethingPossible(instance, state, fields[0], v));
  }

  private boolean isSomethingPossible(int instance, int state, int field, int value) {
    for (Lead lead : product.leads()) {
      for (int at = 0; at < lead.offers().size(); at++) {
        boolean leads = lead.field() < 0 || lead.field() == instance && at == state
            || lead.field() == field && at == value;
        if (leads && lead.offers().get(at).stream().anyMatch(o -> o.guard().stream().allMatch(c -> c.atoms().stream()
            .anyMatch(a -> a.field() == instance && a.holds(state) || a.field() == field && a.holds(value))))) {
          return true;
        }
      }
    }
    return false;
  }
}
