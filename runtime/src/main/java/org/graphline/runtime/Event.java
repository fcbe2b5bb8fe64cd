package org.graphline.runtime;

import java.util.List;

/// An elementary step that a running network has taken; the labels are those of language.md 3.18.1.
///
/// Values are the Java objects themselves, not copies.
public sealed interface Event {
  /// Where a step happened: a component (empty if Java acts), one of its ports (empty if none is involved),
  /// and the line of its source (0 if it has none).
  record Place(String desk, String port, int line) {
    /// Returns `fork[0].take[1]`, or only the part there is.
    public String fullName() {
      return desk.isEmpty() || port.isEmpty() ? desk + port : desk + "." + port;
    }
  }

  /// A letter went from hand to hand.
  record HandedOver(Place from, Place to, Object value) implements Event {}

  /// A letter was posted on a buffered line leading to `to`, the line's first reader. `lost` says what became
  /// of it or, on an overwriting line, of the oldest.
  record Posted(Place from, Place to, Object value, boolean lost) implements Event {}

  /// A letter posted earlier by `from` was taken.
  record Collected(Place from, Place to, Object value) implements Event {}

  /// A reader noticed that its line is finished, in a `receive`, an `accept` or by an `end` case; without a
  /// port, a `select` that every case of it is.
  record EndSeen(Place reader) implements Event {}

  /// A writer noticed that nobody is there, or a client that its call is refused.
  record Refused(Place writer) implements Event {}

  /// A split noticed that all its readers have left.
  record Unheard(Place split) implements Event {}

  /// A request was accepted.
  record Called(Place client, Place server, Object request) implements Event {}

  /// A call was answered, or would have been if the client were still there (ruling R30).
  record Replied(Place server, Place client, Object reply, boolean dropped) implements Event {}

  /// Every member still enrolled has reached the barrier.
  record Synced(String barrier, List<Place> members) implements Event {}

  /// An `after` case or a `wait` was over.
  record TimedOut(Place place) implements Event {}

  /// The `else` case of a `select` was taken.
  record NothingReady(Place place) implements Event {}

  /// `choose` took this branch.
  record Chose(Place place, int branch) implements Event {}

  /// Java gave an answer of finite type.
  record Answered(Place place, String function, Object value) implements Event {}

  /// A `mark`.
  record Marked(Place place, String name) implements Event {}

  /// A component closed one of its ports by `close`, or Java one of its exposed ends.
  record Closed(Place place) implements Event {}

  /// A component went home; `failure` is null unless it failed.
  record Gone(Place place, Throwable failure) implements Event {}

  /// The office closed: whoever still rested goes home.
  record ClosingTime() implements Event {}

  /// Every line was cut.
  record Aborted() implements Event {}
}
