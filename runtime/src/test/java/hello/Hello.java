package hello;

import java.util.Objects;
import org.graphline.runtime.Network;
import org.graphline.runtime.Options;
import org.graphline.runtime.Report;
import org.graphline.runtime.Wiring;

/// The graph `Hello` of hello.graphline, running.
public final class Hello implements AutoCloseable {
  private final Network network;

  private Hello(Builder builder) {
    Wiring wiring = new Wiring("Hello");
    Greeter greeter = wiring.add("greeter", new Greeter());
    Shouter shouter = wiring.add("shouter", new Shouter(builder.words));
    Printer printer = wiring.add("printer", new Printer(builder.words));
    wiring.<String>line().from(greeter.lines).to(shouter.quiet);
    wiring.<String>line().from(shouter.loud).to(printer.lines);
    network = wiring.start(builder.options);
  }

  public static Builder builder() {
    return new Builder();
  }

  public Network network() {
    return network;
  }

  public Report join() throws InterruptedException {
    return network.join();
  }

  public void abort() {
    network.abort();
  }

  @Override
  public void close() {
    network.close();
  }

  /// Collects what `Hello` needs.
  public static final class Builder {
    private Words words;
    private Options options = Options.standard();

    private Builder() {}

    public Builder words(Words words) {
      this.words = words;
      return this;
    }

    public Builder options(Options options) {
      this.options = options;
      return this;
    }

    public Hello start() {
      Objects.requireNonNull(words, "words");
      return new Hello(this);
    }
  }
}
