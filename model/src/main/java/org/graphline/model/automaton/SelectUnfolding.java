package org.graphline.model.automaton;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graphline.model.automaton.Node.Case;
import org.graphline.model.automaton.Node.Choice;
import org.graphline.model.automaton.Node.Fault;
import org.graphline.model.automaton.Node.PortAt;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression.BinaryOperator;
import org.graphline.model.term.Guard;
import org.graphline.model.term.Port;
import org.graphline.model.term.PortUse;
import org.graphline.model.term.Statement;
import org.graphline.model.term.Variable;
import org.graphline.model.value.Value;

/// The unfolding of one `select`: first all switches and indices are evaluated, then the process waits.
final class SelectUnfolding {
  private final Unfolding unfolding;
  private final Draft draft;
  private final Scope outer;
  private final Evaluation evaluation;

  /// A case whose switch and port are known, but not yet what comes after it.
  private record Prepared(Formula enabled, Optional<PortAt> port, Statement.Case source, Scope scope) {}

  SelectUnfolding(Unfolding unfolding, Draft draft, Scope outer) {
    this.unfolding = unfolding;
    this.draft = draft;
    this.outer = outer;
    this.evaluation = new Evaluation(draft, outer);
  }

  int unfold(Statement.Select select, int next) {
    var prepared = new ArrayList<Prepared>();
    prepare(select.items(), outer, prepared);
    Formula any = Formula.FALSE;
    for (Prepared each : prepared) {
      any = each.enabled() instanceof Formula.Constant(int on) && on != 0 ? Formula.TRUE
          : any.isConstant() && any.evaluate(new int[0], 0) == 1 ? any
          : Evaluation.combine(BinaryOperator.OR, any, each.enabled());
    }
    evaluation.require(any, Fault.Kind.NOTHING_TO_WAIT_FOR, "no case of this `select` is switched on", select.span());
    Scope scope = outer.withTop(evaluation.free());
    var cases = new ArrayList<Case>();
    for (Prepared each : prepared) {
      if (!(each.enabled() instanceof Formula.Constant(int on) && on == 0)) {
        cases.add(finish(each, next, scope));
      }
    }
    int select0 = draft.add(new Node.Select(select.priority(), cases, Unfolding.STOP),
        new Site(select.span(), "select"));
    return evaluation.before(select0);
  }

  private void prepare(List<Statement.SelectItem> items, Scope scope, List<Prepared> into) {
    for (Statement.SelectItem item : items) {
      switch (item) {
        case Statement.Case source -> {
          Evaluation here = scope == outer ? evaluation : evaluation.in(scope);
          Formula enabled = source.when().map(here::single).orElse(Formula.TRUE);
          Optional<PortAt> port = portOf(source.guard()).map(use -> unfolding.port(use, here, scope));
          evaluation.absorb(here);
          into.add(new Prepared(enabled, port, source, scope));
        }
        case Statement.ReplicatedCases(var index, var low, var high, var inner, _) -> {
          for (int i = scope.constants().integer(low); i <= scope.constants().integer(high); i++) {
            prepare(inner, scope.with(scope.constants().with(index, new Value.Int(i))), into);
          }
        }
      }
    }
  }

  private static Optional<PortUse> portOf(Guard guard) {
    return switch (guard) {
      case Guard.Receive(_, var port, _) -> Optional.of(port);
      case Guard.Accept(_, var port, _) -> Optional.of(port);
      case Guard.Sync(var barrier, _) -> Optional.of(barrier);
      case Guard.End(var port, _) -> Optional.of(port);
      case Guard.After _, Guard.Else _, Guard.Unheard _ -> Optional.empty();
    };
  }

  private Case finish(Prepared prepared, int next, Scope free) {
    Scope scope = new Scope(prepared.scope().constants(), prepared.scope().places(), free.top(),
        prepared.scope().thread(), prepared.scope().accepting(), prepared.scope().inRepeat());
    Statement body = prepared.source().body();
    Span span = prepared.source().span();
    Site site = new Site(prepared.source().guard().span(), action(prepared.source().guard()));
    PortAt port = prepared.port().orElse(null);
    Choice choice = switch (prepared.source().guard()) {
      case Guard.Receive(var binding, _, _) -> {
        Scope bound = bind(binding, scope);
        yield new Choice.Receive(port, binding.map(b -> bound.places().get(b.id())).orElse(-1),
            body(body, bound, next, span));
      }
      case Guard.Accept(var binding, var use, _) -> {
        Communication.Opened opened = unfolding.communication().open(binding, use, port, scope);
        yield new Choice.Accept(port, opened.client(), opened.target(), body(body, opened.scope(), next, span));
      }
      case Guard.Sync _ -> new Choice.Sync(port, body(body, scope, next, span));
      case Guard.End(var use, _) ->
          new Choice.End(port, unfolding.noted(use.port()), body(body, scope, next, span));
      case Guard.After _ -> new Choice.After(body(body, scope, next, span));
      case Guard.Else _ -> new Choice.Otherwise(body(body, scope, next, span));
      case Guard.Unheard(Port copies, _) ->
          new Choice.Unheard(unfolding.first(copies), unfolding.size(copies), body(body, scope, next, span));
    };
    return new Case(prepared.enabled(), choice, site);
  }

  private Scope bind(Optional<Variable> binding, Scope scope) {
    return binding.isPresent() ? unfolding.claim(binding.get(), scope) : scope;
  }

  private int body(Statement body, Scope scope, int next, Span span) {
    return unfolding.scoped(body, unfolding.clear(outer.top(), scope.top(), next, span), scope);
  }

  private static String action(Guard guard) {
    return switch (guard) {
      case Guard.Receive(_, var port, _) -> "receive from " + Unfolding.display(port);
      case Guard.Accept(_, var port, _) -> "accept from " + Unfolding.display(port);
      case Guard.Sync(var barrier, _) -> "sync " + Unfolding.display(barrier);
      case Guard.End(var port, _) -> "end " + Unfolding.display(port);
      case Guard.After _ -> "after";
      case Guard.Else _ -> "else";
      case Guard.Unheard(var port, _) -> "notice that nobody listens to " + port.name();
    };
  }
}
