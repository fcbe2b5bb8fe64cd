package org.graphline.cli.draw;

import java.util.ArrayList;
import java.util.List;
import org.graphline.checker.verdict.WaitForGraph.Waiter;
import org.graphline.model.network.Instance;
import org.graphline.model.network.Network;

/// The wires at which somebody waits.
public final class Waits {
  private Waits() {}

  /// Returns the keys of the lines and connections, `line-3`, `call-0`, `barrier-1`, at which `waiter` waits.
  public static List<String> wires(Network network, Waiter waiter) {
    var keys = new ArrayList<String>();
    for (var need : waiter.detail().needs()) {
      need.own().ifPresent(end -> {
        Instance instance = network.instances().get(end.instance());
        int wire = instance.wire(end.element());
        switch (instance.behavior().elements().get(end.element()).port().direction()) {
          case IN, OUT -> keys.add("line-" + wire);
          case CLIENT -> keys.add("call-" + wire);
          case SERVER -> network.servers().get(wire).connections().forEach(c -> keys.add("call-" + c));
          case BARRIER -> keys.add("barrier-" + wire);
        }
      });
    }
    return keys.stream().distinct().toList();
  }
}
