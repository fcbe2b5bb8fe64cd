package org.graphline.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.elaborate.Family.Growth;
import org.graphline.model.network.End;
import org.graphline.model.network.Instance;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.api.Test;

/// How networks grow, as it is read off the text, held against the networks: from one size on the desks of the row and
/// their lines are the same at each index, those before it in all sizes, those after it too, counted from the end.
class RandomGrowthTest {
  private static final long FIRST = Long.getLong("graphline.random.first", 1);
  private static final long COUNT = Long.getLong("graphline.random.count", 400);
  private static final int SIZES = 5;

  private static String family(Random random) {
    int first = 2 + random.nextInt(14);
    int off = random.nextInt(3);
    var text = new StringBuilder("package growth;\ncomponent K(a: bool, b: 0..9) { in i: signal;  out o: signal;  "
        + "out p: signal;  run { repeat { receive from i;  send to o;  send to p; } } }\n"
        + "component T(a: bool) { in p: signal;  run { repeat { receive from p; } } }\ngraph G(n: 2..1000) {\n");
    int cut = random.nextInt(3);
    if (cut > 0) {
      int tail = 1 + random.nextInt(2);
      desks(text, random, "0.." + (cut - 1));
      desks(text, random, cut + "..n - " + (tail + 1));
      desks(text, random, "n - " + tail + "..n - 1");
    } else {
      desks(text, random, "0..n - 1");
    }
    text.append("  for i in 0..n - 1 { t[i + ").append(off).append("] = T(a = ").append(condition(random))
        .append(");  k[i].p").append(line(random)).append("t[")
        .append(random.nextBoolean() ? "i + " + off : off + " + i").append("].p; }\n");
    switch (random.nextInt(4)) {
      case 0 -> text.append("  for i in 0..n - 1 { k[i].o").append(line(random)).append("k[(i + ")
          .append(1 + random.nextInt(3)).append(") % n].i; }\n");
      case 1 -> text.append("  for i in 0..n - 1 { k[(i + n - ").append(1 + random.nextInt(2)).append(") % n].o")
          .append(line(random)).append("k[i].i; }\n");
      case 2 -> text.append("  for i in 1..n - 1 { k[i - 1].o").append(line(random)).append("k[i].i; }\n  k[n - 1].o")
          .append(line(random).replace("i ", "n ").replace("i)", "n)")).append("k[0].i;\n");
      default -> text.append("  for i in 0..n - 3 { k[i + 1].o").append(line(random))
          .append("k[i].i; }\n  for i in n - 2..n - 1 { k[(i + 1) % n].o -> k[i].i; }\n");
    }
    return text.append("}\ncheck G(n in ").append(first).append("..) { deadlock free; }\n").toString();
  }

  private static void desks(StringBuilder text, Random random, String range) {
    text.append("  for i in ").append(range).append(" { k[i] = K(a = ").append(condition(random)).append(", b = ")
        .append(random.nextInt(3) == 0 ? condition(random) + " ? 1 : " + random.nextInt(10) : "0").append("); }\n");
  }

  private static String line(Random random) {
    return random.nextInt(4) == 0 ? " ->[" + condition(random) + " ? 1 : 2] " : " -> ";
  }

  private static String condition(Random random) {
    String by = List.of(" < ", " <= ", " > ", " >= ", " == ", " != ").get(random.nextInt(6));
    return switch (random.nextInt(11)) {
      case 0, 1 -> "i" + by + random.nextInt(6);
      case 2 -> random.nextInt(5) + by + "i";
      case 3 -> "i" + by + "n - " + (1 + random.nextInt(4));
      case 4 -> "n - " + random.nextInt(4) + by + "i + " + random.nextInt(3);
      case 5 -> "n" + by + (2 + random.nextInt(24));
      case 6 -> "i" + by + "(n + " + random.nextInt(4) + ") % n";
      case 7 -> "n == (n + " + random.nextInt(22) + ") % n + " + random.nextInt(6);
      case 8 -> "(" + condition(random) + " && " + condition(random) + ")";
      case 9 -> "(" + condition(random) + " || " + condition(random) + ")";
      default -> "true";
    };
  }

  /// A desk of a network with `size`, and what its ports are joined to.
  private record Desk(String does, int index, int size, List<Wire> wires) {

    /// Reports whether both do the same and are joined to the same, by where it is from here; outside of the row
    /// also by its index, or that counted from the end.
    boolean isLike(Desk other, boolean inRow) {
      boolean alike = does.equals(other.does) && wires.size() == other.wires.size();
      for (int i = 0; alike && i < wires.size(); i++) {
        Wire one = wires.get(i);
        Wire two = other.wires.get(i);
        alike = one.what.equals(two.what) && (one.index - index == two.index - other.index
            || !inRow && (one.index == two.index || one.index - size == two.index - other.size));
      }
      return alike;
    }
  }

  private record Wire(String what, int index) {}

  private static TreeMap<Integer, List<Desk>> desks(String text, int size) {
    var program = Frontend.analyze(List.of(new SourceFile("growth.graphline",
        text.replaceAll("n in \\d+\\.\\.", "n = " + size)))).program().orElseThrow();
    var elaborated = Frontend.elaborate(program, Frontend.checks(program).getFirst()).getFirst();
    Network network = elaborated.network()
        .orElseThrow(() -> new AssertionError(elaborated.diagnostics() + "\n" + text));
    var desks = new TreeMap<Integer, List<Desk>>();
    for (Instance instance : network.instances()) {
      var wires = new ArrayList<Wire>();
      for (int element = 0; element < instance.behavior().elements().size(); element++) {
        Line line = network.lines().get(instance.wire(element));
        for (List<End> side : List.of(line.writers(), line.readers())) {
          side.forEach(e -> wires.add(new Wire(network.instances().get(e.instance()).name().name() + "." + e.element()
              + " " + line.capacity(), network.instances().get(e.instance()).name().index())));
        }
      }
      desks.computeIfAbsent(instance.name().index(), _ -> new ArrayList<>()).add(new Desk(instance.name().name() + " "
          + instance.behavior().component().name() + instance.behavior().arguments(), instance.name().index(), size,
          wires));
    }
    return desks;
  }

  private static boolean areLike(List<Desk> some, List<Desk> others, boolean inRow) {
    boolean alike = some.size() == others.size();
    for (int i = 0; alike && i < some.size(); i++) {
      alike = some.get(i).isLike(others.get(i), inRow);
    }
    return alike;
  }

  @Test
  void networksGrowAsTheTextWasRead() {
    int uniform = 0;
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      String text = family(new Random(seed));
      var check = OpenCheck.of(text);
      if (check.family().growth() instanceof Growth.Uniform(int from, int low, int high, _, _)) {
        uniform++;
        var first = desks(text, from);
        for (int size = from; size < from + SIZES; size++) {
          assertThat(low).as("seed " + seed + "\n" + text).isLessThanOrEqualTo(size + high);
          var all = desks(text, size);
          for (int index = all.firstKey(); index <= all.lastKey(); index++) {
            boolean inRow = index >= low && index <= size + high;
            int like = inRow ? low : index < low ? index : index - size + from;
            assertThat(areLike(all.getOrDefault(index, List.of()), first.getOrDefault(like, List.of()), inRow))
                .as("seed " + seed + ", n = " + size + ", index " + index + " of " + low + ".." + (size + high) + "\n"
                    + text)
                .isTrue();
          }
        }
      }
    }
    assertThat(uniform).isGreaterThan((int) COUNT / 4);
  }
}
