package org.graphline.runtime.jcsp;

import org.jcsp.lang.AltingChannelInput;
import org.jcsp.lang.Any2OneChannel;
import org.jcsp.lang.Channel;
import org.jcsp.util.ChannelDataStore;

/// A process's private channel on which others tell it to look again. Rings that nobody has heard yet are one
/// ring, so ringing never blocks and is never lost.
final class Bell {
  private final Any2OneChannel<Boolean> channel = Channel.any2one(new Clapper());

  void ring() {
    channel.out().write(true);
  }

  /// Waits for a ring.
  void hear() {
    Thread.interrupted(); // a JCSP wait must not find the thread interrupted
    channel.in().read();
  }

  AltingChannelInput<Boolean> guard() {
    return channel.in();
  }

  /// A store that holds one ring or none. Called under its channel's monitor only.
  private static final class Clapper implements ChannelDataStore<Boolean> {
    private boolean rung;

    @Override
    public int getState() {
      return rung ? NONEMPTYFULL : EMPTY;
    }

    @Override
    public void put(Boolean ring) {
      rung = true;
    }

    @Override
    public Boolean get() {
      rung = false;
      return true;
    }

    @Override
    public Boolean startGet() {
      return true;
    }

    @Override
    public void endGet() {
      rung = false;
    }

    @Override
    public void removeAll() {
      rung = false;
    }

    /// Returns this very store: JCSP clones what it is given, and no other channel is given this one.
    @Override
    @SuppressWarnings("CloneDeclaresCloneNotSupported")
    public Object clone() {
      return this;
    }
  }
}
