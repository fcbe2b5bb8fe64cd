package org.graphline.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTest {
  private final Bench bench = new Bench();

  @Test
  void anExceptionEndsTheComponentAndItsNeighborsGoHome() throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      new FailureTest().failInTheMiddle(run % 2);
    }
  }

  private void failInTheMiddle(int places) throws InterruptedException {
    Script middle = bench.script("middle");
    In<Integer> in = middle.in("in");
    Out<Integer> out = middle.out("out");
    middle.does(() -> {
      while (middle.repeat()) {
        int i = middle.at(16).receive(in);
        middle.at(17).send(10 / (3 - i), out);
      }
    });
    bench.wiring.<Integer>line(Room.room(places)).from(bench.counter("first", 100)).to(in);
    bench.wiring.<Integer>line(Room.room(places)).from(out).to(bench.collector("last"));
    Report report = bench.run();
    assertThat(bench.seen).containsExactly(5, 10);
    assertThat(report.outcomes().stream().map(Outcome::desk)).containsExactly("middle", "first", "last");
    Outcome.Failed failed = report.failures().getFirst();
    assertThat(failed.cause()).isInstanceOf(ArithmeticException.class);
    assertThat(failed.position()).isEqualTo("test.graphline:17");
    StackTraceElement frame = failed.cause().getSuppressed()[0].getStackTrace()[0];
    assertThat(frame.getFileName() + ":" + frame.getLineNumber()).isEqualTo("test.graphline:17");
  }

  @Test
  void leavingARangeIsAnErrorState() throws InterruptedException {
    Script script = bench.script("script");
    script.does(() -> {
      script.at(5);
      Checks.range(0, 7, 8);
    });
    Outcome.Failed failed = bench.run().failures().getFirst();
    assertThat(failed.cause()).isInstanceOf(ErrorState.class).hasMessage("8 leaves the range 0..7");
    assertThat(failed.position()).isEqualTo("test.graphline:5");
  }

  @Test
  void listsAndArithmeticHaveErrorStates() {
    BoundedList<String> list = new BoundedList<>(1);
    assertThatThrownBy(list::first).isInstanceOf(ErrorState.class);
    assertThatThrownBy(list::removeFirst).isInstanceOf(ErrorState.class);
    list.add("x");
    BoundedList<String> copy = list.copy();
    assertThat(copy).isEqualTo(list);
    assertThatThrownBy(() -> list.add("y")).isInstanceOf(ErrorState.class);
    assertThatThrownBy(() -> list.at(1)).isInstanceOf(ErrorState.class);
    assertThat(list.removeFirst()).isEqualTo("x");
    assertThat(copy.size()).isEqualTo(1);
    assertThatThrownBy(() -> Checks.index(2, 2)).isInstanceOf(ErrorState.class);
    assertThatThrownBy(() -> Checks.divide(1, 0)).isInstanceOf(ErrorState.class);
    assertThatThrownBy(() -> Checks.remainder(1, 0)).isInstanceOf(ErrorState.class);
    assertThatThrownBy(() -> Checks.holds(false, "x < 3")).hasMessage("assertion failed: x < 3");
  }

  @Test
  void sendingNullFailsTheSender() throws InterruptedException {
    Script script = bench.script("script");
    Out<Integer> out = script.out("out");
    script.does(() -> script.at(3).send(null, out));
    bench.wiring.<Integer>line().from(out).to(bench.collector("r"));
    assertThat(bench.run().failures()).map(Outcome.Failed::position).isEqualTo(List.of("test.graphline:3"));
  }

  @Test
  void aSwallowedExceptionDoesNotKeepAComponentAtWork() throws InterruptedException {
    Script script = bench.script("script");
    In<Integer> in = script.in("in");
    script.does(() -> {
      while (script.repeat()) {
        try {
          script.at(1).receive(in);
        } catch (RuntimeException _) {
          bench.seen.add("swallowed");
        }
      }
    });
    bench.wiring.<Integer>line().from(bench.counter("c", 1)).to(in);
    assertThat(bench.run().isClean()).isTrue();
    assertThat(bench.seen).isEmpty();
  }

  @Test
  void aThreadLeftInterruptedByJavaDoesNotUpsetTheLines() throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      FailureTest one = new FailureTest();
      Script script = one.bench.script("script");
      In<Integer> in = script.in("in");
      Out<Integer> out = script.out("out");
      script.does(() -> {
        while (script.repeat()) {
          int i = script.at(1).receive(in);
          Thread.currentThread().interrupt();
          script.at(2).send(i, out);
          Thread.currentThread().interrupt();
        }
      });
      one.bench.wiring.<Integer>line().from(one.bench.counter("c", 5)).to(in);
      one.bench.wiring.<Integer>line().from(out).to(one.bench.collector("r"));
      assertThat(one.bench.run().isClean()).isTrue();
      assertThat(one.bench.seen).containsExactly(1, 2, 3, 4, 5);
    }
  }

  @Test
  void looseAndDoubledEndsAreRefusedBeforeAnythingStarts() {
    Script script = bench.script("script");
    Out<Integer> out = script.out("out");
    assertThatThrownBy(bench::start).hasMessage("not connected: [script.out]");
    bench.wiring.<Integer>line().from(out).to(bench.collector("a"));
    bench.wiring.<Integer>line().from(out).to(bench.collector("b"));
    assertThatThrownBy(bench::start).hasMessage("script.out is on two lines");
  }
}
