package org.graphline.checker.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.graphline.checker.packed.Interest;
import org.graphline.checker.packed.Philosophers;
import org.graphline.checker.packed.ProductSpace;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Update;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Step.Fairness;
import org.junit.jupiter.api.Test;

class ProductSpacesTest {

  @Test
  void compileWhatFits() {
    ProductSpace space = ProductSpaces.of(Philosophers.at(40, true), Interest.NONE);
    assertThat(space.describe()).isEqualTo("compiled");
  }

  @Test
  void interpretWhatTakesTooMuchCode() {
    int many = 30_000;
    List<Offer> offers = IntStream.range(0, many).mapToObj(i -> new Offer(List.of(new Label.Choice(0, i)), i,
        List.of(), Fairness.FAIR, 0, false, List.of(), List.of(new Update.Set(0, i)))).toList();
    var product = new Product(0, List.of(new Field(Field.Kind.LINE, 0, many)), List.of(0),
        List.of(new Lead(-1, List.of(offers))), List.of(), Optional.empty(), false, many);
    ProductSpace space = ProductSpaces.of(product, Interest.NONE);
    assertThat(space.describe()).isEqualTo("interpreted");
    assertThat(space.stepper(false).steps(new long[1], 0)).isEqualTo(many);
  }
}
