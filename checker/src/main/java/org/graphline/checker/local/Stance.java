package org.graphline.checker.local;

import java.util.List;
import java.util.OptionalInt;
import org.graphline.model.automaton.Node;
import org.graphline.model.value.DataType;

/// What one thread waits for in one local state, and the local states it leads to. Letters are numbers in [Letters],
/// elements are port elements of the behavior; `next` and its like are local states, or -1 where it is known that this
/// can never happen.
public sealed interface Stance {

  /// The thread.
  int thread();

  /// `send`; `arrived` is where it goes by arriving (rule R20), empty if it has or nobody watches.
  record Send(int thread, int element, int letter, OptionalInt arrived, int next, int onRefused) implements Stance {}

  /// `receive`.
  record Receive(int thread, int element, Takings next, int onEnd) implements Stance {}

  /// `call` until it is accepted.
  record Call(int thread, int element, int letter, OptionalInt arrived, int next, int onRefused) implements Stance {}

  /// `call` until the reply.
  record AwaitReply(int thread, int element, Takings next, int onRefused) implements Stance {}

  /// `accept`.
  record Accept(int thread, int element, Takings next, int onEnd) implements Stance {}

  /// `reply` to a client of the server end, counted from 1.
  record Reply(int thread, int element, int client, int letter, int next) implements Stance {}

  /// `sync`.
  record Sync(int thread, int element, int next) implements Stance {}

  /// `select` with the cases that are switched on.
  record Select(int thread, boolean priority, List<Case> cases, int onEnd) implements Stance {
    public Select {
      cases = List.copyOf(cases);
    }
  }

  /// One case of a [Select].
  record Case(int index, Option option) {}

  /// What a [Case] waits for.
  sealed interface Option {

    /// `receive`.
    record Receive(int element, Takings next) implements Option {}

    /// `accept`.
    record Accept(int element, Takings next) implements Option {}

    /// `sync`.
    record Sync(int element, int next) implements Option {}

    /// `end p`.
    record End(int element, boolean noted, int next) implements Option {}

    /// `after`.
    record After(int next) implements Option {}

    /// `else`.
    record Otherwise(int next) implements Option {}

    /// All elements of an out-port refused.
    record Unheard(int first, int size, int next) implements Option {}
  }

  /// `choose`.
  record Choose(int thread, boolean fair, List<Integer> nexts) implements Stance {
    public Choose {
      nexts = List.copyOf(nexts);
    }
  }

  /// A value from outside; `nexts` goes with `values`.
  record Draw(int thread, Node.Draw node, DataType type, List<Integer> values, List<Integer> nexts)
      implements Stance {
    public Draw {
      values = List.copyOf(values);
      nexts = List.copyOf(nexts);
    }
  }

  /// A call of Java that may fail.
  record MayFail(int thread, String source, int next, int failed) implements Stance {}

  /// `wait`.
  record Wait(int thread, int next) implements Stance {}

  /// `mark`.
  record Mark(int thread, String name, int next) implements Stance {}

  /// Rest for ever.
  record Idle(int thread) implements Stance {}
}
