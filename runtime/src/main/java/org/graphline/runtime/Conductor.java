package org.graphline.runtime;

import java.util.function.BooleanSupplier;

/// Who decides which thread of a network goes on next, for tests. A network that is given one runs one thread at a
/// time: each waits for its turn when it starts, before every step it could take, and wherever else it would wait for
/// others.
///
/// Nothing else changes: letters move over the same lines, choices are made by the same rules. Only time stands still,
/// until the conductor lets a timer be over.
public interface Conductor {
  /// No timer is over.
  int NO_TIMER = -1;

  /// A thread of a network that waits for its turn.
  ///
  /// @param who    the component, with `#` and numbers behind it for a branch of a `par`; for a thread of Java at an
  ///               exposed end `environment.` and its name
  /// @param desk   the component; empty for threads of Java
  /// @param line   where it is in its source; 0 if it has none
  /// @param what   what it waits for; empty before a step, `start` before the first statement
  /// @param ready  whether its turn would come to anything; to be asked while nobody has a turn
  /// @param timers how many timers could be over for it
  record Turn(String who, String desk, int line, String what, BooleanSupplier ready, int timers) {}

  /// Says that a thread is about to be started. It will wait for its first turn.
  void enter();

  /// Waits for the calling thread's turn. Returns the number of the timer that is over, counted from 0, or [#NO_TIMER].
  int await(Turn turn);

  /// Says that the calling thread has ended.
  void leave();

  /// Says which branch a `choose` takes.
  ///
  /// @param branches how many there are, at least 1
  int choose(String desk, int line, int branches);

  /// Says which number from `low` to `high` goes into the value of an `anything`; `high` is not less than `low`.
  int draw(String desk, int line, int low, int high);
}
