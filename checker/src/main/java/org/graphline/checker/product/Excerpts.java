package org.graphline.checker.product;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.graphline.checker.local.LocalSpace;
import org.graphline.checker.local.LocalSpaces;
import org.graphline.checker.local.LocalState;
import org.graphline.checker.local.Stance;
import org.graphline.checker.local.Unsupported;
import org.graphline.model.network.Connection;
import org.graphline.model.network.Instance;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;

/// Parts of the product of a network, made without the whole: all that is offered to a few instances, by
/// themselves, by who is at the other ends of their lines, and by the environment. It is made by what makes
/// whole products; but one excerpt will do for all instances around which it looks the same.
///
/// For networks in which an offer depends on nobody but the two that communicate and the line between them:
/// without barriers and `select priority`, and where nobody ever leaves, fails or closes anything before closing
/// time. That is left out: it leads to a state in which all are gone.
public final class Excerpts {
  private static final int MOST_KEPT = 4_096;

  private final Assembly assembly;
  private final ProcessOffers processes;
  private final Standings standings;
  private final SharedOffers shared;
  private final Stars stars;
  private final boolean patient;
  private final Map<Integer, List<List<Offer>>> offers = new HashMap<>();

  private Excerpts(Semantics semantics, Timers timers, LocalSpaces spaces) throws Unsupported {
    this.assembly = new Assembly(spaces, semantics.layout());
    var rules = new Rules(assembly);
    this.processes = new ProcessOffers(assembly, rules, new Takers(assembly, rules));
    this.standings = new Standings(assembly, rules);
    this.shared = new SharedOffers(assembly, rules);
    this.stars = new Stars(spaces);
    this.patient = timers == Timers.PATIENT;
  }

  /// Returns what excerpts of the product of a network are made with.
  ///
  /// @throws Unsupported if the network is none of those described above, or has no product
  public static Excerpts of(Semantics semantics, Timers timers) throws Unsupported {
    Network network = semantics.network();
    if (!network.barriers().isEmpty() || network.lines().stream().anyMatch(Line::watched)
        || network.connections().stream().anyMatch(Connection::watched)) {
      throw new Unsupported("barriers or priority");
    }
    var spaces = LocalSpaces.of(network);
    if (network.lines().stream().anyMatch(l -> spaces.contents(l).isPresent())) {
      throw new Unsupported("local states that depend on pairs");
    }
    var seen = new HashSet<LocalSpace>();
    for (Instance instance : network.instances()) {
      LocalSpace space = spaces.space(instance.id());
      if (seen.add(space) && !staysOpen(space)) {
        throw new Unsupported("a component that leaves, fails, closes an end or has priorities");
      }
    }
    return new Excerpts(semantics, timers, spaces);
  }

  /// Reports whether nobody closes anything before closing time or has priorities.
  private static boolean staysOpen(LocalSpace space) {
    var all = new BitSet();
    all.set(0, space.behavior().elements().size());
    for (int s = 0; s < space.size(); s++) {
      LocalState state = space.state(s);
      if (space.isMet(s) && (state.isGone() || state.isFaulty() || !state.open().equals(all)
          || state.stances().stream().anyMatch(x -> x instanceof Stance.Select select && select.priority()))) {
        return false;
      }
    }
    return true;
  }

  /// Returns how many instances the network has.
  public int instances() {
    return assembly.network.instances().size();
  }

  /// How it looks around an instance.
  ///
  /// @param numbers equal for two instances if what is offered to them is the same but for who they speak of
  /// @param around  the other instances that it has to do with, in an order that is the same if that is the same
  public record Surroundings(int[] numbers, int[] around) {}

  /// Returns how it looks around an instance.
  public Surroundings around(int instance) {
    Stars.Star star = stars.of(assembly.network.instances().get(instance));
    return new Surroundings(star.numbers(), star.around());
  }

  /// Returns the excerpt for some instances. In it they are the first ones, in this order; then come those
  /// around them, those around the first of them first, of whom nothing is told but what they offer to these.
  public Product of(int... members) {
    var numbers = new LinkedHashMap<Integer, Integer>();
    for (int member : members) {
      numbers.putIfAbsent(member, numbers.size());
    }
    Set<Line> lines = new LinkedHashSet<>();
    Set<Connection> connections = new LinkedHashSet<>();
    for (int member : members) {
      Instance instance = assembly.network.instances().get(member);
      for (int other : stars.of(instance).around()) {
        numbers.putIfAbsent(other, numbers.size());
      }
      lines.addAll(stars.lines(instance));
      connections.addAll(stars.connections(instance));
    }
    int instances = numbers.size();
    var between = new HashSet<Integer>();
    lines.forEach(l -> {
      if (l.isInTray()) {
        between.add(assembly.trayField(l.id()));
      }
      if (!l.isRendezvous()) {
        between.add(assembly.queueField(l.id()));
      }
    });
    connections.stream().filter(c -> c.client().isEmpty()).forEach(c -> between.add(assembly.callField(c.id())));
    between.stream().sorted().forEach(f -> numbers.put(f, numbers.size()));
    var leads = new ArrayList<Lead>();
    var renumbering = new Renumbering(numbers);
    int member = 0;
    for (int instance : List.copyOf(numbers.keySet()).subList(0, instances)) {
      boolean isMember = member++ < members.length;
      leads.add(lead(instance, offers(instance), renumbering, o -> isMember || touches(o, members, between)));
    }
    shared(lines, connections).forEach(l -> leads.add(lead(l.field(),
        l.offers().stream().map(at -> at.stream().map(this::settled).toList()).toList(), renumbering, _ -> true)));
    return product(members, instances, numbers, leads);
  }

  private static boolean touches(Offer offer, int[] members, Set<Integer> between) {
    return Renumbering.fields(offer).anyMatch(f -> between.contains(f)
        || Arrays.stream(members).anyMatch(m -> m == f));
  }

  private Product product(int[] members, int instances, Map<Integer, Integer> numbers, List<Lead> leads) {
    var renumbering = new Renumbering(numbers);
    var all = new ArrayList<List<Standing>>();
    for (int member : members) {
      LocalSpace space = assembly.spaces.space(member);
      var standing = new ArrayList<Standing>();
      for (int s = 0; s < space.size(); s++) {
        standing.add(renumbering.of(standings.of(member, space.state(s))));
      }
      all.add(standing);
    }
    all.addAll(Collections.nCopies(instances - members.length, List.of()));
    return new Product(instances, numbers.keySet().stream().map(assembly.fields()::get).toList(),
        Collections.nCopies(numbers.size(), 0), leads, all, Optional.empty(), patient, assembly.labels());
  }

  private static Lead lead(int field, List<List<Offer>> offers, Renumbering renumbering,
      Predicate<Offer> isWanted) {
    return new Lead(field < 0 ? field : renumbering.numbers().get(field), offers.stream()
        .map(at -> at.stream().filter(isWanted).map(renumbering::of).toList()).toList());
  }

  private List<List<Offer>> offers(int instance) {
    if (offers.size() > MOST_KEPT) {
      offers.clear();
    }
    List<List<Offer>> known = offers.get(instance);
    if (known == null) {
      var all = new ArrayList<List<Offer>>();
      for (int s = 0; s < assembly.spaces.space(instance).size(); s++) {
        all.add(processes.of(instance, s).stream().map(this::settled).toList());
      }
      known = List.copyOf(all);
      offers.put(instance, known);
    }
    return known;
  }

  /// Returns the offer without what is always true before closing time: nobody has left yet.
  private Offer settled(Offer offer) {
    List<Clause> guard = offer.guard().stream()
        .filter(c -> c.atoms().stream().noneMatch(this::isAlwaysTrue)).toList();
    return guard.size() == offer.guard().size() ? offer : new Offer(offer.labels(), offer.number(), offer.moves(),
        offer.fairness(), offer.group(), offer.isTimer(), guard, offer.updates());
  }

  private boolean isAlwaysTrue(Atom atom) {
    if (atom.field() >= instances()) {
      return atom.table().isAlwaysTrue();
    }
    LocalSpace space = assembly.spaces.space(atom.field());
    for (int s = 0; s < space.size(); s++) {
      if (space.isMet(s) && !atom.holds(s)) {
        return false;
      }
    }
    return true;
  }

  private List<Lead> shared(Set<Line> lines, Set<Connection> connections) {
    var leads = new ArrayList<Lead>();
    var others = new ArrayList<Offer>();
    for (Line line : lines) {
      if (line.isInTray()) {
        leads.add(shared.inTray(line));
      } else if (line.isOutTray() && !line.isRendezvous()) {
        shared.outTray(line, others);
      }
    }
    connections.stream().filter(c -> c.client().isEmpty()).forEach(c -> leads.add(shared.connection(c)));
    leads.add(new Lead(-1, List.of(others)));
    return leads;
  }
}
