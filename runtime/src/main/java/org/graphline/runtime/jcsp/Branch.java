package org.graphline.runtime.jcsp;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.graphline.runtime.Call;
import org.graphline.runtime.Case;
import org.graphline.runtime.Client;
import org.graphline.runtime.Event;
import org.graphline.runtime.In;
import org.graphline.runtime.IndexedWork;
import org.graphline.runtime.Out;
import org.graphline.runtime.Phase;
import org.graphline.runtime.Port;
import org.graphline.runtime.Server;
import org.graphline.runtime.Step;
import org.graphline.runtime.Work;
import org.jcsp.lang.CSTimer;

/// One thread of control of a component: its main one, or a branch of a `par`.
final class Branch implements Step, Waiter {
  private final DeskProcess process;
  private final Office office;
  private final Rest rest;
  private final Step conducted;
  private final boolean mayRest;
  private final SplittableRandom random;
  private volatile int line;
  private boolean inRepeat;
  private boolean communicated;
  private long served;
  private int[] picked = {};
  private int nextPicked;

  /// @param id the component's name, and numbers behind it if it is a branch of a `par`
  Branch(String id, DeskProcess process, boolean mayRest, SplittableRandom random) {
    this.process = process;
    this.office = process.office();
    this.rest = new Rest(id, this);
    this.conducted = office.conductor() == null ? null : new Conducted(this);
    this.mayRest = mayRest;
    this.random = random;
  }

  // what others do to a branch

  @Override
  public void nudge() {
    rest.nudge();
  }

  Bell bell() {
    return rest.bell();
  }

  Office office() {
    return office;
  }

  DeskProcess process() {
    return process;
  }

  int line() {
    return line;
  }

  /// Returns what the branch waits for, or null.
  Wait currentWait() {
    return rest.currentWait();
  }

  boolean isResting() {
    return rest.isResting();
  }

  // the desk's own

  Step at(int sourceLine) {
    line = sourceLine;
    return conducted == null ? this : conducted;
  }

  void awaitTurn(String what) {
    rest.awaitTurn(what);
  }

  void startDay() {
    goHomeIfOver();
    inRepeat = true;
    communicated = false;
  }

  void goHomeIfOver() {
    if (process.isOver()) {
      throw GoHome.NOW;
    }
  }

  /// Notes that a communication was made in this round of the outermost `repeat` (ruling R4).
  void communicated() {
    communicated = true;
  }

  boolean hasCommunicated() {
    return communicated;
  }

  /// Reports whether waiting now, at a receive, an accept or a select, would be resting.
  boolean wouldRest() {
    return mayRest && inRepeat && !communicated;
  }

  /// Reports whether a branch of a `par` begun now may rest in a `repeat` of its own.
  boolean lendsRest() {
    return mayRest && !inRepeat;
  }

  long nextServed() {
    return ++served;
  }

  Event.Place place(Port port) {
    return Office.place(port, line);
  }

  Event.Place place() {
    return new Event.Place(process.name(), "", line);
  }

  void record(Event event) {
    if (office.isObserved()) {
      synchronized (office.monitor()) {
        goHomeIfOver();
        office.record(event);
      }
    }
  }

  // waiting

  /// Waits by `choice`; see [Rest#await(Choice, boolean, BooleanSupplier, Wait)].
  int await(Choice choice, boolean restful, BooleanSupplier ready, Wait what) {
    return rest.await(choice, restful, ready, what);
  }

  /// Waits for the bell; see [Rest#await(boolean, BooleanSupplier, Wait)].
  void await(boolean restful, BooleanSupplier ready, Wait what) {
    rest.await(restful, ready, what);
  }

  /// Waits for branches of its own; they are counted instead. One of the few waits that going home does not
  /// cut short.
  void awaitBranches(BooleanSupplier ended) {
    rest.await(!process.isOver(), ended, null);
  }

  // receive

  /// Takes the next letter from `inlet`. Returns null if there will be none, or if `enough` says so.
  Letter take(Inlet inlet, BooleanSupplier enough) {
    return new Taking(this, inlet, enough).next();
  }

  static boolean never() {
    return false;
  }

  @Override
  public <T> T receive(In<T> port) {
    Optional<T> letter = receiveOrEnd(port);
    if (letter.isEmpty()) {
      throw GoHome.NOW;
    }
    return letter.get();
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> Optional<T> receiveOrEnd(In<T> port) {
    Letter letter = take((Inlet) port.plug(), Branch::never);
    if (letter == null) {
      record(new Event.EndSeen(place(port)));
      return Optional.empty();
    }
    return Optional.of((T) letter.value);
  }

  // send

  @Override
  public <T> void send(T value, Out<T> port) {
    if (!sendOrRefused(value, port)) {
      throw GoHome.NOW;
    }
  }

  @Override
  public <T> boolean sendOrRefused(T value, Out<T> port) {
    Outlet outlet = (Outlet) port.plug();
    Letter letter = write(value, outlet);
    if (!awaitTaken(letter, Wait.toSend(outlet))) {
      record(new Event.Refused(place(port)));
      return false;
    }
    return true;
  }

  Letter write(Object value, Outlet outlet) {
    Objects.requireNonNull(value, () -> "null sent to " + outlet.port);
    goHomeIfOver();
    Letter letter = new Letter(value, outlet, this, line);
    outlet.line.write(letter);
    return letter;
  }

  /// Waits until `letter` is accepted (true) or cannot be (false).
  boolean awaitTaken(Letter letter, Wait what) {
    while (letter.isWaiting()) {
      if (process.isOver()) {
        letter.from.line.retract(letter);
        throw GoHome.NOW;
      }
      rest.await(false, Branch::never, what);
    }
    if (letter.state() == Letter.State.ACCEPTED) {
      communicated = true;
      return true;
    }
    goHomeIfOver();
    return false;
  }

  @Override
  public <T> void copy(In<T> source, Out<T>[] readers) {
    new Copying(this, readers).once((Inlet) source.plug());
  }

  // calls

  @Override
  public <Q, R> R call(Client<Q, R> port, Q request) {
    Optional<R> reply = callOrRefused(port, request);
    if (reply.isEmpty()) {
      throw GoHome.NOW;
    }
    return reply.get();
  }

  @Override
  public <Q, R> Optional<R> callOrRefused(Client<Q, R> port, Q request) {
    return new Enquiry(this).call(port, request);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <Q, R> Call<Q, R> accept(Server<Q, R> port) {
    Letter letter = take((Inlet) port.plug(), Branch::never);
    if (letter == null) {
      record(new Event.EndSeen(place(port)));
      throw GoHome.NOW;
    }
    return (Call<Q, R>) accepted(letter, port);
  }

  PendingCall<?, ?> accepted(Letter letter, Port port) {
    PendingCall<?, ?> call = (PendingCall<?, ?>) letter.value;
    call.acceptedAt(place(port));
    process.owesReplyTo(call);
    return call;
  }

  @Override
  public <R> void reply(Call<?, R> call, R value) {
    Objects.requireNonNull(value, "null replied");
    goHomeIfOver();
    PendingCall<?, R> pending = (PendingCall<?, R>) call;
    process.hasRepliedTo(pending);
    pending.reply(value, line);
    communicated = true;
  }

  // barriers, choices, time

  @Override
  public void sync(Phase phase) {
    goHomeIfOver();
    RollCall.Seat seat = (RollCall.Seat) phase.plug();
    RollCall.Ticket ticket = new RollCall.Ticket(this, line);
    seat.barrier.arrive(seat, ticket);
    while (!ticket.isTaken()) {
      if (process.isOver()) {
        ticket.withdraw();
        throw GoHome.NOW;
      }
      rest.await(false, Branch::never, Wait.toSync(seat));
    }
    communicated = true;
  }

  @Override
  public int select(Case... cases) {
    return choose(cases, false);
  }

  @Override
  public int selectPriority(Case... cases) {
    return choose(cases, true);
  }

  private int choose(Case[] cases, boolean priority) {
    picked = new Selection(this, cases, priority).choose();
    nextPicked = 0;
    return picked();
  }

  @Override
  public int picked() {
    return picked[nextPicked++];
  }

  @Override
  public void pause(Duration delay) {
    CSTimer timer = new CSTimer();
    timer.setAlarm(Option.alarmAfter(delay));
    Choice bellOrTimer = new Choice(bell().guard(), timer);
    do {
      goHomeIfOver();
    } while (await(bellOrTimer, false, Branch::never, Wait.toPass(delay)) == 0);
    communicated = true;
    record(new Event.TimedOut(place()));
  }

  @Override
  public int choose(int branches) {
    int branch = office.conductor() == null ? random.nextInt(branches)
        : office.conductor().choose(process.name(), line, branches);
    record(new Event.Chose(place(), branch));
    return branch;
  }

  @Override
  public int draw(int low, int high) {
    return office.conductor() == null ? (int) random.nextLong(low, high + 1L)
        : office.conductor().draw(process.name(), line, low, high);
  }

  // par

  @Override
  public void par(Work... branches) {
    goHomeIfOver();
    communicated |= new Fork(this).run(branches);
    goHomeIfOver();
  }

  @Override
  public void parFor(int low, int high, IndexedWork branch) {
    par(IntStream.rangeClosed(low, high).<Work>mapToObj(i -> () -> branch.run(i)).toArray(Work[]::new));
  }

  Branch child(int number) {
    Branch child = new Branch(rest.id() + "#" + number, process, lendsRest(), random.split());
    child.line = line;
    return child;
  }

  // the rest

  @Override
  public void close(Port port) {
    goHomeIfOver();
    process.close(port, place(port));
  }

  @Override
  public Error stop() {
    return GoHome.NOW;
  }

  @Override
  public void mark(String name) {
    record(new Event.Marked(place(), name));
  }

  @Override
  public void rest() {
    goHomeIfOver();
    rest.await(wouldRest(), Branch::never, Wait.toRest());
  }

  @Override
  public <T> T result(String function, T value) {
    record(new Event.Answered(place(), function, value));
    return value;
  }
}
