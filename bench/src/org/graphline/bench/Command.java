package org.graphline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Another program, run to its end and timed by the shell: user and system time of it and of its children.
///
/// @param exit   its code
/// @param output of both kinds
record Command(int exit, String output, double cpuSeconds, double wallSeconds) {
  private static final Pattern TIMES = Pattern.compile("(?m)^took ([0-9.]+) ([0-9.]+) ([0-9.]+)$");

  /// Runs `command` in `folder`, for at most `seconds`.
  static Command run(Path folder, long seconds, List<String> command) throws IOException, InterruptedException {
    var timed = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='took %U %S %R'; time timeout \"$@\"", "bench",
        Long.toString(seconds)));
    timed.addAll(command);
    Process process = new ProcessBuilder(timed).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    Matcher times = TIMES.matcher(output);
    if (!times.find()) {
      throw new IOException("the shell does not say how long " + command.getFirst() + " took: " + output);
    }
    double cpu = Double.parseDouble(times.group(1)) + Double.parseDouble(times.group(2));
    return new Command(exit, output.substring(0, times.start()), cpu, Double.parseDouble(times.group(3)));
  }

  /// Reports whether a program of that name answers.
  static boolean isThere(String name, String argument) throws InterruptedException {
    try {
      return run(Path.of("."), 20, List.of(name, argument)).exit() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  boolean isLate() {
    return exit == 124;
  }

  /// Returns the first group of `pattern` in the output as a number, or `otherwise`.
  double number(String pattern, double otherwise) {
    Matcher matcher = Pattern.compile(pattern).matcher(output);
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : otherwise;
  }
}
