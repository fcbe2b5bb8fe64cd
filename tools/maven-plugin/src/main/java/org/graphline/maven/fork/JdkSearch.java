package org.graphline.maven.fork;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks for a JDK that runs Graphline where the launcher looks for one, too.
///
/// @param own         the home of the JVM that asks
/// @param environment the environment's variables
/// @param userHome    the user's folder
/// @param system      the folder that absolute ones are taken to lie in, `/` outside of tests
public record JdkSearch(Path own, Map<String, String> environment, Path userHome, Path system) {
  private static final List<String> VARIABLES = List.of("JAVA_HOME", "JAVA25_HOME", "JAVA_HOME_25_X64");
  private static final List<String> SYSTEM_FOLDERS = List.of("usr/lib/jvm/*", "usr/java/*", "usr/local/java/*",
      "opt/java/*", "opt/jdk*", "opt/*/jdk*", "Library/Java/JavaVirtualMachines/*/Contents/Home",
      "opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
      "usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home", "Program Files/Java/*",
      "Program Files/Eclipse Adoptium/*");
  private static final List<String> USER_FOLDERS = List.of(".sdkman/candidates/java/*", ".jdks/*", ".m2/jdks/*",
      ".gradle/jdks/*", ".asdf/installs/java/*", ".local/share/mise/installs/java/*",
      "Library/Java/JavaVirtualMachines/*/Contents/Home");

  /// Returns the search on this machine.
  public static JdkSearch here() {
    Path user = Path.of(System.getProperty("user.home"));
    return new JdkSearch(Path.of(System.getProperty("java.home")), System.getenv(), user,
        Objects.requireNonNullElse(user.toAbsolutePath().getRoot(), Path.of("/")));
  }

  /// Returns the first that is new enough: the JVM's own, those that variables name, the one on the PATH, those in
  /// the usual folders.
  public Optional<Jdk> find() {
    return Stream.of(Stream.of(own), VARIABLES.stream().map(environment::get).filter(JdkSearch::isSaid).map(Path::of),
            onPath().stream(), in(system, SYSTEM_FOLDERS), in(userHome, USER_FOLDERS))
        .flatMap(homes -> homes).map(Jdk::in).flatMap(Optional::stream).filter(Jdk::isNewEnough).findFirst();
  }

  private static boolean isSaid(String value) {
    return value != null && !value.isBlank();
  }

  private Optional<Path> onPath() {
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
      Path java = Path.of(folder.isEmpty() ? "." : folder, "java");
      if (Files.isExecutable(java)) {
        try {
          return Optional.ofNullable(java.toRealPath().getParent()).map(Path::getParent);
        } catch (IOException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static Stream<Path> in(Path base, List<String> patterns) {
    return patterns.stream().flatMap(pattern -> {
      List<Path> found = List.of(base);
      for (String part : pattern.split("/")) {
        found = found.stream().flatMap(folder -> below(folder, part).stream()).toList();
      }
      return found.stream();
    });
  }

  private static List<Path> below(Path folder, String pattern) {
    if (pattern.indexOf('*') < 0) {
      return List.of(folder.resolve(pattern));
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(p -> matcher.matches(p.getFileName())).sorted()
          .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    } catch (IOException e) {
      return List.of();
    }
  }
}
