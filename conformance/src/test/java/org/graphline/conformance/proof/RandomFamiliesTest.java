package org.graphline.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Proofs for all sizes held against the search of all states of the first sizes that only the proof speaks of:
/// rings and chains of one or two kinds, joined by one or two lines in either direction, with others at their
/// ends.
class RandomFamiliesTest {
  private static final long FIRST = Long.getLong("graphline.random.first", 1);
  private static final long COUNT = Long.getLong("graphline.random.count", 150);
  private static final int SIZES = 3;

  private static String family(Random random) {
    boolean ring = random.nextInt(3) > 0;
    boolean two = random.nextBoolean();
    boolean desk = random.nextInt(3) == 0;
    var text = new StringBuilder("package family;\n");
    text.append("component K(special: bool, last: bool) {\n  in a: signal;\n  out x: signal;\n")
        .append(two ? "  in b: signal;\n  out y: signal;\n" : "")
        .append(desk ? "  out p: signal;\n  in q: signal;\n" : "")
        .append("  run {\n    ").append(start(random, two)).append("repeat {\n      if (special) { ")
        .append(round(random, two, desk)).append("}\n      else { ").append(round(random, two, desk))
        .append("}\n    }\n  }\n}\n");
    text.append("component Task { in p: signal;  out q: signal;  run { repeat { receive from p;  send to q; } } }\n");
    text.append("component Give { out o: signal;  run { repeat { send to o; } } }\n");
    text.append("component Take { in i: signal;  run { repeat { receive from i; } } }\n");
    text.append("graph G(n: 2..1000) {\n  for i in 0..n-1 { k[i] = K(special = ").append(special(random))
        .append(", last = ").append(special(random)).append(");").append(desk ? "  t[i] = Task();" : "").append(" }\n");
    if (desk) {
      text.append("  for i in 0..n-1 { k[i].p -> t[i].p;  t[i].q").append(line(random)).append("k[i].q; }\n");
    }
    wires(text, random, ring, "x", "a", random.nextInt(4) > 0);
    if (two) {
      wires(text, random, ring, "y", "b", random.nextInt(3) == 0);
    }
    return text.append("}\ncheck G(n in 2..) { deadlock free; }\n").toString();
  }

  private static String special(Random random) {
    return List.of("i == 0", "i == n - 1", "i < 2", "i == 1", "false", "i != 0", "i > n - 3", "i == 0 || i == n - 1")
        .get(random.nextInt(8));
  }

  private static String line(Random random) {
    return List.of(" -> ", " -> ", " -> ", " ->[1] ", " ->[dropping 1] ").get(random.nextInt(5));
  }

  private static void wires(StringBuilder text, Random random, boolean ring, String out, String in, boolean up) {
    String line = line(random);
    if (ring) {
      text.append("  for i in 0..n-1 { k[i].").append(out).append(line).append("k[").append(up ? "(i + 1) % n"
          : "(i + n - 1) % n").append("].").append(in).append("; }\n");
    } else {
      String last = up ? "n-1" : "0";
      String first = up ? "0" : "n-1";
      text.append("  give_").append(in).append(" = Give();  take_").append(out).append(" = Take();\n  give_").append(in)
          .append(".o -> k[").append(first).append("].").append(in).append(";  k[").append(last).append("].")
          .append(out).append(" -> take_").append(out).append(".i;\n  for i in 1..n-1 { k[").append(up ? "i-1" : "i").append("].")
          .append(out).append(line).append("k[").append(up ? "i" : "i-1").append("].").append(in).append("; }\n");
    }
  }

  private static String start(Random random, boolean two) {
    return switch (random.nextInt(5)) {
      case 0 -> "if (special) { send to x; }\n    ";
      case 1 -> "if (last) { send to x; }\n    ";
      case 2 -> two ? "if (special) { send to y; }\n    " : "if (last) { receive from a; }\n    ";
      default -> "";
    };
  }

  private static String round(Random random, boolean two, boolean desk) {
    var steps = new ArrayList<>(List.of("receive from a; ", "send to x; "));
    if (two && random.nextInt(4) > 0) {
      steps.addAll(List.of("receive from b; ", "send to y; "));
    }
    if (desk && random.nextInt(4) > 0) {
      steps.addAll(List.of("send to p; ", "receive from q; "));
    }
    Collections.shuffle(steps, random);
    if (random.nextInt(4) == 0) {
      String joined = "par { " + steps.removeLast() + steps.removeLast() + "} ";
      steps.add(random.nextInt(steps.size() + 1), joined);
    }
    if (random.nextInt(6) == 0) {
      String one = String.join("", steps);
      Collections.shuffle(steps, random);
      return "choose { " + one + "} or { " + String.join("", steps) + "} ";
    }
    return String.join("", steps);
  }

  @Test
  void nothingIsProvedOfAllSizesThatTheSearchRefutesOfOne() {
    var tally = FamilyTally.of(FIRST, COUNT, RandomFamiliesTest::family, SIZES, 20_000, Long.MAX_VALUE);
    assertThat(tally.proved()).isGreaterThan((int) COUNT / 10);
    assertThat(tally.variants()).isGreaterThan((int) COUNT / 50);
    assertThat(tally.refuted()).isGreaterThan((int) COUNT / 4);
  }
}
