package org.graphline.checker.refinement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.graphline.checker.packed.Packing;
import org.graphline.checker.product.Field;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;

/// The fields of a product that decide what ends its environment can see: who may still write to an exposed
/// out-tray or call at an exposed client port, and what is on the way.
final class EndFields {
  private final int[] fields;
  private final int[] sizes;

  private EndFields(int[] fields, int[] sizes) {
    this.fields = fields;
    this.sizes = sizes;
  }

  /// Returns those among the fields of a network.
  static EndFields of(Network network, List<Field> fields) {
    Set<Integer> lines = new HashSet<>();
    Set<Integer> connections = new HashSet<>();
    Set<Integer> instances = new HashSet<>();
    for (Line line : network.lines()) {
      if (line.isOutTray()) {
        lines.add(line.id());
        line.writers().stream().map(End::instance).forEach(instances::add);
      }
    }
    for (Connection connection : network.connections()) {
      if (connection.server().isEmpty()) {
        connections.add(connection.id());
        connection.client().stream().map(End::instance).forEach(instances::add);
      }
    }
    boolean any = !lines.isEmpty() || !connections.isEmpty();
    int[] all = IntStream.range(0, fields.size()).filter(f -> switch (fields.get(f).kind()) {
      case PROCESS -> instances.contains(f);
      case LINE, TRAY -> lines.contains(fields.get(f).owner());
      case CONNECTION -> connections.contains(fields.get(f).owner());
      case RUN -> any;
    }).toArray();
    return new EndFields(all, IntStream.of(all).map(f -> fields.get(f).size()).toArray());
  }

  /// Reports whether there never is an end.
  boolean isEmpty() {
    return fields.length == 0;
  }

  /// Reports whether the values of all the fields fit in one number.
  boolean haveKey() {
    double values = 1;
    for (int size : sizes) {
      values *= size;
    }
    return values < Long.MAX_VALUE / 2;
  }

  /// Returns the values of the fields in a state as one number.
  long key(Packing packing, long[] words) {
    long key = 0;
    for (int i = 0; i < fields.length; i++) {
      key = key * sizes[i] + packing.value(words, 0, fields[i]);
    }
    return key;
  }
}
