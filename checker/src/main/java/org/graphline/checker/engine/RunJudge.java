package org.graphline.checker.engine;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.graphline.checker.engine.Judgement.Closure;
import org.graphline.checker.engine.Judgement.Evidence;
import org.graphline.checker.engine.ProductSearch.Walk;
import org.graphline.checker.verdict.Finding;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Step;

/// Judges properties of runs on the stored transitions of a search. What it finds in part of a state space is
/// found in all of it; that it finds nothing says something only of a complete one.
final class RunJudge {
  private final Explored explored;
  private final Ledger ledger;
  private final StepGraph graph;
  private final EventTable events;
  private final Stories stories;
  private final Patience patience;

  RunJudge(Explored explored, Patience patience) {
    this.explored = explored;
    this.ledger = explored.ledger();
    this.graph = ledger.graph();
    this.events = ledger.events();
    this.stories = new Stories(explored);
    this.patience = patience;
  }

  /// Returns what shows that `property` does not hold, or nothing.
  ///
  /// @throws GaveUp if a limit is hit
  Optional<Evidence> refute(Property property) {
    return switch (property) {
      case Property.LivelockFree(var progress) ->
          endless(Finding.LIVELOCK, this::isSound, events.of(progress)::get);
      case Property.Terminates _ -> endless(Finding.TERMINATION, this::isSound, _ -> false);
      case Property.ShutsDown _ -> endless(Finding.SHUTDOWN, s -> ledger.has(s, Ledger.CLOSED), _ -> false);
      case Property.LeadsTo(var cause, var effect) -> missingEffect(events.of(cause), events.of(effect));
      case Property.Can(var wanted) -> telling(wanted, wanted.size()).isPresent()
          ? Optional.empty() : Optional.of(furthest(wanted));
      case Property.Cannot(var unwanted, var next) -> switch (next) {
        case ANYTHING -> telling(unwanted, unwanted.size()).map(walk -> ending(Finding.SCENARIO, walk));
        case DEADLOCK -> telling(unwanted, unwanted.size(), s -> ledger.has(s, Ledger.STUCK)).map(this::stuck);
      };
      case Property.DeadlockFree _, Property.ErrorFree _, Property.Always _, Property.Never _,
          Property.Refines _,
          Property.Deterministic _ ->
          throw new AssertionError("not a property of runs: " + property);
    };
  }

  private boolean isSound(int state) {
    return !ledger.has(state, Ledger.FAULTY);
  }

  private Optional<Evidence> endless(Finding finding, IntPredicate within, IntPredicate isProgress) {
    int[] component = FairCycles.find(graph, ledger.budget(), within, isProgress, patience);
    int entry = ledger.nearest(s -> component[s] >= 0);
    if (entry < 0) {
      return Optional.empty();
    }
    Loops.Loop loop = new Loops(graph, component, isProgress, patience).from(entry);
    return Optional.of(new Evidence(finding, explored.stepsTo(entry), stories.along(loop.moves()), List.of(),
        loop.closure()));
  }

  /// A run with a cause and no effect after it: it ends, or goes round where no effect is.
  private Optional<Evidence> missingEffect(BitSet cause, BitSet effect) {
    int[] component = FairCycles.find(graph, ledger.budget(), this::isSound, effect::get, patience);
    ProductSearch.Goal goal = (s, q) -> q == 1 && (component[s] >= 0 || ledger.has(s, Ledger.END));
    if (ledger.nearest(s -> goal.reached(s, 1)) < 0) {
      return Optional.empty();
    }
    var pending = new ProductSearch.Reader() {
      @Override
      public int size() {
        return 2;
      }

      @Override
      public int next(int state, int number) {
        return effect.get(number) ? 0 : cause.get(number) ? 1 : state;
      }
    };
    return search(pending).shortest(goal, ledger.budget()).map(walk -> {
      if (component[walk.end()] < 0) {
        return ending(Finding.RESPONSE, walk);
      }
      Loops.Loop loop = new Loops(graph, component, effect::get, patience).from(walk.end());
      return new Evidence(Finding.RESPONSE, stories.fromStart(walk.moves()), stories.along(loop.moves()),
          List.of(), loop.closure());
    });
  }

  /// A run that begins with the first `count` events, seen only through the alphabet of all (rule R10).
  private Optional<Walk> telling(List<EventSet> all, int count) {
    return telling(all, count, _ -> true);
  }

  private Optional<Walk> telling(List<EventSet> all, int count, IntPredicate end) {
    List<BitSet> wanted = all.stream().map(events::of).toList();
    var seen = new BitSet();
    all.forEach(set -> seen.or(events.seenBy(set)));
    var story = new ProductSearch.Reader() {
      @Override
      public int size() {
        return count + 1;
      }

      @Override
      public int next(int state, int number) {
        if (!seen.get(number)) {
          return state;
        }
        return state < count && wanted.get(state).get(number) ? state + 1 : -1;
      }
    };
    return search(story).shortest((s, q) -> q == count && end.test(s), ledger.budget());
  }

  private Evidence furthest(List<EventSet> wanted) {
    for (int count = wanted.size() - 1; count >= 0; count--) {
      Optional<Walk> walk = telling(wanted, count);
      if (walk.isPresent()) {
        return ending(Finding.SCENARIO, walk.get());
      }
    }
    throw new AssertionError("no run begins with nothing");
  }

  private Evidence stuck(Walk walk) {
    List<Step> run = stories.fromStart(walk.moves());
    return new Evidence(Finding.SCENARIO, run, List.of(), ledger.monitor().stuckAfter(run), Closure.NO_LOOP);
  }

  private Evidence ending(Finding finding, Walk walk) {
    return new Evidence(finding, stories.fromStart(walk.moves()), List.of(), List.of(), Closure.NO_LOOP);
  }

  private ProductSearch search(ProductSearch.Reader reader) {
    return new ProductSearch(graph, s -> ledger.has(s, Ledger.FAULTY), reader, patience);
  }
}
