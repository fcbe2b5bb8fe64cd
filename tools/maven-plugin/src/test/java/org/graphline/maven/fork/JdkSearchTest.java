package org.graphline.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a JDK that is new enough is found.
class JdkSearchTest {
  @TempDir
  private Path machine;

  @Test void aJdkThatIsTooOldIsPassedOver() throws IOException {
    jdk("usr/lib/jvm/java-17", "17.0.15");
    Path newer = jdk("usr/lib/jvm/temurin-26", "26-ea");
    assertThat(search(Map.of("JAVA_HOME", machine.resolve("usr/lib/jvm/java-17").toString())).find())
        .contains(new Jdk(newer, 26));
  }

  @Test void variablesComeBeforeThePathAndThatBeforeUsualFolders() throws IOException {
    jdk("usr/lib/jvm/jdk-25", "25");
    Path onPath = jdk("opt/tools/java", "25.0.1");
    Path named = jdk("opt/named", "25.0.2");
    String path = machine.resolve("nowhere") + java.io.File.pathSeparator + onPath.resolve("bin");
    assertThat(search(Map.of("PATH", path)).find().orElseThrow().home()).isEqualTo(onPath.toRealPath());
    assertThat(search(Map.of("PATH", path, "JAVA25_HOME", named.toString())).find().orElseThrow().home())
        .isEqualTo(named);
  }

  @Test void aJdkInTheUsersFolderIsFound() throws IOException {
    Path own = jdk("home/me/.sdkman/candidates/java/25.0.1-tem", "25.0.1");
    assertThat(search(Map.of()).find()).contains(new Jdk(own, 25));
  }

  @Test void aFolderThatOnlyLooksLikeAJdkIsNone() throws IOException {
    Path broken = jdk("usr/lib/jvm/broken", "25");
    Files.delete(broken.resolve("bin/java"));
    Path silent = jdk("usr/lib/jvm/silent", "25");
    Files.writeString(silent.resolve("release"), "JAVA_VERSION=\\u00zz");
    assertThat(search(Map.of("JAVA_HOME", "")).find()).isEmpty();
  }

  private JdkSearch search(Map<String, String> environment) {
    return new JdkSearch(machine.resolve("own"), environment, machine.resolve("home/me"), machine);
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(machine.resolve(name));
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"A\"\nJAVA_VERSION=\"" + version + "\"\n");
    Files.writeString(home.resolve("bin/java"), "#!/bin/sh\n");
    assertThat(home.resolve("bin/java").toFile().setExecutable(true)).isTrue();
    return home;
  }
}
