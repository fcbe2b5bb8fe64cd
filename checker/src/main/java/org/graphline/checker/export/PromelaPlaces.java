package org.graphline.checker.export;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphline.model.automaton.Node;
import org.graphline.model.automaton.Node.Choice;
import org.graphline.model.automaton.ProcessAutomaton;

/// Where the threads of an automaton can stand. Whether a wait is resting depends on what came before (rule R4), and
/// SPIN wants to know it by the place alone, so each node is two places.
final class PromelaPlaces {

  /// A node, with whether anything has been communicated in the current iteration.
  ///
  /// @param fork the innermost `par` the thread is a branch of; -1 if none
  record Place(int node, boolean worked, int fork) {

    Place at(int other, boolean now) {
      return new Place(other, now, fork);
    }

    String label() {
      return node + (worked ? "_w" : "_r") + (fork < 0 ? "" : "_" + fork);
    }
  }

  private final ProcessAutomaton automaton;
  private final List<Set<Place>> places = new ArrayList<>();
  private final List<List<Place>> starts = new ArrayList<>();
  private final Map<Integer, Integer> parents = new HashMap<>();

  PromelaPlaces(ProcessAutomaton automaton) {
    this.automaton = automaton;
    for (int thread = 0; thread < automaton.threads(); thread++) {
      places.add(new LinkedHashSet<>());
      starts.add(new ArrayList<>());
    }
    visit(0, new Place(automaton.start(), true, -1));
  }

  /// Returns the places of a thread in the order they are met.
  Collection<Place> of(int thread) {
    return places.get(thread);
  }

  /// Returns where a branch may start; thread 0 has one start.
  List<Place> starts(int thread) {
    return starts.get(thread);
  }

  /// Returns the thread that waits for the branches of a `par`.
  int parent(int fork) {
    return parents.get(fork);
  }

  private void visit(int thread, Place start) {
    if (starts.get(thread).contains(start)) {
      return;
    }
    starts.get(thread).add(start);
    var queue = new ArrayDeque<Place>();
    if (places.get(thread).add(start)) {
      queue.add(start);
    }
    while (!queue.isEmpty()) {
      Place place = queue.remove();
      if (automaton.nodes().get(place.node()) instanceof Node.Fork(var branches, _)) {
        parents.put(place.node(), thread);
        branches.forEach(b -> visit(b.thread(), new Place(b.node(), place.worked(), place.node())));
      }
      for (Place next : after(place)) {
        if (places.get(thread).add(next)) {
          queue.add(next);
        }
      }
    }
  }

  private List<Place> after(Place place) {
    boolean worked = place.worked();
    return switch (automaton.nodes().get(place.node())) {
      case Node.Gone _, Node.Stop _, Node.BranchEnd _, Node.Idle _ -> List.of();
      case Node.Store(_, _, int next) -> List.of(place.at(next, worked));
      case Node.Clear(_, _, int next) -> List.of(place.at(next, worked));
      case Node.Append(_, _, int next) -> List.of(place.at(next, worked));
      case Node.RemoveFirst(_, _, _, int next) -> List.of(place.at(next, worked));
      case Node.Require(_, _, int next) -> List.of(place.at(next, worked));
      case Node.Branch(_, int then, int otherwise) -> List.of(place.at(then, worked), place.at(otherwise, worked));
      case Node.Fork(_, int join) -> List.of(place.at(join, worked));
      case Node.Join(_, int next) ->
          worked ? List.of(place.at(next, true)) : List.of(place.at(next, true), place.at(next, false));
      case Node.Iterate(int next) -> List.of(place.at(next, false));
      case Node.Close(_, int next) -> List.of(place.at(next, worked));
      case Node.Receive(_, _, int next, int onEnd) -> List.of(place.at(next, true), place.at(onEnd, worked));
      case Node.Send(_, _, int next, int onRefused) -> List.of(place.at(next, true), place.at(onRefused, worked));
      case Node.Call(_, _, int next, int onRefused) -> List.of(place.at(next, true), place.at(onRefused, worked));
      case Node.AwaitReply(_, _, int next, int onRefused) ->
          List.of(place.at(next, true), place.at(onRefused, worked));
      case Node.Accept(_, _, _, int next, int onEnd) -> List.of(place.at(next, true), place.at(onEnd, worked));
      case Node.Reply(_, _, _, int next) -> List.of(place.at(next, true));
      case Node.Sync(_, int next) -> List.of(place.at(next, true));
      case Node.Select(_, var cases, int onEnd) -> {
        var all = new ArrayList<Place>();
        cases.forEach(c -> all.add(place.at(c.choice().next(), worked || communicates(c.choice()))));
        all.add(place.at(onEnd, worked));
        yield all;
      }
      case Node.Choose(_, var alternatives) -> alternatives.stream().map(a -> place.at(a, worked)).toList();
      case Node.Draw(_, _, _, _, int next) -> List.of(place.at(next, worked));
      case Node.MayFail(_, int next) -> List.of(place.at(next, worked));
      case Node.Wait(int next) -> List.of(place.at(next, true));
      case Node.Mark(_, int next) -> List.of(place.at(next, worked));
    };
  }

  static boolean communicates(Choice choice) {
    return switch (choice) {
      case Choice.Receive _, Choice.Accept _, Choice.Sync _, Choice.After _ -> true;
      case Choice.End _, Choice.Otherwise _, Choice.Unheard _ -> false;
    };
  }
}
