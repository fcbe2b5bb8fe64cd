package store;

import org.graphline.runtime.Network;
import org.graphline.runtime.Options;
import org.graphline.runtime.Wiring;

/// The graph `Depot` of store.graphline, running.
public final class Depot implements AutoCloseable {
  private final Network network;

  private Depot(int producers, int consumers, Jobs jobs, Options options) {
    Wiring wiring = new Wiring("Depot");
    Store store = wiring.add("store", new Store(2));
    for (int i = 0; i <= producers - 1; i++) {
      Producer p = wiring.add("p[" + i + "]", new Producer(2, jobs));
      wiring.calls(p.store, store.put);
    }
    for (int i = 0; i <= consumers - 1; i++) {
      Consumer c = wiring.add("c[" + i + "]", new Consumer(jobs));
      wiring.calls(c.store, store.get);
    }
    network = wiring.start(options);
  }

  public static Depot start(int producers, int consumers, Jobs jobs, Options options) {
    return new Depot(producers, consumers, jobs, options);
  }

  public Network network() {
    return network;
  }

  @Override
  public void close() {
    network.close();
  }
}
