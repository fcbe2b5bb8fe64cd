package org.graphline.testing.claims;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where the specifications of a module lie.
public final class SpecPaths {
  private static final List<String> FOLDERS = List.of("src/main/graphline", "src/test/graphline");

  private SpecPaths() {}

  /// Returns the file or folder that `name` means: as it is written if that exists, or below one of the usual folders.
  public static String find(String name) {
    if (Files.exists(Path.of(name))) {
      return name;
    }
    return FOLDERS.stream().map(f -> f + "/" + name).filter(f -> Files.exists(Path.of(f))).findFirst().orElse(name);
  }
}
