package farm;

import org.graphline.runtime.Network;
import org.graphline.runtime.Options;
import org.graphline.runtime.Wire;
import org.graphline.runtime.Wiring;

/// The graph `Farm` of farm.graphline, running.
public final class Farm implements AutoCloseable {
  private final Network network;

  private Farm(Builder builder) {
    Wiring wiring = new Wiring("Farm");
    Farmer farmer = wiring.add("farmer", new Farmer(builder.together, builder.work));
    Worker[] w = new Worker[builder.workers];
    for (int i = 0; i <= builder.workers - 1; i++) {
      w[i] = wiring.add("w[" + i + "]", new Worker(builder.work));
    }
    Wire<Integer> parts = wiring.<Integer>line().from(farmer.parts);
    Wire<Integer> results = wiring.<Integer>line().to(farmer.results);
    for (Worker each : w) {
      parts.to(each.parts);
      results.from(each.results);
    }
    network = wiring.start(builder.options);
  }

  public static Builder builder() {
    return new Builder();
  }

  public Network network() {
    return network;
  }

  @Override
  public void close() {
    network.close();
  }

  /// Collects what `Farm` needs.
  public static final class Builder {
    private int workers;
    private boolean together;
    private Work work;
    private Options options = Options.standard();

    private Builder() {}

    public Builder workers(int workers) {
      this.workers = workers;
      return this;
    }

    public Builder together(boolean together) {
      this.together = together;
      return this;
    }

    public Builder work(Work work) {
      this.work = work;
      return this;
    }

    public Builder options(Options options) {
      this.options = options;
      return this;
    }

    public Farm start() {
      return new Farm(this);
    }
  }
}
