package org.graphline.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.graphline.checker.certificate.Runs;
import org.graphline.checker.certificate.Runs.Round;
import org.graphline.cli.report.CertificateFile.Unreadable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The rounds in which runs are shown to end, as a certificate file has them: what is of one field stands
/// together.
final class RunsJson {
  private RunsJson() {}

  static void write(Runs runs, ArrayNode all) {
    for (Round round : runs.rounds()) {
      ObjectNode node = all.addObject();
      switch (round) {
        case Runs.Local(var changes, var values) -> {
          write(changes, Runs.Change::field, c -> new int[] {c.from(), c.to()}, node.putArray("changes"));
          write(values, Runs.Value::field, v -> new int[] {v.value()}, node.putArray("values"));
        }
        case Runs.Sum(var weights, var lowered) -> {
          write(weights, Runs.Weight::field, w -> new int[] {w.value(), w.number()}, node.putArray("weights"));
          lowered.forEach(node.putArray("lowered")::add);
        }
      }
    }
  }

  private static <T> void write(List<T> all, ToIntFunction<T> field, Function<T, int[]> numbers, ArrayNode node) {
    ArrayNode list = node;
    int of = -1;
    for (T each : all) {
      if (field.applyAsInt(each) != of) {
        of = field.applyAsInt(each);
        list = node.addArray().add(of);
      }
      CertificateFile.put(list, numbers.apply(each));
    }
  }

  static List<Round> read(JsonNode all) throws Unreadable {
    var rounds = new ArrayList<Round>();
    for (JsonNode node : all) {
      rounds.add(node.has("weights") ? new Runs.Sum(
          read(node.path("weights"), 2, n -> new Runs.Weight(n[0], n[1], n[2])),
          Arrays.stream(CertificateFile.numbers(node.path("lowered"), 0)).boxed().toList())
          : new Runs.Local(read(node.path("changes"), 2, n -> new Runs.Change(n[0], n[1], n[2])),
              read(node.path("values"), 1, n -> new Runs.Value(n[0], n[1]))));
    }
    return rounds;
  }

  /// @param size how many numbers there are for each, beside the field
  private static <T> List<T> read(JsonNode lists, int size, Function<int[], T> made) throws Unreadable {
    var all = new ArrayList<T>();
    for (int[] numbers : CertificateFile.lists(lists)) {
      if (numbers.length == 0 || (numbers.length - 1) % size != 0) {
        throw new Unreadable("a list has a field and then " + size + " numbers for each thing");
      }
      for (int i = 1; i < numbers.length; i += size) {
        all.add(made.apply(new int[] {numbers[0], numbers[i], numbers[i + size - 1]}));
      }
    }
    return all;
  }
}
