package org.graphline.checker.reduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.graphline.checker.product.Atom;

/// What must happen before an atom can become true: sets of events, one of which is in every run from where a
/// field has some value, in which the atom is false, to where the atom is true.
///
/// Seen as a graph, the values of a field are nodes and what events do to it are edges; every such set is a
/// cut between the value and the values wanted: the edges into those wanted, or the edges that leave the
/// values within some distance as far as they are on the way.
final class Cuts {
  private static final int MOST_CUTS = 4;
  /// Where there are more edges, not so many cuts are tried.
  private static final int MANY_EDGES = 1 << 12;

  private final Reach reach;
  private final Map<Atom, Wanted> all = new HashMap<>();
  private final Map<Integer, int[][]> edges = new HashMap<>();
  private final Map<Integer, int[]> writers = new HashMap<>();

  Cuts(Reach reach) {
    this.reach = reach;
  }

  /// Returns what there is to know about an atom.
  Wanted of(Atom atom) {
    return all.computeIfAbsent(atom, Wanted::new);
  }

  private int[] writers(int field) {
    return writers.computeIfAbsent(field, f -> IntStream.range(0, reach.events().size())
        .filter(e -> Arrays.stream(reach.events().get(e).written).anyMatch(w -> w == f)).toArray());
  }

  /// For each value the edges that leave it: pairs of an event and the next value.
  private int[][] edges(int field) {
    return edges.computeIfAbsent(field, f -> {
      var leaving = new int[reach.size(f)][];
      for (int v = 0; v < leaving.length; v++) {
        var pairs = IntStream.builder();
        for (int e : writers(f)) {
          if (reach.isAllowed(reach.events().get(e), f, v)) {
            for (int next : reach.nexts(reach.events().get(e), f, v)) {
              if (next != v) {
                pairs.add(e);
                pairs.add(next);
              }
            }
          }
        }
        leaving[v] = pairs.build().toArray();
      }
      return leaving;
    });
  }

  /// The cuts of one atom, worked out when they are asked for.
  final class Wanted {
    /// The field that the atom looks at.
    final int field;
    private final Atom atom;
    private final AtomicReferenceArray<long[][]> known;
    private int[][] leaving;
    private boolean[] useful;
    private long[] last;

    Wanted(Atom atom) {
      this.field = atom.field();
      this.atom = atom;
      this.known = new AtomicReferenceArray<>(reach.isLarge(atom.field()) ? 1 : reach.size(atom.field()));
    }

    /// Reports whether the atom is true where its field has `value`.
    boolean holds(int value) {
      return atom.holds(value);
    }

    /// Returns some sets of events ([EventMask]), any of which will do, where the field has `value`.
    long[][] before(int value) {
      int at = known.length() == 1 ? 0 : value;
      long[][] cuts = known.getAcquire(at);
      if (cuts == null) {
        cuts = work(value);
        known.setRelease(at, cuts);
      }
      return cuts;
    }

    private long[][] work(int value) {
      synchronized (reach) {
        return reach.isLarge(field) ? new long[][] {EventMask.of(IntStream.of(writers(field)))} : cuts(value);
      }
    }

    private long[][] cuts(int value) {
      if (leaving == null) {
        leaving = edges(atom.field());
        useful = useful();
      }
      if (Arrays.stream(leaving).mapToInt(e -> e.length).sum() / 2 > MANY_EDGES) {
        return new long[][] {last(), leaving(value)};
      }
      int[] distance = distances(value);
      int farthest = IntStream.range(0, distance.length).filter(v -> useful[v]).map(v -> distance[v]).max().orElse(0);
      var cuts = new ArrayList<long[]>();
      cuts.add(crossing(distance, farthest));
      for (int within = 0; within < Math.min(farthest, MOST_CUTS - 1); within++) {
        cuts.add(crossing(distance, within));
      }
      return cuts.toArray(long[][]::new);
    }

    /// Events with an edge to a wanted value.
    private long[] last() {
      if (last == null) {
        var events = new BitSet();
        for (int v = 0; v < leaving.length; v++) {
          for (int i = 0; i < leaving[v].length && !atom.holds(v); i += 2) {
            if (atom.holds(leaving[v][i + 1])) {
              events.set(leaving[v][i]);
            }
          }
        }
        last = EventMask.of(events);
      }
      return last;
    }

    private long[] leaving(int value) {
      return EventMask.of(IntStream.range(0, leaving[value].length / 2).filter(i -> useful[leaving[value][2 * i + 1]])
          .map(i -> leaving[value][2 * i]));
    }

    /// Events with an edge from a value at most so far away to one farther, or wanted.
    private long[] crossing(int[] distance, int within) {
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
      return EventMask.of(events);
    }

    /// How far each value is without passing a wanted one; -1 if it is not to be had.
    private int[] distances(int from) {
      int[] distance = new int[leaving.length];
      Arrays.fill(distance, -1);
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
    private boolean[] useful() {
      boolean[] found = new boolean[leaving.length];
      for (int v = 0; v < found.length; v++) {
        found[v] = atom.holds(v);
      }
      boolean changed = true;
      while (changed) {
        changed = false;
        for (int v = found.length - 1; v >= 0; v--) {
          for (int i = 1; i < leaving[v].length && !found[v]; i += 2) {
            found[v] = found[leaving[v][i]];
            changed |= found[v];
          }
        }
      }
      return found;
    }
  }
}
