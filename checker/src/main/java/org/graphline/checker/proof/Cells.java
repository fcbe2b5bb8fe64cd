package org.graphline.checker.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.graphline.model.network.InstanceName;
import org.graphline.model.network.Network;

/// A network that grows by putting more cells of one kind into a row, as a walk from one end of that row around to
/// the other: a *cell* is all that has one index. The cells of the row are alike and joined to the cells before
/// and after them only. All others are put into layers, by how far they are from the lower end of the row, so that
/// each layer is joined to the layers before and after it only.
final class Cells {
  private final Kinds kinds;
  private final Network network;
  private final int low;
  private final int high;
  private final int[] index;
  private final TreeMap<Integer, List<Integer>> byIndex = new TreeMap<>();

  private Cells(Kinds kinds, Network network, int low, int high) {
    this.kinds = kinds;
    this.network = network;
    this.low = low;
    this.high = high;
    this.index = new int[network.instances().size()];
    network.instances().forEach(i -> {
      InstanceName top = top(i.name());
      index[i.id()] = top.index() < 0 ? Integer.MIN_VALUE : top.index();
      if (top.index() >= 0) {
        byIndex.computeIfAbsent(top.index(), _ -> new ArrayList<>()).add(i.id());
      }
    });
  }

  /// The parts of a network that grows.
  ///
  /// @param row    three cells of the row: its lowest one, the next one, its highest one
  /// @param before what comes before the row is walked through from its highest cell to its lowest one, the
  ///               neighbor of the highest cell last
  /// @param after  what comes after it, the neighbor of the lowest cell first; of a ring all but the row, and
  ///               nothing before
  /// @param apart  what is joined to neither end, each a walk of its own
  record Walk(List<List<Integer>> row, List<List<Integer>> before, List<List<Integer>> after, boolean isRing,
      List<List<List<Integer>>> apart) {}

  /// Returns the walk through a network that has a [#pattern].
  ///
  /// @param low  the least index of the row
  /// @param high the highest one
  static Walk of(Kinds kinds, Network network, int low, int high) {
    return new Cells(kinds, network, low, high).walk();
  }

  /// Returns what two sizes must have in common: the row and all around it, without the numbers of instances.
  ///
  /// @throws Irregular if the row is not what it should be
  static List<Object> pattern(Kinds kinds, Network network, int low, int high) {
    var cells = new Cells(kinds, network, low, high);
    var all = new ArrayList<Object>();
    for (int i = 0; i < cells.index.length; i++) {
      if (cells.index[i] < low) {
        all.add(List.of(cells.member(i), kinds.kind(i), cells.relative(i), cells.arcs(i)));
      }
    }
    all.add(cells.repeated());
    for (int i = 0; i < cells.index.length; i++) {
      if (cells.index[i] > high) {
        all.add(List.of(cells.member(i), kinds.kind(i), cells.relative(i), cells.arcs(i)));
      }
    }
    return all;
  }

  /// The network does not grow in a way that is known.
  static final class Irregular extends RuntimeException {
    private static final long serialVersionUID = 1;

    Irregular(String why) {
      super(why, null, false, false);
    }
  }

  private static InstanceName top(InstanceName name) {
    InstanceName top = name;
    while (top.parent().isPresent()) {
      top = top.parent().get();
    }
    return top;
  }

  /// The name but for the index of the cell.
  private String member(int instance) {
    return member(network.instances().get(instance).name());
  }

  private static String member(InstanceName name) {
    return name.parent().map(p -> member(p) + "." + name.name() + (name.index() < 0 ? "" : "[" + name.index() + "]"))
        .orElse(name.name());
  }

  private Optional<Integer> relative(int instance) {
    int at = index[instance];
    return at == Integer.MIN_VALUE ? Optional.empty() : Optional.of(at > high ? at - high : at);
  }

  private List<List<Object>> arcs(int instance) {
    var arcs = new ArrayList<List<Object>>();
    for (int arc = kinds.firstArc(instance); arc < kinds.firstArc(instance + 1); arc++) {
      int other = kinds.target(arc);
      boolean inRow = index[other] >= low && index[other] <= high;
      arcs.add(List.of(member(other), inRow ? "row" : relative(other), kinds.joint(arc)));
    }
    return arcs;
  }

  /// All that is known of a cell of the row, the same for all of them.
  private List<Object> signature(int cell) {
    var all = new ArrayList<Object>();
    for (int member : sorted(cell)) {
      all.add(member(member));
      all.add(kinds.kind(member));
      for (int arc = kinds.firstArc(member); arc < kinds.firstArc(member + 1); arc++) {
        int other = kinds.target(arc);
        if (index[other] == Integer.MIN_VALUE || Math.abs(index[other] - cell) > 1) {
          throw new Irregular("`" + network.instances().get(member).name().display()
              + "` has to do with more than its own index and the next ones: `"
              + network.instances().get(other).name().display() + "`");
        }
        all.add(List.of(member(other), index[other] - cell, kinds.joint(arc)));
      }
    }
    return all;
  }

  private List<Integer> sorted(int cell) {
    return byIndex.getOrDefault(cell, List.of()).stream().sorted(Comparator.comparing(this::member)).toList();
  }

  /// What is known of each cell of the row.
  private List<Object> repeated() {
    List<Object> first = signature(low);
    if (first.isEmpty() || high <= low) {
      throw new Irregular("nothing is repeated");
    }
    for (int cell = low + 1; cell <= high; cell++) {
      if (!signature(cell).equals(first)) {
        throw new Irregular("what has index " + cell + " of " + network.display() + " is not like what comes before");
      }
    }
    return first;
  }

  private Walk walk() {
    var open = new BitSet();
    for (int i = 0; i < index.length; i++) {
      open.set(i, index[i] < low || index[i] > high);
    }
    List<List<Integer>> lower = layers(sorted(low - 1), open);
    Set<Integer> upper = new LinkedHashSet<>(sorted(high + 1));
    int end = -1;
    for (int layer = 0; layer < lower.size(); layer++) {
      end = end < 0 && lower.get(layer).stream().anyMatch(upper::contains) ? layer : end;
    }
    boolean isRing = end >= 0;
    List<List<Integer>> after = isRing ? folded(lower, end, upper) : lower;
    List<List<Integer>> before = isRing ? List.of() : layers(List.copyOf(upper), open).reversed();
    var apart = new ArrayList<List<List<Integer>>>();
    for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
      apart.add(layers(List.of(i), open));
    }
    return new Walk(List.of(sorted(low), sorted(low + 1), sorted(high)), before, after, isRing, apart);
  }

  /// The layers up to the one that meets the upper end of the row, all that lies beyond put into that one.
  private static List<List<Integer>> folded(List<List<Integer>> layers, int end, Set<Integer> upper) {
    var all = new ArrayList<>(layers.subList(0, end));
    var last = new LinkedHashSet<Integer>();
    layers.subList(end, layers.size()).forEach(last::addAll);
    last.addAll(upper);
    all.add(List.copyOf(last));
    return all;
  }

  /// Layers by distance from the first one; what is met is not open any more.
  private List<List<Integer>> layers(List<Integer> first, BitSet open) {
    var layers = new ArrayList<List<Integer>>();
    Map<Integer, Integer> depth = new LinkedHashMap<>();
    var queue = new ArrayDeque<Integer>();
    first.forEach(i -> {
      depth.put(i, 0);
      open.clear(i);
      queue.add(i);
    });
    while (!queue.isEmpty()) {
      int at = queue.poll();
      for (int arc = kinds.firstArc(at); arc < kinds.firstArc(at + 1); arc++) {
        int other = kinds.target(arc);
        if (open.get(other)) {
          open.clear(other);
          depth.put(other, depth.get(at) + 1);
          queue.add(other);
        }
      }
    }
    Map<Integer, List<Integer>> byDepth = new HashMap<>();
    depth.forEach((i, d) -> byDepth.computeIfAbsent(d, _ -> new ArrayList<>()).add(i));
    for (int d = 0; byDepth.containsKey(d); d++) {
      layers.add(byDepth.get(d));
    }
    return layers;
  }
}
