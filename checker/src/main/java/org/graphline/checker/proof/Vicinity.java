package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.graphline.checker.candidate.Unwanted;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing;
import org.graphline.checker.product.Table;
import org.graphline.checker.product.Update;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Step.Fairness;

/// Some instances with the lines between them, as a product of their own: the rest of the network may do anything.
/// What is asked of other fields counts as true, what comes from them may be any letter, and what they decide may come
/// out either way; so each state of the network, seen by these fields alone, is one of this product. Who is stuck is
/// not to be asked of it, nor what happens.
final class Vicinity {
  private static final List<Label> SOMETHING = List.of(new Label.Mark(0, "something"));
  private static final Standing SOUND = new Standing(true, false, false, List.of());
  private static final Standing FAULTY = new Standing(true, true, false, List.of());

  /// With more steps that have to do with its fields nothing is made of it.
  private static final int MOST_TOUCHES = 1 << 14;

  private final Wiring wiring;
  private final int[] fields;
  private final Map<Integer, Integer> positions = new LinkedHashMap<>();

  private Vicinity(Wiring wiring, int[] fields) {
    this.wiring = wiring;
    this.fields = fields;
    for (int at = 0; at < fields.length; at++) {
      positions.put(fields[at], at);
    }
  }

  /// Returns the vicinity of some instances; nothing if that is too much to look at.
  ///
  /// @param instances in the order that they are to have
  static Optional<Vicinity> of(Wiring wiring, List<Integer> instances) {
    Set<Integer> all = new LinkedHashSet<>(instances);
    for (int instance : instances) {
      Arrays.stream(wiring.around(instance)).filter(f -> isInside(wiring.users(f), instances)).forEach(all::add);
    }
    long touches = all.stream().mapToLong(f -> wiring.touching(f).size()).sum();
    wiring.effort().spend(all.size());
    return touches > MOST_TOUCHES ? Optional.empty()
        : Optional.of(new Vicinity(wiring, all.stream().mapToInt(Integer::intValue).toArray()));
  }

  /// Reports whether two of the users are among the instances, or all are.
  private static boolean isInside(int[] users, List<Integer> instances) {
    return Arrays.stream(users).filter(instances::contains).limit(2).count() == Math.min(2, users.length);
  }

  /// Returns the same of its fields; all of them must be among the fields of the vicinity.
  Unwanted seen(Unwanted unwanted) {
    return new Unwanted(unwanted.fields().stream().map(positions::get).toList(), unwanted.values());
  }

  /// Reports whether all these fields are looked at.
  boolean has(List<Integer> those) {
    return positions.keySet().containsAll(those);
  }

  /// Returns the product. The same is made of what looks the same, whoever it is.
  Product product() {
    Map<Integer, List<Set<Offer>>> offers = new TreeMap<>();
    Set<Touch> known = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int field : fields) {
      for (Touch touch : wiring.touching(field)) {
        if (known.add(touch)) {
          wiring.effort().spend(1);
          int lead = positions.getOrDefault(touch.lead(), -1);
          List<Set<Offer>> byValue = offers.computeIfAbsent(lead, this::nothing);
          byValue.get(lead < 0 ? 0 : touch.value()).addAll(offers(touch.offer()));
        }
      }
    }
    int instances = (int) Arrays.stream(fields).filter(f -> f < wiring.instances()).count();
    List<Offer> closing = wiring.product().closing().map(this::offers).orElse(List.of());
    if (closing.size() > 1) {
      offers.computeIfAbsent(-1, this::nothing).getFirst().addAll(closing);
    }
    List<Lead> leads = offers.entrySet().stream()
        .map(e -> new Lead(e.getKey(), e.getValue().stream().map(List::copyOf).toList())).toList();
    return new Product(instances, Arrays.stream(fields).mapToObj(wiring.product().fields()::get)
        .map(f -> new Field(f.kind(), 0, f.size())).toList(),
        Arrays.stream(fields).mapToObj(wiring.product().initial()::get).toList(), leads,
        IntStream.range(0, instances).mapToObj(this::standings).toList(),
        closing.size() == 1 ? Optional.of(closing.getFirst()) : Optional.empty(), false, 1);
  }

  /// Returns the field of the network that is looked at as this one.
  int field(int at) {
    return fields[at];
  }

  private List<Set<Offer>> nothing(int lead) {
    return IntStream.range(0, lead < 0 ? 1 : wiring.size(fields[lead]))
        .<Set<Offer>>mapToObj(_ -> new LinkedHashSet<>()).toList();
  }

  private List<Standing> standings(int at) {
    return IntStream.range(0, wiring.size(fields[at])).mapToObj(s -> wiring.isFaulty(fields[at], s) ? FAULTY : SOUND)
        .toList();
  }

  /// What an offer may be, seen from here: one for each way in which the rest may decide what it changes here.
  private List<Offer> offers(Offer offer) {
    List<Clause> guard = offer.guard().stream().flatMap(c -> clause(c).stream()).toList();
    var all = new ArrayList<Offer>();
    for (List<Update> updates : updates(offer.updates(), 0, Map.of())) {
      if (!updates.isEmpty()) {
        all.add(new Offer(SOMETHING, 0, List.of(), Fairness.FREE, 0, false, guard, updates));
      }
    }
    return all;
  }

  private Optional<Clause> clause(Clause clause) {
    return clause.atoms().stream().allMatch(a -> positions.containsKey(a.field()))
        ? Optional.of(new Clause(clause.atoms().stream().map(this::atom).toList())) : Optional.empty();
  }

  private Atom atom(Atom atom) {
    return new Atom(positions.get(atom.field()), atom.table());
  }

  /// A letter that comes from a field that is not looked at, and which one that is by its value.
  private record Letter(int source, Table table) {}

  /// Returns what the updates from one on may do here.
  ///
  /// @param letters the letters that come from fields that are not looked at
  private List<List<Update>> updates(List<Update> updates, int from, Map<Letter, Integer> letters) {
    if (from == updates.size()) {
      return List.of(List.of());
    }
    Update update = updates.get(from);
    Integer at = positions.get(update.field());
    if (at == null) {
      return updates(updates, from + 1, letters);
    }
    return switch (update) {
      case Update.Set(_, int value) -> before(new Update.Set(at, value), updates, from, letters);
      case Update.Map(_, Table table) -> before(new Update.Map(at, table), updates, from, letters);
      case Update.Via(_, int source, Table letter, Table next) -> positions.containsKey(source)
          ? before(new Update.Via(at, positions.get(source), letter, next), updates, from, letters)
          : anyLetter(at, new Letter(source, letter), next, updates, from, letters);
      case Update.Clear(_, List<Atom> when) -> cleared(at, when, updates, from, letters);
    };
  }

  private List<List<Update>> before(Update first, List<Update> updates, int from, Map<Letter, Integer> letters) {
    return updates(updates, from + 1, letters).stream().map(rest -> {
      var all = new ArrayList<Update>();
      all.add(first);
      all.addAll(rest);
      return List.copyOf(all);
    }).toList();
  }

  private List<List<Update>> anyLetter(int at, Letter source, Table next, List<Update> updates, int from,
      Map<Letter, Integer> letters) {
    Integer known = letters.get(source);
    var all = new ArrayList<List<Update>>();
    for (int letter = 0; letter < next.size(); letter++) {
      if ((known == null || known == letter) && next.at(letter) >= 0) {
        var chosen = new HashMap<>(letters);
        chosen.put(source, letter);
        all.addAll(before(new Update.Set(at, next.at(letter)), updates, from, chosen));
      }
    }
    return all;
  }

  /// Letters are dropped, or not, where others have a say in it.
  private List<List<Update>> cleared(int at, List<Atom> when, List<Update> updates, int from,
      Map<Letter, Integer> letters) {
    List<Atom> known = when.stream().filter(a -> positions.containsKey(a.field())).map(this::atom).toList();
    var all = new ArrayList<>(before(new Update.Clear(at, known), updates, from, letters));
    if (known.size() < when.size()) {
      all.addAll(updates(updates, from + 1, letters));
    }
    return all;
  }
}
