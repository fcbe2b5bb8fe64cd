package org.graphline.runtime.jcsp;

import java.util.ArrayDeque;
import org.graphline.runtime.Room;
import org.jcsp.util.ChannelDataStore;

/// What lies on one line: letters in the post, then letters whose senders still hold them. JCSP calls it from
/// inside its channel's monitor; closing, refusing and retracting come from outside, under the line's lock
/// alone.
///
/// It is never full for JCSP, so that a write never blocks there; and once it is finished or refused it is
/// never empty, so that a read does not block either but finds [#END] or [#NOTHING].
final class Tray implements ChannelDataStore<Object> {
  /// Written to wake the reader, read when the line is finished.
  static final Object END = new Object();
  /// Read when there was a letter but it has been withdrawn.
  static final Object NOTHING = new Object();

  private final Line line;
  private final Room room;
  private final Office office;
  private final ArrayDeque<Letter> letters = new ArrayDeque<>();
  private int posted;
  private int waiting;
  private boolean ended;
  private boolean refused;

  Tray(Line line, Room room, Office office) {
    this.line = line;
    this.room = room;
    this.office = office;
  }

  // what JCSP calls

  @Override
  public int getState() {
    synchronized (line.lock) {
      return letters.isEmpty() && !ended && !refused ? EMPTY : NONEMPTYFULL;
    }
  }

  @Override
  public void put(Object item) {
    if (item == END) {
      return;
    }
    Letter letter = (Letter) item;
    synchronized (line.lock) {
      if (refused) {
        letter.settle(Letter.State.REFUSED);
      } else if (letter.from.isClosed()) {
        letter.settle(Letter.State.RETRACTED);
      } else if (room.isHandToHand() || room.kind() == Room.Kind.WAITING && posted == room.places()) {
        letters.add(letter);
        waiting++;
        line.letterArrived();
      } else {
        post(letter);
        line.letterArrived();
      }
    }
  }

  private void post(Letter letter) {
    boolean lost = posted == room.places();
    letter.settle(Letter.State.ACCEPTED);
    line.recordPosted(letter, lost);
    if (!lost) {
      posted++;
      office.enter();
      letters.add(letter);
    } else if (room.kind() == Room.Kind.OVERWRITING) {
      letters.removeFirst();
      letters.add(letter);
    }
  }

  @Override
  public Object get() {
    synchronized (line.lock) {
      Letter letter = next();
      if (letter == null) {
        return ended ? END : NOTHING;
      }
      if (letter.isWaiting()) {
        waiting--;
        line.recordHandedOver(letter);
        letter.settleAndTell(Letter.State.ACCEPTED);
      } else {
        posted--;
        line.recordCollected(letter);
        promote();
        office.leave();
      }
      return letter;
    }
  }

  private Letter next() {
    Letter letter = letters.poll();
    while (letter != null && letter.state() == Letter.State.RETRACTED) {
      letter = letters.poll();
    }
    return letter;
  }

  /// Posts the letter of the sender that has waited longest, now that there is room.
  private void promote() {
    if (waiting == 0) {
      return;
    }
    for (Letter letter : letters) {
      if (letter.isWaiting()) {
        waiting--;
        posted++;
        office.enter();
        line.recordPosted(letter, false);
        letter.settleAndTell(Letter.State.ACCEPTED);
        return;
      }
    }
  }

  @Override
  public Object startGet() {
    throw new AssertionError("no extended rendezvous is ever used");
  }

  @Override
  public void endGet() {
    throw new AssertionError("no extended rendezvous is ever used");
  }

  @Override
  public void removeAll() {
    throw new AssertionError("no channel is ever emptied");
  }

  /// Returns this very tray: JCSP clones what it is given, and no other channel is given this one.
  @Override
  public Object clone() {
    return this;
  }

  // what the line calls, holding its lock

  /// Notes that no writer is left.
  void end() {
    ended = true;
  }

  /// Notes that no reader is left: letters in the post are dropped, those still held are refused.
  void refuse() {
    refused = true;
    letters.stream().filter(Letter::isWaiting).forEach(letter -> letter.settleAndTell(Letter.State.REFUSED));
    letters.clear();
    int dropped = posted;
    posted = 0;
    waiting = 0;
    for (int i = 0; i < dropped; i++) {
      office.leave();
    }
  }

  /// Takes back a letter whose sender has given up; leaves one that has been accepted alone.
  void retract(Letter letter) {
    if (letter.isWaiting()) {
      letter.settle(Letter.State.RETRACTED);
      waiting--;
    }
  }

  /// Takes back what the writer `outlet`, who has closed, still held.
  void retractAll(Outlet outlet) {
    for (Letter letter : letters) {
      if (letter.from == outlet && letter.isWaiting()) {
        waiting--;
        letter.settleAndTell(Letter.State.RETRACTED);
      }
    }
  }

  boolean isFinished() {
    return ended && posted + waiting == 0;
  }

  boolean isRefused() {
    return refused;
  }

  boolean hasLetter() {
    return posted + waiting > 0;
  }
}
