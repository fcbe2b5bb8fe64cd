package org.graphline.runtime.jcsp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphline.runtime.Event;
import org.graphline.runtime.Phase;

/// A barrier that may also be one case of a `select`, and that members leave by going home.
///
/// JCSP's own barriers do not serve: `Barrier` is no guard and cannot be left by a process that waits in it,
/// and an `AltingBarrier` belongs to the thread that first used it. Everything here happens under the
/// network's lock.
final class RollCall {
  /// A member's place at the barrier.
  static final class Seat {
    final RollCall barrier;
    final Phase phase;
    /// When a `select` last chose this seat; see [Inlet#served].
    long served;

    Seat(RollCall barrier, Phase phase) {
      this.barrier = barrier;
      this.phase = phase;
    }
  }

  /// One wait of one process, at one barrier or several; at most one of them comes of it.
  static final class Ticket {
    private final Branch holder;
    private final int line;
    private final Set<RollCall> offeredAt = new HashSet<>();
    private Seat taken;

    Ticket(Branch holder, int line) {
      this.holder = holder;
      this.line = line;
    }

    boolean isTaken() {
      synchronized (holder.office().monitor()) {
        return taken != null;
      }
    }

    /// Ends the wait and returns the seat whose barrier came off, or null.
    Seat withdraw() {
      synchronized (holder.office().monitor()) {
        offeredAt.forEach(barrier -> barrier.present.values().removeIf(ticket -> ticket == this));
        offeredAt.clear();
        return taken;
      }
    }
  }

  private final String name;
  private final Office office;
  private final List<Seat> enrolled = new ArrayList<>();
  private final Map<Seat, Ticket> present = new LinkedHashMap<>();

  RollCall(String name, List<Phase> members, Office office) {
    this.name = name;
    this.office = office;
    members.forEach(phase -> enrolled.add(new Seat(this, phase)));
  }

  List<Seat> seats() {
    return List.copyOf(enrolled);
  }

  /// Offers `seat` by `ticket` unless that would complete the barrier. Returns whether it would.
  boolean offerUnlessLast(Seat seat, Ticket ticket) {
    synchronized (office.monitor()) {
      if (isLast(seat, ticket)) {
        return true;
      }
      sit(seat, ticket);
      return false;
    }
  }

  /// Offers `seat` by `ticket`, and completes the barrier if everybody else is there.
  void arrive(Seat seat, Ticket ticket) {
    synchronized (office.monitor()) {
      if (enrolled.contains(seat)) {
        sit(seat, ticket);
        completeIfAllHere();
      }
    }
  }

  /// Completes the barrier if everybody but `seat` is there. Returns whether they were.
  boolean completeAsLast(Seat seat, Ticket ticket) {
    synchronized (office.monitor()) {
      if (!isLast(seat, ticket)) {
        return false;
      }
      sit(seat, ticket);
      completeIfAllHere();
      return ticket.isTaken();
    }
  }

  /// Leaves the barrier for good.
  void resign(Seat seat) {
    synchronized (office.monitor()) {
      if (enrolled.remove(seat)) {
        present.remove(seat);
        completeIfAllHere();
      }
    }
  }

  private boolean isLast(Seat seat, Ticket ticket) {
    return enrolled.contains(seat)
        && enrolled.stream()
            .allMatch(each -> each == seat || present.get(each) != null && present.get(each) != ticket);
  }

  private void sit(Seat seat, Ticket ticket) {
    present.put(seat, ticket);
    ticket.offeredAt.add(this);
  }

  private void completeIfAllHere() {
    Set<Ticket> tickets = new HashSet<>(present.values());
    if (enrolled.isEmpty() || tickets.size() < enrolled.size()) {
      return;
    }
    Map<Seat, Ticket> members = new LinkedHashMap<>(present);
    office.record(new Event.Synced(name, members.entrySet().stream()
        .map(each -> Office.place(each.getKey().phase, each.getValue().line)).toList()));
    members.forEach((seat, ticket) -> {
      ticket.withdraw();
      ticket.taken = seat;
      ticket.holder.nudge();
    });
  }

  /// Returns the names of the members that are still missing.
  List<String> missing() {
    synchronized (office.monitor()) {
      return enrolled.stream().filter(seat -> !present.containsKey(seat))
          .map(seat -> Office.ownerOf(seat.phase)).toList();
    }
  }
}
