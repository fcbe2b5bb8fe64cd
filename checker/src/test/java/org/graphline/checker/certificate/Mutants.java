package org.graphline.checker.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/// Certificates with one thing changed at random.
final class Mutants {
  private final Random random;

  Mutants(Random random) {
    this.random = random;
  }

  /// Returns the certificate with a change somewhere; empty if what was chosen to be changed is not there. A change may
  /// leave a proof a proof: another neighbor explains the same, an order does not matter.
  Optional<Certificate> of(Certificate all) {
    return switch (random.nextInt(9)) {
      case 0 -> sets(all);
      case 1 -> Optional.of(new Certificate(all.network(), all.sets(), pairs(all.pairs(), all.sets().size()), all.stuck(),
          all.still(), all.ranking()));
      case 2, 3 -> Optional.of(new Certificate(all.network(), all.sets(), all.pairs(), removals(all.stuck()), all.still(),
          all.ranking()));
      case 4 -> Optional.of(new Certificate(all.network(), all.sets(), all.pairs(), all.stuck(), removals(all.still()),
          all.ranking()));
      case 5 -> all.ranking().map(_ -> new Certificate(all.network(), all.sets(), all.pairs(), all.stuck(), all.still(),
          Optional.empty()));
      default -> all.ranking().map(r -> new Certificate(all.network(), all.sets(), all.pairs(), all.stuck(), all.still(),
          Optional.of(ranking(r))));
    };
  }

  private Optional<Certificate> sets(Certificate all) {
    return all.sets().isEmpty() ? Optional.empty() : Optional.of(withoutAState(all));
  }

  /// Returns the certificate with one state less in one of its sets. Each set holds just what can be reached, so some
  /// step leads out of it then.
  Certificate withoutAState(Certificate all) {
    var sets = new ArrayList<>(all.sets());
    int which = random.nextInt(sets.size());
    int[] old = sets.get(which);
    int gone = random.nextInt(old.length);
    var fewer = new int[old.length - 1];
    System.arraycopy(old, 0, fewer, 0, gone);
    System.arraycopy(old, gone + 1, fewer, gone, fewer.length - gone);
    sets.set(which, fewer);
    return new Certificate(all.network(), sets, all.pairs(), all.stuck(), all.still(), all.ranking());
  }

  private List<Certificate.Pair> pairs(List<Certificate.Pair> old, int sets) {
    return changed(old, p -> {
      int[] fields = p.fields().clone();
      fields[random.nextInt(fields.length)] += random.nextBoolean() ? 1 : -1;
      return random.nextBoolean() ? new Certificate.Pair(fields, p.set())
          : new Certificate.Pair(p.fields(), random.nextInt(sets + 1) - 1);
    });
  }

  private List<Certificate.Removal> removals(List<Certificate.Removal> old) {
    return changed(old, r -> switch (random.nextInt(3)) {
      case 0 -> new Certificate.Removal(r.instance() + step(), r.state(), r.by());
      case 1 -> new Certificate.Removal(r.instance(), r.state() + step(), r.by());
      default -> new Certificate.Removal(r.instance(), r.state(), r.by() + step());
    });
  }

  private Certificate.Ranking ranking(Certificate.Ranking r) {
    return switch (random.nextInt(3)) {
      case 0 -> {
        int[] homes = r.homes().clone();
        homes[random.nextInt(homes.length)] += step();
        yield new Certificate.Ranking(homes, r.leads(), r.waits());
      }
      case 1 -> new Certificate.Ranking(r.homes(), changed(r.leads(), l -> {
        int[] least = l.least().clone();
        least[random.nextInt(least.length)] += step();
        return new Certificate.Lead(l.one(), l.other(), least);
      }), r.waits());
      default -> new Certificate.Ranking(r.homes(), r.leads(), changed(r.waits(), w -> switch (random.nextInt(3)) {
        case 0 -> new Certificate.Wait(w.instance(), w.state(), w.by() + step(), w.rank(), w.potential());
        case 1 -> new Certificate.Wait(w.instance(), w.state(), w.by(), w.rank() + step(), w.potential());
        default -> new Certificate.Wait(w.instance(), w.state(), w.by(), w.rank(), w.potential() + step());
      }));
    };
  }

  private int step() {
    return random.nextBoolean() ? 1 : -1;
  }

  /// Changes one element, leaves one out, or has two change places.
  private <T> List<T> changed(List<T> old, java.util.function.UnaryOperator<T> change) {
    if (old.isEmpty()) {
      return old;
    }
    var all = new ArrayList<>(old);
    int at = random.nextInt(all.size());
    Supplier<T> any = () -> all.get(random.nextInt(all.size()));
    switch (random.nextInt(4)) {
      case 0 -> all.remove(at);
      case 1 -> {
        T other = any.get();
        all.set(all.indexOf(other), all.get(at));
        all.set(at, other);
      }
      default -> all.set(at, change.apply(all.get(at)));
    }
    return all;
  }
}
