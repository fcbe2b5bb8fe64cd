package org.graphline.maven.fork;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An installed JDK.
///
/// @param home    its folder
/// @param feature the number of its release: 25 for 25.0.1
public record Jdk(Path home, int feature) {
  /// The oldest that runs Graphline.
  public static final int OLDEST = 25;

  private static final Pattern LEADING_NUMBER = Pattern.compile("\"?([0-9]{1,6}).*");

  /// Returns the JDK in the folder `home`; empty if there is none, or none that says its release.
  public static Optional<Jdk> in(Path home) {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release) || executable(home).isEmpty()) {
      return Optional.empty();
    }
    var properties = new Properties();
    try (InputStream in = Files.newInputStream(release)) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    Matcher version = LEADING_NUMBER.matcher(properties.getProperty("JAVA_VERSION", ""));
    return version.matches() ? Optional.of(new Jdk(home, Integer.parseInt(version.group(1)))) : Optional.empty();
  }

  /// Reports whether it runs Graphline.
  public boolean isNewEnough() {
    return feature >= OLDEST;
  }

  /// Returns its `java`.
  public Path java() {
    return executable(home).orElseThrow(() -> new IllegalStateException(home + " has lost its java"));
  }

  private static Optional<Path> executable(Path home) {
    Path unix = home.resolve("bin/java");
    Path windows = home.resolve("bin/java.exe");
    return Files.isExecutable(unix) ? Optional.of(unix)
        : Files.isExecutable(windows) ? Optional.of(windows) : Optional.empty();
  }
}
