package org.graphline.checker.product;

import java.util.List;

/// What a local state says about waiting, for the search for stuck groups (rule R6).
///
/// @param isLive  whether the instance is still there
/// @param isFaulty whether the local state is an error state (rule R1)
/// @param rests   whether it is resting (rule R4)
/// @param needs   each thing that could let one of its threads go on; any of them lets it go on
public record Standing(boolean isLive, boolean isFaulty, boolean rests, List<Need> needs) {
  public Standing {
    needs = List.copyOf(needs);
  }

  /// One thing a thread waits for. It can come if the environment could give it (an atom of `environment` is true), or
  /// if some supporter (or, for `all`, every supporter) whose atom is true is outside the stuck group.
  ///
  /// A need may leave out what makes a step possible at once: who can take a step is in no stuck group anyway.
  public record Need(boolean all, List<Supporter> supporters, List<Atom> environment) {
    public Need {
      supporters = List.copyOf(supporters);
      environment = List.copyOf(environment);
    }
  }

  /// An instance that could give what is needed while `atom` is true.
  public record Supporter(int instance, Atom atom) {}
}
