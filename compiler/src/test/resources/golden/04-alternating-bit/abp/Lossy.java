// Generated from abp.graphline:44. Do not edit.
package abp;

import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

/**
 * The component {@code Lossy} of abp.graphline.
 */
final class Lossy<T> extends Desk {
  final In<T> a = in("a");

  final Out<T> b = out("b");

  Lossy() {
    super("abp.graphline");
  }

  @Override
  protected void work() throws Exception {
    while (repeat()) {                                                      // abp.graphline:48
      T x = at(49).receive(a);                                              // abp.graphline:49
      switch (at(50).choose(2)) {                                           // abp.graphline:50
        case 0 -> at(50).send(x, b);                                        // abp.graphline:50
        case 1 -> at(50).mark("lost");                                      // abp.graphline:50
      }
    }
  }
}
