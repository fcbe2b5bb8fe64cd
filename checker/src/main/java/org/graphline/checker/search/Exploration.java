package org.graphline.checker.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.graphline.checker.packed.PackedSpace;
import org.graphline.checker.store.Piece;
import org.graphline.checker.store.Store;

/// One search from the initial state on.
///
/// While no step without length is seen, a level's states are looked at once and all their steps lead to the
/// next level. Otherwise a level is closed under such steps first, round by round, and then looked at a
/// second time for the steps that count.
final class Exploration {
  private final PackedSpace space;
  private final Store store;
  private final Control control;
  private final Crew crew;
  private final boolean twice;
  private final long inspectFrom;
  private final int grain;
  private final List<Round> kept = new ArrayList<>();
  private boolean keeps;
  private Predicate<Round> target = round -> false;
  private long depth;

  /// @param twice       whether to look at each level twice
  /// @param inspectFrom the first level whose states are to be inspected
  /// @param grain       how many states a worker takes at once
  Exploration(PackedSpace space, Store store, Control control, Crew crew, boolean twice, long inspectFrom,
      int grain) {
    this.grain = grain;
    this.space = space;
    this.store = store;
    this.control = control;
    this.crew = crew;
    this.twice = twice;
    this.inspectFrom = inspectFrom;
  }

  /// Makes this search keep where its states lie, and end with the first round that `wanted` accepts.
  void keepUntil(Predicate<Round> wanted) {
    keeps = true;
    target = wanted;
  }

  long depth() {
    return depth;
  }

  List<Round> rounds() {
    return kept;
  }

  void run() {
    long[] initial = new long[space.words()];
    space.initial(initial);
    crew.first().add(initial);
    List<Piece> pieces = crew.takeNew();
    control.betweenLevels(0, pieces.size());
    for (long next = 0; !control.ended(); next++) {
      depth = next;
      Level level = new Level(pieces, grain);
      control.enter(depth, level.size());
      pieces = found(new Round(depth, true, pieces)) ? List.of() : twice ? lookTwice(level) : lookOnce(level);
      if (!control.ended()) {
        control.betweenLevels(depth + 1, pieces.size());
      }
    }
  }

  private List<Piece> lookOnce(Level level) {
    explore(level, Pass.ALL, depth >= inspectFrom);
    done(level.pieces());
    return crew.takeNew();
  }

  private List<Piece> lookTwice(Level first) {
    List<Piece> all = new ArrayList<>(first.pieces());
    for (Level round = first; round.size() > 0 && !control.ended();) {
      explore(round, Pass.UNCOUNTED, depth >= inspectFrom);
      round = new Level(crew.takeNew(), grain);
      all.addAll(round.pieces());
      if (round.size() > 0 && found(new Round(depth, false, round.pieces()))) {
        return List.of();
      }
    }
    if (!control.ended()) {
      explore(new Level(all, grain), Pass.COUNTED, false);
    }
    done(all);
    return crew.takeNew();
  }

  private void explore(Level level, Pass pass, boolean inspecting) {
    crew.explore(level, pass, inspecting, control.mustCount((double) level.size() * crew.first().fanOut()));
  }

  private boolean found(Round round) {
    if (keeps) {
      kept.add(round);
    }
    return target.test(round);
  }

  private void done(List<Piece> pieces) {
    if (!keeps) {
      pieces.forEach(store::recycle);
    }
  }
}
