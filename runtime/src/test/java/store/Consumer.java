package store;

import org.graphline.runtime.Client;
import org.graphline.runtime.Desk;
import org.graphline.runtime.Signal;

final class Consumer extends Desk {
  final Client<Signal, String> store = client("store");
  private final Jobs jobs;

  Consumer(Jobs jobs) {
    super("store.graphline");
    this.jobs = jobs;
  }

  @Override
  protected void work() {
    while (repeat()) {                                                   // store.graphline:25
      String j = at(25).call(store);
      at(25);
      jobs.use(j);
    }
  }
}
