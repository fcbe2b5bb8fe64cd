// Generated from abp.graphline:55. Do not edit.
package abp;

import com.acme.Payload;
import java.time.Duration;
import org.graphline.runtime.Checks;
import org.graphline.runtime.Inbox;
import org.graphline.runtime.Junction;
import org.graphline.runtime.Network;
import org.graphline.runtime.Options;
import org.graphline.runtime.Outbox;
import org.graphline.runtime.Report;
import org.graphline.runtime.Room;
import org.graphline.runtime.Wiring;

/**
 * The graph {@code Abp} of abp.graphline.
 */
public final class Abp implements AutoCloseable {
  private final Network network;

  private final Inbox<Payload> source;

  private final Outbox<Payload> sink;

  private Abp(Builder builder) {
    Wiring wiring = new Wiring("Abp");
    Desks desks = new Desks(wiring, builder.slack);
    source = wiring.inbox("source");                                        // abp.graphline:56
    wiring.<Payload>line().from(source).to(desks.source);
    sink = wiring.outbox("sink");                                           // abp.graphline:57
    wiring.<Payload>line().from(desks.sink).to(sink);
    network = wiring.start(builder.options);
  }

  /**
   * Returns a builder, to be told what {@code Abp} needs.
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns where letters for {@code source} go in.
   */
  public Inbox<Payload> source() {
    return source;
  }

  /**
   * Returns where letters from {@code sink} come out.
   */
  public Outbox<Payload> sink() {
    return sink;
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
   * The desks of {@code Abp} and the lines between them, added to some network.
   */
  static final class Desks {
    final Junction<Payload> source;

    final Junction<Payload> sink;

    Desks(Wiring wiring, int slack) {
      Checks.range(0, 1, slack);                                            // abp.graphline:55
      source = wiring.junction("source");                                   // abp.graphline:56
      sink = wiring.junction("sink");                                       // abp.graphline:57
      Sender s = wiring.add("s", new Sender());                             // abp.graphline:58
      Lossy<Frame> there = wiring.add("there", new Lossy<Frame>());         // abp.graphline:58
      Receiver r = wiring.add("r", new Receiver());                         // abp.graphline:59
      Lossy<Integer> back = wiring.add("back", new Lossy<Integer>());       // abp.graphline:59
      wiring.<Payload>line().from(source).to(s.source);                     // abp.graphline:60
      wiring.<Payload>line().from(r.sink).to(sink);                         // abp.graphline:60
      wiring.<Frame>line().from(s.data).to(there.a);                        // abp.graphline:61
      wiring.<Frame>line().from(there.b).to(r.data);                        // abp.graphline:61
      wiring.<Integer>line().from(r.acks).to(back.a);                       // abp.graphline:62
      wiring.<Integer>line(Room.overwriting(slack)).from(back.b).to(s.acks);  // abp.graphline:62
    }
  }

  /**
   * Collects what {@code Abp} needs.
   */
  public static final class Builder {
    private Integer slack;

    private Options options = Options.standard();

    private Builder() {
    }

    /**
     * Sets the parameter {@code slack: 0..1}.
     */
    public Builder slack(int slack) {
      if (slack < 0 || slack > 1) {
        throw new IllegalArgumentException("slack must lie in 0..1, but is " + slack);
      }
      this.slack = slack;
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
     * Sits everybody down at their desks and returns the running {@code Abp}.
     *
     * @throws IllegalStateException if something that Abp needs has not been said
     */
    public Abp start() {
      said(slack, "slack", "a value for slack: 0..1");
      return new Abp(this);
    }

    private static void said(Object given, String method, String what) {
      if (given == null) {
        throw new IllegalStateException("Abp needs " + what + ": call " + method + "(…) before start()");
      }
    }
  }
}
