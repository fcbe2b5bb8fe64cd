package org.graphline.checker.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.graphline.checker.certificate.Certificate.Lead;
import org.graphline.checker.certificate.Certificate.Lemma;
import org.graphline.checker.certificate.Certificate.Pair;
import org.graphline.checker.certificate.Certificate.Ranking;
import org.graphline.checker.certificate.Certificate.Refutation;
import org.graphline.checker.certificate.Certificate.Removal;
import org.graphline.checker.certificate.Certificate.Wait;

/// Certificates with one thing changed at random.
final class Mutants {
  private final Random random;

  Mutants(Random random) {
    this.random = random;
  }

  /// Returns a certificate for each kind of thing that there is in it, with one of that kind changed, left out,
  /// doubled, or in the place of another one.
  List<Certificate> of(Certificate all) {
    var mutants = new ArrayList<Certificate>();
    Copy copy = Copy.of(all);
    add(mutants, changed(all.sets(), this::numbers), s -> copy.sets(s));
    add(mutants, changed(all.pairs(), this::pair), p -> copy.pairs(p));
    add(mutants, changed(all.stuck(), this::removal), s -> copy.stuck(s));
    add(mutants, changed(all.still(), this::removal), s -> copy.still(s));
    mutants.add(copy.ranking(all.ranking().isPresent() ? Optional.empty()
        : Optional.of(new Ranking(new int[all.stuck().size()], List.of(), List.of()))));
    all.ranking().ifPresent(r -> {
      mutants.add(copy.ranking(Optional.of(new Ranking(numbers(r.homes()), r.leads(), r.waits()))));
      add(mutants, changed(r.leads(), this::lead),
          l -> copy.ranking(Optional.of(new Ranking(r.homes(), l, r.waits()))));
      add(mutants, changed(r.waits(), this::wait),
          w -> copy.ranking(Optional.of(new Ranking(r.homes(), r.leads(), w))));
    });
    all.refutation().ifPresent(r -> {
      mutants.add(copy.refutation(Optional.empty()));
      add(mutants, changed(r.invariants(), this::numbers),
          i -> copy.refutation(Optional.of(new Refutation(i, r.traps(), r.lemmas()))));
      add(mutants, changed(r.traps(), this::numbers),
          t -> copy.refutation(Optional.of(new Refutation(r.invariants(), t, r.lemmas()))));
      add(mutants, changed(r.lemmas(), this::lemma),
          l -> copy.refutation(Optional.of(new Refutation(r.invariants(), r.traps(), l))));
    });
    return mutants;
  }

  /// The parts of a certificate, one of which is exchanged.
  private record Copy(Certificate all) {
    static Copy of(Certificate all) {
      return new Copy(all);
    }

    Certificate sets(List<int[]> sets) {
      return new Certificate(all.network(), sets, all.pairs(), all.stuck(), all.still(), all.ranking(),
          all.refutation());
    }

    Certificate pairs(List<Pair> pairs) {
      return new Certificate(all.network(), all.sets(), pairs, all.stuck(), all.still(), all.ranking(),
          all.refutation());
    }

    Certificate stuck(List<Removal> stuck) {
      return new Certificate(all.network(), all.sets(), all.pairs(), stuck, all.still(), all.ranking(),
          all.refutation());
    }

    Certificate still(List<Removal> still) {
      return new Certificate(all.network(), all.sets(), all.pairs(), all.stuck(), still, all.ranking(),
          all.refutation());
    }

    Certificate ranking(Optional<Ranking> ranking) {
      return new Certificate(all.network(), all.sets(), all.pairs(), all.stuck(), all.still(), ranking,
          all.refutation());
    }

    Certificate refutation(Optional<Refutation> refutation) {
      return new Certificate(all.network(), all.sets(), all.pairs(), all.stuck(), all.still(), all.ranking(),
          refutation);
    }
  }

  private static <T> void add(List<Certificate> all, Optional<List<T>> changed, Function<List<T>, Certificate> made) {
    changed.map(made).ifPresent(all::add);
  }

  private int[] numbers(int[] old) {
    return changed(Arrays.stream(old).boxed().toList(), this::number).orElse(List.of(0)).stream()
        .mapToInt(Integer::intValue).toArray();
  }

  private Pair pair(Pair old) {
    return random.nextInt(3) == 0 ? new Pair(old.fields(), number(old.set()))
        : new Pair(numbers(old.fields()), old.set());
  }

  private Removal removal(Removal old) {
    return switch (random.nextInt(3)) {
      case 0 -> new Removal(number(old.instance()), old.state(), old.by());
      case 1 -> new Removal(old.instance(), number(old.state()), old.by());
      default -> new Removal(old.instance(), old.state(), number(old.by()));
    };
  }

  private Lead lead(Lead old) {
    return switch (random.nextInt(4)) {
      case 0 -> new Lead(number(old.one()), old.other(), old.least());
      case 1 -> new Lead(old.one(), number(old.other()), old.least());
      default -> new Lead(old.one(), old.other(), numbers(old.least()));
    };
  }

  private Wait wait(Wait old) {
    return switch (random.nextInt(5)) {
      case 0 -> new Wait(number(old.instance()), old.state(), old.by(), old.rank(), old.potential());
      case 1 -> new Wait(old.instance(), number(old.state()), old.by(), old.rank(), old.potential());
      case 2 -> new Wait(old.instance(), old.state(), number(old.by()), old.rank(), old.potential());
      case 3 -> new Wait(old.instance(), old.state(), old.by(), number(old.rank()), old.potential());
      default -> new Wait(old.instance(), old.state(), old.by(), old.rank(),
          random.nextInt(8) == 0 ? random.nextLong() : old.potential()
              + random.nextInt(1, 4) * (random.nextBoolean() ? 1 : -1));
    };
  }

  private Lemma lemma(Lemma old) {
    return random.nextBoolean() ? new Lemma(numbers(old.literals()), old.hints())
        : new Lemma(old.literals(), numbers(old.hints()));
  }

  private int number(int old) {
    return switch (random.nextInt(8)) {
      case 0 -> other(old, random.nextInt());
      case 1 -> other(old, 0);
      case 2 -> other(old, Integer.MIN_VALUE);
      case 3 -> other(old, random.nextInt(10));
      default -> old + (random.nextBoolean() ? 1 : -1);
    };
  }

  private static int other(int old, int number) {
    return number == old ? old + 1 : number;
  }

  /// Changes one element, leaves one out, doubles it, or has two change places; nothing if there is none.
  private <T> Optional<List<T>> changed(List<T> old, UnaryOperator<T> change) {
    if (old.isEmpty()) {
      return Optional.empty();
    }
    var all = new ArrayList<>(old);
    int at = random.nextInt(all.size());
    int[] others = IntStream.range(0, all.size()).filter(i -> !all.get(i).equals(all.get(at))).toArray();
    switch (random.nextInt(6)) {
      case 0 -> all.remove(at);
      case 1 -> all.add(random.nextInt(all.size()), all.get(at));
      case 2 -> all.add(random.nextInt(all.size() + 1), change.apply(all.get(at)));
      case 3 -> {
        if (others.length == 0) {
          all.remove(at);
        } else {
          int other = others[random.nextInt(others.length)];
          T first = all.get(at);
          all.set(at, all.get(other));
          all.set(other, first);
        }
      }
      default -> all.set(at, change.apply(all.get(at)));
    }
    return Optional.of(all);
  }
}
