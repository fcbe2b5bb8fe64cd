package org.graphline.checker.reduction;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Table;
import org.graphline.checker.product.Update;

/// Says what offers are, with other names for the fields, as numbers that are cheap to compare: equal if and only if all
/// but labels and groups is equal. Guards, updates and who moves count as sets.
final class OfferCodes {
  private static final long END = -1;
  private static final long SET = 1L << 60;
  private static final long MAP = 2L << 60;
  private static final long INTERNED = 3L << 60;

  private final Map<Table, Long> tables = new HashMap<>();
  private final Map<Table, Long> sameTables = new IdentityHashMap<>();
  private final Map<LongBuffer, Long> interned = new HashMap<>();

  /// Returns the code of an offer at a value of the field that leads, if not negative.
  ///
  /// @param to what each field is called
  LongBuffer of(int lead, int value, Offer offer, int[] to) {
    long[] moves = offer.moves().stream().mapToLong(i -> to[i]).sorted().distinct().toArray();
    long[] guard = sorted(offer.guard().size(), i -> clause(offer.guard().get(i), to));
    long[] updates = sorted(offer.updates().size(), i -> update(offer.updates().get(i), to));
    long[] code = new long[6 + moves.length + guard.length + updates.length];
    code[0] = lead < 0 ? -1 : to[lead];
    code[1] = value;
    code[2] = offer.fairness().ordinal();
    code[3] = (offer.isTimer() ? 1 : 0) + (offer.isCounted() ? 2 : 0);
    System.arraycopy(moves, 0, code, 4, moves.length);
    int at = 4 + moves.length;
    code[at++] = END;
    System.arraycopy(guard, 0, code, at, guard.length);
    at += guard.length;
    code[at++] = END;
    System.arraycopy(updates, 0, code, at, updates.length);
    return LongBuffer.wrap(code);
  }

  private interface Coding {
    long at(int i);
  }

  private static long[] sorted(int size, Coding coding) {
    long[] codes = new long[size];
    for (int i = 0; i < size; i++) {
      codes[i] = coding.at(i);
    }
    Arrays.sort(codes);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || codes[i] != codes[i - 1]) {
        codes[kept++] = codes[i];
      }
    }
    return kept == size ? codes : Arrays.copyOf(codes, kept);
  }

  private long clause(Clause clause, int[] to) {
    return clause.atoms().size() == 1 ? atom(clause.atoms().getFirst(), to)
        : intern(LongStream.of(atoms(clause.atoms(), to)));
  }

  private long[] atoms(List<Atom> atoms, int[] to) {
    return sorted(atoms.size(), i -> atom(atoms.get(i), to));
  }

  private long atom(Atom atom, int[] to) {
    return (long) to[atom.field()] << Integer.SIZE | table(atom.table());
  }

  private long update(Update update, int[] to) {
    return switch (update) {
      case Update.Set(int field, int value) -> SET | (long) to[field] << Integer.SIZE | value;
      case Update.Map(int field, var table) -> MAP | (long) to[field] << Integer.SIZE | table(table);
      case Update.Via(int field, int source, var letter, var next) ->
          intern(LongStream.of(SET, to[field], to[source], table(letter), table(next)));
      case Update.Clear(int field, var when) ->
          intern(LongStream.concat(LongStream.of(MAP, to[field]), LongStream.of(atoms(when, to))));
    };
  }

  private long table(Table table) {
    Long known = sameTables.get(table);
    if (known == null) {
      known = tables.computeIfAbsent(table, _ -> (long) tables.size());
      sameTables.put(table, known);
    }
    return known;
  }

  private long intern(LongStream parts) {
    return INTERNED | interned.computeIfAbsent(LongBuffer.wrap(parts.toArray()), _ -> (long) interned.size());
  }
}
