package org.graphline.conformance.random;

import java.util.ArrayList;
import java.util.List;
import org.graphline.conformance.random.Names.Name;
import org.graphline.conformance.random.Plan.Facing;
import org.graphline.conformance.random.Plan.Port;

/// Random statements of one behavior.
final class Statements {
  private final Bodies bodies;
  private final Dice dice;
  private final Expressions expressions;
  private final boolean hasList;
  private int budget;

  /// @param budget how many statements nest freely
  Statements(Bodies bodies, boolean hasList, int budget) {
    this.budget = budget;
    this.bodies = bodies;
    this.dice = bodies.dice();
    this.expressions = bodies.expressions();
    this.hasList = hasList;
  }

  /// Returns the whole behavior: perhaps some work first, then perhaps a working day.
  List<Piece> run(Names scope) {
    var all = new ArrayList<Piece>();
    if (dice.chance(4)) {
      all.add(par(scope, true));
      return all;
    }
    if (dice.chance(35)) {
      all.addAll(some(scope, 1, 2));
    }
    switch (dice.weighted(45, 25, 8, 22)) {
      case 0 -> all.add(Piece.block("repeat", job(scope.inside())));
      case 1 -> all.add(select(scope, "repeat select"));
      case 2 -> all.add(Piece.block("while (true)", job(scope.inside())));
      default -> {
        if (dice.chance(50)) {
          all.add(Piece.block("for " + bodies.fresh("k") + " in 1..2", job(scope.inside())));
        } else {
          all.addAll(some(scope, 1, 4));
        }
      }
    }
    return all;
  }

  /// What a component does over and over: mostly each of its ports once, inputs first.
  private List<Piece> job(Names scope) {
    if (dice.chance(30)) {
      return some(scope, 1, 3);
    }
    var all = new ArrayList<Piece>();
    for (Facing facing : List.of(Facing.SERVER, Facing.IN, Facing.CLIENT, Facing.OUT, Facing.BARRIER)) {
      for (Port port : Bodies.facing(facing, scope)) {
        if (dice.chance(85)) {
          all.add(use(port, scope));
        }
      }
    }
    if (all.isEmpty() || dice.chance(15)) {
      all.add(statement(scope));
    }
    if (dice.chance(4)) {
      all.add(block("repeat", scope, 2));
    }
    return all;
  }

  private List<Piece> some(Names scope, int least, int most) {
    var all = new ArrayList<Piece>();
    int count = dice.between(least, most);
    for (int i = 0; i < count; i++) {
      all.add(statement(scope));
    }
    return all;
  }

  private Piece block(String head, Names scope, int most) {
    return Piece.block(head, some(scope.inside(), 1, most));
  }

  private Piece statement(Names scope) {
    budget--;
    if (budget < 0 || scope.depth() > 3 || dice.chance(50)) {
      return scope.ports().isEmpty() || dice.chance(12) ? local(scope) : use(dice.of(scope.ports()), scope);
    }
    return switch (dice.weighted(18, 14, 12, 8, 8, 12, 10, 6)) {
      case 0 -> select(scope, "select");
      case 1 -> ifStatement(scope);
      case 2 -> choose(scope);
      case 3 -> par(scope, false);
      case 4 -> loop(scope);
      case 5 -> local(scope);
      case 6 -> bodies.mark();
      default -> rare(scope);
    };
  }

  private Piece use(Port port, Names scope) {
    String name = bodies.use(port, scope);
    return switch (port.facing()) {
      case IN -> receive(port, name, scope);
      case OUT -> Piece.of("send " + (port.kind() == Kind.SIGNAL ? "" : expressions.of(port.kind(), scope) + " ")
          + "to " + name + orElse(scope));
      case CLIENT -> call(port, name, scope);
      case SERVER -> {
        Names inside = scope.inside();
        yield Piece.block(bind("accept", port.kind(), name, inside), answer(port, inside));
      }
      case BARRIER -> Piece.of("sync " + name + ";");
    };
  }

  private String orElse(Names scope) {
    return switch (dice.weighted(84, 8, 8)) {
      case 0 -> ";";
      case 1 -> " else {}";
      default -> scope.vars().isEmpty() ? " else { mark lost; }" : " else { " + assignment(scope) + " }";
    };
  }

  /// Returns `receive x from p` and binds `x` in `scope`, or does without a name.
  private String bind(String verb, Kind kind, String port, Names scope) {
    if (kind == Kind.SIGNAL || dice.chance(35)) {
      return verb + " from " + port;
    }
    String name = bodies.fresh("r");
    scope.fixed().add(new Name(name, kind));
    return verb + " " + name + " from " + port;
  }

  private Piece receive(Port port, String name, Names scope) {
    return switch (dice.weighted(86, 7, 7)) {
      case 0 -> Piece.of(bind("receive", port.kind(), name, scope) + ";");
      case 1 -> Piece.of(bind("receive", port.kind(), name, scope) + " else stop;");
      default -> Piece.of("receive from " + name + " else { " + (dice.chance(50) ? "mark over; " : "") + "}");
    };
  }

  private Piece call(Port port, String name, Names scope) {
    String call = "call " + name + "(" + bodies.letter(port.kind(), scope) + ")";
    if (port.reply() == Kind.SIGNAL || dice.chance(40)) {
      return Piece.of(call + orElse(scope));
    }
    String result = bodies.fresh("r");
    scope.fixed().add(new Name(result, port.reply()));
    return Piece.of("let " + result + " = " + call + (dice.chance(90) ? ";" : " else stop;"));
  }

  /// What happens between an `accept` and the end of its block.
  private List<Piece> answer(Port port, Names scope) {
    var all = new ArrayList<Piece>();
    Names others = scope.with(scope.ports().stream()
        .filter(p -> p.facing() != Facing.SERVER && p.facing() != Facing.BARRIER).toList());
    if (!others.ports().isEmpty() && dice.chance(20)) {
      all.add(use(dice.of(others.ports()), others));
    }
    String reply = "reply" + (port.reply() == Kind.SIGNAL ? "" : " " + expressions.of(port.reply(), others)) + ";";
    if (dice.chance(10)) {
      all.add(Piece.block("if (" + expressions.condition(others) + ")", List.of(Piece.of(reply), bodies.mark())));
      all.add(Piece.block("else", List.of(Piece.of(dice.chance(40) ? "stop;" : reply))));
    } else {
      all.add(Piece.of(reply));
    }
    if (dice.chance(20)) {
      all.add(statement(others));
    }
    return all;
  }

  private Piece select(Names scope, String head) {
    boolean priority = dice.chance(18);
    var cases = new ArrayList<Piece>();
    for (Port port : scope.ports()) {
      if (dice.chance(85)) {
        cases.addAll(cases(port, scope));
      }
    }
    if (priority) {
      java.util.Collections.shuffle(cases, new java.util.Random(dice.between(0, 1000)));
    }
    if (dice.chance(cases.isEmpty() ? 100 : 12)) {
      cases.add(chosen("after 5s", scope.inside()));
    }
    if (priority && dice.chance(50)) {
      cases.add(chosen("else", scope.inside()));
    }
    return Piece.block(head + (priority ? " priority" : ""), cases);
  }

  private List<Piece> cases(Port port, Names scope) {
    if (port.shared()) {
      return List.of();
    }
    String when = dice.chance(15) ? "when (" + expressions.condition(scope) + ") " : "";
    var all = new ArrayList<Piece>();
    switch (port.facing()) {
      case IN -> {
        if (port.size() > 0 && dice.chance(50)) {
          Names inside = scope.inside();
          String index = bodies.fresh("k");
          all.add(Piece.block("for " + index + " in 0..1", List.of(
              chosen(when + bind("receive", port.kind(), port.name() + "[" + index + "]", inside), inside))));
        } else {
          Names inside = scope.inside();
          all.add(chosen(when + bind("receive", port.kind(), bodies.use(port, scope), inside), inside));
        }
        if (dice.chance(12)) {
          all.add(chosen("end " + bodies.use(port, scope), scope.inside()));
        }
      }
      case SERVER -> {
        Names inside = scope.inside();
        String head = when + bind("accept", port.kind(), bodies.use(port, scope), inside) + " =>";
        all.add(Piece.block(head, answer(port, inside)));
      }
      case BARRIER -> all.add(chosen(when + "sync " + port.name(), scope.inside()));
      case OUT, CLIENT -> { }
    }
    return all;
  }

  private Piece chosen(String guard, Names scope) {
    var body = new ArrayList<Piece>();
    List<Port> outs = scope.ports().stream()
        .filter(p -> p.facing() == Facing.OUT || p.facing() == Facing.CLIENT).toList();
    if (!outs.isEmpty() && dice.chance(50)) {
      body.add(use(dice.of(outs), scope));
    } else if (dice.chance(70)) {
      body.add(statement(scope));
    }
    return Piece.block(guard + " =>", body);
  }

  private Piece ifStatement(Names scope) {
    if (!scope.of(Kind.COLOR).isEmpty() && dice.chance(50)) {
      return Piece.block("match (" + dice.of(scope.of(Kind.COLOR)) + ")", List.of(
          block("Color.RED =>", scope, 1), block(dice.chance(50) ? "else =>" : "Color.BLUE =>", scope, 1)));
    }
    Piece then = block("if (" + expressions.condition(scope) + ")", scope, 2);
    return dice.chance(40) ? then : Piece.sequence(List.of(then, block("else", scope, 2)));
  }

  private Piece choose(Names scope) {
    return Piece.sequence(List.of(block(dice.chance(50) ? "choose fair" : "choose", scope, 2),
        block("or", scope, 2)));
  }

  /// Each port goes to one branch; what can be assigned, to the first.
  private Piece par(Names scope, boolean asRepeats) {
    var first = new ArrayList<Port>();
    var second = new ArrayList<Port>();
    scope.ports().forEach(p -> (dice.chance(50) ? first : second).add(p));
    Names one = scope.with(first).inside();
    Names two = scope.aside(second);
    if (asRepeats) {
      return Piece.block("par", List.of(Piece.block("repeat", job(one)), Piece.block("repeat", job(two))));
    }
    return Piece.block("par", List.of(Piece.block("", some(one, 1, 2)), Piece.block("", some(two, 1, 2))));
  }

  private Piece loop(Names scope) {
    if (dice.chance(70)) {
      Names inside = scope.inside();
      String index = bodies.fresh("k");
      inside.fixed().add(new Name(index, Kind.BIT));
      return Piece.block("for " + index + " in 0..1", some(inside, 1, 2));
    }
    String condition = expressions.condition(scope);
    return block("while (" + (condition.equals("true") ? "Java.toss()" : condition) + ")", scope, 2);
  }

  private String assignment(Names scope) {
    Name name = dice.of(scope.vars());
    return name.name() + " = " + expressions.of(name.kind(), scope) + ";";
  }

  private Piece local(Names scope) {
    if (hasList && !scope.vars().isEmpty() && dice.chance(40)) {
      return switch (dice.weighted(40, 40, 20)) {
        case 0 -> Piece.block("if (!queue.isFull())",
            List.of(Piece.of("queue.add(" + expressions.of(Kind.BIT, scope).replace("anything", "1") + ");")));
        case 1 -> Piece.block("if (!queue.isEmpty())", List.of(Piece.of("queue.removeFirst();")));
        default -> Piece.of("queue.add(" + expressions.of(Kind.BIT, scope).replace("anything", "1") + ");");
      };
    }
    return switch (dice.weighted(scope.vars().isEmpty() ? 0 : 55, 15, 10, 8)) {
      case 0 -> Piece.of(assignment(scope));
      case 1 -> {
        Kind kind = dice.of(List.of(Kind.BIT, Kind.BOOL, Kind.TRIT));
        String value = expressions.of(kind, scope);
        String name = bodies.fresh("r");
        if (dice.chance(50)) {
          scope.vars().add(new Name(name, kind));
          yield Piece.of("var " + name + ": " + kind.text() + " = " + value + ";");
        }
        scope.fixed().add(new Name(name, kind));
          yield Piece.of("let " + name + " = " + value + ";");
      }
      case 2 -> Piece.of("Java.show();");
      default -> bodies.mark();
    };
  }

  private Piece rare(Names scope) {
    return switch (dice.weighted(30, 25, 10, 15, 10, 10)) {
      case 0 -> Piece.of("wait 1s;");
      case 1 -> scope.ports().isEmpty() ? bodies.mark() : close(dice.of(scope.ports()), scope);
      case 2 -> Piece.of("assert " + expressions.condition(scope) + ";");
      case 3 -> Piece.block("if (" + expressions.condition(scope) + ")", List.of(Piece.of("stop;")));
      case 4 -> Piece.of("Java.risk();");
      default -> bodies.mark();
    };
  }

  private Piece close(Port port, Names scope) {
    return port.facing() == Facing.BARRIER ? bodies.mark() : Piece.of("close " + bodies.use(port, scope) + ";");
  }
}
