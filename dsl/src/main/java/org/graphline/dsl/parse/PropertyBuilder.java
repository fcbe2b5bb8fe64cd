package org.graphline.dsl.parse;

import java.util.ArrayList;
import java.util.List;
import org.graphline.dsl.ast.Claim;
import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.Property;
import org.graphline.dsl.ast.Reference;
import org.graphline.dsl.grammar.GraphlineParser.*;

/// Builds checks and scenarios.
final class PropertyBuilder {

  private final Spans spans;
  private final Docs docs;
  private final ExpressionBuilder expressions;

  PropertyBuilder(Spans spans, Docs docs, ExpressionBuilder expressions) {
    this.spans = spans;
    this.docs = docs;
    this.expressions = expressions;
  }

  Declaration.Check check(CheckDeclContext context) {
    return new Declaration.Check(
        docs.before(context),
        expressions.swept(context.target()),
        context.coloring().stream().map(this::coloring).toList(),
        context.claim().stream().filter(Broken::isNot).map(this::claim).toList(),
        spans.of(context));
  }

  private Declaration.Coloring coloring(ColoringContext context) {
    var names = new ArrayList<>(expressions.names(context.name()));
    var type = names.removeFirst();
    return new Declaration.Coloring(type, names, spans.of(context));
  }

  private Claim claim(ClaimContext context) {
    var expectation = context.NOT() != null ? Claim.Expectation.FAILS : Claim.Expectation.HOLDS;
    return new Claim(expectation, property(context.property()), spans.of(context));
  }

  private Property property(PropertyContext context) {
    var span = spans.of(context);
    return switch (context) {
      case DeadlockFreeContext _ -> new Property.DeadlockFree(span);
      case LivelockFreeContext p -> new Property.LivelockFree(references(p.ref()), span);
      case ErrorFreeContext _ -> new Property.ErrorFree(span);
      case TerminatesPropertyContext _ -> new Property.Terminates(span);
      case DeterministicPropertyContext _ -> new Property.Deterministic(span);
      case ShutsDownContext _ -> new Property.ShutsDown(span);
      case AlwaysPropertyContext p -> new Property.Always(expressions.expression(p.expr()), span);
      case NeverPropertyContext p -> new Property.Never(expressions.expression(p.expr()), span);
      case LeadsToContext p ->
          new Property.LeadsTo(expressions.reference(p.ref(0)), expressions.reference(p.ref(1)), span);
      case RefinesPropertyContext p -> {
        var semantics = p.TRACES() != null ? Property.Refines.Semantics.TRACES
            : p.DIVERGENCES() != null ? Property.Refines.Semantics.DIVERGENCES
            : Property.Refines.Semantics.FAILURES;
        yield new Property.Refines(semantics, expressions.single(p.target()), span);
      }
      default -> throw ExpressionBuilder.unknown(context);
    };
  }

  private List<Reference> references(List<RefContext> contexts) {
    return contexts.stream().map(expressions::reference).toList();
  }

  Declaration.Scenario scenario(ScenarioDeclContext context) {
    return new Declaration.Scenario(
        docs.before(context),
        expressions.text(context.string()),
        expressions.single(context.target()),
        context.story().stream().filter(Broken::isNot).map(this::story).toList(),
        spans.of(context));
  }

  private Declaration.Story story(StoryContext context) {
    var kind = context.CAN() != null ? Declaration.Story.Kind.CAN
        : context.DEADLOCK() != null ? Declaration.Story.Kind.CANNOT_DEADLOCK_AFTER : Declaration.Story.Kind.CANNOT;
    return new Declaration.Story(kind, context.event().stream().map(this::event).toList(), spans.of(context));
  }

  private Declaration.Event event(EventContext context) {
    return new Declaration.Event(
        expressions.reference(context.ref()), expressions.optional(context.expr()), spans.of(context));
  }
}
