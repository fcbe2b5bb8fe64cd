package org.graphline.checker.product;

/// One part of a state of a [Product].
///
/// @param owner the position in the network of what the field speaks of; -1 for the run
/// @param size  its values are 0 to `size - 1`
public record Field(Kind kind, int owner, int size) {

  /// What a field holds.
  public enum Kind {
    /// The local state of an instance.
    PROCESS,
    /// The letters on a line that holds letters; 0 is an empty line.
    LINE,
    /// An exposed in-tray's flags, as `Layout` has them.
    TRAY,
    /// An exposed server port's flags, as `Layout` has them.
    CONNECTION,
    /// 1 after closing time.
    RUN
  }
}
