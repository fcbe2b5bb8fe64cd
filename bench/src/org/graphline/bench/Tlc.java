package org.graphline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// TLC, the explicit state checker of TLA+, on one thread: the program `tlc`, which runs `tlc2.TLC` of tla2tools.jar.
///
/// @param seconds it may take
record Tlc(long seconds) {
  private static final String TOOL = "TLC";

  static boolean isInstalled() throws InterruptedException {
    return Command.isThere("which", "tlc");
  }

  /// Reports whether the network is said in TLA+.
  static boolean knows(Family family) {
    return Files.exists(model(family));
  }

  private static Path model(Family family) {
    return Path.of(family.model().toString().replaceAll("\\.pml$", ".tla"));
  }

  Measured measure(Family family) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("graphline-bench");
    try {
      String name = model(family).getFileName().toString();
      Files.copy(model(family), folder.resolve(name));
      Files.writeString(folder.resolve("model.cfg"), configuration(family));
      return read(Command.run(folder, seconds, List.of("tlc", "-workers", "1", "-deadlock", "-metadir", "states",
          "-config", "model.cfg", name)));
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /// The constants have the names they have for SPIN: `-DN=6` is `N = 6`.
  private static String configuration(Family family) {
    var text = new StringBuilder("INIT Init\nNEXT Next\nCONSTANTS\n");
    family.promela().forEach(p -> text.append("  ").append(p.substring(2).replace("=", " = ")).append('\n'));
    return text.toString();
  }

  private Measured read(Command tlc) {
    if (tlc.isLate()) {
      return Measured.nothing(TOOL, "more than " + seconds + " s");
    }
    if (tlc.exit() != 0) {
      return Measured.nothing(TOOL, "ends with " + tlc.exit());
    }
    // It counts the initial state as one that was generated.
    long transitions = (long) tlc.number("(?m)^([0-9]+) states generated, ", 1) - 1;
    long states = (long) tlc.number("states generated, ([0-9]+) distinct states found", 0);
    return new Measured(TOOL, states, transitions, 0, 0, tlc.cpuSeconds(), 0, tlc.wallSeconds(), 0, "");
  }
}
