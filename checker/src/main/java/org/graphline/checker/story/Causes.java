package org.graphline.checker.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Step;

/// What causes what in a run: for each step the earlier steps that it follows directly. Steps that are not
/// connected so may be told in any order (Mazurkiewicz, "Trace theory", 1987).
///
/// A guess, on the side of too many causes but not beyond doubt: readiness under `priority`, for one, is not
/// looked at. Whoever puts steps into another order lets the model follow it before anybody sees it.
final class Causes {
  private final Network network;
  private final Neighbors neighbors;
  private final Map<Place, Integer> last = new HashMap<>();
  private final Map<Integer, Queue> queues = new HashMap<>();
  private final Set<Integer> overflowing;

  private Causes(Network network, List<Step> steps) {
    this.network = network;
    this.neighbors = new Neighbors(network);
    this.overflowing = steps.stream().map(Step::label)
        .flatMap(l -> l instanceof Label.Post(int line, _, _, var fate) && fate != Label.Fate.STORED
            ? Stream.of(line) : Stream.empty()).collect(Collectors.toSet());
  }

  /// Something that steps come by one after the other.
  private sealed interface Place {
    record OfInstance(int id) implements Place {}

    record OfLine(int id) implements Place {}

    record OfConnection(int id) implements Place {}

    record OfBarrier(int id) implements Place {}

    /// The eye of the property, which sees some events in their order.
    record OfObserver() implements Place {}
  }

  /// The positions of the steps that put letters on a line and took them off.
  private record Queue(List<Integer> posts, List<Integer> collects) {}

  /// Returns for each of `steps` its direct causes by position, that which is best told right before it last.
  ///
  /// @param isLookedAt whether the order of such steps matters to the property
  static List<List<Integer>> of(Network network, List<Step> steps, Predicate<Step> isLookedAt) {
    var causes = new Causes(network, steps);
    var all = new ArrayList<List<Integer>>();
    for (int i = 0; i < steps.size(); i++) {
      all.add(causes.next(i, steps.get(i), isLookedAt.test(steps.get(i))));
    }
    return all;
  }

  private List<Integer> next(int position, Step step, boolean isLookedAt) {
    var direct = new LinkedHashSet<Integer>();
    if (step.label() instanceof Label.ClosingTime) {
      last.values().stream().sorted().forEach(direct::add);
      queues.values().forEach(q -> q.collects().forEach(direct::add));
    }
    for (Place place : places(step, isLookedAt)) {
      Integer before = last.put(place, position);
      if (before != null && before != position) {
        direct.add(before);
      }
    }
    if (step.label() instanceof Label.Post(int line, _, _, _) && !overflowing.contains(line)) {
      post(position, network.lines().get(line), direct);
    } else if (step.label() instanceof Label.Collect(int line, _, _) && !overflowing.contains(line)) {
      collect(position, line, direct);
    }
    return List.copyOf(direct);
  }

  /// A letter needs room: the letter `capacity` places before it must be gone.
  private void post(int position, Line line, LinkedHashSet<Integer> direct) {
    Queue queue = queue(line.id());
    int number = queue.posts().size();
    if (number > 0) {
      direct.add(queue.posts().getLast());
    }
    int leaver = number - line.capacity();
    if (leaver >= 0 && leaver < queue.collects().size()) {
      direct.add(queue.collects().get(leaver));
    }
    queue.posts().add(position);
  }

  private void collect(int position, int line, LinkedHashSet<Integer> direct) {
    Queue queue = queue(line);
    int number = queue.collects().size();
    if (number > 0) {
      direct.add(queue.collects().getLast());
    }
    if (number < queue.posts().size()) {
      direct.add(queue.posts().get(number));
    }
    queue.collects().add(position);
  }

  private Queue queue(int line) {
    return queues.computeIfAbsent(line, _ -> new Queue(new ArrayList<>(), new ArrayList<>()));
  }

  /// Returns what the step comes by, last the giver, or who is gone whose end is seen.
  private List<Place> places(Step step, boolean isLookedAt) {
    var places = new ArrayList<Place>();
    if (isLookedAt) {
      places.add(new Place.OfObserver());
    }
    boolean isNoticed = step.label() instanceof Label.EndSeen;
    shared(step.label()).filter(_ -> !isNoticed).ifPresent(places::add);
    step.actors().reversed().forEach(a -> places.add(new Place.OfInstance(a.instance())));
    noticed(step.label()).forEach(i -> places.add(new Place.OfInstance(i)));
    shared(step.label()).filter(_ -> isNoticed).ifPresent(places::add);
    return places;
  }

  private Optional<Place> shared(Label label) {
    return Optional.ofNullable(switch (label) {
      case Label.HandOver(int line, _, _, _) -> tray(line);
      case Label.Post(int line, _, _, _) -> tray(line);
      case Label.Collect(int line, _, _) -> tray(line);
      case Label.ClosesTray(int line) -> new Place.OfLine(line);
      case Label.ArrivesAtTray(int line) -> new Place.OfLine(line);
      case Label.Called(int connection, _) -> new Place.OfConnection(connection);
      case Label.Replied(int connection, _) -> new Place.OfConnection(connection);
      case Label.ReplyDropped(int connection) -> new Place.OfConnection(connection);
      case Label.ClosesConnection(int connection) -> new Place.OfConnection(connection);
      case Label.ArrivesAtConnection(int connection) -> new Place.OfConnection(connection);
      case Label.Sync(int barrier, _) -> new Place.OfBarrier(barrier);
      case Label.EndSeen(_, var end) -> end.flatMap(neighbors::line).map(Place.OfLine::new).orElse(null);
      case Label.Refused _, Label.Unheard _, Label.Choice _, Label.Result _, Label.MayFail _,
          Label.TimesOut _,
          Label.Otherwise _, Label.Mark _, Label.Arrives _, Label.ClosingTime _ -> null;
    });
  }

  /// What the environment does at an exposed line comes in order, and what happens at a line that overflows;
  /// others meet at their own ends.
  private Place tray(int line) {
    boolean inOrder = network.lines().get(line).exposure().isPresent() || overflowing.contains(line);
    return inOrder ? new Place.OfLine(line) : null;
  }

  /// Returns the instances whose being there, or not, the step depends on though they do not move.
  private Collection<Integer> noticed(Label label) {
    return switch (label) {
      case Label.EndSeen(int instance, var end) ->
          end.map(neighbors::at).orElseGet(() -> neighbors.of(instance));
      case Label.Refused(End end) -> neighbors.at(end);
      case Label.Unheard(int instance) -> neighbors.of(instance);
      case Label.Otherwise(int instance) -> neighbors.of(instance);
      case Label.ReplyDropped(int connection) -> network.connections().get(connection).client().stream()
          .map(End::instance).toList();
      case Label.Sync(int barrier, _) ->
          network.barriers().get(barrier).members().stream().map(End::instance).toList();
      case Label.HandOver _, Label.Post _, Label.Collect _, Label.Choice _, Label.Result _, Label.MayFail _,
          Label.TimesOut _, Label.Mark _, Label.Called _, Label.Replied _, Label.ClosesTray _,
          Label.ClosesConnection _, Label.Arrives _, Label.ArrivesAtTray _, Label.ArrivesAtConnection _,
          Label.ClosingTime _ -> List.of();
    };
  }
}
