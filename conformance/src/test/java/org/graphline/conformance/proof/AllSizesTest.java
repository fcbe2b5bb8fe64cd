package org.graphline.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.graphline.checker.engine.Options;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.dsl.elaborate.Family.Growth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllSizesTest {
  private static final Path PROOFS = Path.of("../bench/proofs");

  private static final String PARTS = """
      package sizes;
      component Station(starts: bool) {
          in i: signal;  out o: signal;
          run { if (starts) { send to o; }  repeat { receive from i;  send to o; } }
      }
      component Person(first: bool) {
          in l: signal;  out r: signal;
          run { repeat { if (first) { send to r;  receive from l; } else { receive from l;  send to r; } } }
      }
      component Server {
          server up: signal -> signal;  client down: signal -> signal;
          run { repeat { accept from up { call down(); reply; } } }
      }
      component Customer { client down: signal -> signal;  run { repeat { call down(); } } }
      component Last { server up: signal -> signal;  run { repeat { accept from up { reply; } } } }
      component Pair { out o: signal;  in i: signal;  run { repeat { send to o;  receive from i; } } }
      component Echo { out o: signal;  in i: signal;  run { repeat { receive from i;  send to o; } } }
      component Hub(n: 1..100) { in i[n]: signal;  run { repeat select { for k in 0..n-1 { receive from i[k] => { } } } } }
      component Carry<T> { in i: T;  out o: T;  run { repeat { receive v from i;  send v to o; } } }
      component Source { out o: signal;  run { repeat { send to o; } } }
      component Failing(bad: bool) { in i: 0..3;  out o: 0..3;
          var held: 0..2 = 0;
          run { repeat { receive v from i;  if (!bad) { held = v; }  send v to o; } } }
      """;

  private static Report judge(String file, String check) throws IOException {
    return OpenCheck.of(Files.readString(PROOFS.resolve(file + ".graphline")).replaceAll("(?m)^check .*", "") + "\ncheck "
        + check + " { deadlock free; }\n").judge();
  }

  private static Report judge(String graph) {
    return OpenCheck.of(PARTS + graph).judge();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '~', textBlock = """
      philosophers ~ Table(n in 2..)                  ~ all sizes (arc consistency on kinds, n >= 8; one by one, n = 2..7)
      philosophers ~ Table(n in 4.., leftHanders = 3) ~ all sizes (arc consistency on kinds, n >= 9; one by one, n = 4..8)
      pipeline     ~ Pipeline(n in 1..)               ~ all sizes (arc consistency on kinds, n >= 7; one by one, n = 1..6)
      token_ring   ~ Ring(n in 2..)                   ~ all sizes (variant functions on kinds, n >= 8; one by one, n = 2..7)
      milner       ~ Scheduler(n in 2..)              ~ all sizes (variant functions on kinds, n >= 8; one by one, n = 2..7)
      nested       ~ Row(n in 2..)                    ~ all sizes (arc consistency on kinds, n >= 8; one by one, n = 2..7)
      """)
  void everySizeIsProved(String file, String check, String engine) throws IOException {
    Report report = judge(file, check);
    assertThat(report.claimed()).singleElement().isInstanceOf(Verdict.Holds.class);
    assertThat(report.errorFree()).isInstanceOf(Verdict.Holds.class);
    assertThat(report.statistics().engine()).isEqualTo(engine);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      philosophers; Table(n in 2.., leftHanders = 0); 2
      token_ring;   Ring(n in 2.., tokens = 5);       2
      token_ring;   Ring(n in 6.., tokens = 6);       6
      handshake;    Stages(n in 1.., silent = 2);     3
      nested;       Row(n in 2.., closed = true);     2
      """)
  void theSmallestSizeThatDeadlocksIsShown(String file, String check, int size) throws IOException {
    Report report = judge(file, check);
    assertThat(report.claimed()).singleElement().isInstanceOf(Verdict.Violated.class);
    assertThat(report.network().arguments()).contains("n = " + size);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '~', quoteCharacter = '\0', textBlock = """
      for i in 0..n-1 { s[i] = Station(starts = i == 0); }  for i in 0..n-2 { s[i].o -> s[i+1].i; }  s[n-1].o -> s[0].i;
      for i in 1..n { s[i] = Station(starts = i > n - 1); }  for i in 1..n-1 { s[i].o -> s[i+1].i; }  s[n].o ->[2] s[1].i;
      for i in 0..n-1 { s[i] = Person(first = i != 0); }  for i in 0..n-1 { s[i].r -> s[(i + 1) % n].l; }
      for i in 0..n-1 { s[i] = Person(first = i == n - 1); }  for i in 0..n-1 { s[i].r -> s[(i + n - 1) % n].l; }
      c = Customer(); l = Last();  for i in 0..n-1 { s[i] = Server(); }  c.down -> s[0].up;  for i in 1..n-1 { s[i-1].down -> s[i].up; }  s[n-1].down -> l.up;
      a = Station(starts = true);  for i in 0..n-1 { s[i] = Station(starts = false); }  a.o -> s[0].i;  for i in 1..n-1 { s[i-1].o -> s[i].i; }  s[n-1].o -> a.i;
      for i in 0..n-1 { p[i] = Pair();  q[i] = Echo(); }  for i in 0..n-1 { p[i].o -> q[i].i;  q[i].o -> p[i].i; }
      """)
  void ringsChainsAndPoolsAreProvedHoweverTheyAreWritten(String graph) {
    Report report = judge("graph G(n: 2..1000) { " + graph + " }\ncheck G(n in 2..) { deadlock free; error free; }");
    assertThat(report.claimed()).hasSize(2).allMatch(Verdict.Holds.class::isInstance);
    assertThat(report.statistics().engine()).startsWith("all sizes (");
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 11})
  void aDeadlockAtOneSizeOnlyIsFoundThere(int size) {
    Report report = judge("graph G(n: 2..1000) { for i in 0..n-1 { s[i] = Person(first = i != 0 || n == " + size
        + "); }  for i in 0..n-1 { s[i].r -> s[(i + 1) % n].l; } }\ncheck G(n in 2..) { deadlock free; }");
    assertThat(report.claimed()).singleElement().isInstanceOf(Verdict.Violated.class);
    assertThat(report.network().arguments()).contains("n = " + size);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '~', quoteCharacter = '\0', textBlock = """
      for i in 0..n-1 { s[i] = Person(first = i != 0 || n == 40); }  for i in 0..n-1 { s[i].r -> s[(i + 1) % n].l; } ~ not before n = 41
      for i in 0..n-1 { s[i] = Person(first = i != 0 || n % 10 == 9); }  for i in 0..n-1 { s[i].r -> s[(i + 1) % n].l; } ~ a remainder tells sizes apart
      for i in 0..n-1 { s[i] = Person(first = i != 0 || n / 10 == 3); }  for i in 0..n-1 { s[i].r -> s[(i + 1) % n].l; } ~ more than an offset
      for i in 0..n-1 { s[i] = Person(first = i != 0 || n == (n + 20) % n + 4); }  for i in 0..n-1 { s[i].r -> s[(i + 1) % n].l; } ~ no value before the size is known
      for i in 0..n-1 { s[i] = Person(first = 2 * i != n + 5); }  for i in 0..n-1 { s[i].r -> s[(i + 1) % n].l; } ~ more than an offset
      for i in 0..n-1 { s[i] = Person(first = i != 0); }  for i in 0..n-1 { s[i].r -> s[n - 1 - i].l; } ~ this is more than an offset
      for i in 0..n-1 { s[i] = Carry<0..n>(); }  for i in 0..n-1 { s[i].o -> s[(i + 1) % n].i; } ~ grows with the size
      h = Hub(n = n);  for i in 0..n-1 { s[i] = Source();  s[i].o -> h.i[i]; } ~ grows with the size
      for i in 0..n-1 { p[i] = Pair();  for j in i..i { q[j] = Echo(); } }  for i in 0..n-1 { p[i].o -> q[i].i;  q[i].o -> p[i].i; } ~ a `for` within a `for`
      for i in 0..n-1 { s[i] = Source(); }  h = Hub(n = 1);  s[*].o -> h.i[0]; ~ `[*]` means as many desks
      """)
  void whatTellsSizesApartInAnotherWayIsRefused(String graph, String why) {
    var check = OpenCheck.of(PARTS + "graph G(n: 2..1000) { " + graph + " }\ncheck G(n in 2..) { deadlock free; }");
    assertThat(check.family().growth()).isInstanceOfSatisfying(Growth.Irregular.class,
        g -> assertThat(g.why()).contains(why));
    assertThat(check.large(List.of()).claimed()).singleElement().isInstanceOfSatisfying(Verdict.Undecided.class,
        v -> assertThat(v.reason()).isInstanceOfSatisfying(Reason.NotForAllSizes.class,
            r -> assertThat(r.why()).contains(why)));
  }

  /// It could not be sent on at some sizes.
  @Test
  void whatPortsCarryIsTheSameAtAllSizes() {
    var check = OpenCheck.of(PARTS + "graph G(n: 2..1000) { in i: 0..n;  out o: 0..n;  s = Carry<0..9>();  i -> s.i;"
        + "  s.o -> o; }\ncheck G(n in 2..) { deadlock free; }");
    assertThat(check.family().growth()).isInstanceOfSatisfying(Growth.Irregular.class,
        g -> assertThat(g.why()).contains("what a port carries depends on the size"));
  }

  @Test
  void whatReachesFartherThanToTheNextOneIsRefused() {
    Report report = judge("graph G(n: 2..1000) { for i in 0..n-1 { s[i] = Station(starts = i == 0); }"
        + "  for i in 0..n-1 { s[i].o -> s[(i + 3) % n].i; } }\ncheck G(n in 5..) { deadlock free; }");
    assertThat(report.claimed()).singleElement().isNotInstanceOf(Verdict.Holds.class);
  }

  @Test
  void whatDoesNotGrowAtAllIsRefusedAtOnce() {
    Report report = judge("graph G(n: 2..1000) { p = Pair();  q = Echo();  p.o -> q.i;  q.o -> p.i; }"
        + "\ncheck G(n in 2..) { deadlock free; }");
    assertThat(report.claimed()).singleElement().isInstanceOfSatisfying(Verdict.Undecided.class,
        v -> assertThat(v.reason()).isEqualTo(new Reason.NotForAllSizes("nothing is repeated")));
  }

  @ParameterizedTest
  @EnumSource(value = Options.Engine.class, names = {"SEARCH", "COMPOSITION"})
  void noProofIsTakenWhereNoneIsAskedFor(Options.Engine engine) {
    OpenCheck check = OpenCheck.of(PARTS + "graph G(n: 2..1000) { for i in 0..n-1 { s[i] = Station(starts = i == 0); }"
        + "  for i in 0..n-1 { s[i].o -> s[(i + 1) % n].i; } }\ncheck G(n in 2..) { deadlock free; }");
    assertThat(check.judge().claimed()).singleElement().isInstanceOf(Verdict.Holds.class);
    assertThat(check.judge(OpenCheck.options().engine(engine)).claimed()).singleElement()
        .isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void aSmallSizeThatIsNotKnownIsNamed() {
    OpenCheck check = OpenCheck.of(PARTS + "graph G(n: 2..1000) { for i in 0..n-1 { s[i] = Station(starts = i == 0); }"
        + "  for i in 0..n-1 { s[i].o -> s[(i + 1) % n].i; } }\ncheck G(n in 2..) { deadlock free; }");
    Options few = OpenCheck.options().engine(Options.Engine.SEARCH).reduction(Options.Reduction.NONE).maxStates(3);
    assertThat(check.judge(few).claimed()).singleElement().isInstanceOfSatisfying(Verdict.Undecided.class,
        v -> assertThat(v.reason().display()).startsWith("G(n = 3): the limit of 3 states was reached"));
  }

  @Test
  void aRangeOfAFewSizesIsCheckedOneByOne() {
    Report report = judge("graph G(n: 2..5) { for i in 0..n-1 { s[i] = Station(starts = i == 0); }"
        + "  for i in 0..n-1 { s[i].o -> s[(i + 1) % n].i; } }\ncheck G(n in 2..) { deadlock free; }");
    assertThat(report.claimed()).singleElement().isInstanceOf(Verdict.Holds.class);
    assertThat(report.statistics().engine()).isEqualTo("one by one, n = 2..5");
  }

  @Test
  void whoMayFailIsNotProvedToBeFreeOfErrors() {
    Report report = judge("component Give { out o: 0..3;  run { repeat { send 2 to o; } } }\n"
        + "component Take { in i: 0..3;  run { repeat { receive v from i; } } }\n"
        + "graph G(n: 2..1000) { g = Give();  t = Take();  for i in 0..n-1 { s[i] = Failing(bad = i < 0); }"
        + "  g.o -> s[0].i;  for i in 1..n-1 { s[i-1].o -> s[i].i; }  s[n-1].o -> t.i; }"
        + "\ncheck G(n in 2..) { error free; }");
    assertThat(report.claimed()).singleElement().isInstanceOf(Verdict.Holds.class);
    report = judge("component Give { out o: 0..3;  run { repeat { send 3 to o; } } }\n"
        + "component Take { in i: 0..3;  run { repeat { receive v from i; } } }\n"
        + "graph G(n: 2..1000) { g = Give();  t = Take();  for i in 0..n-1 { s[i] = Failing(bad = i != 30); }"
        + "  g.o -> s[0].i;  for i in 1..n-1 { s[i-1].o -> s[i].i; }  s[n-1].o -> t.i; }"
        + "\ncheck G(n in 26..) { error free; }");
    assertThat(report.claimed()).singleElement().isNotInstanceOf(Verdict.Holds.class);
  }
}
