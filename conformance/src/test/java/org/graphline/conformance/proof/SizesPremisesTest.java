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
      component Give { out o: signal;  run { repeat { send to o; } } }
      component Take { in i: signal;  run { repeat { receive from i; } } }
      component Swap { in i: signal;  out o: signal;  in p: signal;  out q: signal;
        run { repeat { send to q;  receive from p;  receive from i;  send to o; } } }
      component Nests { server p: signal -> signal;  run { repeat { accept from p { accept from p { reply; }  reply; } } } }
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
        + "d[i] = Eats(first = true);  e[i] = Fork();  f[i] = Fork();  g[i] = Fork();  h[i] = Fork(); } "
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
}
