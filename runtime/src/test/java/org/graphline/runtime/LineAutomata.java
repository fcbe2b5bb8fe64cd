package org.graphline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What lines may do, one step after the other: reads a recorded trace and fails at the first step that no
/// line of the graph could have taken. Written from language.md 3.9 and 3.18, not from the runtime.
final class LineAutomata {
  private static final class State {
    final Room room;
    final Set<String> writers = new HashSet<>();
    final Set<String> readers = new HashSet<>();
    final ArrayDeque<Object> post = new ArrayDeque<>();

    State(Room room) {
      this.room = room;
    }
  }

  private final List<State> states = new ArrayList<>();
  private final Map<String, State> byPort = new HashMap<>();
  private final Map<String, Set<String>> portsOf = new HashMap<>();
  private final Map<String, Set<String>> barriers = new HashMap<>();
  private final Set<String> gone = new HashSet<>();
  private boolean over;

  /// Adds a line by the full names of its ends.
  LineAutomata line(Room room, List<String> writers, List<String> readers) {
    State state = new State(room);
    states.add(state);
    state.writers.addAll(writers);
    state.readers.addAll(readers);
    for (List<String> ports : List.of(writers, readers)) {
      ports.forEach(port -> {
        byPort.put(port, state);
        portsOf.computeIfAbsent(port.substring(0, port.indexOf('.')), _ -> new HashSet<>()).add(port);
      });
    }
    return this;
  }

  LineAutomata barrier(String name, List<String> members) {
    barriers.put(name, new HashSet<>(members));
    return this;
  }

  /// Takes every step of `events`.
  void accept(List<Event> events) {
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      try {
        step(event);
      } catch (AssertionError e) {
        throw new AssertionError("step " + i + " is impossible: " + event + " in\n"
            + events.subList(0, i + 1), e);
      }
    }
  }

  private void step(Event event) {
    switch (event) {
      case Event.HandedOver(var from, var to, _) -> handOver(from, to);
      case Event.Called(var from, var to, _) -> handOver(from, to);
      case Event.Posted(var from, _, var value, var lost) -> post(from, value, lost);
      case Event.Collected(_, var to, var value) -> {
        State line = present(to);
        assertThat(line.readers).contains(to.fullName());
        assertThat(line.post).isNotEmpty();
        assertThat(line.post.removeFirst()).isSameAs(value);
      }
      case Event.EndSeen(var reader) when reader.port().isEmpty() -> atWork(reader);
      case Event.EndSeen(var reader) -> {
        State line = present(reader);
        assertThat(line.writers).isEmpty();
        assertThat(line.post).isEmpty();
      }
      case Event.Refused(var writer) -> {
        State line = present(writer);
        assertThat(line.readers).as("readers left").isEmpty();
      }
      case Event.Replied(var server, var client, _, var dropped) -> {
        assertThat(gone).doesNotContain(server.desk());
        assertThat(dropped).isEqualTo(gone.contains(client.desk()));
      }
      case Event.Unheard(var split) -> {
        atWork(split);
        assertThat(portsOf.get(split.desk())).noneMatch(port -> byPort.get(port).writers.contains(port)
            && !byPort.get(port).readers.isEmpty());
      }
      case Event.Synced(var barrier, var members) ->
          assertThat(members.stream().map(Event.Place::desk))
              .containsExactlyInAnyOrderElementsOf(barriers.get(barrier));
      case Event.TimedOut(var place) -> atWork(place);
      case Event.NothingReady(var place) -> atWork(place);
      case Event.Chose(var place, _) -> atWork(place);
      case Event.Answered(var place, _, _) -> atWork(place);
      case Event.Marked(var place, _) -> atWork(place);
      case Event.Closed(var place) -> close(place.fullName());
      case Event.Gone(var place, _) -> {
        assertThat(gone.add(place.desk())).as("goes home once").isTrue();
        portsOf.getOrDefault(place.desk(), Set.of()).forEach(this::close);
        barriers.values().forEach(members -> members.remove(place.desk()));
      }
      case Event.ClosingTime _, Event.Aborted _ -> {
        assertThat(over).isFalse();
        over = true;
      }
    }
  }

  private void handOver(Event.Place from, Event.Place to) {
    State line = present(from);
    assertThat(line).isSameAs(present(to));
    assertThat(line.room.isHandToHand()).isTrue();
    assertThat(line.writers).contains(from.fullName());
    assertThat(line.readers).contains(to.fullName());
  }

  private void post(Event.Place from, Object value, boolean lost) {
    State line = present(from);
    assertThat(line.writers).contains(from.fullName());
    assertThat(line.readers).isNotEmpty();
    boolean full = line.post.size() == line.room.places();
    assertThat(lost).isEqualTo(full);
    if (full) {
      assertThat(line.room.kind()).isNotEqualTo(Room.Kind.WAITING);
      if (line.room.kind() == Room.Kind.OVERWRITING) {
        line.post.removeFirst();
        line.post.add(value);
      }
    } else {
      line.post.add(value);
    }
  }

  private State present(Event.Place place) {
    atWork(place);
    return Objects.requireNonNull(byPort.get(place.fullName()), place.fullName());
  }

  private void atWork(Event.Place place) {
    assertThat(over).as("after the end").isFalse();
    assertThat(gone).doesNotContain(place.desk());
  }

  private void close(String port) {
    State line = byPort.get(port);
    if (line != null) {
      line.writers.remove(port);
      if (line.readers.remove(port) && line.readers.isEmpty()) {
        line.post.clear();
      }
    }
  }
}
