package org.graphline.checker.story;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graphline.checker.engine.Judgement.Evidence;
import org.graphline.checker.refinement.Difference;
import org.graphline.checker.refinement.Refutation;
import org.graphline.checker.verdict.Certainty;
import org.graphline.checker.verdict.Counterexample;
import org.graphline.checker.verdict.Dependence;
import org.graphline.checker.verdict.Explanation;
import org.graphline.checker.verdict.WaitForGraph;
import org.graphline.checker.verdict.WaitForGraph.Waiter;
import org.graphline.model.automaton.Site;
import org.graphline.model.property.Condition;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.source.Span;
import org.graphline.model.value.Value;

/// Turns confirmed evidence into a counterexample with its explanation.
public final class Explainer {
  private static final int LONG_LOOP = 8;

  private final Semantics semantics;
  private final Narrator narrator;
  private final Parties parties;
  private final WaitChart chart;
  private final WaitSentences sentences;
  private final LoopArgument argument;

  public Explainer(Semantics semantics) {
    this.semantics = semantics;
    this.narrator = new Narrator(semantics);
    this.parties = new Parties(semantics);
    this.chart = new WaitChart(semantics);
    this.sentences = new WaitSentences(parties);
    this.argument = new LoopArgument(semantics);
  }

  /// Returns the counterexample for evidence against `property` whose stem ends in `end`.
  ///
  /// @param shortest whether no story with fewer counted steps is possible
  public Counterexample explain(Property property, Evidence evidence, State end, boolean shortest) {
    WaitForGraph waits = waits(property, evidence, end);
    return explain(evidence, dependencies(property, evidence), waits,
        sentences(property, evidence, end, waits), end,
        shortest);
  }

  /// Returns the counterexample for a difference between the network and what it should be from outside.
  ///
  /// @param specification what it is held against; empty if that is itself
  /// @param shortest      whether no story with fewer counted steps is possible
  public Counterexample explain(Property property, Refutation refutation, Optional<String> specification,
      State end,
      boolean shortest) {
    Evidence evidence = refutation.evidence();
    boolean standsStill = switch (refutation.difference()) {
      case Difference.Refusal _, Difference.Ambiguity _ -> true;
      case Difference.Excess _, Difference.Silence _ -> false;
    };
    WaitForGraph waits = standsStill ? chart.among(end, waiting(end)) : WaitForGraph.EMPTY;
    var told = new ArrayList<>(new DifferenceSentences(narrator).of(refutation.difference(), specification));
    if (!evidence.loop().isEmpty()) {
      told.add(round(evidence));
    }
    told.addAll(new Refusers(semantics.network(), parties, i -> chart.among(end, List.of(i)).waiters())
        .sentences(refutation.difference()));
    told.addAll(sentences.of(waits));
    return explain(evidence, dependencies(property, evidence), waits, told, end, shortest);
  }

  private Counterexample explain(Evidence evidence, List<Dependence> dependencies, WaitForGraph waits,
      List<String> told, State end, boolean shortest) {
    return new Counterexample(evidence.finding(), dependencies.isEmpty() ? Certainty.CERTAIN
        : Certainty.POSSIBLE,
        narrator.tell(evidence.stem()), narrator.tell(evidence.loop()), waits,
        new Explanation(told, argument.sentences(evidence, end), places(end)), dependencies, shortest);
  }

  private List<Integer> waiting(State end) {
    return semantics.waits(end).stream().map(w -> w.instance()).distinct().toList();
  }

  private List<Dependence> dependencies(Property property, Evidence evidence) {
    if (property instanceof Property.Can) {
      return List.of();
    }
    var all = new LinkedHashSet<Dependence>();
    for (Step step : Stream.concat(evidence.stem().stream(), evidence.loop().stream()).toList()) {
      switch (step.label()) {
        case Label.Choice _ -> all.add(new Dependence("choose", span(step)));
        case Label.Result(_, var source, _) -> all.add(new Dependence(source, span(step)));
        case Label.MayFail(_, var source, _) -> all.add(new Dependence(source, span(step)));
        case Label.TimesOut _ -> all.add(new Dependence(action(step), span(step)));
        default -> { }
      }
    }
    return List.copyOf(all);
  }

  private Span span(Step step) {
    return site(step).span();
  }

  private String action(Step step) {
    return site(step).action();
  }

  private Site site(Step step) {
    Step.Actor actor = step.actors().getFirst();
    return parties.site(actor.instance(), actor.node(), actor.choice());
  }

  private WaitForGraph waits(Property property, Evidence evidence, State end) {
    return switch (property) {
      case Property.DeadlockFree _, Property.Cannot _ -> chart.among(end, evidence.group());
      case Property.Terminates _, Property.ShutsDown _, Property.LeadsTo _ -> evidence.loop().isEmpty()
          ? chart.among(end, waiting(end))
          : WaitForGraph.EMPTY;
      case Property.ErrorFree _, Property.LivelockFree _, Property.Always _, Property.Never _, Property.Can _,
          Property.Refines _, Property.Deterministic _ -> WaitForGraph.EMPTY;
    };
  }

  private List<String> sentences(Property property, Evidence evidence, State end, WaitForGraph waits) {
    return switch (property) {
      case Property.DeadlockFree _ -> sentences.of(waits);
      case Property.ErrorFree _ -> semantics.fault(end).map(f -> parties.name(f.instance()) + ": "
          + f.fault().message() + " at " + parties.site(f.instance(), f.node(), -1).span().place()).stream()
          .toList();
      case Property.LivelockFree _ -> List.of("no progress: " + round(evidence));
      case Property.Terminates _, Property.ShutsDown _ -> unfinished(evidence, end, waits);
      case Property.Always(var conditions) -> values(conditions, end);
      case Property.Never(var conditions) -> values(conditions, end);
      case Property.LeadsTo(var cause, var effect) -> Stream.concat(
          Stream.of("after " + cause.text() + " there is no " + effect.text() + " any more"),
          evidence.loop().isEmpty() ? sentences.of(waits).stream() : Stream.of(round(evidence))).toList();
      case Property.Can(var events) -> List.of("no run begins " + texts(events)
          + (evidence.stem().isEmpty() ? "" : "; this one gets furthest"));
      case Property.Cannot(var events, var next) -> switch (next) {
        case ANYTHING -> List.of("this run begins " + texts(events));
        case DEADLOCK -> Stream.concat(Stream.of("after " + texts(events) + " somebody is stuck"),
            sentences.of(waits).stream()).toList();
      };
      case Property.Refines _, Property.Deterministic _ ->
          throw new AssertionError("told as a difference: " + property);
    };
  }

  private List<String> unfinished(Evidence evidence, State end, WaitForGraph waits) {
    if (!evidence.loop().isEmpty()) {
      return List.of(round(evidence));
    }
    List<Integer> undelivered = semantics.undelivered(end);
    var all = new ArrayList<String>();
    if (!undelivered.isEmpty()) {
      all.add("letters left on " + undelivered.stream().map(l -> "the line to "
          + parties.lineName(semantics.network().lines().get(l)) + " (" + semantics.letters(end, l).size()
          + ")")
          .collect(Collectors.joining(", ")));
    }
    boolean anyBusy = waits.waiters().stream().anyMatch(w -> !w.rests());
    if (anyBusy) {
      List<Waiter> busy = waits.waiters().stream().filter(w -> !w.rests()).toList();
      all.addAll(sentences.of(new WaitForGraph(busy, List.of())));
    } else if (undelivered.isEmpty()) {
      all.addAll(sentences.of(waits));
    }
    return all;
  }

  private String round(Evidence evidence) {
    List<String> steps = narrator.tell(evidence.loop()).stream().map(s -> s.text().strip()).toList();
    String shown = String.join(" · ", steps.subList(0, Math.min(LONG_LOOP, steps.size())));
    return "round and round: " + shown + (steps.size() > LONG_LOOP ? " · …" : "");
  }

  private List<String> values(List<Condition> conditions, State end) {
    Stream<String> variables = conditions.stream().flatMap(c -> c.observed().stream())
        .map(o -> parties.name(o.instance()) + "." + o.inspect().variable().name() + " = "
            + semantics.variable(end, o.instance(), o.inspect().variable().id()).display());
    Stream<String> letters = conditions.stream().flatMap(c -> c.lines().stream())
        .map(l -> l.contents().port().display() + " = "
            + new Value.Sequence(semantics.letters(end, l.line())).display());
    return Stream.concat(variables, letters).distinct().toList();
  }

  private static String texts(List<EventSet> events) {
    return events.stream().map(EventSet::text).collect(Collectors.joining(", "));
  }

  private List<Span> places(State end) {
    return semantics.fault(end).map(f -> parties.site(f.instance(), f.node(), -1).span()).stream().toList();
  }
}
