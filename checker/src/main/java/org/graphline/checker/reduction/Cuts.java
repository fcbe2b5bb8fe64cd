package org.graphline.checker.reduction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Update;

/// What must happen before an atom can become true: sets of events, one of which is in every run from where a field has
/// some value, in which the atom is false, to where the atom is true.
///
/// Seen as a graph, the values of a field are nodes and what events do to it are edges; every such set is a cut between
/// the value and the values wanted: the edges that leave the values within some distance, as far as they are on the way.
final class Cuts {
  private static final int MOST_CUTS = 4;

  private final Reach reach;
  private final Map<Atom, Integer> numbers = new HashMap<>();
  private final List<Atom> atoms = new ArrayList<>();
  private final List<int[][][]> known = new ArrayList<>();
  private final Map<Integer, Edges> edges = new HashMap<>();
  private final Map<Integer, int[]> writers = new HashMap<>();

  Cuts(Reach reach) {
    this.reach = reach;
  }

  /// For each value of a field the edges that leave it: pairs of an event and the next value.
  private record Edges(int[][] leaving) {}

  /// Returns the number of an atom.
  int number(Atom atom) {
    return numbers.computeIfAbsent(atom, a -> {
      atoms.add(a);
      known.add(reach.isLarge(a.field()) ? new int[1][][] : new int[reach.size(a.field())][][]);
      return atoms.size() - 1;
    });
  }

  /// Reports whether the atom with this number is true where its field has `value`.
  boolean holds(int number, int value) {
    return atoms.get(number).holds(value);
  }

  /// Returns some sets of events, any of which will do, for the atom with this number where its field has `value`.
  int[][] before(int number, int value) {
    Atom atom = atoms.get(number);
    boolean large = reach.isLarge(atom.field());
    int[][][] cuts = known.get(number);
    int at = large ? 0 : value;
    if (cuts[at] == null) {
      cuts[at] = large ? new int[][] {writers(atom.field())} : cut(atom, value);
    }
    return cuts[at];
  }

  private int[] writers(int field) {
    return writers.computeIfAbsent(field, f -> {
      var all = new BitSet();
      for (int e = 0; e < reach.events().size(); e++) {
        for (Update update : reach.events().get(e).updates()) {
          all.set(e, all.get(e) || update.field() == f);
        }
      }
      return all.stream().toArray();
    });
  }

  private int[][] cut(Atom atom, int value) {
    int[][] leaving = edges.computeIfAbsent(atom.field(), this::edges).leaving();
    int[] distance = distances(leaving, atom, value);
    boolean[] useful = useful(leaving, atom);
    int farthest = 0;
    for (int v = 0; v < distance.length; v++) {
      farthest = Math.max(farthest, distance[v] >= 0 && useful[v] ? distance[v] : 0);
    }
    var cuts = new ArrayList<int[]>();
    cuts.add(crossing(leaving, atom, distance, useful, farthest));
    for (int within = 0; within < Math.min(farthest, MOST_CUTS - 1); within++) {
      cuts.add(crossing(leaving, atom, distance, useful, within));
    }
    return cuts.toArray(int[][]::new);
  }

  /// Events with an edge from a value at most so far away to one farther, or wanted.
  private static int[] crossing(int[][] leaving, Atom atom, int[] distance, boolean[] useful, int within) {
    var events = new BitSet();
    for (int v = 0; v < distance.length; v++) {
      if (distance[v] >= 0 && distance[v] <= within && !atom.holds(v)) {
        for (int i = 0; i < leaving[v].length; i += 2) {
          int next = leaving[v][i + 1];
          if (useful[next] && (atom.holds(next) || distance[next] > within)) {
            events.set(leaving[v][i]);
          }
        }
      }
    }
    return events.stream().toArray();
  }

  /// How far each value is without passing a wanted one; -1 if it is not to be had.
  private static int[] distances(int[][] leaving, Atom atom, int from) {
    int[] distance = new int[leaving.length];
    java.util.Arrays.fill(distance, -1);
    distance[from] = 0;
    int[] queue = new int[leaving.length];
    int end = 1;
    queue[0] = from;
    for (int at = 0; at < end; at++) {
      int v = queue[at];
      for (int i = 1; i < leaving[v].length && !atom.holds(v); i += 2) {
        int next = leaving[v][i];
        if (distance[next] < 0) {
          distance[next] = distance[v] + 1;
          queue[end++] = next;
        }
      }
    }
    return distance;
  }

  /// From where a wanted value can be had.
  private static boolean[] useful(int[][] leaving, Atom atom) {
    boolean[] useful = new boolean[leaving.length];
    for (int v = 0; v < useful.length; v++) {
      useful[v] = atom.holds(v);
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int v = useful.length - 1; v >= 0; v--) {
        for (int i = 1; i < leaving[v].length && !useful[v]; i += 2) {
          useful[v] = useful[leaving[v][i]];
          changed |= useful[v];
        }
      }
    }
    return useful;
  }

  private Edges edges(int field) {
    var leaving = new int[reach.size(field)][];
    int[] writing = writers(field);
    for (int v = 0; v < leaving.length; v++) {
      var pairs = new ArrayList<Integer>();
      for (int e : writing) {
        if (reach.isAllowed(reach.events().get(e), field, v)) {
          for (int next : reach.nexts(reach.events().get(e), field, v)) {
            if (next != v) {
              pairs.add(e);
              pairs.add(next);
            }
          }
        }
      }
      leaving[v] = pairs.stream().mapToInt(Integer::intValue).toArray();
    }
    return new Edges(leaving);
  }
}
