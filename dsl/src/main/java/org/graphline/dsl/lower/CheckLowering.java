package org.graphline.dsl.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.graphline.dsl.ast.Claim;
import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.Instance;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.Property;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.dsl.resolve.Bindings;
import org.graphline.dsl.type.ExpressionTyper;
import org.graphline.dsl.type.Locals;
import org.graphline.dsl.type.Place;
import org.graphline.dsl.type.Signatures;
import org.graphline.dsl.type.Types;
import org.graphline.model.source.SourceFile;
import org.graphline.model.term.Check;
import org.graphline.model.term.Comparison;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Reference;
import org.graphline.model.term.Type;

/// Lowers checks and scenarios.
final class CheckLowering {

  private final Bindings bindings;
  private final Signatures signatures;
  private final Headers headers;
  private final Inside inside;
  private final Diagnostics diagnostics;
  private final ExpressionTyper typer;
  private final Constructs constructs;

  CheckLowering(Bindings bindings, Signatures signatures, Headers headers, Inside inside,
      Diagnostics diagnostics) {
    this.bindings = bindings;
    this.signatures = signatures;
    this.headers = headers;
    this.inside = inside;
    this.diagnostics = diagnostics;
    this.typer = new ExpressionTyper(bindings, signatures, new Locals(bindings), diagnostics);
    this.constructs = new Constructs(typer, diagnostics);
  }

  private Optional<Header> target(Instance instance) {
    var header = bindings.symbol(instance.name()).flatMap(headers::find);
    if (header.isPresent() && !header.get().isGraph()) {
      diagnostics.add(Diagnostic.of(DiagnosticId.WRONG_KIND_OF_NAME, "`" + instance.name()
          + "` is a component, but a graph is needed here", instance.name().span())
          .related(header.get().span(), "declared here")
          .help("write a graph with one desk and expose its ports"));
      return Optional.empty();
    }
    return header;
  }

  Optional<Check> lower(Declaration.Check check, SourceFile source) {
    var colorings = check.colorings().stream().flatMap(coloring -> coloring(coloring).stream()).toList();
    var header = target(check.target());
    if (header.isEmpty()) {
      return Optional.empty();
    }
    var types = constructs.typeArguments(check.target(), header.get());
    var arguments = constructs.arguments(check.target(), header.get());
    var claims = new ArrayList<Check.Claim>();
    for (var claim : check.claims()) {
      property(claim.property(), header.get()).ifPresent(property -> claims.add(new Check.Claim(
          claim.expectation() == Claim.Expectation.FAILS, property, text(source, claim), claim.span())));
    }
    if (types.isEmpty() || arguments.size() != header.get().parameters().size()) {
      return Optional.empty();
    }
    return Optional.of(new Check.Claims(header.get().name(), types.get(), arguments, colorings, claims,
        check.span()));
  }

  private static String text(SourceFile source, Claim claim) {
    return source.text(claim.property().span()).replaceAll("\\s+", " ").strip();
  }

  private Optional<Check.Coloring> coloring(Declaration.Coloring coloring) {
    var type = bindings.symbol(coloring.type()).map(typer::type);
    var seen = new ArrayList<String>();
    for (Name color : coloring.colors()) {
      if (seen.contains(color.text())) {
        diagnostics.add(DiagnosticId.DUPLICATE_NAME, "there are two colors called `" + color + "`",
            color.span());
      }
      seen.add(color.text());
    }
    if (type.isEmpty() || Types.isUnknown(type.get())) {
      return Optional.empty();
    }
    if (type.get() instanceof Type.Opaque opaque) {
      return Optional.of(new Check.Coloring(opaque, seen, coloring.span()));
    }
    diagnostics.add(DiagnosticId.NOT_COLORABLE, "`" + coloring.type() + "` is `" + Types.display(type.get())
        + "`: only a Java type can be told apart by colors", coloring.type().span(),
        "leave it out, the checker knows all its values already");
    return Optional.empty();
  }

  private Optional<Check.Property> property(Property property, Header graph) {
    return switch (property) {
      case Property.DeadlockFree _ -> Optional.of(new Check.Property.DeadlockFree());
      case Property.ErrorFree _ -> Optional.of(new Check.Property.ErrorFree());
      case Property.Terminates _ -> Optional.of(new Check.Property.Terminates());
      case Property.ShutsDown _ -> Optional.of(new Check.Property.ShutsDown());
      case Property.LivelockFree(var progress, _) -> {
        var references = progress.stream().flatMap(r -> event(r, graph).stream()).toList();
        yield references.size() == progress.size()
            ? Optional.of(new Check.Property.LivelockFree(references)) : Optional.empty();
      }
      case Property.Always(var condition, _) -> condition(condition, graph).map(Check.Property.Always::new);
      case Property.Never(var condition, _) -> condition(condition, graph).map(Check.Property.Never::new);
      case Property.LeadsTo(var cause, var effect, _) -> {
        var from = event(cause, graph);
        var to = event(effect, graph);
        yield from.isPresent() && to.isPresent()
            ? Optional.of(new Check.Property.LeadsTo(from.get(), to.get())) : Optional.empty();
      }
      case Property.Deterministic _ -> Optional.of(new Check.Property.Deterministic());
      case Property.Refines(var semantics, var specification, _) -> {
        var header = bindings.symbol(specification.name()).flatMap(headers::find);
        var inGraph = new Constructs(typerIn(graph), diagnostics);
        yield header.flatMap(h -> inGraph.construct(specification, h))
            .map(c -> new Check.Property.Refines(comparison(semantics), c));
      }
    };
  }

  private static Comparison comparison(Property.Refines.Semantics semantics) {
    return switch (semantics) {
      case TRACES -> Comparison.TRACES;
      case FAILURES -> Comparison.FAILURES;
      case DIVERGENCES -> Comparison.DIVERGENCES;
    };
  }

  private ParameterTyper typerIn(Header graph) {
    return new ParameterTyper(graph, bindings, signatures, diagnostics);
  }

  private Optional<Expression> condition(org.graphline.dsl.ast.Expression condition, Header graph) {
    var typed = new ConditionTyper(graph, inside, bindings, signatures, diagnostics)
        .condition(condition, Place.PROPERTY);
    return Types.isUnknown(typed.type()) ? Optional.empty() : Optional.of(typed);
  }

  private Optional<Reference> event(org.graphline.dsl.ast.Reference reference, Header graph) {
    return new EventLowering(graph, inside, typerIn(graph), diagnostics).lower(reference)
        .map(EventLowering.Event::reference);
  }

  Optional<Check> lower(Declaration.Scenario scenario) {
    var header = target(scenario.target());
    if (header.isEmpty()) {
      return Optional.empty();
    }
    var types = constructs.typeArguments(scenario.target(), header.get());
    var arguments = constructs.arguments(scenario.target(), header.get());
    var lines = new ArrayList<Check.Line>();
    for (var story : scenario.stories()) {
      var kind = switch (story.kind()) {
        case CAN -> Check.Line.Kind.CAN;
        case CANNOT -> Check.Line.Kind.CANNOT;
        case CANNOT_DEADLOCK_AFTER -> Check.Line.Kind.CANNOT_DEADLOCK_AFTER;
      };
      lines.add(new Check.Line(kind, events(story.events(), header.get()), story.span()));
    }
    if (types.isEmpty() || arguments.size() != header.get().parameters().size()) {
      return Optional.empty();
    }
    return Optional.of(new Check.Scenario(scenario.title(), header.get().name(), types.get(), arguments,
        lines,
        scenario.span()));
  }

  private List<Check.Event> events(List<Declaration.Event> events, Header graph) {
    var lowered = new ArrayList<Check.Event>();
    for (var event : events) {
      var subject = new EventLowering(graph, inside, typerIn(graph), diagnostics).lower(event.subject());
      subject.ifPresent(found -> lowered.add(
          new Check.Event(found.reference(), event.value().flatMap(v -> value(v, found, graph)), event.span())));
    }
    return lowered;
  }

  private Optional<Expression> value(org.graphline.dsl.ast.Expression value, EventLowering.Event event,
      Header graph) {
    var inGraph = typerIn(graph);
    var type = event.port().map(port -> port.message());
    if (type.isEmpty()) {
      diagnostics.add(DiagnosticId.NOT_AN_EVENT, "a mark carries no value", value.span());
      return Optional.empty();
    }
    if (type.get() instanceof Type.Parameter) {
      return Optional.of(inGraph.value(value, Place.CONSTANT));
    }
    if (!Types.isFinite(type.get())) {
      diagnostics.add(DiagnosticId.NOT_AN_EVENT, "the checker cannot tell one `" + Types.display(type.get())
          + "` from another", value.span(), "leave the value out");
      return Optional.empty();
    }
    return Optional.of(inGraph.value(value, type.get(), Place.CONSTANT));
  }
}
