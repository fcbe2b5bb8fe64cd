// Generated from names.graphline:50. Do not edit.
package names;

import java.lang.AutoCloseable;
import java.lang.InterruptedException;
import java.lang.Override;
import java.time.Duration;
import org.graphline.runtime.Inbox;
import org.graphline.runtime.Junction;
import org.graphline.runtime.Network;
import org.graphline.runtime.Nowhere;
import org.graphline.runtime.Options;
import org.graphline.runtime.Report;
import org.graphline.runtime.Wiring;

/**
 * The graph {@code Desks} of names.graphline.
 */
public final class Desks implements AutoCloseable {
  private final Network network;

  private final Inbox<byte[]> a;

  private Desks(Builder builder) {
    Wiring wiring = new Wiring("Desks");
    Desks_ desks = new Desks_(wiring);
    a = wiring.inbox("a");                                                  // names.graphline:50
    wiring.<byte[]>line().from(a).to(desks.a);
    network = wiring.start(builder.options);
  }

  /**
   * Returns a builder, to be told what {@code Desks} needs.
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns where letters for {@code a} go in.
   */
  public Inbox<byte[]> a() {
    return a;
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
   * The desks of {@code Desks} and the lines between them, added to some network.
   */
  static final class Desks_ {
    final Junction<byte[]> a;

    Desks_(Wiring wiring) {
      a = wiring.junction("a");                                             // names.graphline:50
      Nowhere<byte[]> nowhere = wiring.add("nowhere", new Nowhere<byte[]>());  // names.graphline:50
      wiring.<byte[]>line().from(a).to(nowhere.items);                      // names.graphline:50
    }
  }

  /**
   * Collects what {@code Desks} needs.
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
     * Sits everybody down at their desks and returns the running {@code Desks}.
     *
     * @throws IllegalStateException if something that Desks needs has not been said
     */
    public Desks start() {
      return new Desks(this);
    }
  }
}
