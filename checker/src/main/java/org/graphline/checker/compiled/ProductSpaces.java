package org.graphline.checker.compiled;

import org.graphline.checker.packed.Interest;
import org.graphline.checker.packed.InterpretedSpace;
import org.graphline.checker.packed.ProductSpace;
import org.graphline.checker.product.Product;

/// Makes packed spaces of products.
public final class ProductSpaces {
  private ProductSpaces() {}

  /// Returns the fastest space of `product` there is: compiled, or interpreted if that would take too much
  /// code.
  public static ProductSpace of(Product product, Interest interest) {
    return CompiledSpace.of(product, interest).<ProductSpace>map(s -> s)
        .orElseGet(() -> new InterpretedSpace(product, interest));
  }
}
