package dining;

import org.graphline.runtime.Desk;
import org.graphline.runtime.Out;
import org.graphline.runtime.Signal;

final class Philosopher extends Desk {
  final Out<Signal>[] take = out("take", 2);
  final Out<Signal>[] drop = out("drop", 2);
  private final int first;

  Philosopher(int first) {
    super("dining.graphline");
    this.first = first;
  }

  @Override
  protected void work() {
    while (repeat()) {                                                   // dining.graphline:21
      at(22).send(take[first]);
      at(23).send(take[1 - first]);
      at(24).mark("eating");
      at(25).par(
          () -> at(25).send(drop[0]),
          () -> at(25).send(drop[1]));
    }
  }
}
