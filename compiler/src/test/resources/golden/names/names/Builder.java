// Generated from names.graphline:43. Do not edit.
package names;

import java.lang.AutoCloseable;
import java.lang.Boolean;
import java.lang.IllegalArgumentException;
import java.lang.IllegalStateException;
import java.lang.Integer;
import java.lang.InterruptedException;
import java.lang.Object;
import java.lang.Override;
import java.lang.String;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.graphline.runtime.Checks;
import org.graphline.runtime.Inbox;
import org.graphline.runtime.Junction;
import org.graphline.runtime.Network;
import org.graphline.runtime.Options;
import org.graphline.runtime.Outbox;
import org.graphline.runtime.Report;
import org.graphline.runtime.Wiring;

/**
 * The graph {@code Builder} of names.graphline.
 */
public final class Builder implements AutoCloseable {
  private final Network network;

  private final Inbox<String> public_;

  private final Inbox<byte[]> join;

  private final Outbox<Record> private_;

  private final Outbox<Map<String, List<Integer>>> wiring_;

  private final Inbox<Map.Entry<String, String>> network_;

  private Builder(Builder_ builder) {
    Wiring wiring = new Wiring("Builder");
    Desks desks = new Desks(wiring, builder.start, builder.options_, builder.value, builder.optional, builder.value_);
    public_ = wiring.inbox("public");                                       // names.graphline:44
    wiring.<String>line().from(public_).to(desks.public_);
    join = wiring.inbox("join");                                            // names.graphline:44
    wiring.<byte[]>line().from(join).to(desks.join);
    private_ = wiring.outbox("private");                                    // names.graphline:44
    wiring.<Record>line().from(desks.private_).to(private_);
    wiring_ = wiring.outbox("wiring");                                      // names.graphline:44
    wiring.<Map<String, List<Integer>>>line().from(desks.wiring_).to(wiring_);
    network_ = wiring.inbox("network");                                     // names.graphline:44
    wiring.<Map.Entry<String, String>>line().from(network_).to(desks.network_);
    network = wiring.start(builder.options);
  }

  /**
   * Returns a builder, to be told what {@code Builder} needs.
   */
  public static Builder_ builder() {
    return new Builder_();
  }

  /**
   * Returns where letters for {@code public} go in.
   */
  public Inbox<String> public_() {
    return public_;
  }

  /**
   * Returns where letters for {@code join} go in.
   */
  public Inbox<byte[]> join_() {
    return join;
  }

  /**
   * Returns where letters from {@code private} come out.
   */
  public Outbox<Record> private_() {
    return private_;
  }

  /**
   * Returns where letters from {@code wiring} come out.
   */
  public Outbox<Map<String, List<Integer>>> wiring() {
    return wiring_;
  }

  /**
   * Returns where letters for {@code network} go in.
   */
  public Inbox<Map.Entry<String, String>> network_() {
    return network_;
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
   * The desks of {@code Builder} and the lines between them, added to some network.
   */
  static final class Desks {
    final Junction<String> public_;

    final Junction<byte[]> join;

    final Junction<Record> private_;

    final Junction<Map<String, List<Integer>>> wiring_;

    final Junction<Map.Entry<String, String>> network_;

    Desks(Wiring wiring, int start, boolean options_, int value, Optional optional, Value value_) {
      Checks.range(0, 3, start);                                            // names.graphline:43
      Checks.range(0, 3, value);                                            // names.graphline:43
      public_ = wiring.junction("public");                                  // names.graphline:44
      join = wiring.junction("join");                                       // names.graphline:44
      private_ = wiring.junction("private");                                // names.graphline:44
      wiring_ = wiring.junction("wiring");                                  // names.graphline:44
      network_ = wiring.junction("network");                                // names.graphline:44
      Driver desks_ = wiring.add("desks", new Driver(value < start ? value : start, options_, optional, value_));  // names.graphline:45
      Names2 names2 = wiring.add("names2", new Names2());                   // names.graphline:47
      wiring.<String>line().from(public_).to(desks_.public_);               // names.graphline:46
      wiring.<byte[]>line().from(join).to(desks_.In);                       // names.graphline:46
      wiring.<Record>line().from(desks_.private_).to(private_);             // names.graphline:46
      wiring.<Map.Entry<String, String>>line().from(network_).to(desks_.entries);  // names.graphline:46
      wiring.<Map<String, List<Integer>>>line().from(desks_.final_).to(names2.names);  // names.graphline:47
      wiring.<Map<String, List<Integer>>>line().from(names2.n).to(wiring_);  // names.graphline:47
    }
  }

  /**
   * Collects what {@code Builder} needs.
   */
  public static final class Builder_ {
    private Integer start = 2;

    private Boolean options_ = true;

    private Integer value = 1;

    private Optional optional;

    private Value value_;

    private Options options = Options.standard();

    private Builder_() {
    }

    /**
     * Sets the parameter {@code start: 0..3}.
     */
    public Builder_ start_(int start) {
      if (start < 0 || start > 3) {
        throw new IllegalArgumentException("start must lie in 0..3, but is " + start);
      }
      this.start = start;
      return this;
    }

    /**
     * Sets the parameter {@code options: bool}.
     */
    public Builder_ options_(boolean options_) {
      this.options_ = options_;
      return this;
    }

    /**
     * Sets the parameter {@code value: 0..3}.
     */
    public Builder_ value(int value) {
      if (value < 0 || value > 3) {
        throw new IllegalArgumentException("value must lie in 0..3, but is " + value);
      }
      this.value = value;
      return this;
    }

    /**
     * Says who does the work of {@code extern Optional}.
     */
    public Builder_ optional(Optional optional) {
      this.optional = optional;
      return this;
    }

    /**
     * Says who does the work of {@code extern Value}.
     */
    public Builder_ value(Value value_) {
      this.value_ = value_;
      return this;
    }

    /**
     * Says how to run the network.
     */
    public Builder_ options(Options options) {
      this.options = options;
      return this;
    }

    /**
     * Sits everybody down at their desks and returns the running {@code Builder}.
     *
     * @throws IllegalStateException if something that Builder needs has not been said
     */
    public Builder start() {
      said(start, "start_", "a value for start: 0..3");
      said(options_, "options_", "a value for options: bool");
      said(value, "value", "a value for value: 0..3");
      said(optional, "optional", "an implementation of Optional");
      said(value_, "value", "an implementation of Value");
      return new Builder(this);
    }

    private static void said(Object given, String method, String what) {
      if (given == null) {
        throw new IllegalStateException("Builder needs " + what + ": call " + method + "(…) before start()");
      }
    }
  }
}
