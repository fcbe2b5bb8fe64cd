package org.graphline.checker.packed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

/// Dining philosophers with forks of their own, written down as a product: `3^n` states if one of them is
/// left-handed, else `3^n - 1` and the deadlock among them.
public final class Philosophers {
  private static final int STAGES = 4;
  private static final int FREE = 0;

  private final int count;
  private final boolean leftHander;
  private int labels;

  private Philosophers(int count, boolean leftHander) {
    this.count = count;
    this.leftHander = leftHander;
  }

  /// Returns a table of `count`. The philosophers are the first instances, each followed by the fork on the
  /// left.
  public static Product at(int count, boolean leftHander) {
    return new Philosophers(count, leftHander).product();
  }

  private Product product() {
    var fields = new ArrayList<Field>();
    var leads = new ArrayList<Lead>();
    var standings = new ArrayList<List<Standing>>();
    for (int i = 0; i < count; i++) {
      int one = leftHander && i == 0 ? 1 : 0;
      fields.add(new Field(Field.Kind.PROCESS, 2 * i, STAGES));
      fields.add(new Field(Field.Kind.PROCESS, 2 * i + 1, 3));
      leads.add(new Lead(2 * i, List.of(List.of(hand(i, 0, one, true)), List.of(hand(i, 1, 1 - one, true)),
          List.of(hand(i, 2, one, false)), List.of(hand(i, 3, 1 - one, false)))));
      Standing first = waits(fork(i, one));
      Standing second = waits(fork(i, 1 - one));
      standings.add(List.of(first, second, first, second));
      int left = 2 * ((i + count - 1) % count);
      standings.add(List.of(new Standing(true, false, true, List.of(need(2 * i), need(left))),
          waits(2 * i), waits(left)));
    }
    return new Product(2 * count, fields, Collections.nCopies(2 * count, 0), leads, standings,
        Optional.empty(), false, labels);
  }

  private int fork(int philosopher, int side) {
    return 2 * ((philosopher + side) % count) + 1;
  }

  private static Standing waits(int instance) {
    return new Standing(true, false, false, List.of(need(instance)));
  }

  private static Standing.Need need(int instance) {
    var always = new Table(instance % 2 == 0 ? new int[] {1, 1, 1, 1} : new int[] {1, 1, 1});
    var supporter = new Standing.Supporter(instance, new Atom(instance, always));
    return new Standing.Need(false, List.of(supporter), List.of());
  }

  /// Takes the fork on a side, or puts it back.
  private Offer hand(int philosopher, int stage, int side, boolean takes) {
    int fork = fork(philosopher, side);
    int held = side == 0 ? 1 : 2;
    int before = takes ? FREE : held;
    var guard = new Table(IntStream.range(0, 3).map(v -> v == before ? 1 : 0).toArray());
    return new Offer(List.of(new Label.Choice(philosopher, labels)), labels++, List.of(2 * philosopher, fork),
        Fairness.FAIR, 0, false, List.of(Clause.of(new Atom(fork, guard))),
        List.of(new Update.Set(2 * philosopher, (stage + 1) % STAGES),
            new Update.Set(fork, takes ? held : FREE)));
  }
}
