package org.graphline.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.graphline.checker.Certificates;
import org.graphline.checker.Checker;
import org.graphline.checker.ProofAccounts;
import org.graphline.checker.certificate.Evidence;
import org.graphline.checker.certificate.Refused;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Finding;
import org.graphline.checker.verdict.ProofAccount;
import org.graphline.checker.verdict.Report;
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

class ProofNetworksTest {
  private static final Path PROOFS = Path.of("../bench/proofs");

  private static Report check(String file, String claim, Options.Engine engine) throws IOException {
    Elaboration elaboration = elaborate(file, claim);
    return Checker.check(elaboration.network().orElseThrow(), elaboration.claims(),
        Options.withClock(System::nanoTime).engine(engine), Progress.SILENT);
  }

  private static Elaboration elaborate(String file, String claim) throws IOException {
    String text = Files.readString(PROOFS.resolve(file + ".graphline")).replaceAll("(?m)^check .*", "");
    var program = Frontend.analyze(List.of(new SourceFile(file + ".graphline", text + "\ncheck " + claim
        + " { deadlock free; }\n"))).program().orElseThrow();
    return Frontend.elaborate(program, Frontend.checks(program).getLast()).getFirst();
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      philosophers;  Table(n = 1000);                      arc consistency, 2,000 pairs of neighbors
      pipeline;      Pipeline(n = 1000);                   arc consistency, 1,001 pairs of neighbors
      client_server; Tree(inner = 500);                    arc consistency, 1,002 pairs of neighbors
      butterfly;     Butterfly(stages = 4, half = 100);    arc consistency, 2,000 pairs of neighbors
      token_ring;    Ring(n = 1000);                       variant functions, 1,000 pairs of neighbors
      milner;        Scheduler(n = 500);                   variant functions, 1,000 pairs of neighbors
      nested;        Row(n = 500);                         arc consistency, 1,000 pairs of neighbors
      handshake;     Stages(n = 1000);                     arc consistency, 1,001 pairs of neighbors
      exchange;      Exchange(stages = 8, half = 50);      variant functions, 1,300 pairs of neighbors
      mesh;          Mesh(rows = 12, columns = 12);        arc consistency, 2,064 pairs of neighbors
      peers;         Whiteboard(inner = 50);               arc consistency, 1,820 pairs of neighbors
      """)
  void thousandsOfComponentsAreProvedWithoutAState(String file, String network, String argument) throws IOException {
    Report report = check(file, network, Options.Engine.AUTO);
    assertThat(report.claimed()).singleElement().isInstanceOf(Verdict.Holds.class);
    assertThat(report.errorFree()).isInstanceOf(Verdict.Holds.class);
    assertThat(report.statistics().engine()).isEqualTo(argument);
    assertThat(report.statistics().states()).isZero();
    assertThat(report.statistics().complete()).isTrue();
  }

  private static Report errors(String file, String network, Options.Engine engine) throws IOException {
    String text = Files.readString(PROOFS.resolve(file + ".graphline")).replaceAll("(?m)^check .*", "");
    var program = Frontend.analyze(List.of(new SourceFile(file + ".graphline", text + "\ncheck " + network
        + " { error free; }\n"))).program().orElseThrow();
    Elaboration elaboration = Frontend.elaborate(program, Frontend.checks(program).getLast()).getFirst();
    return Checker.check(elaboration.network().orElseThrow(), elaboration.claims(),
        Options.withClock(System::nanoTime).engine(engine), Progress.SILENT);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      credits; Row(n = 1000, hasty = -1);   local reachability, 1,001 pairs of neighbors
      tables;  Tables(n = 250, rude = -1);  satisfiability, 1,000 pairs of neighbors, 250 invariants
      """)
  void thatNobodyMeetsAnErrorIsProvedOfThousandsWhoCould(String file, String network, String argument)
      throws IOException {
    Report report = errors(file, network, Options.Engine.AUTO);
    assertThat(report.errorFree()).isInstanceOf(Verdict.Holds.class);
    assertThat(report.statistics().engine()).isEqualTo(argument);
    assertThat(report.statistics().states()).isZero();
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      credits; Row(n = 2, hasty = -1);    true
      tables;  Tables(n = 1, rude = -1);  true
      credits; Row(n = 2, hasty = 0);     false
      tables;  Tables(n = 1, rude = 0);   false
      """)
  void theSearchOfAllStatesSaysTheSameOfSmallOnes(String file, String network, boolean isErrorFree) throws IOException {
    assertThat(errors(file, network, Options.Engine.SEARCH).errorFree() instanceof Verdict.Holds)
        .isEqualTo(isErrorFree);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      credits; Row(n = 1000, hasty = 60);    1,002
      tables;  Tables(n = 250, rude = 125);  1,000
      """)
  void anErrorPlantedAmongThousandsIsReachedAndReplayed(String file, String network, String size) throws IOException {
    Report report = errors(file, network, Options.Engine.PROOFS);
    assertThat(report.errorFree()).isInstanceOfSatisfying(Verdict.Violated.class, v -> {
      assertThat(v.counterexample().finding()).isEqualTo(Finding.ERROR);
      assertThat(v.statistics().engine()).startsWith("guided search, ");
    });
    assertThat(report.network().instances()).hasSize(Integer.parseInt(size.replace(",", "")));
  }

  /// Ground by ground, in the order of the components.
  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      philosophers;  Table(n = 5, leftHanders = 1); NEIGHBORS, NEIGHBORS;  0
      pipeline;      Pipeline(n = 5);               NEIGHBORS, NEIGHBORS, NEIGHBORS, ALONE;  0
      milner;        Scheduler(n = 5);              ARGUMENT;              5
      butler;        Table(n = 5, seats = 4);       ALONE, ARGUMENT;       2
      """)
  void aProofTellsWhatKeepsEverybodyFromBeingStuckAndWhatNearlyDoesNot(String file, String network, String grounds,
      int nearMisses) throws IOException {
    Network of = elaborate(file, network).network().orElseThrow();
    ProofAccount account = ProofAccounts.deadlockFree(of, Options.withClock(System::nanoTime)).orElseThrow();
    assertThat(account.groups().stream().map(g -> g.ground().name()).collect(Collectors.joining(", ")))
        .isEqualTo(grounds);
    assertThat(account.groups().stream().flatMap(g -> g.components().stream()))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, of.instances().size()).boxed().toList());
    assertThat(account.nearMisses().isEmpty()).isEqualTo(nearMisses == 0);
    Set<Integer> last = account.groups().stream().filter(g -> g.ground() == ProofAccount.Ground.ARGUMENT)
        .flatMap(g -> g.components().stream()).collect(Collectors.toSet());
    assertThat(account.nearMisses()).allSatisfy(near -> {
      assertThat(near.waiters()).filteredOn(w -> !w.rests()).isNotEmpty().allMatch(w -> last.contains(w.instance()));
      assertThat(near.cycle()).hasSizeGreaterThan(1);
      for (int i = 0; i < near.cycle().size(); i++) {
        int from = near.cycle().get(i);
        int to = near.cycle().get((i + 1) % near.cycle().size());
        assertThat(near.waiters()).anyMatch(w -> w.instance() == from && w.waitsFor().contains(to));
      }
    });
  }

  @Test void nothingIsToldOfANetworkThatCanDeadlock() throws IOException {
    Network of = elaborate("philosophers", "Table(n = 5, leftHanders = 0)").network().orElseThrow();
    assertThat(ProofAccounts.deadlockFree(of, Options.withClock(System::nanoTime))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      philosophers;  Table(n = 5)
      pipeline;      Pipeline(n = 5)
      client_server; Tree(inner = 3)
      butterfly;     Butterfly(stages = 1, half = 1)
      token_ring;    Ring(n = 5)
      milner;        Scheduler(n = 4)
      nested;        Row(n = 4)
      handshake;     Stages(n = 5)
      exchange;      Exchange(stages = 2, half = 1)
      butler;        Table(n = 4, seats = 3)
      """)
  void smallOnesHoldByAllStatesToo(String file, String network) throws IOException {
    assertThat(check(file, network, Options.Engine.SEARCH).claimed()).allMatch(Verdict.Holds.class::isInstance);
    assertThat(check(file, network, Options.Engine.PROOFS).claimed()).allMatch(Verdict.Holds.class::isInstance);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      philosophers;  Table(n = 100);                     Table(n = 101)
      pipeline;      Pipeline(n = 100);                  Pipeline(n = 101)
      client_server; Tree(inner = 50);                   Tree(inner = 51)
      butterfly;     Butterfly(stages = 3, half = 4);    Butterfly(stages = 4, half = 4)
      token_ring;    Ring(n = 100);                      Ring(n = 101)
      milner;        Scheduler(n = 50);                  Scheduler(n = 51)
      butler;        Table(n = 20, seats = 19);          Table(n = 20, seats = 18)
      """)
  void theCertificateOfOneSizeIsAcceptedForThatSizeOnly(String file, String network, String larger) throws Exception {
    Network proved = elaborate(file, network).network().orElseThrow();
    Network other = elaborate(file, larger).network().orElseThrow();
    var claim = new Property.DeadlockFree();
    Evidence evidence = Certificates.of(proved, claim, Options.withClock(System::nanoTime)).orElseThrow();
    Certificates.verify(proved, Timers.ANY, claim, evidence);
    assertThatThrownBy(() -> Certificates.verify(other, Timers.ANY, claim, evidence)).isInstanceOf(Refused.class)
        .hasMessage("it is about another network");
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      philosophers;  Table(n = 500, leftHanders = 0);                      500; 1000
      token_ring;    Ring(n = 1000, tokens = 1000);                          0; 1000
      nested;        Row(n = 500, closed = true);                          500; 1000
      handshake;     Stages(n = 1000, silent = 100);                       203; 2
      exchange;      Exchange(stages = 8, half = 50, swapped = 799);       700; 2
      mesh;          Mesh(rows = 12, columns = 12, free = true);             8; 3
      peers;         Whiteboard(inner = 50, hasty = 2);                      3; 4
      """)
  void plantedDeadlocksAmongThousandsAreToldAsStories(String file, String network, int longest, int largest)
      throws IOException {
    Report report = check(file, network, Options.Engine.AUTO);
    assertThat(report.claimed()).singleElement().isInstanceOfSatisfying(Verdict.Violated.class, v -> {
      assertThat(v.counterexample().finding()).isEqualTo(Finding.DEADLOCK);
      assertThat(v.counterexample().length()).isLessThanOrEqualTo(longest);
      assertThat(v.counterexample().waits().waiters()).isNotEmpty().hasSizeLessThanOrEqualTo(largest);
      assertThat(v.statistics().engine()).startsWith("guided search");
    });
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      philosophers;  Table(n = 5, leftHanders = 0)
      token_ring;    Ring(n = 5, tokens = 5)
      nested;        Row(n = 4, closed = true)
      handshake;     Stages(n = 4, silent = 2)
      exchange;      Exchange(stages = 2, half = 1, swapped = 3)
      butler;        Table(n = 4, seats = 4)
      mesh;          Mesh(rows = 2, columns = 2, free = true)
      peers;         Whiteboard(inner = 1, hasty = 2)
      """)
  void smallPlantedOnesDeadlockByAllStatesToo(String file, String network) throws IOException {
    assertThat(check(file, network, Options.Engine.SEARCH).claimed()).allMatch(Verdict.Violated.class::isInstance);
    assertThat(check(file, network, Options.Engine.PROOFS).claimed()).allMatch(Verdict.Violated.class::isInstance);
  }

  /// That not everybody sits down at once takes a sum over all who sit.
  @Test
  void aSumProvesWhatNoTwoNeighborsSee() throws IOException {
    Report report = check("butler", "Table(n = 20, seats = 19)", Options.Engine.AUTO);
    assertThat(report.claimed()).singleElement().isInstanceOf(Verdict.Holds.class);
    assertThat(report.statistics().engine()).isEqualTo("satisfiability, 60 pairs of neighbors, 1 invariant");
  }

  @Test
  void whatTheEnvironmentMayCloseOrLeaveOpenIsProvedToo() throws Refused {
    String text = """
        package open;
        component Copy { in i: signal;  out o: signal;  run { repeat { receive from i;  send to o; } } }
        component Last {
            in i: signal;  out o: signal;  in over: signal;
            run { repeat select { receive from i => send to o;  end over => stop; } }
        }
        component Quiet { in i: signal;  out over: signal;  run { repeat { receive from i; } } }
        graph Line {
            in i: signal;  in extra: signal;  out o: signal;
            a = Copy();  b = Last();  q = Quiet();
            i -> a.i;  a.o -> b.i;  b.o -> o;  extra -> q.i;  q.over -> b.over;
        }
        check Line { deadlock free; }
        """;
    var program = Frontend.analyze(List.of(new SourceFile("open.graphline", text))).program().orElseThrow();
    Elaboration elaboration = Frontend.elaborate(program, Frontend.checks(program).getLast()).getFirst();
    for (Options.Engine engine : List.of(Options.Engine.PROOFS, Options.Engine.SEARCH)) {
      assertThat(Checker.check(elaboration.network().orElseThrow(), elaboration.claims(),
          Options.withClock(System::nanoTime).engine(engine), Progress.SILENT).claimed())
          .singleElement().isInstanceOf(Verdict.Holds.class);
    }
    Network network = elaboration.network().orElseThrow();
    Options options = Options.withClock(System::nanoTime);
    var claim = new Property.DeadlockFree();
    Certificates.verify(network, options.timers(), claim, Certificates.of(network, claim, options).orElseThrow());
  }
}
