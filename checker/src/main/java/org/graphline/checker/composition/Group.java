package org.graphline.checker.composition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Product;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.InstanceName;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;

/// A graph inside the checked one, or the checked one itself: the fields directly in it, and the graphs in it.
///
/// @param name empty for the checked graph
record Group(String name, List<Integer> fields, List<Group> groups) {
  Group {
    fields = List.copyOf(fields);
    groups = List.copyOf(groups);
  }

  /// Returns the checked graph with all that is in it. A line is in the smallest graph that all its ends are in.
  static Group of(Network network, Product product) {
    var root = new Draft("");
    Map<InstanceName, Draft> drafts = new LinkedHashMap<>();
    for (int field = 0; field < product.fields().size(); field++) {
      draft(place(network, product.fields().get(field)), root, drafts).fields.add(field);
    }
    return root.group();
  }

  /// Reports whether there is a graph in it.
  boolean isNested() {
    return !groups.isEmpty();
  }

  private static Draft draft(Optional<InstanceName> place, Draft root, Map<InstanceName, Draft> drafts) {
    if (place.isEmpty()) {
      return root;
    }
    Draft known = drafts.get(place.get());
    if (known == null) {
      known = new Draft(place.get().display());
      drafts.put(place.get(), known);
      draft(place.get().parent(), root, drafts).groups.add(known);
    }
    return known;
  }

  private static Optional<InstanceName> place(Network network, Field field) {
    return switch (field.kind()) {
      case PROCESS -> network.instances().get(field.owner()).name().parent();
      case LINE, TRAY -> place(network, ends(network.lines().get(field.owner())));
      case CONNECTION -> place(network, ends(network.connections().get(field.owner())));
      case RUN -> Optional.empty();
    };
  }

  private static Stream<End> ends(Line line) {
    return Stream.concat(line.writers().stream(), line.readers().stream());
  }

  private static Stream<End> ends(Connection connection) {
    return Stream.concat(connection.client().stream(), connection.server().stream());
  }

  private static Optional<InstanceName> place(Network network, Stream<End> ends) {
    List<List<InstanceName>> paths = ends
        .map(e -> path(network.instances().get(e.instance()).name().parent())).toList();
    Optional<InstanceName> common = Optional.empty();
    for (int depth = 0; !paths.isEmpty() && depth < paths.getFirst().size(); depth++) {
      InstanceName here = paths.getFirst().get(depth);
      int at = depth;
      if (!paths.stream().allMatch(p -> at < p.size() && p.get(at).equals(here))) {
        break;
      }
      common = Optional.of(here);
    }
    return common;
  }

  private static List<InstanceName> path(Optional<InstanceName> name) {
    var path = new ArrayList<InstanceName>();
    for (Optional<InstanceName> at = name; at.isPresent(); at = at.get().parent()) {
      path.addFirst(at.get());
    }
    return path;
  }

  private static final class Draft {
    private final String name;
    private final List<Integer> fields = new ArrayList<>();
    private final List<Draft> groups = new ArrayList<>();

    Draft(String name) {
      this.name = name;
    }

    Group group() {
      return new Group(name, fields, groups.stream().map(Draft::group).toList());
    }
  }
}
