package org.graphline.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.graphline.runtime.Backend;
import org.graphline.runtime.Network;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import studio.Canvas;
import studio.Easel;
import studio.Studio;

/// Networks that have not ended after a test are named, with everybody who is still there.
@Timeout(60)
class NothingStuckTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  @Test void aNetworkThatHasEndedIsNotStuck() {
    try (Studio studio = Studio.builder().canvas(Easel::new).start()) {
      assertThat(studio.network().report().isClean()).isFalse();
    }
    NothingStuck.verify();
  }

  @Test void whoIsStillWaitingIsNamedWithItsLineAndTheNetworkIsCutOff() throws InterruptedException {
    Studio studio = Studio.builder().canvas(Loner::new).start();
    studio.pen().put(2);
    Network network = studio.network();
    assertThatThrownBy(() -> NothingStuck.verify(SHORT, List.of(network))).isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("a network has not ended:\n   canvas waits to ")
        .hasMessageContaining("at studio.graphline:");
    assertThat(network.join().aborted()).isTrue();
    assertThat(Backend.installed().running()).doesNotContain(network);
  }

  /// Wants a second stroke, and nothing else.
  private static final class Loner extends Canvas {
    @Override protected void work() {
      here().receive(strokes);
      at(7).receive(strokes);
    }
  }

  @Test void whoIsBusyInJavaIsNamedToo() throws InterruptedException {
    var away = new CountDownLatch(1);
    Studio studio = Studio.builder().canvas(() -> new Dreamer(away)).start();
    studio.pen().put(2);
    assertThatThrownBy(() -> NothingStuck.verify(SHORT, List.of(studio.network())))
        .hasMessageContaining("canvas is busy in Java");
    away.countDown();
    assertThat(studio.join()).isNotNull();
  }

  private static final class Dreamer extends Canvas {
    private final CountDownLatch away;

    private Dreamer(CountDownLatch away) {
      this.away = away;
    }

    @Override protected void work() throws InterruptedException {
      here().receive(strokes);
      away.await();
    }
  }

  @Disabled @ExtendWith(NothingStuck.class)
  static class Careless {
    @Test void leavesItsNetworkOpen() {
      Studio.builder().canvas(Easel::new).start();
    }

    @Test void closesItsNetwork() {
      Studio.builder().canvas(Easel::new).start().close();
    }
  }

  @Test void asAnExtensionItFailsTheTestThatLeftANetworkOpen() {
    assertThat(Executed.testsOf(Careless.class))
        .extracting(Executed::name, t -> t.text().contains("canvas waits to select"))
        .containsExactlyInAnyOrder(tuple("leavesItsNetworkOpen()", true),
            tuple("closesItsNetwork()", false));
  }
}
