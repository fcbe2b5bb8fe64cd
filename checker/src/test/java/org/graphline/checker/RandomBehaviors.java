package org.graphline.checker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.graphline.model.source.Span;
import org.graphline.model.term.Component;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Guard;
import org.graphline.model.term.Port;
import org.graphline.model.term.Port.Direction;
import org.graphline.model.term.PortUse;
import org.graphline.model.term.Statement;
import org.graphline.model.term.Type;
import org.graphline.model.term.Variable;
import org.graphline.model.value.DataType;
import org.graphline.model.value.QualifiedName;

/// Random behaviors over given ports, of letters that are bits.
final class RandomBehaviors {
  static final Span HERE = Span.BUILT_IN;
  static final Type BIT = new Type.Range(number(0), number(1));
  static final DataType BITS = new DataType.Range(0, 1);

  private final Random random;
  private Variable state;
  private Set<Port> shared = Set.of();
  private int names;

  RandomBehaviors(Random random) {
    this.random = random;
  }

  static Expression number(int value) {
    return new Expression.IntLiteral(value, BIT_OF_ITSELF, HERE);
  }

  private static final Type BIT_OF_ITSELF = new Type.Signal();

  Component component(String name, List<Port> ports, Set<Port> sharedPorts) {
    names = 0;
    shared = sharedPorts;
    state = new Variable(names++, "x", BIT, Variable.Kind.STATE, HERE);
    var body = new ArrayList<Statement>();
    int shape = random.nextInt(4);
    if (shape < 2) {
      body.addAll(statements(ports, 2, 1, true));
    }
    if (shape > 0) {
      body.add(new Statement.Repeat(random.nextBoolean() ? block(statements(ports, 3, 2, true))
          : select(ports, 1, true).orElseGet(() -> block(statements(ports, 2, 2, true))), true, HERE));
    }
    return new Component(new QualifiedName("", name), Component.Origin.WRITTEN, List.of(), List.of(), ports,
        List.of(new Component.StateVariable(state, number(0))), block(body), Optional.empty(), HERE);
  }

  private static Statement.Block block(List<Statement> statements) {
    return new Statement.Block(statements, HERE);
  }

  private List<Statement> statements(List<Port> ports, int most, int depth, boolean writes) {
    var all = new ArrayList<Statement>();
    int count = 1 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      all.add(statement(ports, depth, writes));
    }
    return all;
  }

  private Statement statement(List<Port> ports, int depth, boolean writes) {
    int kind = random.nextInt(depth > 0 ? 30 : 20);
    return switch (kind) {
      case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 -> communication(ports, depth, writes);
      case 13 -> new Statement.Mark("here", HERE);
      case 14 -> random.nextInt(3) == 0 ? new Statement.Stop(HERE) : communication(ports, depth, writes);
      case 15 -> random.nextInt(2) == 0 ? close(ports) : communication(ports, depth, writes);
      case 16 -> new Statement.Wait(new Expression.DurationLiteral(5, new Type.Time(), HERE), HERE);
      case 17, 18 -> writes ? new Statement.Assign(state, value(), HERE) : communication(ports, depth, writes);
      case 19 -> random.nextInt(3) == 0 && writes ? new Statement.Assert(isOne(), HERE)
          : communication(ports, depth, writes);
      case 20, 21, 22 -> select(ports, depth - 1, writes).orElseGet(() -> communication(ports, 0, writes));
      case 23, 24 -> new Statement.Choose(random.nextBoolean(), List.of(
          block(statements(ports, 1, depth - 1, writes)),
          block(statements(ports, 1, depth - 1, writes))), HERE);
      case 25 -> writes ? new Statement.If(isOne(), block(statements(ports, 1, depth - 1, true)),
          Optional.of(block(statements(ports, 1, depth - 1, true))), HERE) : communication(ports, depth, false);
      case 26 -> new Statement.While(new Expression.BoolLiteral(true, new Type.Bool(), HERE),
          block(List.of(communication(ports, 0, writes), communication(ports, 0, writes))), HERE);
      case 27, 28 -> par(ports, depth);
      default -> new Statement.For(new Variable(names++, "i", BIT, Variable.Kind.INDEX, HERE), number(0), number(1),
          block(statements(ports, 1, depth - 1, writes)), HERE);
    };
  }

  private Expression isOne() {
    return new Expression.Binary(Expression.BinaryOperator.EQUAL, new Expression.Use(state, HERE), number(1),
        new Type.Bool(), HERE);
  }

  private Expression value() {
    return switch (random.nextInt(4)) {
      case 0 -> new Expression.Anything(BIT, HERE);
      case 1 -> number(1);
      default -> number(0);
    };
  }

  private Statement communication(List<Port> ports, int depth, boolean writes) {
    if (ports.isEmpty()) {
      return new Statement.Mark("here", HERE);
    }
    Port port = ports.get(random.nextInt(ports.size()));
    var use = new PortUse(port, Optional.empty(), HERE);
    Optional<Statement> orElse = random.nextInt(4) == 0 && depth > 0
        ? Optional.of(block(statements(ports, 1, 0, writes))) : Optional.empty();
    return switch (port.direction()) {
      case IN -> new Statement.Receive(orElse.isEmpty() && random.nextBoolean() ? Optional.of(binding())
          : Optional.empty(), use, orElse, HERE);
      case OUT -> new Statement.Send(Optional.of(value()), use, orElse, HERE);
      case CLIENT -> new Statement.Call(Optional.empty(), use, Optional.of(value()), orElse, HERE);
      case SERVER -> new Statement.Accept(Optional.empty(), use, answered(without(ports, port), writes), HERE);
      case BARRIER -> new Statement.Sync(use, HERE);
    };
  }

  private Variable binding() {
    return new Variable(names++, "b" + names, BIT, Variable.Kind.BINDING, HERE);
  }

  private Statement.Block answered(List<Port> others, boolean writes) {
    var body = new ArrayList<Statement>();
    if (random.nextInt(3) == 0) {
      body.add(communication(others.stream().filter(p -> p.direction() != Direction.SERVER).toList(), 0, writes));
    }
    body.add(new Statement.Reply(Optional.of(value()), HERE));
    return block(body);
  }

  private static List<Port> without(List<Port> ports, Port port) {
    return ports.stream().filter(p -> p != port).toList();
  }

  private Statement close(List<Port> ports) {
    List<Port> closable = ports.stream()
        .filter(p -> p.direction() == Direction.IN || p.direction() == Direction.OUT).toList();
    return closable.isEmpty() ? new Statement.Mark("here", HERE) : new Statement.Close(
        new PortUse(closable.get(random.nextInt(closable.size())), Optional.empty(), HERE), HERE);
  }

  private Statement par(List<Port> ports, int depth) {
    List<Port> left = ports.stream().filter(p -> p.index() % 2 == 0).toList();
    List<Port> right = ports.stream().filter(p -> p.index() % 2 == 1).toList();
    return new Statement.Par(List.of(block(statements(left, 2, depth - 1, false)),
        block(statements(right, 2, depth - 1, false))), HERE);
  }

  private Optional<Statement> select(List<Port> ports, int depth, boolean writes) {
    boolean priority = random.nextInt(4) == 0;
    var cases = new ArrayList<Statement.SelectItem>();
    for (Port port : ports) {
      var use = new PortUse(port, Optional.empty(), HERE);
      switch (port.direction()) {
        case IN -> {
          if (!shared.contains(port) && random.nextInt(4) != 0) {
            cases.add(item(new Guard.Receive(Optional.empty(), use, HERE), block(body(ports, depth, writes))));
          }
          if (random.nextInt(6) == 0) {
            cases.add(item(new Guard.End(use, HERE), block(body(ports, depth, writes))));
          }
        }
        case SERVER -> cases.add(item(new Guard.Accept(Optional.empty(), use, HERE),
            answered(without(ports, port), writes)));
        case BARRIER -> {
          if (random.nextBoolean()) {
            cases.add(item(new Guard.Sync(use, HERE), block(body(ports, depth, writes))));
          }
        }
        case OUT, CLIENT -> { }
      }
    }
    if (cases.isEmpty()) {
      return Optional.empty();
    }
    if (random.nextInt(5) == 0) {
      cases.add(item(new Guard.After(new Expression.DurationLiteral(5, new Type.Time(), HERE), HERE),
          block(body(ports, depth, writes))));
    }
    if (priority && random.nextBoolean()) {
      cases.add(item(new Guard.Else(HERE), block(body(ports, depth, writes))));
    }
    return Optional.of(new Statement.Select(priority, cases, HERE));
  }

  private List<Statement> body(List<Port> ports, int depth, boolean writes) {
    return random.nextInt(3) == 0 ? List.of() : statements(ports, 1, Math.max(0, depth), writes);
  }

  private static Statement.Case item(Guard guard, Statement body) {
    return new Statement.Case(Optional.empty(), guard, body, HERE);
  }

  /// The ports that some `select priority` looks at.
  static Set<Port> watched(Statement statement) {
    var all = new HashSet<Port>();
    collect(statement, all);
    return all;
  }

  private static void collect(Statement statement, Set<Port> all) {
    switch (statement) {
      case Statement.Block(var statements, _) -> statements.forEach(s -> collect(s, all));
      case Statement.Repeat(var body, _, _) -> collect(body, all);
      case Statement.While(_, var body, _) -> collect(body, all);
      case Statement.For(_, _, _, var body, _) -> collect(body, all);
      case Statement.Choose(_, var alternatives, _) -> alternatives.forEach(a -> collect(a, all));
      case Statement.If(_, var then, var otherwise, _) -> {
        collect(then, all);
        otherwise.ifPresent(o -> collect(o, all));
      }
      case Statement.Par(var branches, _) -> branches.forEach(b -> collect(b, all));
      case Statement.Accept(_, _, var body, _) -> collect(body, all);
      case Statement.Receive(_, _, var orElse, _) -> orElse.ifPresent(o -> collect(o, all));
      case Statement.Send(_, _, var orElse, _) -> orElse.ifPresent(o -> collect(o, all));
      case Statement.Call(_, _, _, var orElse, _) -> orElse.ifPresent(o -> collect(o, all));
      case Statement.Select(boolean priority, var items, _) -> items.forEach(i -> {
        if (i instanceof Statement.Case(_, var guard, var body, _)) {
          collect(body, all);
          if (priority && guard instanceof Guard.Receive(_, var use, _)) {
            all.add(use.port());
          }
          if (priority && guard instanceof Guard.Accept(_, var use, _)) {
            all.add(use.port());
          }
        }
      });
      default -> { }
    }
  }
}
