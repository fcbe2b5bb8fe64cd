// Generated from dining.graphline:33. Do not edit.
package dining;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.graphline.runtime.Network;
import org.graphline.runtime.Options;
import org.graphline.runtime.Report;
import org.graphline.runtime.Signal;
import org.graphline.runtime.Wiring;

/**
 * The graph {@code Table} of dining.graphline.
 */
public final class Table implements AutoCloseable {
  private final Network network;

  private Table(Builder builder) {
    Wiring wiring = new Wiring("Table");
    new Desks(wiring, builder.leftHander);
    network = wiring.start(builder.options);
  }

  /**
   * Returns a builder, to be told what {@code Table} needs.
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
   * The desks of {@code Table} and the lines between them, added to some network.
   */
  static final class Desks {
    Desks(Wiring wiring, boolean leftHander) {
      Map<Integer, Fork> fork = new TreeMap<>();
      Map<Integer, Philosopher> phil = new TreeMap<>();
      for (int i = 0; i <= 4; i++) {                                        // dining.graphline:34
        fork.put(i, wiring.add("fork[" + i + "]", new Fork()));             // dining.graphline:35
        phil.put(i, wiring.add("phil[" + i + "]", new Philosopher(leftHander && i == 0 ? 1 : 0)));  // dining.graphline:36
      }
      for (int i = 0; i <= 4; i++) {                                        // dining.graphline:38
        wiring.<Signal>line().from(phil.get(i).take[0]).to(fork.get(i).take[0]);  // dining.graphline:39
        wiring.<Signal>line().from(phil.get(i).drop[0]).to(fork.get(i).drop[0]);  // dining.graphline:40
        wiring.<Signal>line().from(phil.get(i).take[1]).to(fork.get((i + 1) % 5).take[1]);  // dining.graphline:41
        wiring.<Signal>line().from(phil.get(i).drop[1]).to(fork.get((i + 1) % 5).drop[1]);  // dining.graphline:42
      }
    }
  }

  /**
   * Collects what {@code Table} needs.
   */
  public static final class Builder {
    private Boolean leftHander;

    private Options options = Options.standard();

    private Builder() {
    }

    /**
     * Sets the parameter {@code leftHander: bool}.
     */
    public Builder leftHander(boolean leftHander) {
      this.leftHander = leftHander;
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
     * Sits everybody down at their desks and returns the running {@code Table}.
     *
     * @throws IllegalStateException if something that Table needs has not been said
     */
    public Table start() {
      said(leftHander, "leftHander", "a value for leftHander: bool");
      return new Table(this);
    }

    private static void said(Object given, String method, String what) {
      if (given == null) {
        throw new IllegalStateException("Table needs " + what + ": call " + method + "(…) before start()");
      }
    }
  }
}
