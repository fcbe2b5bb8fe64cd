package org.graphline.model.semantics;

import java.util.List;
import java.util.Optional;
import org.graphline.model.network.End;

/// A thread that waits, and all that could let it go on.
///
/// @param node  the control point
/// @param rests whether waiting here is resting (rule R4)
/// @param needs one for each thing it waits for; any of them lets it go on
public record Wait(int instance, int thread, int node, boolean rests, List<Need> needs) {
  public Wait {
    needs = List.copyOf(needs);
  }

  /// One thing a thread waits for.
  ///
  /// @param own         the port element it waits at; empty for a timer, a choice, a mark, a join or rest
  /// @param partners    the instances that could give it and are still there
  /// @param quantifier  whether any of the partners suffices or all are needed
  /// @param environment whether the environment could give it
  /// @param byItself    whether it comes without anybody else: a timer, a choice, a mark
  /// @param node        the node or, for a `select`, -1 with `choice` its case
  public record Need(Kind kind, Optional<End> own, List<Integer> partners, Quantifier quantifier,
      boolean environment, boolean byItself, int choice) {
    public Need {
      partners = List.copyOf(partners);
    }
  }

  /// How many of the partners it takes.
  public enum Quantifier {
    ANY, ALL
  }

  /// What is waited for.
  public enum Kind {
    LETTER, ROOM, READER, REQUEST, ACCEPTANCE, REPLY, BARRIER, END, TIMER, CHOICE, MOMENT, BRANCHES, NOTHING
  }
}
