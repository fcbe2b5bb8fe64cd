package org.graphline.checker.certificate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing.Need;
import org.graphline.checker.product.Standing.Supporter;

/// Looks at the argument that no cycle of waits can close: every wait leads to another one whose rank is no larger; and
/// around a cycle of one rank the rounds that each is ahead of the next would have to add up to more than nothing.
final class RankingCheck {
  /// Potentials beyond could overflow.
  private static final long MOST = Long.MAX_VALUE / 4;

  private final Product product;
  private final Pairs pairs;
  private final Elimination stuck;
  private final Certificate.Ranking ranking;
  private final Map<Long, Certificate.Wait> waits = new HashMap<>();
  private final Map<Long, int[]> leads = new HashMap<>();

  RankingCheck(Product product, Pairs pairs, Elimination stuck, Certificate.Ranking ranking) throws Refused {
    this.product = product;
    this.pairs = pairs;
    this.stuck = stuck;
    this.ranking = ranking;
    checkHomes();
    for (Certificate.Lead lead : ranking.leads()) {
      check(lead);
      leads.put(key(lead.one(), lead.other()), lead.least());
    }
    for (Certificate.Wait wait : ranking.waits()) {
      stuck.checkNamed(wait.instance(), wait.state());
      if (wait.potential() > MOST || wait.potential() < -MOST) {
        throw new Refused("a potential is out of bounds");
      }
      waits.put(key(wait.instance(), wait.state()), wait);
    }
  }

  private void checkHomes() throws Refused {
    if (ranking.homes().length != product.instances()) {
      throw new Refused("not every instance has a home");
    }
  }

  private static long key(int one, int other) {
    return (long) one << Integer.SIZE | other;
  }

  private void check(Certificate.Lead lead) throws Refused {
    Pairs.Sight sight = lead.one() < 0 || lead.other() < 0 ? null : pairs.see(lead.one(), lead.other());
    if (sight == null || lead.least().length != sight.pair().size()) {
      throw new Refused("a lead of instance " + lead.one() + " over " + lead.other() + " without their pair");
    }
    int[] least = lead.least();
    if (least[sight.pair().start()] > 0) {
      throw new Refused("a lead of instance " + lead.one() + " over " + lead.other() + " from the start");
    }
    int self = sight.self();
    int home = ranking.homes()[lead.one()];
    int otherHome = ranking.homes()[lead.other()];
    var wrong = new boolean[1];
    sight.pair().eachStep((from, to, before, after) -> {
      int gain = (before[self] != after[self] && after[self] == home ? 1 : 0)
          - (before[1 - self] != after[1 - self] && after[1 - self] == otherHome ? 1 : 0);
      wrong[0] |= least[to] != Certificate.Lead.ANY
          && (least[from] == Certificate.Lead.ANY || least[to] > least[from] + gain);
    });
    if (wrong[0]) {
      throw new Refused("instance " + lead.one() + " may be less ahead of " + lead.other() + " than is said");
    }
  }

  /// @throws Refused if somebody busy may be stuck without a wait, or waits may close in a cycle
  void check() throws Refused {
    for (int i = 0; i < product.instances(); i++) {
      BitSet left = stuck.left(i);
      for (int s = left.nextSetBit(0); s >= 0; s = left.nextSetBit(s + 1)) {
        if (!stuck.standing(i, s).rests() && !waits.containsKey(key(i, s))) {
          throw new Refused("instance " + i + " may be stuck in local state " + s + ", and no wait is named");
        }
      }
    }
    for (Certificate.Wait wait : ranking.waits()) {
      if (wait.by() >= 0) {
        checkNeighbor(wait);
      } else {
        checkNeed(wait);
      }
    }
  }

  private void checkNeighbor(Certificate.Wait wait) throws Refused {
    int other = wait.by();
    if (other >= product.instances() || other == wait.instance()) {
      throw new Refused("instance " + wait.instance() + " does not wait for " + other);
    }
    BitSet needed = stuck.needed(wait.instance(), wait.state(), other);
    Pairs.Sight sight = pairs.see(wait.instance(), other);
    if (sight == null) {
      if (needed.cardinality() != product.standings().get(other).size()) {
        throw mayGoOn(wait);
      }
      needed.and(stuck.left(other));
      for (int t = needed.nextSetBit(0); t >= 0; t = needed.nextSetBit(t + 1)) {
        checkFalls(wait, other, t, Certificate.Lead.ANY);
      }
      return;
    }
    int[] lead = leads.get(key(wait.instance(), other));
    for (int position : sight.positions(wait.state())) {
      if (!sight.movesSelf(position)) {
        int state = sight.other(position);
        if (!needed.get(state)) {
          throw mayGoOn(wait);
        }
        if (stuck.left(other).get(state) && !sight.movesOther(position)) {
          checkFalls(wait, other, state, lead == null ? Certificate.Lead.ANY : lead[position]);
        }
      }
    }
  }

  private static Refused mayGoOn(Certificate.Wait wait) {
    return new Refused("instance " + wait.instance() + " may be stuck in local state " + wait.state()
        + " without " + wait.by());
  }

  private void checkNeed(Certificate.Wait wait) throws Refused {
    Need need = stuck.need(wait.instance(), wait.state(), wait.by());
    for (Supporter supporter : need.supporters()) {
      int other = supporter.instance();
      if (other == wait.instance()) {
        throw mayGoOn(wait);
      }
      BitSet states = stuck.withholding(wait.instance(), wait.state(), supporter);
      Pairs.Sight sight = pairs.see(wait.instance(), other);
      int[] lead = leads.get(key(wait.instance(), other));
      for (int t = states.nextSetBit(0); t >= 0; t = states.nextSetBit(t + 1)) {
        checkFalls(wait, other, t, sight == null || lead == null ? Certificate.Lead.ANY : least(sight, lead, wait, t));
      }
    }
  }

  private static int least(Pairs.Sight sight, int[] lead, Certificate.Wait wait, int state) {
    return Arrays.stream(sight.positions(wait.state()))
        .filter(p -> sight.other(p) == state && !sight.movesSelf(p) && !sight.movesOther(p))
        .map(p -> lead[p]).min().orElse(Certificate.Lead.ANY);
  }

  private void checkFalls(Certificate.Wait from, int other, int state, int lead) throws Refused {
    Certificate.Wait to = waits.get(key(other, state));
    if (to == null) {
      throw new Refused("instance " + other + " may be stuck in local state " + state + ", and no wait is named");
    }
    boolean falls = to.rank() < from.rank() || to.rank() == from.rank() && lead != Certificate.Lead.ANY
        && to.potential() <= from.potential() + lead * (waits.size() + 1L) - 1;
    if (!falls) {
      throw new Refused("the wait of instance " + from.instance() + " in local state " + from.state()
          + " for instance " + other + " in " + state + " may be part of a cycle");
    }
  }
}
