package org.graphline.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphline.runtime.Desk.accept;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallsTest {
  private final Bench bench = new Bench();
  private final Script server = bench.script("server");
  private final Server<Integer, Integer> port = server.server("ask");

  private void answerForEver() {
    server.does(() -> {
      while (server.repeat()) {
        Call<Integer, Integer> call = server.at(1).accept(port);
        server.at(2).reply(call, call.request() * 2);
      }
    });
  }

  private Script client(String name, AtomicInteger right, int calls) {
    Script client = bench.script(name);
    Client<Integer, Integer> ask = client.client("ask");
    client.does(() -> {
      for (int i = 0; i < calls; i++) {
        if (client.at(3).call(ask, i) == 2 * i) {
          right.incrementAndGet();
        }
      }
    });
    bench.wiring.calls(ask, port);
    return client;
  }

  /// JCSP's own `Any2OneCallChannel` hangs in this test.
  @Test
  void tenClientsGetTheirOwnReplies() throws InterruptedException {
    answerForEver();
    AtomicInteger right = new AtomicInteger();
    for (int i = 0; i < 10; i++) {
      client("c[" + i + "]", right, 300 * Bench.STRESS);
    }
    assertThat(bench.run().isClean()).isTrue();
    assertThat(right).hasValue(3000 * Bench.STRESS);
  }

  @Test
  void stoppingInsideAnAcceptRefusesTheCall() throws InterruptedException {
    for (int run = 0; run < 120 * Bench.STRESS; run++) {
      new CallsTest().stopInsideAccept();
    }
  }

  private void stopInsideAccept() throws InterruptedException {
    server.does(() -> {
      server.at(1).accept(port);
      throw server.at(2).stop();
    });
    Script client = bench.script("client");
    Client<Integer, Integer> ask = client.client("ask");
    client.does(() -> {
      bench.seen.add(client.at(3).callOrRefused(ask, 1));
      bench.seen.add(client.at(4).callOrRefused(ask, 2));
      client.at(5).call(ask, 3);
      bench.seen.add("not reached");
    });
    bench.wiring.calls(ask, port);
    assertThat(bench.run().isClean()).isTrue();
    assertThat(bench.seen).containsExactly(Optional.empty(), Optional.empty());
  }

  @Test
  void failingInsideAnAcceptRefusesTheCall() throws InterruptedException {
    server.does(() -> {
      server.at(1).accept(port);
      throw new IllegalStateException("no idea");
    });
    Script client = bench.script("client");
    Client<Integer, Integer> ask = client.client("ask");
    client.does(() -> bench.seen.add(client.at(3).callOrRefused(ask, 1)));
    bench.wiring.calls(ask, port);
    assertThat(bench.run().failures()).hasSize(1);
    assertThat(bench.seen).containsExactly(Optional.empty());
  }

  @Test
  void aReplyToAClientThatHasGoneIsDropped() throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      new CallsTest().leaveDuringCall();
    }
  }

  private void leaveDuringCall() throws InterruptedException {
    CountDownLatch accepted = new CountDownLatch(1);
    CountDownLatch left = new CountDownLatch(1);
    server.does(() -> {
      Call<Integer, Integer> call = server.at(1).accept(port);
      accepted.countDown();
      left.await();
      server.at(2).reply(call, 1);
      bench.seen.add("replied");
    });
    Script client = bench.script("client");
    Client<Integer, Integer> ask = client.client("ask");
    client.does(() -> client.at(3).par(
        () -> client.at(4).call(ask, 1),
        () -> {
          accepted.await();
          throw client.at(5).stop();
        }));
    bench.wiring.calls(ask, port);
    Script watcher = bench.script("watcher");
    In<Integer> never = watcher.in("never");
    Out<Integer> silent = client.out("silent");
    watcher.does(() -> {
      watcher.at(6).receiveOrEnd(never);
      left.countDown();
    });
    bench.wiring.<Integer>line().from(silent).to(never);
    assertThat(bench.run().isClean()).isTrue();
    assertThat(bench.seen).containsExactly("replied");
  }

  @Test
  void aServerMayAcceptAnotherCallBeforeItReplies() throws InterruptedException {
    server.does(() -> {
      Call<Integer, Integer> first = server.at(1).accept(port);
      Call<Integer, Integer> second = server.at(2).accept(port);
      server.at(3).reply(second, second.request() * 2);
      server.at(4).reply(first, first.request() * 2);
    });
    AtomicInteger right = new AtomicInteger();
    client("c[0]", right, 1);
    client("c[1]", right, 1);
    assertThat(bench.run().isClean()).isTrue();
    assertThat(right).hasValue(2);
  }

  @Test
  void aServerGoesHomeWhenItsClientsHave() throws InterruptedException {
    Server<Signal, Integer> other = server.server("other");
    server.does(() -> {
      while (server.repeat()) {
        switch (server.at(1).select(accept(port), accept(other))) {
          case 0 -> server.at(2).reply(port.accepted(), port.accepted().request() * 2);
          default -> server.at(3).reply(other.accepted(), 5);
        }
      }
    });
    AtomicInteger right = new AtomicInteger();
    client("c", right, 7);
    Script pinger = bench.script("pinger");
    Client<Signal, Integer> ping = pinger.client("ping");
    pinger.does(() -> bench.seen.add(pinger.at(4).call(ping)));
    bench.wiring.calls(ping, other);
    Report report = bench.run();
    assertThat(report.isClean()).isTrue();
    assertThat(bench.seen).containsExactly(5);
  }

  @Test
  void javaCallsAnExposedServerAndAnswersAnExposedClient() throws InterruptedException {
    Client<Integer, Integer> rate = server.client("rate");
    server.does(() -> {
      while (server.repeat()) {
        Call<Integer, Integer> call = server.at(1).accept(port);
        server.at(2).reply(call, server.at(2).call(rate, call.request()));
      }
    });
    Caller<Integer, Integer> caller = bench.wiring.caller("ask");
    bench.wiring.calls(caller, port);
    Answerer<Integer, Integer> answerer = bench.wiring.answerer("rate", (Integer i) -> i + 100);
    bench.wiring.calls(rate, answerer);
    Network network = bench.start();
    assertThat(caller.call(1)).contains(101);
    assertThat(caller.call(2)).contains(102);
    network.close();
    assertThat(caller.call(3)).isEmpty();
    assertThat(network.report().isClean()).isTrue();
  }
}
