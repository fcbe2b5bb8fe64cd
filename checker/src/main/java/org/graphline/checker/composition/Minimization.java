package org.graphline.checker.composition;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// The smallest system that is divergence-preserving branching bisimilar to another one, marks being kept (van Glabbeek,
/// Weijland, J. ACM 43, 1996; van Glabbeek, Luttik, Trčka, Fundamenta Informaticae 93, 2009).
///
/// States on a cycle of hidden steps with one mark are made one; what is left of hidden steps between states of one mark
/// has no cycle. Blocks are then split by signatures, the steps that leave a block after hidden ones within it, until
/// nothing changes (Blom, Orzan, "A Distributed Algorithm for Strong Bisimulation Reduction of State Spaces", STTT 7,
/// 2005; Blom, van de Pol, "Distributed Branching Bisimulation Minimization by Inductive Signatures", PDMC 2009). Slower
/// than O(m log n) (Groote, Jansen, Keiren, Wijs, ACM TOCL 18, 2017; TACAS 2020), and as simple as it looks; few rounds
/// do for the systems here.
final class Minimization {
  /// The label of going on for ever within a block.
  private static final int DIVERGES = -1;

  private final Lts lts;
  private final boolean divergence;
  private final BooleanSupplier isOver;
  private final int[] node;
  private final int nodes;
  private final int[] first;
  private final long[] moves;
  private int[] block;
  private int blocks;

  private Minimization(Lts lts, boolean divergence, BooleanSupplier isOver) {
    this.lts = lts;
    this.divergence = divergence;
    this.isOver = isOver;
    this.node = HiddenCycles.of(lts);
    this.nodes = Arrays.stream(node).max().orElse(-1) + 1;
    this.first = new int[nodes + 1];
    this.moves = collect();
    this.block = new int[nodes];
  }

  /// What was found: the smallest system, and for each state of the other one the state it has become.
  record Minimized(Lts lts, int[] state) {}

  /// Returns the smallest system.
  ///
  /// @param divergence whether it matters that hidden steps may go on for ever
  static Minimized of(Lts lts, boolean divergence, BooleanSupplier isOver) {
    var minimization = new Minimization(lts, divergence, isOver);
    return minimization.quotient(minimization.refine());
  }

  /// The transitions between nodes, those within a node being one that diverges.
  private long[] collect() {
    int[] byNode = new int[nodes + 1];
    for (int n : node) {
      byNode[n + 1]++;
    }
    for (int n = 0; n < nodes; n++) {
      byNode[n + 1] += byNode[n];
    }
    int[] members = new int[node.length];
    int[] at = byNode.clone();
    for (int s = 0; s < node.length; s++) {
      members[at[node[s]]++] = s;
    }
    long[] all = new long[lts.transitions() + nodes];
    int count = 0;
    for (int n = 0; n < nodes; n++) {
      int from = count;
      boolean diverges = false;
      for (int i = byNode[n]; i < byNode[n + 1]; i++) {
        for (int t = lts.first(members[i]); t < lts.first(members[i] + 1); t++) {
          boolean inside = lts.label(t) == Marking.HIDDEN && node[lts.target(t)] == n;
          diverges |= inside;
          if (!inside) {
            all[count++] = move(lts.label(t), node[lts.target(t)]);
          }
        }
      }
      if (diverges && divergence) {
        all[count++] = move(DIVERGES, n);
      }
      Arrays.sort(all, from, count);
      count = unique(all, from, count);
      first[n + 1] = count;
    }
    return Arrays.copyOf(all, count);
  }

  private static int unique(long[] all, int from, int to) {
    int kept = from;
    for (int i = from; i < to; i++) {
      if (i == from || all[i] != all[i - 1]) {
        all[kept++] = all[i];
      }
    }
    return kept;
  }

  private static long move(int label, int to) {
    return (long) label << Integer.SIZE | to;
  }

  private static int label(long move) {
    return (int) (move >> Integer.SIZE);
  }

  private record Signature(int block, long[] moves) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Signature that && block == that.block && Arrays.equals(moves, that.moves);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(moves) * 31 + block;
    }
  }

  /// Splits blocks until nothing changes; returns the signature of each node.
  private long[][] refine() {
    Map<Integer, Integer> byMark = new HashMap<>();
    for (int s = 0; s < node.length; s++) {
      block[node[s]] = byMark.computeIfAbsent(lts.mark(s), _ -> byMark.size());
    }
    blocks = byMark.size();
    while (true) {
      long[][] signatures = signatures();
      Map<Signature, Integer> numbers = new HashMap<>();
      int[] next = new int[nodes];
      for (int n = 0; n < nodes; n++) {
        next[n] = numbers.computeIfAbsent(new Signature(block[n], signatures[n]), _ -> numbers.size());
      }
      if (numbers.size() == blocks) {
        return signatures;
      }
      block = next;
      blocks = numbers.size();
    }
  }

  /// Nodes come after those that hidden steps of one mark lead to.
  private long[][] signatures() {
    if (isOver.getAsBoolean()) {
      throw new OutOfReach("called off");
    }
    long[][] signatures = new long[nodes][];
    Map<Signature, long[]> shared = new HashMap<>();
    long[] buffer = new long[64];
    for (int n = 0; n < nodes; n++) {
      int count = 0;
      int inert = 0;
      for (int i = first[n]; i < first[n + 1]; i++) {
        int target = (int) moves[i];
        boolean isInert = label(moves[i]) == Marking.HIDDEN && block[target] == block[n];
        int more = isInert ? signatures[target].length : 1;
        while (count + more > buffer.length) {
          buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        if (isInert) {
          inert++;
          System.arraycopy(signatures[target], 0, buffer, count, more);
        } else {
          buffer[count] = move(label(moves[i]), block[target]);
        }
        count += more;
      }
      if (inert == 1 && first[n + 1] - first[n] == 1) {
        signatures[n] = signatures[(int) moves[first[n]]];
        continue;
      }
      Arrays.sort(buffer, 0, count);
      long[] signature = Arrays.copyOf(buffer, unique(buffer, 0, count));
      signatures[n] = shared.computeIfAbsent(new Signature(0, signature), s -> s.moves());
    }
    return signatures;
  }

  /// The blocks, numbered as they are met from the first one on.
  private Minimized quotient(long[][] signatures) {
    int[] some = new int[blocks];
    for (int n = 0; n < nodes; n++) {
      some[block[n]] = n;
    }
    int[] marks = new int[blocks];
    for (int s = 0; s < node.length; s++) {
      marks[block[node[s]]] = lts.mark(s);
    }
    int[] number = new int[blocks];
    Arrays.fill(number, -1);
    int[] order = new int[blocks];
    int found = 0;
    number[block[node[0]]] = found;
    order[found++] = block[node[0]];
    for (int i = 0; i < found; i++) {
      for (long move : signatures[some[order[i]]]) {
        int to = (int) move;
        if (number[to] < 0) {
          number[to] = found;
          order[found++] = to;
        }
      }
    }
    var draft = new LtsDraft();
    for (int i = 0; i < found; i++) {
      for (long move : signatures[some[order[i]]]) {
        draft.add(Math.max(label(move), Marking.HIDDEN), number[(int) move]);
      }
      draft.state(marks[order[i]]);
    }
    int[] state = new int[node.length];
    Arrays.setAll(state, s -> number[block[node[s]]]);
    return new Minimized(draft.lts(), state);
  }
}
