package org.graphline.checker.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graphline.checker.engine.Judgement.Closure;
import org.graphline.checker.engine.Judgement.Evidence;
import org.graphline.model.network.Exposure;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Step.Fairness;

/// Says why a run may go round a loop for ever: what has to be chosen so, what nobody obliges the environment
/// to do, and that nothing else that stays possible is passed over.
final class LoopArgument {
  private static final int MOST_NAMED = 3;

  private final Semantics semantics;
  private final Narrator narrator;
  private final Parties parties;

  LoopArgument(Semantics semantics) {
    this.semantics = semantics;
    this.narrator = new Narrator(semantics);
    this.parties = new Parties(semantics);
  }

  /// Returns the argument for a loop from `end`, in sentences.
  List<String> sentences(Evidence evidence, State end) {
    if (evidence.loop().isEmpty()) {
      return List.of();
    }
    var fairness = new LoopFairness(semantics, end, evidence.loop());
    List<String> conditions = Stream.concat(choices(evidence.loop()).stream(),
        environment(evidence.loop(), fairness.leftOut()).stream()).toList();
    var all = new ArrayList<String>();
    all.add("it can go on so for ever" + (conditions.isEmpty() ? ""
        : ", as long as " + list("and", conditions)) + ": "
        + passedOver(evidence, conditions.isEmpty(), fairness));
    evidence.loop().stream().filter(s -> s.fairness() == Fairness.DEMONIC)
        .flatMap(s -> advice(s.label())).distinct().forEach(all::add);
    return all;
  }

  /// How to say that it cannot always be chosen so.
  private static Stream<String> advice(Label label) {
    return switch (label) {
      case Label.Choice _ -> Stream.of("if it cannot always choose so, say `choose fair`");
      case Label.Result(_, var source, _) when !source.equals("anything") ->
          Stream.of("if " + source + " cannot always answer so, declare it `fair fun`");
      default -> Stream.empty();
    };
  }

  private String passedOver(Evidence evidence, boolean unconditional, LoopFairness fairness) {
    String others = named("and", fairness.leftOut().stream().filter(s -> s.fairness() == Fairness.FAIR)
        .map(s -> narrator.tell(s).text().strip()));
    String also = others.isEmpty() ? "" : "a fair run takes now and then, too: " + others;
    if (evidence.closure() == Closure.PART_OF_CLOSED_SET) {
      return "the loop shown is part of a larger set of states that no fair step leaves"
          + (also.isEmpty() ? "" : "; " + also);
    }
    return !also.isEmpty() ? also + ", and comes back"
        : "every " + (unconditional ? "" : "other ") + "step that stays possible is taken on the way round";
  }

  /// What is chosen on the way round, at each place: always the same, or in turn.
  private List<String> choices(List<Step> loop) {
    Map<Step.Actor, Set<Label>> outcomes = new LinkedHashMap<>();
    for (Step step : loop) {
      if (step.fairness() == Fairness.DEMONIC) {
        outcomes.computeIfAbsent(step.actors().getFirst(), _ -> new LinkedHashSet<>()).add(step.label());
      }
    }
    var all = new ArrayList<String>();
    outcomes.forEach((actor, labels) -> all.add(who(actor, labels.iterator().next())
        + (labels.size() == 1 ? " always " : " in turn ")
        + labels.stream().map(LoopArgument::outcome).collect(Collectors.joining(", "))
        + " (" + parties.site(actor.instance(), actor.node(), actor.choice()).span().place() + ")"));
    return all;
  }

  private String who(Step.Actor actor, Label label) {
    return switch (label) {
      case Label.Result(_, var source, _) -> source;
      case Label.MayFail(_, var source, _) -> source;
      case Label.Replied _ -> "the environment";
      default -> parties.name(actor.instance());
    };
  }

  private static String outcome(Label label) {
    return switch (label) {
      case Label.Choice(_, int alternative) -> "chooses alternative " + (alternative + 1);
      case Label.Result(_, _, var value) -> "answers " + value.display();
      case Label.MayFail(_, _, boolean fails) -> fails ? "fails" : "succeeds";
      case Label.Replied(_, var value) -> "replies " + value.display();
      default -> throw new AssertionError("not a choice of anybody: " + label);
    };
  }

  /// What the environment does on the way round, and what it might do instead, by its ports.
  private List<String> environment(List<Step> loop, List<Step> leftOut) {
    Set<String> busy = free(loop).map(Free::port).collect(Collectors.toSet());
    var parts = new ArrayList<String>();
    add(parts, "keeps sending to ", "and", free(loop).filter(f -> f.kind() == Kind.SENDS));
    add(parts, "keeps calling ", "and", free(loop).filter(f -> f.kind() == Kind.CALLS));
    add(parts, "sends nothing more to ", "or",
        free(leftOut).filter(f -> f.kind() == Kind.SENDS && !busy.contains(f.port())));
    add(parts, "does not call ", "or",
        free(leftOut).filter(f -> f.kind() == Kind.CALLS && !busy.contains(f.port())));
    add(parts, "does not close ", "or", free(leftOut).filter(f -> f.kind() == Kind.CLOSES));
    return parts.isEmpty() ? List.of() : List.of("the environment " + list("and", parts));
  }

  private static void add(List<String> parts, String verb, String conjunction, Stream<Free> steps) {
    String ports = named(conjunction, steps.map(Free::port));
    if (!ports.isEmpty()) {
      parts.add(verb + ports);
    }
  }

  /// A step that nothing obliges the environment to take.
  private record Free(Kind kind, String port) {}

  private enum Kind {
    SENDS, CALLS, CLOSES
  }

  private Stream<Free> free(List<Step> steps) {
    return steps.stream().filter(s -> s.fairness() == Fairness.FREE).map(Step::label).flatMap(label ->
        switch (label) {
          case Label.HandOver(int line, _, _, _) -> tray(Kind.SENDS, line);
          case Label.Post(int line, _, _, _) -> tray(Kind.SENDS, line);
          case Label.ClosesTray(int line) -> tray(Kind.CLOSES, line);
          case Label.Called(int connection, _) -> door(Kind.CALLS, connection);
          case Label.ClosesConnection(int connection) -> door(Kind.CLOSES, connection);
          default -> Stream.empty();
        });
  }

  private Stream<Free> tray(Kind kind, int line) {
    return semantics.network().lines().get(line).exposure().stream().map(e -> free(kind, e));
  }

  private Stream<Free> door(Kind kind, int connection) {
    return semantics.network().connections().get(connection).exposure().stream().map(e -> free(kind, e));
  }

  private static Free free(Kind kind, Exposure exposure) {
    return new Free(kind, exposure.display());
  }

  private static String named(String conjunction, Stream<String> names) {
    List<String> all = names.distinct().toList();
    return all.size() > MOST_NAMED ? String.join(", ", all.subList(0, MOST_NAMED)) + ", …"
        : list(conjunction, all);
  }

  private static String list(String conjunction, List<String> parts) {
    return parts.size() < 2 ? String.join("", parts)
        : String.join(", ", parts.subList(0, parts.size() - 1)) + " " + conjunction + " " + parts.getLast();
  }
}
