package org.graphline.dsl.elaborate;

import java.util.List;

import org.graphline.model.source.Span;

/// The networks of a check over an open range, `check Ring(n in 2..)`.
///
/// @param parameter what has no upper bound
/// @param first     its least value
/// @param small     one elaboration for each of the least values, in order: those below [Growth.Uniform#from], or
///                  some to look at if the networks do not grow uniformly
/// @param growth    what is known of all larger ones
public record Family(String parameter, int first, List<Elaboration> small, Growth growth) {
  public Family {
    small = List.copyOf(small);
  }

  /// How the networks differ from each other.
  public sealed interface Growth {

    /// The parameter has no larger values: the small ones are all.
    record Ended() implements Growth {}

    /// From some size on they differ only in how often something is repeated: desks with an index below `low` are
    /// wired in the same way in all of them, so are those with an index above the size plus `high`, counted from
    /// the size, and those between are all wired in one way, each to its neighbors by index.
    ///
    /// @param from    from this value on
    /// @param low     the least index between, at any size
    /// @param high    the highest index between, minus the size
    /// @param samples the networks of two values, the second one larger by one
    /// @param size    the smaller of these values
    record Uniform(int from, int low, int high, List<Elaboration> samples, int size) implements Growth {
      public Uniform {
        samples = List.copyOf(samples);
      }
    }

    /// It is not known that they do.
    ///
    /// @param why   what stands in the way, as a phrase
    /// @param place where it is written
    record Irregular(String why, Span place) implements Growth {}
  }
}
