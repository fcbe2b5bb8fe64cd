package org.graphline.checker.refinement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.graphline.checker.engine.FairCycles;
import org.graphline.checker.engine.GaveUp;
import org.graphline.checker.engine.Judgement.Closure;
import org.graphline.checker.engine.Judgement.Evidence;
import org.graphline.checker.engine.Limits;
import org.graphline.checker.engine.Loops;
import org.graphline.checker.engine.Patience;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.refinement.PairSearch.Move;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.verdict.Finding;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Statistics;
import org.graphline.model.semantics.Step;
import org.graphline.model.term.Comparison;

/// Compares a network with a specification, or with itself: the product of the network and the normal form of
/// the specification is walked on the fly (Roscoe 2010, 16.1 and 16.2; for determinism 10.5, here by holding
/// the network against its own normal form).
///
/// Divergence is meant under the fairness of docs/semantics.md: a fair run that shows nothing more.
public final class Refinement {
  private static final IntPredicate SHOWS = event -> event != Alphabet.INTERNAL;

  private final String engine;
  private final Limits limits;
  private final Progress progress;
  private final MemoryBudget budget;
  private final Alphabet alphabet = new Alphabet();

  private Refinement(String engine, Limits limits, Progress progress) {
    this.engine = engine;
    this.limits = limits;
    this.progress = progress;
    this.budget = MemoryBudget.of(limits.maxBytes());
  }

  /// Returns whether `network` refines `specification`.
  ///
  /// @param engine how statistics call it
  public static Answer refines(Side network, Side specification, Comparison comparison, String engine,
      Limits limits,
      Progress progress) {
    return new Refinement(engine + network.describe(), limits, progress).answer(network,
        Optional.of(specification), comparison);
  }

  /// Returns whether `network` is deterministic.
  public static Answer deterministic(Side network, String engine, Limits limits, Progress progress) {
    return new Refinement(engine + network.describe(), limits, progress).answer(network, Optional.empty(),
        Comparison.DIVERGENCES);
  }

  private Answer answer(Side network, Optional<Side> specification, Comparison comparison) {
    try {
      VisibleGraph graph = graph(network);
      return search(graph, specification, comparison);
    } catch (MemoryBudget.Exhausted | OutOfMemoryError _) {
      return new Answer(Optional.empty(), Optional.of(new Reason.MemoryLimit(budget.limit(), List.of())),
          nothing());
    }
  }

  private Answer search(VisibleGraph graph, Optional<Side> specification, Comparison comparison) {
    PairSearch search = null;
    try {
      VisibleGraph allowed = specification.map(this::graph).orElse(graph);
      var form = new NormalForm(allowed, specification.isPresent() ? divergence(allowed, comparison) : _ ->
            false,
          budget);
      search = new PairSearch(graph, form, limits, budget);
      Optional<Refutation> refutation = specification.isPresent()
          ? difference(graph, form, comparison, search)
          : ambiguity(graph, form, search);
      return new Answer(refutation, Optional.empty(), statistics(graph, search, refutation.isEmpty()));
    } catch (GaveUp stop) {
      return new Answer(Optional.empty(), Optional.of(stop.reason()), statistics(graph, search, false));
    } catch (MemoryBudget.Exhausted _) {
      return new Answer(Optional.empty(),
          Optional.of(new Reason.MemoryLimit(budget.limit(), graph.contributors())),
          statistics(graph, search, false));
    }
  }

  private Patience patience(VisibleGraph graph) {
    return new Patience(limits, progress, engine, graph::contributors);
  }

  private VisibleGraph graph(Side side) {
    return new VisibleGraph(side, alphabet, budget, limits, progress);
  }

  /// From which states the specification may go on for ever without showing anything.
  private IntPredicate divergence(VisibleGraph allowed, Comparison comparison) {
    return switch (comparison) {
      case TRACES, FAILURES -> _ -> false;
      case DIVERGENCES -> {
        allowed.exploreAll();
        int[] component = silentCycles(allowed);
        yield state -> component[state] >= 0;
      }
    };
  }

  private int[] silentCycles(VisibleGraph graph) {
    return FairCycles.find(graph.graph(), budget, s -> !graph.isFaulty(s), SHOWS, patience(graph));
  }

  private Optional<Refutation> difference(VisibleGraph graph, NormalForm form, Comparison comparison,
      PairSearch search) {
    boolean refusals = comparison != Comparison.TRACES;
    OptionalInt pair = search.nearest((state, node) -> node == PairSearch.REJECTED
        || refusals && !form.diverges(node) && refusesTooMuch(graph, form, state, node),
        node -> node == PairSearch.REJECTED || form.diverges(node));
    if (pair.isPresent()) {
      List<Move> path = search.path(pair.getAsInt());
      return Optional.of(ending(graph, Finding.REFINEMENT, path,
          search.node(pair.getAsInt()) == PairSearch.REJECTED
          ? excess(form, path, search.nodeBefore(pair.getAsInt()))
          : refusal(graph, form, path, search.state(pair.getAsInt()), search.node(pair.getAsInt()))));
    }
    return comparison == Comparison.DIVERGENCES ? silence(graph, form, search, Finding.REFINEMENT)
        : Optional.empty();
  }

  private static boolean refusesTooMuch(VisibleGraph graph, NormalForm form, int state, int node) {
    if (!graph.isStable(state)) {
      return false;
    }
    BitSet accepted = accepted(graph, form, state, node);
    return form.acceptances(node).stream().noneMatch(wanted -> NormalForm.contains(accepted, wanted));
  }

  private static BitSet accepted(VisibleGraph graph, NormalForm form, int state, int node) {
    var accepted = (BitSet) graph.ends(state).clone();
    accepted.andNot(form.ended(node));
    accepted.or(graph.accepted(state));
    return accepted;
  }

  private Optional<Refutation> ambiguity(VisibleGraph graph, NormalForm form, PairSearch search) {
    OptionalInt pair = search.nearest((state, node) -> graph.isStable(state)
        && !NormalForm.contains(accepted(graph, form, state, node), form.initials(node)), _ -> false);
    if (pair.isEmpty()) {
      return silence(graph, form, search, Finding.NONDETERMINISM);
    }
    List<Move> path = search.path(pair.getAsInt());
    int node = search.node(pair.getAsInt());
    BitSet accepted = accepted(graph, form, search.state(pair.getAsInt()), node);
    var refused = (BitSet) form.initials(node).clone();
    refused.andNot(accepted);
    Event event = alphabet.events(refused).getFirst();
    int[] other = java.util.stream.IntStream.concat(shown(path),
        java.util.stream.IntStream.of(alphabet.number(event)))
        .toArray();
    return Optional.of(ending(graph, Finding.NONDETERMINISM, path, new Difference.Ambiguity(trace(path),
        alphabet.events(accepted), event, story(graph, Retrace.of(graph, other)))));
  }

  private Difference excess(NormalForm form, List<Move> path, int before) {
    List<Event> trace = trace(path);
    return new Difference.Excess(trace.subList(0, trace.size() - 1), trace.getLast(),
        alphabet.events(form.initials(before)));
  }

  private Difference refusal(VisibleGraph graph, NormalForm form, List<Move> path, int state, int node) {
    return new Difference.Refusal(trace(path), alphabet.events(accepted(graph, form, state, node)),
        form.acceptances(node).stream().map(alphabet::events).toList());
  }

  /// The nearest state from which the network may go on for ever without showing anything, where it should
  /// not.
  private Optional<Refutation> silence(VisibleGraph graph, NormalForm form, PairSearch search,
      Finding finding) {
    int[] component = silentCycles(graph);
    OptionalInt pair = search.nearestMet((state, node) -> component[state] >= 0 && !form.diverges(node));
    if (pair.isEmpty()) {
      return Optional.empty();
    }
    List<Move> path = search.path(pair.getAsInt());
    Loops.Loop loop = new Loops(graph.graph(), component, SHOWS,
        patience(graph)).from(search.state(pair.getAsInt()));
    var evidence = new Evidence(finding, story(graph, path),
        steps(graph, loop.moves().stream().map(m -> new Move(m.state(), m.transition(), 0)).toList()),
        List.of(), loop.closure());
    return Optional.of(new Refutation(evidence, new Difference.Silence(trace(path))));
  }

  private Refutation ending(VisibleGraph graph, Finding finding, List<Move> path, Difference difference) {
    return new Refutation(new Evidence(finding, story(graph, path), List.of(), List.of(), Closure.NO_LOOP),
        difference);
  }

  private static java.util.stream.IntStream shown(List<Move> path) {
    return path.stream().mapToInt(Move::event).filter(e -> e != Alphabet.INTERNAL);
  }

  private List<Event> trace(List<Move> path) {
    return shown(path).mapToObj(alphabet::event).toList();
  }

  private static List<Step> story(VisibleGraph graph, List<Move> path) {
    var story = new ArrayList<>(graph.opening());
    story.addAll(steps(graph, path));
    return story;
  }

  private static List<Step> steps(VisibleGraph graph, List<Move> path) {
    var steps = new ArrayList<Step>();
    for (Move move : path) {
      if (move.transition() >= 0) {
        steps.addAll(graph.steps(move.state(), move.transition()));
      }
    }
    return steps;
  }

  private Statistics statistics(VisibleGraph graph, PairSearch search, boolean complete) {
    return new Statistics(engine, graph.size(), graph.graph().transitions(), search == null ? 0
        : search.depth(),
        limits.seconds(), graph.bytesPerState(), complete);
  }

  private Statistics nothing() {
    return new Statistics(engine, 0, 0, 0, limits.seconds(), 0, false);
  }
}
