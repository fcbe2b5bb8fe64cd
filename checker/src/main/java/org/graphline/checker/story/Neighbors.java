package org.graphline.checker.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.graphline.model.network.BarrierLine;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;

/// Who is at the other side.
final class Neighbors {
  private final Map<End, TreeSet<Integer>> beyond = new HashMap<>();
  private final Map<Integer, TreeSet<Integer>> around = new HashMap<>();
  private final Map<End, Integer> lines = new HashMap<>();

  Neighbors(Network network) {
    for (Line line : network.lines()) {
      join(line.writers(), line.readers());
      line.writers().forEach(w -> lines.put(w, line.id()));
      line.readers().forEach(r -> lines.put(r, line.id()));
    }
    for (Connection connection : network.connections()) {
      join(connection.client().stream().toList(), connection.server().stream().toList());
    }
    for (BarrierLine barrier : network.barriers()) {
      join(barrier.members(), barrier.members());
    }
  }

  private void join(List<End> some, List<End> others) {
    for (End one : some) {
      for (End other : others) {
        add(one, other);
        add(other, one);
      }
    }
  }

  private void add(End one, End other) {
    beyond.computeIfAbsent(one, _ -> new TreeSet<>()).add(other.instance());
    around.computeIfAbsent(one.instance(), _ -> new TreeSet<>()).add(other.instance());
  }

  /// Returns the instances at the other side of an end, in order.
  Collection<Integer> at(End end) {
    return List.copyOf(beyond.getOrDefault(end, new TreeSet<>()));
  }

  /// Returns the instances at the other sides of all ends of an instance, in order.
  Collection<Integer> of(int instance) {
    return new ArrayList<>(around.getOrDefault(instance, new TreeSet<>()));
  }

  /// Returns the line at an end, if it is the end of one.
  Optional<Integer> line(End end) {
    return Optional.ofNullable(lines.get(end));
  }
}
