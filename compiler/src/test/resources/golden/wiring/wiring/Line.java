// Generated from wiring.graphline:65. Do not edit.
package wiring;

import com.acme.Job;
import java.time.Duration;
import org.graphline.runtime.Inbox;
import org.graphline.runtime.Junction;
import org.graphline.runtime.Network;
import org.graphline.runtime.Options;
import org.graphline.runtime.Outbox;
import org.graphline.runtime.Report;
import org.graphline.runtime.Wiring;

/**
 * The graph {@code Line} of wiring.graphline.
 */
public final class Line implements AutoCloseable {
  private final Network network;

  private final Inbox<Job> i;

  private final Outbox<Job> o;

  private Line(Builder builder) {
    Wiring wiring = new Wiring("Line");
    Desks desks = new Desks(wiring);
    i = wiring.inbox("i");                                                  // wiring.graphline:65
    wiring.<Job>line().from(i).to(desks.i);
    o = wiring.outbox("o");                                                 // wiring.graphline:65
    wiring.<Job>line().from(desks.o).to(o);
    network = wiring.start(builder.options);
  }

  /**
   * Returns a builder, to be told what {@code Line} needs.
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns where letters for {@code i} go in.
   */
  public Inbox<Job> i() {
    return i;
  }

  /**
   * Returns where letters from {@code o} come out.
   */
  public Outbox<Job> o() {
    return o;
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
   * The desks of {@code Line} and the lines between them, added to some network.
   */
  static final class Desks {
    final Junction<Job> i;

    final Junction<Job> o;

    Desks(Wiring wiring) {
      i = wiring.junction("i");                                             // wiring.graphline:65
      o = wiring.junction("o");                                             // wiring.graphline:65
      Pass<Job> pass = wiring.add("pass", new Pass<Job>());                 // wiring.graphline:65
      wiring.<Job>line().from(i).to(pass.i);                                // wiring.graphline:65
      wiring.<Job>line().from(pass.o).to(o);                                // wiring.graphline:65
    }
  }

  /**
   * Collects what {@code Line} needs.
   */
  public static final class Builder {
    private Options options = Options.standard();

    private Builder() {
    }

    /**
     * Says how to run the network.
     */
    public Builder options(Options options) {
      this.options = options;
      return this;
    }

    /**
     * Sits everybody down at their desks and returns the running {@code Line}.
     *
     * @throws IllegalStateException if something that Line needs has not been said
     */
    public Line start() {
      return new Line(this);
    }
  }
}
