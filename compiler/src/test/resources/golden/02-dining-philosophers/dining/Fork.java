// Generated from dining.graphline:8. Do not edit.
package dining;

import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Signal;

/**
 * The component {@code Fork} of dining.graphline.
 */
final class Fork extends Desk {
  final In<Signal>[] take = in("take", 2);

  final In<Signal>[] drop = in("drop", 2);

  Fork() {
    super("dining.graphline");
  }

  @Override
  protected void work() throws Exception {
    while (repeat()) {                                                      // dining.graphline:12
      switch (at(12).select(each(0, 1, side -> receive(take[side])))) {     // dining.graphline:12
        case 0 -> {                                                         // dining.graphline:13
          int side = at(12).picked();
          at(14).receive(drop[side]);                                       // dining.graphline:14
        }
      }
    }
  }
}
