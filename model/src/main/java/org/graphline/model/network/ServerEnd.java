package org.graphline.model.network;

import java.util.List;

/// A server port element with the connections of all its clients.
///
/// @param id          its position among the network's server ends
/// @param connections positions among the network's connections, in wiring order
public record ServerEnd(int id, End end, List<Integer> connections) {
  public ServerEnd {
    connections = List.copyOf(connections);
  }
}
