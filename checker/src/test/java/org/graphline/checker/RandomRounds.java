package org.graphline.checker;

import java.util.List;
import java.util.Random;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.model.source.SourceFile;

/// Rings in which components give more or less than they take: what goes round in each by itself may still
/// come to an end.
public final class RandomRounds {
  private RandomRounds() {}

  /// Returns such a ring, and the claim that nothing goes on for ever unless more comes in.
  public static Elaboration ring(Random random) {
    int size = 1 + random.nextInt(3);
    var text = new StringBuilder("""
        package rings;
        component Mix { in t: signal;  in i: signal;  out o: signal;
          run { repeat select { receive from t => send to o;  receive from i => send to o; } } }
        """);
    var graph = new StringBuilder("graph G { in t: signal;  c0 = Mix();  t -> c0.t;\n");
    for (int i = 1; i <= size; i++) {
      text.append("component C%d { in i: signal;  out o: signal;  run { repeat { %s } } }\n"
          .formatted(i, round(random)));
      graph.append("c%d = C%d();  c%d.o ->%s c%d.i;\n".formatted(i, i, i - 1, line(random), i));
    }
    graph.append("c%d.o ->%s c0.i; }\n".formatted(size, line(random)));
    text.append(graph).append("check G { livelock free progress on t; }\n");
    var program = Frontend.analyze(List.of(new SourceFile("rings.graphline", text.toString()))).program()
        .orElseThrow(() -> new AssertionError(text));
    return Frontend.elaborate(program, Frontend.checks(program).getFirst()).getFirst();
  }

  /// One round of a component: a first letter taken, then some are given and taken.
  private static String round(Random random) {
    var round = new StringBuilder("receive from i;");
    for (int i = random.nextInt(4); i >= 0; i--) {
      round.append(random.nextInt(5) < 3 ? "  send to o;" : "  receive from i;");
    }
    return round.toString();
  }

  private static String line(Random random) {
    return List.of("", "[1]", "[2]", "[dropping 2]", "[overwriting 1]").get(random.nextInt(5));
  }
}
