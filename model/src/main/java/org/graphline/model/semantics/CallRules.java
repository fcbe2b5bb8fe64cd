package org.graphline.model.semantics;

import java.util.List;
import java.util.Optional;
import org.graphline.model.automaton.Cells;
import org.graphline.model.automaton.Node;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.ServerEnd;
import org.graphline.model.semantics.Step.Actor;
import org.graphline.model.semantics.Step.Fairness;

/// The steps of `call`, `accept` and `reply`: two rendezvous a request.
final class CallRules extends Rules {

  CallRules(View view, List<Step> steps) {
    super(view, steps);
  }

  // Rules CALL, REFUSED, ARRIVES.
  void call(int instance, int thread, Node.Call call) {
    int element = view.element(instance, call.port());
    var end = new End(instance, element);
    Connection connection = view.connection(instance, element);
    if (!view.isOpen(end) || !view.isServed(connection)) {
      fair(new Label.Refused(end), instance, thread, m -> m.go(instance, thread, call.onRefused()));
      return;
    }
    if (connection.watched() && !view.hasArrived(instance, thread)) {
      fair(new Label.Arrives(end), instance, thread, m -> m.arrive(instance, thread));
      return;
    }
    int[] request = values(instance, call.request());
    var label = new Label.Called(connection.id(), Cells.decode(connection.request(), request, 0));
    if (connection.server().isEmpty()) {
      fair(label, instance, thread, m -> m.goWorked(instance, thread, call.awaiting()));
      return;
    }
    End server = connection.server().get();
    int which = view.server(server.instance(), server.element()).connections().indexOf(connection.id()) + 1;
    for (Taker taker : takers(server)) {
      add(label, List.of(actor(instance, thread, -1), taker.actor()), Fairness.FAIR, NO_GROUP, m -> {
        m.store(server.instance(), taker.client(), new int[] {which});
        m.store(server.instance(), taker.target(), request);
        m.goWorked(instance, thread, call.awaiting());
        m.goWorked(server.instance(), taker.actor().thread(), taker.next());
      });
    }
  }

  // Rules REFUSED and, for an exposed client port, ANSWER (R12).
  void awaitReply(int instance, int thread, Node.AwaitReply await) {
    int element = view.element(instance, await.port());
    Connection connection = view.connection(instance, element);
    if (connection.server().isEmpty()) {
      for (int[] reply : view.layout.values(connection.reply())) {
        add(new Label.Replied(connection.id(), Cells.decode(connection.reply(), reply, 0)),
            List.of(actor(instance, thread, -1)), Fairness.DEMONIC, group(instance, thread), m -> {
              m.store(instance, await.target(), reply);
              m.goWorked(instance, thread, await.next());
            });
      }
    } else if (view.isGone(connection.server().get().instance())) {
      fair(new Label.Refused(new End(instance, element)), instance, thread,
          m -> m.go(instance, thread, await.onRefused()));
    }
  }

  // Rules ACCEPT, END and, for an exposed server port, OFFER (R12).
  void accept(int instance, int thread, Node.Accept accept) {
    int element = view.element(instance, accept.port());
    if (view.hasEndedServing(instance, element)) {
      fair(new Label.EndSeen(instance, Optional.of(new End(instance, element))), instance, thread,
          m -> m.go(instance, thread, accept.onEnd()));
      return;
    }
    acceptFromEnvironment(new End(instance, element), actor(instance, thread, -1), accept.client(), accept.target(),
        accept.next());
  }

  void acceptFromEnvironment(End end, Actor actor, int client, int target, int next) {
    if (!view.isOpen(end)) {
      return;
    }
    ServerEnd server = view.server(end.instance(), end.element());
    for (int i = 0; i < server.connections().size(); i++) {
      Connection connection = view.network.connections().get(server.connections().get(i));
      if (connection.client().isPresent() || !view.isOfferedByEnvironment(connection)) {
        continue;
      }
      int which = i + 1;
      for (int[] request : view.layout.values(connection.request())) {
        add(new Label.Called(connection.id(), Cells.decode(connection.request(), request, 0)), List.of(actor),
            Fairness.FREE, NO_GROUP, m -> {
              int flags = m.layout.call(connection.id());
              m.cells[flags] = m.cells[flags] & 1 | 4;
              m.store(end.instance(), client, new int[] {which});
              m.store(end.instance(), target, request);
              m.goWorked(end.instance(), actor.thread(), next);
            });
      }
    }
  }

  // Rule REPLY (R30).
  void reply(int instance, int thread, Node.Reply reply) {
    ServerEnd server = view.server(instance, view.element(instance, reply.port()));
    int which = view.cells[view.layout.frame(instance) + reply.client()];
    Connection connection = view.network.connections().get(server.connections().get(which - 1));
    int[] value = values(instance, reply.reply());
    var label = new Label.Replied(connection.id(), Cells.decode(connection.reply(), value, 0));
    if (connection.client().isEmpty()) {
      fair(label, instance, thread, m -> {
        m.cells[m.layout.call(connection.id())] &= ~4;
        answered(m, instance, thread, reply);
      });
      return;
    }
    End client = connection.client().get();
    for (int other = 0; other < view.automaton(client.instance()).threads(); other++) {
      if (view.node(client.instance(), other) instanceof Node.AwaitReply await
          && view.element(client.instance(), await.port()) == client.element()) {
        int waiting = other;
        add(label, List.of(actor(instance, thread, -1), actor(client.instance(), other, -1)), Fairness.FAIR, NO_GROUP,
            m -> {
              m.store(client.instance(), await.target(), value);
              answered(m, instance, thread, reply);
              m.goWorked(client.instance(), waiting, await.next());
            });
        return;
      }
    }
    fair(new Label.ReplyDropped(connection.id()), instance, thread, m -> answered(m, instance, thread, reply));
  }

  private static void answered(Move move, int instance, int thread, Node.Reply reply) {
    move.store(instance, reply.client(), new int[] {0});
    move.goWorked(instance, thread, reply.next());
  }
}
