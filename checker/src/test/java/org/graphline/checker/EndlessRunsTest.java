package org.graphline.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Optional;
import org.graphline.checker.certificate.Evidence;
import org.graphline.checker.certificate.Forged;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Verdict;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.model.network.Network;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What local cycles prove of runs, and what they must not: each case that is no proof has an endless run that only
/// one of the premises lets pass.
class EndlessRunsTest {
  private static final String PARTS = """
      package runs;
      extern E { fun answer(): bool;  fair fun fairAnswer(): bool; }
      component Source { out o: signal;  run { repeat { send to o; } } }
      component Once { out o: signal;  run { send to o;  send to o; } }
      component Sink { in i: signal;  run { repeat { receive from i; } } }
      component Copy { in i: signal;  out o: signal;  run { repeat { receive from i;  send to o; } } }
      component Chooser { out o: signal;  out p: signal;
        run { repeat { choose { send to o; } or { send to p; } } } }
      component FairChooser { out o: signal;  out p: signal;
        run { repeat { choose fair { send to o; } or { send to p; } } } }
      component Asker { out o: signal;  out p: signal;
        run { repeat { if (E.answer()) { send to o; } else { send to p; } } } }
      component FairAsker { out o: signal;  out p: signal;
        run { repeat { if (E.fairAnswer()) { send to o; } else { send to p; } } } }
      component Either { in i: signal;  in j: signal;  out o: signal;
        run { repeat select { receive from i => { }  receive from j => { send to o; } } } }
      component Marker { run { for n in 1..3 { mark done; } } }
      component Clock { out p: signal;  run { repeat { wait 1s;  send to p; } } }
      component Late { in i: signal;
        run { while (true) { select { receive from i => { } after 1s => { mark late; } } } } }
      component Bus { in own: signal;  in far: signal;  out o: bool;
        run { repeat select { receive from own => send true to o;  receive from far => send false to o; } } }
      component OnlyOwn { in i: bool;  out o: signal;  run { repeat { receive b from i;  if (b) { send to o; } } } }
      component Both { in i: bool;  out o: signal;  run { repeat { receive b from i;  send to o; } } }
      component Keeper { in i: signal;  run { receive from i; } }
      component Waiter { run { repeat { wait 1s;  mark woken; } } }
      component Warm { in i: signal;  run { receive from i;  repeat { receive from i; } } }
      component Spinner { in i: signal;  out o: signal;
        run { while (true) { receive from i else { send to o; } } } }
      component Elsewhere { in i: signal;  in j: signal;  run { repeat { receive from j;  receive from i; } } }
      component Turns { in i: signal;  in j: signal;  var first: bool = true;
        run { repeat { if (first) { receive from i;  first = false; } else { receive from j; } } } }
      component Asks { in i: signal;  out o: signal;  run { mark asking;  receive from i;  send to o; } }
      component Bits { out o: bool;  run { repeat { choose { send true to o; } or { send false to o; } } } }
      component BitSink { in i: bool;  run { repeat { receive from i; } } }
      component Member { barrier b;  run { repeat { sync b; } } }
      component Distracted { barrier b;  in i: signal;
        run { repeat { sync b;  select priority { receive from i => { }  sync b => { } } } } }
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
      a = Source();  b = Copy();  c = Sink();  a.o -> b.i;  b.o -> c.i; | livelock free progress on b.i | true
      a = Source();  b = Copy();  c = Sink();  a.o -> b.i;  b.o ->[2] c.i; | livelock free progress on c.i | true
      a = Source();  c = Sink();  d = Source();  e = Sink();  a.o -> c.i;  d.o -> e.i; | livelock free progress on c.i | true
      a = Chooser();  c = Sink();  d = Sink();  a.o -> c.i;  a.p -> d.i; | livelock free progress on c.i | false
      a = FairChooser();  c = Sink();  d = Sink();  a.o -> c.i;  a.p -> d.i; | livelock free progress on c.i, d.i | true
      a = Asker();  c = Sink();  d = Sink();  a.o -> c.i;  a.p -> d.i; | livelock free progress on c.i | false
      a = Clock();  c = Sink();  a.p -> c.i; | livelock free progress on c.i | true
      a = Once();  c = Sink();  a.o -> c.i; | terminates | true
      a = Once();  c = Sink();  a.o ->[2] c.i; | terminates | true
      a = Source();  c = Sink();  a.o -> c.i; | terminates | false
      a = Once();  c = Keeper();  a.o ->[2] c.i; | terminates | true
      a = Marker(); | terminates | true
      a = Once();  c = Keeper();  d = Elsewhere();  n = Never<signal>();  a.o ->[any, 2] (c.i, d.i);  n -> d.j; | terminates | false
      a = Once();  d = Elsewhere();  n = Never<signal>();  a.o ->[2] d.i;  n -> d.j; | terminates | false
      a = Once();  d = Turns();  n = Never<signal>();  a.o ->[2] d.i;  n -> d.j; | terminates | false
      a = Asks();  b = Asks();  a.o -> b.i;  b.o -> a.i; | terminates | false
      a = Source();  c = Sink();  d = Keeper();  e = Once();  f = Sink();  a.o ->[any] (c.i, d.i);  e.o -> f.i; | livelock free progress on f.i | false
      a = Source();  c = Warm();  e = Once();  f = Sink();  a.o -> c.i;  e.o -> f.i; | livelock free progress on f.i | false
      a = Member();  b = Distracted();  c = Once();  e = Once();  f = Sink();  barrier t: (a.b, b.b);  c.o -> b.i;  e.o -> f.i; | livelock free progress on f.i | false
      """)
  void endlessRunsAreExcludedWhereEveryLocalCycleMakesProgress(String network, String claim, boolean isProved) {
    holdsAgainstTheSearch(PARTS + "graph G { " + network + " }\ncheck G { " + claim + "; }\n", isProved, Timers.ANY);
  }

  private static final String BUSES = """
      in t: signal;  in u: signal;  a = Bus();  b = Bus();  c = %s();  d = %s();  t -> a.own;  u -> b.own;
      a.o ->[%s] c.i;  b.o ->[%s] d.i;  c.o -> b.far;  d.o -> a.far;
      """;

  /// What a taker does with one letter is done again and again only if that letter is taken again and again.
  @ParameterizedTest
  @CsvSource(textBlock = """
      OnlyOwn, OnlyOwn, overwriting 1, true
      OnlyOwn, OnlyOwn, dropping 2,    true
      OnlyOwn, Both,    overwriting 1, true
      Both,    Both,    overwriting 1, false
      Both,    Both,    dropping 2,    false
      """)
  void whatIsFilteredOutDoesNotGoRound(String there, String back, String places, boolean isProved) {
    String network = BUSES.formatted(there, back, places, places);
    for (String claim : List.of("livelock free progress on t, u", "shuts down")) {
      holdsAgainstTheSearch(PARTS + "graph G { " + network + " }\ncheck G { " + claim + "; }\n", isProved, Timers.ANY);
    }
  }

  /// What goes round in each component by itself may still become less on each way round.
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      receive from i;  receive from i;  send to o;                               | true
      receive from i;  receive from i;  send to o;  receive from i;  send to o;  | true
      receive from i;  send to o;                                                | false
      receive from i;  receive from i;  send to o;  send to o;                   | false
      receive from i;  send to o;  send to o;                                    | false
      """)
  void whatBecomesLessOnEachWayRoundComesToAnEnd(String round, boolean isProved) {
    String text = PARTS + """
        component Mix { in t: signal;  in back: signal;  out o: signal;
          run { repeat select { receive from t => send to o;  receive from back => send to o; } } }
        component Round { in i: signal;  out o: signal;  run { repeat { %s } } }
        graph G { in t: signal;  m = Mix();  r = Round();  t -> m.t;  m.o ->[2] r.i;  r.o ->[dropping 2] m.back; }
        check G { livelock free progress on t; }
        """.formatted(round);
    holdsAgainstTheSearch(text, isProved, Timers.ANY);
    if (isProved) {
      assertThat(check(text, Options.Engine.PROOFS, Timers.ANY))
          .isInstanceOfSatisfying(Verdict.Holds.class,
              v -> assertThat(v.statistics().engine()).isEqualTo("local cycles and a ranking, 2 components"));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
      in t: signal;  a = Sink();  t -> a.i; | shuts down | true
      in t: signal;  a = Sink();  t ->[2] a.i; | shuts down | true
      in t: signal;  a = Sink();  t -> a.i;  b = Source();  c = Sink();  b.o -> c.i; | shuts down | false
      in t: signal;  out u: signal;  a = Either();  b = Source();  t -> a.j;  b.o -> a.i;  a.o -> u; | livelock free progress on u | false
      in t: signal;  a = Late();  t -> a.i; | livelock free progress on t | false
      in t: signal;  a = Sink();  b = Once();  c = Sink();  t -> a.i;  b.o -> c.i; | livelock free progress on c.i | false
      in t: signal;  a = Spinner();  c = Sink();  t -> a.i;  a.o -> c.i; | shuts down | false
      """)
  void theEnvironmentOwesNothing(String network, String claim, boolean isProved) {
    for (Timers timers : Timers.values()) {
      holdsAgainstTheSearch(PARTS + "graph G { " + network + " }\ncheck G { " + claim + "; }\n", isProved, timers);
    }
  }

  /// A timer that waits for all else never runs out where something else goes on for ever.
  @Test
  void aPatientTimerIsOwedNothingWhileOthersGoOn() {
    String text = PARTS + "graph G { a = Waiter();  b = Source();  c = Sink();  b.o -> c.i; }\n"
        + "check G { livelock free progress on a.woken; }\n";
    holdsAgainstTheSearch(text, true, Timers.ANY);
    holdsAgainstTheSearch(text, false, Timers.PATIENT);
  }

  @Test
  void whoeverMayMeetAnErrorIsNotProvedToMeetNone() {
    String text = """
        package fails;
        component Source { out o: signal;  run { repeat { send to o; } } }
        component Counts { in i: signal;  var n: 0..1 = 0;  run { repeat { receive from i;  n = n + 1; } } }
        graph G { a = Source();  b = Counts();  a.o -> b.i; }
        check G { deadlock free; }
        """;
    Options options = Options.withClock(System::nanoTime).engine(Options.Engine.PROOFS).threads(1);
    assertThat(Specs.check(text, options).getLast().errorFree()).isNotInstanceOf(Verdict.Holds.class);
    assertThat(Specs.check(text.replace("n + 1", "1 - n"), options).getLast().errorFree())
        .isInstanceOf(Verdict.Holds.class);
  }

  private static void holdsAgainstTheSearch(String text, boolean isProved, Timers timers) {
    assertThat(check(text, Options.Engine.PROOFS, timers) instanceof Verdict.Holds).as(text).isEqualTo(isProved);
    assertThat(check(text, Options.Engine.SEARCH, timers) instanceof Verdict.Holds).as(text).isEqualTo(isProved);
    hasACertificate(elaborate(text), isProved, timers);
  }

  /// What is proved has a certificate that is accepted; of what is not none can be made up.
  private static void hasACertificate(Elaboration elaboration, boolean isProved, Timers timers) {
    Network network = elaboration.network().orElseThrow();
    Property claim = elaboration.claims().getFirst().property();
    Optional<Evidence> evidence = Certificates.of(network, claim, Options.withClock(System::nanoTime).timers(timers));
    assertThat(evidence.isPresent()).isEqualTo(isProved);
    evidence.ifPresent(e -> assertThatCode(() -> Certificates.verify(network, timers, claim, e))
        .doesNotThrowAnyException());
    assertThat(!isProved && Forged.isAccepted(network, timers, claim)).isFalse();
  }

  private static Elaboration elaborate(String text) {
    var program = Frontend.analyze(List.of(new SourceFile("runs.graphline", text))).program()
        .orElseThrow(() -> new AssertionError(text));
    return Frontend.elaborate(program, Frontend.checks(program).getFirst()).getFirst();
  }

  private static Verdict check(String text, Options.Engine engine, Timers timers) {
    Elaboration elaboration = elaborate(text);
    return Checker.check(elaboration.network().orElseThrow(), elaboration.claims(),
        Options.withClock(System::nanoTime).engine(engine).timers(timers).threads(1), Progress.SILENT)
        .claimed().getFirst();
  }
}
