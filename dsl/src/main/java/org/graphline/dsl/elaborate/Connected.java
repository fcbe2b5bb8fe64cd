package org.graphline.dsl.elaborate;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;

import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.model.source.Span;
import org.graphline.model.term.Port;

/// Every port has a line (rule R32). What lacks one is reported at its desk, once a desk and port
/// declaration.
final class Connected {

  private final Plan plan;
  private final Map<Place, Missing> missing = new LinkedHashMap<>();

  private record Place(Span desk, Span port) {}

  private record Missing(int face, int more) {}

  private Connected(Plan plan) {
    this.plan = plan;
  }

  static void check(Plan plan) {
    var connected = new Connected(plan);
    var levels = new ArrayDeque<Integer>();
    levels.push(0);
    for (int node = 0; node < plan.faces.nodes(); node++) {
      boolean isGraph = plan.faces.shape(node).isGraph();
      while (!plan.faces.isInside(node, levels.peek())) {
        levels.pop();
      }
      if (node > 0 && !plan.isBroken(levels.peek())) {
        connected.outside(node);
      }
      if (isGraph) {
        levels.push(node);
        if (!plan.isBroken(node)) {
          connected.inside(node);
        }
      }
    }
    connected.report();
  }

  private void outside(int node) {
    for (int element = 0; element < plan.faces.shape(node).elements().size(); element++) {
      note(plan.faces.face(node, element), plan.faces.span(node));
    }
  }

  private void inside(int node) {
    for (int element = 0; element < plan.faces.shape(node).elements().size(); element++) {
      note(plan.faces.innerFace(node, element), port(plan.faces.innerFace(node, element)).span());
    }
  }

  private Port port(int face) {
    return plan.faces.shape(plan.faces.node(face)).elements().get(plan.faces.element(face)).port();
  }

  private void note(int face, Span desk) {
    if (plan.faces.attached(face) == Faces.NOTHING) {
      missing.merge(new Place(desk, port(face).span()), new Missing(face, 0),
          (earlier, _) -> new Missing(earlier.face(), earlier.more() + 1));
    }
  }

  private void report() {
    missing.forEach((place, found) -> {
      String more = found.more() > 0 ? " and " + found.more() + " more like it" : "";
      boolean inner = plan.faces.isInner(found.face());
      var port = port(found.face());
      var diagnostic = Diagnostic.of(DiagnosticId.UNCONNECTED_PORT, inner
          ? "nothing in the graph is connected to its port `" + plan.faces.display(found.face()) + "`" + more
          : "`" + plan.faces.display(found.face()) + "`" + more + " is not connected", place.desk());
      plan.diagnostics.add((inner ? diagnostic : diagnostic.related(port.span(), "the port"))
          .help(help(port, inner,
          plan.faces.display(found.face()))));
    });
  }

  private static String help(Port port, boolean inner, String name) {
    boolean takes =
        inner == (port.direction() == Port.Direction.OUT || port.direction() == Port.Direction.CLIENT);
    return switch (port.direction()) {
      case IN, OUT -> takes ? "draw a line to it, or tie it off: `Never() -> " + name + ";`"
          : "draw a line from it, or tie it off: `" + name + " -> Nowhere();`";
      case CLIENT, SERVER -> inner ? "draw a line between it and a desk, or do not expose it"
          : "connect it, or expose it as a port of the graph";
      case BARRIER -> "join it: `barrier name: (" + name + ", …);`";
    };
  }
}
