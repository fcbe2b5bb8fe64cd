package org.graphline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/// One network to measure, in both languages: a line of `families.csv`.
///
/// @param check       the graph and its arguments, as a `check` names them
/// @param promela     the same parameters for SPIN
/// @param states      without reductions
/// @param transitions without reductions
/// @param marks       set by others on a model of the same name
record Family(String name, String size, Path graphline, String check, Path model, List<String> promela,
    boolean deadlocks, OptionalLong states, OptionalLong transitions, OptionalLong spinReduced, Marks marks) {

  /// How many states others need: without reductions, SPIN's reduction, LTSmin's.
  record Marks(OptionalLong states, OptionalLong spin, OptionalLong ltsmin) {}

  /// Returns the families of a folder.
  static List<Family> of(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("families.csv")).stream()
        .filter(line -> !line.startsWith("#") && !line.startsWith("network;"))
        .map(line -> parse(line.split(";", -1), folder.resolve("families"))).toList();
  }

  private static Family parse(String[] cells, Path folder) {
    return new Family(cells[0], cells[1], folder.resolve(cells[2] + ".graphline"), cells[3],
        folder.resolve(cells[2] + ".pml"), List.of(cells[4].split(" ")), cells[5].equals("deadlocks"),
        number(cells[6]), number(cells[7]), number(cells[8]),
        new Marks(number(cells[9]), number(cells[10]), number(cells[11])));
  }

  private static OptionalLong number(String cell) {
    return cell.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cell));
  }

  /// Returns the text of the graph with one more check: this one. What has deadlocks is asked for something that
  /// holds as well, or the search might end early.
  String text() throws IOException {
    String claims = deadlocks ? "not deadlock free;  always true;" : "deadlock free;";
    return Files.readString(graphline) + "\ncheck " + check + " { " + claims + " }\n";
  }

  @Override
  public String toString() {
    return name + " (" + check.replaceAll("^\\w+\\(|\\)$", "") + ")";
  }
}
