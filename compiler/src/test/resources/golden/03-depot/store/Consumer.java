// Generated from depot.graphline:25. Do not edit.
package store;

import com.acme.Job;
import org.graphline.runtime.Client;
import org.graphline.runtime.Desk;
import org.graphline.runtime.Signal;

/**
 * The component {@code Consumer} of depot.graphline.
 */
final class Consumer extends Desk {
  final Client<Signal, Job> store = client("store");

  private final Jobs jobs;

  Consumer(Jobs jobs) {
    super("depot.graphline");
    this.jobs = jobs;
  }

  @Override
  protected void work() throws Exception {
    while (repeat()) {                                                      // depot.graphline:27
      Job j = at(27).call(store);                                           // depot.graphline:27
      at(27); jobs.use(j);                                                  // depot.graphline:27
    }
  }
}
