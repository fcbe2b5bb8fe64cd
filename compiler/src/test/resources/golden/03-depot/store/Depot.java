// Generated from depot.graphline:30. Do not edit.
package store;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.graphline.runtime.Checks;
import org.graphline.runtime.Network;
import org.graphline.runtime.Options;
import org.graphline.runtime.Report;
import org.graphline.runtime.Wiring;

/**
 * The graph {@code Depot} of depot.graphline.
 */
public final class Depot implements AutoCloseable {
  private final Network network;

  private Depot(Builder builder) {
    Wiring wiring = new Wiring("Depot");
    new Desks(wiring, builder.producers, builder.consumers, builder.jobs);
    network = wiring.start(builder.options);
  }

  /**
   * Returns a builder, to be told what {@code Depot} needs.
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the running network.
   */
  public Network network() {
    return network;
  }

  /**
   * Waits until everybody has gone home.
   */
  public Report join() throws InterruptedException {
    return network.join();
  }

  /**
   * Waits until everybody has gone home, or {@code atMost}; returns whether they have.
   */
  public boolean join(Duration atMost) throws InterruptedException {
    return network.join(atMost);
  }

  /**
   * Closes the exposed in-trays and waits until everybody has gone home.
   */
  @Override
  public void close() {
    network.close();
  }

  /**
   * Cuts every line: whoever waits goes home.
   */
  public void abort() {
    network.abort();
  }

  /**
   * The desks of {@code Depot} and the lines between them, added to some network.
   */
  static final class Desks {
    Desks(Wiring wiring, int producers, int consumers, Jobs jobs) {
      Checks.range(1, 8, producers);                                        // depot.graphline:30
      Checks.range(1, 8, consumers);                                        // depot.graphline:30
      Map<Integer, Producer> p = new TreeMap<>();
      Map<Integer, Consumer> c = new TreeMap<>();
      Store store = wiring.add("store", new Store(2));                      // depot.graphline:31
      for (int i = 0; i <= producers - 1; i++) {                            // depot.graphline:32
        p.put(i, wiring.add("p[" + i + "]", new Producer(2, jobs)));        // depot.graphline:32
      }
      for (int i = 0; i <= consumers - 1; i++) {                            // depot.graphline:33
        c.put(i, wiring.add("c[" + i + "]", new Consumer(jobs)));           // depot.graphline:33
      }
      for (int i = 0; i <= producers - 1; i++) {                            // depot.graphline:32
        wiring.calls(p.get(i).store, store.put);                            // depot.graphline:32
      }
      for (int i = 0; i <= consumers - 1; i++) {                            // depot.graphline:33
        wiring.calls(c.get(i).store, store.get);                            // depot.graphline:33
      }
    }
  }

  /**
   * Collects what {@code Depot} needs.
   */
  public static final class Builder {
    private Integer producers;

    private Integer consumers;

    private Jobs jobs;

    private Options options = Options.standard();

    private Builder() {
    }

    /**
     * Sets the parameter {@code producers: 1..8}.
     */
    public Builder producers(int producers) {
      if (producers < 1 || producers > 8) {
        throw new IllegalArgumentException("producers must lie in 1..8, but is " + producers);
      }
      this.producers = producers;
      return this;
    }

    /**
     * Sets the parameter {@code consumers: 1..8}.
     */
    public Builder consumers(int consumers) {
      if (consumers < 1 || consumers > 8) {
        throw new IllegalArgumentException("consumers must lie in 1..8, but is " + consumers);
      }
      this.consumers = consumers;
      return this;
    }

    /**
     * Says who does the work of {@code extern Jobs}.
     */
    public Builder jobs(Jobs jobs) {
      this.jobs = jobs;
      return this;
    }

    /**
     * Says how to run the network.
     */
    public Builder options(Options options) {
      this.options = options;
      return this;
    }

    /**
     * Sits everybody down at their desks and returns the running {@code Depot}.
     *
     * @throws IllegalStateException if something that Depot needs has not been said
     */
    public Depot start() {
      said(producers, "producers", "a value for producers: 1..8");
      said(consumers, "consumers", "a value for consumers: 1..8");
      said(jobs, "jobs", "an implementation of Jobs");
      return new Depot(this);
    }

    private static void said(Object given, String method, String what) {
      if (given == null) {
        throw new IllegalStateException("Depot needs " + what + ": call " + method + "(…) before start()");
      }
    }
  }
}
