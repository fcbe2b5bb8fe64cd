// Generated from wiring.graphline:16. Do not edit.
package wiring;

import com.acme.Job;
import org.graphline.runtime.Checks;
import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

/**
 * The component {@code Fan} of wiring.graphline.
 */
final class Fan extends Desk {
  final In<Job> i;

  final Out<Job>[] o;

  private final int n;

  Fan(int n) {
    super("wiring.graphline");
    this.n = Checks.range(1, 4, n);
    i = in("i");
    o = out("o", n);
  }

  @Override
  protected void work() throws Exception {
    while (repeat()) {                                                      // wiring.graphline:16
      Job x = at(16).receive(i);                                            // wiring.graphline:16
      at(16).parFor(0, n - 1, k -> {                                        // wiring.graphline:16
        at(16).send(x, o[k]);                                               // wiring.graphline:16
      });
    }
  }
}
