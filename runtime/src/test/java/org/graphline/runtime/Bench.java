package org.graphline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/// A small graph under test: scripts, lines between them, and a watchdog.
final class Bench {
  static final Duration PATIENCE = Duration.ofSeconds(20);
  static final Duration A_WHILE = Duration.ofMillis(150);
  /// How often a test of a race runs; more with `-Dgraphline.stress=10`.
  static final int STRESS = Integer.getInteger("graphline.stress", 1);

  final Wiring wiring = new Wiring("Bench");
  final List<Object> seen = Collections.synchronizedList(new ArrayList<>());
  private Options options = Options.standard();

  Bench with(Options other) {
    options = other;
    return this;
  }

  Script script(String name) {
    return wiring.add(name, new Script());
  }

  /// Adds a component that hands 1, 2, … `count` to its one out-tray and goes home.
  Out<Integer> counter(String name, int count) {
    Script script = script(name);
    Out<Integer> numbers = script.out("numbers");
    script.does(() -> {
      for (int i = 1; i <= count; i++) {
        script.at(1).send(i, numbers);
      }
    });
    return numbers;
  }

  /// Adds a component that gives all it receives to `to`, for ever.
  <T> In<T> collector(String name, Consumer<Object> to) {
    Script script = script(name);
    In<T> letters = script.in("letters");
    script.does(() -> {
      while (script.repeat()) {
        to.accept(script.at(2).receive(letters));
      }
    });
    return letters;
  }

  <T> In<T> collector(String name) {
    return collector(name, seen::add);
  }

  Network start() {
    return wiring.start(options);
  }

  /// Runs the graph to its end.
  Report run() throws InterruptedException {
    return finish(start());
  }

  static Report finish(Network network) throws InterruptedException {
    if (!network.join(PATIENCE)) {
      List<Network.Waiting> waiting = network.describeWaiting();
      Report report = network.report();
      network.abort();
      throw new AssertionError("still at work: " + waiting + " " + report);
    }
    return network.report();
  }

  /// Checks that the network is stuck, and cuts it.
  static List<Network.Waiting> assertStuck(Network network) throws InterruptedException {
    assertThat(network.join(A_WHILE)).isFalse();
    List<Network.Waiting> waiting = network.describeWaiting();
    network.abort();
    assertThat(network.join(PATIENCE)).as("everybody home after abort").isTrue();
    return waiting;
  }
}
