package org.graphline.dsl.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.graphline.dsl.ast.GraphItem;
import org.graphline.dsl.ast.GraphItem.LineOption;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.dsl.type.ExpressionTyper;
import org.graphline.dsl.type.Place;
import org.graphline.dsl.type.Types;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Port;
import org.graphline.model.term.Port.Direction;
import org.graphline.model.term.Reference;
import org.graphline.model.term.Reference.Selection;
import org.graphline.model.term.Type;

/// Lowers the wires and barriers of one graph. An end that is wrong is reported and left out.
final class WireLowering {

  private final GraphLowering graph;
  private final DeskTable desks;
  private final Header header;
  private final ExpressionTyper typer;
  private final Diagnostics diagnostics;
  private boolean isWrongWay;

  /// Which side of an arrow an end stands on.
  private enum Side {
    SOURCE, TARGET;

    /// Reports whether a port that faces this way can stand here.
    boolean takes(Direction direction, boolean exposed) {
      boolean gives = direction == Direction.OUT || direction == Direction.CLIENT;
      return direction != Direction.BARRIER && (this == SOURCE) == (gives != exposed);
    }
  }

  WireLowering(GraphLowering graph, DeskTable desks, Header header, ExpressionTyper typer,
      Diagnostics diagnostics) {
    this.graph = graph;
    this.desks = desks;
    this.header = header;
    this.typer = typer;
    this.diagnostics = diagnostics;
  }

  /// Adds one wire an arrow, and the desks written inside the chain.
  void lower(GraphItem.Wire wire, List<Graph.Item> items) {
    var made = new ArrayList<List<Optional<GraphLowering.Fresh>>>();
    for (var station : wire.stations()) {
      var row = new ArrayList<Optional<GraphLowering.Fresh>>();
      for (var end : station.ends()) {
        row.add(end instanceof GraphItem.End.Fresh(var instance, var span)
            ? graph.fresh(instance, span, items) : Optional.empty());
      }
      made.add(row);
    }
    for (int i = 0; i < wire.arrows().size(); i++) {
      isWrongWay = false;
      var from = ends(wire.stations().get(i), made.get(i), Side.SOURCE);
      var to = ends(wire.stations().get(i + 1), made.get(i + 1), Side.TARGET);
      var policy = policy(wire.arrows().get(i));
      var span = wire.stations().get(i).span().to(wire.stations().get(i + 1).span());
      if (policy.isPresent() && from.isPresent() && to.isPresent()) {
        items.add(new Graph.Wire(from.get(), policy.get(), to.get(), span));
      }
    }
  }

  /// Returns the ends of a station, or nothing if one of them is wrong.
  private Optional<List<Reference>> ends(GraphItem.Station station, List<Optional<GraphLowering.Fresh>> made,
      Side side) {
    var references = new ArrayList<Reference>();
    for (int i = 0; i < station.ends().size(); i++) {
      var reference = switch (station.ends().get(i)) {
        case GraphItem.End.Fresh(_, var span) -> made.get(i).flatMap(fresh -> ofFresh(fresh, side, span));
        case GraphItem.End.Existing(var existing, _) -> existing(existing, side);
      };
      reference.ifPresent(references::add);
    }
    return references.size() == station.ends().size() ? Optional.of(references) : Optional.empty();
  }

  private Optional<Reference> ofFresh(GraphLowering.Fresh fresh, Side side, Span span) {
    Selection selection = fresh.index().<Selection>map(Selection.At::new).orElse(new Selection.Whole());
    return onlyPort(List.of(fresh.header()), side, span)
        .map(port -> new Reference(List.of(new Reference.Part(fresh.name(), selection), whole(port)), span));
  }

  private static Reference.Part whole(String name) {
    return new Reference.Part(name, new Selection.Whole());
  }

  private Optional<Reference> existing(org.graphline.dsl.ast.Reference reference, Side side) {
    var parts = reference.parts();
    var first = parts.getFirst();
    String name = first.name().text();
    var exposed = header.port(name);
    if (exposed.isPresent() && parts.size() == 1) {
      typer.lead(first.name(), exposed.get().span());
      return checkPort(exposed.get(), first, side, true)
          .map(part -> new Reference(List.of(part), reference.span()));
    }
    var group = desks.find(name);
    if (group.isEmpty()) {
      unknownDesk(first);
      return Optional.empty();
    }
    typer.lead(first.name(), group.get().span());
    var desk = part(first, group.get().isRow(), group.get().span(), "desk");
    if (desk.isEmpty() || group.get().isUnknown()) {
      return Optional.empty();
    }
    var headers = group.get().headers();
    if (parts.size() == 1) {
      return onlyPort(headers, side, reference.span())
          .map(port -> new Reference(List.of(desk.get(), whole(port)), reference.span()));
    }
    if (parts.size() > 2) {
      diagnostics.add(DiagnosticId.WIRE_INTO_A_GRAPH, "a wire ends at a port of `" + name
          + "`, not inside it",
          reference.span(), "let the graph expose a port and wire it there");
      return Optional.empty();
    }
    return port(headers, parts.get(1)).flatMap(port -> checkPort(port, parts.get(1), side, false))
        .map(part -> new Reference(List.of(desk.get(), part), reference.span()));
  }

  private void unknownDesk(org.graphline.dsl.ast.Reference.Part part) {
    var candidates = new ArrayList<>(desks.names());
    header.ports().forEach(port -> candidates.add(port.name()));
    typer.unknownName("there is no desk or port called `" + part.name() + "` in `" + header.name().simple()
        + "`",
        part.name(), candidates);
  }

  private Optional<Port> port(List<Header> headers, org.graphline.dsl.ast.Reference.Part part) {
    for (var candidate : headers) {
      var port = candidate.port(part.name().text());
      if (port.isPresent()) {
        typer.lead(part.name(), port.get().span());
        return port;
      }
    }
    typer.unknownName("`" + headers.getFirst().name().simple() + "` has no port `" + part.name() + "`",
        part.name(),
        headers.getFirst().ports().stream().map(Port::name).toList());
    return Optional.empty();
  }

  /// Returns the name of the port that is meant when none is written (rule R28).
  private Optional<String> onlyPort(List<Header> headers, Side side, Span span) {
    String component = headers.getFirst().name().simple();
    var ports = headers.getFirst().ports().stream().filter(port -> side.takes(port.direction(), false))
        .toList();
    if (headers.size() == 1 && ports.size() == 1 && ports.getFirst().size().isEmpty()) {
      return Optional.of(ports.getFirst().name());
    }
    String which = side == Side.SOURCE ? "out-tray or client port" : "in-tray or server port";
    var diagnostic = Diagnostic.of(DiagnosticId.PORT_NOT_CLEAR, ports.isEmpty()
        ? "`" + component + "` has no " + which : "which " + which + " of `" + component + "`?", span);
    diagnostics.add(ports.isEmpty() ? diagnostic : diagnostic.help("name it: "
        + String.join(", ", ports.stream().map(p -> "`." + p.name() + (p.size().isPresent() ? "[…]`" : "`"))
        .toList())));
    return Optional.empty();
  }

  private Optional<Reference.Part> checkPort(Port port, org.graphline.dsl.ast.Reference.Part part, Side side,
      boolean exposed) {
    if (!side.takes(port.direction(), exposed)) {
      if (isWrongWay) {
        return Optional.empty();
      }
      isWrongWay = port.direction() != Direction.BARRIER;
      String role = PortWords.kind(port.direction()) + (exposed ? " of this graph" : "");
      var diagnostic = Diagnostic.of(DiagnosticId.WRONG_DIRECTION, "`" + part.name() + "` is " + role
          + " and cannot stand " + (side == Side.SOURCE ? "before" : "after") + " an arrow", part.span())
          .related(port.span(), "declared here");
      diagnostics.add(diagnostic.help(port.direction() == Direction.BARRIER
          ? "join barriers with `barrier name: (…);`" : "turn the arrow round, or name another port"));
      return Optional.empty();
    }
    return part(part, port.size().isPresent(), port.span(), "port");
  }

  /// Returns one name with its brackets, which must be there exactly if the name is a row.
  private Optional<Reference.Part> part(org.graphline.dsl.ast.Reference.Part part, boolean isRow,
      Span declared,
      String what) {
    String name = part.name().text();
    var selection = selection(part, typer);
    if (isRow == selection instanceof Selection.Whole) {
      diagnostics.add(Diagnostic.of(DiagnosticId.ROW_OR_SINGLE, isRow
          ? "`" + name + "` is a row: say which " + what : "`" + name + "` is a single " + what
              + " and takes no index", part.span())
          .related(declared, "declared here")
          .help(isRow ? "`" + name + "[0]` is one of them, `" + name + "[*]` are all" : "write `" + name
          + "`"));
      return Optional.empty();
    }
    return Optional.of(new Reference.Part(name, selection));
  }

  static Selection selection(org.graphline.dsl.ast.Reference.Part part, ExpressionTyper typer) {
    if (part.subscript().isEmpty()) {
      return new Selection.Whole();
    }
    return switch (part.subscript().get()) {
      case org.graphline.dsl.ast.Reference.Subscript.At(var index, _) ->
          new Selection.At(typer.integer(index, Place.CONSTANT));
      case org.graphline.dsl.ast.Reference.Subscript.Every _ -> new Selection.All();
    };
  }

  /// Returns the members of a barrier.
  List<Reference> members(List<org.graphline.dsl.ast.Reference> members) {
    var references = new ArrayList<Reference>();
    for (var member : members) {
      var parts = member.parts();
      var group = desks.find(parts.getFirst().name().text());
      if (group.isEmpty()) {
        unknownDesk(parts.getFirst());
        continue;
      }
      typer.lead(parts.getFirst().name(), group.get().span());
      var desk = part(parts.getFirst(), group.get().isRow(), group.get().span(), "desk");
      if (desk.isEmpty() || group.get().isUnknown()) {
        continue;
      }
      barrier(group.get(), member).ifPresent(name ->
          references.add(new Reference(List.of(desk.get(), whole(name)), member.span())));
    }
    return references;
  }

  private Optional<String> barrier(DeskTable.Group group, org.graphline.dsl.ast.Reference member) {
    if (member.parts().size() == 1) {
      var barriers = group.headers().getFirst().ports().stream()
          .filter(port -> port.direction() == Direction.BARRIER).toList();
      if (barriers.size() == 1) {
        return Optional.of(barriers.getFirst().name());
      }
      diagnostics.add(DiagnosticId.PORT_NOT_CLEAR, "which barrier of `" + group.name() + "`?", member.span(),
          "name its port, e.g. `" + group.name() + ".tick`");
      return Optional.empty();
    }
    if (member.parts().size() > 2) {
      diagnostics.add(DiagnosticId.WIRE_INTO_A_GRAPH, "a barrier joins desks of its own graph",
          member.span());
      return Optional.empty();
    }
    var port = port(group.headers(), member.parts().get(1));
    if (port.isPresent() && port.get().direction() != Direction.BARRIER) {
      diagnostics.add(Diagnostic.of(DiagnosticId.NOT_A_BARRIER, "`" + port.get().name() + "` is "
          + PortWords.kind(port.get().direction()) + ", not a barrier", member.parts().get(1).span())
          .related(port.get().span(), "declared here"));
      return Optional.empty();
    }
    return port.map(Port::name);
  }

  private Optional<Graph.Policy> policy(GraphItem.Arrow arrow) {
    var sharing = Graph.Sharing.NONE;
    var overflow = Graph.Overflow.WAIT;
    Optional<Expression> capacity = Optional.empty();
    LineOption sharedBy = null;
    LineOption sizedBy = null;
    for (var option : arrow.options()) {
      boolean shares = option instanceof LineOption.Any || option instanceof LineOption.All;
      var earlier = shares ? sharedBy : sizedBy;
      if (earlier != null) {
        diagnostics.add(Diagnostic.of(DiagnosticId.LINE_OPTIONS_CLASH, "a line cannot be both", option.span())
            .related(earlier.span(), "this, and"));
        return Optional.empty();
      }
      switch (option) {
        case LineOption.Any _ -> sharing = Graph.Sharing.ANY;
        case LineOption.All _ -> sharing = Graph.Sharing.ALL;
        case LineOption.Capacity(var size, _) -> capacity = Optional.of(size(size));
        case LineOption.Overwriting(var size, _) -> {
          capacity = Optional.of(size(size));
          overflow = Graph.Overflow.OVERWRITE;
        }
        case LineOption.Dropping(var size, _) -> {
          capacity = Optional.of(size(size));
          overflow = Graph.Overflow.DROP;
        }
      }
      sharedBy = shares ? option : sharedBy;
      sizedBy = shares ? sizedBy : option;
    }
    return Optional.of(new Graph.Policy(sharing, overflow, capacity, arrow.span()));
  }

  private Expression size(org.graphline.dsl.ast.Expression size) {
    var typed = typer.integer(size, Place.CONSTANT);
    if (typed.type() instanceof Type.Range && Types.bounds(typed.type())[1] < 0) {
      diagnostics.add(DiagnosticId.NEGATIVE_CAPACITY, "a line cannot hold fewer than no letters",
          size.span());
      return Types.unknown(size.span());
    }
    return typed;
  }
}
