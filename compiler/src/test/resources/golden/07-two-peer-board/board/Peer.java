// Generated from board.graphline:67. Do not edit.
package board;

import java.time.Duration;
import java.util.function.Supplier;
import org.example.board.Blob;
import org.graphline.runtime.Inbox;
import org.graphline.runtime.Junction;
import org.graphline.runtime.Network;
import org.graphline.runtime.Options;
import org.graphline.runtime.Outbox;
import org.graphline.runtime.Report;
import org.graphline.runtime.Wiring;

/**
 * The graph {@code Peer} of board.graphline.
 */
public final class Peer implements AutoCloseable {
  private final Network network;

  private final Inbox<Blob> pen;

  private final Inbox<Blob> mic;

  private final Inbox<Msg> fromWire;

  private final Outbox<Blob> screen;

  private final Outbox<Blob> speaker;

  private final Outbox<Msg> toWire;

  private Peer(Builder builder) {
    Wiring wiring = new Wiring("Peer");
    Desks desks = new Desks(wiring, builder.audio, builder.makeCanvas);
    pen = wiring.inbox("pen");                                              // board.graphline:68
    wiring.<Blob>line().from(pen).to(desks.pen);
    mic = wiring.inbox("mic");                                              // board.graphline:68
    wiring.<Blob>line().from(mic).to(desks.mic);
    fromWire = wiring.inbox("fromWire");                                    // board.graphline:68
    wiring.<Msg>line().from(fromWire).to(desks.fromWire);
    screen = wiring.outbox("screen");                                       // board.graphline:69
    wiring.<Blob>line().from(desks.screen).to(screen);
    speaker = wiring.outbox("speaker");                                     // board.graphline:69
    wiring.<Blob>line().from(desks.speaker).to(speaker);
    toWire = wiring.outbox("toWire");                                       // board.graphline:69
    wiring.<Msg>line().from(desks.toWire).to(toWire);
    network = wiring.start(builder.options);
  }

  /**
   * Returns a builder, to be told what {@code Peer} needs.
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns where letters for {@code pen} go in.
   */
  public Inbox<Blob> pen() {
    return pen;
  }

  /**
   * Returns where letters for {@code mic} go in.
   */
  public Inbox<Blob> mic() {
    return mic;
  }

  /**
   * Returns where letters for {@code fromWire} go in.
   */
  public Inbox<Msg> fromWire() {
    return fromWire;
  }

  /**
   * Returns where letters from {@code screen} come out.
   */
  public Outbox<Blob> screen() {
    return screen;
  }

  /**
   * Returns where letters from {@code speaker} come out.
   */
  public Outbox<Blob> speaker() {
    return speaker;
  }

  /**
   * Returns where letters from {@code toWire} come out.
   */
  public Outbox<Msg> toWire() {
    return toWire;
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
   * The desks of {@code Peer} and the lines between them, added to some network.
   */
  static final class Desks {
    final Junction<Blob> pen;

    final Junction<Blob> mic;

    final Junction<Msg> fromWire;

    final Junction<Blob> screen;

    final Junction<Blob> speaker;

    final Junction<Msg> toWire;

    Desks(Wiring wiring, Audio audio, Supplier<? extends Canvas> makeCanvas) {
      pen = wiring.junction("pen");                                         // board.graphline:68
      mic = wiring.junction("mic");                                         // board.graphline:68
      fromWire = wiring.junction("fromWire");                               // board.graphline:68
      screen = wiring.junction("screen");                                   // board.graphline:69
      speaker = wiring.junction("speaker");                                 // board.graphline:69
      toWire = wiring.junction("toWire");                                   // board.graphline:69
      Canvas canvas = wiring.add("canvas", makeCanvas.get());               // board.graphline:71
      Uplink uplink = wiring.add("uplink", new Uplink());                   // board.graphline:71
      Router router = wiring.add("router", new Router());                   // board.graphline:71
      Mixer mixer = wiring.add("mixer", new Mixer(audio));                  // board.graphline:71
      wiring.<Blob>copies().from(pen).to(canvas.strokes).to(uplink.strokes);  // board.graphline:73
      wiring.<Blob>copies().from(mic).to(mixer.near).to(uplink.sounds);     // board.graphline:74
      wiring.<Msg>line().from(uplink.wire).to(toWire);                      // board.graphline:75
      wiring.<Msg>line().from(fromWire).to(router.wire);                    // board.graphline:76
      wiring.<Blob>line().from(router.strokes).to(canvas.strokes);          // board.graphline:77
      wiring.<Blob>line().from(router.sounds).to(mixer.far);                // board.graphline:78
      wiring.<Blob>line().from(canvas.screen).to(screen);                   // board.graphline:79
      wiring.<Blob>line().from(mixer.speaker).to(speaker);                  // board.graphline:80
    }
  }

  /**
   * Collects what {@code Peer} needs.
   */
  public static final class Builder {
    private Audio audio;

    private Supplier<? extends Canvas> makeCanvas;

    private Options options = Options.standard();

    private Builder() {
    }

    /**
     * Says who does the work of {@code extern Audio}.
     */
    public Builder audio(Audio audio) {
      this.audio = audio;
      return this;
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
     * Sits everybody down at their desks and returns the running {@code Peer}.
     *
     * @throws IllegalStateException if something that Peer needs has not been said
     */
    public Peer start() {
      said(audio, "audio", "an implementation of Audio");
      said(makeCanvas, "canvas", "somebody who makes Canvas desks, which are written in Java");
      return new Peer(this);
    }

    private static void said(Object given, String method, String what) {
      if (given == null) {
        throw new IllegalStateException("Peer needs " + what + ": call " + method + "(…) before start()");
      }
    }
  }
}
