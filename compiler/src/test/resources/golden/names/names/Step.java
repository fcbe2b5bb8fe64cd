// Generated from names.graphline:51. Do not edit.
package names;

import java.lang.AutoCloseable;
import java.lang.InterruptedException;
import java.lang.Override;
import java.time.Duration;
import org.graphline.runtime.Network;
import org.graphline.runtime.Never;
import org.graphline.runtime.Options;
import org.graphline.runtime.Report;
import org.graphline.runtime.Wiring;

/**
 * The graph {@code Step} of names.graphline.
 */
public final class Step implements AutoCloseable {
  private final Network network;

  private Step(Builder builder) {
    Wiring wiring = new Wiring("Step");
    new Desks(wiring);
    network = wiring.start(builder.options);
  }

  /**
   * Returns a builder, to be told what {@code Step} needs.
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
   * The desks of {@code Step} and the lines between them, added to some network.
   */
  static final class Desks {
    Desks(Wiring wiring) {
      names.Desks.Desks_ inner = new names.Desks.Desks_(wiring.within("inner"));  // names.graphline:51
      Never<byte[]> never = wiring.add("never", new Never<byte[]>());       // names.graphline:51
      wiring.<byte[]>line().from(never.items).to(inner.a);                  // names.graphline:51
    }
  }

  /**
   * Collects what {@code Step} needs.
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
     * Sits everybody down at their desks and returns the running {@code Step}.
     *
     * @throws IllegalStateException if something that Step needs has not been said
     */
    public Step start() {
      return new Step(this);
    }
  }
}
