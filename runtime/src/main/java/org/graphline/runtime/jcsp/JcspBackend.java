package org.graphline.runtime.jcsp;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.graphline.runtime.Backend;
import org.graphline.runtime.Network;
import org.graphline.runtime.Options;
import org.graphline.runtime.Plan;
import org.jcsp.lang.SpuriousLog;

/// Runs each component as one JCSP process on JCSP channels.
public final class JcspBackend implements Backend {
  private static final Set<Network> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    SpuriousLog.setEarlyTimeout(0); // as shipped, every timeout of up to 9 ms is over at once
  }

  @Override
  public Network start(Plan plan, Options options) {
    RunningNetwork network = new RunningNetwork(plan, options, RUNNING::remove);
    if (!plan.desks().isEmpty()) {
      RUNNING.add(network);
    }
    network.start();
    return network;
  }

  @Override
  public List<Network> running() {
    return List.copyOf(RUNNING);
  }
}
