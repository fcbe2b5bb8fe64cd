package org.graphline.runtime.jcsp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import org.graphline.runtime.Desk;
import org.graphline.runtime.Event;
import org.graphline.runtime.Outcome;
import org.graphline.runtime.Port;
import org.graphline.runtime.Step;
import org.graphline.runtime.Work;
import org.jcsp.lang.CSProcess;

/// One component as a JCSP process: runs its body, and sees it home however it ends.
final class DeskProcess implements CSProcess, Runnable, Desk.Driver {
  private static final ThreadLocal<Branch> CURRENT = new ThreadLocal<>();

  private final Desk desk;
  private final Office office;
  private final ExecutorService crew;
  private final Runnable whenHome;
  private final Branch main;
  private final Set<Branch> branches = new HashSet<>();
  private final Set<PendingCall<?, ?>> owed = new HashSet<>();
  private volatile boolean gone;
  private volatile Outcome outcome;

  DeskProcess(Desk desk, Office office, ExecutorService crew, long seed, Runnable whenHome) {
    this.desk = desk;
    this.office = office;
    this.crew = crew;
    this.whenHome = whenHome;
    this.outcome = new Outcome.AtWork(desk.name());
    this.main = new Branch(desk.name(), this, true, new SplittableRandom(seed * 31 + desk.name().hashCode()));
    branches.add(main);
  }

  @Override
  public void run() {
    try {
      nameThread();
      main.awaitTurn("start");
      runAs(main, desk::run);
      goHome(null, main);
    } finally {
      office.leave();
      whenHome.run();
      office.leaveThread();
    }
  }

  void nameThread() {
    Thread.currentThread().setName(desk.name());
  }

  /// Runs `work` as `branch` on this thread. Never throws: whatever ends it early ends the component.
  void runAs(Branch branch, Work work) {
    Branch before = CURRENT.get();
    CURRENT.set(branch);
    try {
      work.run();
    } catch (GoHome _) {
      goHome(null, branch);
    } catch (Throwable failure) { // whatever it is, the neighbors must be told
      goHome(failure, branch);
    } finally {
      CURRENT.set(before);
    }
  }

  /// Closes every port, leaves every barrier, refuses every call still owed a reply. Only the first time
  /// counts.
  private void goHome(Throwable failure, Branch branch) {
    List<Runnable> afterwards = new ArrayList<>();
    synchronized (office.monitor()) {
      if (gone) {
        return;
      }
      gone = true;
      office.oneIsHome();
      outcome = failure == null ? new Outcome.WentHome(desk.name()) : failed(failure, branch.line());
      office.record(new Event.Gone(new Event.Place(desk.name(), "", branch.line()), failure));
      if (office.isObserved()) {
        leavePorts(afterwards);
      }
    }
    if (!office.isObserved()) {
      leavePorts(afterwards);
    }
    afterwards.forEach(Runnable::run);
    nudgeAll();
  }

  private Outcome failed(Throwable failure, int line) {
    failure.addSuppressed(new InSource(desk, line));
    return new Outcome.Failed(desk.name(), failure, desk.source() + ":" + line);
  }

  private void leavePorts(List<Runnable> afterwards) {
    desk.ports().forEach(port -> leave(port, afterwards));
    List<PendingCall<?, ?>> refused;
    synchronized (owed) {
      refused = List.copyOf(owed);
      owed.clear();
    }
    refused.forEach(PendingCall::refuse);
  }

  private static void leave(Port port, List<Runnable> afterwards) {
    switch (port.plug()) {
      case Inlet inlet -> inlet.line.close(inlet);
      case Outlet outlet -> afterwards.add(outlet.line.close(outlet));
      case Asking asking when asking.answer == null ->
          afterwards.add(asking.requests.line.close(asking.requests));
      case Asking _ -> { }
      case RollCall.Seat seat -> seat.barrier.resign(seat);
      case Object other -> throw new AssertionError("what is " + other + " on " + port + "?");
    }
  }

  /// Closes one port, because the component says so.
  void close(Port port, Event.Place place) {
    List<Runnable> afterwards = new ArrayList<>();
    synchronized (office.monitor()) {
      office.record(new Event.Closed(place));
      if (office.isObserved()) {
        leave(port, afterwards);
      }
    }
    if (!office.isObserved()) {
      leave(port, afterwards);
    }
    afterwards.forEach(Runnable::run);
  }

  void owesReplyTo(PendingCall<?, ?> call) {
    synchronized (owed) {
      owed.add(call);
    }
    if (isOver()) {
      call.refuse();
    }
  }

  void hasRepliedTo(PendingCall<?, ?> call) {
    synchronized (owed) {
      owed.remove(call);
    }
  }

  /// Reports whether the component has gone home, or must at its next step.
  boolean isOver() {
    return gone || office.isShut();
  }

  void nudgeAll() {
    List<Branch> everybody;
    synchronized (branches) {
      everybody = List.copyOf(branches);
    }
    everybody.forEach(Branch::nudge);
  }

  void add(List<Branch> children) {
    synchronized (branches) {
      branches.addAll(children);
    }
  }

  void remove(List<Branch> children) {
    synchronized (branches) {
      children.forEach(branches::remove);
    }
  }

  List<Branch> branches() {
    synchronized (branches) {
      return List.copyOf(branches);
    }
  }

  @Override
  public Step at(int line) {
    return CURRENT.get().at(line);
  }

  @Override
  public boolean repeat() {
    CURRENT.get().startDay();
    return true;
  }

  Office office() {
    return office;
  }

  ExecutorService crew() {
    return crew;
  }

  String name() {
    return desk.name();
  }

  String source() {
    return desk.source();
  }

  Outcome outcome() {
    return outcome;
  }
}
