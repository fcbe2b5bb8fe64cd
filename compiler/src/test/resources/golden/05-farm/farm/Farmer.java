// Generated from farm.graphline:18. Do not edit.
package farm;

import com.acme.Part;
import com.acme.Result;
import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

/**
 * The component {@code Farmer} of farm.graphline.
 */
final class Farmer extends Desk {
  final Out<Part> parts = out("parts");

  final In<Result> results = in("results");

  private final boolean together;

  private final Work work;

  Farmer(boolean together, Work work) {
    super("farm.graphline");
    this.together = together;
    this.work = work;
  }

  @Override
  protected void work() throws Exception {
    at(22); var total = new Object() { Result value = work.zero(); };       // farm.graphline:22
    if (together) {                                                         // farm.graphline:23
      at(24).par(                                                           // farm.graphline:24
          () -> {                                                           // farm.graphline:25
            for (int i = 1; i <= 4; i++) {                                  // farm.graphline:25
              at(25).send(work.next(), parts);                              // farm.graphline:25
            }
          },
          () -> {                                                           // farm.graphline:26
            for (int i = 1; i <= 4; i++) {                                  // farm.graphline:26
              Result r = at(26).receive(results);                           // farm.graphline:26
              at(26); total.value = work.merge(total.value, r);             // farm.graphline:26
            }
          });
    } else {                                                                // farm.graphline:28
      for (int i = 1; i <= 4; i++) {                                        // farm.graphline:29
        at(29).send(work.next(), parts);                                    // farm.graphline:29
      }
      for (int i = 1; i <= 4; i++) {                                        // farm.graphline:30
        Result r = at(30).receive(results);                                 // farm.graphline:30
        at(30); total.value = work.merge(total.value, r);                   // farm.graphline:30
      }
    }
    at(32); work.show(total.value);                                         // farm.graphline:32
  }
}
