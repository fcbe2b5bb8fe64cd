package org.graphline.checker.compiled;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.graphline.checker.packed.Packing;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.LeadlessOffer;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Table;
import org.graphline.checker.product.Update;
import org.graphline.model.semantics.Step.Fairness;

/// Makes rules of offers.
final class Lowering {
  private final Packing packing;
  private final ValueSets sets;
  private final Pool pool;
  private final Tests tests;
  private final boolean whoMoves;
  private final Map<Partial, Integer> tables = new HashMap<>();
  private final Map<Kind, Optional<Pattern>> patterns = new HashMap<>();
  /// What has been made already, by the objects themselves.
  private final Map<LeadlessOffer, Known> known = new HashMap<>();

  /// @param whoMoves whether it matters who moves
  Lowering(Product product, Packing packing, Pool pool, boolean whoMoves) {
    this.packing = packing;
    this.pool = pool;
    this.sets = new ValueSets(product.fields());
    this.tests = new Tests(packing, sets, pool);
    this.whoMoves = whoMoves;
  }

  /// A table that is -1 outside some values.
  private record Partial(Table table, int field, Optional<BitSet> values) {}

  /// Returns the rule of `offer` where the field `lead`, if not negative, has the value `value`; none if it
  /// is not possible there.
  Optional<Rule> rule(Offer offer, int lead, int value) {
    Update.Set set = lead < 0 ? null : LeadlessOffer.set(offer, lead);
    if (set == null) {
      return made(offer, lead, value);
    }
    LeadlessOffer leadless = LeadlessOffer.of(offer, lead);
    Known before = known.get(leadless);
    if (before != null && before.isOf(offer, lead)) {
      return before.rule(offer, value, set.value());
    }
    if (leadless.speaksOf(lead)) {
      return made(offer, lead, value);
    }
    return patterned(offer, lead, value, set.value(), leadless);
  }

  private Optional<Rule> patterned(Offer offer, int lead, int value, int next, LeadlessOffer leadless) {
    var kind = new Kind(lead, offer.guard(), offer.updates().stream().filter(u -> u.field() != lead).toList(),
        offer.moves(), offer.fairness() == Fairness.FREE, offer.labels().size() > 1);
    Optional<Pattern> pattern = patterns.get(kind);
    if (pattern == null) {
      pattern = made(offer, lead, value).map(r -> pattern(r, offer, lead, value, next));
      patterns.put(kind, pattern);
    }
    var made = new Known(kind, pattern);
    known.put(leadless, made);
    return made.rule(offer, value, next);
  }

  /// What has been made of an offer.
  private final class Known {
    private final Kind kind;
    private final Optional<Pattern> pattern;

    Known(Kind kind, Optional<Pattern> pattern) {
      this.kind = kind;
      this.pattern = pattern;
    }

    /// Reports whether it holds for `offer` too, whose guard and updates are the same.
    boolean isOf(Offer offer, int lead) {
      return lead == kind.lead() && (offer.fairness() == Fairness.FREE) == kind.free()
          && offer.labels().size() > 1 == kind.letters() && offer.moves().equals(kind.moves());
    }

    Optional<Rule> rule(Offer offer, int value, int next) {
      int lead = kind.lead();
      return pattern.isEmpty() ? Optional.empty() : Optional.of(pattern.get()
          .rule(offer.number(), packing.placed(lead, value) ^ packing.placed(lead, next)));
    }
  }

  private Optional<Rule> made(Offer offer, int lead, int value) {
    var guard = new Guard(sets, lead, value, offer.guard());
    return guard.isImpossible() ? Optional.empty() : Optional.of(new Making(offer, guard, lead).rule());
  }

  /// What offers have in common that differ in the value of the field that leads, what that becomes, and the
  /// numbers of their labels.
  private record Kind(int lead, List<Clause> guard, List<Update> others, List<Integer> moves, boolean free,
      boolean letters) {}

  /// The rule of one offer of a kind; the constant at `changed` says what is flipped in the word of the lead.
  private record Pattern(List<Op> ops, long[] constants, int changed) {

    Rule rule(int number, long flipped) {
      long[] all = constants.clone();
      all[changed] ^= flipped;
      all[all.length - 1] += number;
      return new Rule(ops, all);
    }
  }

  private Pattern pattern(Rule rule, Offer offer, int lead, int value, int next) {
    int changed = 0;
    for (Op op : rule.ops()) {
      if (op instanceof Op.Word word && word.word() == packing.word(lead)) {
        break;
      }
      changed += op.constants();
    }
    long[] constants = rule.constants().clone();
    constants[changed] ^= packing.placed(lead, value) ^ packing.placed(lead, next);
    constants[constants.length - 1] -= offer.number();
    return new Pattern(rule.ops(), constants, changed);
  }

  /// The making of one rule.
  private final class Making {
    private final Offer offer;
    private final Guard guard;
    private final int lead;
    private final List<Op> ops = new ArrayList<>();
    private final List<Long> constants = new ArrayList<>();
    private final Map<Integer, Update> changes = new LinkedHashMap<>();
    /// Where a field is read: the operations that look its value up, and their constants.
    private final List<Op> lookups = new ArrayList<>();
    private final List<Long> lookupConstants = new ArrayList<>();
    /// For each word the bits that are kept, what is to be flipped, and what is looked up.
    private final Map<Integer, Long> kept = new TreeMap<>();
    private final Map<Integer, Long> flipped = new HashMap<>();
    private final Map<Integer, List<Op.Placed>> looked = new HashMap<>();
    /// The values of changed fields afterwards, where known; -1 where not.
    private final Map<Integer, Integer> after = new HashMap<>();
    private int letter = -1;
    private int constantLetter;

    Making(Offer offer, Guard guard, int lead) {
      this.offer = offer;
      this.guard = guard;
      this.lead = lead;
    }

    Rule rule() {
      // All read the state before the step, so only the last change of a field matters.
      for (Update update : offer.updates()) {
        if (!(update instanceof Update.Clear)) {
          changes.remove(update.field());
          changes.put(update.field(), update);
        }
      }
      changes.values().forEach(this::change);
      tests();
      ops.addAll(lookups);
      constants.addAll(lookupConstants);
      var clears = new ArrayList<Op.Clear>();
      var clearConstants = new ArrayList<Long>();
      for (Update update : offer.updates()) {
        if (update instanceof Update.Clear clear) {
          clear(clear, clears, clearConstants);
        }
      }
      kept.forEach((word, bits) -> {
        ops.add(new Op.Word(word, bits, looked.getOrDefault(word, List.of())));
        constants.add(flipped.getOrDefault(word, 0L));
      });
      ops.addAll(clears);
      constants.addAll(clearConstants);
      ops.add(new Op.Emit(whoMoves ? offer.moves() : List.of(), offer.fairness() == Fairness.FREE, letter));
      constants.add((long) offer.number() + constantLetter);
      return new Rule(ops, constants.stream().mapToLong(Long::longValue).toArray());
    }

    private void change(Update update) {
      switch (update) {
        case Update.Set(int field, int value) -> set(field, value);
        case Update.Map(int field, var table) -> {
          if (guard.isKnown(field)) {
            set(field, table.at(guard.value(field)));
          } else {
            boolean checked = isLeftToLookup(field);
            lookups.add(new Op.Lookup(field, checked));
            lookupConstants.add((long) table(table, field, checked));
            look(field);
          }
        }
        case Update.Via(int field, int source, var letters, var next) -> {
          if (guard.isKnown(source)) {
            constantLetter = offer.labels().size() > 1 ? letters.at(guard.value(source)) : 0;
            letter = -1;
            set(field, next.at(letters.at(guard.value(source))));
          } else {
            boolean checked = isLeftToLookup(source);
            constantLetter = 0;
            letter = offer.labels().size() > 1 ? lookups.size() : -1;
            lookups.add(new Op.DoubleLookup(source, checked));
            lookupConstants.add((long) table(letters, source, checked));
            lookupConstants.add((long) table(next));
            look(field);
          }
        }
        case Update.Clear _ -> throw new AssertionError("a clear is no plain change");
      }
    }

    /// Whether the test of the field may be done by a lookup: no cheaper one would do.
    private boolean isLeftToLookup(int field) {
      return field != lead && guard.restricts(field) && tests.cube(field, guard.allowed(field)).isEmpty();
    }

    private int table(Table table, int field, boolean checked) {
      Optional<BitSet> values = checked ? Optional.of(guard.allowed(field)) : Optional.empty();
      return tables.computeIfAbsent(new Partial(table, field, values), _ -> {
        int[] all = new int[packing.highest(field) + 1];
        for (int value = 0; value < all.length; value++) {
          boolean known = value < table.size() && (!checked || values.get().get(value));
          all[value] = known ? table.at(value) : -1;
        }
        return pool.ints(all);
      });
    }

    private int table(Table next) {
      int[] all = new int[next.size()];
      for (int i = 0; i < all.length; i++) {
        all[i] = next.at(i);
      }
      return pool.ints(all);
    }

    private void set(int field, int value) {
      drop(field);
      flipped.merge(packing.word(field), packing.placed(field, value), (a, b) -> a ^ b);
      after.put(field, value);
    }

    private void look(int field) {
      drop(field);
      looked.computeIfAbsent(packing.word(field), _ -> new ArrayList<>())
          .add(new Op.Placed(lookups.size() - 1, packing.shift(field)));
      after.put(field, -1);
    }

    /// Makes the field 0.
    private void drop(int field) {
      int word = packing.word(field);
      kept.putIfAbsent(word, -1L);
      if (guard.isKnown(field)) {
        flipped.merge(word, packing.placed(field, guard.value(field)), (a, b) -> a ^ b);
      } else {
        kept.merge(word, ~packing.mask(field), (a, b) -> a & b);
      }
    }

    /// What all restricted fields must have, as one comparison for each word and some other tests.
    private void tests() {
      Map<Integer, Long> masks = new TreeMap<>();
      Map<Integer, Long> values = new HashMap<>();
      var others = new ArrayList<Op>();
      var otherConstants = new ArrayList<Long>();
      for (int field : guard.restricted()) {
        BitSet allowed = guard.allowed(field);
        if (field == lead || allowed.cardinality() == sets.size(field) || isLooked(field)) {
          continue;
        }
        var constant = new ArrayList<Long>();
        Op.Test test = tests.of(field, allowed, constant);
        if (test instanceof Op.Equal(int word, long mask)) {
          masks.merge(word, mask, (a, b) -> a | b);
          values.merge(word, constant.getFirst(), (a, b) -> a | b);
        } else {
          others.add(test);
          otherConstants.addAll(constant);
        }
      }
      masks.forEach((word, mask) -> {
        ops.add(new Op.Equal(word, mask));
        constants.add(values.get(word));
      });
      ops.addAll(others);
      constants.addAll(otherConstants);
      guard.clauses().forEach(c -> ops.add(new Op.Any(tests.all(c, constants))));
    }

    private boolean isLooked(int field) {
      return lookups.stream().anyMatch(op -> op.equals(new Op.Lookup(field, true))
          || op.equals(new Op.DoubleLookup(field, true)));
    }

    private void clear(Update.Clear clear, List<Op.Clear> clears, List<Long> clearConstants) {
      Map<Integer, BitSet> when = new TreeMap<>();
      for (var atom : clear.when()) {
        BitSet before = when.getOrDefault(atom.field(), possible(atom.field()));
        BitSet values = ValueSets.both(before, sets.of(atom));
        if (values.isEmpty()) {
          return;
        }
        if (!values.equals(before)) {
          when.put(atom.field(), values);
        }
      }
      int word = packing.word(clear.field());
      kept.putIfAbsent(word, -1L);
      clears.add(new Op.Clear(word, packing.mask(clear.field()), tests.all(when, clearConstants)));
      after.put(clear.field(), when.isEmpty() ? 0 : -1);
    }

    /// The values a field may have after the changes so far.
    private BitSet possible(int field) {
      int value = after.getOrDefault(field, -1);
      if (value >= 0) {
        return ValueSets.one(value);
      }
      if (!after.containsKey(field)) {
        return guard.allowed(field);
      }
      var all = new BitSet();
      all.set(0, sets.size(field));
      return all;
    }
  }
}
