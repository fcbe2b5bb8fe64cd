// Generated from wiring.graphline:8. Do not edit.
package wiring;

import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

/**
 * The component {@code Pass} of wiring.graphline.
 */
final class Pass<T> extends Desk {
  final In<T> i = in("i");

  final Out<T> o = out("o");

  Pass() {
    super("wiring.graphline");
  }

  @Override
  protected void work() throws Exception {
    while (repeat()) {                                                      // wiring.graphline:8
      T x = at(8).receive(i);                                               // wiring.graphline:8
      at(8).send(x, o);                                                     // wiring.graphline:8
    }
  }
}
