package org.graphline.dsl.parse;

import java.util.List;
import java.util.Optional;
import org.graphline.dsl.ast.Member;
import org.graphline.dsl.ast.Parameter;
import org.graphline.dsl.ast.Port;
import org.graphline.dsl.ast.Variable;
import org.graphline.dsl.grammar.GraphlineParser.*;

/// Builds ports, variables and parameters.
final class MemberBuilder {

  private final Spans spans;
  private final Docs docs;
  private final ExpressionBuilder expressions;

  MemberBuilder(Spans spans, Docs docs, ExpressionBuilder expressions) {
    this.spans = spans;
    this.docs = docs;
    this.expressions = expressions;
  }

  Member member(MemberContext context) {
    return context.portDecl() != null ? port(context.portDecl()) : variable(context.varDecl());
  }

  Port port(PortDeclContext context) {
    var doc = docs.before(context);
    var span = spans.of(context);
    return switch (context) {
      case DataPortContext p ->
          new Port.Data(
              doc,
              p.IN() != null ? Port.Direction.IN : Port.Direction.OUT,
              expressions.name(p.name()),
              expressions.optional(p.dim()),
              expressions.type(p.type()),
              span);
      case ServicePortContext p ->
          new Port.Service(
              doc,
              p.CLIENT() != null ? Port.Role.CLIENT : Port.Role.SERVER,
              expressions.name(p.name()),
              expressions.optional(p.dim()),
              expressions.type(p.type(0)),
              expressions.type(p.type(1)),
              span);
      case BarrierPortContext p -> new Port.Barrier(doc, expressions.name(p.name()), span);
      default -> throw ExpressionBuilder.unknown(context);
    };
  }

  Variable variable(VarDeclContext context) {
    return new Variable(
        docs.before(context),
        expressions.name(context.name()),
        expressions.type(context.type()),
        expressions.optional(context.expr()),
        spans.of(context));
  }

  List<Parameter> parameters(ParamsContext context) {
    return context == null ? List.of() : context.param().stream().map(this::parameter).toList();
  }

  private Parameter parameter(ParamContext context) {
    return new Parameter(
        expressions.name(context.name()),
        expressions.type(context.type()),
        Optional.ofNullable(context.expr()).map(expressions::expression),
        spans.of(context));
  }
}
