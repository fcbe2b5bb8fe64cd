package org.graphline.testing.schedule;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;

/// Many runs of one subject: by chance until one parts from the model, then ever shorter ones.
///
/// Shrinking takes moves away, halves first, as long as the run still parts from the model (delta debugging: Zeller and
/// Hildebrandt, IEEE TSE 28, 2002). Then all shorter runs of the model are tried, nearest first, as far as the number
/// of tries allows.
public final class Campaign {
  private static final int LET_GO_ONE_IN = 6;
  private static final int CLOSE_ONE_IN = 8;

  private final Subject subject;
  private final Letters letters;
  private final Duration patience;
  private final int longest;
  private final int tries;
  private final Follower start;
  private int left;

  /// @param longest  moves of a run by chance
  /// @param tries    runs that may be spent on a shorter one
  /// @param patience how long a component may be away in Java
  public Campaign(Subject subject, Letters letters, int longest, int tries, Duration patience) {
    this.subject = subject;
    this.letters = letters;
    this.longest = longest;
    this.tries = tries;
    this.patience = patience;
    this.start = new Follower(subject.model());
  }

  /// A run that parts from the model.
  ///
  /// @param seed     of the run by chance that found it
  /// @param runs     how many there were until then
  /// @param shortest whether all shorter runs of the model have been tried
  public record Found(Deviation deviation, long seed, int runs, boolean shortest) {}

  /// Runs by chance, with `seed` and the numbers after it, and returns the shortest run found that parts from the
  /// model.
  public Optional<Found> explore(int runs, long seed) {
    for (int run = 0; run < runs; run++) {
      long own = seed + run;
      Optional<Deviation> deviation = byChance(own);
      if (deviation.isPresent()) {
        left = tries;
        Deviation shrunk = shrink(deviation.get(), own);
        Optional<Deviation> shorter = shorter(shrunk.moves().size(), own);
        return Optional.of(new Found(shorter.orElse(shrunk), own, run + 1, left > 0));
      }
    }
    return Optional.empty();
  }

  /// Starts one run, to be gone through move by move and closed.
  public Rehearsal rehearse(long seed) {
    return rehearsal(seed);
  }

  /// Makes one run by choices among what is possible at each moment, the steps of the model first, then components to
  /// let go on. Returns what is wrong, if anything is.
  public Optional<Deviation> follow(List<Integer> choices, long seed) {
    try (Rehearsal run = rehearsal(seed)) {
      for (int choice : choices) {
        List<Move> moves = new ArrayList<>(run.possible().stream().<Move>map(s -> new Move.Take(s.label())).toList());
        run.awake().forEach(desk -> moves.add(new Move.Let(desk)));
        if (!run.isDone() && !moves.isEmpty()) {
          run.make(moves.get(choice % moves.size()));
        }
      }
      run.finish();
      return run.deviation();
    }
  }

  private Rehearsal rehearsal(long seed) {
    return new Rehearsal(subject, start.afresh(), letters, seed, patience);
  }

  private Optional<Deviation> byChance(long seed) {
    var random = new SplittableRandom(seed);
    try (Rehearsal run = rehearsal(seed)) {
      for (int i = 0; i < longest && !run.isDone(); i++) {
        if (random.nextInt(LET_GO_ONE_IN) == 0 && !run.awake().isEmpty()) {
          List<String> awake = run.awake();
          run.make(new Move.Let(awake.get(random.nextInt(awake.size()))));
        } else if (!stepByChance(run, random)) {
          break;
        }
      }
      run.finish();
      return run.deviation();
    }
  }

  private static boolean stepByChance(Rehearsal run, RandomGenerator random) {
    List<Label> labels = new ArrayList<>(run.possible().stream().map(Step::label).toList());
    while (!labels.isEmpty() && !run.isDone()) {
      Label label = labels.remove(random.nextInt(labels.size()));
      boolean later = isClosing(label) && !labels.isEmpty() && random.nextInt(CLOSE_ONE_IN) > 0;
      if (later) {
        labels.removeIf(Campaign::isClosing);
        if (labels.isEmpty()) {
          labels.add(label);
        }
      } else if (run.make(new Move.Take(label))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isClosing(Label label) {
    return label instanceof Label.ClosesTray || label instanceof Label.ClosesConnection;
  }

  /// Makes these moves and no others. Returns what is wrong at their end, if anything is.
  public Optional<Deviation> replay(List<Move> moves, long seed) {
    left--;
    try (Rehearsal run = rehearsal(seed)) {
      for (Move move : moves) {
        if (!run.isDone()) {
          run.make(move);
        }
      }
      run.finish();
      return run.deviation();
    }
  }

  private Deviation shrink(Deviation found, long seed) {
    Deviation best = found;
    for (int size = Math.max(1, best.moves().size() / 2); size >= 1 && left > 0; size = size == 1 ? 0 : size / 2) {
      for (int from = 0; from < best.moves().size() && left > 0;) {
        List<Move> fewer = new ArrayList<>(best.moves());
        fewer.subList(from, Math.min(fewer.size(), from + size)).clear();
        Optional<Deviation> still = replay(fewer, seed);
        if (still.isPresent() && still.get().moves().size() < best.moves().size()) {
          best = still.get();
        } else {
          from += size;
        }
      }
    }
    return best;
  }

  private record Path(State state, List<Move> moves) {}

  /// Tries runs of the model of fewer than `length` moves, nearest first.
  private Optional<Deviation> shorter(int length, long seed) {
    Semantics semantics = start.semantics();
    Set<State> known = new HashSet<>();
    var open = new ArrayDeque<Path>();
    open.add(new Path(semantics.initial(), List.of()));
    while (!open.isEmpty() && left > 0) {
      Path path = open.removeFirst();
      if (path.moves().size() >= length - 1 || !known.add(path.state())) {
        continue;
      }
      for (Move move : moves(semantics.steps(path.state()))) {
        Optional<Deviation> deviation = replay(longer(path.moves(), move), seed);
        if (deviation.isPresent() && deviation.get().moves().size() < length) {
          return deviation;
        }
      }
      for (Step step : semantics.steps(path.state())) {
        if (start.isHidden(step)) {
          open.addFirst(new Path(step.target(), path.moves()));
        } else {
          open.addLast(new Path(step.target(), longer(path.moves(), new Move.Take(step.label()))));
        }
      }
    }
    return Optional.empty();
  }

  private List<Move> moves(List<Step> steps) {
    var moves = new ArrayList<Move>();
    steps.stream().filter(s -> !start.isHidden(s)).map(Step::label).distinct()
        .forEach(l -> moves.add(new Move.Take(l)));
    start.network().instances().forEach(i -> moves.add(new Move.Let(i.name().display())));
    return moves;
  }

  private static List<Move> longer(List<Move> moves, Move last) {
    var all = new ArrayList<>(moves);
    all.add(last);
    return all;
  }
}
