// Generated from dining.graphline:20. Do not edit.
package dining;

import org.graphline.runtime.Checks;
import org.graphline.runtime.Desk;
import org.graphline.runtime.Out;
import org.graphline.runtime.Signal;

/**
 * The component {@code Philosopher} of dining.graphline.
 */
final class Philosopher extends Desk {
  final Out<Signal>[] take = out("take", 2);

  final Out<Signal>[] drop = out("drop", 2);

  private final int first;

  Philosopher(int first) {
    super("dining.graphline");
    this.first = Checks.range(0, 1, first);
  }

  @Override
  protected void work() throws Exception {
    while (repeat()) {                                                      // dining.graphline:24
      at(25).send(take[first]);                                             // dining.graphline:25
      at(26).send(take[1 - first]);                                         // dining.graphline:26
      at(27).mark("eating");                                                // dining.graphline:27
      at(28).par(                                                           // dining.graphline:28
          () -> at(28).send(drop[0]),                                       // dining.graphline:28
          () -> at(28).send(drop[1]));                                      // dining.graphline:28
    }
  }
}
