package org.graphline.checker.certificate;

import java.util.List;
import java.util.Optional;

/// Why a network cannot deadlock (rule R6), in a form that can be checked without finding it again.
///
/// Instances and local states are named by their numbers in the product of the network. The arrays are not copied and
/// must not be changed.
///
/// @param network what the certificate is about: [Fingerprint#of]
/// @param sets    sets of states of pairs, each in ascending order; pairs of like neighbors share one
/// @param pairs   what neighbors can be in together
/// @param stuck   local states in which an instance cannot belong to a stuck group, each ruled out with the help of
///                those before
/// @param still   local states that an instance cannot have where no step at all is possible; empty if nobody
///                could wait there for what may still come
/// @param ranking why the states that are left cannot wait for each other in a cycle; empty if nobody busy has one left
/// @param refutation why a formula that asks for a stuck group has no model; if there is one nothing is ruled
///                   out nor ranked
public record Certificate(String network, List<int[]> sets, List<Pair> pairs, List<Removal> stuck,
    List<Removal> still, Optional<Ranking> ranking, Optional<Refutation> refutation) {
  public Certificate {
    sets = List.copyOf(sets);
    pairs = List.copyOf(pairs);
    stuck = List.copyOf(stuck);
    still = List.copyOf(still);
  }

  /// Two neighbors and the fields between them: no reachable state of the network, seen by these fields alone, is
  /// outside the set.
  ///
  /// @param fields the two instances, then what lies between them; a state is numbered with the first field as
  ///               the lowest digit
  /// @param set    position in [#sets]
  public record Pair(int[] fields, int set) {}

  /// A local state that is ruled out.
  ///
  /// @param by the neighbor that would have to be stuck, or still, with it and cannot be; or, if negative, `-1 - n` for
  ///           the need of this number of the local state, which nobody can withhold
  public record Removal(int instance, int state, int by) {}

  /// A variant function. Everyone counts its rounds, the times it comes home. Along each wait either the rank
  /// falls, or it stays and the potential says that a cycle would need more rounds than there are.
  ///
  /// @param homes for each instance the local state whose coming counts as a round
  /// @param leads for pairs how many rounds the one is ahead of the other at least
  /// @param waits who waits for whom
  public record Ranking(int[] homes, List<Lead> leads, List<Wait> waits) {
    public Ranking {
      leads = List.copyOf(leads);
      waits = List.copyOf(waits);
    }
  }

  /// How many rounds `one` is ahead of `other` (negative: behind) at least, in each state of their pair.
  ///
  /// @param least for each state of the set of the pair, in order; [#ANY] for no bound
  public record Lead(int one, int other, int[] least) {
    /// No bound.
    public static final int ANY = Integer.MIN_VALUE;
  }

  /// A local state in which an instance may be stuck, and on whom it then waits.
  ///
  /// @param by        as in [Removal]: who must be stuck too
  /// @param rank      never larger at what it waits for
  /// @param potential where the rank stays, at most the one before plus `lead * (waits + 1) - 1`
  public record Wait(int instance, int state, int by, int rank, long potential) {}

  /// Why the formula that [Formula] makes of the pairs, the invariants and the traps has no model.
  ///
  /// @param invariants weights of values of fields, each as field, value and weight: their sum is 0 in each
  ///                   reachable state
  /// @param traps      values of fields, each as field and value: some of them is had in each reachable state
  /// @param lemmas     clauses that follow from the formula and the lemmas before, the last one without a literal
  public record Refutation(List<int[]> invariants, List<int[]> traps, List<Lemma> lemmas) {
    public Refutation {
      invariants = List.copyOf(invariants);
      traps = List.copyOf(traps);
      lemmas = List.copyOf(lemmas);
    }
  }

  /// A clause, and why it follows: if none of its literals is true the constraints with these numbers make more
  /// and more literals true, one after the other, until the last one cannot be fulfilled. Lemmas are numbered
  /// after the constraints of the formula.
  public record Lemma(int[] literals, int[] hints) {}

  /// At least `least` of the literals are true. A literal is the number of a variable, or its negative for the
  /// opposite.
  public record Constraint(int least, List<Integer> literals) {
    public Constraint {
      literals = List.copyOf(literals);
    }
  }
}
