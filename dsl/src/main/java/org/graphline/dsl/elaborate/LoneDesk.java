package org.graphline.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.graphline.model.network.Behavior;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Exposure;
import org.graphline.model.network.Instance;
import org.graphline.model.network.InstanceName;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.network.ServerEnd;
import org.graphline.model.source.Span;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Port.Direction;

/// Makes a network of one component with all its ports exposed, hand to hand.
final class LoneDesk {

  private final Shape shape;
  private final Behavior behavior;
  private final Span span;
  private final List<Line> lines = new ArrayList<>();
  private final List<Connection> connections = new ArrayList<>();
  private final List<ServerEnd> servers = new ArrayList<>();

  private LoneDesk(Shape shape, Span span) {
    this.shape = shape;
    this.behavior = shape.behavior().orElseThrow();
    this.span = span;
  }

  /// Returns the network.
  ///
  /// @param shape a component without barriers
  /// @param span  where the component is named
  static Network of(Shape shape, Span span) {
    return new LoneDesk(shape, span).network();
  }

  private Network network() {
    int[] wiring = new int[shape.elements().size()];
    for (int element = 0; element < wiring.length; element++) {
      wiring[element] = joined(element);
    }
    var component = behavior.component();
    String simple = component.name().simple();
    var name = new InstanceName(Optional.empty(),
        Character.toLowerCase(simple.charAt(0)) + simple.substring(1), -1);
    var arguments = new ArrayList<String>();
    for (int i = 0; i < behavior.arguments().size(); i++) {
      arguments.add(component.parameters().get(i).variable().name() + " = "
          + behavior.arguments().get(i).display());
    }
    return new Network(component.name(), arguments, List.of(new Instance(0, behavior, name, wiring, span)),
        lines, connections, servers, List.of());
  }

  private int joined(int element) {
    var port = shape.elements().get(element);
    var end = new End(0, element);
    var direction = port.port().direction();
    boolean input = direction == Direction.IN || direction == Direction.SERVER;
    var exposure = Optional.of(new Exposure(port.port().name(), port.index(), input));
    return switch (direction) {
      case IN, OUT -> {
        lines.add(new Line(lines.size(), Graph.Overflow.WAIT, 0, input ? List.of() : List.of(end),
            input ? List.of(end) : List.of(), exposure, shape.types().get(element),
            input && shape.facts().watches(element), port.port().span()));
        yield lines.size() - 1;
      }
      case CLIENT, SERVER -> {
        int id = connections.size();
        connections.add(new Connection(id, input ? Optional.empty() : Optional.of(end),
            input ? Optional.of(end) : Optional.empty(), exposure, shape.types().get(element),
            shape.replies().get(element), input && shape.facts().watches(element), port.port().span()));
        if (input) {
          servers.add(new ServerEnd(servers.size(), end, List.of(id)));
        }
        yield input ? servers.size() - 1 : id;
      }
      case BARRIER -> throw new AssertionError("a barrier cannot be exposed");
    };
  }
}
