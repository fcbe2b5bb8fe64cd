package org.graphline.model.automaton;

import java.util.List;
import java.util.Optional;
import org.graphline.model.automaton.Node.PortAt;
import org.graphline.model.automaton.ProcessAutomaton.CellDomain;
import org.graphline.model.network.Behavior;
import org.graphline.model.source.Span;
import org.graphline.model.term.Port;
import org.graphline.model.term.PortUse;
import org.graphline.model.term.Statement;
import org.graphline.model.term.Variable;
import org.graphline.model.value.DataType;

/// The unfolding of `receive`, `send`, `call`, `accept` and `reply`.
final class Communication {
  private final Unfolding unfolding;
  private final Draft draft;
  private final Behavior behavior;

  Communication(Unfolding unfolding, Draft draft, Behavior behavior) {
    this.unfolding = unfolding;
    this.draft = draft;
    this.behavior = behavior;
  }

  int receive(Statement.Receive receive, int next, Scope scope) {
    var evaluation = new Evaluation(draft, scope);
    PortAt port = unfolding.port(receive.port(), evaluation, scope);
    Span span = receive.span();
    int target = receive.binding().map(b -> scope.places().get(b.id())).orElse(-1);
    int onEnd = receive.orElse().map(s -> evaluation.forget(unfolding.scoped(s, next, scope), span)).orElse(Unfolding.STOP);
    return evaluation.before(draft.add(new Node.Receive(port, target, evaluation.forget(next, span), onEnd),
        new Site(span, "receive from " + Unfolding.display(receive.port()))));
  }

  int send(Statement.Send send, int next, Scope scope) {
    var evaluation = new Evaluation(draft, scope);
    DataType type = scope.constants().type(send.port().port().message());
    List<Formula> letter = send.value().map(v -> evaluation.fitted(v, type, "the letter")).orElse(List.of());
    PortAt port = unfolding.port(send.port(), evaluation, scope);
    Span span = send.span();
    int onRefused = send.orElse().map(s -> evaluation.forget(unfolding.scoped(s, next, scope), span)).orElse(Unfolding.STOP);
    return evaluation.before(draft.add(new Node.Send(port, letter, evaluation.forget(next, span), onRefused),
        new Site(span, "send " + Unfolding.display(send.port()))));
  }

  int call(Statement.Call call, int next, Scope scope) {
    var evaluation = new Evaluation(draft, scope);
    DataType type = scope.constants().type(call.port().port().message());
    List<Formula> request = call.request().map(v -> evaluation.fitted(v, type, "the request")).orElse(List.of());
    PortAt port = unfolding.port(call.port(), evaluation, scope);
    Span span = call.span();
    int target = call.result().map(b -> scope.places().get(b.id())).orElse(-1);
    int onRefused = call.orElse().map(s -> evaluation.forget(unfolding.scoped(s, next, scope), span)).orElse(Unfolding.STOP);
    int await = draft.add(new Node.AwaitReply(port, target, evaluation.forget(next, span), onRefused),
        new Site(span, "wait for the reply of " + Unfolding.display(call.port())));
    return evaluation.before(draft.add(new Node.Call(port, request, await, onRefused),
        new Site(span, "call " + Unfolding.display(call.port()))));
  }

  int accept(Statement.Accept accept, int next, Scope outer) {
    var evaluation = new Evaluation(draft, outer);
    PortAt port = unfolding.port(accept.port(), evaluation, outer);
    Span span = accept.span();
    Opened opened = open(accept.binding(), accept.port(), port, outer.withTop(evaluation.free()));
    int body = unfolding.statement(accept.body(), unfolding.clear(outer.top(), opened.scope().top(), next, span), opened.scope());
    return evaluation.before(draft.add(
        new Node.Accept(port, opened.client(), opened.target(), body, Unfolding.STOP),
        new Site(span, "accept from " + Unfolding.display(accept.port()))));
  }

  /// The scope of an accepted call, and where it keeps the client and the request.
  record Opened(Scope scope, int client, int target) {}

  Opened open(Optional<Variable> binding, PortUse use, PortAt port, Scope outer) {
    int client = outer.top();
    draft.claim(client, List.of(new CellDomain("client of " + use.port().name(), 0, Short.MAX_VALUE)));
    Scope scope = outer.withTop(client + 1);
    int target = -1;
    if (binding.isPresent()) {
      scope = unfolding.claim(binding.get(), scope);
      target = scope.places().get(binding.get().id());
    }
    return new Opened(scope.accepting(port, client), client, target);
  }

  int reply(Statement.Reply reply, int next, Scope scope) {
    Scope.Accepting accepting = scope.accepting().orElseThrow();
    Port port = behavior.elements().get(accepting.port().first()).port();
    DataType type = scope.constants().type(port.reply().orElseThrow());
    var evaluation = new Evaluation(draft, scope);
    List<Formula> value = reply.value().map(v -> evaluation.fitted(v, type, "the reply")).orElse(List.of());
    return evaluation.before(draft.add(new Node.Reply(accepting.port(), accepting.client(), value,
        evaluation.forget(next, reply.span())), new Site(reply.span(), "reply to " + port.name())));
  }
}
