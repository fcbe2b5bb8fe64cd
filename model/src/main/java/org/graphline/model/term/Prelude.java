package org.graphline.model.term;

import java.util.List;
import java.util.Optional;
import org.graphline.model.source.Span;
import org.graphline.model.value.QualifiedName;

/// The components that the language provides, written as the terms a user would have written (rules R14, R17).
public final class Prelude {
  private static final Span HERE = Span.BUILT_IN;
  private static final Type ITEM = new Type.Parameter("T", 0);

  /// `Nowhere<T>`: takes and forgets everything.
  public static final Component NOWHERE = nowhere();

  /// `Never<T>`: silent, never ends and always rests.
  public static final Component NEVER = never();

  /// `Split<T>(listeners)`: hands each letter to all listeners at once, those who have left excepted; goes home when
  /// all have left. The elaborator puts one into every line with `all`.
  public static final Component SPLIT = split();

  private Prelude() {}

  /// Returns all components of the prelude.
  public static List<Component> components() {
    return List.of(NOWHERE, NEVER, SPLIT);
  }

  private static Component nowhere() {
    Port items = port(0, "items", Port.Direction.IN, Optional.empty());
    var receive = new Statement.Receive(Optional.empty(), use(items, Optional.empty()), Optional.empty(), HERE);
    return component("Nowhere", List.of(), List.of(items), repeat(receive));
  }

  private static Component never() {
    Port items = port(0, "items", Port.Direction.OUT, Optional.empty());
    return component("Never", List.of(), List.of(items), repeat(new Statement.Idle(HERE)));
  }

  private static Component split() {
    Type count = new Type.Range(integer(1), integer(Integer.MAX_VALUE));
    var listeners = new Variable(0, "listeners", count, Variable.Kind.PARAMETER, HERE);
    var letter = new Variable(1, "letter", ITEM, Variable.Kind.BINDING, HERE);
    var index = new Variable(2, "i", count, Variable.Kind.INDEX, HERE);
    Port items = port(0, "items", Port.Direction.IN, Optional.empty());
    Port copies = port(1, "copies", Port.Direction.OUT, Optional.of(new Expression.Use(listeners, HERE)));
    var nothing = new Statement.Block(List.of(), HERE);
    var send = new Statement.Send(Optional.of(new Expression.Use(letter, HERE)),
        use(copies, Optional.of(new Expression.Use(index, HERE))), Optional.of(nothing), HERE);
    var last = new Expression.Binary(Expression.BinaryOperator.SUBTRACT, new Expression.Use(listeners, HERE),
        integer(1), count, HERE);
    var handOut = new Statement.ParFor(index, integer(0), last, block(send), HERE);
    var select = new Statement.Select(false, List.of(
        new Statement.Case(Optional.empty(),
            new Guard.Receive(Optional.of(letter), use(items, Optional.empty()), HERE), handOut, HERE),
        new Statement.Case(Optional.empty(), new Guard.Unheard(copies, HERE), new Statement.Stop(HERE), HERE)), HERE);
    return component("Split", List.of(new Component.Parameter(listeners, Optional.empty())),
        List.of(items, copies), repeat(select));
  }

  private static Component component(String name, List<Component.Parameter> parameters, List<Port> ports,
      Statement statement) {
    return new Component(new QualifiedName("", name), Component.Origin.BUILT_IN, List.of("T"), parameters, ports,
        List.of(), block(statement), Optional.empty(), HERE);
  }

  private static Port port(int index, String name, Port.Direction direction, Optional<Expression> size) {
    return new Port(index, name, direction, size, ITEM, Optional.empty(), Optional.empty(), HERE);
  }

  private static PortUse use(Port port, Optional<Expression> index) {
    return new PortUse(port, index, HERE);
  }

  private static Statement repeat(Statement statement) {
    return new Statement.Repeat(statement, true, HERE);
  }

  private static Statement.Block block(Statement statement) {
    return new Statement.Block(List.of(statement), HERE);
  }

  private static Expression integer(int value) {
    return new Expression.IntLiteral(value,
        new Type.Range(new Expression.IntLiteral(value, new Type.Signal(), HERE),
            new Expression.IntLiteral(value, new Type.Signal(), HERE)), HERE);
  }
}
