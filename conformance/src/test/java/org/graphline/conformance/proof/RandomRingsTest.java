package org.graphline.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.graphline.checker.Certificates;
import org.graphline.checker.Checker;
import org.graphline.checker.certificate.Evidence;
import org.graphline.checker.certificate.Refused;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.api.Test;

/// Rings of components that communicate in any order: whether they deadlock is a matter of counting.
class RandomRingsTest {
  private static final long FIRST = Long.getLong("graphline.rings.first", 1);
  private static final int COUNT = Integer.getInteger("graphline.rings.count", 300);

  static String ring(Random random) {
    var text = new StringBuilder("package rings;\n");
    int size = 2 + random.nextInt(4);
    for (int i = 0; i < size; i++) {
      text.append("component C").append(i).append(" {\n  in a: signal;\n  in b: signal;\n  out x: signal;\n"
          + "  out y: signal;\n  run {\n    ").append(order(random, random.nextInt(4) == 0)).append("repeat { ")
          .append(order(random, true)).append("}\n  }\n}\n");
    }
    text.append("graph G {\n");
    for (int i = 0; i < size; i++) {
      text.append("  c").append(i).append(" = C").append(i).append("();\n");
    }
    for (int i = 0; i < size; i++) {
      wire(text, i, "x", (i + 1) % size, "a", random);
      wire(text, i, "y", (i + size - 1) % size, "b", random);
    }
    return text.append("}\ncheck G { deadlock free; }\n").toString();
  }

  private static void wire(StringBuilder text, int from, String out, int to, String in, Random random) {
    String line = random.nextInt(3) == 0 ? " ->[" + (1 + random.nextInt(2)) + "] " : " -> ";
    text.append("  c").append(from).append('.').append(out).append(line).append('c').append(to).append('.').append(in)
        .append(";\n");
  }

  private static String order(Random random, boolean all) {
    var steps = new ArrayList<>(List.of("receive from a; ", "receive from b; ", "send to x; ", "send to y; "));
    Collections.shuffle(steps, random);
    if (random.nextInt(3) == 0 && all) {
      return steps.get(0) + "par { " + steps.get(1) + steps.get(2) + "} " + steps.get(3);
    }
    return String.join("", all ? steps : steps.subList(0, random.nextInt(2)));
  }

  static Elaboration elaborate(String text) {
    var program = Frontend.analyze(List.of(new SourceFile("ring.graphline", text))).program()
        .orElseThrow(() -> new AssertionError(text));
    return Frontend.elaborate(program, Frontend.checks(program).getFirst()).getFirst();
  }

  private static Verdict verdict(String text, Options.Engine engine) {
    Elaboration elaboration = elaborate(text);
    Report report = Checker.check(elaboration.network().orElseThrow(), elaboration.claims(),
        Options.withClock(System::nanoTime).engine(engine).threads(1), Progress.SILENT);
    return report.claimed().getFirst();
  }

  @Test
  void noProofWhereTheSearchFindsADeadlock() {
    int proved = 0;
    int deadlocks = 0;
    int variants = 0;
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      String text = ring(new Random(seed));
      Verdict searched = verdict(text, Options.Engine.SEARCH);
      Verdict proof = verdict(text, Options.Engine.PROOFS);
      if (searched instanceof Verdict.Violated) {
        deadlocks++;
        assertThat(proof).as("seed " + seed + "\n" + text).isNotInstanceOf(Verdict.Holds.class);
      }
      if (proof instanceof Verdict.Violated) { // by the search for what the proofs leave open
        assertThat(searched).as("seed " + seed + "\n" + text).isInstanceOf(Verdict.Violated.class);
      }
      proved += proof instanceof Verdict.Holds ? 1 : 0;
      variants += proof instanceof Verdict.Holds && proof.statistics().engine().startsWith("variant") ? 1 : 0;
    }
    assertThat(deadlocks).isGreaterThan(COUNT / 10);
    assertThat(proved).isGreaterThan(COUNT / 50);
    assertThat(variants).isPositive();
  }

  /// A ring's certificate counts rounds.
  @Test
  void everyProofHasACertificateAndNoDeadlockHasOne() throws Refused {
    int ranked = 0;
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      String text = ring(new Random(seed));
      var network = elaborate(text).network().orElseThrow();
      var claim = new Property.DeadlockFree();
      Optional<Evidence> evidence = Certificates.of(network, claim, Options.withClock(System::nanoTime));
      if (verdict(text, Options.Engine.PROOFS) instanceof Verdict.Holds) {
        assertThat(evidence).as("seed " + seed).isPresent();
      }
      if (evidence.isPresent()) {
        Certificates.verify(network, Timers.ANY, claim, evidence.get());
        assertThat(verdict(text, Options.Engine.SEARCH)).as("seed " + seed).isInstanceOf(Verdict.Holds.class);
        ranked += evidence.get().deadlock().orElseThrow().ranking().isPresent() ? 1 : 0;
      }
    }
    assertThat(ranked).isPositive();
  }
}
