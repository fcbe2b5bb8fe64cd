package org.graphline.cli.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.model.network.End;
import org.graphline.model.network.InstanceName;

/// The graphs inside a network, as the names of its instances tell them.
final class Frames {
  private final Map<InstanceName, Integer> positions = new HashMap<>();
  private final List<Picture.Frame> frames = new ArrayList<>();

  /// Returns the frame of the graph called `name`, each frame after its parent.
  int of(Optional<InstanceName> name) {
    if (name.isEmpty()) {
      return Picture.OUTERMOST;
    }
    Integer known = positions.get(name.get());
    if (known != null) {
      return known;
    }
    int parent = of(name.get().parent());
    positions.put(name.get(), frames.size());
    frames.add(new Picture.Frame(local(name.get()), parent));
    return frames.size() - 1;
  }

  /// Returns the innermost frame in which both `one` and `other` lie.
  int common(int one, int other) {
    int a = one;
    int b = other;
    while (a != b) {
      if (a > b) { // a parent comes before what lies in it
        a = frames.get(a).parent();
      } else {
        b = frames.get(b).parent();
      }
    }
    return a;
  }

  /// Returns the innermost frame in which all ends lie, those of `outside` and the environment included.
  int around(List<End> ends, boolean outside, Map<Integer, Integer> frameOf) {
    var all = new LinkedHashMap<Integer, Boolean>();
    ends.forEach(end -> all.put(frameOf.get(end.instance()), true));
    return outside ? Picture.OUTERMOST
        : all.keySet().stream().reduce(this::common).orElse(Picture.OUTERMOST);
  }

  List<Picture.Frame> all() {
    return frames;
  }

  /// Returns the last part of a path: `mixer`, `w[0]`.
  static String local(InstanceName name) {
    return name.index() < 0 ? name.name() : name.name() + "[" + name.index() + "]";
  }
}
