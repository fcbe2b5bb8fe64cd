package org.graphline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.graphline.testing.schedule.Campaign.Found;
import org.graphline.testing.subject.Specs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.Canvas;
import studio.Easel;
import studio.Studio;

/// Components written in Java against their contract, refusals included.
@Timeout(60)
class ContractTest {

  @Test void theEaselKeepsTheContractOfACanvas() {
    Conformance.ofComponent("studio.graphline", "Canvas", Easel::new).verify();
  }

  @Test void aGraphStartedByTheTestIsHeldAgainstItsModelWithTheJavaInIt() {
    Conformance.ofGraph("studio.graphline", "Studio", options -> Studio.builder().canvas(Easel::new).options(options)
        .start()).runs(50).verify();
  }

  /// Takes no stroke after the second one until it is asked.
  private static final class Tired extends Canvas {
    @Override protected void work() {
      int count = 0;
      while (repeat()) {
        if (here().select(when(count < 2, receive(strokes)), accept(drawn)) == 0) {
          here().send(strokes.letter(), screen);
          count++;
        } else {
          here().reply(drawn.accepted(), count);
          count = 0;
        }
      }
    }
  }

  @Test void aComponentThatRefusesWhatItsContractPromisesIsCaughtWithTheFewestLetters() {
    Found found = find(Tired::new);
    assertThat(found.shortest()).isTrue();
    assertThat(found.deviation().what()).startsWith("refused, though the model promises it:").contains("strokes");
    assertThat(found.deviation().steps()).hasSize(4)
        .allMatch(step -> step.contains("strokes → canvas.strokes") || step.contains("canvas.screen → screen"));
    assertThat(found.deviation().moves()).hasSize(5);
  }

  /// Answers no call.
  private static final class Silent extends Canvas {
    @Override protected void work() {
      while (repeat()) {
        here().send(here().receive(strokes), screen);
      }
    }
  }

  @Test void aServerThatAcceptsNoCallIsCaughtByTheFirst() {
    Found found = find(Silent::new);
    assertThat(found.deviation().what()).contains("refused").contains("drawn");
    assertThat(found.deviation().moves()).hasSize(1);
  }

  /// Accepts calls, and answers none.
  private static final class Forgetful extends Canvas {
    @Override protected void work() {
      while (repeat()) {
        if (here().select(receive(strokes), accept(drawn)) == 0) {
          here().send(strokes.letter(), screen);
        }
      }
    }
  }

  @Test void aForgottenReplyIsCaughtAfterTheCall() {
    Found found = find(Forgetful::new);
    assertThat(found.deviation().moves()).hasSize(2);
  }

  /// Shows something before there is anything to show.
  private static final class Eager extends Canvas {
    @Override protected void work() {
      here().send(1, screen);
      while (repeat()) {
        here().send(here().receive(strokes), screen);
      }
    }
  }

  @Test void aComponentThatOffersWhatItMayNotIsCaught() {
    Found found = find(Eager::new);
    assertThat(found.deviation().waiting()).singleElement().asString().contains("canvas waits to send screen");
    assertThat(found.deviation().moves()).hasSize(1);
  }

  /// Shows another stroke than it was given.
  private static final class Wrong extends Canvas {
    @Override protected void work() {
      while (repeat()) {
        if (here().select(receive(strokes), accept(drawn)) == 0) {
          int stroke = strokes.letter();
          here().send(stroke == 3 ? 2 : stroke, screen);
        } else {
          here().reply(drawn.accepted(), 0);
        }
      }
    }
  }

  @Test void aWrongLetterIsCaught() {
    Found found = find(Wrong::new);
    assertThat(found.deviation().steps()).containsExactly("strokes → canvas.strokes  3", "canvas.screen → screen  2");
    assertThat(found.deviation().what()).isEqualTo("the model cannot do the last of these steps");
    assertThat(found.deviation().moves()).hasSize(2);
  }

  /// Breaks at the first stroke.
  private static final class Brittle extends Canvas {
    @Override protected void work() {
      while (repeat()) {
        if (here().select(receive(strokes), accept(drawn)) == 0) {
          throw new IllegalStateException("out of paint");
        }
        here().reply(drawn.accepted(), 0);
      }
    }
  }

  @Test void anExceptionIsCaughtAndNamed() {
    assertThat(find(Brittle::new).deviation().steps()).last().asString().contains("canvas fails", "out of paint");
  }

  /// Is away in Java until the test is over.
  private static final class Dreamer extends Canvas {
    private static final CountDownLatch OVER = new CountDownLatch(1);

    @Override protected void work() throws InterruptedException {
      here().receive(strokes);
      OVER.await();
    }
  }

  @Test void aComponentThatDoesNotComeBackFromJavaIsCaught() {
    try {
      Found found = Conformance.ofComponent("studio.graphline", "Canvas", Dreamer::new).patience(Duration.ofMillis(100))
          .shrinking(5).find().orElseThrow();
      assertThat(found.deviation().what()).contains("busy in Java for 100 ms");
    } finally {
      Dreamer.OVER.countDown();
    }
  }

  private static Found find(Supplier<Canvas> maker) {
    return Conformance.ofComponent("studio.graphline", "Canvas", maker).find().orElseThrow();
  }

  @Test void theGeneratedClassesHereAreWhatTheCompilerWrites() throws IOException {
    var java = Specs.java(Specs.program("studio.graphline"));
    assertThat(java).hasSize(2);
    for (var file : java.entrySet()) {
      assertThat(Files.readString(Path.of("src/test/java", file.getKey())))
          .as(file.getKey()).isEqualTo(file.getValue());
    }
  }
}
