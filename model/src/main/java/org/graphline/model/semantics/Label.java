package org.graphline.model.semantics;

import java.util.List;
import java.util.Optional;
import org.graphline.model.network.End;
import org.graphline.model.value.Value;

/// What happens in a step. An empty end is the environment; lines, connections and barriers are named by their
/// position in the network.
public sealed interface Label {

  /// A letter passes from hand to hand.
  record HandOver(int line, Optional<End> writer, Optional<End> reader, Value value) implements Label {}

  /// A letter is put on a line that holds letters.
  record Post(int line, Optional<End> writer, Value value, Fate fate) implements Label {}

  /// A letter is taken from a line that holds letters.
  record Collect(int line, Optional<End> reader, Value value) implements Label {}

  /// A reader or server sees that its line is finished, or a `select` that all its cases are.
  record EndSeen(int instance, Optional<End> end) implements Label {}

  /// A writer or client finds nobody there.
  record Refused(End end) implements Label {}

  /// The prelude's `Split` finds that all its listeners have left.
  record Unheard(int instance) implements Label {}

  /// `choose` takes an alternative, counted from 0.
  record Choice(int instance, int alternative) implements Label {}

  /// Java, or the maker of `anything`, answers.
  record Result(int instance, String source, Value value) implements Label {}

  /// Java fails or does not, at a function that may.
  record MayFail(int instance, String source, boolean fails) implements Label {}

  /// `after` or `wait` is over.
  record TimesOut(int instance) implements Label {}

  /// The `else` of a `select priority`.
  record Otherwise(int instance) implements Label {}

  /// A named moment.
  record Mark(int instance, String name) implements Label {}

  /// All enrolled meet at a barrier.
  record Sync(int barrier, List<End> members) implements Label {
    public Sync {
      members = List.copyOf(members);
    }
  }

  /// A request passes from client to server.
  record Called(int connection, Value value) implements Label {}

  /// A reply passes from server to client.
  record Replied(int connection, Value value) implements Label {}

  /// A reply finds its client gone.
  record ReplyDropped(int connection) implements Label {}

  /// The environment closes an in-tray.
  record ClosesTray(int line) implements Label {}

  /// The environment stops calling an exposed server port.
  record ClosesConnection(int connection) implements Label {}

  /// A writer gets to where a `select priority` can see it (rule R20). Not counted as a step of a story (R31).
  record Arrives(End end) implements Label {}

  /// The environment gets to where a `select priority` can see it.
  record ArrivesAtTray(int line) implements Label {}

  /// The environment gets to where a `select priority` can see its call.
  record ArrivesAtConnection(int connection) implements Label {}

  /// Everyone left goes home (rule R3).
  record ClosingTime() implements Label {}

  /// What becomes of a posted letter.
  enum Fate {
    STORED,
    /// It replaced the oldest one.
    REPLACED_OLDEST,
    /// The line was full and it was lost.
    LOST
  }

  /// Reports whether the step counts in the length of a story (rule R31).
  default boolean isCounted() {
    return switch (this) {
      case Mark _, Arrives _, ArrivesAtTray _, ArrivesAtConnection _ -> false;
      case HandOver _, Post _, Collect _, EndSeen _, Refused _, Unheard _, Choice _, Result _, MayFail _, TimesOut _,
          Otherwise _, Sync _, Called _, Replied _, ReplyDropped _, ClosesTray _, ClosesConnection _, ClosingTime _ ->
          true;
    };
  }
}
