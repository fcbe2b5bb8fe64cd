// Generated from board.graphline:83. Do not edit.
package board;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * The graph {@code Whiteboard} of board.graphline.
 */
public final class Whiteboard implements AutoCloseable {
  private final Network network;

  private final List<Inbox<Blob>> pen;

  private final List<Inbox<Blob>> mic;

  private final List<Outbox<Blob>> screen;

  private final List<Outbox<Blob>> speaker;

  private Whiteboard(Builder builder) {
    Wiring wiring = new Wiring("Whiteboard");
    Desks desks = new Desks(wiring, builder.audio, builder.makeCanvas);
    pen = new ArrayList<>();                                                // board.graphline:84
    for (int i = 0; i < desks.pen.size(); i++) {
      pen.add(wiring.inbox("pen[" + i + "]"));
      wiring.<Blob>line().from(pen.get(i)).to(desks.pen.get(i));
    }
    mic = new ArrayList<>();                                                // board.graphline:84
    for (int i = 0; i < desks.mic.size(); i++) {
      mic.add(wiring.inbox("mic[" + i + "]"));
      wiring.<Blob>line().from(mic.get(i)).to(desks.mic.get(i));
    }
    screen = new ArrayList<>();                                             // board.graphline:85
    for (int i = 0; i < desks.screen.size(); i++) {
      screen.add(wiring.outbox("screen[" + i + "]"));
      wiring.<Blob>line().from(desks.screen.get(i)).to(screen.get(i));
    }
    speaker = new ArrayList<>();                                            // board.graphline:85
    for (int i = 0; i < desks.speaker.size(); i++) {
      speaker.add(wiring.outbox("speaker[" + i + "]"));
      wiring.<Blob>line().from(desks.speaker.get(i)).to(speaker.get(i));
    }
    network = wiring.start(builder.options);
  }

  /**
   * Returns a builder, to be told what {@code Whiteboard} needs.
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns where letters for {@code pen} go in.
   */
  public Inbox<Blob> pen(int index) {
    return pen.get(index);
  }

  /**
   * Returns where letters for {@code mic} go in.
   */
  public Inbox<Blob> mic(int index) {
    return mic.get(index);
  }

  /**
   * Returns where letters from {@code screen} come out.
   */
  public Outbox<Blob> screen(int index) {
    return screen.get(index);
  }

  /**
   * Returns where letters from {@code speaker} come out.
   */
  public Outbox<Blob> speaker(int index) {
    return speaker.get(index);
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
   * The desks of {@code Whiteboard} and the lines between them, added to some network.
   */
  static final class Desks {
    final List<Junction<Blob>> pen;

    final List<Junction<Blob>> mic;

    final List<Junction<Blob>> screen;

    final List<Junction<Blob>> speaker;

    Desks(Wiring wiring, Audio audio, Supplier<? extends Canvas> makeCanvas) {
      pen = new ArrayList<>();                                              // board.graphline:84
      for (int i = 0; i < 2; i++) {
        pen.add(wiring.junction("pen[" + i + "]"));
      }
      mic = new ArrayList<>();                                              // board.graphline:84
      for (int i = 0; i < 2; i++) {
        mic.add(wiring.junction("mic[" + i + "]"));
      }
      screen = new ArrayList<>();                                           // board.graphline:85
      for (int i = 0; i < 2; i++) {
        screen.add(wiring.junction("screen[" + i + "]"));
      }
      speaker = new ArrayList<>();                                          // board.graphline:85
      for (int i = 0; i < 2; i++) {
        speaker.add(wiring.junction("speaker[" + i + "]"));
      }
      Map<Integer, Peer.Desks> peer = new TreeMap<>();
      for (int i = 0; i <= 1; i++) {                                        // board.graphline:86
        peer.put(i, new Peer.Desks(wiring.within("peer[" + i + "]"), audio, makeCanvas));  // board.graphline:87
      }
      for (int i = 0; i <= 1; i++) {                                        // board.graphline:86
        wiring.<Blob>line().from(pen.get(i)).to(peer.get(i).pen);           // board.graphline:88
        wiring.<Blob>line().from(mic.get(i)).to(peer.get(i).mic);           // board.graphline:88
        wiring.<Blob>line().from(peer.get(i).screen).to(screen.get(i));     // board.graphline:89
        wiring.<Blob>line().from(peer.get(i).speaker).to(speaker.get(i));   // board.graphline:89
      }
      wiring.<Msg>line().from(peer.get(0).toWire).to(peer.get(1).fromWire);  // board.graphline:91
      wiring.<Msg>line().from(peer.get(1).toWire).to(peer.get(0).fromWire);  // board.graphline:92
    }
  }

  /**
   * Collects what {@code Whiteboard} needs.
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
     * Sits everybody down at their desks and returns the running {@code Whiteboard}.
     *
     * @throws IllegalStateException if something that Whiteboard needs has not been said
     */
    public Whiteboard start() {
      said(audio, "audio", "an implementation of Audio");
      said(makeCanvas, "canvas", "somebody who makes Canvas desks, which are written in Java");
      return new Whiteboard(this);
    }

    private static void said(Object given, String method, String what) {
      if (given == null) {
        throw new IllegalStateException("Whiteboard needs " + what + ": call " + method + "(…) before start()");
      }
    }
  }
}
