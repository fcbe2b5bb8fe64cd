package org.graphline.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Graphline in a virtual machine of its own, started as the launcher starts it.
///
/// @param runs    searches in that machine; the first counts, the last is the warm one
/// @param seconds it may take
record Graphline(String engine, int threads, String reduction, int runs, long seconds, String heap) {

  String tool() {
    return "Graphline " + engine + (reduction.equals("none") ? "" : ", " + reduction)
        + (threads == 1 ? "" : ", " + threads + " threads");
  }

  Measured measure(Family family) throws IOException, InterruptedException {
    Command ran = run(family, heap, seconds, Once.class, engine, Integer.toString(threads), reduction,
        Integer.toString(runs));
    if (ran.isLate()) {
      return Measured.nothing(tool(), "more than " + seconds + " s");
    }
    if (ran.exit() != 0) {
      String said = ran.output().strip().lines().findFirst().orElse("ends with " + ran.exit());
      return Measured.nothing(tool(), said.substring(0, Math.min(said.length(), 80)));
    }
    return read(JsonMapper.shared().readTree(ran.output().substring(ran.output().indexOf('{'))));
  }

  /// Runs one of our programs in a virtual machine of its own; the first argument is a file with the network.
  static Command run(Family family, String heap, long seconds, Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    Path text = Files.createTempFile("graphline-bench", ".graphline");
    try {
      Files.writeString(text, family.text());
      var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:+UseParallelGC", "-Xmx" + heap, "-Xlog:disable"));
      String archive = System.getProperty("graphline.bench.archive", "");
      if (!archive.isEmpty()) {
        command.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive));
      }
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName(), text.toString()));
      command.addAll(List.of(arguments));
      return Command.run(new File(".").toPath(), seconds, command);
    } finally {
      Files.delete(text);
    }
  }

  private Measured read(JsonNode node) {
    JsonNode all = node.get("searches");
    JsonNode first = all.get(0);
    JsonNode last = all.get(all.size() - 1);
    return new Measured(tool(), first.get("states").asLong(), first.get("transitions").asLong(),
        node.get("start").asDouble() + node.get("front end").asDouble(), node.get("generate").asDouble(),
        first.get("cpu").asDouble(), all.size() > 1 ? last.get("cpu").asDouble() : 0, first.get("wall").asDouble(),
        first.get("bytes per state").asDouble(), first.get("remark").asString());
  }
}
