package org.graphline.checker.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.checker.compiled.ProductSpaces;
import org.graphline.checker.packed.Interest;
import org.graphline.checker.packed.InterpretedSpace;
import org.graphline.checker.packed.ProductSpace;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Products;
import org.graphline.checker.reduction.ConfluentSpace;
import org.graphline.checker.reduction.Demands;
import org.graphline.checker.reduction.StubbornSets;
import org.graphline.checker.reduction.StubbornSpace;
import org.graphline.checker.reduction.SymmetricSpace;
import org.graphline.checker.reduction.Symmetry;
import org.graphline.checker.reduction.Technique;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Statistics;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;

/// The exact engine over packed states. Properties of single states are searched for on several threads; if there are
/// properties of runs, one exploration that keeps the transitions serves all.
public final class ProductEngine {
  private final ProductView view;
  private final ProductSpace space;
  private final Options options;

  /// @param view of states that take an interest in all properties that will be asked about
  public ProductEngine(ProductView view, Options options) {
    this.view = view;
    this.space = view.space();
    this.options = options;
  }

  /// Returns the packed states of a product, with an interest in what these properties ask of single states.
  ///
  /// @param look called now and then while tables are made
  public static ProductSpace space(NetworkStateSpace whole, Products.Made made, List<Property> properties,
      Options options, Runnable look) {
    Product product = made.product();
    Interest interest = ProductView.interest(whole, made, properties);
    ProductSpace space = switch (options.reduction()) {
      case NONE -> steps(product, interest, options.steps());
      case STUBBORN -> new StubbornSpace(new StubbornSets(product, Demands.of(properties, made, whole), look),
          interest, symmetry(product, options));
      case CONFLUENCE -> new ConfluentSpace(steps(product, interest, options.steps()), steps(
          made.confluent().without(ProductView.seen(whole, product, properties)), Interest.NONE, options.steps()));
    };
    return options.reduction() == Options.Reduction.STUBBORN ? space
        : symmetry(product, options).<ProductSpace>map(s -> new SymmetricSpace(space, s)).orElse(space);
  }

  private static Optional<Symmetry> symmetry(Product product, Options options) {
    return Optional.of(product).filter(_ -> options.symmetry()).map(Symmetry::of).filter(s -> !s.classes().isEmpty());
  }

  /// Returns a product whose packed states are those of the network, or what is left of them for whoever sees no more
  /// than some events and the ends of lines: traces, stable failures and divergences are preserved.
  public static ProductView visible(NetworkStateSpace whole, Products.Made made, EventSet inSight, Options options) {
    ProductSpace all = steps(made.product(), Interest.NONE, options.steps());
    return new ProductView(whole, made, switch (options.reduction()) {
      case NONE -> all;
      // Stubborn sets do not preserve refusals.
      case CONFLUENCE, STUBBORN -> new ConfluentSpace(all, steps(made.confluent().without(offer -> offer.labels()
          .stream().anyMatch(l -> whole.isAt(inSight, l))),
          Interest.NONE, options.steps()));
    });
  }

  private static ProductSpace steps(Product product, Interest interest, Options.Steps steps) {
    return switch (steps) {
      case COMPILED -> ProductSpaces.of(product, interest);
      case INTERPRETED -> new InterpretedSpace(product, interest);
      case MODEL -> throw new AssertionError("the model has no product");
    };
  }

  /// Returns one judgement for each of `properties`, which are distinct.
  public Outcome judge(List<Property> properties, Limits limits, Progress progress) {
    try {
      boolean decided = Technique.STUBBORN_SPACE.preserves(properties);
      if (options.reduction() == Options.Reduction.STUBBORN && !decided) {
        var kept = new StubbornExploration(view, properties, limits, progress);
        return outcome(kept, "stubborn sets", properties);
      }
      if (decided) {
        return new SafetySearch(view, space, properties, limits, progress, options).judge(this::searched);
      }
      var exploration = new ProductExploration(view, space, properties, limits, progress);
      exploration.run();
      return outcome(exploration, name(), properties);
    } catch (GaveUp limit) {
      return nothing(properties, limits, limit.reason());
    } catch (MemoryBudget.Exhausted | OutOfMemoryError _) {
      // The budget is counted, but the heap is shared with everything else.
      return nothing(properties, limits,
          new Reason.MemoryLimit(limits.maxBytes(), Contributors.bySize(view.whole().cells())));
    }
  }

  private static Outcome outcome(Explored explored, String name, List<Property> properties) {
    Map<Property, Judgement> judgements = new LinkedHashMap<>();
    properties.forEach(p -> judgements.put(p, Verdicts.of(p, explored)));
    return new Outcome(judgements, explored.statistics(name));
  }

  private String name() {
    return "breadth first, " + space.describe();
  }

  private String searched() {
    String stored = switch (options.storage()) {
      case EXACT, NUMBERED -> "";
      case FINGERPRINTS -> ", hashes only";
      case BITS -> ", bits only";
    };
    return name() + stored + (options.threads() == 1 ? "" : ", " + options.threads() + " threads");
  }

  private Outcome nothing(List<Property> properties, Limits limits, Reason reason) {
    Map<Property, Judgement> judgements = new LinkedHashMap<>();
    properties.forEach(p -> judgements.put(p, new Judgement.Open(reason)));
    return new Outcome(judgements, new Statistics(name(), 0, 0, 0, limits.seconds(), 0, false));
  }
}
