// Generated from farm.graphline:36. Do not edit.
package farm;

import com.acme.Part;
import com.acme.Result;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.graphline.runtime.Checks;
import org.graphline.runtime.Network;
import org.graphline.runtime.Options;
import org.graphline.runtime.Report;
import org.graphline.runtime.Wire;
import org.graphline.runtime.Wiring;

/**
 * The graph {@code Farm} of farm.graphline.
 */
public final class Farm implements AutoCloseable {
  private final Network network;

  private Farm(Builder builder) {
    Wiring wiring = new Wiring("Farm");
    new Desks(wiring, builder.workers, builder.together, builder.work);
    network = wiring.start(builder.options);
  }

  /**
   * Returns a builder, to be told what {@code Farm} needs.
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
   * The desks of {@code Farm} and the lines between them, added to some network.
   */
  static final class Desks {
    Desks(Wiring wiring, int workers, boolean together, Work work) {
      Checks.range(1, 8, workers);                                          // farm.graphline:36
      Map<Integer, Worker> w = new TreeMap<>();
      Farmer farmer = wiring.add("farmer", new Farmer(together, work));     // farm.graphline:37
      for (int i = 0; i <= workers - 1; i++) {                              // farm.graphline:38
        w.put(i, wiring.add("w[" + i + "]", new Worker(work)));             // farm.graphline:38
      }
      {
        Wire<Part> line = wiring.<Part>line().from(farmer.parts);           // farm.graphline:39
        for (Worker each : w.values()) {
          line.to(each.parts);                                              // farm.graphline:39
        }
      }
      {
        Wire<Result> line = wiring.<Result>line().to(farmer.results);       // farm.graphline:40
        for (Worker each : w.values()) {
          line.from(each.results);                                          // farm.graphline:40
        }
      }
    }
  }

  /**
   * Collects what {@code Farm} needs.
   */
  public static final class Builder {
    private Integer workers;

    private Boolean together;

    private Work work;

    private Options options = Options.standard();

    private Builder() {
    }

    /**
     * Sets the parameter {@code workers: 1..8}.
     */
    public Builder workers(int workers) {
      if (workers < 1 || workers > 8) {
        throw new IllegalArgumentException("workers must lie in 1..8, but is " + workers);
      }
      this.workers = workers;
      return this;
    }

    /**
     * Sets the parameter {@code together: bool}.
     */
    public Builder together(boolean together) {
      this.together = together;
      return this;
    }

    /**
     * Says who does the work of {@code extern Work}.
     */
    public Builder work(Work work) {
      this.work = work;
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
     * Sits everybody down at their desks and returns the running {@code Farm}.
     *
     * @throws IllegalStateException if something that Farm needs has not been said
     */
    public Farm start() {
      said(workers, "workers", "a value for workers: 1..8");
      said(together, "together", "a value for together: bool");
      said(work, "work", "an implementation of Work");
      return new Farm(this);
    }

    private static void said(Object given, String method, String what) {
      if (given == null) {
        throw new IllegalStateException("Farm needs " + what + ": call " + method + "(…) before start()");
      }
    }
  }
}
