package org.graphline.runtime.jcsp;

import java.time.Duration;
import java.util.Optional;
import org.graphline.runtime.Call;
import org.graphline.runtime.Case;
import org.graphline.runtime.Client;
import org.graphline.runtime.In;
import org.graphline.runtime.IndexedWork;
import org.graphline.runtime.Out;
import org.graphline.runtime.Phase;
import org.graphline.runtime.Port;
import org.graphline.runtime.Server;
import org.graphline.runtime.Step;
import org.graphline.runtime.Work;

/// A branch that waits for its turn before everything that is a step of the network. What is local code to the model
/// (closing a port, going home, beginning a `par`) it does at once.
record Conducted(Branch branch) implements Step {
  private Branch inTurn() {
    branch.awaitTurn("");
    return branch;
  }

  @Override
  public <T> T receive(In<T> port) {
    return inTurn().receive(port);
  }

  @Override
  public <T> Optional<T> receiveOrEnd(In<T> port) {
    return inTurn().receiveOrEnd(port);
  }

  @Override
  public <T> void send(T value, Out<T> port) {
    inTurn().send(value, port);
  }

  @Override
  public <T> boolean sendOrRefused(T value, Out<T> port) {
    return inTurn().sendOrRefused(value, port);
  }

  @Override
  public <Q, R> R call(Client<Q, R> port, Q request) {
    return inTurn().call(port, request);
  }

  @Override
  public <Q, R> Optional<R> callOrRefused(Client<Q, R> port, Q request) {
    return inTurn().callOrRefused(port, request);
  }

  @Override
  public <Q, R> Call<Q, R> accept(Server<Q, R> port) {
    return inTurn().accept(port);
  }

  @Override
  public <R> void reply(Call<?, R> call, R value) {
    inTurn().reply(call, value);
  }

  @Override
  public void sync(Phase phase) {
    inTurn().sync(phase);
  }

  @Override
  public int select(Case... cases) {
    return inTurn().select(cases);
  }

  @Override
  public int selectPriority(Case... cases) {
    return inTurn().selectPriority(cases);
  }

  @Override
  public int picked() {
    return branch.picked();
  }

  @Override
  public void pause(Duration delay) {
    inTurn().pause(delay);
  }

  @Override
  public int choose(int branches) {
    return inTurn().choose(branches);
  }

  @Override
  public int draw(int low, int high) {
    return branch.draw(low, high);
  }

  @Override
  public void par(Work... branches) {
    branch.par(branches);
  }

  @Override
  public void parFor(int low, int high, IndexedWork work) {
    branch.parFor(low, high, work);
  }

  @Override
  public void close(Port port) {
    branch.close(port);
  }

  @Override
  public Error stop() {
    return branch.stop();
  }

  @Override
  public void mark(String name) {
    inTurn().mark(name);
  }

  @Override
  public void rest() {
    inTurn().rest();
  }

  @Override
  public <T> void copy(In<T> source, Out<T>[] readers) {
    inTurn().copy(source, readers);
  }

  @Override
  public <T> T result(String function, T value) {
    return inTurn().result(function, value);
  }
}
