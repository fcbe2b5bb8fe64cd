package org.graphline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.graphline.runtime.monitor.TraceRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
  private static List<Object> oneTo(int count) {
    return IntStream.rangeClosed(1, count).<Object>mapToObj(i -> i).toList();
  }

  /// The race that loses letters with JCSP's own poison: the writer closes at once after its last letter.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 8})
  void losesNothingWhenTheWriterLeavesAtOnce(int places) throws InterruptedException {
    for (int run = 0; run < 200 * Bench.STRESS; run++) {
      Bench bench = new Bench();
      bench.wiring.<Integer>line(Room.room(places)).from(bench.counter("a", 9)).to(bench.collector("b"));
      assertThat(bench.run().isClean()).isTrue();
      assertThat(bench.seen).isEqualTo(oneTo(9));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void oneOfSeveralWritersLeavesWithoutTheOthersNoticing(int places) throws InterruptedException {
    for (int run = 0; run < 120 * Bench.STRESS; run++) {
      Bench bench = new Bench();
      Wire<Integer> wire = bench.wiring.<Integer>line(Room.room(places)).to(bench.collector("logger"));
      for (int i = 0; i < 4; i++) {
        wire.from(bench.counter("w[" + i + "]", 3 * i));
      }
      assertThat(bench.run().isClean()).isTrue();
      assertThat(bench.seen).hasSize(3 + 6 + 9);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void eachLetterOnAnAnyLineIsTakenOnce(int places) throws InterruptedException {
    for (int run = 0; run < 120 * Bench.STRESS; run++) {
      Bench bench = new Bench();
      Wire<Integer> wire = bench.wiring.<Integer>line(Room.room(places)).from(bench.counter("a", 20));
      for (int i = 0; i < 3; i++) {
        wire.to(bench.collector("r[" + i + "]"));
      }
      assertThat(bench.run().isClean()).isTrue();
      assertThat(bench.seen).containsExactlyInAnyOrderElementsOf(oneTo(20));
    }
  }

  @Test
  void manyWritersAndManyReadersShareOneLine() throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      Bench bench = new Bench();
      Wire<Integer> wire = bench.wiring.<Integer>line();
      for (int i = 0; i < 3; i++) {
        wire.from(bench.counter("w[" + i + "]", 10)).to(bench.collector("r[" + i + "]"));
      }
      assertThat(bench.run().isClean()).isTrue();
      assertThat(bench.seen).hasSize(30);
    }
  }

  @Test
  void anAnyReaderWhoLeavesKeepsNobodyFromReading() throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      Bench bench = new Bench();
      Script once = bench.script("once");
      In<Integer> letters = once.in("letters");
      once.does(() -> bench.seen.add(once.at(1).receive(letters)));
      bench.wiring.<Integer>line().from(bench.counter("a", 6)).to(letters).to(bench.collector("r"));
      assertThat(bench.run().isClean()).isTrue();
      assertThat(bench.seen).containsExactlyInAnyOrderElementsOf(oneTo(6));
    }
  }

  /// Posts `count` letters before the reader looks at the line.
  private static List<Object> afterPosting(int count, Room room) throws InterruptedException {
    Bench bench = new Bench();
    CountDownLatch posted = new CountDownLatch(1);
    Script writer = bench.script("writer");
    Out<Integer> numbers = writer.out("numbers");
    writer.does(() -> {
      for (int i = 1; i <= count; i++) {
        writer.at(1).send(i, numbers);
      }
      posted.countDown();
    });
    Script reader = bench.script("reader");
    In<Integer> letters = reader.in("letters");
    reader.does(() -> {
      posted.await();
      while (reader.repeat()) {
        bench.seen.add(reader.at(2).receive(letters));
      }
    });
    bench.wiring.<Integer>line(room).from(numbers).to(letters);
    bench.run();
    return bench.seen;
  }

  @Test
  void aLineWithRoomTakesThatManyLettersWithoutAReader() throws InterruptedException {
    assertThat(afterPosting(3, Room.room(3))).containsExactly(1, 2, 3);
  }

  @Test
  void anOverwritingLineKeepsTheNewest() throws InterruptedException {
    assertThat(afterPosting(8, Room.overwriting(3))).containsExactly(6, 7, 8);
  }

  @Test
  void aDroppingLineKeepsTheOldest() throws InterruptedException {
    assertThat(afterPosting(8, Room.dropping(3))).containsExactly(1, 2, 3);
  }

  @Test
  void noRoomIsHandToHandWhateverTheKind() {
    assertThat(Room.overwriting(0)).isEqualTo(Room.handToHand());
    assertThat(Room.dropping(0)).isEqualTo(Room.handToHand());
  }

  @Test
  void aFullLineMakesItsWriterWait() throws InterruptedException {
    Bench bench = new Bench();
    AtomicInteger sent = new AtomicInteger();
    Script writer = bench.script("writer");
    Out<Integer> numbers = writer.out("numbers");
    writer.does(() -> {
      for (int i = 1; i <= 5; i++) {
        writer.at(1).send(i, numbers);
        sent.incrementAndGet();
      }
    });
    Script reader = bench.script("reader");
    In<Integer> letters = reader.in("letters");
    CountDownLatch forEver = new CountDownLatch(1);
    reader.does(forEver::await);
    bench.wiring.<Integer>line(Room.room(2)).from(numbers).to(letters);
    Network network = bench.start();
    assertThat(network.join(Bench.A_WHILE)).isFalse();
    assertThat(sent).hasValue(2);
    assertThat(network.describeWaiting()).hasToString(
        "[writer waits to send numbers at test.graphline:1 for reader]");
    forEver.countDown();
    assertThat(Bench.finish(network).isClean()).isTrue();
    assertThat(sent).hasValue(2);
  }

  @Test
  void refusedSenderTakesItsElse() throws InterruptedException {
    for (int run = 0; run < 120 * Bench.STRESS; run++) {
      Bench bench = new Bench();
      Script writer = bench.script("writer");
      Out<Integer> numbers = writer.out("numbers");
      writer.does(() -> {
        int i = 0;
        while (writer.at(1).sendOrRefused(i, numbers)) {
          i++;
        }
        bench.seen.add("sent " + i);
      });
      Script reader = bench.script("reader");
      In<Integer> letters = reader.in("letters");
      reader.does(() -> {
        reader.at(2).receive(letters);
        reader.at(3).receive(letters);
      });
      bench.wiring.<Integer>line().from(numbers).to(letters);
      assertThat(bench.run().isClean()).isTrue();
      assertThat(bench.seen).containsExactly("sent 2");
    }
  }

  @Test
  void receiverOnAFinishedLineTakesItsElse() throws InterruptedException {
    Bench bench = new Bench();
    Script reader = bench.script("reader");
    In<Integer> letters = reader.in("letters");
    reader.does(() -> {
      for (var got = reader.at(1).receiveOrEnd(letters);
          got.isPresent();
          got = reader.at(1).receiveOrEnd(letters)) {
        bench.seen.add(got.get());
      }
      bench.seen.add("end");
    });
    bench.wiring.<Integer>line().from(bench.counter("a", 2)).to(letters);
    assertThat(bench.run().isClean()).isTrue();
    assertThat(bench.seen).containsExactly(1, 2, "end");
  }

  @Test
  void closingAnOutTrayTellsTheReaderAndLeavesTheWriterAtWork() throws InterruptedException {
    Bench bench = new Bench();
    CountDownLatch ended = new CountDownLatch(1);
    Script writer = bench.script("writer");
    Out<Integer> numbers = writer.out("numbers");
    writer.does(() -> {
      writer.at(1).send(1, numbers);
      writer.at(2).close(numbers);
      ended.await();
    });
    Script reader = bench.script("reader");
    In<Integer> letters = reader.in("letters");
    reader.does(() -> {
      reader.at(3).receive(letters);
      bench.seen.add(reader.at(4).receiveOrEnd(letters).isPresent());
      ended.countDown();
    });
    bench.wiring.<Integer>line(Room.room(1)).from(numbers).to(letters);
    assertThat(bench.run().isClean()).isTrue();
    assertThat(bench.seen).containsExactly(false);
  }

  @Test
  void aSplitGivesEveryReaderEveryLetter() throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      Bench bench = new Bench();
      List<Object> left = new ArrayList<>();
      List<Object> right = new ArrayList<>();
      bench.wiring.<Integer>copies(Room.room(run % 3)).from(bench.counter("a", 5))
          .to(bench.collector("b", left::add)).to(bench.collector("c", right::add));
      assertThat(bench.run().isClean()).isTrue();
      assertThat(left).isEqualTo(oneTo(5));
      assertThat(right).isEqualTo(oneTo(5));
    }
  }

  @Test
  void aCopyMayShareALineWithAnotherWriter() throws InterruptedException {
    Bench bench = new Bench();
    In<Integer> shared = bench.collector("b");
    bench.wiring.<Integer>copies().from(bench.counter("a", 3)).to(shared).to(bench.collector("c", _ -> { }));
    bench.wiring.<Integer>line().from(bench.counter("d", 3)).to(shared);
    assertThat(bench.run().isClean()).isTrue();
    assertThat(bench.seen).containsExactlyInAnyOrder(1, 1, 2, 2, 3, 3);
  }

  @Test
  void splitsAreNumberedAndOneReaderNeedsNone() throws InterruptedException {
    Bench bench = new Bench();
    for (int i = 0; i < 2; i++) {
      bench.wiring.<Integer>copies().from(bench.counter("a[" + i + "]", 1)).to(bench.collector("b[" + i
          + "]"))
          .to(bench.collector("c[" + i + "]"));
    }
    bench.wiring.<Integer>copies().from(bench.counter("d", 1)).to(bench.collector("e"));
    assertThat(bench.run().outcomes()).extracting(Outcome::desk).contains("split", "split2")
        .doesNotContain("split3");
  }

  @Test
  void aSplitIgnoresAReaderWhoHasLeft() throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      Bench bench = new Bench();
      Script once = bench.script("once");
      In<Integer> letters = once.in("letters");
      once.does(() -> once.at(1).receive(letters));
      bench.wiring.<Integer>copies().from(bench.counter("a", 5)).to(letters).to(bench.collector("c"));
      assertThat(bench.run().isClean()).isTrue();
      assertThat(bench.seen).isEqualTo(oneTo(5));
    }
  }

  @Test
  void aSplitWithoutReadersRefusesItsWriter() throws InterruptedException {
    for (int run = 0; run < 100 * Bench.STRESS; run++) {
      Bench bench = new Bench();
      Script writer = bench.script("writer");
      Out<Integer> numbers = writer.out("numbers");
      writer.does(() -> {
        for (int i = 0; writer.at(1).sendOrRefused(i, numbers); i++) {
          Thread.onSpinWait();
        }
        bench.seen.add("refused");
      });
      Copies<Integer> copies = bench.wiring.<Integer>copies().from(numbers);
      for (int i = 0; i < 2; i++) {
        Script once = bench.script("once[" + i + "]");
        In<Integer> letters = once.in("letters");
        once.does(() -> once.at(1).receive(letters));
        copies.to(letters);
      }
      assertThat(bench.run().isClean()).isTrue();
      assertThat(bench.seen).containsExactly("refused");
    }
  }

  @Test
  void nowhereTakesEverythingAndNeverIsSilent() throws InterruptedException {
    Bench bench = new Bench();
    bench.wiring.<Integer>line().from(bench.counter("a", 100))
        .to(bench.wiring.add("nowhere", new Nowhere<Integer>()).items);
    bench.wiring.<Integer>line().from(bench.wiring.add("never", new Never<Integer>()).items)
        .to(bench.collector("waits"));
    Report report = bench.run();
    assertThat(report.isClean()).isTrue();
    assertThat(report.closed()).as("never rests until closing time").isTrue();
    assertThat(bench.seen).isEmpty();
  }

  @Test
  void aLineFromAComponentToItselfNeedsABuffer() throws InterruptedException {
    for (int places = 0; places <= 1; places++) {
      Bench bench = new Bench();
      Script loner = bench.script("loner");
      Out<Integer> out = loner.out("mine");
      In<Integer> in = loner.in("back");
      loner.does(() -> {
        loner.at(1).send(7, out);
        bench.seen.add(loner.at(2).receive(in));
      });
      bench.wiring.<Integer>line(Room.room(places)).from(out).to(in);
      if (places == 0) {
        Bench.assertStuck(bench.start());
      } else {
        assertThat(bench.run().isClean()).isTrue();
      }
    }
  }

  @Test
  void junctionsOfNestedGraphsAreNoStations() throws InterruptedException {
    Bench bench = new Bench();
    Wiring inner = bench.wiring.within("part[0]");
    Junction<Integer> arrivals = inner.junction("arrivals");
    Script reader = inner.add("reader", new Script());
    In<Integer> letters = reader.in("letters");
    reader.does(() -> {
      while (reader.repeat()) {
        bench.seen.add(reader.at(1).receive(letters));
      }
    });
    inner.<Integer>line().from(arrivals).to(letters);
    bench.wiring.<Integer>line(Room.room(2)).from(bench.counter("a", 3)).to(arrivals);
    Report report = bench.run();
    assertThat(bench.seen).containsExactly(1, 2, 3);
    assertThat(report.outcomes()).map(Outcome::desk).containsExactly("part[0].reader", "a");
  }

  @Test
  void aWaitingSendersLetterIsPostedWhenThereIsRoom() throws InterruptedException {
    TraceRecorder recorder = new TraceRecorder();
    Bench bench = new Bench().with(Options.standard().observedBy(recorder));
    Out<Integer> numbers = bench.counter("writer", 4);
    Script reader = bench.script("reader");
    In<Integer> in = reader.in("in");
    CountDownLatch full = new CountDownLatch(1);
    reader.does(() -> {
      full.await();
      while (reader.repeat()) {
        reader.at(2).receive(in);
      }
    });
    bench.wiring.<Integer>line(Room.room(2)).from(numbers).to(in);
    Network network = bench.start();
    assertThat(network.join(Bench.A_WHILE)).isFalse();
    full.countDown();
    Bench.finish(network);
    new LineAutomata().line(Room.room(2), List.of("writer.numbers"), List.of("reader.in"))
        .accept(recorder.events());
    assertThat(recorder.story().lines().limit(4)).containsExactly(
        "writer.numbers ⇢ line to reader.in  1", "writer.numbers ⇢ line to reader.in  2",
        "line from writer.numbers ⇢ reader.in  1", "writer.numbers ⇢ line to reader.in  3");
  }

  @Test
  void aReaderWhoLeavesWhileWaitingItsTurnHoldsNobodyUp() throws InterruptedException {
    Bench bench = new Bench();
    CountDownLatch go = new CountDownLatch(1);
    Script writer = bench.script("writer");
    Out<Integer> numbers = writer.out("numbers");
    writer.does(() -> {
      go.await();
      for (int i = 1; i <= 6; i++) {
        writer.at(1).send(i, numbers);
      }
    });
    Script hasty = bench.script("hasty");
    In<Integer> letters = hasty.in("letters");
    CountDownLatch leave = new CountDownLatch(1);
    hasty.does(() -> hasty.at(2).par(
        () -> bench.seen.add(hasty.at(3).receive(letters)),
        () -> {
          leave.await();
          throw hasty.at(4).stop();
        }));
    Wire<Integer> wire = bench.wiring.<Integer>line().from(numbers);
    wire.to(bench.collector("r[0]")).to(letters).to(bench.collector("r[1]"));
    Network network = bench.start();
    assertThat(network.join(Bench.A_WHILE)).isFalse();
    leave.countDown();
    assertThat(network.join(Bench.A_WHILE)).isFalse();
    go.countDown();
    assertThat(Bench.finish(network).isClean()).isTrue();
    assertThat(bench.seen).containsExactlyInAnyOrderElementsOf(oneTo(6));
  }
}
