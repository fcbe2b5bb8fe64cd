package org.graphline.testing.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.graphline.checker.story.Narrator;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Step;
import org.graphline.model.term.Component;
import org.graphline.runtime.Conductor;
import org.graphline.runtime.Conductor.Turn;
import org.graphline.runtime.Event;
import org.graphline.runtime.Options;
import org.graphline.runtime.monitor.TraceText;
import org.graphline.testing.schedule.Stage.AwayInJava;

/// One run of a subject beside its model, move by move, until the two part.
public final class Rehearsal implements AutoCloseable {
  /// Nobody needs as many turns for one step.
  private static final int MOST_TURNS = 1_000;

  private final Follower follower;
  private final Labels labels;
  private final Stage stage;
  private final Subject.Running running;
  private final Environment environment;
  private final Answering answering;
  private final TraceText words = new TraceText();
  private final List<Move> moves = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();
  private Deviation deviation;
  private int seen;

  /// @param follower at the start of the subject's model
  /// @param seed     for what Java answers
  /// @param patience how long a component may be away in Java
  Rehearsal(Subject subject, Follower follower, Letters letters, long seed, Duration patience) {
    this.follower = follower;
    this.labels = new Labels(follower.network());
    this.stage = new Stage(patience);
    this.answering = new Answering(follower, labels, letters, seed);
    stage.choices(answering::branch);
    stage.draws(answering::number);
    Options options = Options.standard().observedBy(this::saw).conductedBy(stage).on(Options.Threads.VIRTUAL);
    this.running = subject.start(options, answering);
    this.environment = new Environment(follower.network(), running, stage, letters);
    guarded(() -> {
      stage.awaitStillness();
      settle();
    });
  }

  private void saw(Event event) {
    boolean isEnd = event instanceof Event.Aborted || event instanceof Event.Closed && follower.isDone();
    if (deviation != null || follower.fault().isPresent() || isEnd) {
      return;
    }
    boolean followed = follower.follows(event);
    if (!Matching.isSilent(event)) {
      seen++;
      steps.add(words.describe(event));
    }
    if (!followed) {
      deviation = deviation("the model cannot do the last of these steps");
    }
  }

  private Deviation deviation(String what) {
    List<String> model = follower.possible().stream().map(this::tell).distinct().limit(12).toList();
    return new Deviation(moves, steps, what, model,
        running == null ? List.of() : running.network().describeWaiting().stream().map(Object::toString).toList());
  }

  /// Returns a step in words.
  public String tell(Step step) {
    return new Narrator(follower.semantics()).tell(List.of(step)).getFirst().text().strip();
  }

  /// Returns what is wrong, if anything is.
  public Optional<Deviation> deviation() {
    return Optional.ofNullable(deviation);
  }

  /// Reports whether there is nothing more to look at.
  public boolean isDone() {
    return deviation != null || follower.isDone();
  }

  /// Returns the steps that the model could take.
  public List<Step> possible() {
    return follower.possible();
  }

  /// Returns the components that could go on.
  public List<String> awake() {
    return stage.waiting().stream().filter(t -> !t.desk().isEmpty() && t.ready().getAsBoolean()).map(Turn::desk)
        .filter(d -> !d.startsWith("environment.")).distinct().toList();
  }

  /// Makes a move. Returns whether anything came of it.
  public boolean make(Move move) {
    int before = seen;
    guarded(() -> {
      switch (move) {
        case Move.Take(Label label) -> {
          Optional<Step> step = possible().stream().filter(s -> s.label().equals(label)).findFirst();
          if (step.isPresent()) {
            moves.add(move);
            take(step.get());
          }
        }
        case Move.Let(String desk) -> {
          Optional<Turn> turn = ready(desk, List.of()).findFirst();
          if (turn.isPresent()) {
            moves.add(move);
            stage.give(turn.get(), Conductor.NO_TIMER);
            settle();
          }
        }
      }
    });
    return seen > before;
  }

  /// What is said outside a network's own steps becomes what is wrong.
  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (AwayInJava away) {
      deviation = deviation == null ? deviation(away.getMessage()) : deviation;
    }
  }

  private void take(Step step) {
    int before = seen;
    if (!environment.prepare(step.label())) {
      return;
    }
    answering.wanted(step.label());
    for (int turns = 0; seen == before && deviation == null && turns < MOST_TURNS; turns++) {
      Optional<Turn> next = next(step);
      if (next.isEmpty()) {
        if (isRefused(step)) {
          deviation = deviation("refused, though the model promises it: " + tell(step));
        }
        return;
      }
      boolean timed = step.label() instanceof Label.TimesOut && next.get().timers() > 0;
      stage.give(next.get(), timed ? 0 : Conductor.NO_TIMER);
      settle();
    }
  }

  private Optional<Turn> next(Step step) {
    List<Integer> lines = step.actors().stream()
        .map(a -> follower.semantics().automaton(a.instance()).sites().get(a.node()).span().line()).toList();
    if (step.label() instanceof Label.TimesOut) {
      Optional<Turn> timed = labels.participants(step.label()).stream().flatMap(p -> turnsOf(p))
          .filter(t -> t.timers() > 0).findFirst();
      if (timed.isPresent()) {
        return timed;
      }
    }
    return labels.participants(step.label()).stream().flatMap(p -> ready(p, lines)).findFirst();
  }

  private Stream<Turn> turnsOf(String participant) {
    return stage.waiting().stream().filter(t -> t.desk().equals(participant) || t.who().equals(participant));
  }

  /// Returns the threads of a component that could go on, those at one of `lines` first.
  private Stream<Turn> ready(String participant, List<Integer> lines) {
    return turnsOf(participant).filter(t -> t.ready().getAsBoolean())
        .sorted((a, b) -> Boolean.compare(lines.contains(b.line()), lines.contains(a.line())));
  }

  /// Reports whether the model promises a step that nobody at its line will bring about.
  private boolean isRefused(Step step) {
    return labels.attached(step.label()).stream().noneMatch(p -> ready(p, List.of()).findAny().isPresent())
        && !isOfSplit(step) && follower.isPromised(Labels.key(step.label()));
  }

  /// A `Split` notices one after the other who has left, the model in any order.
  private boolean isOfSplit(Step step) {
    return step.label() instanceof Label.Refused(var end) && follower.network().instances().get(end.instance())
        .behavior().component().origin() == Component.Origin.BUILT_IN;
  }

  /// Lets those go on whose letter, call or barrier has been settled by others: the model has them run on in the same
  /// step.
  private void settle() {
    for (int turns = 0; turns < MOST_TURNS; turns++) {
      Optional<Turn> woken = stage.waiting().stream().filter(Rehearsal::isSettling)
          .filter(t -> t.ready().getAsBoolean()).findFirst();
      if (woken.isEmpty()) {
        return;
      }
      stage.give(woken.get(), Conductor.NO_TIMER);
    }
  }

  private static boolean isSettling(Turn turn) {
    return Stream.of("start", "send ", "call ", "sync ", "end par", "wait at ").anyMatch(turn.what()::startsWith);
  }

  /// Looks whether whoever the model has sent home is home.
  public void finish() {
    guarded(() -> {
      Map<String, Integer> turns = new HashMap<>();
      for (Optional<Turn> next = stirring(turns); deviation == null && next.isPresent(); next = stirring(turns)) {
        stage.give(next.get(), Conductor.NO_TIMER);
      }
      if (deviation == null && follower.fault().isEmpty() && follower.isDone()) {
        List<String> left = stage.waiting().stream().map(Turn::desk).filter(d -> !d.isEmpty()
            && !d.startsWith("environment.")).distinct().toList();
        if (!left.isEmpty()) {
          deviation = deviation("the model is over, but still at work: " + String.join(", ", left));
        }
      }
    });
  }

  private Optional<Turn> stirring(Map<String, Integer> turns) {
    return follower.isDone() ? stage.waiting().stream().filter(t -> t.ready().getAsBoolean()
        && turns.merge(t.who(), 1, Integer::sum) < MOST_TURNS).findFirst() : Optional.empty();
  }

  @Override
  public void close() {
    running.network().abort();
    stage.letGo();
  }
}
