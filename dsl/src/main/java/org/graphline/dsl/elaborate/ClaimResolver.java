package org.graphline.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.dsl.validate.Walk;
import org.graphline.model.property.Claim;
import org.graphline.model.property.Condition;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;
import org.graphline.model.term.Check;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Port.Direction;
import org.graphline.model.value.Value;

/// Turns what a check says into claims about one network.
final class ClaimResolver {

  private final Elaborated elaborated;
  private final EventResolver events;
  private final Diagnostics diagnostics;

  ClaimResolver(Elaborated elaborated, Diagnostics diagnostics) {
    this.elaborated = elaborated;
    this.events = new EventResolver(elaborated, diagnostics);
    this.diagnostics = diagnostics;
  }

  List<Claim> claims(Check check) {
    return switch (check) {
      case Check.Claims claims -> claims.claims().stream().flatMap(claim -> property(claim).stream()
          .map(property -> new Claim(property, claim.negated(), claim.text(), claim.span()))).toList();
      case Check.Scenario scenario -> scenario.lines().stream().map(line -> claim(scenario, line)).toList();
    };
  }

  private Optional<Property> property(Check.Claim claim) {
    return switch (claim.property()) {
      case Check.Property.DeadlockFree _ -> Optional.of(new Property.DeadlockFree());
      case Check.Property.ErrorFree _ -> Optional.of(new Property.ErrorFree());
      case Check.Property.LivelockFree(var progress) -> livelockFree(claim,
          progress.isEmpty() ? events.defaultProgress() : events.any(progress));
      case Check.Property.Terminates _ -> terminates(claim);
      case Check.Property.ShutsDown _ -> Optional.of(new Property.ShutsDown());
      case Check.Property.Always(var condition) ->
          Optional.of(new Property.Always(List.of(condition(condition))));
      case Check.Property.Never(var condition) ->
          Optional.of(new Property.Never(List.of(condition(condition))));
      case Check.Property.LeadsTo(var cause, var effect) -> Optional.of(new Property.LeadsTo(
          events.event(cause, Optional.empty()), events.event(effect, Optional.empty())));
      case Check.Property.Deterministic _ -> Optional.of(new Property.Deterministic());
      case Check.Property.Refines(var comparison, var specification) ->
          new Specifications(elaborated, diagnostics).network(specification).map(network ->
              new Property.Refines(comparison, specification.target().simple(), network));
    };
  }

  private Optional<Property> livelockFree(Check.Claim claim, EventSet progress) {
    if (progress.patterns().isEmpty() && !elaborated.plan().broken.isEmpty()) {
      return Optional.empty();
    }
    if (progress.patterns().isEmpty()) {
      diagnostics.add(DiagnosticId.NOTHING_COUNTS_AS_PROGRESS, "`livelock free` on "
          + elaborated.network().graph().simple() + ", but nothing here counts as progress", claim.span(),
          "add `progress on …`, or put a `mark` where work gets done");
      return Optional.empty();
    }
    return Optional.of(new Property.LivelockFree(progress));
  }

  private Optional<Property> terminates(Check.Claim claim) {
    if (elaborated.network().isOpen()) {
      var tray = elaborated.plan().faces.shape(0).ports().stream()
          .filter(port -> port.direction() == Direction.IN
              || port.direction() == Direction.SERVER).findFirst().orElseThrow();
      diagnostics.add(Diagnostic.of(DiagnosticId.TERMINATES_ON_OPEN_GRAPH,
          "an open graph ends when its in-trays are closed, not by itself", claim.span())
          .related(tray.span(), "this in-tray makes it open")
          .help("write `shuts down`"));
      return Optional.empty();
    }
    return Optional.of(new Property.Terminates());
  }

  private Condition condition(Expression expression) {
    var observed = new ArrayList<Condition.Observed>();
    var lines = new ArrayList<Condition.ObservedLine>();
    Walk.each(expression, e -> {
      if (e instanceof Expression.Inspect inspect) {
        int[] nodes = events.nodes(inspect.component().parts(), inspect.span());
        if (nodes.length == 1) {
          observed.add(new Condition.Observed(inspect, elaborated.plan().faces.instance(nodes[0])));
        }
      }
      if (e instanceof Expression.Contents contents) {
        events.line(contents.port()).ifPresent(line -> lines.add(new Condition.ObservedLine(contents, line)));
      }
    });
    return new Condition(new Literals(events.constants()).in(expression), observed, lines);
  }

  private Claim claim(Check.Scenario scenario, Check.Line line) {
    var sequence = line.events().stream()
        .map(event -> events.event(event.reference(), event.value().flatMap(this::value))).toList();
    var names = String.join(", ", sequence.stream().map(EventSet::text).toList());
    var property = switch (line.kind()) {
      case CAN -> new Property.Can(sequence);
      case CANNOT -> new Property.Cannot(sequence);
      case CANNOT_DEADLOCK_AFTER -> new Property.Cannot(sequence, Property.Cannot.Next.DEADLOCK);
    };
    return new Claim(property, false, "\"" + scenario.title() + "\" " + line.kind().words() + " " + names, line.span());
  }

  private Optional<Value> value(Expression expression) {
    return new Evaluator(diagnostics).value(expression, events.constants());
  }
}
