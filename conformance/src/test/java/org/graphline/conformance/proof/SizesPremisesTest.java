package org.graphline.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.graphline.checker.AllSizes;
import org.graphline.checker.AllSizes.Large;
import org.graphline.checker.Checker;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Networks that can deadlock, each of which would be proved with all sizes of its family if one premise were left
/// out; `docs/premises.md` lists them. What is said of how they grow is not always true: it is up to the proof to see
/// that.
class SizesPremisesTest {
  private static final String PARTS = """
      package premises;
      component Other(first: bool) { in l: signal;  out r: signal;
        run { while (true) { if (first) { send to r;  receive from l; } else { receive from l;  send to r; } } } }
      component Rude { in l: signal;  out r: signal;  run { while (true) { send to r;  receive from l; } } }
      component Alone(more: bool) { in l: signal;  out r: signal;
        run { repeat { send to r;  if (more) { send to r;  receive from l; }  receive from l; } } }
      component Eats(first: bool) { out own: signal;  out next: signal;
        run { repeat { if (first) { send to own;  send to next; } else { send to next;  send to own; }
          send to own;  send to next; } } }
      component Fork { in l: signal;  in r: signal;
        run { repeat select { receive from l => { receive from l; }  receive from r => { receive from r; } } } }
      component Copy { in i: signal;  out o: signal;  run { repeat { receive from i;  send to o; } } }
      component Give { in l: signal;  out r: signal;  out o: signal;
        run { while (true) { send to r;  receive from l;  send to o; } } }
      component Either { in i: signal;  in j: signal;
        run { repeat select { receive from i => { }  receive from j => { } } } }
      component Passes { in i: signal;  in j: signal;  out o: signal;
        run { repeat { select { receive from i => { }  receive from j => { } }  send to o; } } }
      component Posts { in l: signal;  out r: signal;  out o: signal;
        run { while (true) { receive from l;  send to r;  send to o; } } }
      component Source { out o: signal;  run { repeat { send to o; } } }
      component Sink { in i: signal;  run { repeat { receive from i; } } }
      component Fails(bad: bool) { in i: signal;  run { repeat { receive from i;  assert !bad; } } }
      """;

  /// Rings of two in a row, each of the second ones as `first` says, and `more`.
  private static String pairs(String first, String more) {
    return "for i in 20..n+19 { p[i] = Rude();  q[i] = Other(first = " + first + "); } "
        + "for i in 20..n+19 { p[i].r -> q[i].l;  q[i].r -> p[i].l; } " + more;
  }

  /// Tables of four in a row; of the two with index `from` to `to` the third ones sit at one of two.
  private static String fours(String from, String to) {
    String next = "b[i].next -> g[i].r;  c[i].next -> h[i].r; } ";
    return "for i in 0..n-1 { a[i] = Eats(first = false);  b[i] = Eats(first = true);  c[i] = Eats(first = true);  "
        + "d[i] = Eats(first = true); } "
        + "for i in 0..n-1 { e[i] = Fork();  f[i] = Fork();  g[i] = Fork();  h[i] = Fork(); } "
        + "for i in 0..n-1 { a[i].own -> e[i].l;  a[i].next -> f[i].r;  b[i].own -> f[i].l;  c[i].own -> g[i].l;  "
        + "d[i].own -> h[i].l;  d[i].next -> e[i].r; } for i in 0..(" + from + ")-1 { " + next
        + "for i in (" + to + ")+1..n-1 { " + next
        + "for i in " + from + ".." + to + " { b[i].next -> h[i].r;  c[i].next -> g[7 - i].r; }";
  }

  private static Elaboration elaborate(String graph, int size) {
    var program = Frontend.analyze(List.of(new SourceFile("sizes.graphline", PARTS + "graph G(n: 1..100) { " + graph
        + " }\ncheck G(n = " + size + ") { deadlock free;  error free; }"))).program()
        .orElseThrow(() -> new AssertionError(graph));
    return Frontend.elaborate(program, Frontend.checks(program).getFirst()).getFirst();
  }

  private static Report judge(String graph, int size, int low, int high) {
    Elaboration one = elaborate(graph, size);
    var network = one.network().orElseThrow(() -> new AssertionError(one.diagnostics().toString()));
    var larger = elaborate(graph, size + 1).network().orElseThrow();
    return AllSizes.judge(new AllSizes.Family("n", size, network, one.claims()), List.of(),
        new Large.Row(size, network, larger, low, high), OpenCheck.options(), Progress.SILENT);
  }

  /// What is found by a search that candidates lead, and done again by the model.
  private static Verdict refuted(String graph, int size) {
    Elaboration one = elaborate(graph, size);
    return Checker.check(one.network().orElseThrow(), one.claims(), OpenCheck.options().engine(Options.Engine.PROOFS),
        Progress.SILENT).claimed().getFirst();
  }

  static Stream<Arguments> growsInAnotherWay() {
    return Stream.of(
        arguments("one of a pair in one cell does something else", 6, 21, pairs("i == 23", "")),
        arguments("so does who is alone", 6, 1, "for i in 0..n-1 { p[i] = Alone(more = i == 3); } "
            + "for i in 0..n-1 { p[i].r ->[1] p[i].l; }"),
        arguments("members of two cells are joined to others of their kind", 6, 1, fours("3", "4")),
        arguments("the same in the larger one", 7, 1, fours("(n == 7 ? 3 : n)", "(n == 7 ? 4 : n - 1)")),
        arguments("in the larger one somebody outside the row does something else", 7, 21,
            pairs("n == 7 && i == 20", "")),
        arguments("all do", 7, 21, pairs("n == 7", "")),
        arguments("each who is alone does something else", 7, 1, "for i in 0..n-1 { p[i] = Alone(more = n == 7); } "
            + "for i in 0..n-1 { p[i].r ->[1] p[i].l; }"),
        arguments("there are two rings in the place of one", 7, 21, pairs("false",
            "for i in 0..11 { t[i] = Eats(first = i != 0);  u[i] = Fork(); } for i in 0..11 { t[i].own -> u[i].l;  "
                + "t[i].next -> u[n == 7 ? i / 6 * 6 + (i + 1) % 6 : (i + 1) % 12].r; }")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("growsInAnotherWay")
  void whatDoesNotGrowAsClaimedIsNotProved(String how, int stuck, int low, String graph) {
    int size = stuck / 2 * 2;
    assertThat(refuted(graph, stuck)).isInstanceOf(Verdict.Violated.class);
    assertThat(judge(graph, size, low, low + size - 3).claimed()).hasSize(2)
        .allMatch(Verdict.Undecided.class::isInstance);
  }

  /// Without what makes them wrong they are proved.
  @Test
  void whatGrowsAsClaimedIsProved() {
    assertThat(judge(pairs("false", ""), 6, 21, 24).claimed()).allMatch(Verdict.Holds.class::isInstance);
    assertThat(judge(fours("n", "n - 1"), 6, 1, 4).claimed()).allMatch(Verdict.Holds.class::isInstance);
    assertThat(judge(pairs("false", ""), 6, 21, 21).claimed()).as("one cell does not say what the next one is like")
        .allMatch(Verdict.Undecided.class::isInstance);
  }

  private static final String BAD_PAIR = " x = Rude();  y = Rude();  x.r -> y.l;  y.r -> x.l;";
  private static final String CHAIN = "for i in 0..n-1 { s[i] = Copy(); } for i in 1..n-1 { s[i - 1].o -> s[i].i; } ";
  private static final String CLOSED = "for i in 0..n-1 { s[i] = Rude(); } for i in 1..n-1 { s[i - 1].r -> s[i].l; } ";

  static Stream<Arguments> deadlocks() {
    return Stream.of(
        arguments("a pair that nothing joins to the row", pairs("false", BAD_PAIR), 21),
        arguments("the same beside a ring", CLOSED
            + "z = Other(first = false);  s[n - 1].r -> z.l;  z.r -> s[0].l;" + BAD_PAIR, 2),
        arguments("a pair at the lower end", CHAIN + "g = Give();  x = Rude();  t = Sink();  g.r -> x.l;  x.r -> g.l;  "
            + "g.o ->[dropping 1] s[0].i;  s[n - 1].o -> t.i;", 2),
        arguments("a pair at the upper end", "t = Sink();  for i in 0..n-1 { s[i] = Passes();  u[i] = Source(); } "
            + "for i in 0..n-1 { u[i].o -> s[i].j; } for i in 1..n-1 { s[i].o ->[dropping 1] s[i - 1].i; } "
            + "s[0].o ->[dropping 1] t.i;  g = Give();  x = Rude();  g.r -> x.l;  x.r -> g.l;  "
            + "g.o ->[dropping 1] s[n - 1].i;", 2),
        arguments("a pair farther from the lower end than the upper end is", CLOSED
            + "z = Posts();  s[n - 1].r -> z.l;  z.r -> s[0].l;  c = Copy();  d = Either();  g = Give();  "
            + "x = Rude();  z.o ->[dropping 1] c.i;  c.o ->[dropping 1] d.i;  g.o ->[dropping 1] d.j;  g.r -> x.l;  x.r -> g.l;", 2));
  }

  /// All of it is looked at.
  @ParameterizedTest(name = "{0}")
  @MethodSource("deadlocks")
  void aDeadlockAnywhereIsNotPassedOver(String where, String graph, int low) {
    assertThat(refuted(graph, 6)).isInstanceOf(Verdict.Violated.class);
    List<Verdict> claimed = judge(graph, 6, low, low == 21 ? 24 : 3).claimed();
    assertThat(claimed.getFirst()).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void whatIsNotKnownOfSmallOnesOrOfLargeOnesIsNotClaimed() {
    Elaboration one = elaborate(CHAIN + "g = Source();  t = Sink();  g.o -> s[0].i;  s[n - 1].o -> t.i;", 4);
    var family = new AllSizes.Family("n", 4, one.network().orElseThrow(), one.claims());
    Report small = Checker.check(one.network().orElseThrow(), one.claims(), OpenCheck.options()
        .engine(Options.Engine.SEARCH).reduction(Options.Reduction.NONE).maxStates(2), Progress.SILENT);
    assertThat(AllSizes.judge(family, List.of(small), new Large.None(), OpenCheck.options(), Progress.SILENT).claimed()
        .getFirst()).isInstanceOf(Verdict.Undecided.class);
    for (Report report : List.of(
        AllSizes.judge(family, List.of(), new Large.Unknown("it is not known"), OpenCheck.options(), Progress.SILENT),
        judge("g = Source();  t = Fails(bad = true);  g.o -> t.i;  " + pairs("false", ""), 6, 21, 24))) {
      assertThat(report.claimed()).hasSize(2).allMatch(Verdict.Undecided.class::isInstance);
    }
  }

  @Test
  void thatNobodyFailsMayBeKnownWhereDeadlocksAreNot() {
    assertThat(judge(pairs("true", ""), 6, 21, 24).claimed()).satisfiesExactly(
        deadlocks -> assertThat(deadlocks).isInstanceOf(Verdict.Undecided.class),
        errors -> assertThat(errors).isInstanceOf(Verdict.Holds.class));
  }
}
