package org.graphline.checker.local;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.graphline.model.automaton.Cells;
import org.graphline.model.automaton.Node;
import org.graphline.model.semantics.LocalCode;
import org.graphline.model.semantics.LocalCode.Outcome;
import org.graphline.model.semantics.LocalCode.Sight;
import org.graphline.model.value.DataType;

/// Works out what can be done in a local state. What a thread stores and where it goes is said by the rules of
/// docs/semantics.md; what its local code does then, by the model.
final class Expansion {
  private static final long MOST_VALUES = 1 << 16;

  private final LocalSpace space;
  private final LocalCode code;
  private final Letters letters;
  private final Outbox outbox;
  private final SelfTalk selfTalk;
  private final Surroundings surroundings;
  /// The last set of open ends: most local states have the same.
  private BitSet lastOpen = new BitSet();

  Expansion(LocalSpace space, Letters letters, Outbox outbox, SelfTalk selfTalk, Surroundings surroundings) {
    this.space = space;
    this.code = space.code();
    this.letters = letters;
    this.outbox = outbox;
    this.selfTalk = selfTalk;
    this.surroundings = surroundings;
  }

  LocalState of(LocalState bare, int number) throws Unsupported {
    Sight sight = code.sight(bare.frame());
    var open = new BitSet();
    for (int element = 0; element < space.behavior().elements().size(); element++) {
      open.set(element, sight.isOpen(element));
    }
    if (open.equals(lastOpen)) {
      open = lastOpen;
    }
    lastOpen = open;
    int left = sight.isGone() || bare.isFaulty() ? number : !surroundings.mayClose() ? -1
        : space.closing(code.turn(bare.frame()).leave(false).finish());
    var stances = new ArrayList<Stance>();
    if (!bare.isFaulty()) {
      for (int thread = 0; thread < code.automaton().threads(); thread++) {
        stance(bare.frame(), sight, thread).ifPresent(stances::add);
      }
    }
    return new LocalState(bare.frame(), bare.fault(), sight.isGone(), !bare.isFaulty() && sight.rests(), open,
        stances, bare.isFaulty() ? List.of() : selfTalk.of(bare.frame(), sight), left);
  }

  private Optional<Stance> stance(int[] frame, Sight sight, int thread) throws Unsupported {
    return switch (sight.node(thread)) {
      case Node.Send(var port, var letter, int next, int onRefused) -> {
        int element = sight.element(port);
        int number = sent(element, sight.values(letter));
        yield Optional.of(new Stance.Send(thread, element, number, arrived(frame, sight, element, thread),
            worked(frame, thread, next), refused(frame, sight, element, thread, onRefused)));
      }
      case Node.Call(var port, var request, int awaiting, int onRefused) -> {
        int element = sight.element(port);
        int number = sent(element, sight.values(request));
        yield Optional.of(new Stance.Call(thread, element, number, arrived(frame, sight, element, thread),
            worked(frame, thread, awaiting), refused(frame, sight, element, thread, onRefused)));
      }
      case Node.Receive(var port, int target, int next, int onEnd) -> Optional.of(new Stance.Receive(thread,
          sight.element(port), received(frame, sight.element(port), thread, target, next),
          ended(frame, sight, sight.element(port), thread, onEnd)));
      case Node.AwaitReply(var port, int target, int next, int onRefused) -> Optional.of(new Stance.AwaitReply(
          thread, sight.element(port), received(frame, sight.element(port), thread, target, next),
          surroundings.mayLoseServer(space.behavior(), sight.element(port)) ? gone(frame, thread, onRefused) : -1));
      case Node.Accept(var port, int client, int target, int next, int onEnd) -> Optional.of(new Stance.Accept(
          thread, sight.element(port), accepted(frame, sight.element(port), thread, client, target, next),
          ended(frame, sight, sight.element(port), thread, onEnd)));
      case Node.Reply reply -> Optional.of(reply(frame, sight, thread, reply));
      case Node.Select select -> Optional.of(select(frame, sight, thread, select));
      case Node.Sync(var port, int next) -> Optional.of(new Stance.Sync(thread, sight.element(port),
          worked(frame, thread, next)));
      case Node.Choose(boolean fair, var alternatives) -> {
        var nexts = new ArrayList<Integer>();
        for (int alternative : alternatives) {
          nexts.add(gone(frame, thread, alternative));
        }
        yield Optional.of(new Stance.Choose(thread, fair, nexts));
      }
      case Node.Draw draw -> Optional.of(draw(frame, thread, draw));
      case Node.MayFail(var source, int next) -> Optional.of(new Stance.MayFail(thread, source,
          gone(frame, thread, next), space.intern(code.turn(frame).leave(true).finish())));
      case Node.Wait(int next) -> Optional.of(new Stance.Wait(thread, worked(frame, thread, next)));
      case Node.Mark(var name, int next) -> Optional.of(new Stance.Mark(thread, name, gone(frame, thread, next)));
      case Node.Idle _ -> Optional.of(new Stance.Idle(thread));
      case Node.Gone _, Node.Join _, Node.BranchEnd _ -> Optional.empty();
      case Node.Silent silent -> throw new AssertionError("stands at local code: " + silent);
    };
  }

  private Stance reply(int[] frame, Sight sight, int thread, Node.Reply reply) throws Unsupported {
    int element = sight.element(reply.port());
    int client = sight.cell(reply.client());
    int letter = letters.number(sight.values(reply.reply()));
    outbox.replies(space, element, client, letter);
    return new Stance.Reply(thread, element, client, letter, space.intern(code.turn(frame)
        .store(reply.client(), new int[] {0}).goWorked(thread, reply.next()).finish()));
  }

  private Stance draw(int[] frame, int thread, Node.Draw draw) throws Unsupported {
    List<Integer> values = values(draw.type(), letters);
    var nexts = new ArrayList<Integer>();
    for (int value : values) {
      nexts.add(space.intern(code.turn(frame).store(draw.target(), letters.cells(value)).go(thread, draw.next())
          .finish()));
    }
    return new Stance.Draw(thread, draw, draw.type(), values, nexts);
  }

  private Stance select(int[] frame, Sight sight, int thread, Node.Select select) throws Unsupported {
    var cases = new ArrayList<Stance.Case>();
    for (int i = 0; i < select.cases().size(); i++) {
      Node.Case choice = select.cases().get(i);
      if (sight.isOn(choice)) {
        cases.add(new Stance.Case(i, option(frame, sight, thread, choice.choice())));
      }
    }
    boolean ends = select.cases().stream().filter(sight::isOn).allMatch(c -> mayBeFinished(sight, c.choice()));
    return new Stance.Select(thread, select.priority(), cases, ends ? gone(frame, thread, select.onEnd()) : -1);
  }

  private boolean mayBeFinished(Sight sight, Node.Choice choice) {
    return switch (choice) {
      case Node.Choice.Receive(var port, _, _) -> mayEnd(sight, sight.element(port));
      case Node.Choice.Accept(var port, _, _, _) -> mayEnd(sight, sight.element(port));
      case Node.Choice.End end -> sight.isNoted(end);
      case Node.Choice.Unheard _ -> true;
      case Node.Choice.Sync _, Node.Choice.After _, Node.Choice.Otherwise _ -> false;
    };
  }

  private boolean mayEnd(Sight sight, int element) {
    return !sight.isOpen(element) || surroundings.mayEnd(space.behavior(), element);
  }

  private int ended(int[] frame, Sight sight, int element, int thread, int next) throws Unsupported {
    return mayEnd(sight, element) ? gone(frame, thread, next) : -1;
  }

  private int refused(int[] frame, Sight sight, int element, int thread, int next) throws Unsupported {
    boolean may = !sight.isOpen(element) || surroundings.mayBeRefused(space.behavior(), element);
    return may ? gone(frame, thread, next) : -1;
  }

  private boolean mayFire(Sight sight, Node.Choice.End end) {
    int element = sight.element(end.port());
    return !sight.isNoted(end)
        && (mayEnd(sight, element) || surroundings.mayBeRefused(space.behavior(), element));
  }

  private boolean mayBeUnheard(int first, int size) {
    for (int element = first; element < first + size; element++) {
      if (!surroundings.mayBeRefused(space.behavior(), element)) {
        return false;
      }
    }
    return true;
  }

  private Stance.Option option(int[] frame, Sight sight, int thread, Node.Choice choice) throws Unsupported {
    return switch (choice) {
      case Node.Choice.Receive(var port, int target, int next) -> new Stance.Option.Receive(sight.element(port),
          received(frame, sight.element(port), thread, target, next));
      case Node.Choice.Accept(var port, int client, int target, int next) -> new Stance.Option.Accept(
          sight.element(port), accepted(frame, sight.element(port), thread, client, target, next));
      case Node.Choice.Sync(var port, int next) ->
          new Stance.Option.Sync(sight.element(port), worked(frame, thread, next));
      case Node.Choice.End end -> new Stance.Option.End(sight.element(end.port()), sight.isNoted(end),
          mayFire(sight, end) ? space.intern(code.turn(frame).note(end).go(thread, end.next()).finish()) : -1);
      case Node.Choice.After(int next) -> new Stance.Option.After(worked(frame, thread, next));
      case Node.Choice.Otherwise(int next) -> new Stance.Option.Otherwise(gone(frame, thread, next));
      case Node.Choice.Unheard(int first, int size, int next) ->
          new Stance.Option.Unheard(first, size, mayBeUnheard(first, size) ? gone(frame, thread, next) : -1);
    };
  }

  private int sent(int element, int[] cells) throws Unsupported {
    int letter = letters.number(cells);
    outbox.sends(space, element, letter);
    return letter;
  }

  private OptionalInt arrived(int[] frame, Sight sight, int element, int thread) throws Unsupported {
    return sight.hasArrived(thread) || !surroundings.isWatched(space.behavior(), element) ? OptionalInt.empty()
        : OptionalInt.of(space.intern(code.turn(frame).arrive(thread).finish()));
  }

  private int worked(int[] frame, int thread, int next) throws Unsupported {
    return space.intern(code.turn(frame).goWorked(thread, next).finish());
  }

  private int gone(int[] frame, int thread, int next) throws Unsupported {
    return space.intern(code.turn(frame).go(thread, next).finish());
  }

  private Takings received(int[] frame, int element, int thread, int target, int next) throws Unsupported {
    return space.takings(element, (_, letter) ->
        code.turn(frame).store(target, letters.cells(letter)).goWorked(thread, next).finish());
  }

  private Takings accepted(int[] frame, int element, int thread, int client, int target, int next)
      throws Unsupported {
    return space.takings(element, (which, letter) -> {
      Outcome outcome = code.turn(frame).store(client, new int[] {which}).store(target, letters.cells(letter))
          .goWorked(thread, next).finish();
      return outcome;
    });
  }

  /// The numbers of all values of a type.
  static List<Integer> values(DataType type, Letters letters) throws Unsupported {
    if (type.cardinality() > MOST_VALUES) {
      throw new Unsupported(type.display() + " has more than " + MOST_VALUES + " values");
    }
    return Cells.values(type).stream()
        .map(v -> letters.number(v.stream().mapToInt(Integer::intValue).toArray())).toList();
  }
}
