// Generated from wiring.graphline:13. Do not edit.
package wiring;

import com.acme.Job;
import org.graphline.runtime.Client;
import org.graphline.runtime.Desk;
import org.graphline.runtime.In;

/**
 * The component {@code Asker} of wiring.graphline.
 */
final class Asker extends Desk {
  final Client<Job, Integer> ask = client("ask");

  final In<Job> jobs = in("jobs");

  Asker() {
    super("wiring.graphline");
  }

  @Override
  protected void work() throws Exception {
    while (repeat()) {                                                      // wiring.graphline:13
      Job j = at(13).receive(jobs);                                         // wiring.graphline:13
      at(13).call(ask, j);                                                  // wiring.graphline:13
    }
  }
}
