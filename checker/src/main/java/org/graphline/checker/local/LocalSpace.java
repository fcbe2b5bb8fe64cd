package org.graphline.checker.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.graphline.model.automaton.ProcessAutomaton;
import org.graphline.model.network.Behavior;
import org.graphline.model.semantics.LocalCode;
import org.graphline.model.semantics.LocalCode.Outcome;

/// The local states of one behavior, found so far.
public final class LocalSpace {
  private static final int MOST_STATES = 1 << 15;

  private final LocalCode code;
  private final Behavior behavior;
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final List<LocalState> states = new ArrayList<>();
  private final BitSet met = new BitSet();
  /// Those that may come otherwise than by closing time.
  private final BitSet early = new BitSet();
  private final List<Inbox> inboxes = new ArrayList<>();
  private final Expansion expansion;
  private final Runnable look;

  LocalSpace(Behavior behavior, Letters letters, Outbox outbox, Set<SelfTalk.Pair> joined,
      Surroundings surroundings, Runnable look) {
    this.look = look;
    this.behavior = behavior;
    this.code = LocalCode.of(behavior);
    behavior.elements().forEach(_ -> inboxes.add(new Inbox()));
    this.expansion = new Expansion(this, letters, outbox, new SelfTalk(this, joined), surroundings);
  }

  private record Key(int[] frame, int fault) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key that && fault == that.fault && Arrays.equals(frame, that.frame);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(frame) * 31 + fault;
    }
  }

  /// What may come in at one port element, and who takes it there.
  private static final class Inbox {
    private final Set<Long> known = new LinkedHashSet<>();
    private final List<Takings> takers = new ArrayList<>();
  }

  LocalCode code() {
    return code;
  }

  /// Returns the automaton of the behavior.
  public ProcessAutomaton automaton() {
    return code.automaton();
  }

  /// Returns the behavior.
  public Behavior behavior() {
    return behavior;
  }

  /// Returns the initial local state.
  public int start() throws Unsupported {
    return intern(code.start());
  }

  /// Returns how many local states there are.
  public int size() {
    return states.size();
  }

  /// Returns a local state.
  public LocalState state(int number) {
    return states.get(number);
  }

  /// Returns the number of the local state with this frame and this error (or -1), or -1 if it is not one of them.
  public int find(int[] frame, int fault) {
    return numbers.getOrDefault(new Key(frame, fault), -1);
  }

  int intern(Outcome outcome) throws Unsupported {
    int number = closing(outcome);
    early.set(number);
    return number;
  }

  /// As [#intern], for what the instance becomes by closing time.
  int closing(Outcome outcome) throws Unsupported {
    Integer known = numbers.putIfAbsent(new Key(outcome.frame(), outcome.fault()), states.size());
    if (known != null) {
      return known;
    }
    if (states.size() >= MOST_STATES) {
      throw new Unsupported(behavior.component().name().simple() + " has more than " + MOST_STATES
          + " local states");
    }
    states.add(new LocalState(outcome.frame(), outcome.fault(), false, false, new BitSet(), List.of(), List.of(), -1));
    return states.size() - 1;
  }

  /// Expands all that is not yet expanded, unless there are more than `most`; reports whether there was anything.
  boolean expand(int most) throws Unsupported {
    boolean any = false;
    for (int next = met.nextClearBit(0); next < states.size() && states.size() <= most;
        next = met.nextClearBit(next)) {
      met(next);
      any = true;
    }
    return any;
  }

  /// Returns a local state that some instance gets to, expanded.
  LocalState met(int number) throws Unsupported {
    if (!met.get(number)) {
      look.run();
      met.set(number);
      states.set(number, expansion.of(states.get(number), number));
    }
    return states.get(number);
  }

  /// Reports whether some instance gets to a local state before closing time, as far as known.
  public boolean isMet(int number) {
    return met.get(number) && early.get(number);
  }

  /// Notes that a letter may come in at an element, from a client of a server end (counted from 1) or, 0, on a line.
  void mayCome(int element, int client, int letter) throws Unsupported {
    Inbox inbox = inboxes.get(element);
    if (inbox.known.add((long) client << Integer.SIZE | letter)) {
      for (Takings taker : List.copyOf(inbox.takers)) {
        taker.take(client, letter);
      }
    }
  }

  /// Returns where a taker at an element gets to, now and as letters turn up.
  Takings takings(int element, BiFunction<Integer, Integer, Outcome> taking) throws Unsupported {
    var takings = new Takings(this, taking);
    Inbox inbox = inboxes.get(element);
    inbox.takers.add(takings);
    for (long item : inbox.known) {
      takings.take((int) (item >>> Integer.SIZE), (int) item);
    }
    return takings;
  }
}
