package org.graphline.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.graphline.checker.engine.Prepared;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.model.property.Claim;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.api.Test;

/// What a run that a search hands over is worth.
class ProofsTest {

  /// After one letter each waits for the other; before it nobody is stuck.
  @Test
  void aRunShowsADeadlockOnlyIfTheModelFindsAGroupAtItsEnd() {
    var program = Frontend.analyze(List.of(new SourceFile("runs.graphline", """
        package runs;
        component One { out o: signal;  in i: signal;  run { send to o;  receive from i; } }
        component Other { in i: signal;  in j: signal;  out o: signal;
          run { receive from i;  receive from j;  send to o; } }
        graph G { a = One();  b = Other();  n = Never<signal>();  a.o -> b.i;  n -> b.j;  b.o -> a.i; }
        check G { deadlock free; }
        """))).program().orElseThrow();
    var prepared = new Prepared(Frontend.elaborate(program, Frontend.checks(program).getFirst()).getFirst().network()
        .orElseThrow(), Timers.ANY);
    assertThat(Proofs.stuck(prepared, List.of())).isEmpty();
    List<Step> run = prepared.semantics().steps(prepared.semantics().initial());
    assertThat(run).hasSize(1);
    assertThat(Proofs.stuck(prepared, run)).hasValueSatisfying(e -> assertThat(e.group()).contains(0, 1));
  }

  /// The counter is 1 before the error, and for good after it.
  @Test
  void aRunShowsAnErrorOrABrokenConditionOnlyIfTheModelFindsItAtItsEnd() {
    var program = Frontend.analyze(List.of(new SourceFile("runs.graphline", """
        package runs;
        component Counts { var n: 0..1 = 0;  run { mark one;  n = 1;  mark two;  n = n + 1; } }
        graph G { a = Counts(); }
        check G { error free;  never a.n == 1;  always a.n == 0; }
        """))).program().orElseThrow();
    Elaboration elaboration = Frontend.elaborate(program, Frontend.checks(program).getFirst()).getFirst();
    var prepared = new Prepared(elaboration.network().orElseThrow(), Timers.ANY);
    List<Property> asked = elaboration.claims().stream().map(Claim::property).toList();
    var run = new ArrayList<Step>();
    for (List<Boolean> shown : List.of(List.of(false, false, false), List.of(false, true, true),
        List.of(true, false, false))) {
      assertThat(asked).extracting(p -> StateProofs.shown(prepared, p, run).isPresent()).isEqualTo(shown);
      prepared.semantics().steps(run.isEmpty() ? prepared.semantics().initial() : run.getLast().target()).stream()
          .findFirst().ifPresent(run::add);
    }
  }
}
