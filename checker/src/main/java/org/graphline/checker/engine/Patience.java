package org.graphline.checker.engine;

import java.util.List;
import java.util.function.Supplier;
import org.graphline.checker.verdict.Reason.Contributor;

/// How long work on states that are known may go on: counts it, looks at the limits now and then, and tells
/// how far it has come.
public final class Patience {
  private static final int LOOK_EVERY = 1 << 14;

  private final Limits limits;
  private final Progress progress;
  private final String judged;
  private final Supplier<List<Contributor>> contributors;
  private String work = "";
  private long all;
  private long done;
  private int left = LOOK_EVERY;

  /// @param judged       what the work is done for
  /// @param contributors what makes the state space large
  public Patience(Limits limits, Progress progress, String judged, Supplier<List<Contributor>> contributors) {
    this.limits = limits;
    this.progress = progress;
    this.judged = judged;
    this.contributors = contributors;
  }

  /// Says what is worked on from now on.
  ///
  /// @param pieces how many pieces of work that is; 0 if nobody knows
  /// @throws GaveUp if a limit is hit
  public void begin(String newWork, long pieces) {
    work = newWork;
    all = pieces;
    done = 0;
    look();
  }

  /// Counts a piece of the work.
  ///
  /// @throws GaveUp if a limit is hit
  public void piece() {
    done++;
    effort();
  }

  /// Counts work that is no piece of its own.
  ///
  /// @throws GaveUp if a limit is hit
  public void effort() {
    if (--left == 0) {
      look();
    }
  }

  private void look() {
    left = LOOK_EVERY;
    limits.passed(contributors).ifPresent(reason -> {
      throw new GaveUp(reason);
    });
    progress.judging(judged, work, done, all);
  }
}
