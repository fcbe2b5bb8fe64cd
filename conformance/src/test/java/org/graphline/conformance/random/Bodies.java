package org.graphline.conformance.random;

import java.util.ArrayList;
import java.util.List;
import org.graphline.conformance.random.Names.Name;
import org.graphline.conformance.random.Plan.Facing;
import org.graphline.conformance.random.Plan.Port;

/// Random behaviors for the desks of a plan.
final class Bodies {
  private final Dice dice;
  private final Expressions expressions;
  private final Plan.Desk desk;
  private final Size size;
  private int names;

  Bodies(Dice dice, Plan.Desk desk, Size size) {
    this.dice = dice;
    this.size = size;
    this.expressions = new Expressions(dice);
    this.desk = desk;
  }

  /// Returns the component.
  Piece component() {
    var members = new ArrayList<Piece>();
    desk.ports.forEach(p -> members.add(p.declaration()));
    var state = new ArrayList<Name>();
    int count = dice.weighted(40, size.less(40), size.less(20));
    for (int i = 0; i < count; i++) {
      Kind kind = dice.of(List.of(Kind.BOOL, Kind.BIT, Kind.TRIT, Kind.COLOR));
      String name = fresh("v");
      state.add(new Name(name, kind));
      String initial = switch (kind) {
        case BOOL -> "false";
        case COLOR -> "Color.RED";
        default -> "0";
      };
      members.add(Piece.of("var " + name + ": " + kind.text() + " = " + initial + ";"));
      desk.conditions.add(name + switch (kind) {
        case BOOL -> " == true";
        case COLOR -> " == Color.BLUE";
        default -> dice.of(List.of(" == ", " >= ")) + "1";
      });
    }
    if (dice.chance(10)) {
      members.add(Piece.of("var queue: list<0..1, 2>;"));
      desk.conditions.add("queue.size() == 2");
    }
    boolean hasList = members.getLast().open().startsWith("var queue");
    var scope = new Names(List.copyOf(desk.ports), new ArrayList<>(), state, 0);
    members.add(Piece.block("run", new Statements(this, hasList, size.statements()).run(scope)));
    return Piece.block("component " + desk.component(), members);
  }

  Dice dice() {
    return dice;
  }

  Expressions expressions() {
    return expressions;
  }

  String fresh(String letter) {
    return letter + names++;
  }

  Piece mark() {
    String name = fresh("m");
    desk.marks.add(name);
    return Piece.of("mark " + name + ";");
  }

  /// Returns the port as a statement names it, with an element of an array.
  String use(Port port, Names scope) {
    if (port.size() == 0) {
      return port.name();
    }
    List<String> bits = scope.of(Kind.BIT);
    String index = !bits.isEmpty() && dice.chance(40) ? dice.of(bits) : Integer.toString(dice.between(0, 1));
    return port.name() + "[" + index + "]";
  }

  static List<Port> facing(Facing facing, Names scope) {
    return scope.ports().stream().filter(p -> p.facing() == facing).toList();
  }

  /// Returns `e` for a letter of that kind, nothing for a signal.
  String letter(Kind kind, Names scope) {
    return kind == Kind.SIGNAL ? "" : expressions.of(kind, scope);
  }
}
