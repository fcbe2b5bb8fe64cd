package org.graphline.dsl.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.graphline.dsl.ast.Reference.Part;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.dsl.type.ExpressionTyper;
import org.graphline.model.source.Span;
import org.graphline.model.term.Port;
import org.graphline.model.term.Reference;
import org.graphline.model.term.Reference.Selection;

/// Lowers the references of checks and scenarios, which lead to a port or a mark at any depth (rule R26).
final class EventLowering {

  private final Header graph;
  private final Inside inside;
  private final ExpressionTyper typer;
  private final Diagnostics diagnostics;

  EventLowering(Header graph, Inside inside, ExpressionTyper typer, Diagnostics diagnostics) {
    this.graph = graph;
    this.inside = inside;
    this.typer = typer;
    this.diagnostics = diagnostics;
  }

  /// A reference and the port it leads to, unless it leads to a mark.
  record Event(Reference reference, Optional<Port> port) {}

  /// Returns where `reference` leads, or nothing if it leads nowhere.
  Optional<Event> lower(org.graphline.dsl.ast.Reference reference) {
    var lowered = new ArrayList<Reference.Part>();
    var level = graph;
    for (int i = 0; i < reference.parts().size(); i++) {
      var part = reference.parts().get(i);
      boolean last = i == reference.parts().size() - 1;
      var port = level.port(part.name().text());
      if (last && port.isPresent() && port.get().direction() != Port.Direction.BARRIER) {
        typer.lead(part.name(), port.get().span());
        return row(part, port.get().size().isPresent(), port.get().span(), lowered)
            ? Optional.of(new Event(new Reference(lowered, reference.span()), port)) : Optional.empty();
      }
      if (last && !level.isGraph() && inside.marks(level.name()).containsKey(part.name().text())) {
        typer.lead(part.name(), inside.marks(level.name()).get(part.name().text()).span());
        return row(part, false, part.span(), lowered)
            ? Optional.of(new Event(new Reference(lowered, reference.span()), Optional.empty()))
            : Optional.empty();
      }
      var next = level.isGraph() ? inside.desks(level.name()).find(part.name().text())
          : Optional.<DeskTable.Group>empty();
      if (next.isEmpty()) {
        unknown(part, level, last);
        return Optional.empty();
      }
      typer.lead(part.name(), next.get().span());
      if (next.get().isUnknown() || !row(part, next.get().isRow(), next.get().span(), lowered)) {
        return Optional.empty();
      }
      level = next.get().headers().getFirst();
    }
    diagnostics.add(DiagnosticId.NOT_AN_EVENT, "nothing happens at a whole desk", reference.span(),
        "name one of its ports or marks: " + String.join(", ",
            happenings(level).stream().map(name -> "`." + name + "`").toList()));
    return Optional.empty();
  }

  /// Adds one name with its brackets, which must be there exactly if the name is a row.
  private boolean row(Part part, boolean isRow, Span declared, List<Reference.Part> lowered) {
    var selection = WireLowering.selection(part, typer);
    boolean whole = selection instanceof Selection.Whole;
    if (isRow == whole) {
      diagnostics.add(Diagnostic.of(DiagnosticId.ROW_OR_SINGLE, isRow
          ? "`" + part.name() + "` is a row: say which one" : "`" + part.name() + "` takes no index",
          part.span())
          .related(declared, "declared here")
          .help(isRow ? "`" + part.name() + "[*]` are all of them" : "write `" + part.name() + "`"));
      return false;
    }
    lowered.add(new Reference.Part(part.name().text(), selection));
    return true;
  }

  private void unknown(Part part, Header level, boolean last) {
    var candidates = new ArrayList<String>();
    if (level.isGraph()) {
      candidates.addAll(inside.desks(level.name()).names());
    }
    if (last) {
      candidates.addAll(happenings(level));
    }
    typer.unknownName("there is no `" + part.name() + "` in `" + level.name().simple() + "`", part.name(),
        candidates);
  }

  private List<String> happenings(Header level) {
    var names = new ArrayList<String>();
    level.ports().stream().filter(port -> port.direction() != Port.Direction.BARRIER)
        .forEach(port -> names.add(port.name()));
    names.addAll(inside.marks(level.name()).keySet());
    return names;
  }
}
