package org.graphline.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// A component at work: ports, variables and a [#work()] that mirrors the source statement by statement.
///
/// Generated classes extend it; so do, by way of a generated class, components written in Java.
public abstract class Desk {
  private final String source;
  private final List<Port> ports = new ArrayList<>();
  private String name;
  private Driver driver;

  /// What a backend plugs into a desk.
  public interface Driver {
    Step at(int line);

    boolean repeat();
  }

  /// @param source the file the component is declared in, as `board.graphline`
  protected Desk(String source) {
    this.source = source;
  }

  /// Does what the component's `run` says.
  protected abstract void work() throws Exception;

  /// Returns what can be done at `line` of the source, and notes that this is where the component is.
  protected final Step at(int line) {
    return driver.at(line);
  }

  /// Returns what can be done by a component written in Java, whose lines are none of a specification's.
  protected final Step here() {
    return at(0);
  }

  /// Starts the next day of the outermost `repeat`: `while (repeat()) { … }`. Always true.
  protected final boolean repeat() {
    return driver.repeat();
  }

  /// Starts the next round of a `repeat` inside another one, whose first wait is not a resting place. Always
  /// true.
  protected final boolean again() {
    return true;
  }

  // ports

  protected final <T> In<T> in(String port) {
    return keep(new In<>(this, port));
  }

  protected final <T> Out<T> out(String port) {
    return keep(new Out<>(this, port));
  }

  protected final <Q, R> Client<Q, R> client(String port) {
    return keep(new Client<>(this, port));
  }

  protected final <Q, R> Server<Q, R> server(String port) {
    return keep(new Server<>(this, port));
  }

  protected final Phase barrier(String port) {
    return keep(new Phase(this, port));
  }

  protected final <T> In<T>[] in(String row, int count) {
    @SuppressWarnings({"unchecked", "rawtypes"})
    In<T>[] result = new In[count];
    for (int i = 0; i < count; i++) {
      result[i] = in(row + "[" + i + "]");
    }
    return result;
  }

  protected final <T> Out<T>[] out(String row, int count) {
    @SuppressWarnings({"unchecked", "rawtypes"})
    Out<T>[] result = new Out[count];
    for (int i = 0; i < count; i++) {
      result[i] = out(row + "[" + i + "]");
    }
    return result;
  }

  protected final <Q, R> Client<Q, R>[] client(String row, int count) {
    @SuppressWarnings({"unchecked", "rawtypes"})
    Client<Q, R>[] result = new Client[count];
    for (int i = 0; i < count; i++) {
      result[i] = client(row + "[" + i + "]");
    }
    return result;
  }

  protected final <Q, R> Server<Q, R>[] server(String row, int count) {
    @SuppressWarnings({"unchecked", "rawtypes"})
    Server<Q, R>[] result = new Server[count];
    for (int i = 0; i < count; i++) {
      result[i] = server(row + "[" + i + "]");
    }
    return result;
  }

  private <P extends Port> P keep(P port) {
    ports.add(port);
    return port;
  }

  // cases of a select

  protected static Case receive(In<?> port) {
    return new Case.Receive(port);
  }

  protected static Case accept(Server<?, ?> port) {
    return new Case.Accept(port);
  }

  protected static Case sync(Phase phase) {
    return new Case.Sync(phase);
  }

  protected static Case end(In<?> port) {
    return new Case.End(port);
  }

  protected static Case end(Server<?, ?> port) {
    return new Case.End(port);
  }

  protected static Case after(Duration delay) {
    return new Case.After(delay);
  }

  /// The `else` case.
  protected static Case otherwise() {
    return new Case.Otherwise();
  }

  protected static Case when(boolean on, Case guarded) {
    return on ? guarded : new Case.Off();
  }

  /// `for i in low..high { … }` around cases.
  protected static Case each(int low, int high, IntFunction<Case> round) {
    List<Case> rounds = new ArrayList<>();
    for (int i = low; i <= high; i++) {
      rounds.add(round.apply(i));
    }
    return new Case.Each(low, rounds);
  }

  /// Several cases in one round of an [#each].
  protected static Case several(Case... items) {
    return new Case.Several(List.of(items));
  }

  // what a backend needs to know

  /// Returns the instance's name: `farmer`, `w[0]`.
  public final String name() {
    return name;
  }

  /// Returns the file the component is declared in.
  public final String source() {
    return source;
  }

  /// Returns the ports in the order of their declaration.
  public final List<Port> ports() {
    return List.copyOf(ports);
  }

  final void name(String instance) {
    if (name != null) {
      throw new IllegalStateException(name + " is already part of a network");
    }
    name = instance;
  }

  /// Gives the desk its driver. For backends only.
  public final void drive(Driver by) {
    driver = by;
  }

  /// Runs the body. For backends only.
  public final void run() throws Exception {
    work();
  }
}
