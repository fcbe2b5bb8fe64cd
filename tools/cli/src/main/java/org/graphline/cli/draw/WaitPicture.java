package org.graphline.cli.draw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.checker.verdict.WaitForGraph;
import org.graphline.checker.verdict.WaitForGraph.Waiter;
import org.graphline.cli.draw.Picture.Box;
import org.graphline.cli.draw.Picture.Kind;
import org.graphline.cli.draw.Picture.Mark;
import org.graphline.cli.draw.Picture.Pin;
import org.graphline.cli.draw.Picture.Side;
import org.graphline.cli.draw.Picture.Spot;
import org.graphline.cli.draw.Picture.Style;
import org.graphline.cli.draw.Picture.Wire;
import org.graphline.model.network.Network;

/// Makes the picture of who waits for whom: an arrow from who waits to each who could help, the cycle marked.
final class WaitPicture {
  private WaitPicture() {}

  static Picture of(Network network, WaitForGraph waits) {
    Map<Integer, Integer> positions = new LinkedHashMap<>();
    List<Waiter> waiters = waits.waiters().stream().filter(w -> !w.rests()).toList();
    waiters.forEach(w -> positions.putIfAbsent(w.instance(), positions.size()));
    waiters.forEach(w -> w.waitsFor().forEach(i -> positions.putIfAbsent(i, positions.size())));
    var boxes = new ArrayList<Box>();
    for (int instance : positions.keySet()) {
      boolean stuck = waiters.stream().anyMatch(w -> w.instance() == instance);
      boxes.add(new Box(Kind.WAITER, "desk-" + instance, Picture.OUTERMOST,
          network.instances().get(instance).name().display(), "",
          List.of(new Pin("", Side.LEFT), new Pin("", Side.RIGHT)), Optional.empty(), stuck ? Mark.STUCK : Mark.PLAIN));
    }
    var wires = new ArrayList<Wire>();
    for (Waiter waiter : waiters) {
      for (int whom : waiter.waitsFor()) {
        wires.add(new Wire("", new Spot(positions.get(waiter.instance()), 1), new Spot(positions.get(whom), 0),
            waiter.action(), Style.WAIT, isInCycle(waits.cycle(), waiter.instance(), whom) ? Mark.STUCK : Mark.PLAIN));
      }
    }
    return new Picture("who waits for whom", List.of(), boxes, wires);
  }

  private static boolean isInCycle(List<Integer> cycle, int from, int to) {
    int at = cycle.indexOf(from);
    return at >= 0 && cycle.get((at + 1) % cycle.size()) == to;
  }
}
