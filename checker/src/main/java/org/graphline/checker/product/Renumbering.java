package org.graphline.checker.product;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// New numbers for some of the fields of a product.
///
/// @param numbers what each of them becomes
record Renumbering(Map<Integer, Integer> numbers) {

  /// Returns the fields that an offer reads or changes, some of them more than once; the one that leads is not
  /// among them if it is not changed.
  static IntStream fields(Offer offer) {
    IntStream guard = offer.guard().stream().flatMap(c -> c.atoms().stream()).mapToInt(Atom::field);
    return IntStream.concat(guard, offer.updates().stream().flatMapToInt(u -> switch (u) {
          case Update.Set(int field, _) -> IntStream.of(field);
          case Update.Map(int field, _) -> IntStream.of(field);
          case Update.Via(int field, int source, _, _) -> IntStream.of(field, source);
          case Update.Clear(int field, var when) ->
              IntStream.concat(IntStream.of(field), when.stream().mapToInt(Atom::field));
        }));
  }

  /// Returns the offer with the new numbers; all that it reads or changes must have one.
  Offer of(Offer offer) {
    return new Offer(offer.labels(), offer.number(), offer.moves().stream().map(this::number).toList(),
        offer.fairness(), offer.group(), offer.isTimer(),
        offer.guard().stream().map(c -> new Clause(atoms(c.atoms()))).toList(),
        offer.updates().stream().map(this::of).toList());
  }

  private int number(int field) {
    Integer number = numbers.get(field);
    if (number == null) {
      throw new AssertionError("field " + field + " has no new number");
    }
    return number;
  }

  private Update of(Update update) {
    return switch (update) {
      case Update.Set(int field, int value) -> new Update.Set(number(field), value);
      case Update.Map(int field, var table) -> new Update.Map(number(field), table);
      case Update.Via(int field, int source, var letter, var next) ->
          new Update.Via(number(field), number(source), letter, next);
      case Update.Clear(int field, var when) -> new Update.Clear(number(field), atoms(when));
    };
  }

  private List<Atom> atoms(List<Atom> atoms) {
    return atoms.stream().map(this::of).toList();
  }

  private Atom of(Atom atom) {
    return new Atom(number(atom.field()), atom.table());
  }

  /// Returns the standing with the new numbers of all that it speaks of.
  Standing of(Standing standing) {
    return new Standing(standing.isLive(), standing.isFaulty(), standing.rests(), standing.needs().stream()
        .map(n -> new Standing.Need(n.all(), n.supporters().stream()
            .map(s -> new Standing.Supporter(number(s.instance()), of(s.atom()))).toList(),
            atoms(n.environment()))).toList());
  }
}
