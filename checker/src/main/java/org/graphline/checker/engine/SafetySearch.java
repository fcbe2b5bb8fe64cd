package org.graphline.checker.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.graphline.checker.engine.Judgement.Closure;
import org.graphline.checker.engine.Judgement.Evidence;
import org.graphline.checker.packed.ProductSpace;
import org.graphline.checker.search.Bounds;
import org.graphline.checker.search.Inspector;
import org.graphline.checker.search.Result;
import org.graphline.checker.search.Search;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.store.Storage;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Statistics;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Step;

/// Judges properties that single states decide, on all cores: the packed states of a product are searched and
/// nothing is kept of them but the words. What looks suspicious is looked at with the model's eyes; a
/// shortest run to what violates a property is computed afterwards.
final class SafetySearch {
  private static final int MANY = 40;

  private final ProductView view;
  private final ProductSpace space;
  private final List<Property> properties;
  private final Limits limits;
  private final Progress progress;
  private final MemoryBudget budget;
  private final Map<Property, Found> found = new HashMap<>();
  private final Storage storage;
  private final Search search;
  private volatile boolean isDone;

  SafetySearch(ProductView view, ProductSpace space, List<Property> properties, Limits limits,
      Progress progress,
      Options options) {
    this.view = view;
    this.space = space;
    this.properties = properties;
    this.limits = limits;
    this.progress = progress;
    this.budget = MemoryBudget.outsideHeap(limits.maxBytes());
    this.storage = options.storage();
    this.search = new Search(space, options.storage(), options.threads(), options.grain(), budget);
  }

  /// Returns what was found out; `engine` says afterwards how the search is called.
  Outcome judge(Supplier<String> engine) {
    try (search) {
      Result result = search.run(this::inspect, bounds(), (states, depth, frontier, rate, bytes) -> {
        progress.storing(bytes);
        progress.exploring(states, frontier, (int) depth, rate);
      });
      Optional<Reason> stopped = stopped(result);
      var statistics = new Statistics(engine.get(), result.states(), result.transitions(),
          result.passed() + space.opening().size() - 1, (int) result.depth(), limits.seconds(),
          result.bytesPerState(), result.complete() && storage.exact());
      Map<Property, Judgement> judgements = new LinkedHashMap<>();
      for (Property property : properties) {
        judgements.put(property, judgement(property, stopped));
      }
      return new Outcome(judgements, statistics);
    }
  }

  private Bounds bounds() {
    return new Bounds(limits.maxStates(), limits.maxDepth(), limits.nanoTime(),
        limits.maxNanos() > Long.MAX_VALUE / 2 ? limits.start() + Long.MAX_VALUE / 2
            : limits.start() + limits.maxNanos(),
        () -> limits.cancelled().getAsBoolean() || isDone && search.states() > idle());
  }

  /// The more instances, the longer a state takes and the less likely it is that all are seen.
  private long idle() {
    return view.product().instances() > MANY ? limits.idle() / 10 : limits.idle();
  }

  /// Of several states at the same distance the least violates: on any number of threads the same one.
  private Inspector.Next inspect(long[] words, long depth) {
    List<Property> open = properties.stream()
        .filter(p -> !found.containsKey(p) || found.get(p).isFurther(depth, words)).toList();
    if (open.isEmpty()) {
      return Inspector.Next.GO_ON;
    }
    ProductView.Look look = view.look(words);
    var monitor = new SafetyMonitor(view.whole(), open);
    monitor.visit(0, look.state(), look.steps(), look.flags());
    for (Property property : open) {
      if (monitor.violation(property).isPresent()) {
        found.put(property, new Found(words.clone(), depth, monitor.group()));
      }
    }
    isDone = found.size() == properties.size();
    return Inspector.Next.GO_ON;
  }

  /// A state that violates a property, and who is stuck in it.
  private record Found(long[] words, long depth, List<Integer> group) {

    boolean isFurther(long otherDepth, long[] other) {
      return otherDepth < depth || otherDepth == depth && Arrays.compare(other, words) < 0;
    }
  }

  private Optional<Reason> stopped(Result result) {
    return switch (result.end()) {
      case ALL_SEEN -> storage.exact() ? Optional.empty()
          : Optional.of(new Reason.Approximate(result.coverage()));
      case INSPECTOR, DEPTH -> Optional.of(new Reason.StateLimit(result.states(), List.of()));
      case STATES -> Optional.of(new Reason.StateLimit(limits.maxStates(), Contributors.among(view.whole())));
      case MEMORY -> Optional.of(new Reason.MemoryLimit(budget.limit(), Contributors.among(view.whole())));
      case TIME ->
            Optional.of(new Reason.TimeLimit(limits.maxNanos() / 1e9, Contributors.among(view.whole())));
      case CANCELLED -> Optional.of(limits.cancelled().getAsBoolean() ? new Reason.Cancelled()
          : new Reason.StateLimit(result.states(), List.of()));
    };
  }

  private Judgement judgement(Property property, Optional<Reason> stopped) {
    Found violation = found.get(property);
    if (violation == null) {
      return stopped.<Judgement>map(Judgement.Open::new).orElseGet(Judgement.Holds::new);
    }
    progress.judging("shortest story");
    List<long[]> path = path(violation);
    if (path.isEmpty()) {
      return new Judgement.Open(limits.cancelled().getAsBoolean() ? new Reason.Cancelled()
          : new Reason.Untold(violation.depth()));
    }
    List<Step> story = view.along(path);
    List<Integer> group = !(property instanceof Property.DeadlockFree) ? List.of()
        : view.isRepresented() ? view.stuck(story) : violation.group();
    return new Judgement.Fails(new Evidence(Verdicts.finding(property), story, List.of(), group, Closure.NO_LOOP));
  }

  private List<long[]> path(Found violation) {
    try {
      return search.pathTo(violation.words(), bounds().cancelled(limits.cancelled()));
    } catch (MemoryBudget.Exhausted _) {
      return List.of();
    }
  }
}
