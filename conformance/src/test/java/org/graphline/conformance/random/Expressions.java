package org.graphline.conformance.random;

import java.util.List;

/// Random expressions.
final class Expressions {
  private final Dice dice;

  Expressions(Dice dice) {
    this.dice = dice;
  }

  /// Returns an expression whose value fits `kind`; nearly always, for it may leave a range now and then.
  String of(Kind kind, Names names) {
    List<String> known = names.of(kind);
    if (!known.isEmpty() && dice.chance(50)) {
      return changed(kind, dice.of(known));
    }
    return switch (kind) {
      case SIGNAL -> throw new AssertionError("a signal is not written");
      case BOOL -> condition(names);
      case BIT -> switch (dice.weighted(40, 40, 8, 6, 6)) {
        case 0 -> "0";
        case 1 -> "1";
        case 2 -> "anything";
        case 3 -> "Java.pick()";
        default -> condition(names) + " ? 1 : 0";
      };
      case TRIT -> names.of(Kind.BIT).isEmpty() || dice.chance(60) ? Integer.toString(dice.between(0, 2))
          : dice.of(names.of(Kind.BIT)) + (dice.chance(50) ? "" : " + 1");
      case COLOR -> dice.chance(50) ? "Color.RED" : "Color.BLUE";
      case NOTE -> "Note{color: " + of(Kind.COLOR, names) + ", bit: " + of(Kind.BIT, names).replace("anything", "1") + "}";
      case BLOB -> dice.chance(70) ? "Java.make()" : "anything";
    };
  }

  private String changed(Kind kind, String name) {
    return switch (kind) {
      case BOOL -> dice.chance(50) ? name : "!" + name;
      case BIT -> switch (dice.weighted(45, 45, 10)) {
        case 0 -> name;
        case 1 -> "1 - " + name;
        default -> name + " + 1";
      };
      case TRIT -> switch (dice.weighted(45, 45, 10)) {
        case 0 -> name;
        case 1 -> "(" + name + " + 1) % 3";
        default -> name + " + 1";
      };
      case SIGNAL, COLOR, NOTE, BLOB -> name;
    };
  }

  /// Returns a truth value.
  String condition(Names names) {
    return switch (dice.weighted(50, 8, 10, 8, 5, 5)) {
      case 0 -> comparison(names);
      case 1 -> "Java.ask()";
      case 2 -> "Java.toss()";
      case 3 -> "true";
      case 4 -> comparison(names) + (dice.chance(50) ? " && " : " || ") + comparison(names);
      default -> "Java.pick() == " + dice.between(0, 1);
    };
  }

  private String comparison(Names names) {
    for (Kind kind : List.of(Kind.BIT, Kind.TRIT, Kind.BOOL, Kind.COLOR, Kind.NOTE)) {
      List<String> known = names.of(kind);
      if (!known.isEmpty() && dice.chance(60)) {
        String name = dice.of(known);
        return switch (kind) {
          case BOOL -> dice.chance(50) ? name : "!" + name;
          case COLOR -> name + (dice.chance(50) ? " == " : " != ") + "Color.RED";
          case NOTE -> dice.chance(50) ? name + ".color == Color.BLUE" : name + ".bit == " + dice.between(0, 1);
          default -> name + dice.of(List.of(" == ", " != ", " < ", " >= ")) + dice.between(0, kind.most());
        };
      }
    }
    return dice.chance(80) ? "true" : "Java.toss()";
  }
}
