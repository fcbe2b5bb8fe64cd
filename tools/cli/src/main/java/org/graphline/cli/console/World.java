package org.graphline.cli.console;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongSupplier;

/// What a command sees of the world around it.
///
/// @param directory   what relative names are relative to
/// @param outTerminal whether `out` ends at a terminal, not in a file or pipe
/// @param errTerminal whether `err` does
/// @param nanoTime    a clock in nanoseconds from any origin
public record World(InputStream in, PrintStream out, PrintStream err, Path directory, boolean outTerminal,
    boolean errTerminal, Map<String, String> environment, LongSupplier nanoTime) {

  /// Returns the world of this JVM. The launcher says which streams end at a terminal.
  public static World real() {
    var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    return new World(new FileInputStream(FileDescriptor.in), out, err, Path.of("").toAbsolutePath(),
        Boolean.getBoolean("graphline.terminal.out"), Boolean.getBoolean("graphline.terminal.err"),
            System.getenv(),
        System::nanoTime);
  }

  /// Returns the file that `name` means.
  public Path resolve(String name) {
    return directory.resolve(name).normalize();
  }

  /// Returns how a file is named to the user: relative to the directory if it lies below it, `/` between
  /// its parts.
  public String display(Path file) {
    Path absolute = directory.resolve(file).normalize();
    Path shown = absolute.startsWith(directory) ? directory.relativize(absolute) : absolute;
    return shown.toString().replace('\\', '/');
  }

  /// Reports whether colors are wanted where nothing was said on the command line.
  public boolean wantsColor() {
    return outTerminal && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }
}
