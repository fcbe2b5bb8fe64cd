// Generated from depot.graphline:20. Do not edit.
package store;

import com.acme.Job;
import org.graphline.runtime.Checks;
import org.graphline.runtime.Client;
import org.graphline.runtime.Desk;
import org.graphline.runtime.Signal;

/**
 * The component {@code Producer} of depot.graphline.
 */
final class Producer extends Desk {
  final Client<Job, Signal> store = client("store");

  private final int jobs;

  private final Jobs jobs_;

  Producer(int jobs, Jobs jobs_) {
    super("depot.graphline");
    this.jobs = Checks.range(1, 8, jobs);
    this.jobs_ = jobs_;
  }

  @Override
  protected void work() throws Exception {
    for (int i = 1; i <= jobs; i++) {                                       // depot.graphline:22
      at(22).call(store, jobs_.make());                                     // depot.graphline:22
    }
  }
}
