package org.graphline.runtime.jcsp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.graphline.runtime.Answerer;
import org.graphline.runtime.Caller;
import org.graphline.runtime.Desk;
import org.graphline.runtime.Inbox;
import org.graphline.runtime.Network;
import org.graphline.runtime.Options;
import org.graphline.runtime.Outbox;
import org.graphline.runtime.Plan;
import org.graphline.runtime.Port;
import org.graphline.runtime.Report;
import org.graphline.runtime.Room;

/// A plan come alive.
final class RunningNetwork implements Network {
  private final Office office;
  private final ExecutorService crew;
  private final List<DeskProcess> processes = new ArrayList<>();
  private final List<OuterEnd> outerEnds = new ArrayList<>();
  private final CountDownLatch atWork;
  private final AtomicInteger left;
  private final Consumer<Network> whenOver;

  /// @param whenOver is told once everybody has gone home
  RunningNetwork(Plan plan, Options options, Consumer<Network> whenOver) {
    this.whenOver = whenOver;
    office = new Office(plan.desks().size(), options, this::nudgeAll);
    crew = isVirtual(plan, options)
        ? Executors.newVirtualThreadPerTaskExecutor()
        : Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    atWork = new CountDownLatch(plan.desks().size());
    left = new AtomicInteger(plan.desks().size());
    for (Desk desk : plan.desks()) {
      DeskProcess process = new DeskProcess(desk, office, crew, options.seed(), this::oneIsHome);
      desk.drive(process);
      processes.add(process);
    }
    plan.lines().forEach(this::connect);
    plan.calls().forEach(this::connect);
    plan.barriers().forEach(this::connect);
  }

  private static boolean isVirtual(Plan plan, Options options) {
    return switch (options.threads()) {
      case VIRTUAL -> true;
      case PLATFORM -> false;
      case BY_SIZE -> plan.desks().size() > Options.MANY;
    };
  }

  private void connect(Plan.Line plan) {
    Line line = new Line(plan.room(), plan.writers(), plan.readers(), office);
    for (Outlet outlet : line.writers()) {
      plug(outlet.port, outlet);
    }
    for (Inlet inlet : line.readers()) {
      plug(inlet.port, inlet);
    }
  }

  private void plug(Port port, Object end) {
    switch (port) {
      case Inbox<?> inbox -> inbox.plug(outer(new OuterFeed<>((Outlet) end, office)));
      case Outbox<?> outbox -> outbox.plug(outer(new OuterDrain<>((Inlet) end, office)));
      default -> port.plug(end);
    }
  }

  private <E extends OuterEnd> E outer(E end) {
    outerEnds.add(end);
    return end;
  }

  private void connect(Plan.Calls plan) {
    Line line = new Line(Room.handToHand(), plan.clients(), List.of(plan.server()), office);
    if (!(plan.server() instanceof Answerer<?, ?>)) {
      plan.server().plug(line.readers().getFirst());
    }
    for (Outlet outlet : line.writers()) {
      if (outlet.port instanceof Caller<?, ?> caller) {
        caller.plug(outer(new OuterEnquiry<>(outlet, office)));
      } else {
        outlet.port.plug(plan.server() instanceof Answerer<?, ?> java
            ? new Asking(outlet, java, answerOf(java))
            : new Asking(outlet, null, null));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static <Q, R> Function<Object, Object> answerOf(Answerer<Q, R> java) {
    return request -> java.answer((Q) request);
  }

  private void connect(Plan.Barrier plan) {
    RollCall barrier = new RollCall(plan.name(), plan.members(), office);
    barrier.seats().forEach(seat -> seat.phase.plug(seat));
  }

  /// Starts every component. The office's own count ends when all have been counted.
  void start() {
    outerEnds.forEach(OuterEnd::open);
    for (DeskProcess process : processes) {
      office.enter();
      office.enterThread();
      crew.execute(process);
    }
    office.leave();
  }

  private void oneIsHome() {
    if (left.decrementAndGet() == 0) {
      whenOver.accept(this);
      crew.shutdown();
    }
    atWork.countDown();
  }

  private void nudgeAll() {
    processes.forEach(DeskProcess::nudgeAll);
    outerEnds.forEach(OuterEnd::nudge);
  }

  @Override
  public Report join() throws InterruptedException {
    atWork.await();
    return report();
  }

  @Override
  public boolean join(Duration atMost) throws InterruptedException {
    return atWork.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    outerEnds.forEach(OuterEnd::close);
    try {
      atWork.await();
    } catch (InterruptedException _) {
      abort();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void abort() {
    office.abort();
  }

  @Override
  public Report report() {
    return new Report(processes.stream().map(DeskProcess::outcome).toList(), office.isClosed(),
        office.isAborted());
  }

  @Override
  public List<Waiting> describeWaiting() {
    List<Waiting> waiting = new ArrayList<>();
    for (DeskProcess process : processes) {
      for (Branch branch : process.branches()) {
        Wait wait = branch.currentWait();
        if (wait != null) {
          waiting.add(new Waiting(process.name(), process.source() + ":" + branch.line(), wait.what(),
              wait.others().get(), branch.isResting()));
        }
      }
    }
    return waiting;
  }
}
