package org.graphline.checker.product;

import java.util.List;
import java.util.Optional;
import org.graphline.checker.local.LocalSpace;
import org.graphline.checker.local.Stance;
import org.graphline.checker.local.Takings;
import org.graphline.checker.product.ProcessOffers.Here;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Step.Fairness;
import org.graphline.model.value.Value;

/// The offers of `call`, `accept` and `reply`, as `CallRules` of the model has them.
final class CallOffers {
  private final Assembly assembly;
  private final Rules rules;
  private final Takers takers;

  CallOffers(Assembly assembly, Rules rules, Takers takers) {
    this.assembly = assembly;
    this.rules = rules;
    this.takers = takers;
  }

  private Draft step(Here here, int next) {
    return new Draft(assembly).moves(here.instance(), here.number(), next);
  }

  // Rules CALL, REFUSED, ARRIVES.
  void call(Here here, Stance.Call call, List<Offer> offers) {
    End end = here.end(call.element());
    Connection connection = assembly.connection(end);
    Condition served = here.isOpen(call.element()) ? rules.isServed(connection) : Condition.FALSE;
    step(here, call.onRefused()).when(served.negated()).offer(offers, new Label.Refused(end));
    if (served.isFalse()) {
      return;
    }
    if (connection.watched() && call.arrived().isPresent()) {
      step(here, call.arrived().getAsInt()).when(served).offer(offers, new Label.Arrives(end));
      return;
    }
    var label = new Label.Called(connection.id(), assembly.value(connection.request(), call.letter()));
    if (connection.server().isEmpty()) {
      step(here, call.next()).offer(offers, label);
      return;
    }
    End server = connection.server().get();
    int client = assembly.spaces.client(connection);
    if (server.instance() == here.instance()) {
      takers.own(here, call.thread(), call.element(), server.element(), client).forEach(
          own -> step(here, own.next()).when(served).when(own.allowed()).offer(offers, label));
      return;
    }
    for (Takers.Group group : takers.at(server)) {
      step(here, call.next()).moves(server.instance(), group.after(assembly, client, call.letter()))
          .when(group.allowed()).offer(offers, label);
    }
  }

  // Rules REFUSED and, for an exposed client port, ANSWER (R12).
  void awaitReply(Here here, Stance.AwaitReply await, List<Offer> offers) {
    End end = here.end(await.element());
    Connection connection = assembly.connection(end);
    if (connection.server().isPresent()) {
      step(here, await.onRefused()).when(assembly.isLive(connection.server().get().instance()).negated())
          .offer(offers, new Label.Refused(end));
      return;
    }
    for (int letter : assembly.spaces.replies(connection.id())) {
      step(here, await.next().after(0, letter)).outcomeOf(assembly.group(here.instance(), await.thread()))
          .offer(offers, new Label.Replied(connection.id(), assembly.value(connection.reply(), letter)));
    }
  }

  // Rules ACCEPT, END and, for an exposed server port, OFFER (R12).
  void accept(Here here, Stance.Accept accept, List<Offer> offers) {
    End end = here.end(accept.element());
    step(here, accept.onEnd()).when(rules.hasEndedServing(end, here.own()))
        .offer(offers, new Label.EndSeen(here.instance(), Optional.of(end)));
    acceptFromEnvironment(here, accept.element(), accept.next(), List.of(), offers);
  }

  void acceptFromEnvironment(Here here, int element, Takings next, List<Condition> allowed, List<Offer> offers) {
    if (!here.isOpen(element)) {
      return;
    }
    for (Connection connection : assembly.clients(here.end(element))) {
      if (connection.client().isPresent()) {
        continue;
      }
      int field = assembly.callField(connection.id());
      Table accepted = assembly.table(field, f -> f & 1 | 4);
      for (int letter : assembly.spaces.requests(connection.id())) {
        step(here, next.after(assembly.spaces.client(connection), letter))
            .when(rules.isOfferedByEnvironment(connection)).when(allowed).fairness(Fairness.FREE)
            .update(new Update.Map(field, accepted))
            .offer(offers, new Label.Called(connection.id(), assembly.value(connection.request(), letter)));
      }
    }
  }

  // Rule REPLY (R30).
  void reply(Here here, Stance.Reply reply, List<Offer> offers) {
    List<Connection> clients = assembly.clients(here.end(reply.element()));
    if (reply.client() < 1 || reply.client() > clients.size()) {
      // A local state that no run reaches.
      return;
    }
    Connection connection = clients.get(reply.client() - 1);
    Value value = assembly.value(connection.reply(), reply.letter());
    var label = new Label.Replied(connection.id(), value);
    if (connection.client().isEmpty()) {
      int field = assembly.callField(connection.id());
      step(here, reply.next()).update(new Update.Map(field, assembly.table(field, f -> f & ~4)))
          .offer(offers, label);
      return;
    }
    End client = connection.client().get();
    if (client.instance() == here.instance()) {
      List<Takers.Own> own = takers.own(here, reply.thread(), reply.element(), client.element(), reply.client());
      step(here, own.isEmpty() ? reply.next() : own.getFirst().next())
          .offer(offers, own.isEmpty() ? new Label.ReplyDropped(connection.id()) : label);
      return;
    }
    Table answered = answered(client, reply.letter());
    step(here, reply.next()).moves(client.instance(), answered).offer(offers, label);
    step(here, reply.next()).when(assembly.atom(client.instance(), s -> answered.at(s) < 0))
        .offer(offers, new Label.ReplyDropped(connection.id()));
  }

  /// Where a client gets to with a reply; -1 where it waits for none.
  private Table answered(End client, int letter) {
    LocalSpace space = assembly.spaces.space(client.instance());
    return assembly.table(client.instance(), s -> space.state(s).stances().stream()
        .filter(x -> x instanceof Stance.AwaitReply await && await.element() == client.element())
        .mapToInt(x -> ((Stance.AwaitReply) x).next().after(0, letter)).findFirst().orElse(-1));
  }
}
