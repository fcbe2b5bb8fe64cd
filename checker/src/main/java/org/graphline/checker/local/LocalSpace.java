package org.graphline.checker.local;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
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
  private final Deque<Integer> unexpanded = new ArrayDeque<>();
  private final List<Inbox> inboxes = new ArrayList<>();
  private final Expansion expansion;

  LocalSpace(Behavior behavior, Letters letters, Outbox outbox, Set<SelfTalk.Pair> joined,
      Surroundings surroundings) {
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
    private final List<Taker> takers = new ArrayList<>();
  }

  private record Taker(Takings takings, BiFunction<Integer, Integer, Outcome> taking) {

    void take(LocalSpace space, long item) throws Unsupported {
      int client = (int) (item >>> Integer.SIZE);
      int letter = (int) item;
      takings.put(client, letter, space.intern(taking.apply(client, letter)));
    }
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
    Integer known = numbers.putIfAbsent(new Key(outcome.frame(), outcome.fault()), states.size());
    if (known != null) {
      return known;
    }
    if (states.size() >= MOST_STATES) {
      throw new Unsupported(behavior.component().name().simple() + " has more than " + MOST_STATES
          + " local states");
    }
    states.add(new LocalState(outcome.frame(), outcome.fault(), false, false, new BitSet(), List.of(), List.of(), -1));
    unexpanded.add(states.size() - 1);
    return states.size() - 1;
  }

  /// Expands what is not yet expanded; reports whether there was anything.
  boolean expand() throws Unsupported {
    boolean any = false;
    while (!unexpanded.isEmpty()) {
      any = true;
      int number = unexpanded.poll();
      states.set(number, expansion.of(states.get(number), number));
    }
    return any;
  }

  /// Notes that a letter may come in at an element, from a client of a server end (counted from 1) or, 0, on a line.
  void mayCome(int element, int client, int letter) throws Unsupported {
    Inbox inbox = inboxes.get(element);
    long item = (long) client << Integer.SIZE | letter;
    if (inbox.known.add(item)) {
      for (Taker taker : List.copyOf(inbox.takers)) {
        taker.take(this, item);
      }
    }
  }

  /// Returns where a taker at an element gets to, now and as letters turn up.
  Takings takings(int element, BiFunction<Integer, Integer, Outcome> taking) throws Unsupported {
    var taker = new Taker(new Takings(), taking);
    Inbox inbox = inboxes.get(element);
    inbox.takers.add(taker);
    for (long item : inbox.known) {
      taker.take(this, item);
    }
    return taker.takings();
  }
}
