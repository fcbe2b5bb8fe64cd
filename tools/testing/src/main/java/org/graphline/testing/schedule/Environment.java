package org.graphline.testing.schedule;

import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Label;
import org.graphline.runtime.Caller;
import org.graphline.runtime.Conductor;
import org.graphline.runtime.Inbox;
import org.graphline.runtime.Outbox;
import org.graphline.runtime.Port;

/// Does what the model says that the environment does: each exposed port has at most one thread that waits there.
final class Environment {
  private final Network network;
  private final Subject.Running running;
  private final Stage stage;
  private final Letters letters;
  private final Map<String, Label> pending = new HashMap<>();
  private final Set<String> ended = new HashSet<>();

  Environment(Network network, Subject.Running running, Stage stage, Letters letters) {
    this.network = network;
    this.running = running;
    this.stage = stage;
    this.letters = letters;
  }

  /// What is done at a port.
  private interface Deed {
    void run() throws InterruptedException;
  }

  /// Gets ready to take part in a step, or takes it if it needs nobody else. Returns false if that is not possible now,
  /// because something else was begun at that port.
  boolean prepare(Label label) {
    return switch (label) {
      case Label.HandOver(int line, var writer, var reader, var value) -> writer.isEmpty()
          ? put(line, label, letters.toJava(value, type(line))) : reader.isPresent() || take(line);
      case Label.Post(int line, var writer, var value, _) ->
          writer.isPresent() || put(line, label, letters.toJava(value, type(line)));
      case Label.Collect(int line, var reader, _) -> reader.isPresent() || take(line);
      case Label.Called(int connection, var value) when network.connections().get(connection).client().isEmpty() -> {
        String name = name(connection);
        Object request = letters.toJava(value, running.letters(name));
        yield begin(Labels.port(network.connections().get(connection).exposure()), label,
            () -> this.<Caller<Object, Object>>port(name).call(request));
      }
      case Label.ClosesTray(int line) -> close(network.lines().get(line).exposure().orElseThrow().display());
      case Label.ClosesConnection(int connection) -> close(name(connection));
      case Label.Called _, Label.Replied _, Label.ReplyDropped _, Label.EndSeen _, Label.Refused _, Label.Unheard _,
          Label.Choice _, Label.Result _, Label.MayFail _, Label.TimesOut _, Label.Otherwise _, Label.Mark _,
          Label.Sync _, Label.Arrives _, Label.ArrivesAtTray _, Label.ArrivesAtConnection _,
          Label.ClosingTime _ -> true;
    };
  }

  private String name(int connection) {
    return network.connections().get(connection).exposure().orElseThrow().display();
  }

  private Type type(int line) {
    return running.letters(network.lines().get(line).exposure().orElseThrow().display());
  }

  private boolean put(int line, Label label, Object letter) {
    String name = network.lines().get(line).exposure().orElseThrow().display();
    return begin(Labels.port(network.lines().get(line).exposure()), label,
        () -> this.<Inbox<Object>>port(name).put(letter));
  }

  private boolean take(int line) {
    String name = network.lines().get(line).exposure().orElseThrow().display();
    return begin(Labels.port(network.lines().get(line).exposure()), null,
        () -> this.<Outbox<Object>>port(name).take());
  }

  /// Begins something at a port unless something is already being done there. Returns whether it is the same.
  private boolean begin(String who, Label what, Deed deed) {
    synchronized (pending) {
      if (pending.containsKey(who)) {
        return Objects.equals(pending.get(who), what);
      }
      pending.put(who, what);
    }
    stage.enter();
    Thread.ofVirtual().name(who).start(() -> {
      stage.await(new Conductor.Turn(who, who, 0, "", () -> true, 0));
      try {
        deed.run();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      } finally {
        synchronized (pending) {
          pending.remove(who);
        }
        stage.leave();
      }
    });
    stage.awaitStillness();
    return true;
  }

  private boolean close(String name) {
    synchronized (pending) {
      if (pending.containsKey("environment." + name) || !ended.add(name)) {
        return false;
      }
    }
    switch (running.port(name)) {
      case Inbox<?> inbox -> inbox.close();
      case Caller<?, ?> caller -> caller.close();
      case Port other -> throw new AssertionError("the environment cannot close " + other);
    }
    return true;
  }

  @SuppressWarnings("unchecked")
  private <P extends Port> P port(String name) {
    return (P) running.port(name);
  }
}
