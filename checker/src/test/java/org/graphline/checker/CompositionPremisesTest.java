package org.graphline.checker;

import static org.assertj.core.api.Assertions.assertThat;

import org.graphline.checker.engine.Options;
import org.graphline.checker.verdict.Verdict;
import org.junit.jupiter.api.Test;

/// Networks whose verdict by composition is wrong as soon as one premise is left out; `docs/premises.md` lists them.
class CompositionPremisesTest {
  private static Verdict verdict(String text, Options.Engine engine) {
    return Specs.check(text, Options.withClock(System::nanoTime).threads(1).engine(engine)).getLast().claimed().getFirst();
  }

  /// The clock goes on for ever, so there is no state without a step that would show the deadlock in another way.
  @Test
  void whoHasGoneHomeIsNoHelp() {
    String text = """
        package gone;
        component Once { out o: signal;  run { send to o; } }
        component Asked { in q: signal;  out o: signal;  run { receive from q;  send to o; } }
        component Taker { in i: signal;  out q: signal;  run { receive from i;  receive from i;  send to q; } }
        component Clock { out tick: signal;  run { repeat { send to tick; } } }
        component Face { in tick: signal;  run { repeat { receive from tick; } } }
        graph G {
            once = Once();  asked = Asked();  taker = Taker();  clock = Clock();  face = Face();
            (once.o, asked.o) -> taker.i;
            taker.q -> asked.q;
            clock.tick -> face.tick;
        }
        check G { deadlock free; }
        """;
    assertThat(verdict(text, Options.Engine.SEARCH)).isInstanceOf(Verdict.Violated.class);
    assertThat(verdict(text, Options.Engine.COMPOSITION)).isInstanceOf(Verdict.Violated.class);
  }

  /// With the same step by which somebody outside fails, the last one leaves who could have helped those inside.
  @Test
  void anErrorComesBeforeAStuckGroup() {
    String text = """
        package both;
        component Leaves { out first: signal;  out last: signal;  run { send to first;  send to last; } }
        component Takes { in i: signal;  out more: signal;  run { receive from i;  receive from i;  send to more; } }
        component Gives { in more: signal;  out o: signal;  run { receive from more;  send to o; } }
        component Fails { in i: signal;  var n: 0..1 = 1;  run { receive from i;  n = n + 1; } }
        graph Three {
            out o: signal;
            leaves = Leaves();  takes = Takes();  gives = Gives();
            (leaves.first, gives.o) -> takes.i;
            takes.more -> gives.more;
            leaves.last -> o;
        }
        graph G { three = Three();  fails = Fails();  three.o -> fails.i; }
        check G { deadlock free; }
        """;
    assertThat(verdict(text, Options.Engine.SEARCH)).isInstanceOf(Verdict.Holds.class);
    assertThat(verdict(text, Options.Engine.COMPOSITION)).isInstanceOf(Verdict.Holds.class);
    String fine = text.replace("0..1 = 1;", "0..1 = 0;");
    assertThat(verdict(fine, Options.Engine.COMPOSITION)).isInstanceOf(Verdict.Violated.class);
  }

  /// Nobody sees the end of a line on which a letter is left: all who could write have gone, so nobody keeps it back.
  @Test
  void whoeverIsBusyWhereNothingIsPossibleIsInADeadlock() {
    String text = """
        package left;
        component Writer { out o: signal;  run { send to o; } }
        component Reader { in i: signal;  run { select { end i => { } } } }
        graph G { writer = Writer();  reader = Reader();  writer.o ->[1] reader.i; }
        check G { deadlock free; }
        """;
    assertThat(verdict(text, Options.Engine.SEARCH)).isInstanceOf(Verdict.Violated.class);
    assertThat(verdict(text, Options.Engine.COMPOSITION)).isInstanceOf(Verdict.Violated.class);
  }

  /// Whether the environment gives a second letter or closes its tray, the mark is made; but it may do neither.
  @Test
  void aRunMayEndWhereOnlyTheEnvironmentCouldAct() {
    String text = """
        package silent;
        component Waits { in i: signal;
          run { receive from i;  select { receive from i => { }  end i => { } }  repeat { mark done; } } }
        graph G { in t: signal;  waits = Waits();  t -> waits.i; }
        check G { t leads to waits.done; }
        """;
    assertThat(verdict(text, Options.Engine.SEARCH)).isInstanceOf(Verdict.Violated.class);
    assertThat(verdict(text, Options.Engine.COMPOSITION)).isInstanceOf(Verdict.Undecided.class);
    String once = text.replace("select { receive from i => { }  end i => { } }  ", "");
    assertThat(verdict(once, Options.Engine.COMPOSITION)).isInstanceOf(Verdict.Holds.class);
  }
}
