package org.graphline.checker.reduction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.checker.space.Cells;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.checker.space.StateSpace;
import org.graphline.model.property.Condition;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Wait;

/// The states in which no confluent step is left: steps that commute with all others are taken at once
/// (docs/design of the language, 3.19 and ruling R2; compare Groote, van de Pol: "State space reduction using
/// partial tau-confluence", MFCS 2000).
///
/// Each state is replaced by the one reached by taking its first confluent step again and again. Where
/// confluent steps go round, the least state of the circle is kept with all its steps, so that a livelock
/// made of them stays a loop. Which steps are confluent, and for which properties, is said by
/// [ConfluentSteps].
///
/// Preserved: all properties of [Property] that one exploration decides, for a reduction made for them. Distances are not: a story is
/// expanded to elementary steps before it is measured.
public final class Confluence implements StateSpace {
  private static final int FEWEST_REMEMBERED = 1 << 10;
  private static final int MOST_REMEMBERED = 1 << 17;
  /// The share of the heap that may be spent on remembering.
  private static final int SHARE = 32;

  private final NetworkStateSpace whole;
  private final ConfluentSteps confluent;
  private final State[] chased;
  private final State[] ends;

  /// The states of `whole`, reduced for these properties.
  public Confluence(NetworkStateSpace whole, List<Property> properties) {
    this(whole, new ConfluentSteps(whole, properties));
  }

  /// The states of `whole`, reduced for whoever sees no more than these events and the ends of lines. Traces, stable
  /// failures and divergences are preserved: a state with a confluent step is not stable, what it offers is still
  /// offered after the step, and a circle of such steps stays a loop.
  public static Confluence leaving(NetworkStateSpace whole, EventSet inSight) {
    return new Confluence(whole, new ConfluentSteps(whole, List.of(inSight), List.of()));
  }

  private Confluence(NetworkStateSpace whole, ConfluentSteps confluent) {
    this.whole = whole;
    this.confluent = confluent;
    int slots = remembered(whole.cells().size());
    this.chased = new State[slots];
    this.ends = new State[slots];
  }

  private static int remembered(int cells) {
    long bytesEach = 2L * (64 + 4L * cells);
    long fitting = Runtime.getRuntime().maxMemory() / SHARE / bytesEach;
    return Integer.highestOneBit((int) Math.clamp(fitting, FEWEST_REMEMBERED, MOST_REMEMBERED));
  }

  /// The state that stands for another, and the steps from there to it.
  private record Chase(State end, List<Step> steps) {}

  /// Returns the state that stands for `start`; what was asked last is remembered, as neighbors share their
  /// targets.
  private State end(State start) {
    int slot = start.hashCode() * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(chased.length - 1);
    if (!start.equals(chased[slot])) {
      ends[slot] = chase(start).end();
      chased[slot] = start;
    }
    return ends[slot];
  }

  private Chase chase(State start) {
    Map<State, Step> path = new LinkedHashMap<>();
    State at = start;
    while (true) {
      Optional<Step> next = confluent.first(at);
      if (next.isEmpty()) {
        return new Chase(at, List.copyOf(path.values()));
      }
      path.put(at, next.get());
      at = next.get().target();
      if (path.containsKey(at)) {
        return circle(at, path);
      }
    }
  }

  /// The chase came back to `entry`: it ends at the least state of the circle, whoever enters it where.
  private static Chase circle(State entry, Map<State, Step> path) {
    State least = entry;
    for (State at = path.get(entry).target(); !at.equals(entry); at = path.get(at).target()) {
      least = isLess(at, least) ? at : least;
    }
    var steps = new ArrayList<Step>();
    for (Map.Entry<State, Step> step : path.entrySet()) {
      if (step.getKey().equals(least)) {
        break;
      }
      steps.add(step.getValue());
    }
    return new Chase(least, steps);
  }

  private static boolean isLess(State one, State other) {
    for (int i = 0; i < one.size(); i++) {
      if (one.cell(i) != other.cell(i)) {
        return one.cell(i) < other.cell(i);
      }
    }
    return false;
  }

  @Override
  public State initial() {
    return chase(whole.initial()).end();
  }

  @Override
  public List<Step> steps(State state) {
    List<Step> steps = whole.steps(state);
    var reduced = new ArrayList<Step>(steps.size());
    for (Step step : steps) {
      reduced.add(new Step(step.label(), step.actors(), step.fairness(), step.group(), end(step.target())));
    }
    return reduced;
  }

  @Override
  public List<Step> opening() {
    return chase(whole.initial()).steps();
  }

  @Override
  public List<Step> expand(State from, Step step) {
    for (Step first : whole.steps(from)) {
      if (first.label().equals(step.label()) && first.actors().equals(step.actors())) {
        Chase chase = chase(first.target());
        if (chase.end().equals(step.target())) {
          var all = new ArrayList<Step>();
          all.add(first);
          all.addAll(chase.steps());
          return all;
        }
      }
    }
    throw new AssertionError("not a step from here: " + step.label());
  }

  @Override
  public Cells cells() {
    return whole.cells();
  }

  @Override
  public List<Wait> waits(State state) {
    return whole.waits(state);
  }

  @Override
  public boolean rests(State state, int instance) {
    return whole.rests(state, instance);
  }

  @Override
  public boolean isFaulty(State state) {
    return whole.isFaulty(state);
  }

  @Override
  public boolean isOver(State state) {
    return whole.isOver(state);
  }

  @Override
  public boolean traysClosed(State state) {
    return whole.traysClosed(state);
  }

  @Override
  public boolean holds(Condition condition, State state) {
    return whole.holds(condition, state);
  }

  @Override
  public boolean matches(EventSet.Pattern pattern, Label label) {
    return whole.matches(pattern, label);
  }

  @Override
  public long workingBytes() {
    return whole.workingBytes();
  }
}
