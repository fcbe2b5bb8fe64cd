package org.graphline.checker.proof;

import java.util.List;
import java.util.Set;
import org.graphline.checker.candidate.Candidate;
import org.graphline.checker.verdict.ProofAccount.Ground;

/// What a proof says of each component, and what it leaves to its last argument.
///
/// @param parts      one for each instance
/// @param nearMisses groups each of which could be stuck as far as two neighbors tell, the smallest first; not all
///                   there are. None is reachable
public record Account(Proof proof, List<Part> parts, List<Candidate> nearMisses) {
  public Account {
    parts = List.copyOf(parts);
    nearMisses = List.copyOf(nearMisses);
  }

  /// What keeps an instance from being stuck.
  ///
  /// @param by the neighbors that are not stuck where it could be
  public record Part(Ground ground, Set<Integer> by) {
    public Part {
      by = Set.copyOf(by);
    }
  }
}
