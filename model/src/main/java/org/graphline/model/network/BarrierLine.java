package org.graphline.model.network;

import java.util.List;
import org.graphline.model.source.Span;

/// A barrier and who is enrolled.
///
/// @param id its position among the network's barriers
public record BarrierLine(int id, String name, List<End> members, Span span) {
  public BarrierLine {
    members = List.copyOf(members);
  }
}
