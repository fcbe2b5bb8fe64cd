package org.graphline.dsl.elaborate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.model.network.Constants;
import org.graphline.model.network.InstanceName;
import org.graphline.model.source.Span;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Port;
import org.graphline.model.term.Port.Direction;
import org.graphline.model.term.Prelude;
import org.graphline.model.term.Reference;
import org.graphline.model.term.Reference.Selection;
import org.graphline.model.value.DataType;

/// Draws the arrows of one graph between the faces of its desks.
final class Wirer {

  private final Plan plan;
  private final Evaluator evaluator;
  private final DeskMaker desks;

  Wirer(Plan plan, Evaluator evaluator, DeskMaker desks) {
    this.plan = plan;
    this.evaluator = evaluator;
    this.desks = desks;
  }

  void wire(Level level, Graph.Wire wire, Constants constants) {
    var sources = faces(level, wire.from(), constants);
    var targets = faces(level, wire.to(), constants);
    if (sources.isEmpty() || targets.isEmpty()) {
      plan.broken.add(level.graph().name());
      return;
    }
    int[] from = sources.get();
    int[] to = targets.get();
    if (from.length == 0 || to.length == 0 || !kindsAgree(wire, from, to)) {
      return;
    }
    if (isService(from[0])) {
      link(level, wire, from, to);
    } else {
      arrow(level, wire, from, to, constants);
    }
  }

  private Port port(int face) {
    var shape = plan.faces.shape(plan.faces.node(face));
    return shape.elements().get(plan.faces.element(face)).port();
  }

  private boolean isService(int face) {
    var direction = port(face).direction();
    return direction == Direction.CLIENT || direction == Direction.SERVER;
  }

  /// Reports whether each source can give what each target takes, as far as directions go.
  private boolean kindsAgree(Graph.Wire wire, int[] from, int[] to) {
    boolean service = isService(from[0]);
    for (int face : from) {
      if (!gives(face) || isService(face) != service) {
        return wrongWay(wire, face);
      }
    }
    for (int face : to) {
      if (gives(face) || port(face).direction() == Direction.BARRIER || isService(face) != service) {
        return wrongWay(wire, face);
      }
    }
    return true;
  }

  private boolean gives(int face) {
    return switch (port(face).direction()) {
      case OUT, CLIENT -> !plan.faces.isInner(face);
      case IN, SERVER -> plan.faces.isInner(face);
      case BARRIER -> false;
    };
  }

  private boolean wrongWay(Graph.Wire wire, int face) {
    plan.diagnostics.add(Diagnostic.of(DiagnosticId.WRONG_DIRECTION, "`" + plan.faces.display(face)
        + "` does not go with the other end of this line", wire.span())
        .related(port(face).span(), "declared here")
        .help("letters go from out-trays to in-trays, calls from client to server ports"));
    plan.broken.add(plan.levels.get(levelOf(face)).graph().name());
    return false;
  }

  private int levelOf(int face) {
    int node = plan.faces.node(face);
    while (!plan.levels.containsKey(node)) {
      node--;
    }
    return node;
  }

  private void link(Level level, Graph.Wire wire, int[] from, int[] to) {
    if (wire.policy().sharing() != Graph.Sharing.NONE || wire.policy().capacity().isPresent()) {
      plan.diagnostics.add(DiagnosticId.LINE_OPTIONS_CLASH,
          "calls wait for their reply: nothing can be held or shared",
          wire.policy().span(), "write `->`");
    }
    if (to.length > 1) {
      plan.diagnostics.add(DiagnosticId.SEVERAL_SERVERS, "whom does `" + plan.faces.display(from[0])
          + "` call: "
          + names(to) + "?", wire.span(), "give the client a port for each server");
      plan.broken.add(level.graph().name());
      return;
    }
    for (int source : from) {
      int id = plan.links.size();
      plan.links.add(new Plan.Link(source, to[0], wire.span()));
      plan.faces.attach(to[0], id);
      claim(source, id, wire.span());
    }
  }

  private void arrow(Level level, Graph.Wire wire, int[] from, int[] to, Constants constants) {
    int capacity = 0;
    if (wire.policy().capacity().isPresent()) {
      var size = evaluator.integer(wire.policy().capacity().get(), constants);
      if (size.isPresent() && size.get() < 0) {
        plan.diagnostics.add(DiagnosticId.NEGATIVE_CAPACITY, "with these arguments the line would hold "
            + size.get()
            + " letters", wire.policy().capacity().get().span(), "`0` is hand to hand");
      }
      capacity = Math.max(0, size.orElse(0));
    }
    var overflow = capacity == 0 ? Graph.Overflow.WAIT : wire.policy().overflow();
    if (to.length > 1 && wire.policy().sharing() == Graph.Sharing.NONE) {
      severalReaders(wire, to);
    }
    if (to.length > 1 && wire.policy().sharing() == Graph.Sharing.ALL) {
      split(level, wire, from, to, overflow, capacity);
    } else {
      segment(level, wire, from, to, overflow, capacity);
    }
  }

  private void severalReaders(Graph.Wire wire, int[] to) {
    String from = written(wire.from());
    String targets = written(wire.to());
    plan.diagnostics.add(Diagnostic.of(DiagnosticId.SEVERAL_READERS,
        "one line, " + count(to.length) + " readers – who gets each letter?", wire.policy().span())
        .related(wire.to().getFirst().span(), names(to))
        .help("share the work     " + from + " ->[any] " + targets + ";")
        .help("a copy for each    " + from + " ->[all] " + targets + ";"));
  }

  private static String written(List<Reference> references) {
    String joined = String.join(", ", references.stream().map(Reference::display).toList());
    return references.size() == 1 ? joined : "(" + joined + ")";
  }

  private static String count(int number) {
    return switch (number) {
      case 2 -> "two";
      case 3 -> "three";
      case 4 -> "four";
      case 5 -> "five";
      default -> Integer.toString(number);
    };
  }

  private String names(int[] faces) {
    var text = new StringBuilder();
    int shown = Math.min(faces.length, 4);
    for (int i = 0; i < shown; i++) {
      text.append(i == 0 ? "" : ", ").append(plan.faces.display(faces[i]));
    }
    return shown < faces.length ? text + " and " + (faces.length - shown) + " more" : text.toString();
  }

  /// Puts a `Split` between the sources and the targets; each target gets a line of its own (rule R14).
  private void split(Level level, Graph.Wire wire, int[] from, int[] to, Graph.Overflow overflow,
      int capacity) {
    var type = typed(from[0]).or(() -> typed(to[0])).orElse(new DataType.Signal());
    var shape = plan.shapes.split(type, to.length);
    String name = level.freshName("split");
    int node = desks.add(shape, new InstanceName(level.name(), name, -1), wire.span());
    level.desks().computeIfAbsent(name, _ -> new Row()).put(0, node);
    segment(level, wire, from, new int[] {plan.faces.face(node, 0)}, Graph.Overflow.WAIT, 0);
    for (int i = 0; i < to.length; i++) {
      segment(level, wire, new int[] {plan.faces.face(node, 1 + i)}, new int[] {to[i]}, overflow, capacity);
    }
  }

  private Optional<DataType> typed(int face) {
    var shape = plan.faces.shape(plan.faces.node(face));
    return shape.isUntyped() ? Optional.empty() : Optional.of(shape.types().get(plan.faces.element(face)));
  }

  private void segment(Level level, Graph.Wire wire, int[] from, int[] to, Graph.Overflow overflow,
      int capacity) {
    if (to.length == 1 && capacity == 0 && joinsCopy(from[0], to[0])) {
      join(from, to[0], wire.span());
      return;
    }
    int id = plan.segments.size();
    plan.segments.add(new Segment(from, to, to.length > 1, overflow, capacity, level.node(), wire.span(),
        wire.policy().span()));
    for (int face : from) {
      claim(face, id, wire.span());
    }
    for (int face : to) {
      claim(face, id, wire.span());
    }
  }

  /// Reports whether a line from `source` may join the one that `target` already has: a copy of an `all` is
  /// one more writer of a line from hand to hand.
  private boolean joinsCopy(int source, int target) {
    int attached = plan.faces.attached(target);
    if (attached == Faces.NOTHING) {
      return false;
    }
    var earlier = plan.segments.get(attached);
    return earlier.targets().length == 1 && earlier.capacity() == 0
        && (isCopy(source) || isCopy(earlier.sources()[0]));
  }

  private boolean isCopy(int face) {
    var behavior = plan.faces.shape(plan.faces.node(face)).behavior();
    return behavior.isPresent() && behavior.get().component() == Prelude.SPLIT;
  }

  private void join(int[] from, int target, Span span) {
    int id = plan.faces.attached(target);
    var earlier = plan.segments.get(id);
    int[] sources = Arrays.copyOf(earlier.sources(), earlier.sources().length + from.length);
    System.arraycopy(from, 0, sources, earlier.sources().length, from.length);
    plan.segments.set(id,
        new Segment(sources, earlier.targets(), false, earlier.overflow(), 0, earlier.level(),
        earlier.span(), earlier.arrow()));
    for (int face : from) {
      claim(face, id, span);
    }
  }

  /// Attaches a line to `face`, which must not have one yet (rule R16).
  private void claim(int face, int id, Span span) {
    int earlier = plan.faces.attached(face);
    if (earlier == Faces.NOTHING) {
      plan.faces.attach(face, id);
      return;
    }
    var place = isService(face) ? plan.links.get(earlier).span() : plan.segments.get(earlier).span();
    boolean same = place.equals(span);
    var diagnostic = Diagnostic.of(DiagnosticId.SECOND_LINE_ON_PORT, "`" + plan.faces.display(face)
        + "` already has a line" + (same ? ": each round of the `for` draws another" : ""), span);
    plan.diagnostics.add((same ? diagnostic : diagnostic.related(place, "the first"))
        .related(port(face).span(), "a port is one end of one line")
        .help("several ends can share one line: `(a.out, b.out) -> c.in`, `a.out ->[any] (b.in, c.in)`"));
  }

  void barrier(Level level, Graph.BarrierLine barrier, Constants constants) {
    var members = faces(level, barrier.members(), constants);
    if (members.isEmpty()) {
      plan.broken.add(level.graph().name());
      return;
    }
    int id = plan.meetings.size();
    plan.meetings.add(new Plan.Meeting(barrier.name(), level.node(), members.get(), barrier.span()));
    for (int face : members.get()) {
      if (port(face).direction() != Direction.BARRIER) {
        plan.diagnostics.add(Diagnostic.of(DiagnosticId.NOT_A_BARRIER, "`" + plan.faces.display(face)
            + "` is not a barrier", barrier.span()).related(port(face).span(), "declared here"));
      } else if (plan.faces.attached(face) == Faces.NOTHING) {
        plan.faces.attach(face, id);
      } else {
        var earlier = plan.meetings.get(plan.faces.attached(face));
        plan.diagnostics.add(Diagnostic.of(DiagnosticId.SECOND_LINE_ON_PORT, "`" + plan.faces.display(face)
            + "` is joined twice", barrier.span())
            .related(earlier.span(), "joined to `" + earlier.name() + "` here"));
      }
    }
  }

  /// Returns the faces that `references` mean, or nothing if one of them is wrong, which is then reported.
  private Optional<int[]> faces(Level level, List<Reference> references, Constants constants) {
    var faces = new IntList();
    for (var reference : references) {
      var parts = reference.parts();
      boolean found = parts.size() == 1
          ? elements(level.node(), true, parts.getFirst(), reference, constants, faces)
          : ofDesks(level, reference, constants, faces);
      if (!found) {
        return Optional.empty();
      }
    }
    return Optional.of(faces.toArray());
  }

  private boolean ofDesks(Level level, Reference reference, Constants constants, IntList faces) {
    var part = reference.parts().getFirst();
    var row = level.desks().getOrDefault(part.name(), new Row());
    var nodes = nodes(level, row, part, reference, constants);
    if (nodes.isEmpty()) {
      return false;
    }
    for (int node : nodes.get()) {
      if (!elements(node, false, reference.parts().get(1), reference, constants, faces)) {
        return false;
      }
    }
    return true;
  }

  /// Returns the desks that the first part of `reference` means.
  private Optional<int[]> nodes(Level level, Row row, Reference.Part part, Reference reference,
      Constants constants) {
    int index;
    switch (part.selection()) {
      case Selection.All _ -> {
        return level.unknown().contains(part.name()) ? Optional.empty() : Optional.of(row.all());
      }
      case Selection.Whole _ -> index = 0;
      case Selection.At(var expression) -> {
        var at = evaluator.integer(expression, constants);
        if (at.isEmpty()) {
          return Optional.empty();
        }
        index = at.get();
      }
    }
    int node = row.at(index);
    if (node < 0) {
      if (!level.unknown().contains(part.name()) && !plan.isBroken(level.node())) {
        plan.diagnostics.add(Diagnostic.of(DiagnosticId.INDEX_OUT_OF_BOUNDS, "there is no desk `"
            + part.name()
            + "[" + index + "]`", reference.span()));
      }
      return Optional.empty();
    }
    return Optional.of(new int[] {node});
  }

  /// Adds the faces of the elements that `part` means; reports whether there are such.
  private boolean elements(int node, boolean inner, Reference.Part part, Reference reference,
      Constants constants,
      IntList faces) {
    var shape = plan.faces.shape(node);
    var port = shape.port(part.name());
    if (port.isEmpty()) {
      plan.diagnostics.add(DiagnosticId.UNKNOWN_NAME, "`" + plan.faces.deskName(node) + "` has no port `"
          + part.name() + "`", reference.span());
      return false;
    }
    int first = shape.first(port.get());
    int size = shape.size(port.get());
    int from = 0;
    int to = size;
    if (part.selection() instanceof Selection.At(var expression)) {
      var at = evaluator.integer(expression, constants);
      if (at.isEmpty()) {
        return false;
      }
      if (at.get() < 0 || at.get() >= size) {
        plan.diagnostics.add(Diagnostic.of(DiagnosticId.INDEX_OUT_OF_BOUNDS, "there is no port `"
            + part.name() + "["
            + at.get() + "]`", reference.span())
            .related(port.get().span(), "its elements are numbered from 0 to " + (size - 1)));
        return false;
      }
      from = at.get();
      to = from + 1;
    }
    for (int element = first + from; element < first + to; element++) {
      faces.add(inner ? plan.faces.innerFace(node, element) : plan.faces.face(node, element));
    }
    return true;
  }
}
