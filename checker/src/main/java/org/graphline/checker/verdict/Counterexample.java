package org.graphline.checker.verdict;

import java.util.List;

/// A story that shows that a property does not hold. It has been replayed.
///
/// @param stem         from the initial state
/// @param loop         then round and round; empty if the story ends
/// @param waits        who waits for whom where the story ends
/// @param dependencies what it depends on when it is only possible
/// @param shortest     whether no story is known to be possible with fewer counted steps
public record Counterexample(Finding finding, Certainty certainty, List<StoryStep> stem, List<StoryStep> loop,
    WaitForGraph waits, Explanation explanation, List<Dependence> dependencies, boolean shortest) {
  public Counterexample {
    stem = List.copyOf(stem);
    loop = List.copyOf(loop);
    dependencies = List.copyOf(dependencies);
  }

  /// Returns how many steps count before the story ends or starts to go round (rule R31).
  public int length() {
    return (int) stem.stream().filter(StoryStep::counted).count();
  }

  /// Reports whether the story goes round for ever.
  public boolean isLasso() {
    return !loop.isEmpty();
  }
}
