package org.graphline.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphline.runtime.Desk.after;
import static org.graphline.runtime.Desk.each;
import static org.graphline.runtime.Desk.end;
import static org.graphline.runtime.Desk.otherwise;
import static org.graphline.runtime.Desk.receive;
import static org.graphline.runtime.Desk.several;
import static org.graphline.runtime.Desk.when;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectTest {
  private final Bench bench = new Bench();
  private final Script chooser = bench.script("chooser");
  private final In<Integer> left = chooser.in("left");
  private final In<Integer> right = chooser.in("right");

  private void wire(int lefts, int rights, Room room) {
    bench.wiring.<Integer>line(room).from(bench.counter("l", lefts)).to(left);
    bench.wiring.<Integer>line(room).from(bench.counter("r", rights)).to(right);
  }

  @Test
  void takesWhatComesAndGoesHomeWhenAllIsFinished() throws InterruptedException {
    for (int run = 0; run < 120 * Bench.STRESS; run++) {
      SelectTest one = new SelectTest();
      one.takeEverything(run % 3);
    }
  }

  private void takeEverything(int places) throws InterruptedException {
    wire(5, 7, Room.room(places));
    chooser.does(() -> {
      while (chooser.repeat()) {
        switch (chooser.at(1).select(receive(left), receive(right))) {
          case 0 -> bench.seen.add(left.letter());
          default -> bench.seen.add(-right.letter());
        }
      }
    });
    assertThat(bench.run().isClean()).isTrue();
    assertThat(bench.seen).hasSize(12).containsSubsequence(1, 2, 3, 4, 5)
        .containsSubsequence(-1, -2, -3, -4, -5, -6, -7);
  }

  /// Runs `body` when both lines hold all their letters.
  private void whenAllIsPosted(int lefts, int rights, Work body) throws InterruptedException {
    CountDownLatch posted = new CountDownLatch(2);
    for (int side = 0; side < 2; side++) {
      Script writer = bench.script("writer[" + side + "]");
      Out<Integer> numbers = writer.out("numbers");
      int count = side == 0 ? lefts : rights;
      writer.does(() -> {
        for (int i = 1; i <= count; i++) {
          writer.at(1).send(i, numbers);
        }
        posted.countDown();
      });
      bench.wiring.<Integer>line(Room.room(100)).from(numbers).to(side == 0 ? left : right);
    }
    chooser.does(() -> {
      posted.await();
      body.run();
    });
    assertThat(bench.run().failures()).isEmpty();
  }

  @Test
  void priorityTakesTheFirstThatIsReady() throws InterruptedException {
    whenAllIsPosted(3, 3, () -> {
      while (chooser.repeat()) {
        bench.seen.add(chooser.at(1).selectPriority(receive(left), receive(right)));
      }
    });
    assertThat(bench.seen).containsExactly(0, 0, 0, 1, 1, 1);
  }

  @Test
  void aFairSelectTakesTurnsWhileBothAreReady() throws InterruptedException {
    whenAllIsPosted(4, 4, () -> {
      while (chooser.repeat()) {
        bench.seen.add(chooser.at(1).select(receive(left), receive(right)));
      }
    });
    assertThat(bench.seen).containsExactly(0, 1, 0, 1, 0, 1, 0, 1);
  }

  @Test
  void aCaseSwitchedOffIsNotTaken() throws InterruptedException {
    whenAllIsPosted(2, 2, () -> {
      while (chooser.repeat()) {
        bench.seen.add(chooser.at(1).select(when(bench.seen.size() > 1, receive(left)), receive(right)));
      }
    });
    assertThat(bench.seen).startsWith(1, 1).containsExactly(1, 1, 0, 0);
  }

  @Test
  void noCaseSwitchedOnIsAnErrorState() throws InterruptedException {
    wire(1, 1, Room.handToHand());
    chooser.does(() -> chooser.at(31).select(when(false, receive(left)), when(false, receive(right))));
    Report report = bench.run();
    assertThat(report.failures()).hasSize(1);
    assertThat(report.failures().getFirst().cause()).isInstanceOf(ErrorState.class);
    assertThat(report.failures().getFirst().position()).isEqualTo("test.graphline:31");
  }

  @Test
  void elseIsTakenOnlyIfNothingIsReady() throws InterruptedException {
    whenAllIsPosted(2, 0, () -> {
      for (int i = 0; i < 4; i++) {
        bench.seen.add(chooser.at(1).selectPriority(receive(left), otherwise()));
      }
    });
    assertThat(bench.seen).containsExactly(0, 0, 1, 1);
  }

  @Test
  void anEndCaseFiresOncePerPort() throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      SelectTest one = new SelectTest();
      one.noteEnds(run % 2);
    }
  }

  private void noteEnds(int places) throws InterruptedException {
    wire(2, 3, Room.room(places));
    chooser.does(() -> {
      while (chooser.repeat()) {
        switch (chooser.at(1).select(receive(left), receive(right), end(left), end(right))) {
          case 2 -> bench.seen.add("left");
          case 3 -> bench.seen.add("right");
          default -> bench.seen.add("letter");
        }
      }
    });
    assertThat(bench.run().isClean()).isTrue();
    assertThat(bench.seen)
        .containsExactlyInAnyOrder("letter", "letter", "letter", "letter", "letter", "left", "right");
  }

  @Test
  void aPendingEndOfALineWithLettersWaitsQuietly() throws InterruptedException {
    whenAllIsPosted(1, 1, () -> {
      bench.seen.add(chooser.at(1).select(end(left), receive(right)));
      bench.seen.add(chooser.at(2).receive(left));
      bench.seen.add(chooser.at(3).select(end(left), receive(right)));
    });
    assertThat(bench.seen).containsExactly(1, 1, 0);
  }

  @Test
  void aHeartbeatOutlivesItsLines() throws InterruptedException {
    wire(1, 1, Room.handToHand());
    chooser.does(() -> {
      int beats = 0;
      while (beats < 3) {
        if (chooser.at(1).select(receive(left), receive(right), after(Duration.ofMillis(2))) == 2) {
          beats++;
        }
      }
      bench.seen.add("stopped");
    });
    assertThat(bench.run().isClean()).isTrue();
    assertThat(bench.seen).containsExactly("stopped");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15})
  void noTimeoutIsEarly(int millis) throws InterruptedException {
    Script sleeper = bench.script("sleeper");
    sleeper.does(() -> {
      for (int i = 0; i < 3; i++) {
        long start = System.nanoTime();
        sleeper.at(1).pause(Duration.ofMillis(millis));
        long middle = System.nanoTime();
        sleeper.at(2).select(after(Duration.ofMillis(millis)));
        long stop = System.nanoTime();
        bench.seen.add(middle - start >= millis * 1_000_000L && stop - middle >= millis * 1_000_000L);
      }
    });
    bench.wiring.<Integer>line().from(bench.counter("l", 0)).to(left);
    bench.wiring.<Integer>line().from(bench.counter("r", 0)).to(right);
    bench.run();
    assertThat(bench.seen).containsExactly(true, true, true);
  }

  @Test
  void aReplicatedCaseTellsWhichOneItWas() throws InterruptedException {
    Script post = bench.script("post");
    In<Integer>[] a = post.in("a", 3);
    In<Integer>[] b = post.in("b", 3);
    for (int i = 0; i < 3; i++) {
      bench.wiring.<Integer>line().from(bench.counter("a[" + i + "]", 2)).to(a[i]);
      bench.wiring.<Integer>line().from(bench.counter("b[" + i + "]", 2)).to(b[i]);
    }
    wire(1, 0, Room.handToHand());
    chooser.does(() -> bench.seen.add("left" + chooser.at(9).receive(left)));
    post.does(() -> {
      while (post.repeat()) {
        switch (post.at(1).select(each(1, 0, i -> receive(a[i])),
            each(0, 2, i -> several(receive(a[i]), receive(b[i]))))) {
          case 1 -> {
            int i = post.at(2).picked();
            switch (post.at(2).picked()) {
              case 0 -> bench.seen.add("a" + i + a[i].letter());
              default -> bench.seen.add("b" + i + b[i].letter());
            }
          }
          default -> throw new AssertionError("an empty `for` was chosen");
        }
      }
    });
    assertThat(bench.run().isClean()).isTrue();
    assertThat(bench.seen).containsExactlyInAnyOrder("left1",
        "a01", "a02", "a11", "a12", "a21", "a22", "b01", "b02", "b11", "b12", "b21", "b22");
  }
}
