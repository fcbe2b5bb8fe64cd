package org.graphline.dsl.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Exposure;
import org.graphline.model.network.ServerEnd;
import org.graphline.model.source.Span;

/// Follows each client's calls through the ports of graphs to a server.
final class ConnectionBuilder {

  private final Plan plan;
  private final Faces faces;
  private final int[] joinedTo;
  private final List<Connection> connections = new ArrayList<>();
  private final Map<Integer, List<Integer>> servers = new LinkedHashMap<>();

  /// @param joinedTo for each face the connection (client) or server end (server) it is joined to; filled in
  ///   here
  ConnectionBuilder(Plan plan, int[] joinedTo) {
    this.plan = plan;
    this.faces = plan.faces;
    this.joinedTo = joinedTo;
  }

  List<Connection> build() {
    for (var link : plan.links) {
      checkTypes(link);
      boolean starts = faces.isTray(link.source()) || !faces.isOfGraph(link.source());
      if (starts) {
        follow(link);
      }
    }
    return connections;
  }

  /// Returns the servers' ends, to be asked for after [#build].
  List<ServerEnd> servers() {
    var ends = new ArrayList<ServerEnd>();
    servers.forEach((face, ids) -> {
      joinedTo[face] = ends.size();
      ends.add(new ServerEnd(ends.size(), end(face), ids));
    });
    return ends;
  }

  private End end(int face) {
    return new End(faces.instance(faces.node(face)), faces.element(face));
  }

  private void follow(Plan.Link start) {
    int source = start.source();
    int target = start.target();
    var passed = new ArrayList<Integer>();
    while (faces.isOfGraph(target) && !faces.isTray(target)) {
      int beyond = faces.opposite(target);
      passed.add(target);
      if (faces.attached(beyond) == Faces.NOTHING) {
        return;
      }
      passed.add(beyond);
      target = plan.links.get(faces.attached(beyond)).target();
    }
    connect(source, target, passed, start.span());
  }

  private void connect(int source, int target, List<Integer> passed, Span span) {
    boolean open = faces.isTray(source);
    boolean answered = faces.isTray(target);
    if (open && answered) {
      plan.diagnostics.add(DiagnosticId.SEVERAL_TRAYS_ON_LINE,
          "the environment stands at both ends of this line",
          span, "put a desk between them");
      return;
    }
    Optional<Exposure> exposure = open ? Optional.of(LineBuilder.exposure(faces, source))
        : answered ? Optional.of(LineBuilder.exposure(faces, target)) : Optional.empty();
    var shape = faces.shape(faces.node(answered ? source : target));
    int element = faces.element(answered ? source : target);
    boolean watched = !answered && shape.facts().watches(element);
    int id = connections.size();
    connections.add(new Connection(id, open ? Optional.empty() : Optional.of(end(source)),
        answered ? Optional.empty() : Optional.of(end(target)), exposure, shape.types().get(element),
        shape.replies().get(element), watched, span));
    joinedTo[source] = id;
    if (answered) {
      joinedTo[target] = id;
    } else {
      servers.computeIfAbsent(target, _ -> new ArrayList<>()).add(id);
    }
    passed.forEach(face -> joinedTo[face] = id);
  }

  /// Checks that requests fit the server and replies fit the client (rule R21).
  private void checkTypes(Plan.Link link) {
    var asking = faces.shape(faces.node(link.source()));
    var answering = faces.shape(faces.node(link.target()));
    int a = faces.element(link.source());
    int b = faces.element(link.target());
    boolean request = Evaluator.contains(answering.types().get(b), asking.types().get(a));
    boolean reply = Evaluator.contains(asking.replies().get(a), answering.replies().get(b));
    if (!request || !reply) {
      String client = asking.types().get(a).display() + " -> " + asking.replies().get(a).display();
      String server = answering.types().get(b).display() + " -> " + answering.replies().get(b).display();
      plan.diagnostics.add(Diagnostic.of(DiagnosticId.LETTER_DOES_NOT_FIT, "`" + faces.display(link.source())
          + "` is `" + client + "`, but `" + faces.display(link.target()) + "` is `" + server + "`",
          link.span())
          .related(asking.elements().get(a).port().span(), "the client")
          .related(answering.elements().get(b).port().span(), "the server")
          .help(request ? "the reply must fit the client" : "the request must fit the server"));
    }
  }
}
