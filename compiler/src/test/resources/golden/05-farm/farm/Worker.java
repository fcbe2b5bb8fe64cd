// Generated from farm.graphline:12. Do not edit.
package farm;

import com.acme.Part;
import com.acme.Result;
import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

/**
 * The component {@code Worker} of farm.graphline.
 */
final class Worker extends Desk {
  final In<Part> parts = in("parts");

  final Out<Result> results = out("results");

  private final Work work;

  Worker(Work work) {
    super("farm.graphline");
    this.work = work;
  }

  @Override
  protected void work() throws Exception {
    while (repeat()) {                                                      // farm.graphline:15
      Part p = at(15).receive(parts);                                       // farm.graphline:15
      at(15).send(work.run(p), results);                                    // farm.graphline:15
    }
  }
}
