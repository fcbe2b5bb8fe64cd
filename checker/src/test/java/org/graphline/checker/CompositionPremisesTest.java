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
}
