package org.graphline.conformance.random;

import java.util.List;
import org.graphline.conformance.random.Plan.Desk;
import org.graphline.conformance.random.Plan.Facing;
import org.graphline.conformance.random.Plan.Port;

/// Draws a [Plan]: up to four desks, joined so that none is on its own, and a few lines more.
final class Planner {
  private final Dice dice;
  private final Plan plan = new Plan();
  private final Size size;
  private int lines;

  Planner(Dice dice, Size size) {
    this.dice = dice;
    this.size = size;
  }

  Plan plan() {
    int count = 2 + dice.weighted(40, size == Size.SMALL ? 4 : 40, size == Size.LARGE ? 20 : 0);
    for (int i = 0; i < count; i++) {
      plan.desks.add(new Desk(i, count < 4 && dice.chance(size.less(12))));
    }
    for (int i = 1; i < count; i++) {
      join(plan.desks.get(i), plan.desks.get(dice.between(0, i - 1)));
    }
    int more = dice.weighted(35, size.less(40), size.less(25));
    for (int i = 0; i < more; i++) {
      Desk one = dice.of(plan.desks);
      switch (dice.weighted(45, 15, 15, 10, 12, 3)) {
        case 0 -> join(one, other(one));
        case 1 -> exposeLine(one);
        case 2 -> shareAmong(one);
        case 3 -> barrier(one, other(one));
        case 4 -> exposeCall(one);
        default -> toItself(one);
      }
    }
    return plan;
  }

  private Desk other(Desk one) {
    List<Desk> others = plan.desks.stream().filter(d -> d != one).toList();
    return dice.of(others);
  }

  private Kind kind() {
    return Kind.values()[dice.weighted(42, 13, 22, 8, 7, 3, 5)];
  }

  private String policy() {
    return switch (dice.weighted(56, 22, 8, 5, 5, 4)) {
      case 0 -> "";
      case 1 -> "1";
      case 2 -> "2";
      case 3 -> "overwriting 1";
      case 4 -> "dropping 1";
      default -> "overwriting 2";
    };
  }

  private static String arrow(String sharing, String policy) {
    String options = sharing.isEmpty() || policy.isEmpty() ? sharing + policy : sharing + ", " + policy;
    return options.isEmpty() ? " -> " : " ->[" + options + "] ";
  }

  private String port(Desk desk, Facing facing, Kind kind, Kind reply, int size, boolean shared) {
    String letter = switch (facing) {
      case IN -> "i";
      case OUT -> "o";
      case CLIENT -> "c";
      case SERVER -> "s";
      case BARRIER -> "b";
    };
    String name = letter + lines;
    desk.ports.add(new Port(name, facing, kind, reply, size, shared));
    return name;
  }

  private void wire(String text) {
    plan.wires.add(Piece.of(text));
  }

  private void join(Desk a, Desk b) {
    lines++;
    if (dice.chance(18)) {
      call(a, b);
    } else if (!a.isRow && !b.isRow && dice.chance(8)) {
      array(a, b);
    } else {
      Kind kind = kind();
      String from = a.every() + "." + port(a, Facing.OUT, kind, kind, 0, false);
      String policy = policy();
      if (b.isRow && a.isRow && dice.chance(60)) {
        String reader = port(b, Facing.IN, kind, kind, 0, false);
        plan.wires.add(Piece.block("for k in 0..1", List.of(Piece.of(a.name() + "[k].o" + lines + arrow("", policy)
            + b.name() + "[k]." + reader + ";"))));
      } else if (b.isRow) {
        boolean any = dice.chance(50);
        wire(from + arrow(any ? "any" : "all", policy) + b.every() + "."
            + port(b, Facing.IN, kind, kind, 0, any) + ";");
      } else {
        wire(from + arrow("", policy) + b.every() + "." + port(b, Facing.IN, kind, kind, 0, false) + ";");
      }
    }
  }

  private void call(Desk a, Desk b) {
    Desk client = b.isRow ? b : a;
    Desk server = b.isRow ? a : b;
    Kind request = kind();
    Kind reply = kind();
    if (server.isRow) {
      port(client, Facing.CLIENT, request, reply, 0, false);
      port(server, Facing.SERVER, request, reply, 0, false);
      plan.wires.add(Piece.block("for k in 0..1", List.of(Piece.of(
          client.name() + "[k].c" + lines + " -> " + server.name() + "[k].s" + lines + ";"))));
      return;
    }
    String to = server.name() + "." + port(server, Facing.SERVER, request, reply, 0, false) + ";";
    String port = port(client, Facing.CLIENT, request, reply, 0, false);
    if (client.isRow) {
      plan.wires.add(Piece.block("for k in 0..1",
          List.of(Piece.of(client.name() + "[k]." + port + " -> " + to))));
    } else {
      wire(client.name() + "." + port + " -> " + to);
      Desk second = dice.of(plan.desks);
      if (second != client && second != server && !second.isRow && dice.chance(50)) {
        wire(second.name() + "." + port(second, Facing.CLIENT, request, reply, 0, false) + " -> " + to);
      }
    }
  }

  private void array(Desk a, Desk b) {
    Kind kind = kind();
    String from = a.name() + "." + port(a, Facing.OUT, kind, kind, 2, false);
    String to = b.name() + "." + port(b, Facing.IN, kind, kind, 2, false);
    plan.wires.add(Piece.block("for k in 0..1",
        List.of(Piece.of(from + "[k]" + arrow("", policy()) + to + "[k];"))));
  }

  private void exposeLine(Desk desk) {
    lines++;
    Kind kind = kind();
    String name = "x" + lines;
    plan.exposed.add(name);
    if (dice.chance(60)) {
      plan.isOpen = true;
      plan.graphPorts.add(Piece.of("in " + name + ": " + kind.text() + ";"));
      Desk second = other(desk);
      if (desk.isRow || dice.chance(25)) {
        boolean any = dice.chance(50);
        String reader = desk.every() + "." + port(desk, Facing.IN, kind, kind, 0, any);
        if (desk.isRow) {
          wire(name + arrow(any ? "any" : "all", policy()) + reader + ";");
        } else if (dice.chance(50)) {
          wire(name + arrow(any ? "any" : "all", policy()) + "(" + reader + ", " + second.every() + "."
              + port(second, Facing.IN, kind, kind, 0, any) + ");");
        } else {
          desk.ports.removeLast();
          wire("(" + name + ", " + second.every() + "." + port(second, Facing.OUT, kind, kind, 0, false) + ")"
              + arrow("", policy()) + desk.every() + "." + port(desk, Facing.IN, kind, kind, 0, false) + ";");
        }
      } else {
        wire(name + arrow("", policy()) + desk.every() + "." + port(desk, Facing.IN, kind, kind, 0, false) + ";");
      }
    } else {
      plan.graphPorts.add(Piece.of("out " + name + ": " + kind.text() + ";"));
      wire(desk.every() + "." + port(desk, Facing.OUT, kind, kind, 0, false) + arrow("", policy()) + name + ";");
    }
  }

  private void exposeCall(Desk desk) {
    if (desk.isRow) {
      exposeLine(desk);
      return;
    }
    lines++;
    Kind request = kind();
    Kind reply = kind();
    String name = "x" + lines;
    plan.exposed.add(name);
    String type = ": " + request.text() + " -> " + reply.text() + ";";
    if (dice.chance(50)) {
      plan.isOpen = true;
      plan.graphPorts.add(Piece.of("server " + name + type));
      wire(name + " -> " + desk.name() + "." + port(desk, Facing.SERVER, request, reply, 0, false) + ";");
    } else {
      plan.graphPorts.add(Piece.of("client " + name + type));
      wire(desk.name() + "." + port(desk, Facing.CLIENT, request, reply, 0, false) + " -> " + name + ";");
    }
  }

  private void shareAmong(Desk one) {
    lines++;
    Kind kind = kind();
    List<Desk> others = plan.desks.stream().filter(d -> d != one).toList();
    if (others.size() < 2 || one.isRow) {
      join(one, dice.of(others));
      return;
    }
    Desk a = others.getFirst();
    Desk b = others.getLast();
    if (dice.chance(40)) {
      wire("(" + a.every() + "." + port(a, Facing.OUT, kind, kind, 0, false) + ", " + b.every() + "."
          + port(b, Facing.OUT, kind, kind, 0, false) + ")" + arrow("", policy()) + one.name() + "."
          + port(one, Facing.IN, kind, kind, 0, false) + ";");
    } else {
      boolean any = dice.chance(50);
      wire(one.name() + "." + port(one, Facing.OUT, kind, kind, 0, false) + arrow(any ? "any" : "all", policy())
          + "(" + a.every() + "." + port(a, Facing.IN, kind, kind, 0, any) + ", " + b.every() + "."
          + port(b, Facing.IN, kind, kind, 0, any) + ");");
    }
  }

  private void barrier(Desk a, Desk b) {
    lines++;
    String first = a.every() + "." + port(a, Facing.BARRIER, Kind.SIGNAL, Kind.SIGNAL, 0, false);
    String second = b.every() + "." + port(b, Facing.BARRIER, Kind.SIGNAL, Kind.SIGNAL, 0, false);
    wire("barrier t" + lines + ": (" + first + ", " + second + ");");
  }

  private void toItself(Desk desk) {
    if (desk.isRow) {
      return;
    }
    lines++;
    Kind kind = kind();
    wire(desk.name() + "." + port(desk, Facing.OUT, kind, kind, 0, false) + arrow("", policy()) + desk.name() + "."
        + port(desk, Facing.IN, kind, kind, 0, false) + ";");
  }
}
