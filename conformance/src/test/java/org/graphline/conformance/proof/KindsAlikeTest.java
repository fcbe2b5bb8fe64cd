package org.graphline.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.graphline.checker.Checker;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Prepared;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.proof.KindProof;
import org.graphline.checker.verdict.Verdict;
import org.graphline.dsl.Frontend;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Networks that can deadlock, each of which would be proved by kinds if one premise were left out; `docs/premises.md`
/// lists them. Most have two parts, the first of which cannot deadlock and looks like the second one but for one thing.
class KindsAlikeTest {
  private static final String PARTS = """
      package alike;
      component Rude { in l: signal;  out r: signal;  run { while (true) { send to r;  receive from l; } } }
      component Polite { in l: signal;  out r: signal;  run { while (true) { receive from l;  send to r; } } }
      component Rests { in l: signal;  out r: signal;  run { repeat { receive from l;  send to r; } } }
      component Twice { in l: signal;  out r: signal;
        run { while (true) { send to r;  send to r;  receive from l;  receive from l; } } }
      component Drops { in l: signal;  out r: signal;
        run { while (true) { send to r;  send to r;  receive from l; } } }
      component Mixed { in l: signal;  in j: signal;  out r: signal;
        run { while (true) { send to r;  receive from l;  receive from j; } } }
      component Pushes { in l: signal;  out r: signal;
        run { while (true) { send to r;  send to r;  receive from l; } } }
      component Gate { in l: signal;  out r: signal;  out p: signal;
        run { while (true) { receive from l;  send to p;  send to r; } } }
      component Gates { in l: signal;  out r: signal;  out a: signal;  out p: signal;
        run { while (true) { receive from l;  send to a;  send to p;  send to r; } } }
      component Three { in l: signal;  out r: signal;  out a: signal;  out b: signal;  out p: signal;
        run { while (true) { receive from l;  send to a;  send to b;  send to p;  send to r; } } }
      component Ignores { in j: signal;  in i: signal;
        run { repeat select { receive from i => { }  after 1s => { } } } }
      component Hears { in j: signal;  in i: signal;
        run { repeat select { receive from i => { }  receive from j => { }  after 1s => { } } } }
      component Skips { in j: signal;  in i: signal;  in k: signal;
        run { repeat select { receive from i => { }  receive from k => { }  after 1s => { } } } }
      component Hub { server p: signal -> signal;  server q: signal -> signal;  out o: signal;
        run { while (true) { accept from p { reply; }  send to o;  accept from q { reply; } } } }
      component Client { client p: signal -> signal;  in i: signal;
        run { while (true) { call p();  receive from i; } } }
      component Asks { client p: signal -> signal;  run { while (true) { call p(); } } }
      component Source { out o: signal;  run { repeat { send to o; } } }
      component Sink { in i: signal;  run { repeat { receive from i; } } }
      component Guest { out own: signal;  out next: signal;  out x: signal;
        run { while (true) { send to next;  send to x; } } }
      component Spoon { in l: signal;  in r: signal;  in c: signal;  in d: signal;
        run { while (true) { receive from c;
          select { receive from l => { }  receive from r => { }  receive from d => { } } } } }
      component Turns { in l: signal;  out r: signal;  out m: signal;
        run { send to r;  while (true) { choose { send to r; } or { receive from l; } } } }
      component Starved { in l: signal;  in m: signal;  out r: signal;
        run { receive from l;  while (true) { receive from m;  send to r; } } }
      component Desk(special: bool, last: bool) {
        in a: signal;  out x: signal;  in b: signal;  out y: signal;  out p: signal;  in q: signal;
        run {
          if (last) { send to x; }
          repeat {
            if (special) { send to p;  receive from a;  send to x;  receive from q; }
            else { send to y;  receive from b;  receive from a;  receive from q;  send to x;  send to p; }
          }
        }
      }
      component Late(first: bool, at: 0..99) { in l: signal;  out r: signal;  var c: 0..99 = 0;
        run { while (true) { if (first || c == at) { send to r;  receive from l; } else { receive from l;  send to r; }
          c = (c + 1) % 100; } } }
      component Counts { in t: signal;  in l: signal;  out r: signal;  var c: 0..29 = 0;
        run { repeat { receive from t;
          if (c == 21) { receive from l;  send to r; } else { send to r;  receive from l; }  c = (c + 1) % 30; } } }
      """;

  /// Two in a ring.
  private static String ring(String one, String other, String first, String second, String line) {
    return first + " = " + one + "();  " + second + " = " + other + "();  " + first + ".r" + line + second + ".l;  "
        + second + ".r" + line + first + ".l;  ";
  }

  private static final String FINE = ring("Rude", "Polite", "a", "b", " -> ");
  private static final String FINE_LATER = FINE.replace("a.r ->", "a.r ->[1]");
  private static final String BACK = "d.r -> c.l;  ";
  private static final String TWO = "c = Rude();  d = Polite();  ";

  /// One who pushes, and one who passes on what it gets before it answers, with number `n`: if that is taken, it can
  /// deadlock.
  private static String gate(int n, String gate, String taker, String rest) {
    return ("z# = Pushes();  g# = " + gate + "();  z#.r -> g#.l;  g#.r -> z#.l;  x# = " + taker
        + "();  s# = Source();  " + rest).replace("#", Integer.toString(n));
  }

  private static String behavior(int n, String taker) {
    return gate(n, "Gate", taker, "g#.p -> x#.j;  s#.o -> x#.i;  ");
  }

  private static String skips(int n, String one, String other) {
    return gate(n, "Gate", "Skips", "t# = Source();  s#.o -> x#.i;  g#.p -> x#." + one + ";  t#.o -> x#."
        + other + ";  ");
  }

  private static String three(int n, String one, String other) {
    return gate(n, "Three", "Ignores", "y# = Hears();  g#.a -> x#.i;  g#.b -> y#.i;  g#.p -> " + one + "#.j;  s#.o -> "
        + other + "#.j;  ");
  }

  private static String hub(int n, String port) {
    return ("h# = Hub();  x# = Client();  y# = Asks();  z# = Asks();  x#.p -> h#.p;  y#.p -> h#." + port
        + ";  z#.p -> h#.q;  h#.o -> x#.i;  ").replace("#", Integer.toString(n));
  }

  static Stream<Arguments> alike() {
    return Stream.of(
        arguments("what one does", ring("Rests", "Rests", "a", "b", " -> ")
            + ring("Polite", "Rests", "c", "d", " -> ")),
        arguments("what a neighbor does", behavior(1, "Ignores") + behavior(2, "Hears")),
        arguments("the same, the gate first", (behavior(1, "Ignores") + behavior(2, "Hears"))
            .replaceAll("(z. = Pushes\\(\\);  )(g. = Gate\\(\\);  )", "$2$1")),
        arguments("whether a line holds letters", ring("Rude", "Rude", "a", "b", " ->[1] ")
            + ring("Rude", "Rude", "c", "d", " -> ")),
        arguments("how many", ring("Twice", "Twice", "a", "b", " ->[2] ")
            + ring("Twice", "Twice", "c", "d", " ->[1] ")),
        arguments("what a full one does", ring("Drops", "Drops", "a", "b", " ->[dropping 1] ")
            + ring("Drops", "Drops", "c", "d", " ->[1] ")),
        arguments("whether the environment gives", "in post: signal;  " + FINE + TWO
            + "(post, c.r) ->[any] d.l;  " + BACK),
        arguments("the same of letters that wait", "in post: signal;  " + FINE_LATER + TWO
            + "(post, c.r) ->[any, 1] d.l;  " + BACK),
        arguments("whether it takes", "out mail: signal;  " + FINE + TWO + "c.r ->[any] (d.l, mail);  " + BACK),
        arguments("whether it takes letters that wait", "out mail: signal;  " + FINE_LATER + TWO
            + "c.r ->[any, 1] (d.l, mail);  " + BACK),
        arguments("who calls which port", hub(1, "q") + hub(2, "p")),
        arguments("at which port somebody is", skips(1, "j", "k") + skips(2, "k", "j")),
        arguments("who of those seen before", three(1, "x", "y") + three(2, "y", "x")),
        arguments("whether seen before", "s = Source();  k = Sink();  s.o -> k.i;  t = Source();  u = Source();  "
            + "y = Hears();  t.o -> y.j;  u.o -> y.i;  z1 = Pushes();  g1 = Gates();  x1 = Ignores();  z1.r -> g1.l;  "
            + "g1.r -> z1.l;  g1.a -> x1.i;  g1.p -> x1.j;  "
            + gate(2, "Gates", "Ignores", "y# = Hears();  t# = Source();  g#.a -> x#.i;  g#.p -> y#.j;  s#.o -> x#.j;  "
                + "t#.o -> y#.i;  ")),
        arguments("at which places two are", "p = Guest();  q = Guest();  f = Spoon();  g = Spoon();  m = Polite();  "
            + "n = Polite();  s = Source();  t = Source();  u = Source();  k = Sink();  q.own -> f.l;  p.next -> f.r;  "
            + "p.own -> g.l;  q.next -> g.r;  q.x -> m.l;  m.r -> g.c;  p.x -> n.l;  n.r -> k.i;  s.o -> f.c;  "
            + "t.o -> f.d;  u.o -> g.d;"));
  }

  static Stream<Arguments> around() {
    return Stream.of(
        arguments("what the environment puts on a line", "in post: signal;  " + TWO + "(post, c.r) ->[any, 1] d.l;  "
            + BACK),
        arguments("what it takes from one", "out mail: signal;  " + TWO + "c.r ->[any, 1] (d.l, mail);  " + BACK),
        arguments("what others put on one", TWO + "y = Source();  (c.r, y.o) ->[any, 1] d.l;  " + BACK),
        arguments("a neighbor that moves by itself", "a = Mixed();  b = Rude();  s = Source();  a.r -> b.l;  "
            + "b.r -> a.l;  s.o ->[dropping 1] a.j;"),
        arguments("the least lead, whatever is on a line", "a = Turns();  b = Starved();  a.r ->[dropping 2] b.l;  "
            + "a.m -> b.m;  b.r -> a.l;"),
        arguments("all states of a neighbor", "for i in 0..2 { k[i] = Desk(special = i == 2, last = i != 0);  "
            + "t[i] = Rests();  k[i].p -> t[i].l;  t[i].r -> k[i].q; }  "
            + "for i in 0..2 { k[i].x ->[1] k[(i + 1) % 3].a;  k[i].y -> k[(i + 2) % 3].b; }"),
        arguments("local states with a small number", late(1)),
        arguments("with one beyond a word", late(40)),
        arguments("with one beyond two words", late(80)),
        arguments("with one beyond a word, all others of which rest", "s = Source();  a = Counts();  b = Rests();  "
            + "s.o ->[dropping 1] a.t;  a.r -> b.l;  b.r -> a.l;"));
  }

  private static String late(int at) {
    return "a = Late(first = true, at = #);  b = Late(first = false, at = #);  a.r -> b.l;  b.r -> a.l;"
        .replace("#", Integer.toString(at));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("alike")
  void whoIsNotAlikeIsToldApart(String by, String graph) {
    isRefutedAndNotProved(graph);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("around")
  void allThatTwoNeighborsCanBeInIsLookedAt(String what, String graph) {
    isRefutedAndNotProved(graph);
  }

  private static void isRefutedAndNotProved(String graph) {
    var analysis = Frontend.analyze(List.of(new SourceFile("alike.graphline", PARTS + "graph G { " + graph
        + " }\ncheck G { deadlock free; }")));
    var program = analysis.program().orElseThrow(() -> new AssertionError(analysis.diagnostics() + "\n" + graph));
    var one = Frontend.elaborate(program, Frontend.checks(program).getFirst()).getFirst();
    var network = one.network().orElseThrow(() -> new AssertionError(one.diagnostics() + "\n" + graph));
    var excerpts = new Prepared(network, Timers.ANY).excerpts().orElseThrow();
    assertThat(KindProof.deadlockFree(excerpts, () -> false)).isEmpty();
    assertThat(Checker.check(network, one.claims(), OpenCheck.options().engine(Options.Engine.SEARCH), Progress.SILENT)
        .claimed().getFirst()).isInstanceOf(Verdict.Violated.class);
  }
}
