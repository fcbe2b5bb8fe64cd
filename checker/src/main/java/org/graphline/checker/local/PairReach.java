package org.graphline.checker.local;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graphline.checker.local.Pair.Together;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.term.Port;

/// Local states found two instances at a time: a letter comes in only where the two at the ends of its line may
/// be in such states together. What else an instance does it may do in any state of its neighbor.
final class PairReach {
  private static final int MOST_TOGETHER = 3_000;

  private final Network network;
  private final LocalSpaces spaces;
  private final List<Pair> pairs;
  private final List<List<Pair>> pairsOf = new ArrayList<>();
  private final Pair[] pairOfLine;
  private final List<BitSet> reached = new ArrayList<>();
  /// For each instance, by local state, where it may go from there.
  private final List<Map<Integer, Set<Move>>> moves = new ArrayList<>();
  private final Deque<Reached> newLocals = new ArrayDeque<>();
  private final Deque<Found> newStates = new ArrayDeque<>();
  private boolean tooMany;

  /// @param apart the pairs of instances that are not looked at together; empty if none are
  PairReach(LocalSpaces spaces, Surroundings surroundings, Optional<Set<List<Integer>>> apart) {
    this.network = spaces.network();
    this.spaces = spaces;
    this.pairs = apart.map(a -> pairs(surroundings, a)).orElse(List.of());
    this.pairOfLine = new Pair[network.lines().size()];
    network.instances().forEach(_ -> {
      pairsOf.add(new ArrayList<>());
      reached.add(new BitSet());
      moves.add(new HashMap<>());
    });
    for (Pair pair : pairs) {
      pair.instances().forEach(i -> pairsOf.get(i).add(pair));
      pair.lines().forEach(l -> pairOfLine[l.id()] = pair);
    }
  }

  /// Where an instance may go, and the pair on whose lines; null for something else.
  private record Move(int to, Pair by) {}

  private record Reached(int instance, int local) {}

  private record Found(Pair pair, Together state) {}

  private List<Pair> pairs(Surroundings surroundings, Set<List<Integer>> apart) {
    Map<List<Integer>, Pair> all = new LinkedHashMap<>();
    for (Line line : network.lines()) {
      if (isBetweenTwo(line) && !surroundings.mayClose(line.readers().getFirst())) {
        int writer = line.writers().getFirst().instance();
        int reader = line.readers().getFirst().instance();
        List<Integer> two = List.of(Math.min(writer, reader), Math.max(writer, reader));
        if (!apart.contains(two)) {
          all.computeIfAbsent(two, _ -> new Pair(network, this, two)).join(line);
        }
      }
    }
    return all.values().stream().filter(p -> p.lines().stream().anyMatch(l -> !l.isRendezvous())).toList();
  }

  private static boolean isBetweenTwo(Line line) {
    return line.writers().size() == 1 && line.readers().size() == 1 && line.exposure().isEmpty()
        && line.writers().getFirst().instance() != line.readers().getFirst().instance();
  }

  /// Reports whether there are pairs to look at.
  boolean hasPairs() {
    return !pairs.isEmpty();
  }

  /// Reports whether a line lies within a pair.
  boolean isPaired(Line line) {
    return pairOfLine[line.id()] != null;
  }

  /// Returns the pairs that have too many states, if any has.
  Set<List<Integer>> run() throws Unsupported {
    for (int i = 0; i < network.instances().size(); i++) {
      reach(i, spaces.space(i).start());
    }
    for (Pair pair : pairs) {
      pair.start(spaces.space(pair.instances().get(0)).start(), spaces.space(pair.instances().get(1)).start());
    }
    while (!tooMany && !(newLocals.isEmpty() && newStates.isEmpty())) {
      if (newLocals.isEmpty()) {
        Found next = newStates.poll();
        next.pair().follow(next.state());
      } else {
        Reached next = newLocals.poll();
        follow(next.instance(), next.local());
      }
    }
    var large = new HashSet<List<Integer>>();
    pairs.stream().filter(p -> tooMany && p.known().size() > MOST_TOGETHER / 4)
        .forEach(p -> large.add(p.instances()));
    return large;
  }

  /// Returns what may be on a line, oldest letter first; the empty line comes first.
  Set<List<Integer>> contents(Line line) {
    Pair pair = pairOfLine[line.id()];
    int at = pair.lines().indexOf(line);
    var all = new LinkedHashSet<List<Integer>>();
    pair.contents().stream().map(c -> c.on(at)).forEach(all::add);
    return all;
  }

  void found(Pair pair, Together state) {
    newStates.add(new Found(pair, state));
    tooMany |= pair.known().size() > MOST_TOGETHER;
  }

  void passed(Line line, int letter) {
    spaces.noted(line, letter);
  }

  LocalState met(int instance, int local) throws Unsupported {
    return spaces.space(instance).met(local);
  }

  /// Returns where an instance may go by something that is not on lines of `pair`; some may be named twice.
  List<Integer> moves(int instance, int local, Pair pair) {
    var all = new ArrayList<Integer>();
    for (Move move : moves.get(instance).getOrDefault(local, Set.of())) {
      if (move.by() != pair) {
        all.add(move.to());
      }
    }
    return all;
  }

  private void reach(int instance, int local) {
    if (!reached.get(instance).get(local)) {
      reached.get(instance).set(local);
      newLocals.add(new Reached(instance, local));
    }
  }

  /// An instance may go from one local state to another, on a line of the pair `by` or, if that is null, by
  /// something else.
  void move(int instance, int from, int to, Pair by) {
    if (to >= 0 && moves.get(instance).computeIfAbsent(from, _ -> new LinkedHashSet<>()).add(new Move(to, by))) {
      reach(instance, to);
      for (Pair pair : pairsOf.get(instance)) {
        if (pair != by) {
          pair.moves(instance, from, to);
        }
      }
    }
  }

  private void follow(int instance, int local) throws Unsupported {
    LocalState state = met(instance, local);
    for (Stance stance : state.stances()) {
      follow(instance, local, stance);
    }
    state.joints().forEach(j -> move(instance, local, j.next(), null));
    move(instance, local, state.left(), null);
  }

  private void follow(int instance, int local, Stance stance) {
    switch (stance) {
      case Stance.Send send -> {
        send.arrived().ifPresent(next -> move(instance, local, next, null));
        move(instance, local, send.onRefused(), null);
        if (!isPaired(instance, send.element())) {
          move(instance, local, send.next(), null);
        }
      }
      case Stance.Call call -> {
        call.arrived().ifPresent(next -> move(instance, local, next, null));
        move(instance, local, call.onRefused(), null);
        move(instance, local, call.next(), null);
      }
      case Stance.Receive receive -> {
        take(instance, local, receive.element(), receive.next());
        move(instance, local, receive.onEnd(), null);
      }
      case Stance.AwaitReply await -> {
        take(instance, local, await.element(), await.next());
        move(instance, local, await.onRefused(), null);
      }
      case Stance.Accept accept -> {
        take(instance, local, accept.element(), accept.next());
        move(instance, local, accept.onEnd(), null);
      }
      case Stance.Select select -> {
        select.cases().forEach(c -> follow(instance, local, c.option()));
        move(instance, local, select.onEnd(), null);
      }
      case Stance.Reply reply -> move(instance, local, reply.next(), null);
      case Stance.Sync sync -> move(instance, local, sync.next(), null);
      case Stance.Choose choose -> choose.nexts().forEach(next -> move(instance, local, next, null));
      case Stance.Draw draw -> draw.nexts().forEach(next -> move(instance, local, next, null));
      case Stance.MayFail mayFail -> {
        move(instance, local, mayFail.next(), null);
        move(instance, local, mayFail.failed(), null);
      }
      case Stance.Wait wait -> move(instance, local, wait.next(), null);
      case Stance.Mark mark -> move(instance, local, mark.next(), null);
      case Stance.Idle _ -> { }
    }
  }

  private void follow(int instance, int local, Stance.Option option) {
    switch (option) {
      case Stance.Option.Receive receive -> take(instance, local, receive.element(), receive.next());
      case Stance.Option.Accept accept -> take(instance, local, accept.element(), accept.next());
      case Stance.Option.Sync sync -> move(instance, local, sync.next(), null);
      case Stance.Option.End end -> move(instance, local, end.next(), null);
      case Stance.Option.After after -> move(instance, local, after.next(), null);
      case Stance.Option.Otherwise otherwise -> move(instance, local, otherwise.next(), null);
      case Stance.Option.Unheard unheard -> move(instance, local, unheard.next(), null);
    }
  }

  private void take(int instance, int local, int element, Takings takings) {
    if (!isPaired(instance, element)) {
      takings.listen(next -> move(instance, local, next, null));
    }
  }

  private boolean isPaired(int instance, int element) {
    End end = new End(instance, element);
    Port.Direction direction = network.instances().get(instance).behavior().elements().get(element).port().direction();
    return switch (direction) {
      case IN, OUT -> isPaired(network.lines().get(network.instances().get(end.instance()).wire(element)));
      case CLIENT, SERVER, BARRIER -> false;
    };
  }
}
