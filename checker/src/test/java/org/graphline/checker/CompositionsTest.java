package org.graphline.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Options.Engine;
import org.graphline.checker.verdict.Finding;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Verdict;
import org.graphline.model.semantics.Timers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompositionsTest {
  private static final Path CHAIN = Path.of("../bench/composition/chain.graphline");
  private static final Path BOARD = Path.of("../examples/07-two-peer-board/board.graphline");

  /// Each peer relays in both directions, one thing at a time; next to it a clock ticks for ever.
  private static final String RELAYS = """
      component Pen { out ink: signal;  run { repeat { send to ink; } } }
      component Relay {
        in left: signal;  in right: signal;  out toLeft: signal;  out toRight: signal;
        run { repeat select { receive from left => send to toRight;  receive from right => send to toLeft; } }
      }
      graph Peer {
        in left: signal;  in right: signal;  out toLeft: signal;  out toRight: signal;
        relay = Relay();  pen = Pen();
        left -> relay.left;  right -> relay.right;  relay.toLeft -> toLeft;  relay.toRight -> toRight;
        pen.ink -> Nowhere();
      }
      graph Row(n: 2..100) {
        for i in 0..n-1 { peer[i] = Peer(); }
        for i in 1..n-1 { peer[i-1].toRight -> peer[i].left;  peer[i].toLeft -> peer[i-1].right; }
        first = Pen();  last = Pen();
        first.ink -> peer[0].left;   peer[0].toLeft -> Nowhere();
        last.ink -> peer[n-1].right; peer[n-1].toRight -> Nowhere();
      }
      """;

  private static Verdict verdict(Path file, String check, Options options) throws IOException {
    String text = Files.readString(file).replaceAll("(?ms)^check .*", "");
    return Specs.check(text + "\n" + check, options).getLast().claimed().getFirst();
  }

  private static Options by(Engine engine) {
    return Options.withClock(() -> 0).engine(engine);
  }

  @Test
  void twoPeersWithStrokesAndSoundAreDecidedByWhatIsLeftOfEach() throws IOException {
    Verdict verdict = verdict(BOARD, "check Whiteboard { deadlock free; }", by(Engine.COMPOSITION));
    assertThat(verdict).isInstanceOf(Verdict.Holds.class);
    assertThat(verdict.statistics().engine()).matches("by composition \\(peer\\[\\*]: \\d+ of [\\d,]+ states\\)");
    assertThat(verdict.statistics().states()).isLessThan(100_000);
  }

  @Test
  void allThatIsAskedOfTheBoardIsDecidedByComposition() throws IOException {
    var report = Specs.check(Files.readString(BOARD), by(Engine.COMPOSITION)).getLast();
    assertThat(report.network().graph().simple()).isEqualTo("Whiteboard");
    assertThat(report.claimed()).hasSize(3).allSatisfy(v -> {
      assertThat(v).isInstanceOf(Verdict.Holds.class);
      assertThat(v.statistics().engine()).startsWith("by composition (peer[*]:");
    });
  }

  @Test
  void endlessRunsAreLeftToTheSearch() throws IOException {
    String check = "check Whiteboard { livelock free progress on screen[0]; }";
    assertThat(verdict(BOARD, check, by(Engine.COMPOSITION))).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void theyAreComposedByItselfWhereAFirstLookDoesNotDecide() throws IOException {
    Verdict verdict = verdict(BOARD, "check Whiteboard { deadlock free; }", by(Engine.AUTO).threads(1));
    assertThat(verdict).isInstanceOf(Verdict.Holds.class);
    assertThat(verdict.statistics().engine()).startsWith("by composition");
  }

  @Test
  void aSmallOneIsSearchedByItself() throws IOException {
    Verdict verdict = verdict(CHAIN, "check Chain(n = 2) { deadlock free; }", by(Engine.AUTO));
    assertThat(verdict).isInstanceOf(Verdict.Holds.class);
    assertThat(verdict.statistics().engine()).doesNotContain("composition");
  }

  @Test
  void aHundredLikePeersCostWhatAFewDo() throws IOException {
    Verdict few = verdict(CHAIN, "check Chain(n = 10) { deadlock free; }", by(Engine.COMPOSITION));
    Verdict many = verdict(CHAIN, "check Chain(n = 100) { deadlock free; }", by(Engine.COMPOSITION));
    assertThat(many).isInstanceOf(Verdict.Holds.class);
    assertThat(many.statistics().states()).isLessThan(2 * few.statistics().states());
  }

  /// Nobody moves and nothing changes when the clock ticks; but it ticks for ever, and so is in no deadlock.
  @Test
  void aStepThatIsAlwaysPossibleAndChangesNothingIsAStep() {
    Verdict verdict = Specs.check("""
        component Clock {
          barrier tick;  in halt: signal;
          run { var heard: 0..1 = 0;  repeat select { sync tick => {}  when (heard == 1) receive from halt => {} } }
        }
        component Hand { barrier tick;  run { repeat select { sync tick => {} } } }
        component Guest { out halt: signal;  run { send to halt; } }
        graph Room {
          clock = Clock();  hand = Hand();  guest = Guest();
          guest.halt -> clock.halt;  barrier tick: (clock.tick, hand.tick);
        }
        check Room { deadlock free; }
        """, by(Engine.COMPOSITION)).getLast().claimed().getFirst();
    assertThat(verdict).isInstanceOf(Verdict.Holds.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void neighborsThatWaitForEachOtherAreShownByARunOfTheWhole(int peers) {
    Verdict verdict = Specs.check(RELAYS + "check Row(n = " + peers + ") { deadlock free; }", by(Engine.COMPOSITION))
        .getLast().claimed().getFirst();
    assertThat(verdict).isInstanceOfSatisfying(Verdict.Violated.class, v -> {
      assertThat(v.counterexample().finding()).isEqualTo(Finding.DEADLOCK);
      // The clocks go on all the time: there is no state without a step.
      assertThat(v.counterexample().waits().waiters()).isNotEmpty();
    });
  }

  @Test
  void timersThatWaitForAllElseAreNotComposed() throws IOException {
    Verdict verdict = verdict(BOARD, "check Whiteboard { deadlock free; }",
        by(Engine.COMPOSITION).timers(Timers.PATIENT));
    assertThat(verdict).isInstanceOfSatisfying(Verdict.Undecided.class,
        v -> assertThat(v.reason()).isInstanceOf(Reason.NotComposed.class));
  }

  @Test
  void whatIsCalledOffSaysNothing() throws IOException {
    var asked = new AtomicInteger();
    Verdict verdict = verdict(BOARD, "check Whiteboard { deadlock free; }",
        by(Engine.COMPOSITION).cancelled(() -> asked.incrementAndGet() > 20));
    assertThat(verdict).isInstanceOfSatisfying(Verdict.Undecided.class,
        v -> assertThat(v.reason()).isInstanceOf(Reason.Cancelled.class));
  }

  @Test
  void aBoundOnStatesIsKept() throws IOException {
    Verdict verdict = verdict(BOARD, "check Whiteboard { deadlock free; }", by(Engine.COMPOSITION).maxStates(100));
    assertThat(verdict).isInstanceOfSatisfying(Verdict.Undecided.class,
        v -> assertThat(v.reason()).isInstanceOf(Reason.NotComposed.class));
  }
}
