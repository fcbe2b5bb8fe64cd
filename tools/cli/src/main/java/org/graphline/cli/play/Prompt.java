package org.graphline.cli.play;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.graphline.cli.console.World;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.TerminalBuilder;

/// Where the player's commands come from.
@FunctionalInterface
public interface Prompt {
  /// Returns the next line; empty if there is none.
  Optional<String> ask(String question);

  /// Returns a prompt with editing and history on a terminal, and a plain reader of standard input elsewhere.
  static Prompt of(World world) {
    if (!world.outTerminal() || System.console() == null || !System.console().isTerminal()) {
      var in = new BufferedReader(new InputStreamReader(world.in(), StandardCharsets.UTF_8));
      return question -> {
        try {
          String line = in.readLine();
          world.out().println(question + (line == null ? "" : line));
          return Optional.ofNullable(line);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      };
    }
    LineReader reader = terminal();
    return question -> {
      try {
        return Optional.of(reader.readLine(question));
      } catch (EndOfFileException | UserInterruptException _) {
        return Optional.empty();
      }
    };
  }

  private static LineReader terminal() {
    try {
      return LineReaderBuilder.builder().terminal(TerminalBuilder.builder().system(true).provider("exec")
          .build()).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
