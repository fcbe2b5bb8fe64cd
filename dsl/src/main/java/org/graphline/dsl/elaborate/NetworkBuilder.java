package org.graphline.dsl.elaborate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.model.network.BarrierLine;
import org.graphline.model.network.End;
import org.graphline.model.network.Instance;
import org.graphline.model.network.Network;
import org.graphline.model.term.Graph;
import org.graphline.model.value.DataType;
import org.graphline.model.value.QualifiedName;
import org.graphline.model.value.Value;

/// Elaborates one graph with its arguments.
final class NetworkBuilder {

  private final Plan plan;

  NetworkBuilder(Plan plan) {
    this.plan = plan;
  }

  /// Returns the network, or nothing if it cannot be made; then that has been reported.
  Optional<Elaborated> build(QualifiedName name, List<DataType> typeArguments, List<Value> arguments) {
    int before = plan.diagnostics.errors();
    var root = plan.shapes.shape(name, typeArguments, arguments);
    if (root.isEmpty() || !new DeskMaker(plan).make(root.get())) {
      return Optional.empty();
    }
    giveTypes();
    Connected.check(plan);
    int[] joinedTo = new int[faceCount()];
    Arrays.fill(joinedTo, Faces.NOTHING);
    int[] nodes = nodesOfInstances();
    var lines = new LineBuilder(plan, joinedTo, nodes).build();
    var connectionBuilder = new ConnectionBuilder(plan, joinedTo);
    var connections = connectionBuilder.build();
    var servers = connectionBuilder.servers();
    var barriers = barriers(joinedTo);
    if (plan.diagnostics.errors() > before) {
      return Optional.empty();
    }
    var network = new Network(name, display(root.get().graph().orElseThrow(), arguments),
        instances(nodes, joinedTo), lines, connections, servers, barriers);
    warnIfIdle(network, root.get().graph().orElseThrow());
    return Optional.of(new Elaborated(network, plan, joinedTo));
  }

  private int faceCount() {
    int last = plan.faces.nodes() - 1;
    var shape = plan.faces.shape(last);
    return plan.faces.face(last, 0) + shape.elements().size() * (shape.isGraph() ? 2 : 1);
  }

  private int[] nodesOfInstances() {
    int[] nodes = new int[plan.faces.instanceCount()];
    for (int node = 0; node < plan.faces.nodes(); node++) {
      if (plan.faces.instance(node) >= 0) {
        nodes[plan.faces.instance(node)] = node;
      }
    }
    return nodes;
  }

  /// Gives prelude components without type arguments the type of their line.
  private void giveTypes() {
    for (int node : plan.untyped) {
      var shape = plan.faces.shape(node);
      int attached = plan.faces.attached(plan.faces.face(node, 0));
      var type = attached < 0 ? Optional.<DataType>empty() : peerType(plan.segments.get(attached));
      var component = shape.behavior().orElseThrow().component();
      plan.faces.reshape(node, plan.shapes.shape(component.name(),
          List.of(type.orElse(new DataType.Signal())), List.of()).orElseThrow());
    }
  }

  private Optional<DataType> peerType(Segment segment) {
    for (int[] side : new int[][] {segment.sources(), segment.targets()}) {
      for (int face : side) {
        var shape = plan.faces.shape(plan.faces.node(face));
        if (!shape.isUntyped()) {
          return Optional.of(shape.types().get(plan.faces.element(face)));
        }
      }
    }
    return Optional.empty();
  }

  private List<BarrierLine> barriers(int[] joinedTo) {
    var barriers = new ArrayList<BarrierLine>();
    for (var meeting : plan.meetings) {
      var members = new ArrayList<End>();
      for (int face : meeting.members()) {
        joinedTo[face] = barriers.size();
        members.add(new End(plan.faces.instance(plan.faces.node(face)), plan.faces.element(face)));
      }
      barriers.add(new BarrierLine(barriers.size(), barrierName(meeting), members, meeting.span()));
    }
    return barriers;
  }

  private String barrierName(Plan.Meeting meeting) {
    return plan.faces.name(meeting.level()).map(name -> name.display() + "." + meeting.name())
        .orElse(meeting.name());
  }

  private List<Instance> instances(int[] nodes, int[] joinedTo) {
    var instances = new ArrayList<Instance>(nodes.length);
    for (int id = 0; id < nodes.length; id++) {
      int node = nodes[id];
      var behavior = plan.faces.shape(node).behavior().orElseThrow();
      int first = plan.faces.face(node, 0);
      int[] wiring = Arrays.copyOfRange(joinedTo, first, first + behavior.elements().size());
      instances.add(new Instance(id, behavior, plan.faces.name(node).orElseThrow(), wiring,
          plan.faces.span(node)));
    }
    return instances;
  }

  private static List<String> display(Graph graph, List<Value> arguments) {
    var texts = new ArrayList<String>();
    for (int i = 0; i < arguments.size(); i++) {
      texts.add(graph.parameters().get(i).variable().name() + " = " + arguments.get(i).display());
    }
    return texts;
  }

  private void warnIfIdle(Network network, Graph graph) {
    if (network.isOpen()) {
      return;
    }
    for (int node = 0; node < plan.faces.nodes(); node++) {
      var shape = plan.faces.shape(node);
      if (!shape.isGraph() && !shape.facts().startsByWaiting()) {
        return;
      }
    }
    plan.diagnostics.add(DiagnosticId.NOTHING_EVER_HAPPENS, network.instances().isEmpty()
        ? "this graph never does anything: it has no desks"
        : "this graph never does anything: every desk starts by waiting", graph.span(),
        "let some desk send first, or expose an in-tray");
  }
}
