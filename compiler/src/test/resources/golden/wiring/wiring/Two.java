// Generated from wiring.graphline:9. Do not edit.
package wiring;

import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

/**
 * The component {@code Two} of wiring.graphline.
 */
final class Two<A, B> extends Desk {
  final In<A> a = in("a");

  final In<B> b = in("b");

  final Out<A> c = out("c");

  final Out<B> d = out("d");

  Two() {
    super("wiring.graphline");
  }

  @Override
  protected void work() throws Exception {
    while (repeat()) {                                                      // wiring.graphline:11
      switch (at(11).select(receive(a), receive(b))) {                      // wiring.graphline:11
        case 0 -> {                                                         // wiring.graphline:11
          A x = a.letter();
          at(11).send(x, c);                                                // wiring.graphline:11
        }
        case 1 -> {                                                         // wiring.graphline:11
          B y = b.letter();
          at(11).send(y, d);                                                // wiring.graphline:11
        }
      }
    }
  }
}
