// Generated from hello.graphline:30. Do not edit.
package hello;

import java.time.Duration;
import org.graphline.runtime.Network;
import org.graphline.runtime.Options;
import org.graphline.runtime.Report;
import org.graphline.runtime.Wiring;

/**
 * The graph {@code Hello} of hello.graphline.
 */
public final class Hello implements AutoCloseable {
  private final Network network;

  private Hello(Builder builder) {
    Wiring wiring = new Wiring("Hello");
    new Desks(wiring, builder.words);
    network = wiring.start(builder.options);
  }

  /**
   * Returns a builder, to be told what {@code Hello} needs.
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
   * The desks of {@code Hello} and the lines between them, added to some network.
   */
  static final class Desks {
    Desks(Wiring wiring, Words words) {
      Greeter greeter = wiring.add("greeter", new Greeter());               // hello.graphline:30
      Shouter shouter = wiring.add("shouter", new Shouter(words));          // hello.graphline:30
      Printer printer = wiring.add("printer", new Printer(words));          // hello.graphline:30
      wiring.<String>line().from(greeter.lines).to(shouter.quiet);          // hello.graphline:30
      wiring.<String>line().from(shouter.loud).to(printer.lines);           // hello.graphline:30
    }
  }

  /**
   * Collects what {@code Hello} needs.
   */
  public static final class Builder {
    private Words words;

    private Options options = Options.standard();

    private Builder() {
    }

    /**
     * Says who does the work of {@code extern Words}.
     */
    public Builder words(Words words) {
      this.words = words;
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
     * Sits everybody down at their desks and returns the running {@code Hello}.
     *
     * @throws IllegalStateException if something that Hello needs has not been said
     */
    public Hello start() {
      said(words, "words", "an implementation of Words");
      return new Hello(this);
    }

    private static void said(Object given, String method, String what) {
      if (given == null) {
        throw new IllegalStateException("Hello needs " + what + ": call " + method + "(…) before start()");
      }
    }
  }
}
