package org.graphline.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphline.runtime.Desk.accept;
import static org.graphline.runtime.Desk.after;
import static org.graphline.runtime.Desk.receive;
import static org.graphline.runtime.Desk.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AbortTest {
  /// A ring of busy components that send, receive, choose, call, meet and fork without end.
  private static Network everythingAtOnce(Options options) {
    Bench bench = new Bench().with(options);
    int size = 4;
    List<Out<Integer>> outs = new ArrayList<>();
    List<In<Integer>> ins = new ArrayList<>();
    List<Phase> phases = new ArrayList<>();
    Script server = bench.script("server");
    Server<Integer, Integer> port = server.server("ask");
    server.does(() -> {
      while (server.repeat()) {
        if (server.at(1).select(accept(port), after(Duration.ofMillis(1))) == 0) {
          server.at(2).reply(port.accepted(), 1);
        }
      }
    });
    for (int i = 0; i < size; i++) {
      Script script = bench.script("s[" + i + "]");
      outs.add(script.out("out"));
      ins.add(script.in("in"));
      phases.add(script.barrier("phase"));
      Client<Integer, Integer> ask = script.client("ask");
      bench.wiring.calls(ask, port);
      script.does(new Busy(script, ins.get(i), outs.get(i), phases.get(i), ask));
    }
    for (int i = 0; i < size; i++) {
      bench.wiring.<Integer>line(i % 2 == 0 ? Room.room(i) : Room.overwriting(i))
          .from(outs.get(i)).to(ins.get((i + 1) % size));
    }
    bench.wiring.barrier("phase", phases);
    return bench.start();
  }

  private record Busy(Script script, In<Integer> in, Out<Integer> out, Phase phase, Client<Integer,
      Integer> ask)
      implements Work {
    @Override
    public void run() {
      for (int round = 0; script.repeat(); round++) {
        switch (round % 4) {
          case 0 -> script.at(1).par(() -> script.at(2).send(1, out), () -> script.at(3).receive(in));
          case 1 -> script.at(4).call(ask, 3);
          case 2 -> script.at(5).sync(phase);
          default -> script.at(6).select(receive(in), sync(phase), after(Duration.ofMillis(2)));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = Options.Threads.class, names = {"PLATFORM", "VIRTUAL"})
  void abortEndsWhateverIsGoingOn(Options.Threads threads) throws InterruptedException {
    SplittableRandom random = new SplittableRandom(7);
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      Options options = Options.standard().on(threads);
      Network network = everythingAtOnce(run % 2 == 0 ? options : options.observedBy(_ -> {}));
      assertThat(network.join(Duration.ofNanos(random.nextInt(3_000_000)))).isFalse();
      network.abort();
      Report report = Bench.finish(network);
      assertThat(report.failures()).isEmpty();
      assertThat(report.aborted()).isTrue();
    }
  }
}
