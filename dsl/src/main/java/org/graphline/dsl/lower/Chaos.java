package org.graphline.dsl.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.graphline.dsl.ast.Name;
import org.graphline.dsl.type.Locals;
import org.graphline.dsl.type.Types;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Port;
import org.graphline.model.term.PortUse;
import org.graphline.model.term.Statement;
import org.graphline.model.term.Type;
import org.graphline.model.term.Variable;

/// The behavior of a native component that promises nothing: again and again it does something with one of
/// its ports, or goes home.
final class Chaos {

  private final Locals locals;
  private final Span span;

  private Chaos(Locals locals, Span span) {
    this.locals = locals;
    this.span = span;
  }

  static Statement.Block of(List<Port> ports, Locals locals, Span span) {
    var chaos = new Chaos(locals, span);
    var alternatives = new ArrayList<Statement.Block>();
    ports.forEach(port -> alternatives.add(chaos.somewhere(port)));
    alternatives.add(block(new Statement.Stop(span), span));
    return block(new Statement.Repeat(
        block(new Statement.Choose(false, alternatives, span), span), true, span), span);
  }

  private static Statement.Block block(Statement statement, Span span) {
    return new Statement.Block(List.of(statement), span);
  }

  /// Uses one element of `port`, whichever it likes.
  private Statement.Block somewhere(Port port) {
    if (port.size().isEmpty()) {
      return block(once(new PortUse(port, Optional.empty(), span)), span);
    }
    var zero = Types.literal(0, span);
    var last = new Expression.Binary(Expression.BinaryOperator.SUBTRACT, port.size().get(),
        Types.literal(1, span),
        Types.rangeFrom(zero, port.size().get()), span);
    var element = locals.declare(new Name("element", port.span()), new Type.Range(zero, last),
        Variable.Kind.LOCAL);
    var draw = new Statement.Declare(element, new Expression.Anything(element.type(), span), span);
    var use = new PortUse(port, Optional.of(new Expression.Use(element, span)), span);
    return new Statement.Block(List.of(draw, once(use)), span);
  }

  private Statement once(PortUse use) {
    return switch (use.port().direction()) {
      case IN -> new Statement.Receive(Optional.empty(), use, Optional.empty(), span);
      case OUT -> new Statement.Send(value(use.port().message()), use, Optional.empty(), span);
      case CLIENT ->
          new Statement.Call(Optional.empty(), use, value(use.port().message()), Optional.empty(), span);
      case SERVER -> new Statement.Accept(Optional.empty(), use,
          block(new Statement.Reply(value(use.port().reply().orElse(Types.SIGNAL)), span), span), span);
      case BARRIER -> new Statement.Sync(use, span);
    };
  }

  private Optional<Expression> value(Type type) {
    return type.equals(Types.SIGNAL) ? Optional.empty() : Optional.of(new Expression.Anything(type, span));
  }
}
