package org.graphline.runtime.jcsp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.graphline.runtime.Case;
import org.graphline.runtime.ErrorState;
import org.graphline.runtime.Event;
import org.graphline.runtime.In;
import org.graphline.runtime.Server;
import org.jcsp.lang.CSTimer;
import org.jcsp.lang.Guard;
import org.jcsp.lang.Skip;

/// One `select` being made. JCSP chooses, by `priSelect` over guards in order of preference: as written, or
/// for a fair one the port that was served longest ago first. Two things that are no JCSP guards are `Skip`s
/// when they are ready: an `end` case and a barrier that only waits for this process.
final class Selection {
  private static final Skip READY = new Skip();

  private final Branch branch;
  private final boolean priority;
  private final List<Option> written;
  private final boolean restful;

  // what the current round found
  private final List<Guard> guards = new ArrayList<>();
  private final List<Option> guarded = new ArrayList<>();
  private boolean pending;
  private RollCall.Ticket ticket;

  Selection(Branch branch, Case[] cases, boolean priority) {
    this.branch = branch;
    this.priority = priority;
    this.written = Option.of(cases);
    this.restful = branch.wouldRest() && written.stream()
        .noneMatch(each -> each.what() instanceof Case.After || each.what() instanceof Case.Otherwise);
  }

  /// Returns the path of the chosen case.
  int[] choose() {
    if (written.isEmpty()) {
      throw new ErrorState("nothing to wait for: no case of the select is switched on");
    }
    for (;;) {
      branch.goHomeIfOver();
      lookAround();
      if (!pending) {
        branch.goHomeIfOver();
        branch.record(new Event.EndSeen(branch.place()));
        throw GoHome.NOW;
      }
      int chosen = await();
      Option synced = withdraw();
      if (synced != null) {
        branch.communicated();
        return synced.path();
      }
      if (chosen > 0 && took(guarded.get(chosen))) {
        return guarded.get(chosen).path();
      }
    }
  }

  /// Finds which cases can still come to something, in order of preference.
  private void lookAround() {
    guards.clear();
    guarded.clear();
    pending = false;
    guards.add(branch.bell().guard());
    guarded.add(null);
    List<Option> order = priority ? written : fairOrder();
    for (Option option : order) {
      switch (option.what()) {
        case Case.Receive _, Case.Accept _ -> lookAtLine(option);
        case Case.End _ -> lookAtEnd(option);
        case Case.Sync _ -> lookAtBarrier(option);
        case Case.After _ -> offer(option, alarm(option));
        case Case.Otherwise _ -> offer(option, READY);
        case Case.Off _, Case.Each _, Case.Several _ ->
            throw new AssertionError("not a single case: " + option);
      }
    }
  }

  private List<Option> fairOrder() {
    return written.stream().sorted(Comparator.comparingLong(Selection::lastServed)).toList();
  }

  private static long lastServed(Option option) {
    if (option.inlet() != null && !(option.what() instanceof Case.End)) {
      return option.inlet().served;
    }
    return option.seat() != null ? option.seat().served : 0;
  }

  private void lookAtLine(Option option) {
    option.inlet().line.expectedBy(branch);
    if (!option.inlet().isFinished()) {
      offer(option, option.inlet().line.guard());
    }
  }

  private void lookAtEnd(Option option) {
    Inlet inlet = option.inlet();
    inlet.line.expectedBy(branch);
    if (!inlet.endNoted) {
      pending = true;
      if (inlet.isFinished()) {
        offer(option, READY);
      }
    }
  }

  private void lookAtBarrier(Option option) {
    pending = true;
    if (ticket == null) {
      ticket = new RollCall.Ticket(branch, branch.line());
    }
    if (option.seat().barrier.offerUnlessLast(option.seat(), ticket)) {
      offer(option, READY);
    }
  }

  private static CSTimer alarm(Option option) {
    CSTimer timer = new CSTimer();
    timer.setAlarm(option.alarm());
    return timer;
  }

  private void offer(Option option, Guard guard) {
    pending = true;
    guards.add(guard);
    guarded.add(option);
  }

  private int await() {
    Choice choice = new Choice(guards.toArray(Guard[]::new));
    boolean mustWait = !guards.contains(READY) && !aLetterIsThere();
    return branch.await(choice, restful && mustWait, this::isOutdated, new Wait(describe(), this::others));
  }

  /// Reports whether something has become ready since the look around, so that another is called for.
  private boolean isOutdated() {
    return aLetterIsThere() || written.stream().anyMatch(this::hasFinished);
  }

  private boolean aLetterIsThere() {
    return guarded.stream()
        .anyMatch(each -> each != null && each.inlet() != null && each.inlet().hasLetter());
  }

  private boolean hasFinished(Option option) {
    return option.inlet() != null && option.inlet().isFinished()
        && (option.what() instanceof Case.End ? !option.inlet().endNoted : guarded.contains(option));
  }

  private Option withdraw() {
    if (ticket == null) {
      return null;
    }
    RollCall.Seat seat = ticket.withdraw();
    ticket = null;
    return seat == null ? null : optionOf(seat);
  }

  private Option optionOf(RollCall.Seat seat) {
    seat.served = branch.nextServed();
    return written.stream().filter(each -> each.seat() == seat).findFirst().orElseThrow();
  }

  /// Goes through with `option`. Returns false if it has come to nothing after all.
  private boolean took(Option option) {
    return switch (option.what()) {
      case Case.Receive(var port) -> {
        Letter letter = read(option.inlet());
        if (letter != null) {
          deliver(letter, port);
        }
        yield letter != null;
      }
      case Case.Accept(var port) -> {
        Letter letter = read(option.inlet());
        if (letter != null) {
          deliver(letter, port);
        }
        yield letter != null;
      }
      case Case.End(var port) -> {
        option.inlet().endNoted = true;
        branch.record(new Event.EndSeen(branch.place(port)));
        yield true;
      }
      case Case.Sync _ -> sync(option);
      case Case.After _ -> {
        branch.communicated();
        branch.record(new Event.TimedOut(branch.place()));
        yield true;
      }
      case Case.Otherwise _ -> {
        branch.record(new Event.NothingReady(branch.place()));
        yield true;
      }
      case Case.Off _, Case.Each _, Case.Several _ ->
          throw new AssertionError("not a single case: " + option);
    };
  }

  private Letter read(Inlet inlet) {
    if (!(inlet.line.read(inlet, branch.line()) instanceof Letter letter)) {
      return null;
    }
    inlet.served = branch.nextServed();
    branch.communicated();
    return letter;
  }

  @SuppressWarnings("unchecked")
  private static <T> void deliver(Letter letter, In<T> port) {
    port.took((T) letter.value);
  }

  @SuppressWarnings("unchecked")
  private <Q, R> void deliver(Letter letter, Server<Q, R> port) {
    port.took((PendingCall<Q, R>) branch.accepted(letter, port));
  }

  /// Completes a barrier that was found to wait for this process only.
  private boolean sync(Option option) {
    RollCall.Ticket last = new RollCall.Ticket(branch, branch.line());
    if (!option.seat().barrier.completeAsLast(option.seat(), last)) {
      return false;
    }
    optionOf(option.seat());
    branch.communicated();
    return true;
  }

  private String describe() {
    return "select " + written.stream().map(Selection::name).distinct()
        .reduce((a, b) -> a + " or " + b).orElseThrow();
  }

  private static String name(Option option) {
    return switch (option.what()) {
      case Case.Receive(var port) -> "receive " + port.name();
      case Case.Accept(var port) -> "accept " + port.name();
      case Case.End(var port) -> "end " + port.name();
      case Case.Sync(var phase) -> "sync " + phase.name();
      case Case.After(var delay) -> "after " + delay.toMillis() + "ms";
      case Case.Otherwise _ -> "else";
      case Case.Off _, Case.Each _, Case.Several _ ->
          throw new AssertionError("not a single case: " + option);
    };
  }

  private List<String> others() {
    List<String> others = new ArrayList<>();
    for (Option option : written) {
      if (option.inlet() != null) {
        others.addAll(option.inlet().line.openWriters());
      } else if (option.seat() != null) {
        others.addAll(option.seat().barrier.missing());
      }
    }
    return others.stream().distinct().toList();
  }
}
