package org.graphline.checker.proof;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Update;

/// An offer and the fields it has to do with.
///
/// @param lead   the field that leads, -1 for none
/// @param value  the value of that field at which it is offered
/// @param fields what it reads or changes, in order, the field that leads among them
record Touch(int lead, int value, Offer offer, int[] fields) {

  static Touch of(int lead, int value, Offer offer) {
    IntStream guard = offer.guard().stream().flatMap(c -> c.atoms().stream()).mapToInt(Atom::field);
    IntStream updates = offer.updates().stream().flatMapToInt(Touch::fields);
    IntStream all = IntStream.concat(guard, updates);
    return new Touch(lead, value, offer,
        (lead < 0 ? all : IntStream.concat(IntStream.of(lead), all)).distinct().sorted().toArray());
  }

  private static IntStream fields(Update update) {
    return switch (update) {
      case Update.Set(int field, _) -> IntStream.of(field);
      case Update.Map(int field, _) -> IntStream.of(field);
      case Update.Via(int field, int source, _, _) -> IntStream.of(field, source);
      case Update.Clear(int field, var when) ->
          IntStream.concat(IntStream.of(field), when.stream().mapToInt(Atom::field));
    };
  }

  boolean touches(int field) {
    return Arrays.binarySearch(fields, field) >= 0;
  }

  /// The other fields it touches.
  int[] without(int field) {
    return Arrays.stream(fields).filter(f -> f != field).toArray();
  }

  boolean moves(int instance) {
    return offer.moves().contains(instance);
  }

  static Stream<Touch> all(int lead, int value, Stream<Offer> offers) {
    return offers.map(o -> of(lead, value, o));
  }
}
