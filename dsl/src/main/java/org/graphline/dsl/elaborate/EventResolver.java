package org.graphline.dsl.elaborate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.model.network.Constants;
import org.graphline.model.network.End;
import org.graphline.model.network.InstanceName;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.EventSet.Pattern;
import org.graphline.model.source.Span;
import org.graphline.model.term.Port.Direction;
import org.graphline.model.term.Reference;
import org.graphline.model.term.Reference.Selection;
import org.graphline.model.value.Value;

/// Finds the ends, trays and marks that references of checks mean in one network.
final class EventResolver {

  private final Elaborated elaborated;
  private final Faces faces;
  private final Evaluator evaluator;
  private final Diagnostics diagnostics;

  EventResolver(Elaborated elaborated, Diagnostics diagnostics) {
    this.elaborated = elaborated;
    this.faces = elaborated.plan().faces;
    this.evaluator = new Evaluator(diagnostics);
    this.diagnostics = diagnostics;
  }

  /// Returns what counts as progress if nothing is said: letters at exposed ports, and marks.
  EventSet defaultProgress() {
    var patterns = new ArrayList<Pattern>();
    elaborated.network().lines().stream().filter(line -> line.exposure().isPresent())
        .forEach(line -> patterns.add(new Pattern.AtTray(line.id())));
    elaborated.network().connections().stream().filter(c -> c.exposure().isPresent())
        .forEach(c -> patterns.add(new Pattern.AtConnection(c.id())));
    for (int node = 0; node < faces.nodes(); node++) {
      for (var mark : faces.shape(node).facts().marks()) {
        patterns.add(new Pattern.AtMark(faces.instance(node), mark));
      }
    }
    return new EventSet("exposed ports and marks", patterns, Optional.empty());
  }

  /// Returns what any of `references` means.
  EventSet any(List<Reference> references) {
    var patterns = new ArrayList<Pattern>();
    references.forEach(reference -> patterns.addAll(event(reference, Optional.empty()).patterns()));
    return new EventSet(String.join(", ", references.stream().map(Reference::display).toList()), patterns,
        Optional.empty());
  }

  /// Returns what `reference` means, with `value` if there is one.
  EventSet event(Reference reference, Optional<Value> value) {
    var parts = reference.parts();
    var nodes = nodes(parts.subList(0, parts.size() - 1), reference.span());
    var patterns = new ArrayList<Pattern>();
    for (int node : nodes) {
      patterns.addAll(patterns(node, parts.getLast(), reference.span()));
    }
    return new EventSet(reference.display() + value.map(v -> "(" + v.display() + ")").orElse(""), patterns, value);
  }

  /// Returns the desks that a path means.
  int[] nodes(List<Reference.Part> path, Span span) {
    int[] nodes = {0};
    for (var part : path) {
      var next = new IntList();
      for (int node : nodes) {
        var row = elaborated.plan().levels.get(node).desks().getOrDefault(part.name(), new Row());
        for (int found : select(row, part, span)) {
          next.add(found);
        }
      }
      nodes = next.toArray();
    }
    return nodes;
  }

  private int[] select(Row row, Reference.Part part, Span span) {
    return switch (part.selection()) {
      case Selection.All _ -> row.all();
      case Selection.Whole _ -> row.at(0) < 0 ? missing(part.name(), span) : new int[] {row.at(0)};
      case Selection.At(var expression) -> {
        var index = evaluator.integer(expression, constants());
        if (index.isEmpty()) {
          yield new int[0];
        }
        int found = row.at(index.get());
        yield found < 0 ? missing(part.name() + "[" + index.get() + "]", span) : new int[] {found};
      }
    };
  }

  private int[] missing(String name, Span span) {
    if (!elaborated.plan().broken.isEmpty()) {
      return new int[0];
    }
    diagnostics.add(Diagnostic.of(DiagnosticId.INDEX_OUT_OF_BOUNDS, "there is no `" + name + "` in `"
        + elaborated.network().display() + "`", span));
    return new int[0];
  }

  /// Returns what the parameters of the checked graph stand for.
  Constants constants() {
    return faces.shape(0).constants();
  }

  /// Returns the line at the port that `reference` leads to, or nothing if there is none, which has been reported.
  OptionalInt line(Reference reference) {
    var parts = reference.parts();
    int[] nodes = nodes(parts.subList(0, parts.size() - 1), reference.span());
    if (nodes.length != 1) {
      return OptionalInt.empty();
    }
    int node = nodes[0];
    var shape = faces.shape(node);
    var port = shape.port(parts.getLast().name()).orElseThrow();
    int[] element = selected(parts.getLast(), shape.size(port), reference.span());
    if (element.length != 1) {
      return OptionalInt.empty();
    }
    int position = shape.first(port) + element[0];
    int joined = elaborated.joinedTo()[shape.isGraph() ? faces.innerFace(node, position)
        : faces.face(node, position)];
    return joined == Faces.NOTHING ? OptionalInt.empty() : OptionalInt.of(joined);
  }

  private List<Pattern> patterns(int node, Reference.Part part, Span span) {
    var shape = faces.shape(node);
    var port = shape.port(part.name());
    if (port.isEmpty()) {
      if (shape.facts().marks().contains(part.name())) {
        return List.of(new Pattern.AtMark(faces.instance(node), part.name()));
      }
      missing(faces.deskName(node) + "." + part.name(), span);
      return List.of();
    }
    var patterns = new ArrayList<Pattern>();
    int first = shape.first(port.get());
    for (int element : selected(part, shape.size(port.get()), span)) {
      patterns.addAll(atElement(node, first + element, port.get().direction()));
    }
    return patterns;
  }

  private int[] selected(Reference.Part part, int size, Span span) {
    if (part.selection() instanceof Selection.At(var expression)) {
      var index = evaluator.integer(expression, constants());
      if (index.isEmpty()) {
        return new int[0];
      }
      return index.get() < 0 || index.get() >= size
          ? missing(part.name() + "[" + index.get() + "]", span) : new int[] {index.get()};
    }
    int[] all = new int[size];
    Arrays.setAll(all, i -> i);
    return all;
  }

  private List<Pattern> atElement(int node, int element, Direction direction) {
    if (faces.instance(node) >= 0) {
      return List.of(new Pattern.AtEnd(new End(faces.instance(node), element)));
    }
    int joined = elaborated.joinedTo()[faces.innerFace(node, element)];
    if (joined == Faces.NOTHING) {
      return List.of();
    }
    return switch (direction) {
      case IN, OUT -> node == 0 ? List.of(new Pattern.AtTray(joined)) : ofLine(node, joined, direction);
      case CLIENT, SERVER -> node == 0 ? atTrayOfCalls(element) : ofCalls(node, joined, direction);
      case BARRIER -> List.of();
    };
  }

  /// Returns the ends inside a nested graph of a line through one of its ports.
  private List<Pattern> ofLine(int node, int lineId, Direction direction) {
    var line = elaborated.network().lines().get(lineId);
    return inside(node, direction == Direction.IN ? line.readers() : line.writers());
  }

  private List<Pattern> inside(int node, List<End> ends) {
    var name = faces.name(node);
    return ends.stream().filter(end -> isBelow(end, name)).<Pattern>map(Pattern.AtEnd::new).toList();
  }

  private boolean isBelow(End end, Optional<InstanceName> graph) {
    var name = elaborated.network().instances().get(end.instance()).name().parent();
    while (name.isPresent()) {
      if (name.equals(graph)) {
        return true;
      }
      name = name.get().parent();
    }
    return false;
  }

  private List<Pattern> atTrayOfCalls(int element) {
    var exposure = LineBuilder.exposure(faces, faces.innerFace(0, element));
    return elaborated.network().connections().stream()
        .filter(c -> c.exposure().equals(Optional.of(exposure)))
        .<Pattern>map(c -> new Pattern.AtConnection(c.id())).toList();
  }

  private List<Pattern> ofCalls(int node, int joined, Direction direction) {
    var connection = elaborated.network().connections().get(joined);
    return inside(node, (direction == Direction.SERVER ? connection.server() : connection.client()).stream()
        .toList());
  }
}
