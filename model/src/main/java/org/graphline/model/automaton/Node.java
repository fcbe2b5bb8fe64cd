package org.graphline.model.automaton;

import java.util.List;
import java.util.Optional;
import org.graphline.model.value.DataType;

/// A control point of a process automaton. `next` and its like are positions among the automaton's nodes.
///
/// *Silent* nodes are local code: they are run within the step that reaches them. At any other node the process
/// waits, and the steps it can take are given by `Semantics`.
public sealed interface Node {

  /// Local code.
  sealed interface Silent extends Node {}

  /// A control point at which the process waits.
  sealed interface Waiting extends Node {}

  /// A port element chosen when the statement starts to wait.
  ///
  /// @param first the port's first element
  /// @param size  how many elements the port has; `index` lies in `0..size-1`
  record PortAt(int first, int size, Formula index) {}

  /// The process is gone.
  ///
  /// @param failed whether Java failed, rather than the work being done
  record Gone(boolean failed) implements Waiting {}

  /// Stores `values` from `target` on; all are evaluated before any is stored.
  record Store(int target, List<Formula> values, int next) implements Silent {
    public Store {
      values = List.copyOf(values);
    }
  }

  /// Sets `width` cells from `first` on to 0: what they held is out of scope.
  record Clear(int first, int width, int next) implements Silent {}

  /// Appends an element to the list at `list` (its length, then its elements); there is room.
  record Append(int list, List<Formula> element, int next) implements Silent {
    public Append {
      element = List.copyOf(element);
    }
  }

  /// Removes the first element of the list at `list`, which is not empty; the place that falls free becomes 0.
  record RemoveFirst(int list, int width, int capacity, int next) implements Silent {}

  /// Goes on if `condition` holds, else ends exploration in an error state (rule R1).
  record Require(Formula condition, Fault fault, int next) implements Silent {}

  /// Goes one way or the other.
  record Branch(Formula condition, int then, int otherwise) implements Silent {}

  /// Starts one thread a branch of a `par` and goes on at `join`.
  record Fork(List<Start> starts, int join) implements Silent {
    public Fork {
      starts = List.copyOf(starts);
    }
  }

  /// One thread of a [Fork].
  record Start(int thread, int node) {}

  /// Waits for the threads of a `par`; taken silently as soon as the last has ended.
  record Join(List<Integer> threads, int next) implements Waiting {
    public Join {
      threads = List.copyOf(threads);
    }
  }

  /// The end of a branch of a `par`.
  ///
  /// @param inRepeat whether the `par` stands in a `repeat`, so that what the branch did counts for rest (rule R4)
  record BranchEnd(boolean inRepeat) implements Waiting {}

  /// A new iteration of the outermost `repeat`: nothing has been communicated in it (rule R4).
  record Iterate(int next) implements Silent {}

  /// `close p`.
  record Close(PortAt port, int next) implements Silent {}

  /// Going home.
  record Stop() implements Silent {}

  /// `receive`: stores the letter at `target`, or drops it when `target` is -1.
  ///
  /// @param onEnd where to go when the line is finished
  record Receive(PortAt port, int target, int next, int onEnd) implements Waiting {}

  /// `send`.
  ///
  /// @param onRefused where to go when the line is refused
  record Send(PortAt port, List<Formula> letter, int next, int onRefused) implements Waiting {
    public Send {
      letter = List.copyOf(letter);
    }
  }

  /// `call`, until the server accepts; then the process goes to `awaiting`, an [AwaitReply].
  record Call(PortAt port, List<Formula> request, int awaiting, int onRefused) implements Waiting {
    public Call {
      request = List.copyOf(request);
    }
  }

  /// `call`, until the reply; `target` as in [Receive].
  record AwaitReply(PortAt port, int target, int next, int onRefused) implements Waiting {}

  /// `accept`: stores the request at `target` (or drops it, -1) and which client it was at `client`, counted from 1
  /// among the connections of the server end.
  record Accept(PortAt port, int client, int target, int next, int onEnd) implements Waiting {}

  /// `reply` to the client noted at `client`, which becomes 0.
  record Reply(PortAt port, int client, List<Formula> reply, int next) implements Waiting {
    public Reply {
      reply = List.copyOf(reply);
    }
  }

  /// `sync`.
  record Sync(PortAt port, int next) implements Waiting {}

  /// `select`. When every switched-on case is finished the process goes to `onEnd`.
  record Select(boolean priority, List<Case> cases, int onEnd) implements Waiting {
    public Select {
      cases = List.copyOf(cases);
    }
  }

  /// One case of a [Select].
  ///
  /// @param enabled whether it is switched on; the same for as long as the process waits
  record Case(Formula enabled, Choice choice, Site site) {}

  /// What a [Case] waits for; the fields are those of the nodes of the same name.
  sealed interface Choice {

    /// Where the process goes when the case is taken.
    int next();

    /// `receive x from p`.
    record Receive(PortAt port, int target, int next) implements Choice {}

    /// `accept x from p`.
    record Accept(PortAt port, int client, int target, int next) implements Choice {}

    /// `sync b`.
    record Sync(PortAt port, int next) implements Choice {}

    /// `end p`; `noted` is the first of the cells, one a port element, that keep that it has fired.
    record End(PortAt port, int noted, int next) implements Choice {}

    /// `after d`.
    record After(int next) implements Choice {}

    /// `else`.
    record Otherwise(int next) implements Choice {}

    /// All elements of an out-port are refused; see `Prelude.SPLIT`.
    record Unheard(int first, int size, int next) implements Choice {}
  }

  /// `choose`.
  record Choose(boolean fair, List<Integer> alternatives) implements Waiting {
    public Choose {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// A value that Java or chance decides: `Audio.isSpeech`, `anything`.
  record Draw(String source, DataType type, boolean fair, int target, int next) implements Waiting {}

  /// A call of Java that may fail, which ends the process as failed.
  record MayFail(String source, int next) implements Waiting {}

  /// `wait`.
  record Wait(int next) implements Waiting {}

  /// `mark`.
  record Mark(String name, int next) implements Waiting {}

  /// Rests for ever; see `Prelude.NEVER`.
  record Idle() implements Waiting {}

  /// Why an error state is one.
  ///
  /// @param message a sentence without final period, in words of the source
  record Fault(Kind kind, String message, Optional<String> help) {

    /// The kinds of error states of rule R1.
    public enum Kind {
      OUT_OF_RANGE, ASSERTION, LIST_FULL, LIST_EMPTY, DIVISION_BY_ZERO, INDEX_OUT_OF_BOUNDS, NOTHING_TO_WAIT_FOR,
      ENDLESS_LOCAL_CODE
    }
  }
}
