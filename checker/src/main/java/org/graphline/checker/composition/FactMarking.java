package org.graphline.checker.composition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Update;
import org.graphline.model.semantics.Label;

/// Marks states that show by the values of some fields that a property does not hold. Until all these fields are inside a
/// part, its marks keep the values of those that are.
final class FactMarking implements Marking {
  private static final int NOTHING_SEEN = 0;
  /// More combinations of values are not looked at for what closing time does to them.
  private static final int MOST = 1 << 16;

  private final Product product;
  private final List<Integer> fields;
  private final Predicate<int[]> isBad;
  private final Map<List<Integer>, Integer> numbers = new HashMap<>();
  private final List<List<Integer>> seen = new ArrayList<>();

  /// @param fields what the fact speaks of; none for error states
  /// @param isBad  whether the values of those fields show it
  FactMarking(Product product, List<Integer> fields, Predicate<int[]> isBad) {
    this.product = product;
    this.fields = List.copyOf(fields);
    this.isBad = isBad;
    number(List.of());
    product.closing().ifPresent(this::refuseChange);
  }

  /// Closing time is no step here: it must make no difference (rule R19).
  private void refuseChange(Offer closing) {
    int combinations = 1;
    for (int field : fields) {
      combinations *= product.fields().get(field).size();
      if (combinations > MOST) {
        throw new OutOfReach("a condition over many values");
      }
    }
    for (int number = 0; number < combinations; number++) {
      int[] values = new int[fields.size()];
      int rest = number;
      for (int i = 0; i < values.length; i++) {
        values[i] = rest % product.fields().get(fields.get(i)).size();
        rest /= product.fields().get(fields.get(i)).size();
      }
      int[] after = closed(closing, values);
      if (Arrays.stream(after).allMatch(v -> v >= 0) && isBad.test(values.clone()) != isBad.test(after)) {
        throw new OutOfReach("a condition that closing time changes");
      }
    }
  }

  private int[] closed(Offer closing, int[] values) {
    int[] after = values.clone();
    for (Update update : closing.updates()) {
      int at = fields.indexOf(update.field());
      if (at >= 0) {
        after[at] = switch (update) {
          case Update.Set(_, int value) -> value;
          case Update.Map(_, var table) -> table.at(values[at]);
          case Update.Via _, Update.Clear _ -> throw new OutOfReach("a condition that closing time changes");
        };
      }
    }
    return after;
  }

  private int number(List<Integer> values) {
    Integer known = numbers.putIfAbsent(values, seen.size());
    if (known != null) {
      return known;
    }
    seen.add(values);
    return seen.size() - 1;
  }

  @Override
  public int kinds() {
    return FREE;
  }

  @Override
  public int kind(Offer offer, Label label) {
    return HIDDEN;
  }

  @Override
  public boolean isOwed(Offer offer, Label label) {
    return false;
  }

  @Override
  public List<Synchronization> probes() {
    return List.of();
  }

  @Override
  public boolean seesDivergence() {
    return false;
  }

  @Override
  public Face face(int field, Set<Integer> movable) {
    return fields.size() > 1 && fields.contains(field) ? new Face(List.of(), List.of(field), List.of()) : Face.NOTHING;
  }

  @Override
  public int mark(Face face, int field, int value, boolean moves) {
    if (field < product.instances() && product.standings().get(field).get(value).isFaulty()) {
      return fields.isEmpty() ? BAD : FAULTY;
    }
    return fields.contains(field) ? decided(List.of(field), List.of(value)) : NOTHING_SEEN;
  }

  private int decided(List<Integer> known, List<Integer> values) {
    if (known.size() < fields.size()) {
      return number(values);
    }
    int[] ordered = fields.stream().mapToInt(f -> values.get(known.indexOf(f))).toArray();
    return isBad.test(ordered) ? BAD : NOTHING_SEEN;
  }

  @Override
  public Joining join(Face left, Face right, Set<Integer> movable, Set<Integer> inside) {
    var outputs = new ArrayList<>(left.outputs());
    outputs.addAll(right.outputs());
    boolean isDecided = outputs.size() == fields.size();
    return new FactJoining(outputs, new Face(List.of(), isDecided ? List.of() : outputs, List.of()));
  }

  private final class FactJoining implements Joining {
    private final List<Integer> known;
    private final Face face;

    FactJoining(List<Integer> known, Face face) {
      this.known = known;
      this.face = face;
    }

    @Override
    public Face face() {
      return face;
    }

    @Override
    public int mark(int left, int right, long moved) {
      if (left < 0 || right < 0) {
        return Math.max(left < 0 ? left : BAD, right < 0 ? right : BAD);
      }
      if (known.isEmpty()) {
        return NOTHING_SEEN;
      }
      // Of a part without any of the fields nothing is kept.
      var values = new ArrayList<>(seen.get(left));
      values.addAll(seen.get(right));
      return decided(known, values);
    }

    @Override
    public List<Object> form() {
      return List.of(known);
    }
  }
}
