// Generated from studio.graphline:16. Do not edit.
package studio;

import java.time.Duration;
import java.util.function.Supplier;
import org.graphline.runtime.CallJunction;
import org.graphline.runtime.Caller;
import org.graphline.runtime.Inbox;
import org.graphline.runtime.Junction;
import org.graphline.runtime.Network;
import org.graphline.runtime.Options;
import org.graphline.runtime.Outbox;
import org.graphline.runtime.Report;
import org.graphline.runtime.Signal;
import org.graphline.runtime.Wiring;

/**
 * The graph {@code Studio} of studio.graphline.
 */
public final class Studio implements AutoCloseable {
  private final Network network;

  private final Inbox<Integer> pen;

  private final Outbox<Integer> screen;

  private final Caller<Signal, Integer> drawn;

  private Studio(Builder builder) {
    Wiring wiring = new Wiring("Studio");
    Desks desks = new Desks(wiring, builder.makeCanvas);
    pen = wiring.inbox("pen");                                              // studio.graphline:17
    wiring.<Integer>line().from(pen).to(desks.pen);
    screen = wiring.outbox("screen");                                       // studio.graphline:18
    wiring.<Integer>line().from(desks.screen).to(screen);
    drawn = wiring.caller("drawn");                                         // studio.graphline:19
    wiring.calls(drawn, desks.drawn);
    network = wiring.start(builder.options);
  }

  /**
   * Returns a builder, to be told what {@code Studio} needs.
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns where letters for {@code pen} go in.
   */
  public Inbox<Integer> pen() {
    return pen;
  }

  /**
   * Returns where letters from {@code screen} come out.
   */
  public Outbox<Integer> screen() {
    return screen;
  }

  /**
   * Returns who asks at {@code drawn}.
   */
  public Caller<Signal, Integer> drawn() {
    return drawn;
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
   * The desks of {@code Studio} and the lines between them, added to some network.
   */
  static final class Desks {
    final Junction<Integer> pen;

    final Junction<Integer> screen;

    final CallJunction<Signal, Integer> drawn;

    Desks(Wiring wiring, Supplier<? extends Canvas> makeCanvas) {
      pen = wiring.junction("pen");                                         // studio.graphline:17
      screen = wiring.junction("screen");                                   // studio.graphline:18
      drawn = wiring.callJunction("drawn");                                 // studio.graphline:19
      Canvas canvas = wiring.add("canvas", makeCanvas.get());               // studio.graphline:20
      wiring.<Integer>line().from(pen).to(canvas.strokes);                  // studio.graphline:21
      wiring.<Integer>line().from(canvas.screen).to(screen);                // studio.graphline:22
      wiring.calls(drawn, canvas.drawn);                                    // studio.graphline:23
    }
  }

  /**
   * Collects what {@code Studio} needs.
   */
  public static final class Builder {
    private Supplier<? extends Canvas> makeCanvas;

    private Options options = Options.standard();

    private Builder() {
    }

    /**
     * Says how to make a {@code Canvas}, one for each desk.
     */
    public Builder canvas(Supplier<? extends Canvas> makeCanvas) {
      this.makeCanvas = makeCanvas;
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
     * Sits everybody down at their desks and returns the running {@code Studio}.
     *
     * @throws IllegalStateException if something that Studio needs has not been said
     */
    public Studio start() {
      said(makeCanvas, "canvas", "somebody who makes Canvas desks, which are written in Java");
      return new Studio(this);
    }

    private static void said(Object given, String method, String what) {
      if (given == null) {
        throw new IllegalStateException("Studio needs " + what + ": call " + method + "(…) before start()");
      }
    }
  }
}
