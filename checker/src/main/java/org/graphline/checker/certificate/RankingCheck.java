package org.graphline.checker.certificate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing.Need;
import org.graphline.checker.product.Standing.Supporter;

/// Looks at the argument that no cycle of waits can close: every wait leads to another one whose rank is no larger; and
/// around a cycle of one rank the rounds that each is ahead of the next would have to add up to more than nothing.
///
/// So that there is one way only to say it, ranks are the least and potentials the greatest there are, and
/// waits are for the first neighbor, or else the first need, that has to be waited for.
final class RankingCheck {
  /// Potentials beyond could overflow.
  private static final long MOST = Long.MAX_VALUE / 4;

  private final Product product;
  private final Pairs pairs;
  private final Elimination stuck;
  private final Certificate.Ranking ranking;
  private final Map<Long, Integer> waits = new HashMap<>();
  private final Leads leads;
  private final List<Arc> arcs = new ArrayList<>();

  RankingCheck(Product product, Pairs pairs, Elimination stuck, Certificate.Ranking ranking) throws Refused {
    this.product = product;
    this.pairs = pairs;
    this.stuck = stuck;
    this.ranking = ranking;
    this.leads = new Leads(product, pairs, ranking);
    long before = -1;
    for (Certificate.Wait wait : ranking.waits()) {
      stuck.checkNamed(wait.instance(), wait.state());
      if (wait.potential() > MOST || wait.potential() < -MOST) {
        throw new Refused("a potential is out of bounds");
      }
      long key = key(wait.instance(), wait.state());
      if (key <= before || !stuck.left(wait.instance()).get(wait.state())) {
        throw new Refused("instance " + wait.instance() + " does not wait in local state " + wait.state()
            + ", or earlier");
      }
      before = key;
      waits.put(key, waits.size());
    }
  }

  /// A wait that leads to another one.
  ///
  /// @param lead how far the one is ahead of the other, [Certificate.Lead#ANY] for no bound
  private record Arc(int from, int to, int lead) {}

  private static long key(int one, int other) {
    return (long) one << Integer.SIZE | other;
  }

  /// Returns the ranking without leads that are not needed, and marks the pairs and local states that it needs.
  ///
  /// @throws Refused if somebody busy may be stuck without a wait, or waits may close in a cycle
  Certificate.Ranking needed() throws Refused {
    var wanted = new BitSet();
    for (int i = 0; i < product.instances(); i++) {
      BitSet left = stuck.left(i);
      for (int s = left.nextSetBit(0); s >= 0; s = left.nextSetBit(s + 1)) {
        if (!stuck.standing(i, s).rests()) {
          wanted.set(wait(i, s));
        }
      }
    }
    if (wanted.isEmpty()) {
      throw new Refused("nobody who may be stuck is busy, so that no ranking is needed");
    }
    for (int i = 0; i < ranking.waits().size(); i++) {
      Certificate.Wait wait = ranking.waits().get(i);
      if (wait.by() >= 0) {
        checkNeighbor(i, wait);
      } else {
        checkNeed(i, wait);
      }
      checkFirst(wait);
      stuck.markPairs(wait.instance(), wait.state(), wait.by());
    }
    checkReached(wanted);
    checkLeast();
    checkGreatest();
    return leads.needed();
  }

  private int wait(int instance, int state) throws Refused {
    Integer wait = waits.get(key(instance, state));
    if (wait == null) {
      throw new Refused("instance " + instance + " may be stuck in local state " + state + ", and no wait is named");
    }
    return wait;
  }

  private void checkFirst(Certificate.Wait wait) throws Refused {
    for (int by : stuck.candidates(wait.instance(), wait.state())) {
      if (Elimination.isBefore(by, wait.by()) && isWaitedFor(wait, by)) {
        throw new Refused("instance " + wait.instance() + " waits for " + by + " first, in local state "
            + wait.state());
      }
    }
  }

  private boolean isWaitedFor(Certificate.Wait wait, int by) throws Refused {
    if (by < 0) {
      return stuck.need(wait.instance(), wait.state(), by).supporters().stream()
          .noneMatch(s -> s.instance() == wait.instance());
    }
    BitSet needed = stuck.needed(wait.instance(), wait.state(), by);
    Pairs.Sight sight = pairs.see(wait.instance(), by);
    return sight != null && Arrays.stream(sight.positions(wait.state()))
        .allMatch(p -> sight.movesSelf(p) || needed.get(sight.other(p)));
  }

  private void checkNeighbor(int from, Certificate.Wait wait) throws Refused {
    if (!isWaitedFor(wait, wait.by())) {
      throw mayGoOn(wait);
    }
    Pairs.Sight sight = pairs.see(wait.instance(), wait.by());
    for (int position : sight.positions(wait.state())) {
      if (!sight.movesSelf(position) && !sight.movesOther(position)) {
        lead(from, wait, wait.by(), sight.other(position), leads.at(wait.instance(), wait.by(), position));
      }
    }
  }

  private static Refused mayGoOn(Certificate.Wait wait) {
    return new Refused("instance " + wait.instance() + " may be stuck in local state " + wait.state()
        + " without " + wait.by());
  }

  private void checkNeed(int from, Certificate.Wait wait) throws Refused {
    Need need = stuck.need(wait.instance(), wait.state(), wait.by());
    if (!isWaitedFor(wait, wait.by())) {
      throw mayGoOn(wait);
    }
    for (Supporter supporter : need.supporters()) {
      int other = supporter.instance();
      if (stuck.isBlind(wait.instance(), supporter, need)) {
        throw mayGoOn(wait);
      }
      BitSet states = stuck.withholding(wait.instance(), wait.state(), supporter);
      Pairs.Sight sight = pairs.see(wait.instance(), other);
      for (int t = states.nextSetBit(0); t >= 0; t = states.nextSetBit(t + 1)) {
        lead(from, wait, other, t, sight == null ? Certificate.Lead.ANY : least(sight, wait, other, t));
      }
    }
  }

  private int least(Pairs.Sight sight, Certificate.Wait wait, int other, int state) {
    return Arrays.stream(sight.positions(wait.state()))
        .filter(p -> sight.other(p) == state && !sight.movesSelf(p) && !sight.movesOther(p))
        .map(p -> leads.at(wait.instance(), other, p)).min().orElse(Certificate.Lead.ANY);
  }

  private void lead(int from, Certificate.Wait wait, int other, int state, int lead) throws Refused {
    if (!stuck.left(other).get(state)) {
      stuck.mark(other, state);
      return;
    }
    int at = wait(other, state);
    Certificate.Wait to = ranking.waits().get(at);
    boolean falls = to.rank() < wait.rank() || to.rank() == wait.rank() && lead != Certificate.Lead.ANY
        && to.potential() <= potential(wait, lead);
    if (!falls) {
      throw new Refused("the wait of instance " + wait.instance() + " in local state " + wait.state()
          + " for instance " + other + " in " + state + " may be part of a cycle");
    }
    if (to.rank() == wait.rank()) {
      leads.mark(wait.instance(), other);
    }
    arcs.add(new Arc(from, at, lead));
  }

  private long potential(Certificate.Wait from, int lead) {
    return from.potential() + lead * (waits.size() + 1L) - 1;
  }

  private void checkReached(BitSet wanted) throws Refused {
    close(wanted, arcs.stream().map(a -> new int[] {a.from(), a.to()}).toList());
    refuseFirst(wanted, "nobody busy leads to");
  }

  /// Each rank is 0, or one more than that of somebody waited for who is ahead without a bound, or that of one who is
  /// waited for and has such a rank.
  private void checkLeast() throws Refused {
    var least = new BitSet();
    IntStream.range(0, waits.size()).filter(i -> rank(i) == 0).forEach(least::set);
    arcs.stream().filter(a -> a.lead() == Certificate.Lead.ANY && rank(a.from()) == rank(a.to()) + 1)
        .forEach(a -> least.set(a.from()));
    close(least, arcs.stream().filter(a -> rank(a.from()) == rank(a.to())).map(a -> new int[] {a.to(), a.from()})
        .toList());
    refuseFirst(least, "less is the least rank of");
  }

  private int rank(int wait) {
    return ranking.waits().get(wait).rank();
  }

  /// Each potential is 0, or what somebody of the same rank who waits leaves it. Nobody does so all around a
  /// cycle: there the leads add up to more than nothing.
  private void checkGreatest() throws Refused {
    var greatest = new BitSet();
    IntStream.range(0, waits.size()).filter(i -> ranking.waits().get(i).potential() == 0).forEach(greatest::set);
    for (Arc arc : arcs) {
      Certificate.Wait from = ranking.waits().get(arc.from());
      Certificate.Wait to = ranking.waits().get(arc.to());
      if (from.rank() == to.rank() && to.potential() == potential(from, arc.lead())) {
        greatest.set(arc.to());
      }
    }
    if (ranking.waits().stream().anyMatch(w -> w.potential() > 0)) {
      throw new Refused("a potential is more than 0");
    }
    refuseFirst(greatest, "more is the greatest potential of");
  }

  private static void close(BitSet set, List<int[]> arcs) {
    Map<Integer, List<Integer>> next = new HashMap<>();
    arcs.forEach(a -> next.computeIfAbsent(a[0], _ -> new ArrayList<>()).add(a[1]));
    var open = new ArrayDeque<>(set.stream().boxed().toList());
    while (!open.isEmpty()) {
      for (int to : next.getOrDefault(open.poll(), List.of())) {
        if (!set.get(to)) {
          set.set(to);
          open.add(to);
        }
      }
    }
  }

  private void refuseFirst(BitSet right, String why) throws Refused {
    int wrong = right.nextClearBit(0);
    if (wrong < waits.size()) {
      Certificate.Wait wait = ranking.waits().get(wrong);
      throw new Refused(why + " the wait of instance " + wait.instance() + " in local state " + wait.state());
    }
  }
}
