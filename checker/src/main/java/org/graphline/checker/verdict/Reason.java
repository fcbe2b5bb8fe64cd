package org.graphline.checker.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/// Why a property is left undecided.
public sealed interface Reason {
  /// A larger share is not told apart from all.
  double MOST = 0.999999;

  /// As many states as allowed were stored.
  record StateLimit(long states, List<Contributor> contributors) implements Reason {
    public StateLimit {
      contributors = List.copyOf(contributors);
    }
  }

  /// The time allowed ran out.
  record TimeLimit(double seconds, List<Contributor> contributors) implements Reason {
    public TimeLimit {
      contributors = List.copyOf(contributors);
    }
  }

  /// The memory allowed ran out.
  record MemoryLimit(long bytes, List<Contributor> contributors) implements Reason {
    public MemoryLimit {
      contributors = List.copyOf(contributors);
    }
  }

  /// Nothing was found, but states were stored in a way that takes some for others, and those were not looked
  /// at.
  ///
  /// @param coverage the share of the states that was looked at, as far as can be estimated
  record Approximate(double coverage) implements Reason {}

  /// A state that violates the property was found, but no time or memory was left to find a way to it.
  ///
  /// @param depth how far it is from the start
  record Untold(long depth) implements Reason {}

  /// An approximate search was asked for, and single states do not decide the property.
  record NotByStates() implements Reason {}

  /// Only proofs were asked for, and none came to an end.
  record NotProved() implements Reason {}

  /// Only composition was asked for, and it has no answer.
  record NotComposed() implements Reason {}

  /// Something was claimed of all sizes, and there is no argument that covers them all.
  ///
  /// @param why a phrase
  record NotForAllSizes(String why) implements Reason {}

  /// Something was claimed of all sizes, and one of the small networks, which are checked one by one, is undecided.
  ///
  /// @param network that network with its arguments
  /// @param why     why it is
  record OfOneSize(String network, Reason why) implements Reason {}

  /// No state was looked at, as the steps of one of them would be too many.
  ///
  /// @param where  who chooses among that many values, and where
  /// @param values how many; [Long#MAX_VALUE] stands for more than that
  record TooManyValues(String where, long values) implements Reason {}

  /// Somebody called it off.
  record Cancelled() implements Reason {}

  /// A part of the network and how many of its states were seen, one member standing for all of an array; or,
  /// where no more than one was looked at, how much of a state it takes.
  ///
  /// @param name   the part as written below the graph, `peer[*]`
  /// @param states distinct local states among the states looked at; 0 if no more than one was looked at
  /// @param cells  the numbers that a state keeps for it, all members of an array together
  record Contributor(String name, int states, int cells) {

    /// Returns the part with what makes it large.
    String display() {
      return name + (states > 0 ? " (" + states + (states == 1 ? " local state)" : " local states)")
          : " (" + cells + (cells == 1 ? " number in each state)" : " numbers in each state)"));
    }
  }

  /// Returns the parts that make the state space large, the largest first; empty if no bound was hit.
  default List<Contributor> contributors() {
    return switch (this) {
      case StateLimit(_, var contributors) -> contributors;
      case TimeLimit(_, var contributors) -> contributors;
      case MemoryLimit(_, var contributors) -> contributors;
      case OfOneSize(_, Reason why) -> why.contributors();
      case Approximate _, Untold _, NotByStates _, NotProved _, NotComposed _, NotForAllSizes _,
          TooManyValues _, Cancelled _ -> List.of();
    };
  }

  /// Returns the reason as a phrase.
  default String display() {
    String phrase = switch (this) {
      case StateLimit(long states, _) -> "the limit of " + states + (states == 1 ? " state" : " states")
          + " was reached";
      case TimeLimit(double seconds, _) -> "the limit of " + time(seconds) + " was reached";
      case MemoryLimit(long bytes, _) -> "the limit of " + memory(bytes) + " was reached";
      case Approximate(double coverage) -> "nothing found, estimated coverage " + percent(coverage);
      case Untold(long depth) -> "a bad state was found after " + depth
          + " steps of the search, but the bounds leave"
          + " no room to find the way to it: allow more";
      case NotByStates() -> "an approximate search judges only what single states decide";
      case NotProved() -> "no proof without states is known for it; --engine search looks at states";
      case NotComposed() -> "composition has no answer for it; --engine search looks at states of the whole";
      case NotForAllSizes(String why) -> "no proof for all sizes: " + why;
      case OfOneSize(String network, Reason why) -> network + ": " + why.display();
      case TooManyValues(String where, long values) -> where + " has "
          + (values == Long.MAX_VALUE ? "more values than can be counted" : values + " values")
          + " to choose from, each a step of its own: give it a narrower range, or leave it to Java by an opaque type";
      case Cancelled() -> "cancelled";
    };
    if (contributors().isEmpty() || this instanceof OfOneSize) {
      return phrase;
    }
    return phrase + "; largest contributors: " + contributors().stream().limit(3)
        .map(Contributor::display).collect(Collectors.joining(", "));
  }

  private static String time(double seconds) {
    return seconds < 1 ? Math.round(seconds * 1000) + " ms" : Math.round(seconds) + " s";
  }

  private static String memory(long bytes) {
    return bytes < 1 << 20 ? (bytes < 1 << 10 ? bytes + (bytes == 1 ? " byte" : " bytes") : (bytes >> 10) + " KiB")
        : (bytes >> 20) + " MiB";
  }

  /// Rounds down: what may have been missed is never called everything.
  private static String percent(double share) {
    if (share > MOST) {
      return "more than 99.9999%";
    }
    return BigDecimal.valueOf(share * 100).setScale(share > 0.99 ? 4 : 1, RoundingMode.DOWN).toPlainString()
        + "%";
  }
}
