package org.graphline.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.graphline.cli.console.World;

/// Runs commands in a folder, without a terminal, at a time that stands still.
record Session(Path directory) {

  /// What a command did.
  record Result(int code, String out, String err) {
    /// Returns what was printed, then what was told on the side.
    String all() {
      return out + err;
    }
  }

  Result run(String... arguments) {
    return runWithInput("", arguments);
  }

  Result runWithInput(String input, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var world = new World(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
        directory, false, false, Map.of(), () -> 0);
    int code = Main.run(world, () -> false, arguments);
    return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
