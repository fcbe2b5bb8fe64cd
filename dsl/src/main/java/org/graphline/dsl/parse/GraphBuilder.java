package org.graphline.dsl.parse;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.graphline.dsl.ast.Expression;
import org.graphline.dsl.ast.GraphItem;
import org.graphline.dsl.ast.GraphItem.LineOption;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Marker;
import org.graphline.dsl.grammar.GraphlineParser.*;

/// Builds what stands in graphs.
final class GraphBuilder {

  private final Spans spans;
  private final Docs docs;
  private final ExpressionBuilder expressions;
  private final MemberBuilder members;
  private final Findings findings;

  GraphBuilder(
      Spans spans, Docs docs, ExpressionBuilder expressions, MemberBuilder members, Findings findings) {
    this.spans = spans;
    this.docs = docs;
    this.expressions = expressions;
    this.members = members;
    this.findings = findings;
  }

  List<GraphItem> items(List<GraphItemContext> contexts) {
    return contexts.stream().filter(Broken::isNot).flatMap(item -> item(item).stream()).toList();
  }

  private Optional<GraphItem> item(GraphItemContext context) {
    var span = spans.of(context);
    return switch (context) {
      case ExposedItemContext i -> Optional.of(new GraphItem.Exposed(members.port(i.portDecl()), span));
      case DeskItemContext i -> {
        if (i.LATE() != null) {
          notYet(i.LATE().getSymbol());
        }
        yield Optional.of(
            new GraphItem.Desk(
                docs.before(i),
                expressions.name(i.name()),
                expressions.optional(i.dim()),
                expressions.instance(i.instance()),
                span));
      }
      case WireItemContext i ->
          Optional.of(
              new GraphItem.Wire(
                  i.station().stream().map(this::station).toList(),
                  i.arrow().stream().map(this::arrow).toList(),
                  span));
      case MeetingItemContext i ->
          Optional.of(
              new GraphItem.Meeting(
                  expressions.name(i.name()), i.ref().stream().map(expressions::reference).toList(), span));
      case PlaceItemContext i -> {
        notYet(i.PLACE().getSymbol());
        yield Optional.empty();
      }
      case ReplicatedItemContext i ->
          Optional.of(
              new GraphItem.Replicated(
                  expressions.name(i.name()), expressions.range(i.range()), items(i.graphItem()), span));
      default -> throw ExpressionBuilder.unknown(context);
    };
  }

  private void notYet(Token word) {
    findings.add(
        Diagnostic.of(
                DiagnosticId.NOT_YET_IN_THE_LANGUAGE,
                "`" + word.getText() + "` comes after the first release",
                new Marker(spans.of(word), "not in the language yet"))
            .help("leave it out; nothing else about the graph changes"));
  }

  private GraphItem.Station station(StationContext context) {
    return new GraphItem.Station(context.end().stream().map(this::end).toList(), spans.of(context));
  }

  private GraphItem.End end(EndContext context) {
    var span = spans.of(context);
    return context.instance() != null
        ? new GraphItem.End.Fresh(expressions.instance(context.instance()), span)
        : new GraphItem.End.Existing(expressions.reference(context.ref()), span);
  }

  private GraphItem.Arrow arrow(ArrowContext context) {
    return new GraphItem.Arrow(context.lineOption().stream().map(this::option).toList(), spans.of(context));
  }

  private LineOption option(LineOptionContext context) {
    var span = spans.of(context);
    return switch (context) {
      case DroppingOptionContext o -> new LineOption.Dropping(expressions.expression(o.expr()), span);
      case OverwritingOptionContext o -> new LineOption.Overwriting(expressions.expression(o.expr()), span);
      case PlainOptionContext o -> {
        var value = expressions.expression(o.expr());
        yield switch (value instanceof Expression.Variable variable ? variable.name().text() : "") {
          case "any" -> new LineOption.Any(span);
          case "all" -> new LineOption.All(span);
          default -> new LineOption.Capacity(value, span);
        };
      }
      default -> throw ExpressionBuilder.unknown(context);
    };
  }
}
