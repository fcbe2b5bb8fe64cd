package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.graphline.checker.product.Excerpts;
import org.graphline.model.network.Network;

/// Proves all networks of a family at once that grows by one kind of cell in a row: pairs of neighbors are looked
/// at as in [KindProof], and a stuck group would be a walk through the cells of the network in which each two
/// neighbors go together. Whether there is such a walk, of any length, is a matter of reachability in a finite
/// graph, as the cells of the row are all alike (decision 0014).
///
/// In a ring the walk comes back to where it began; then, as in [Variants], its rounds must add up to nothing, and
/// if they always add up to more there is no stuck group.
public final class FamilyProof {
  /// As in [LocalProof].
  private static final int LATEST = 2;

  private final Kinds kinds;
  private final Cells.Walk walk;

  private FamilyProof(Kinds kinds, Cells.Walk walk) {
    this.kinds = kinds;
    this.walk = walk;
  }

  /// What is found out about all sizes.
  public sealed interface Answer {

    /// No network of the family has a reachable stuck group (rule R6), nor a reachable state in which nothing is
    /// possible though somebody is busy, nor one in which somebody has met an error.
    ///
    /// @param argument what carried it
    /// @param isRing   whether the row is part of a ring
    record Proved(Proof.Argument argument, boolean isRing) implements Answer {}

    /// Nothing is known of stuck groups.
    ///
    /// @param why       a phrase
    /// @param errorFree whether it is known that nobody meets an error
    record Open(String why, boolean errorFree) implements Answer {}
  }

  /// A network of the family.
  ///
  /// @param excerpts what is known of it in parts
  /// @param low      the least index of the cells that are alike
  /// @param high     the highest one
  public record Member(Excerpts excerpts, Network network, int low, int high) {}

  /// Judges all networks that are `member` but for the number of cells between `low` and `high`, at least one.
  ///
  /// @param larger the network with one more of them: to see that it is so
  /// @param isOver asked now and then whether to give up
  public static Answer judge(Member member, Member larger, BooleanSupplier isOver) {
    try {
      Kinds kinds = Kinds.of(member.excerpts(), new Effort(isOver));
      Kinds more = Kinds.of(larger.excerpts(), new Effort(isOver));
      if (!Cells.pattern(kinds, member.network(), member.low(), member.high())
          .equals(Cells.pattern(more, larger.network(), larger.low(), larger.high()))
          || !kinds.areLike(more, LATEST)) {
        return new Answer.Open("two sizes differ in more than the length of a row", false);
      }
      return new FamilyProof(kinds, Cells.of(kinds, member.network(), member.low(), member.high())).judge();
    } catch (Cells.Irregular e) {
      return new Answer.Open(e.getMessage(), false);
    } catch (Kinds.NotShared _) {
      return new Answer.Open("somebody waits for several others together", false);
    } catch (Effort.Exhausted _) {
      return new Answer.Open("it was too much to look at", false);
    }
  }

  private Answer judge() {
    if (isFree()) {
      return new Answer.Proved(Proof.Argument.ARC_CONSISTENCY, walk.isRing());
    }
    if (walk.isRing() && areApartFree()) {
      for (int late = 0; late <= LATEST; late++) {
        for (int guide = 0; guide < walk.row().getFirst().size(); guide++) {
          if (!ring(guide, late).isClosed(true)) {
            return new Answer.Proved(Proof.Argument.VARIANTS, true);
          }
        }
      }
    }
    return new Answer.Open("cells of any number, each two neighbors going together, might be stuck", true);
  }

  private boolean isFree() {
    boolean free = walk.isRing() ? !ring(0, 0).isClosed(false) : !chain().isOpen();
    return free && areApartFree();
  }

  private boolean areApartFree() {
    return walk.apart().stream().noneMatch(a -> walks(a, -1, 0, 0).isOpen());
  }

  private Walks chain() {
    var cells = new ArrayList<>(walk.before());
    cells.add(walk.row().getLast());
    cells.addAll(walk.after());
    return walks(cells, walk.before().size(), 0, 0);
  }

  private Walks ring(int guide, int late) {
    var cells = new ArrayList<>(walk.after());
    cells.add(walk.row().getLast());
    cells.add(walk.after().getFirst());
    return walks(cells, walk.after().size(), guide, late);
  }

  /// @param repeated the position of the row among the cells, -1 if it is not among them: it is entered at its
  ///                 highest cell and left at its lowest one
  private Walks walks(List<List<Integer>> members, int repeated, int guide, int late) {
    var cells = members.stream().map(m -> new Stances(kinds, m)).toList();
    Stances lowest = new Stances(kinds, walk.row().getFirst());
    var steps = new ArrayList<Crossings>();
    for (int i = 0; i + 1 < cells.size(); i++) {
      Stances from = i == repeated ? lowest : cells.get(i);
      steps.add(crossings(from, i == repeated, cells.get(i + 1), i + 1 == repeated, guide, late));
    }
    Crossings again = repeated < 0 ? null
        : crossings(new Stances(kinds, walk.row().get(1)), true, lowest, true, guide, late);
    BitSet[] wanted = cells.stream().map(c -> wanted(c)).toArray(BitSet[]::new);
    return new Walks(kinds, cells, steps, wanted, repeated, again);
  }

  private Crossings crossings(Stances from, boolean ofRow, Stances to, boolean toRow, int guide, int late) {
    return new Crossings(kinds, from, guide(from, ofRow, guide), to, guide(to, toRow, guide), late);
  }

  /// The guide of a cell outside of the row is one of the same kind, if there is one.
  private int guide(Stances cell, boolean ofRow, int guide) {
    if (ofRow) {
      return guide;
    }
    int wanted = kinds.kind(walk.row().getFirst().get(guide));
    for (int i = 0; i < cell.members().length; i++) {
      if (kinds.kind(cell.members()[i]) == wanted) {
        return i;
      }
    }
    return Math.min(guide, cell.members().length - 1);
  }

  /// The choices in which somebody busy is stuck.
  private static BitSet wanted(Stances cell) {
    var wanted = new BitSet();
    for (int i = 0; i < cell.size(); i++) {
      wanted.set(i, cell.isAnyoneBusy(i));
    }
    return wanted;
  }
}
