package org.graphline.checker.certificate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphline.checker.product.Product;

/// Looks at how many rounds instances are said to be ahead of each other.
final class Leads {
  /// What is less is said to be without a bound.
  private static final int LEAST = -64;

  private final Product product;
  private final Pairs pairs;
  private final Certificate.Ranking ranking;
  private final Map<Long, Certificate.Lead> leads = new HashMap<>();
  private final Set<Certificate.Lead> marked = new HashSet<>();
  private final Map<Certificate.Lead, BitSet> home = new HashMap<>();

  /// @throws Refused if one is less ahead than is said, or there is another way to say it
  Leads(Product product, Pairs pairs, Certificate.Ranking ranking) throws Refused {
    this.product = product;
    this.pairs = pairs;
    this.ranking = ranking;
    if (ranking.homes().length != product.instances()) {
      throw new Refused("not every instance has a home");
    }
    long before = -1;
    for (Certificate.Lead lead : ranking.leads()) {
      check(lead);
      long key = key(lead.one(), lead.other());
      if (key <= before) {
        throw new Refused("the leads are not in order");
      }
      before = key;
      leads.put(key, lead);
    }
  }

  private static long key(int one, int other) {
    return (long) one << Integer.SIZE | other;
  }

  /// A step from one place in a set to another, and how many rounds the one gains on the other.
  private record Gain(int from, int to, int rounds) {}

  private void check(Certificate.Lead lead) throws Refused {
    Pairs.Sight sight = lead.one() < 0 || lead.other() < 0 ? null : pairs.see(lead.one(), lead.other());
    if (sight == null || lead.least().length != sight.pair().size()) {
      throw new Refused(where(lead) + " without their pair");
    }
    int[] least = lead.least();
    if (least[sight.pair().start()] > 0) {
      throw new Refused(where(lead) + " from the start");
    }
    List<Gain> gains = gains(lead, sight);
    for (Gain gain : gains) {
      if (least[gain.to()] != Certificate.Lead.ANY && (least[gain.from()] == Certificate.Lead.ANY
          || least[gain.to()] > (long) least[gain.from()] + gain.rounds())) {
        throw new Refused("instance " + lead.one() + " may be less ahead of " + lead.other() + " than is said");
      }
    }
    if (!Arrays.equals(least, greatest(sight.pair(), gains))) {
      throw new Refused("instance " + lead.one() + " is more ahead of " + lead.other() + " than is said");
    }
  }

  private static String where(Certificate.Lead lead) {
    return "a lead of instance " + lead.one() + " over " + lead.other();
  }

  private List<Gain> gains(Certificate.Lead lead, Pairs.Sight sight) {
    int self = sight.self();
    int ownHome = ranking.homes()[lead.one()];
    int otherHome = ranking.homes()[lead.other()];
    var came = new BitSet();
    var gains = new ArrayList<Gain>();
    sight.pair().eachStep((from, to, before, after) -> {
      boolean own = before[self] != after[self] && after[self] == ownHome;
      boolean other = before[1 - self] != after[1 - self] && after[1 - self] == otherHome;
      if (own) {
        came.set(lead.one());
      }
      if (other) {
        came.set(lead.other());
      }
      gains.add(new Gain(from, to, (own ? 1 : 0) - (other ? 1 : 0)));
    });
    home.put(lead, came);
    return gains;
  }

  /// Returns the greatest bounds that are true, so that there is one way only to say them. They need not be
  /// believed: what is said has been looked at before.
  private static int[] greatest(Pairs.Pair pair, List<Gain> gains) {
    var from = new ArrayList<List<Gain>>();
    for (int i = 0; i < pair.size(); i++) {
      from.add(new ArrayList<>());
    }
    gains.forEach(g -> from.get(g.from()).add(g));
    var least = new int[pair.size()];
    Arrays.fill(least, Integer.MAX_VALUE);
    least[pair.start()] = 0;
    int bound = Math.max(LEAST, -pair.size() - 1);
    var open = new ArrayDeque<>(List.of(pair.start()));
    while (!open.isEmpty()) {
      int state = open.poll();
      for (Gain gain : from.get(state)) {
        int to = least[state] == Certificate.Lead.ANY || least[state] + gain.rounds() < bound ? Certificate.Lead.ANY
            : least[state] + gain.rounds();
        if (to < least[gain.to()]) {
          least[gain.to()] = to;
          open.add(gain.to());
        }
      }
    }
    return least;
  }

  /// Returns how far the one is ahead of the other at a place in their set; no bound if nothing is said.
  int at(int one, int other, int position) {
    Certificate.Lead lead = leads.get(key(one, other));
    return lead == null ? Certificate.Lead.ANY : lead.least()[position];
  }

  /// Says that the proof needs to know how far the one is ahead of the other.
  void mark(int one, int other) {
    marked.add(leads.get(key(one, other)));
  }

  /// Returns the ranking with those leads only that are marked, and with the initial local state as the home of all who
  /// never come home in one of them.
  Certificate.Ranking needed() {
    var came = new BitSet();
    marked.forEach(l -> came.or(home.get(l)));
    int[] homes = ranking.homes().clone();
    for (int i = 0; i < homes.length; i++) {
      homes[i] = came.get(i) ? homes[i] : product.initial().get(i);
    }
    return new Certificate.Ranking(Arrays.equals(homes, ranking.homes()) ? ranking.homes() : homes,
        ranking.leads().stream().filter(marked::contains).toList(), ranking.waits());
  }
}
