package org.graphline.checker.story;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.graphline.checker.space.Letters;
import org.graphline.checker.verdict.StoryStep;
import org.graphline.checker.verdict.StoryStep.Kind;
import org.graphline.checker.verdict.StoryStep.Party;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Step;
import org.graphline.model.value.Value;

/// Tells steps in words and places of the source.
public final class Narrator {
  private final Network network;
  private final Parties parties;

  public Narrator(Semantics semantics) {
    this.network = semantics.network();
    this.parties = new Parties(semantics);
  }

  /// Returns the steps as a story.
  public List<StoryStep> tell(List<Step> steps) {
    return steps.stream().map(this::tell).toList();
  }

  /// Returns one step of a story.
  public StoryStep tell(Step step) {
    return switch (step.label()) {
      case Label.HandOver(int line, var writer, var reader, _) -> transfer(Kind.HAND_OVER, step,
          writer.map(w -> actor(step, 0, w)).orElseGet(() -> parties.environmentAtTray(line)), "->",
          reader.map(r -> actor(step, step.actors().size() - 1, r)).orElseGet(()
          -> parties.environmentAtTray(line)));
      case Label.Post(int line, var writer, _, var fate) -> transfer(Kind.POST, step,
          writer.map(w -> actor(step, 0, w)).orElseGet(() -> parties.environmentAtTray(line)),
          switch (fate) {
            case STORED -> "posts to";
            case REPLACED_OLDEST -> "replaces the oldest at";
            case LOST -> "posts in vain to";
          }, parties.line(line));
      case Label.Collect(int line, var reader, _) -> collect(step, parties.line(line),
          reader.map(r -> actor(step, 0, r)).orElseGet(() -> parties.environmentAtTray(line)));
      case Label.EndSeen(_, var end) -> alone(Kind.END_SEEN, step, end,
          end.map(e -> "sees the end of " + parties.port(e)).orElse("finds every case finished"));
      case Label.Refused(var end) ->
          alone(Kind.REFUSED, step, Optional.of(end), "finds nobody at " + parties.port(end));
      case Label.Unheard _ -> alone(Kind.UNHEARD, step, Optional.empty(), "finds that nobody listens");
      case Label.Choice(_, int alternative) ->
          alone(Kind.CHOICE, step, Optional.empty(), "chooses alternative " + (alternative + 1));
      case Label.Result(_, var source, var value) ->
          alone(Kind.RESULT, step, Optional.empty(), source + " = " + value.display());
      case Label.MayFail(_, var source, boolean fails) ->
          alone(Kind.MAY_FAIL, step, Optional.empty(), source + (fails ? " fails" : " succeeds"));
      case Label.TimesOut _ -> alone(Kind.TIMES_OUT, step, Optional.empty(), "times out");
      case Label.Otherwise _ -> alone(Kind.OTHERWISE, step, Optional.empty(), "finds nothing ready");
      case Label.Mark(_, var name) -> alone(Kind.MARK, step, Optional.empty(), name);
      case Label.Sync(int barrier, var members) -> sync(step, barrier, members);
      case Label.Called(int connection, _) -> call(Kind.CALLED, step, connection, "calls");
      case Label.Replied(int connection, _) -> call(Kind.REPLIED, step, connection, "replies to");
      case Label.ReplyDropped(int connection) -> alone(Kind.REPLY_DROPPED, step,
          network.connections().get(connection).server(), "replies to somebody who has gone");
      case Label.ClosesTray(int line) ->
          environment(Kind.CLOSES_TRAY, step, parties.environmentAtTray(line), "closes");
      case Label.ClosesConnection(int connection) ->
          environment(Kind.CLOSES_CONNECTION, step, parties.environmentAtConnection(connection), "closes");
      case Label.Arrives(var end) -> alone(Kind.ARRIVES, step, Optional.of(end), "arrives at "
          + parties.port(end));
      case Label.ArrivesAtTray(int line) ->
          environment(Kind.ARRIVES, step, parties.environmentAtTray(line), "arrives at");
      case Label.ArrivesAtConnection(int connection) ->
          environment(Kind.ARRIVES, step, parties.environmentAtConnection(connection), "arrives at");
      case Label.ClosingTime() -> step(Kind.CLOSING_TIME, "closing time", Optional.empty(), Optional.empty(),
          step);
    };
  }

  private Party actor(Step step, int position, End end) {
    return parties.component(step.actors().get(position), Optional.of(end));
  }

  private StoryStep transfer(Kind kind, Step step, Party from, String verb, Party to) {
    return step(kind, from.display() + " " + verb + " " + to.display() + letter(step), Optional.of(from),
        Optional.of(to), step);
  }

  private static StoryStep collect(Step step, Party line, Party reader) {
    return step(Kind.COLLECT, reader.display() + " collects" + letter(step), Optional.of(line),
        Optional.of(reader), step);
  }

  private StoryStep call(Kind kind, Step step, int id, String verb) {
    Connection connection = network.connections().get(id);
    Party client = side(step, connection.client(), id);
    Party server = side(step, connection.server(), id);
    return kind == Kind.CALLED ? transfer(kind, step, client, verb, server)
        : transfer(kind, step, server, verb, client);
  }

  private Party side(Step step, Optional<End> end, int connection) {
    return end.map(e -> step.actors().stream().filter(a -> a.instance() == e.instance()).findFirst()
        .map(a -> parties.component(a, end)).orElseThrow(() -> new AssertionError("no actor at " + e)))
        .orElseGet(() -> parties.environmentAtConnection(connection));
  }

  private StoryStep alone(Kind kind, Step step, Optional<End> end, String what) {
    Party who = parties.component(step.actors().getFirst(), end);
    return step(kind, who.name() + (kind == Kind.MARK ? "." : " ") + what, Optional.of(who), Optional.empty(),
        step);
  }

  private StoryStep environment(Kind kind, Step step, Party environment, String verb) {
    return step(kind, "environment " + verb + " " + environment.port(), Optional.of(environment),
        Optional.empty(), step);
  }

  private StoryStep sync(Step step, int barrier, List<End> members) {
    Party where = parties.barrier(barrier);
    String who = members.stream().map(m -> parties.name(m.instance())).collect(Collectors.joining(", "));
    return step(Kind.SYNC, who + " meet at " + where.name(),
        Optional.of(parties.component(step.actors().getFirst(), Optional.of(members.getFirst()))),
        Optional.of(where), step);
  }

  private static String letter(Step step) {
    String text = Letters.of(step.label()).map(Value::display).orElse("");
    return text.isEmpty() ? "" : "  " + text;
  }

  private static StoryStep step(Kind kind, String text, Optional<Party> from, Optional<Party> to, Step step) {
    return new StoryStep(kind, text, from, to, Letters.of(step.label()), step.label().isCounted(), step);
  }
}
