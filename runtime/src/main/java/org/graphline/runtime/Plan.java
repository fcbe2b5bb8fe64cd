package org.graphline.runtime;

import java.util.List;

/// A graph ready to run: every port on exactly one line, no junctions left.
///
/// @param exposed the ports Java holds, in the order they were exposed
public record Plan(
    String graph, List<Desk> desks, List<Line> lines, List<Calls> calls, List<Barrier> barriers,
        List<Port> exposed) {
  /// One line: its writers (`Out`, `Inbox`) and its readers (`In`, `Outbox`).
  public record Line(Room room, List<Port> writers, List<Port> readers) {}

  /// One server (`Server`, `Answerer`) and all its clients (`Client`, `Caller`).
  public record Calls(Port server, List<Port> clients) {}

  /// One barrier and its members.
  public record Barrier(String name, List<Phase> members) {}
}
