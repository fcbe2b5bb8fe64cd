package dining;

import org.graphline.runtime.Network;
import org.graphline.runtime.Options;
import org.graphline.runtime.Signal;
import org.graphline.runtime.Wiring;

/// The graph `Table` of dining.graphline, running.
public final class Table {
  private static final int N = 5;

  private Table() {}

  public static Network start(boolean leftHander, Options options) {
    Wiring wiring = new Wiring("Table");
    Fork[] fork = new Fork[N];
    Philosopher[] phil = new Philosopher[N];
    for (int i = 0; i <= N - 1; i++) {
      fork[i] = wiring.add("fork[" + i + "]", new Fork());
      phil[i] = wiring.add("phil[" + i + "]", new Philosopher(leftHander && i == 0 ? 1 : 0));
    }
    for (int i = 0; i <= N - 1; i++) {
      wiring.<Signal>line().from(phil[i].take[0]).to(fork[i].take[0]);
      wiring.<Signal>line().from(phil[i].drop[0]).to(fork[i].drop[0]);
      wiring.<Signal>line().from(phil[i].take[1]).to(fork[(i + 1) % N].take[1]);
      wiring.<Signal>line().from(phil[i].drop[1]).to(fork[(i + 1) % N].drop[1]);
    }
    return wiring.start(options);
  }
}
