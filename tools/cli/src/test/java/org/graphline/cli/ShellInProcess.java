package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs commands of Graphline in this JVM, at a time that stands still.
final class ShellInProcess implements Shell {
  private int code;

  @Override
  public String printed(List<String> command, Path directory, String typed) {
    List<String> arguments = command.subList(1, command.size());
    return switch (command.getFirst()) {
      case "graphline" -> graphline(directory, typed, arguments);
      case "java" -> java(directory, arguments);
      case "echo" -> {
        assertThat(arguments).containsExactly("$?");
        yield code + "\n";
      }
      default -> throw new AssertionError("nobody knows how to run " + command);
    };
  }

  private String graphline(Path directory, String typed, List<String> arguments) {
    Session.Result result = new Session(directory).runWithInput(typed, arguments.toArray(String[]::new));
    code = result.code();
    assertThat(code).as(result.all()).isNotEqualTo(70);
    int checked = arguments.getFirst().equals("run") ? result.err().indexOf('\n') + 1 : 0;
    return result.err().substring(0, checked) + result.out() + result.err().substring(checked);
  }

  private String java(Path directory, List<String> arguments) {
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(arguments);
    try {
      Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      code = process.waitFor();
      return printed;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
