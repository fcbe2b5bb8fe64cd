package farm;

import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

final class Farmer extends Desk {
  private static final int PARTS = 4;

  final Out<Integer> parts = out("parts");
  final In<Integer> results = in("results");
  private final boolean together;
  private final Work work;
  private Integer total;

  Farmer(boolean together, Work work) {
    super("farm.graphline");
    this.together = together;
    this.work = work;
  }

  @Override
  protected void work() {
    at(19);
    total = work.zero();
    if (together) {                                                      // farm.graphline:20
      at(21).par(
          () -> {
            for (int i = 1; i <= PARTS; i++) {                           // farm.graphline:22
              at(22).send(work.next(), parts);
            }
          },
          () -> {
            for (int i = 1; i <= PARTS; i++) {                           // farm.graphline:23
              Integer r = at(23).receive(results);
              at(23);
              total = work.merge(total, r);
            }
          });
    } else {
      for (int i = 1; i <= PARTS; i++) {                                 // farm.graphline:26
        at(26).send(work.next(), parts);
      }
      for (int i = 1; i <= PARTS; i++) {                                 // farm.graphline:27
        Integer r = at(27).receive(results);
        at(27);
        total = work.merge(total, r);
      }
    }
    at(29);
    work.show(total);
  }
}
