package org.graphline.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What the command line says.
///
/// @param only  parts of the names of the families wanted; empty for all
/// @param warm  searches in one virtual machine
/// @param pairs how often to search on one thread and on several in turn, in place of all else; 0 for not at all
record Settings(Path folder, List<String> sizes, List<String> only, int repeats, List<String> engines,
    List<Integer> threads, List<String> reductions, List<Spin.Way> spin, int warm, long timeout, long megabytes,
    String heap, Path results, int pairs) {

  /// @throws IllegalArgumentException if the command line says nothing that can be done
  static Settings of(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    var settings = new Settings(folder, List.of("medium"), List.of(), 3, List.of("search", "compiled"), List.of(1),
        List.of("none"), List.of(Spin.Way.values()), 1, 600, 4000, "3g", folder.resolve("results/results.json"), 0);
    for (int i = 1; i < arguments.length; i++) {
      if (arguments[i].equals("--quick")) {
        settings = settings.with("--size", "small").with("--repeats", "1");
      } else if (i + 1 < arguments.length) {
        settings = settings.with(arguments[i], arguments[++i]);
      } else {
        throw new IllegalArgumentException("the option " + arguments[i] + " is unknown or lacks its value");
      }
    }
    if (settings.pairs > 0 && settings.threads.getLast() == 1) {
      throw new IllegalArgumentException("--pairs compares one thread with several: say how many with --threads 2");
    }
    return settings;
  }

  private Settings with(String option, String value) {
    List<String> list = value.equals("none") ? List.of() : Arrays.asList(value.split(","));
    return switch (option) {
      case "--size" -> new Settings(folder, list, only, repeats, engines, threads, reductions, spin, warm, timeout,
          megabytes, heap, results, pairs);
      case "--only" -> new Settings(folder, sizes, list, repeats, engines, threads, reductions, spin, warm, timeout,
          megabytes, heap, results, pairs);
      case "--repeats" -> new Settings(folder, sizes, only, positive(value), engines, threads, reductions, spin, warm,
          timeout, megabytes, heap, results, pairs);
      case "--engine" -> new Settings(folder, sizes, only, repeats, list, threads, reductions, spin, warm, timeout,
          megabytes, heap, results, pairs);
      case "--threads" -> new Settings(folder, sizes, only, repeats, engines, numbers(list), reductions, spin, warm,
          timeout, megabytes, heap, results, pairs);
      case "--reduction" -> new Settings(folder, sizes, only, repeats, engines, threads,
          Arrays.asList(value.split(",")), spin, warm, timeout, megabytes, heap, results, pairs);
      case "--spin" -> new Settings(folder, sizes, only, repeats, engines, threads, reductions, ways(list), warm,
          timeout, megabytes, heap, results, pairs);
      case "--warm" -> new Settings(folder, sizes, only, repeats, engines, threads, reductions, spin, positive(value),
          timeout, megabytes, heap, results, pairs);
      case "--timeout" -> new Settings(folder, sizes, only, repeats, engines, threads, reductions, spin, warm,
          positive(value), megabytes, heap, results, pairs);
      case "--memory" -> new Settings(folder, sizes, only, repeats, engines, threads, reductions, spin, warm, timeout,
          positive(value), heap, results, pairs);
      case "--heap" -> new Settings(folder, sizes, only, repeats, engines, threads, reductions, spin, warm, timeout,
          megabytes, value, results, pairs);
      case "--results" -> new Settings(folder, sizes, only, repeats, engines, threads, reductions, spin, warm, timeout,
          megabytes, heap, Path.of(value), pairs);
      case "--pairs" -> new Settings(folder, sizes, only, repeats, engines, threads, reductions, spin, warm, timeout,
          megabytes, heap, results, positive(value));
      default -> throw new IllegalArgumentException("the option " + option + " is unknown");
    };
  }

  private static int positive(String value) {
    try {
      int number = Integer.parseInt(value);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw new IllegalArgumentException("'" + value + "' is not a number above 0");
  }

  private static List<Integer> numbers(List<String> list) {
    return list.stream().map(Settings::positive).toList();
  }

  private static List<Spin.Way> ways(List<String> list) {
    var ways = new ArrayList<Spin.Way>();
    list.forEach(name -> ways.add(Spin.Way.valueOf(name.toUpperCase(Locale.ROOT))));
    return ways;
  }
}
