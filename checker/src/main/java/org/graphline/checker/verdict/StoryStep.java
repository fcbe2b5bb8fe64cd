package org.graphline.checker.verdict;

import java.util.List;
import java.util.Optional;
import org.graphline.model.semantics.Step;
import org.graphline.model.source.Span;
import org.graphline.model.value.Value;

/// One step of a story, in words and places of the source.
///
/// @param text    the whole step in one phrase, `farmer.parts -> w[0].parts Part`
/// @param from    who gives, or the only one who moves; empty if nobody in particular does
/// @param to      who takes
/// @param value   what passes or is answered
/// @param counted whether it counts in the length of the story (rule R31)
/// @param step    the step itself, for replay and `play`
public record StoryStep(Kind kind, String text, Optional<Party> from, Optional<Party> to,
    Optional<Value> value,
    boolean counted, Step step) {

  /// Returns the places in the source, the giver's first.
  public List<Span> spans() {
    return java.util.stream.Stream.of(from, to).flatMap(Optional::stream).flatMap(p
        -> p.span().stream()).distinct()
        .toList();
  }

  /// One side of a step: a component, a line that holds letters, a barrier, or the environment.
  ///
  /// @param role     what `name` is
  /// @param instance position among the network's instances; -1 unless a component
  /// @param name     `w[0]`, `environment`, or the line by its ends
  /// @param port     the port element, `take[1]`; empty if none
  /// @param action   the statement in a few words; empty unless a component
  public record Party(Role role, int instance, String name, String port, String action, Optional<Span> span) {

    /// Returns `name.port`, or the name alone.
    public String display() {
      return port.isEmpty() ? name : name + "." + port;
    }
  }

  /// What one side of a step is.
  public enum Role {
    COMPONENT, LINE, BARRIER, ENVIRONMENT
  }

  /// What a step is; one for each kind of label.
  public enum Kind {
    HAND_OVER, POST, COLLECT, END_SEEN, REFUSED, UNHEARD, CHOICE, RESULT, MAY_FAIL, TIMES_OUT, OTHERWISE,
        MARK, SYNC,
    CALLED, REPLIED, REPLY_DROPPED, CLOSES_TRAY, CLOSES_CONNECTION, ARRIVES, CLOSING_TIME
  }
}
