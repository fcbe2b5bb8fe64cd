package org.graphline.dsl.format;

import java.util.ArrayList;
import java.util.List;
import org.graphline.dsl.ast.Expression;
import org.graphline.dsl.ast.GraphItem;
import org.graphline.dsl.ast.GraphItem.LineOption;
import org.graphline.dsl.ast.Instance;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.Port;
import org.graphline.dsl.ast.Range;
import org.graphline.dsl.ast.Reference;

/// Lays out ports and what else stands in graphs.
final class GraphLayout {

  private final Cursor cursor;
  private final ExpressionLayout expressions;

  GraphLayout(Cursor cursor, ExpressionLayout expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
  }

  Doc graphItems(List<GraphItem> items) {
    boolean aligned = hasOut(exposed(items));
    return cursor.block(items, item -> item(item, aligned));
  }

  private static List<Port> exposed(List<GraphItem> items) {
    return items.stream()
        .filter(GraphItem.Exposed.class::isInstance)
        .map(item -> ((GraphItem.Exposed) item).port())
        .toList();
  }

  /// Reports whether one of `ports` is an out-tray, so that `in` is widened to line up with it.
  static boolean hasOut(List<Port> ports) {
    return ports.stream()
        .anyMatch(port -> port instanceof Port.Data data && data.direction() == Port.Direction.OUT);
  }

  Doc port(Port port, boolean aligned) {
    return switch (port) {
      case Port.Data data ->
          Doc.sequence(
              cursor.word(),
              new Doc.Space(aligned && data.direction() == Port.Direction.IN ? 2 : 1),
              expressions.name(data.name()),
              expressions.size(data.size()),
              cursor.word(":"),
              Doc.space(),
              expressions.type(data.type()),
              cursor.word(";"));
      case Port.Service service ->
          Doc.sequence(
              cursor.word(),
              Doc.space(),
              expressions.name(service.name()),
              expressions.size(service.size()),
              cursor.word(":"),
              Doc.space(),
              expressions.type(service.request()),
              Doc.space(),
              cursor.word("->"),
              Doc.space(),
              expressions.type(service.answer()),
              cursor.word(";"));
      case Port.Barrier barrier ->
          Doc.sequence(
              cursor.word("barrier"), Doc.space(), expressions.name(barrier.name()), cursor.word(";"));
    };
  }

  private Doc item(GraphItem item, boolean aligned) {
    return switch (item) {
      case GraphItem.Exposed(Port port, _) -> port(port, aligned);
      case GraphItem.Desk(_, Name name, var index, Instance instance, _) ->
          Doc.sequence(
              expressions.name(name),
              expressions.size(index),
              Doc.space(),
              cursor.word("="),
              Doc.space(),
              expressions.instance(instance),
              cursor.word(";"));
      case GraphItem.Wire wire -> cursor.group(() -> wire(wire));
      case GraphItem.Meeting(Name name, var members, _) ->
          Doc.sequence(
              cursor.word("barrier"),
              Doc.space(),
              expressions.name(name),
              cursor.word(":"),
              Doc.space(),
              cursor.list("(", members, expressions::reference, ")"),
              cursor.word(";"));
      case GraphItem.Replicated(Name name, Range range, var items, _) ->
          Doc.sequence(
              cursor.word("for"),
              Doc.space(),
              expressions.name(name),
              Doc.space(),
              cursor.word("in"),
              Doc.space(),
              expressions.range(range),
              Doc.space(),
              graphItems(items));
    };
  }

  private Doc wire(GraphItem.Wire wire) {
    var docs = new ArrayList<Doc>();
    docs.add(station(wire.stations().getFirst()));
    for (int i = 0; i < wire.arrows().size(); i++) {
      docs.add(Doc.line());
      docs.add(arrow(wire.arrows().get(i)));
      docs.add(Doc.space());
      docs.add(station(wire.stations().get(i + 1)));
    }
    docs.add(cursor.word(";"));
    return new Doc.Indented(Doc.sequence(docs));
  }

  private Doc station(GraphItem.Station station) {
    return cursor.isNext("(")
        ? cursor.list("(", station.ends(), this::end, ")")
        : end(station.ends().getFirst());
  }

  private Doc end(GraphItem.End end) {
    return switch (end) {
      case GraphItem.End.Fresh(Instance instance, _) -> expressions.instance(instance);
      case GraphItem.End.Existing(Reference reference, _) -> expressions.reference(reference);
    };
  }

  private Doc arrow(GraphItem.Arrow arrow) {
    var head = cursor.word("->");
    return cursor.isNext("[")
        ? Doc.sequence(head, cursor.list("[", arrow.options(), this::option, "]"))
        : head;
  }

  private Doc option(LineOption option) {
    return switch (option) {
      case LineOption.Any _, LineOption.All _ -> cursor.word();
      case LineOption.Capacity(Expression size, _) -> expressions.expression(size);
      case LineOption.Overwriting(Expression size, _) ->
          Doc.sequence(cursor.word("overwriting"), Doc.space(), expressions.expression(size));
      case LineOption.Dropping(Expression size, _) ->
          Doc.sequence(cursor.word("dropping"), Doc.space(), expressions.expression(size));
    };
  }
}
