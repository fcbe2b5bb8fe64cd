package org.graphline.checker.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.graphline.checker.candidate.Candidate;
import org.graphline.checker.candidate.Candidate.Place;
import org.graphline.checker.product.Products;
import org.graphline.checker.proof.Account;
import org.graphline.checker.proof.Proof;
import org.graphline.checker.verdict.ProofAccount;
import org.graphline.checker.verdict.ProofAccount.Ground;
import org.graphline.checker.verdict.WaitForGraph;
import org.graphline.model.semantics.Semantics;

/// Tells why a network is deadlock free.
public final class ProofStory {
  private final Semantics semantics;
  private final Products.Made made;
  private final Parties parties;
  private final WaitChart chart;

  public ProofStory(Semantics semantics, Products.Made made) {
    this.semantics = semantics;
    this.made = made;
    this.parties = new Parties(semantics);
    this.chart = new WaitChart(semantics);
  }

  /// Returns what is told of a proof: instances of one component of which the same is true stand together.
  public ProofAccount tell(Account account) {
    Map<Alike, List<Integer>> alike = new LinkedHashMap<>();
    for (int i = 0; i < account.parts().size(); i++) {
      Account.Part part = account.parts().get(i);
      var others = new TreeSet<String>();
      part.by().forEach(other -> others.add(component(other)));
      String what = part.ground() == Ground.NEIGHBORS ? component(i) : "";
      alike.computeIfAbsent(new Alike(what, part.ground(), others), _ -> new ArrayList<>()).add(i);
    }
    var groups = new ArrayList<ProofAccount.Group>();
    alike.forEach((what, who) -> groups.add(new ProofAccount.Group(what.ground(), who, sentence(account, what, who))));
    return new ProofAccount(account.proof().describe(), groups, excludedBy(account),
        distinct(account.nearMisses().stream().map(this::waits).toList()));
  }

  /// @param component of those whose neighbors can go on
  private record Alike(String component, Ground ground, Set<String> others) {}

  private String component(int instance) {
    return semantics.network().instances().get(instance).behavior().component().name().toString();
  }

  private String names(Iterable<Integer> instances, String conjunction) {
    var names = new ArrayList<String>();
    instances.forEach(i -> names.add(parties.name(i)));
    return Names.join(names, conjunction);
  }

  private String sentence(Account account, Alike what, List<Integer> who) {
    return switch (what.ground()) {
      case ALONE -> names(who, "and") + ": never held up by others, or at rest then";
      case NEIGHBORS -> {
        var others = new TreeSet<Integer>();
        who.forEach(i -> others.addAll(account.parts().get(i).by()));
        yield names(who, "and") + ": when " + (who.size() == 1 ? "it waits" : "one of them waits") + " for "
            + names(others, "or") + ", " + (others.size() == 1 ? "that" : "that one") + " can go on";
      }
      case ARGUMENT -> names(who, "and") + ": as far as each two neighbors tell they might wait for each other in a"
          + " ring; " + rest(account.proof());
    };
  }

  private static String rest(Proof proof) {
    return switch (proof.argument()) {
      case ARC_CONSISTENCY -> throw new AssertionError("nothing is left to another argument");
      case VARIANTS -> "but around such a ring each would have to be rounds ahead of the next, which cannot be";
      case SATISFIABILITY -> "but in no such ring is everybody as each two can be together"
          + (proof.invariants() > 0 ? ", and sums are what they were at the start" : "")
          + (proof.traps() > 0 ? ", and what never gets empty is not" : "");
    };
  }

  private static String excludedBy(Account account) {
    Proof proof = account.proof();
    return account.nearMisses().isEmpty() ? "" : switch (proof.argument()) {
      case ARC_CONSISTENCY -> throw new AssertionError("nothing is left to another argument");
      case VARIANTS -> "counting rounds";
      case SATISFIABILITY -> "a formula" + counted(proof.invariants(), "invariant") + counted(proof.traps(), "trap");
    };
  }

  private static String counted(int number, String what) {
    return number == 0 ? "" : String.format(Locale.ROOT, ", %,d %s%s", number, what, number == 1 ? "" : "s");
  }

  /// Returns the first of those in which the same want to do the same, those in the cycle if there is one.
  private static List<WaitForGraph> distinct(List<WaitForGraph> all) {
    Map<List<String>, WaitForGraph> different = new LinkedHashMap<>();
    all.forEach(waits -> different.putIfAbsent(waits.waiters().stream()
        .filter(w -> waits.cycle().isEmpty() || waits.cycle().contains(w.instance()))
        .map(w -> w.name() + " " + w.action() + " " + w.span().place()).toList(), waits));
    return List.copyOf(different.values());
  }

  /// Who would wait for whom: everybody else is where it begins.
  private WaitForGraph waits(Candidate candidate) {
    int[] values = made.product().initial().stream().mapToInt(Integer::intValue).toArray();
    candidate.places().forEach(place -> values[place.instance()] = place.state());
    return chart.among(made.translation().state(values), candidate.places().stream().filter(Place::stuck)
        .map(Place::instance).toList());
  }
}
