package org.graphline.checker.verdict;

import java.util.List;

/// Why a network is deadlock free, for people: what keeps each component from being stuck, and what comes near to a
/// deadlock.
///
/// @param argument   what carries the proof, `variant functions, 50 pairs of neighbors`
/// @param groups     the components, those together of which the same is true
/// @param excludedBy what it takes to rule out the near misses, `counting rounds`; empty if there are none
/// @param nearMisses who would wait for whom in groups that could be stuck as far as two neighbors tell, the smallest
///                   first; not all there are. None is reachable
public record ProofAccount(String argument, List<Group> groups, String excludedBy, List<WaitForGraph> nearMisses) {
  public ProofAccount {
    groups = List.copyOf(groups);
    nearMisses = List.copyOf(nearMisses);
  }

  /// What keeps a component from being stuck.
  public enum Ground {
    /// In each local state it has a step of its own, or is at rest.
    ALONE,
    /// Where it could be stuck, one of its neighbors could not be.
    NEIGHBORS,
    /// It takes what carries the proof.
    ARGUMENT
  }

  /// Components of which the same is true.
  ///
  /// @param components by position in the network
  /// @param sentence   why they are never stuck
  public record Group(Ground ground, List<Integer> components, String sentence) {
    public Group {
      components = List.copyOf(components);
    }
  }
}
