package org.graphline.checker.certificate;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing;
import org.graphline.checker.product.Standing.Need;
import org.graphline.checker.product.Standing.Supporter;

/// Checks certificates. Nothing is searched for: each claim is looked at once, against the offers of the product.
///
/// The argument is that of local deadlock analysis (Martin, "The Design and Construction of Deadlock-Free Concurrent
/// Systems", 1996; Antonino, Gibson-Robinson, Roscoe, "Efficient Deadlock-Freedom Checking Using Local Analysis and
/// SAT Solving", IFM 2016; Roscoe, Dathi, "The Pursuit of Deadlock Freedom", Information and Computation 75, 1987).
public final class Verifier {
  private final Product product;
  private final Certificate certificate;
  private final Steps steps;
  private final Pairs pairs;

  private Verifier(Product product, Certificate certificate) throws Refused {
    this.product = product;
    this.certificate = certificate;
    this.steps = new Steps(product);
    this.pairs = new Pairs(certificate, steps);
  }

  /// Returns if the certificate proves that the network behind the product is deadlock free.
  ///
  /// @throws Refused if it does not, with what is wrong first
  public static void verify(Product product, Certificate certificate) throws Refused {
    if (!certificate.network().equals(Fingerprint.of(product))) {
      throw new Refused("it is about another network");
    }
    new Verifier(product, certificate).verify();
  }

  private void verify() throws Refused {
    checkSupporters();
    var stuck = new Elimination(steps, pairs, false);
    stuck.remove(certificate.stuck());
    if (certificate.ranking().isPresent()) {
      new RankingCheck(product, pairs, stuck, certificate.ranking().get()).check();
    } else {
      checkNobodyIsLeft(stuck);
    }
    checkSomethingIsPossible();
  }

  /// Whether somebody could help must be said by its own local state.
  private void checkSupporters() throws Refused {
    boolean own = product.standings().stream().flatMap(List::stream).flatMap(s -> s.needs().stream())
        .flatMap(n -> n.supporters().stream()).allMatch(s -> s.atom().field() == s.instance());
    if (!own) {
      throw new Refused("who could help is not said by local states; certificates do not cover that");
    }
  }

  private void checkNobodyIsLeft(Elimination stuck) throws Refused {
    for (int i = 0; i < product.instances(); i++) {
      BitSet left = stuck.left(i);
      for (int s = left.nextSetBit(0); s >= 0; s = left.nextSetBit(s + 1)) {
        if (!stuck.standing(i, s).rests()) {
          throw new Refused("instance " + i + " may be stuck in local state " + s);
        }
      }
    }
  }

  /// Where no step is possible at all, those who are live make a stuck group, unless one of them waits for what may
  /// still come from outside. There is no such place, or nobody is busy there, or nobody waits so.
  private void checkSomethingIsPossible() throws Refused {
    var still = new Elimination(steps, pairs, true);
    still.remove(certificate.still());
    for (int i = 0; i < product.instances(); i++) {
      if (still.left(i).isEmpty()) {
        return;
      }
    }
    if (nobodyIsBusy(still)) {
      return;
    }
    for (int i = 0; i < product.instances(); i++) {
      List<Standing> standings = product.standings().get(i);
      BitSet left = still.left(i);
      for (int s = left.nextSetBit(0); s >= 0; s = left.nextSetBit(s + 1)) {
        if (isHopeful(i, s, standings.get(s))) {
          throw new Refused("instance " + i + " may wait in local state " + s + " where nothing is possible");
        }
      }
    }
  }

  private boolean nobodyIsBusy(Elimination still) {
    for (int i = 0; i < product.instances(); i++) {
      BitSet left = still.left(i);
      for (int s = left.nextSetBit(0); s >= 0; s = left.nextSetBit(s + 1)) {
        if (still.standing(i, s).isLive() && !still.standing(i, s).rests()) {
          return false;
        }
      }
    }
    return true;
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
