package org.graphline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// SPIN: depth first, compiled with `-O3 -DSAFETY`, going on after a deadlock.
///
/// @param way     how it searches
/// @param seconds it may take
record Spin(Way way, long seconds, long megabytes) {
  private static final long DEPTH = 1_000_000;
  private static final long MOST_DEPTH = 256_000_000;

  /// Ways of searching.
  enum Way {
    /// All states, one core.
    DFS("SPIN", List.of("-DNOREDUCE")),
    /// With partial order reduction, one core.
    REDUCED("SPIN, reduced", List.of()),
    /// All states, two cores.
    CORES("SPIN, 2 cores", List.of("-DNOREDUCE", "-DNCORE=2"));

    private final String label;
    private final List<String> defines;

    Way(String label, List<String> defines) {
      this.label = label;
      this.defines = defines;
    }

    String label() {
      return label;
    }
  }

  static boolean isInstalled() throws InterruptedException {
    return Command.isThere("spin", "-V") && Command.isThere("gcc", "--version");
  }

  String tool() {
    return way.label();
  }

  Measured measure(Family family) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("graphline-bench");
    try {
      return measure(family, folder);
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private Measured measure(Family family, Path folder) throws IOException, InterruptedException {
    Files.copy(family.model(), folder.resolve("model.pml"), StandardCopyOption.REPLACE_EXISTING);
    var generate = new ArrayList<>(List.of("spin", "-a", "-o2"));
    generate.addAll(family.promela());
    generate.add("model.pml");
    Command generated = Command.run(folder, 60, generate);
    var compile = new ArrayList<>(List.of("gcc", "-O3", "-w", "-DSAFETY", "-DVECTORSZ=8192", "-DMEMLIM=" + megabytes));
    compile.addAll(way.defines);
    compile.addAll(List.of("-o", "pan", "pan.c"));
    Command compiled = Command.run(folder, 300, compile);
    if (generated.exit() != 0 || compiled.exit() != 0) {
      return Measured.nothing(tool(), "does not compile: " + (generated.output() + compiled.output()).strip());
    }
    for (long depth = DEPTH; depth <= MOST_DEPTH; depth *= 4) {
      Command pan = Command.run(folder, seconds, List.of("./pan", "-c0", "-m" + depth, "-w" + hashBits(family)));
      if (!pan.output().contains("max search depth too small")) {
        return read(pan, generated.cpuSeconds() + compiled.cpuSeconds());
      }
    }
    return Measured.nothing(tool(), "needs a stack of more than " + MOST_DEPTH + " steps");
  }

  /// About as many slots as states, which is what SPIN's manual advises.
  private static long hashBits(Family family) {
    long states = family.states().orElse(1 << 22);
    return Math.max(18, Math.min(28, Long.SIZE - Long.numberOfLeadingZeros(states)));
  }

  private Measured read(Command pan, double setup) {
    if (pan.isLate()) {
      return Measured.nothing(tool(), "more than " + seconds + " s");
    }
    if (pan.exit() != 0 || pan.output().contains("out of memory") || pan.output().contains("aborted")) {
      return Measured.nothing(tool(), pan.output().contains("memory") ? "more than " + megabytes + " MB"
          : "ends with " + pan.exit());
    }
    long states = (long) pan.number("([0-9.e+]+) states, stored", 0);
    long transitions = (long) pan.number("([0-9.e+]+) transitions", 1) - 1; // it counts the beginning as one
    double bytes = pan.number("([0-9.]+)\\s+total actual memory usage", 0) * (1 << 20);
    return new Measured(tool(), states, transitions, setup, 0, pan.cpuSeconds(), 0, pan.wallSeconds(), bytes / states,
        "");
  }
}
