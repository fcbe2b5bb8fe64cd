package org.graphline.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.graphline.checker.Checker;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Prepared;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.proof.KindProof;
import org.graphline.checker.proof.LocalProof;
import org.graphline.checker.proof.Proof;
import org.graphline.checker.proof.Proof.Argument;
import org.graphline.checker.verdict.Verdict;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.api.Test;

/// Proofs by kinds held against the search: networks of a few components of one or two kinds, wired at random, with
/// every kind of line that such proofs know, some of them shared with the environment. What can be proved of each pair
/// by itself is nearly the same: a whole product knows more of what is never reached, and less of lines that nobody
/// reads for that reason.
class RandomKindsTest {
  private static final long FIRST = Long.getLong("graphline.random.first", 1);
  private static final long COUNT = Long.getLong("graphline.random.count", 600);
  private static final List<String> LINES =
      List.of(" -> ", " -> ", " -> ", " ->[1] ", " ->[2] ", " ->[dropping 1] ", " ->[overwriting 2] ");

  private static String network(Random random) {
    int kinds = 1 + random.nextInt(2);
    boolean calls = random.nextInt(3) == 0;
    boolean serves = calls && random.nextBoolean();
    var text = new StringBuilder("package kinds;\n");
    for (int kind = 0; kind < kinds; kind++) {
      text.append("component K").append(kind).append("(starts: bool) {\n  in a: bool;\n  in b: bool;\n  out x: bool;\n"
          + "  out y: bool;\n").append(calls ? "  client q: signal -> signal;\n" : "")
          .append(serves ? "  server r: signal -> signal;\n" : "")
          .append("  run {\n    ").append(random.nextBoolean() ? "if (starts) { send true to x; }\n    " : "")
          .append("repeat { ").append(round(random, calls, serves)).append("}\n  }\n}\n");
    }
    if (calls && !serves) {
      text.append("component Hub {\n  server r: signal -> signal;\n  run { repeat { accept from r { reply; } } }\n"
          + "}\n");
    }
    text.append("component Source {\n  out o: bool;\n  run { repeat { choose { send true to o; } or { "
        + "send false to o; } } }\n}\ncomponent Sink {\n  in i: bool;\n  run { repeat { receive from i; } }\n}\n");
    int size = 2 + random.nextInt(3);
    text.append("graph G {\n");
    boolean tray = random.nextInt(5) == 0;
    text.append(tray ? "  in post: bool;\n  out mail: bool;\n" : "");
    boolean called = calls && random.nextInt(4) == 0;
    text.append(called ? "  server open: signal -> signal;\n" : "");
    for (int i = 0; i < size; i++) {
      text.append("  c[").append(i).append("] = K").append(random.nextInt(kinds)).append("(starts = ")
          .append(random.nextInt(3) == 0).append(");\n");
    }
    if (!tray && random.nextInt(3) > 0) {
      chain(text, random, size, "x", "a");
      chain(text, random, size, "y", "b");
    } else {
      wires(text, random, size, "x", "a", tray);
      wires(text, random, size, "y", "b", false);
    }
    if (calls) {
      List<Integer> servers = order(random, size);
      text.append(serves ? "" : "  hub = Hub();\n");
      text.append(called ? "  open -> " + (serves ? "c[0]" : "hub") + ".r;\n" : "");
      for (int i = 0; i < size; i++) {
        text.append("  c[").append(i).append("].q -> ").append(serves ? "c[" + servers.get(i) + "]" : "hub")
            .append(".r;\n");
      }
    }
    return text.append("}\ncheck G { deadlock free; }\n").toString();
  }

  private static List<Integer> order(Random random, int size) {
    var order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(order, random);
    return order;
  }

  /// Joins all `out` to all `in`, some of them two by two; not at `b`, which may be looked at by a `select`.
  private static void wires(StringBuilder text, Random random, int size, String out, String in, boolean tray) {
    List<Integer> from = order(random, size);
    List<Integer> to = order(random, size);
    int i = 0;
    while (i < size) {
      boolean two = in.equals("a") && i + 1 < size && random.nextInt(4) == 0;
      String line = two ? " ->[any] " : LINES.get(random.nextInt(LINES.size()));
      String writers = ends(from, i, out, two);
      String readers = ends(to, i, in, two);
      if (tray && i == 0 && random.nextInt(3) == 0) {
        text.append("  (post, ").append(writers.replaceAll("[()]", "")).append(random.nextBoolean() ? ") ->[any] ("
            : ") ->[any, 1] (").append(readers.replaceAll("[()]", "")).append(", mail);\n");
      } else if (tray && i == 0) {
        text.append("  post").append(line).append(readers).append(";\n  ").append(writers).append(" -> mail;\n");
      } else {
        text.append("  ").append(writers).append(line).append(readers).append(";\n");
      }
      i += two ? 2 : 1;
    }
  }

  /// Joins each one's `out` to the next one's `in`, from a source to a sink.
  private static void chain(StringBuilder text, Random random, int size, String out, String in) {
    text.append("  from_").append(in).append(" = Source();\n  to_").append(out).append(" = Sink();\n");
    for (int i = 0; i <= size; i++) {
      text.append("  ").append(i == 0 ? "from_" + in + ".o" : end(i - 1, out))
          .append(LINES.get(random.nextInt(LINES.size())))
          .append(i == size ? "to_" + out + ".i" : end(i, in)).append(";\n");
    }
  }

  private static String ends(List<Integer> order, int at, String port, boolean two) {
    return two ? "(" + end(order.get(at), port) + ", " + end(order.get(at + 1), port) + ")" : end(order.get(at), port);
  }

  private static String end(int instance, String port) {
    return "c[" + instance + "]." + port;
  }

  private static String round(Random random, boolean calls, boolean serves) {
    var steps = new ArrayList<>(List.of("receive from a; ", "receive v from b; ", "send true to x; ",
        random.nextBoolean() ? "send starts to y; " : "choose { send true to y; } or { send false to y; } "));
    if (random.nextInt(3) == 0) {
      steps.removeIf(s -> s.contains("from b"));
      steps.add("select { receive v from b => { if (v) { send true to x; } } after 1s => { } } ");
    }
    if (calls) {
      steps.add("call q(); ");
    }
    if (serves) {
      steps.add(random.nextBoolean() ? "accept from r { reply; } "
          : "select { accept from r { reply; } after 1s => { } } ");
    }
    if (random.nextInt(3) == 0) {
      Collections.shuffle(steps, random);
    }
    if (random.nextInt(4) == 0) {
      return "par { { " + steps.get(0) + steps.get(1) + "} { " + steps.get(2) + "} } " + String.join("",
          steps.subList(3, steps.size()));
    }
    return String.join("", random.nextInt(4) == 0 ? steps.subList(0, 2 + random.nextInt(steps.size() - 2)) : steps);
  }

  private static Optional<Elaboration> elaborated(String text) {
    return Frontend.analyze(List.of(new SourceFile("kinds.graphline", text))).program()
        .map(p -> Frontend.elaborate(p, Frontend.checks(p).getFirst()).getFirst())
        .filter(e -> e.network().isPresent());
  }

  private static Verdict searched(Elaboration elaboration, Timers timers) {
    return Checker.check(elaboration.network().orElseThrow(), elaboration.claims(),
        Options.withClock(System::nanoTime).timers(timers).engine(Options.Engine.SEARCH).threads(1).maxStates(20_000)
            .steps(Options.Steps.INTERPRETED),
        Progress.SILENT).claimed().getFirst();
  }

  @Test
  void whatKindsProveTheSearchDoesNotRefute() {
    int shared = 0;
    int proved = 0;
    int more = 0;
    int fewer = 0;
    int deadlocks = 0;
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      var random = new Random(seed);
      String text = network(random);
      Timers timers = random.nextBoolean() ? Timers.ANY : Timers.PATIENT;
      Optional<Elaboration> made = elaborated(text);
      if (made.isEmpty()) {
        // A port in two branches of a `par`.
        continue;
      }
      Elaboration elaboration = made.get();
      var prepared = new Prepared(elaboration.network().orElseThrow(), timers);
      if (prepared.excerpts().isEmpty()) {
        continue;
      }
      shared++;
      Optional<Proof> byKinds = KindProof.deadlockFree(prepared.excerpts().get(), () -> false);
      Optional<Proof> byPairs = LocalProof.deadlockFree(prepared.product().orElseThrow().product(), () -> false)
          .filter(p -> p.argument() != Argument.SATISFIABILITY);
      if (byKinds.isPresent()) {
        proved++;
        assertThat(searched(elaboration, timers)).as("seed " + seed + "\n" + text)
            .isNotInstanceOf(Verdict.Violated.class);
        fewer += byPairs.isPresent() ? 0 : 1;
      } else {
        more += byPairs.isPresent() ? 1 : 0;
        if (deadlocks <= COUNT / 20) {
          deadlocks += searched(elaboration, timers) instanceof Verdict.Violated ? 1 : 0;
        }
      }
    }
    assertThat(shared).isGreaterThan((int) (COUNT / 3));
    assertThat(proved).isGreaterThan((int) (COUNT / 20));
    assertThat(deadlocks).isGreaterThan((int) (COUNT / 20));
    assertThat(more).as("proved for each pair by itself only").isLessThan(proved / 10);
    assertThat(fewer).as("proved by kinds only").isLessThan(proved / 10);
  }
}
