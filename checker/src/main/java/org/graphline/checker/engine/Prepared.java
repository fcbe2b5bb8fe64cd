package org.graphline.checker.engine;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.product.Excerpts;
import org.graphline.checker.product.Products;
import org.graphline.checker.reduction.Demands;
import org.graphline.checker.reduction.Technique;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.model.network.Network;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;

/// What is made of a network once, however often and in whichever way it is explored: its semantics, its
/// product and the classes made for it. For one thread at a time.
public final class Prepared {
  private final Semantics semantics;
  private final Timers timers;
  private final NetworkStateSpace whole;
  private final Map<Network, Prepared> specifications = new IdentityHashMap<>();
  private final Map<Asked, ProductView> spaces = new HashMap<>();
  private final Map<Seen, ProductView> views = new HashMap<>();
  private Optional<Products.Made> made = Optional.empty();
  private boolean isTried;
  private Runnable look = () -> { };
  private Optional<Excerpts> excerpts = Optional.empty();
  private boolean areExcerptsTried;
  private String obstacle = "";

  public Prepared(Network network, Timers timers) {
    this.semantics = Semantics.of(network, timers);
    this.timers = timers;
    this.whole = new NetworkStateSpace(semantics);
  }

  /// What the packed states and their steps depend on.
  private record Asked(Options.Steps steps, Options.Reduction reduction, boolean symmetry,
      List<Property> properties) {}

  private record Seen(Options.Steps steps, boolean confluent, EventSet inSight) {}

  /// Returns the meaning of the network.
  public Semantics semantics() {
    return semantics;
  }

  /// Returns when timers may fire.
  public Timers timers() {
    return timers;
  }

  /// Returns the states of the network as the model gives them.
  public NetworkStateSpace whole() {
    return whole;
  }

  /// Returns the same of a network that this one is compared with.
  public Prepared specification(Network network) {
    return specifications.computeIfAbsent(network, n -> new Prepared(n, timers));
  }

  /// Says what is called now and then while something is made; if it throws, nothing of that is remembered.
  public void whileMaking(Runnable called) {
    look = called;
  }

  /// Returns the product of the network, unless there is none.
  public Optional<Products.Made> product() {
    if (!isTried) {
      try {
        made = Optional.of(Products.of(semantics, timers, look));
      } catch (Unsupported e) {
        obstacle = e.getMessage();
      }
      isTried = true;
    }
    return made;
  }

  /// Returns what parts of the product are made with, if the network is one that can be looked at in parts.
  public Optional<Excerpts> excerpts() {
    if (!areExcerptsTried) {
      areExcerptsTried = true;
      try {
        excerpts = Optional.of(Excerpts.of(semantics, timers));
      } catch (Unsupported _) {
        excerpts = Optional.empty();
      }
    }
    return excerpts;
  }

  /// Returns why there is no product; nothing if there is one, or nobody asked for it.
  public String obstacle() {
    return obstacle;
  }

  /// Returns the packed states of the product, with an interest in what these properties ask of single states. Where
  /// stubborn sets are asked for and single states decide, local states that nobody can tell apart are one.
  ///
  /// @throws java.util.NoSuchElementException if there is no product
  public ProductView space(List<Property> properties, Options options) {
    boolean decided = Technique.STUBBORN_SPACE.preserves(properties);
    boolean symmetry = options.symmetry() && Technique.SYMMETRY.preserves(properties);
    Options.Reduction by = switch (options.reduction()) {
      case NONE -> Options.Reduction.NONE;
      case CONFLUENCE -> Options.Reduction.CONFLUENCE;
      // Properties of runs are searched for by what keeps the steps, and that needs no packed states of its own.
      case STUBBORN -> decided ? Options.Reduction.STUBBORN : Options.Reduction.NONE;
    };
    List<Property> seen = by != Options.Reduction.NONE ? properties
        : properties.stream().filter(p -> SafetyMonitor.isSafety(p) || SafetyMonitor.asksWhoIsStuck(p)).toList();
    var asked = new Asked(options.steps(), by, symmetry, seen);
    ProductView known = spaces.get(asked);
    if (known == null) {
      Products.Made fitting = product().orElseThrow();
      if (by == Options.Reduction.STUBBORN) {
        fitting = fitting.merged(Demands.of(properties, fitting, whole).looks(), look);
      }
      known = new ProductView(whole, fitting, ProductEngine.space(whole, fitting, seen,
          options.reduction(by).symmetry(symmetry), look));
      spaces.put(asked, known);
    }
    return known;
  }

  /// Returns the packed states for whoever sees no more than some events and the ends of lines, reduced where
  /// `options` allow; nothing if there is no product or the model is asked for.
  public Optional<ProductView> visible(EventSet inSight, Options options) {
    if (options.steps() == Options.Steps.MODEL) {
      return Optional.empty();
    }
    boolean confluent = options.reduction() != Options.Reduction.NONE;
    return product().map(m -> views.computeIfAbsent(new Seen(options.steps(), confluent, inSight),
        _ -> ProductEngine.visible(whole, m, inSight, options)));
  }
}
