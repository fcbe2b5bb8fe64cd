package dining;

import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Signal;

final class Fork extends Desk {
  final In<Signal>[] take = in("take", 2);
  final In<Signal>[] drop = in("drop", 2);

  Fork() {
    super("dining.graphline");
  }

  @Override
  protected void work() {
    while (repeat()) {                                                   // dining.graphline:9
      switch (at(9).select(
          each(0, 1, side -> receive(take[side])))) {
        case 0 -> {                                                      // for side in 0..1
          int side = at(11).picked();
          at(11).receive(drop[side]);
        }
        default -> throw new AssertionError();
      }
    }
  }
}
