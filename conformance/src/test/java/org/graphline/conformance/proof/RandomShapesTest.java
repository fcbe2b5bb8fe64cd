package org.graphline.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.graphline.checker.engine.Options;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.dsl.elaborate.Family.Growth;
import org.junit.jupiter.api.Test;

/// As [RandomFamiliesTest], with cells of up to three components that are joined by lines and calls among each other and
/// to those of the next cell, in rings, and in rows that end at two components, which may be joined to each other, or to
/// somebody else, and with pairs that nothing joins to the rest.
class RandomShapesTest {
  private static final long FIRST = Long.getLong("graphline.random.first", 1);
  private static final long COUNT = Long.getLong("graphline.random.count", 200);

  /// A component with its ports, and what it does with each of them once in a round.
  private static final class Part {
    private final String name;
    private final StringBuilder ports = new StringBuilder();
    private final List<String> steps = new ArrayList<>();
    private final List<String> inputs = new ArrayList<>();

    Part(String name) {
      this.name = name;
    }

    String port(String kind, boolean gives, Random random) {
      String port = "p" + steps.size();
      switch (kind) {
        case "call" -> {
          ports.append(gives ? "client " : "server ").append(port).append(": signal -> signal; ");
          steps.add(gives ? "call " + port + "(); " : "accept from " + port + " { reply; } ");
        }
        case "bool" -> {
          ports.append(gives ? "out " : "in ").append(port).append(": bool; ");
          steps.add(!gives ? "receive from " + port + "; " : random.nextBoolean() ? "send first to " + port + "; "
              : "choose { send true to " + port + "; } or { send false to " + port + "; } ");
        }
        default -> {
          ports.append(gives ? "out " : "in ").append(port).append(": signal; ");
          steps.add((gives ? "send to " : "receive from ") + port + "; ");
        }
      }
      if (!gives && !kind.equals("call")) {
        inputs.add(steps.getLast());
      }
      return port;
    }

    private String round(Random random) {
      var order = new ArrayList<>(steps);
      Collections.shuffle(order, random);
      if (inputs.size() > 1 && random.nextInt(3) == 0) {
        order.removeAll(inputs);
        order.add(random.nextInt(order.size() + 1), "select { " + String.join(" ", inputs.stream()
            .map(i -> i.replace("; ", " => { }")).toList()) + " } ");
      } else if (order.size() > 1 && random.nextInt(5) == 0) {
        order.removeLast();
      }
      return String.join("", order);
    }

    String text(Random random) {
      String start = steps.isEmpty() || random.nextInt(3) > 0 ? "" : "if (first) { " + steps.get(random.nextInt(steps.size())) + "} ";
      String one = round(random);
      return "component " + name + "(first: bool) { " + ports + "run { " + start + (random.nextBoolean()
          ? "repeat { " + one + "} " : "repeat { if (first) { " + one + "} else { " + round(random) + "} } ") + "} }\n";
    }
  }

  private static String condition(Random random) {
    return List.of("i == 0", "i == n - 1", "i < 2", "i == 1", "false", "i != 0", "true", "i == 0 || i == n - 1")
        .get(random.nextInt(8));
  }

  private static String kind(Random random) {
    return List.of("call", "bool", "line", "line").get(random.nextInt(4));
  }

  private static String arrow(String kind, Random random) {
    return kind.equals("call") ? " -> " : List.of(" -> ", " -> ", " -> ", " ->[1] ", " ->[2] ", " ->[dropping 1] ").get(random.nextInt(6));
  }

  private static String wire(String from, String to, String kind, boolean turned, Random random) {
    return (turned ? to : from) + arrow(kind, random) + (turned ? from : to) + ";  ";
  }

  private static String family(Random random) {
    int size = 1 + random.nextInt(3);
    var cell = new ArrayList<Part>();
    for (int i = 0; i < size; i++) {
      cell.add(new Part("K" + i));
    }
    var low = new Part("L");
    var high = new Part("H");
    var all = new ArrayList<>(cell);
    var within = new StringBuilder();
    for (int i = 1; i < size; i++) {
      for (int wires = 1 + random.nextInt(2); wires > 0; wires--) {
        String kind = kind(random);
        boolean turned = random.nextBoolean();
        int other = random.nextInt(i);
        within.append(wire("k" + other + "[i]." + cell.get(other).port(kind, !turned, random),
            "k" + i + "[i]." + cell.get(i).port(kind, turned, random), kind, turned, random));
      }
    }
    boolean ring = random.nextBoolean();
    var along = new StringBuilder();
    var ends = new StringBuilder();
    for (int wires = 1 + random.nextInt(2); wires > 0; wires--) {
      String kind = kind(random);
      boolean turned = random.nextInt(3) == 0;
      int one = random.nextInt(size);
      int other = random.nextInt(size);
      String from = cell.get(one).port(kind, !turned, random);
      String to = cell.get(other).port(kind, turned, random);
      along.append(wire("k" + one + "[i]." + from, "k" + other + (ring ? "[(i + 1) % n]." : "[i + 1].") + to, kind, turned, random));
      if (!ring) {
        ends.append(wire("low." + low.port(kind, !turned, random), "k" + other + "[0]." + to, kind, turned, random));
        ends.append(wire("k" + one + "[n - 1]." + from, "high." + high.port(kind, turned, random), kind, turned, random));
      }
    }
    if (!ring) {
      all.addAll(List.of(low, high));
      if (random.nextInt(3) == 0) {
        String kind = kind(random);
        boolean turned = random.nextBoolean();
        ends.append(wire("low." + low.port(kind, !turned, random), "high." + high.port(kind, turned, random), kind, turned, random));
      }
    }
    if (random.nextInt(4) == 0) {
      var one = new Part("A");
      var other = new Part("B");
      for (int wires = 1 + random.nextInt(2); wires > 0; wires--) {
        String kind = kind(random);
        boolean turned = random.nextBoolean();
        ends.append(wire("one." + one.port(kind, !turned, random), "other." + other.port(kind, turned, random), kind, turned, random));
      }
      all.addAll(List.of(one, other));
      ends.insert(0, "one = A(first = true);  other = B(first = true);  ");
    }
    var text = new StringBuilder("package shapes;\n");
    all.forEach(p -> text.append(p.text(random)));
    text.append("graph G(n: 2..1000) {\n  for i in 0..n-1 { ");
    for (int i = 0; i < size; i++) {
      text.append("k").append(i).append("[i] = K").append(i).append("(first = ").append(condition(random)).append(");  ");
    }
    text.append("}\n  ").append(ring ? "" : "low = L(first = true);  high = H(first = true);  ").append(ends)
        .append("\n  for i in 0..n-1 { ").append(within).append("}\n  for i in 0..n-").append(ring ? 1 : 2).append(" { ").append(along);
    return text.append("}\n}\ncheck G(n in 2..) { deadlock free; }\n").toString();
  }

  @Test
  void nothingIsProvedOfAllSizesThatIsRefutedOfOne() {
    int proved = 0;
    int variants = 0;
    int refuted = 0;
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      String text = family(new Random(seed));
      var check = OpenCheck.of(text);
      assertThat(check.family().growth()).as("seed " + seed + "\n" + text).isInstanceOf(Growth.Uniform.class);
      int from = ((Growth.Uniform) check.family().growth()).from();
      Report report = check.large(List.of());
      boolean isProved = report.claimed().getFirst() instanceof Verdict.Holds;
      proved += isProved ? 1 : 0;
      variants += report.statistics().engine().contains("variant") ? 1 : 0;
      if (isProved || refuted < COUNT / 10) {
        for (int size = from; size < from + 2; size++) {
          Verdict searched = check.searched(text, size, 10_000);
          assertThat(isProved && searched instanceof Verdict.Violated).as("seed " + seed + ", n = " + size + "\n" + text).isFalse();
          refuted += searched instanceof Verdict.Violated ? 1 : 0;
        }
      }
    }
    assertThat(proved).isGreaterThan((int) COUNT / 10);
    assertThat(variants).isGreaterThan((int) COUNT / 100);
    assertThat(refuted).isGreaterThan((int) COUNT / 20);
  }
}
