package org.graphline.checker.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.dsl.Frontend;
import org.graphline.model.network.Network;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.api.Test;

class ConfluenceTest {

  @Test
  void takesPrivateHandOversAtOnce() {
    Confluence reduced = reduced("""
        component A { out o: signal;  run { for i in 1..3 { send to o; } } }
        component B { in i: signal;  run { repeat { receive from i; } } }
        graph G { a = A();  b = B();  a.o -> b.i; }
        check G { deadlock free; }
        """);
    assertThat(reduced.opening()).hasSize(4);
    assertThat(reduced.isOver(reduced.initial())).isTrue();
  }

  @Test
  void keepsWhatAPropertySees() {
    Confluence reduced = reduced("""
        component A { out o: signal;  run { for i in 1..3 { send to o; } } }
        component B { in i: signal;  run { repeat { receive from i; } } }
        graph G { a = A();  b = B();  a.o -> b.i; }
        check G { a.o leads to b.i; }
        """);
    assertThat(reduced.opening()).isEmpty();
  }

  @Test
  void keepsOneStateOfACircle() {
    Confluence reduced = reduced("""
        component A { out o: signal;  in i: signal;  run { while (true) { send to o;  receive from i; } } }
        component B { out o: signal;  in i: signal;  run { while (true) { receive from i;  send to o; } } }
        graph G { a = A();  b = B();  a.o -> b.i;  b.o -> a.i; }
        check G { deadlock free; }
        """);
    State only = reduced.initial();
    assertThat(reduced.steps(only)).extracting(Step::target).containsExactly(only);
    assertThat(reduced.expand(only, reduced.steps(only).getFirst())).hasSize(2);
  }

  @Test
  void waitsForAnotherBranchThatMayEndTheComponent() {
    Confluence reduced = reduced("""
        component A { out o: signal;  in i: signal;  run { par { send to o;  { receive from i;  stop; } } } }
        component B { in i: signal;  out o: signal;
            run { par { receive from i;  choose { send to o; } or { wait 1s; } } } }
        graph G { a = A();  b = B();  a.o -> b.i;  b.o -> a.i; }
        check G { deadlock free; }
        """);
    assertThat(reduced.opening()).isEmpty();
  }

  @Test
  void doesNotDropLettersBeforeTheyAreWritten() {
    // b may go home before or after a has posted its second letter; a reacts to which it was.
    Confluence reduced = reduced("""
        component A { out o: signal;  out p: signal;
            run { send to p;  send to o else { while (true) { wait 1s; } } } }
        component B { in i: signal;  in q: signal;  run { receive from q; } }
        component C { out p: signal;  run { send to p; } }
        graph G { a = A();  b = B();  c = C();  a.o ->[1] b.i;  c.p -> b.q;  a.p -> Nowhere<signal>(); }
        check G { deadlock free; }
        """);
    assertThat(reduced.steps(reduced.initial())).hasSizeGreaterThan(1);
  }

  private static Confluence reduced(String text) {
    var program = Frontend.analyze(List.of(new SourceFile("spec.graphline", text))).program().orElseThrow();
    var elaboration = Frontend.elaborate(program, Frontend.checks(program).getFirst()).getFirst();
    Network network = elaboration.network().orElseThrow();
    List<Property> properties = elaboration.claims().stream().map(c -> c.property()).toList();
    return new Confluence(new NetworkStateSpace(Semantics.of(network, Timers.ANY)), properties);
  }
}
