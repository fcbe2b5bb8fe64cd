package org.graphline.model.network;

/// A port element of an instance.
///
/// @param instance position among the network's instances
/// @param element  position among the behavior's port elements
public record End(int instance, int element) {

  @Override
  public boolean equals(Object other) {
    return other instanceof End that && instance == that.instance && element == that.element;
  }

  /// Spelled out, as it is a key in the tables of every product: what records have by themselves is slow until it is
  /// compiled.
  @Override
  public int hashCode() {
    return 31 * instance + element;
  }
}
