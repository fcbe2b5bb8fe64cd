package org.graphline.checker.product;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.graphline.checker.local.LocalSpace;
import org.graphline.checker.local.LocalSpaces;
import org.graphline.checker.local.Unsupported;
import org.graphline.model.network.End;
import org.graphline.model.network.Instance;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;

/// Makes products of networks.
public final class Products {
  private static final long MOST_LOCAL_STATES = 1L << 20;
  private static final long MOST_CELLS = 1L << 26;

  private Products() {}

  /// A product, how its states and the model's are turned into each other, and which of its offers are confluent.
  ///
  /// @param offers which are confluent; empty where local states were merged: there a state stands for several of the
  ///               model's, bisimilar ones
  public record Made(Product product, Translation translation, Optional<ConfluentOffers> offers) {

    /// Returns which offers are confluent.
    ///
    /// @throws java.util.NoSuchElementException if local states were merged
    public ConfluentOffers confluent() {
      return offers.orElseThrow();
    }

    /// Reports whether local states were merged.
    public boolean isMerged() {
      return offers.isEmpty();
    }

    /// Returns the product in which local states that nobody can tell apart are one; itself if there are none.
    ///
    /// @param looks functions of one field each that must stay what they are
    /// @param look  called now and then; what it throws ends the work
    public Made merged(List<Atom> looks, Runnable look) {
      var merging = Merging.of(product, looks, look);
      return merging.isAny() ? new Made(merging.product(), translation.merged(merging), Optional.empty()) : this;
    }
  }

  /// Returns the product of a network.
  ///
  /// @throws Unsupported if tables would grow too large, or the network has something that products have not
  public static Made of(Semantics semantics, Timers timers) throws Unsupported {
    return of(semantics, timers, () -> { });
  }

  /// As [#of(Semantics, Timers)].
  ///
  /// @param look called for each local state more than once; what it throws ends the making
  public static Made of(Semantics semantics, Timers timers, Runnable look) throws Unsupported {
    return of(semantics, timers, LocalSpaces.of(semantics.network(), look), look);
  }

  /// As [#of(Semantics, Timers)], with local spaces that are there already.
  static Made of(Semantics semantics, Timers timers, LocalSpaces spaces) throws Unsupported {
    return of(semantics, timers, spaces, () -> { });
  }

  private static Made of(Semantics semantics, Timers timers, LocalSpaces spaces, Runnable look) throws Unsupported {
    Network network = semantics.network();
    refuseManyStates(spaces);
    refuseLargeTables(spaces);
    var assembly = new Assembly(spaces, semantics.layout());
    var rules = new Rules(assembly);
    var processes = new ProcessOffers(assembly, rules, new Takers(assembly, rules));
    var standings = new Standings(assembly, rules);
    var leads = new ArrayList<Lead>();
    var standing = new ArrayList<List<Standing>>();
    for (Instance instance : network.instances()) {
      LocalSpace space = spaces.space(instance.id());
      var offers = new ArrayList<List<Offer>>();
      var stand = new ArrayList<Standing>();
      for (int s = 0; s < space.size(); s++) {
        look.run();
        offers.add(processes.of(instance.id(), s));
        stand.add(standings.of(instance.id(), space.state(s)));
      }
      leads.add(new Lead(instance.id(), offers));
      standing.add(stand);
    }
    var shared = new SharedOffers(assembly, rules);
    leads.addAll(shared.leads());
    var product = new Product(network.instances().size(), assembly.fields(),
        Collections.nCopies(assembly.fields().size(), 0), leads, standing, shared.closingTime(),
        timers == Timers.PATIENT, assembly.labels());
    var trimming = new Trimming(product);
    return new Made(trimming.of(product), new Translation(assembly, trimming),
        Optional.of(new ConfluentOffers(assembly, rules, product, trimming)));
  }

  /// There are offers for each local state of each instance.
  private static void refuseManyStates(LocalSpaces spaces) throws Unsupported {
    long states = 0;
    for (Instance instance : spaces.network().instances()) {
      states += spaces.space(instance.id()).size();
    }
    if (states > MOST_LOCAL_STATES) {
      throw new Unsupported(states + " local states of all instances");
    }
  }

  /// A table has a cell for each local state of a reader; there is one for each letter that may come.
  private static void refuseLargeTables(LocalSpaces spaces) throws Unsupported {
    long cells = 0;
    for (Line line : spaces.network().lines()) {
      for (End reader : line.readers()) {
        cells += (long) spaces.onLine(line.id()).size() * spaces.space(reader.instance()).size();
      }
    }
    if (cells > MOST_CELLS) {
      throw new Unsupported("tables of " + cells + " entries for what letters do to their readers");
    }
  }
}
