package store;

import org.graphline.runtime.Client;
import org.graphline.runtime.Desk;
import org.graphline.runtime.Signal;

final class Producer extends Desk {
  final Client<String, Signal> store = client("store");
  private final int jobs;
  private final Jobs externJobs;

  Producer(int jobs, Jobs externJobs) {
    super("store.graphline");
    this.jobs = jobs;
    this.externJobs = externJobs;
  }

  @Override
  protected void work() {
    for (int i = 1; i <= jobs; i++) {                                    // store.graphline:20
      at(20).call(store, externJobs.make());
    }
  }
}
