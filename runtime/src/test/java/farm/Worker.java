package farm;

import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

final class Worker extends Desk {
  final In<Integer> parts = in("parts");
  final Out<Integer> results = out("results");
  private final Work work;

  Worker(Work work) {
    super("farm.graphline");
    this.work = work;
  }

  @Override
  protected void work() {
    while (repeat()) {                                                   // farm.graphline:12
      Integer p = at(12).receive(parts);
      at(12).send(work.run(p), results);
    }
  }
}
