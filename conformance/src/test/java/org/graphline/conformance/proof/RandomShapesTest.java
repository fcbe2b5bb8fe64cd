package org.graphline.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// As [RandomFamiliesTest], with cells of up to three components that are joined by lines and calls among each other
/// and to those of the next cell, in rings, and in rows that end at two components, which may be joined to each other,
/// and with pairs that nothing joins to the rest.
class RandomShapesTest {
  private static final long FIRST = Long.getLong("graphline.random.first", 1);
  private static final long COUNT = Long.getLong("graphline.random.count", 100);

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
      String start = random.nextInt(3) > 0 ? ""
          : "if (first) { " + steps.get(random.nextInt(steps.size())) + "} ";
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
    return kind.equals("call") ? " -> "
        : List.of(" -> ", " -> ", " -> ", " ->[1] ", " ->[2] ", " ->[dropping 1] ").get(random.nextInt(6));
  }

  /// One of several that stand at one place.
  private record Desk(String name, Part part) {

    String end(String kind, boolean gives, Random random) {
      return name + "." + part.port(kind, gives, random);
    }
  }

  private static String wire(Desk from, Desk to, Random random) {
    String kind = kind(random);
    boolean turned = random.nextInt(3) == 0;
    String one = from.end(kind, !turned, random);
    String other = to.end(kind, turned, random);
    return joined(one, other, kind, turned, random);
  }

  private static String joined(String one, String other, String kind, boolean turned, Random random) {
    return (turned ? other : one) + arrow(kind, random) + (turned ? one : other) + ";  ";
  }

  private static String within(List<Desk> cell, Random random) {
    var text = new StringBuilder();
    for (int i = 1; i < cell.size(); i++) {
      for (int wires = 1 + random.nextInt(2); wires > 0; wires--) {
        text.append(wire(cell.get(random.nextInt(i)), cell.get(i), random));
      }
    }
    return text.toString();
  }

  /// Joins each cell to the next one, and the first and the last one to each other or to the ends.
  private static String along(List<Desk> cell, Desk low, Desk high, boolean ring, Random random) {
    var along = new StringBuilder();
    var ends = new StringBuilder();
    for (int wires = 1 + random.nextInt(2); wires > 0; wires--) {
      String kind = kind(random);
      boolean turned = random.nextInt(3) == 0;
      String one = cell.get(random.nextInt(cell.size())).end(kind, !turned, random);
      String other = cell.get(random.nextInt(cell.size())).end(kind, turned, random);
      String next = other.replace("[i]", ring ? "[(i + 1) % n]" : "[i + 1]");
      along.append(joined(one, next, kind, turned, random));
      if (!ring) {
        ends.append(joined(low.end(kind, !turned, random), other.replace("[i]", "[0]"), kind, turned, random));
        ends.append(joined(one.replace("[i]", "[n - 1]"), high.end(kind, turned, random), kind, turned, random));
      }
    }
    return "  for i in 0..n-" + (ring ? 1 : 2) + " { " + along + "}\n  " + ends
        + (!ring && random.nextInt(3) == 0 ? wire(low, high, random) : "") + "\n";
  }

  private static String family(Random random) {
    var cell = new ArrayList<Desk>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      cell.add(new Desk("k" + i + "[i]", new Part("K" + i)));
    }
    boolean ring = random.nextBoolean();
    var single = new ArrayList<Desk>();
    var low = new Desk("low", new Part("L"));
    var high = new Desk("high", new Part("H"));
    var wires = new StringBuilder("  for i in 0..n-1 { " + within(cell, random) + "}\n");
    wires.append(along(cell, low, high, ring, random));
    if (!ring) {
      single.addAll(List.of(low, high));
    }
    if (random.nextInt(4) == 0) {
      var apart = List.of(new Desk("one", new Part("A")), new Desk("other", new Part("B")));
      wires.append("  ").append(within(apart, random)).append("\n");
      single.addAll(apart);
    }
    var text = new StringBuilder("package shapes;\n");
    cell.forEach(d -> text.append(d.part().text(random)));
    single.forEach(d -> text.append(d.part().text(random)));
    text.append("graph G(n: 2..1000) {\n  for i in 0..n-1 { ");
    cell.forEach(d -> text.append(d.name()).append(" = ").append(d.part().name).append("(first = ")
        .append(condition(random)).append(");  "));
    text.append("}\n  ");
    single.forEach(d -> text.append(d.name()).append(" = ").append(d.part().name).append("(first = true);  "));
    return text.append("\n").append(wires).append("}\ncheck G(n in 2..) { deadlock free; }\n").toString();
  }

  @Test
  void nothingIsProvedOfAllSizesThatIsRefutedOfOne() {
    var tally = FamilyTally.of(FIRST, COUNT, RandomShapesTest::family, 2, 10_000, COUNT / 10);
    assertThat(tally.proved()).isGreaterThan((int) COUNT / 10);
    assertThat(tally.variants()).isGreaterThan((int) COUNT / 100);
    assertThat(tally.refuted()).isGreaterThan((int) COUNT / 20);
  }
}
