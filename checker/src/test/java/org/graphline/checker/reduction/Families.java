package org.graphline.checker.reduction;

import static org.graphline.checker.reduction.Meetings.move;

import java.util.ArrayList;
import java.util.List;
import org.graphline.checker.product.Product;
import org.graphline.checker.reduction.Meetings.Move;

/// Families of products whose numbers of states, reduced and not, are known from other tools.
final class Families {
  private Families() {}

  static Product philosophers(int size, boolean leftHander) {
    var all = new Meetings();
    for (int i = 0; i < size; i++) {
      boolean turned = leftHander && i == size - 1;
      String one = (turned ? "right" : "left") + i;
      String other = (turned ? "left" : "right") + i;
      all.automaton(0, move(0, one + " up", 1), move(1, other + " up", 2), move(2, one + " down", 3),
          move(3, other + " down", 0));
    }
    for (int i = 0; i < size; i++) {
      String left = "left" + i;
      String right = "right" + (i - 1 + size) % size;
      all.automaton(0, move(0, left + " up", 1), move(1, left + " down", 0), move(0, right + " up", 2),
          move(2, right + " down", 0));
    }
    return all.product();
  }

  static Product buffers(int size) {
    var all = new Meetings();
    for (int i = 0; i < size; i++) {
      var moves = new ArrayList<Move>();
      for (int bit = 0; bit < 2; bit++) {
        moves.add(move(0, "c" + i + "." + bit, 1 + bit));
        moves.add(move(1 + bit, "c" + (i + 1) + "." + bit, 0));
      }
      all.automaton(0, moves.toArray(Move[]::new));
    }
    all.automaton(0, move(0, "c0.0", 0), move(0, "c0.1", 0));
    all.automaton(0, move(0, "c" + size + ".0", 0), move(0, "c" + size + ".1", 0));
    return all.product();
  }

  static Product relay(int stations) {
    var all = new Meetings().automaton(0, move(0, "0", 0));
    for (int i = 0; i < stations; i++) {
      all.automaton(0, move(0, "" + i, 1), move(1, "" + (i + 1), 0));
    }
    return all.automaton(0, move(0, "" + stations, 0)).product();
  }

  static Product milner(int size) {
    var all = new Meetings();
    for (int i = 0; i < size; i++) {
      String token = "token" + i;
      var moves = new ArrayList<>(List.of(move(1, "go" + i, 2), move(2, "token" + (i + 1) % size, 3),
          move(3, "done" + i, 4), move(4, token, 1), move(3, token, 5), move(5, "done" + i, 1)));
      if (i > 0) {
        moves.add(move(0, token, 1));
      }
      all.automaton(i == 0 ? 1 : 0, moves.toArray(Move[]::new));
    }
    for (int i = 0; i < size; i++) {
      all.automaton(0, move(0, "go" + i, 1), move(1, "done" + i, 0));
    }
    return all.product();
  }

  static Product requests(int size, boolean repaired) {
    var all = new Meetings();
    for (int i = 0; i < size; i++) {
      String next = "" + (i + 1) % size;
      if (repaired && i == size - 1) {
        all.automaton(0, move(0, "request" + i, 1), move(1, "reply" + i, 0));
        continue;
      }
      var moves = new ArrayList<Move>();
      if (!repaired || i > 0) {
        moves.add(move(0, "request" + i, 1));
        moves.add(move(3, "reply" + i, 0));
      }
      moves.addAll(List.of(move(1, "request" + next, 2), move(2, "reply" + next, 3), move(0, "own" + i, 4),
          move(4, "request" + next, 5), move(5, "reply" + next, 0)));
      all.automaton(0, moves.toArray(Move[]::new));
    }
    return all.product();
  }

  static Product systolic(int rows, int columns) {
    var all = new Meetings();
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        String west = "h" + r + "," + c;
        String east = "h" + r + "," + (c + 1);
        String north = "v" + r + "," + c;
        String south = "v" + (r + 1) + "," + c;
        all.automaton(0, move(0, west, 1), move(1, north, 3), move(0, north, 2), move(2, west, 3), move(3, east, 4),
            move(4, south, 0), move(3, south, 5), move(5, east, 0));
      }
    }
    return all.product();
  }

  static Product polite(int size) {
    var all = new Meetings();
    for (int i = 0; i < size; i++) {
      String l = "left" + i + " ";
      String r = "right" + i + " ";
      all.automaton(0, move(0, l + "ask", 1), move(1, l + "no", 0), move(1, l + "yes", 2), move(2, r + "ask", 3),
          move(3, r + "no", 4), move(4, l + "put", 0), move(3, r + "yes", 5), move(5, r + "put", 6),
          move(6, l + "put", 0));
    }
    for (int i = 0; i < size; i++) {
      String l = "left" + i + " ";
      String r = "right" + (i - 1 + size) % size + " ";
      all.automaton(0, move(0, l + "ask", 1), move(1, l + "yes", 3), move(0, r + "ask", 2), move(2, r + "yes", 3),
          move(3, l + "ask", 4), move(4, l + "no", 3), move(3, r + "ask", 5), move(5, r + "no", 3),
          move(3, l + "put", 0), move(3, r + "put", 0));
    }
    return all.product();
  }
}
