package org.graphline.checker.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.graphline.checker.Checker;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Products;
import org.graphline.checker.proof.LocalProof;
import org.graphline.checker.verdict.Verdict;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Networks that can deadlock, each of which would be proved, or get a certificate, if one premise were left out;
/// `docs/premises.md` lists them.
class DeadlockPremisesTest {
  private static final String PARTS = """
      package premises;
      component Once { out o: signal;  run { send to o; } }
      component Twice { out o: signal;  run { send to o;  send to o; } }
      component Source { out o: signal;  run { repeat { send to o; } } }
      component Sink { in i: signal;  run { repeat { receive from i; } } }
      component Copy { in i: signal;  out o: signal;  run { repeat { receive from i;  send to o; } } }
      component First { in i: signal;  out o: signal;  run { repeat { send to o;  receive from i; } } }
      component SeesEnd { in i: signal;  run { select { end i => { } } } }
      component OwnEnd { in i: signal;  out o: signal;  run { send to o;  select { end i => { } } } }
      component Either { in i: signal;  in j: signal;  out o: signal;
        run { receive from i;  select { receive from i => { }  receive from j => { } }  send to o; } }
      component Syncs { barrier b;  out o: signal;  run { sync b;  send to o; } }
      component Awaits { barrier b;  in i: signal;  run { receive from i;  sync b; } }
      component Enrolled { barrier b;  run { sync b; } }
      component Calls { barrier b;  in i: signal;  out o: signal;  run { receive from i;  send to o;  sync b; } }
      component Bits { out o: bool;  run { repeat { choose { send true to o; } or { send false to o; } } } }
      component Reacts(to: bool) { in i: bool;  in p: signal;  out o: signal;
        run { repeat { receive x from i;
          if (x == to) { send to o;  receive from p; } else { receive from p;  send to o; } } } }
      component Posts { out o: signal;  out q: signal;  run { send to o;  send to o;  send to q; } }
      component Leaves { in i: signal;  in z: signal;  run { receive from z;  close i; } }
      component Elsewhere { in i: signal;  in j: signal;  run { repeat { receive from j;  receive from i; } } }
      component Clock { barrier b;  run { repeat { mark on; } } }
      component Tells { out o: signal;  out z: signal;  out q: signal;
        run { send to o;  send to z;  send to o;  send to q; } }
      component Stays { in i: signal;  in j: signal;
        run { while (true) { receive from j else { mark on; }  receive from i else { mark on; } } } }
      component Closes { in i: signal;  out o: signal;
        run { mark on;  mark on;  close o;  select { end i => { } }  while (true) { mark on; } } }
      component Joins { barrier b;  run { mark on;  sync b; } }
      component Busy { out o: signal;  out p: signal;  run { repeat { send to o;  mark on; } } }
      component Later { in i: signal;  in j: signal;
        run { repeat { for n in 1..9 { receive from i; }  receive from j; } } }
      component Ends { in i: signal;  out o: signal;  var more: bool = true;
        run { while (more) { choose { send to o;  receive from i; } or { more = false; } } } }
      component Both { in i: signal;  in j: signal;  out o: signal;
        run { repeat { receive from j;  send to o;  receive from i; } } }
      """;

  /// What each is for: a letter left keeps the end of its line from being seen; a component keeps its own line from
  /// ending; nobody is known not to be stuck where nothing is known of two together; one giver that has gone is no help
  /// though the other one is stuck; of all who must come one stuck is enough, though another one comes, is there, or is
  /// no neighbor as there are many; any letter may come from a line that is not looked at; a line keeps its letters
  /// while somebody else may read it.
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
      a = Once();  b = SeesEnd();  a.o ->[1] b.i;
      a = OwnEnd();  a.o ->[2] a.i;
      a = First();  b = First();  a.o -> b.i;  b.o -> a.i;
      a = Once();  c = Copy();  e = Either();  a.o -> e.i;  c.o -> e.j;  e.o -> c.i;
      a = Syncs();  b = Awaits();  c = Clock();  a.o -> b.i;  barrier t: (a.b, b.b, c.b);
      x = Bits();  r = Reacts(to = true);  c = Copy();  x.o ->[1] r.i;  r.o -> c.i;  c.o -> r.p;
      x = Bits();  r = Reacts(to = false);  c = Copy();  x.o ->[1] r.i;  r.o -> c.i;  c.o -> r.p;
      """)
  void whatCanDeadlockIsNotProvedAndGetsNoCertificate(String network) throws Unsupported {
    isNotProved(network);
  }

  /// What each is for: a line may end through others where one's own end of it was closed before, so that what local
  /// states of theirs say is not asked of one's own; rounds that prove that nobody is stuck say nothing of a state in
  /// which nothing is possible.
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
      a = Once();  b = Closes();  (a.o, b.o) ->[1] b.i;
      m = Ends();  c = Copy();  d = Copy();  m.o -> c.i;  c.o -> d.i;  d.o -> m.i;  \
        a = Once();  b = SeesEnd();  a.o ->[1] b.i;
      """)
  void whereNothingIsPossibleSomebodyWhoHopesIsLookedForByItself(String network) throws Unsupported {
    isNotProved(network);
  }

  /// Others go on for ever, so that no state without steps shows the deadlock in another way. What the last five
  /// are for: a helper that is no neighbor may be stuck; a line keeps its letters while somebody else may read
  /// it, and so its writer waits; where rounds fall without end there is no bound; a step that moves one of two
  /// neighbors does not move the other.
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
      a = Syncs();  b = Awaits();  for k in 0..1 { e[k] = Enrolled(); }  a.o -> b.i;  barrier t: (a.b, b.b, e[*].b);
      b = Calls();  c = Copy();  for k in 0..8 { e[k] = Enrolled(); }  c.o -> b.i;  b.o -> c.i;  barrier t: (b.b, e[*].b);
      w = Posts();  r = Leaves();  k = Elsewhere();  n = Once();  w.o ->[any, 1] (r.i, k.i);  w.q -> k.j;  n.o -> r.z;
      y = Syncs();  w = Copy();  x = Awaits();  y.o -> w.i;  w.o -> x.i;  for k in 0..7 { e[k] = Joins(); }  \
        barrier t: (x.b, y.b, e[*].b);
      r = Leaves();  w = Tells();  k = Stays();  w.o ->[any, 1] (r.i, k.i);  w.z -> r.z;  w.q -> k.j;
      a = Copy();  b = Busy();  y = Later();  b.o -> y.i;  b.p -> a.i;  a.o -> y.j;
      h = Both();  b = First();  h.o -> b.i;  b.o -> h.i;  w = Source();  w.o ->[dropping 1] h.j;
      w = Source();  b = First();  h = Both();  h.o -> b.i;  b.o -> h.i;  w.o ->[dropping 1] h.j;
      """)
  void whatCanBeStuckWhileOthersGoOnIsNotProvedEither(String network) throws Unsupported {
    isNotProved(network + "  more = Source();  last = Sink();  more.o -> last.i;");
  }

  private static void isNotProved(String network) throws Unsupported {
    Elaboration elaboration = elaborate("graph G { " + network + " }\ncheck G { deadlock free; }\n");
    assertThat(Checker.check(elaboration.network().orElseThrow(), elaboration.claims(),
        Options.withClock(System::nanoTime).engine(Options.Engine.SEARCH).threads(1), Progress.SILENT).claimed())
        .singleElement().isInstanceOf(Verdict.Violated.class);
    for (Timers timers : Timers.values()) {
      Product product = Products.of(Semantics.of(elaboration.network().orElseThrow(), timers), timers).product();
      assertThat(LocalProof.deadlockFree(product, () -> false)).isEmpty();
      for (boolean knows : List.of(true, false)) {
        assertThat(RandomCertificatesTest.isAccepted(product, new Forger(product).forge(knows))).isFalse();
        assertThat(new Forger(product).refutes(knows)).isFalse();
      }
    }
  }

  static Elaboration elaborate(String text) {
    var program = Frontend.analyze(List.of(new SourceFile("premises.graphline", PARTS + text))).program()
        .orElseThrow(() -> new AssertionError(text));
    return Frontend.elaborate(program, Frontend.checks(program).getFirst()).getFirst();
  }
}
