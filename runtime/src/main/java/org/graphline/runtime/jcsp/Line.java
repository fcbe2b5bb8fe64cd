package org.graphline.runtime.jcsp;

import java.util.ArrayList;
import java.util.List;
import org.graphline.runtime.Event;
import org.graphline.runtime.Port;
import org.graphline.runtime.Room;
import org.jcsp.lang.AltingChannelInput;
import org.jcsp.lang.Any2OneChannel;
import org.jcsp.lang.Channel;
import org.jcsp.lang.ChannelOutput;
import org.jcsp.lang.One2OneChannel;

/// One line: a JCSP channel, the tray that is its store, and who still holds which end.
final class Line {
  final Object lock;
  private final Office office;
  private final Tray tray;
  private final AltingChannelInput<Object> in;
  private final ChannelOutput<Object> out;
  private final Turn turn;
  private final List<Outlet> writers = new ArrayList<>();
  private final List<Inlet> readers = new ArrayList<>();
  /// Who is to look again when the line is finished, or null.
  private volatile Waiter reader;
  private Inlet readingInlet;

  Line(Room room, List<Port> writerPorts, List<Port> readerPorts, Office office) {
    this.office = office;
    this.lock = office.lockForLine();
    this.tray = new Tray(this, room, office);
    if (writerPorts.size() == 1) {
      One2OneChannel<Object> channel = Channel.one2one(tray);
      in = channel.in();
      out = channel.out();
    } else {
      Any2OneChannel<Object> channel = Channel.any2one(tray);
      in = channel.in();
      out = channel.out();
    }
    writerPorts.forEach(port -> writers.add(new Outlet(this, port)));
    readerPorts.forEach(port -> readers.add(new Inlet(this, port)));
    turn = readers.size() == 1 ? null : new Turn();
  }

  List<Outlet> writers() {
    return writers;
  }

  List<Inlet> readers() {
    return readers;
  }

  Tray tray() {
    return tray;
  }

  /// Returns who may read next, or null if there is only one reader.
  Turn turn() {
    return turn;
  }

  AltingChannelInput<Object> guard() {
    return in;
  }

  /// Says who is to look again when the line is finished.
  void expectedBy(Waiter waiter) {
    reader = waiter;
  }

  /// Puts `letter` on the line; it may come back accepted, refused, or waiting.
  void write(Letter letter) {
    out.write(letter);
  }

  /// Takes what is next: a [Letter], [Tray#END] or [Tray#NOTHING]. Only when something is known to be there.
  Object read(Inlet by, int sourceLine) {
    by.sourceLine = sourceLine;
    readingInlet = by;
    return in.read();
  }

  /// Tells a reader outside the network that there is a letter. Under the lock.
  void letterArrived() {
    if (reader instanceof Doorbell doorbell) {
      doorbell.nudge();
    }
  }

  /// Closes a writer's end. Returns what remains to be done once no lock is held.
  Runnable close(Outlet outlet) {
    synchronized (lock) {
      if (!outlet.shut()) {
        return () -> {};
      }
      tray.retractAll(outlet);
      if (writers.stream().allMatch(Outlet::isClosed)) {
        tray.end();
        return this::wakeReader;
      }
      return () -> {};
    }
  }

  private void wakeReader() {
    Waiter waiter = reader;
    if (waiter != null) {
      waiter.nudge();
    }
    out.write(Tray.END);
  }

  /// Closes a reader's end.
  void close(Inlet inlet) {
    synchronized (lock) {
      if (inlet.shut() && readers.stream().allMatch(Inlet::isClosed)) {
        tray.refuse();
        for (Outlet outlet : writers) {
          Waiter watcher = outlet.watcher;
          if (watcher != null) {
            watcher.nudge();
          }
        }
      }
    }
  }

  void retract(Letter letter) {
    synchronized (lock) {
      tray.retract(letter);
    }
  }

  boolean isRefused() {
    synchronized (lock) {
      return tray.isRefused();
    }
  }

  /// Returns the names of those who still hold an end for writing.
  List<String> openWriters() {
    synchronized (lock) {
      return writers.stream().filter(each -> !each.isClosed()).map(each -> Office.ownerOf(each.port))
          .toList();
    }
  }

  /// Returns the names of those who still hold an end for reading.
  List<String> openReaders() {
    synchronized (lock) {
      return readers.stream().filter(each -> !each.isClosed()).map(each -> Office.ownerOf(each.port))
          .toList();
    }
  }

  // recording, under the lock

  void recordPosted(Letter letter, boolean lost) {
    if (office.isObserved()) {
      office.record(new Event.Posted(fromOf(letter), Office.place(readers.getFirst().port, 0), letter.value,
          lost));
    }
  }

  void recordCollected(Letter letter) {
    if (office.isObserved()) {
      office.record(new Event.Collected(fromOf(letter), here(), letter.value));
    }
  }

  void recordHandedOver(Letter letter) {
    if (!office.isObserved()) {
      return;
    }
    if (letter.value instanceof PendingCall<?, ?> call) {
      office.record(new Event.Called(fromOf(letter), here(), call.request()));
    } else {
      office.record(new Event.HandedOver(fromOf(letter), here(), letter.value));
    }
  }

  private static Event.Place fromOf(Letter letter) {
    return Office.place(letter.from.port, letter.line);
  }

  private Event.Place here() {
    return Office.place(readingInlet.port, readingInlet.sourceLine);
  }
}
