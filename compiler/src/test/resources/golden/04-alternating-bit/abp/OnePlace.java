// Generated from abp.graphline:66. Do not edit.
package abp;

import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

/**
 * What the whole thing should look like from outside: a perfect one-place line.
 */
final class OnePlace<T> extends Desk {
  final In<T> source = in("source");

  final Out<T> sink = out("sink");

  OnePlace() {
    super("abp.graphline");
  }

  @Override
  protected void work() throws Exception {
    while (repeat()) {                                                      // abp.graphline:69
      T x = at(69).receive(source);                                         // abp.graphline:69
      at(69).send(x, sink);                                                 // abp.graphline:69
    }
  }
}
