package org.graphline.checker.candidate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graphline.checker.product.Translation;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;

/// A run of a product from its initial state.
public final class ProductRun {
  private final int[] start;
  private final List<Taken> run;

  ProductRun(int[] start, List<Taken> run) {
    this.start = start.clone();
    this.run = List.copyOf(run);
  }

  /// Returns what happens, step by step.
  public List<Label> labels() {
    return run.stream().map(Taken::label).toList();
  }

  /// Returns the same run of the model; nothing if the model has no such run.
  public Optional<List<Step>> steps(Semantics semantics, Translation translation) {
    var steps = new ArrayList<Step>(run.size());
    int[] values = start.clone();
    State at = semantics.initial();
    for (Taken taken : run) {
      taken.move().take(values);
      List<Step> possible = semantics.steps(at, taken.label());
      if (possible.size() > 1) {
        State target = translation.state(values);
        possible = possible.stream().filter(s -> s.target().equals(target)).toList();
      }
      if (possible.isEmpty()) {
        return Optional.empty();
      }
      steps.add(possible.getFirst());
      at = possible.getFirst().target();
    }
    return Optional.of(steps);
  }
}
