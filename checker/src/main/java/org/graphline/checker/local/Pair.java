package org.graphline.checker.local;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;

/// Two instances with the lines between them, and the states they may be in together.
final class Pair {
  private final Network network;
  private final PairReach reach;
  private final List<Integer> instances;
  private final List<Line> lines = new ArrayList<>();
  private final Set<Together> known = new HashSet<>();
  /// Equal contents are one object, as states are compared often.
  private final Map<List<List<Integer>>, Contents> contents = new LinkedHashMap<>();
  /// For each of the two, the states it may be in together with others, by its local state.
  private final List<Map<Integer, List<Together>>> byLocal = List.of(new HashMap<>(), new HashMap<>());

  /// The pair of two instances, in ascending order.
  Pair(Network network, PairReach reach, List<Integer> instances) {
    this.network = network;
    this.reach = reach;
    this.instances = instances;
  }

  /// What is on each of the lines between two instances, oldest letter first. Equal only to itself.
  static final class Contents {
    private final List<List<Integer>> onLines;
    private final int number;

    private Contents(List<List<Integer>> onLines, int number) {
      this.onLines = onLines;
      this.number = number;
    }

    List<Integer> on(int line) {
      return onLines.get(line);
    }
  }

  /// Local states of the two, and what is on the lines between them.
  record Together(int first, int second, Contents contents) {

    int local(int which) {
      return which == 0 ? first : second;
    }

    Together moved(int which, int local) {
      return which == 0 ? new Together(local, second, contents) : new Together(first, local, contents);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Together(int f, int s, Contents c) && f == first && s == second && c == contents;
    }

    @Override
    public int hashCode() {
      return (first * 31 + second) * 31 + contents.number;
    }
  }

  void join(Line line) {
    lines.add(line);
  }

  List<Integer> instances() {
    return instances;
  }

  List<Line> lines() {
    return lines;
  }

  Set<Together> known() {
    return known;
  }

  void start(int first, int second) {
    List<Integer> nothing = List.of();
    add(new Together(first, second, contents(Collections.nCopies(lines.size(), nothing))));
  }

  /// Returns what may be on the lines, in the order found; they are empty at first.
  Collection<Contents> contents() {
    return contents.values();
  }

  private Contents contents(List<List<Integer>> onLines) {
    Contents before = contents.get(onLines);
    if (before != null) {
      return before;
    }
    List<List<Integer>> kept = List.copyOf(onLines);
    var found = new Contents(kept, contents.size());
    contents.put(kept, found);
    return found;
  }

  private Together holding(Together state, int line, List<Integer> content) {
    var all = new ArrayList<>(state.contents().onLines);
    all.set(line, content);
    return new Together(state.first(), state.second(), contents(all));
  }

  private void add(Together state) {
    if (known.add(state)) {
      for (int which = 0; which < 2; which++) {
        byLocal.get(which).computeIfAbsent(state.local(which), _ -> new ArrayList<>()).add(state);
      }
      reach.found(this, state);
    }
  }

  /// One of the two may go from one local state to another by something that is not on lines of this pair.
  void moves(int instance, int from, int to) {
    int which = instances.indexOf(instance);
    List<Together> there = byLocal.get(which).getOrDefault(from, List.of());
    int before = there.size();
    for (int i = 0; i < before; i++) {
      add(there.get(i).moved(which, to));
    }
  }

  /// Adds what may follow a state.
  void follow(Together state) throws Unsupported {
    for (int which = 0; which < 2; which++) {
      int me = which;
      int local = state.local(me);
      for (int next : reach.moves(instances.get(me), local, this)) {
        add(state.moved(me, next));
      }
      LocalState own = reach.met(instances.get(me), local);
      for (Stance stance : own.stances()) {
        if (stance instanceof Stance.Send send && own.open().get(send.element())) {
          send(state, me, send);
        }
      }
      for (int line = 0; line < lines.size(); line++) {
        if (!lines.get(line).isRendezvous() && !state.contents().on(line).isEmpty()) {
          receive(state, me, line);
        }
      }
    }
  }

  private End end(int me, int element) {
    return new End(instances.get(me), element);
  }

  private int line(int me, int element) {
    int wire = network.instances().get(instances.get(me)).wire(element);
    for (int line = 0; line < lines.size(); line++) {
      if (lines.get(line).id() == wire && lines.get(line).writers().getFirst().equals(end(me, element))) {
        return line;
      }
    }
    return -1;
  }

  private void send(Together state, int me, Stance.Send send) throws Unsupported {
    int at = line(me, send.element());
    if (at < 0 || lines.get(at).watched() && lines.get(at).isRendezvous() && send.arrived().isPresent()) {
      return;
    }
    Together sent = state.moved(me, send.next());
    Line line = lines.get(at);
    if (line.isRendezvous()) {
      for (Takings takings : takers(1 - me, state.local(1 - me), line.readers().getFirst())) {
        int taken = takings.take(0, send.letter());
        passed(line, send.letter());
        move(me, state, send.next());
        move(1 - me, state, taken);
        add(sent.moved(1 - me, taken));
      }
      return;
    }
    List<Integer> content = state.contents().on(at);
    boolean full = content.size() == line.capacity();
    switch (line.overflow()) {
      case WAIT -> {
        if (full) {
          return;
        }
      }
      case OVERWRITE, DROP -> { }
    }
    passed(line, send.letter());
    move(me, state, send.next());
    add(switch (line.overflow()) {
      case DROP -> full ? sent : holding(sent, at, with(content, send.letter()));
      case OVERWRITE, WAIT ->
          holding(sent, at, with(full ? content.subList(1, content.size()) : content, send.letter()));
    });
  }

  private static List<Integer> with(List<Integer> content, int letter) {
    Integer[] all = content.toArray(new Integer[content.size() + 1]);
    all[content.size()] = letter;
    return List.of(all);
  }

  private void receive(Together state, int me, int at) throws Unsupported {
    End reader = lines.get(at).readers().getFirst();
    if (reader.instance() != instances.get(me)) {
      return;
    }
    List<Integer> content = state.contents().on(at);
    for (Takings takings : takers(me, state.local(me), reader)) {
      int next = takings.take(0, content.getFirst());
      move(me, state, next);
      add(holding(state.moved(me, next), at, List.copyOf(content.subList(1, content.size()))));
    }
  }

  private List<Takings> takers(int who, int local, End reader) throws Unsupported {
    var all = new ArrayList<Takings>();
    for (Stance stance : reach.met(instances.get(who), local).stances()) {
      switch (stance) {
        case Stance.Receive(_, int element, var next, _) when element == reader.element() -> all.add(next);
        case Stance.Select select -> select.cases().forEach(c -> {
          if (c.option() instanceof Stance.Option.Receive(int element, var next) && element == reader.element()) {
            all.add(next);
          }
        });
        default -> { }
      }
    }
    return all;
  }

  private void move(int who, Together state, int next) {
    reach.move(instances.get(who), state.local(who), next, this);
  }

  private void passed(Line line, int letter) {
    reach.passed(line, letter);
  }
}
