package org.graphline.checker.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graphline.checker.RandomNetworks;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Products;
import org.graphline.checker.space.Letters;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.model.network.Instance;
import org.graphline.model.network.Network;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.EventSet.Pattern;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;
import org.graphline.model.value.Value;
import org.junit.jupiter.api.Test;

/// What is progress, as whoever checks certificates tells it from the claim.
class LeftOutTest {
  private static final long NETWORKS = 30;

  /// Every label of random networks, held against each place where something may happen.
  @Test
  void whatIsProgressIsToldAsTheModelTellsIt() throws Exception {
    int progress = 0;
    int lettersTold = 0;
    for (long seed = 1; seed <= NETWORKS; seed++) {
      Network network = RandomNetworks.seeded(seed).network();
      var whole = new NetworkStateSpace(Semantics.of(network, Timers.ANY));
      Product product = product(network);
      var leftOut = new LeftOut(network, product);
      List<Way> ways = Way.all(product);
      List<Value> letters = ways.stream().flatMap(w -> w.labels().stream()).flatMap(l -> Letters.of(l).stream())
          .distinct().limit(3).toList();
      for (Pattern place : places(network, ways)) {
        for (Way way : ways) {
          boolean isThere = way.labels().stream().allMatch(l -> whole.matches(place, l));
          assertThat(leftOut.is(new Property.LivelockFree(new EventSet("", List.of(place), Optional.empty())), way))
              .as("seed " + seed + ": " + place + " " + way.labels()).isEqualTo(isThere);
          progress += isThere ? 1 : 0;
          for (Value letter : letters) {
            boolean isLetter = isThere
                && way.labels().stream().allMatch(l -> Letters.of(l).equals(Optional.of(letter)));
            assertThat(leftOut.is(new Property.LivelockFree(new EventSet("", List.of(place), Optional.of(letter))),
                way)).as("seed " + seed + ": " + letter + " " + place + " " + way.labels()).isEqualTo(isLetter);
            lettersTold += isThere && !isLetter ? 1 : 0;
          }
        }
      }
    }
    assertThat(progress).isGreaterThan(1000);
    assertThat(lettersTold).isPositive();
  }

  private static Product product(Network network) {
    try {
      return Products.of(Semantics.of(network, Timers.ANY), Timers.ANY).product();
    } catch (Unsupported e) {
      throw new AssertionError(e);
    }
  }

  private static List<Pattern> places(Network network, List<Way> ways) {
    var all = new ArrayList<Pattern>();
    network.lines().forEach(l -> {
      all.add(new Pattern.AtTray(l.id()));
      l.writers().forEach(e -> all.add(new Pattern.AtEnd(e)));
      l.readers().forEach(e -> all.add(new Pattern.AtEnd(e)));
    });
    network.connections().forEach(c -> {
      all.add(new Pattern.AtConnection(c.id()));
      c.client().ifPresent(e -> all.add(new Pattern.AtEnd(e)));
      c.server().ifPresent(e -> all.add(new Pattern.AtEnd(e)));
    });
    ways.stream().flatMap(w -> w.labels().stream()).filter(Label.Mark.class::isInstance).map(Label.Mark.class::cast)
        .distinct().forEach(m -> network.instances().stream().map(Instance::id)
            .forEach(i -> all.add(new Pattern.AtMark(i, m.name()))));
    return all;
  }
}
