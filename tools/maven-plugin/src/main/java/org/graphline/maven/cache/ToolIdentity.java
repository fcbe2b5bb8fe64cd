package org.graphline.maven.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What stands for the tool that gives the answers.
public final class ToolIdentity {
  private static final String OWN_GROUP = "org.graphline:";

  private ToolIdentity() {}

  /// A jar, or a folder of classes, that the tool is made of.
  ///
  /// @param coordinates group, artifact and version
  /// @param changing    whether the version does not say which bytes they are
  public record Part(String coordinates, Path file, boolean changing) {}

  /// Returns a text that is another one whenever the tool is. A released version of somebody else's stands for its
  /// bytes; Graphline's own are always looked at.
  public static String of(List<Part> parts) throws IOException {
    var fingerprint = new Fingerprint();
    for (Part part : parts) {
      fingerprint.add(part.coordinates());
      if (Files.isDirectory(part.file())) {
        addFolder(fingerprint, part.file());
      } else if (part.changing() || part.coordinates().startsWith(OWN_GROUP)) {
        fingerprint.add(Files.readAllBytes(part.file()));
      }
    }
    return fingerprint.hex();
  }

  private static void addFolder(Fingerprint fingerprint, Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        fingerprint.add(folder.relativize(file).toString().replace('\\', '/')).add(Files.readAllBytes(file));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
