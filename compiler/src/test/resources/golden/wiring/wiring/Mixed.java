// Generated from wiring.graphline:57. Do not edit.
package wiring;

import com.acme.Job;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.graphline.runtime.Checks;
import org.graphline.runtime.Inbox;
import org.graphline.runtime.Junction;
import org.graphline.runtime.Network;
import org.graphline.runtime.Nowhere;
import org.graphline.runtime.Options;
import org.graphline.runtime.Receiver;
import org.graphline.runtime.Report;
import org.graphline.runtime.Sender;
import org.graphline.runtime.Wire;
import org.graphline.runtime.Wiring;

/**
 * A row whose places are taken by different components.
 */
public final class Mixed implements AutoCloseable {
  private final Network network;

  private final Inbox<Job> jobs;

  private final Inbox<Job> more;

  private Mixed(Builder builder) {
    Wiring wiring = new Wiring("Mixed");
    Desks desks = new Desks(wiring, builder.k);
    jobs = wiring.inbox("jobs");                                            // wiring.graphline:58
    wiring.<Job>line().from(jobs).to(desks.jobs);
    more = wiring.inbox("more");                                            // wiring.graphline:59
    wiring.<Job>line().from(more).to(desks.more);
    network = wiring.start(builder.options);
  }

  /**
   * Returns a builder, to be told what {@code Mixed} needs.
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns where letters for {@code jobs} go in.
   */
  public Inbox<Job> jobs() {
    return jobs;
  }

  /**
   * Returns where letters for {@code more} go in.
   */
  public Inbox<Job> more() {
    return more;
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
   * The desks of {@code Mixed} and the lines between them, added to some network.
   */
  static final class Desks {
    final Junction<Job> jobs;

    final Junction<Job> more;

    Desks(Wiring wiring, int k) {
      Checks.range(0, 1, k);                                                // wiring.graphline:57
      jobs = wiring.junction("jobs");                                       // wiring.graphline:58
      more = wiring.junction("more");                                       // wiring.graphline:59
      Map<Integer, Receiver<Job>> dI = new TreeMap<>();
      Map<Integer, Sender<Job>> dO = new TreeMap<>();
      {
        Pass<Job> d = wiring.add("d[0]", new Pass<Job>());                  // wiring.graphline:60
        dI.put(0, d.i);
        dO.put(0, d.o);
      }
      {
        Line.Desks d = new Line.Desks(wiring.within("d[1]"));               // wiring.graphline:61
        dI.put(1, d.i);
        dO.put(1, d.o);
      }
      Nowhere<Job> nowhere = wiring.add("nowhere", new Nowhere<Job>());     // wiring.graphline:63
      wiring.<Job>line().from(jobs).to(dI.get(k));                          // wiring.graphline:62
      wiring.<Job>line().from(more).to(dI.get(1 - k));                      // wiring.graphline:62
      {
        Wire<Job> line = wiring.<Job>line().to(nowhere.items);              // wiring.graphline:63
        for (Sender<Job> each : dO.values()) {
          line.from(each);                                                  // wiring.graphline:63
        }
      }
    }
  }

  /**
   * Collects what {@code Mixed} needs.
   */
  public static final class Builder {
    private Integer k;

    private Options options = Options.standard();

    private Builder() {
    }

    /**
     * Sets the parameter {@code k: 0..1}.
     */
    public Builder k(int k) {
      if (k < 0 || k > 1) {
        throw new IllegalArgumentException("k must lie in 0..1, but is " + k);
      }
      this.k = k;
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
     * Sits everybody down at their desks and returns the running {@code Mixed}.
     *
     * @throws IllegalStateException if something that Mixed needs has not been said
     */
    public Mixed start() {
      said(k, "k", "a value for k: 0..1");
      return new Mixed(this);
    }

    private static void said(Object given, String method, String what) {
      if (given == null) {
        throw new IllegalStateException("Mixed needs " + what + ": call " + method + "(…) before start()");
      }
    }
  }
}
