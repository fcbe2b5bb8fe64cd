package org.graphline.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Random trees of components that count in a small range how many they have let in; some leave it. The same seed
/// gives the same text.
final class RandomCounters {
  private final Random random;
  private final int components;
  private final int[] target;

  private RandomCounters(long seed) {
    this.random = new Random(seed);
    this.components = 2 + random.nextInt(3);
    this.target = IntStream.range(0, components).map(i -> i == 0 ? -1 : random.nextInt(i)).toArray();
  }

  /// Returns a package with one check, that nobody leaves its range and that the first one never has two.
  static String seeded(long seed) {
    return new RandomCounters(seed).text();
  }

  private String text() {
    var text = new StringBuilder("package counters;\n");
    for (int i = 0; i < components; i++) {
      text.append(component(i));
    }
    text.append("graph G {\n");
    for (int i = 0; i < components; i++) {
      text.append("  c").append(i).append(" = C").append(i).append("();\n");
    }
    for (int i = 1; i < components; i++) {
      text.append(line(i, "enter")).append(line(i, "leave"));
    }
    return text.append("}\ncheck G { error free;  never c0.n == 2; }\n").toString();
  }

  private String line(int from, String port) {
    return "  c" + from + "." + port + (random.nextInt(3) > 0 ? " -> " : " ->[" + (1 + random.nextInt(2)) + "] ") + "c"
        + target[from] + "." + port + from + ";\n";
  }

  private String component(int number) {
    var text = new StringBuilder("component C" + number + " {\n");
    if (number > 0) {
      text.append("  out enter: signal;  out leave: signal;\n");
    }
    List<Integer> clients = IntStream.range(1, components).filter(i -> target[i] == number).boxed().toList();
    if (clients.isEmpty()) {
      return text.append("  run { repeat { ").append(String.join(" ", visits())).append(" } }\n}\n").toString();
    }
    clients.forEach(c -> text.append("  in enter").append(c).append(": signal;  in leave").append(c)
        .append(": signal;\n"));
    text.append("  var n: 0..2 = 0;\n  run { repeat select {\n");
    boolean passesOn = number > 0 && random.nextBoolean();
    boolean isCareful = random.nextInt(4) == 0;
    for (int client : clients) {
      text.append(item(isCareful ? "when (n < 2) " : "", "enter" + client, "n = n + 1;", passesOn ? "enter" : ""))
          .append(item("", "leave" + client, "n = n - 1;", passesOn ? "leave" : ""));
    }
    return text.append("  } }\n}\n").toString();
  }

  private static String item(String guard, String port, String counting, String passedOn) {
    return "    " + guard + "receive from " + port + " => { " + counting
        + (passedOn.isEmpty() ? "" : " send to " + passedOn + ";") + " }\n";
  }

  /// Comes and goes, seldom more often in or out.
  private List<String> visits() {
    var all = new ArrayList<String>();
    int deep = 1 + random.nextInt(2);
    for (int i = 0; i < 2 * deep; i++) {
      all.add(i < deep ? "send to enter;" : "send to leave;");
    }
    if (random.nextInt(6) == 0) {
      all.remove(random.nextInt(all.size()));
    }
    return all;
  }
}
