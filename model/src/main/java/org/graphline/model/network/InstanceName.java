package org.graphline.model.network;

import java.util.Optional;

/// The path of an instance below the checked graph: `peer[0].mixer`. Kept as links, so that a million names share
/// what they have in common.
///
/// @param index the element of an array of desks; -1 for a single desk
public record InstanceName(Optional<InstanceName> parent, String name, int index) {

  /// Returns the path as it is written in source.
  public String display() {
    var text = new StringBuilder();
    append(text);
    return text.toString();
  }

  private void append(StringBuilder text) {
    parent.ifPresent(p -> {
      p.append(text);
      text.append('.');
    });
    text.append(name);
    if (index >= 0) {
      text.append('[').append(index).append(']');
    }
  }

  @Override
  public String toString() {
    return display();
  }
}
