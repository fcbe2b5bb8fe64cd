package org.graphline.maven.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What javac says of generated Java is told at the places of the specifications.
class JavacErrorsTest {
  private static final String MANIFEST = """
      graphline manifest 1
      input src/main graphline/inn.graphline
      java inn/Cook.java
      line 1 5 1 src/main graphline/inn.graphline
      line 20 8 15 src/main graphline/inn.graphline
      """;

  @TempDir
  private Path folder;

  @Test void eachErrorInGeneratedJavaIsToldOnceAtItsPlace() throws IOException {
    Path java = folder.resolve("target/java");
    String text = """
        Compilation failure:
        %1$s/inn/Cook.java:[20,44] cannot find symbol
          symbol: class Dish
        %1$s/inn/Cook.java:[20,44] cannot find symbol
        %1$s/inn/Cook.java:[3,9] package com.acme does not exist
        %1$s/inn/Unknown.java:[3,9] package com.acme does not exist
        %2$s/src/main/java/inn/Main.java:[20,44] cannot find symbol
        """.formatted(java, folder);
    assertThat(new JavacErrors(java, manifest(), folder).translate(text)).containsExactly(
        folder.resolve("src/main graphline/inn.graphline") + ":[8,15] cannot find symbol  (in Java made from it,"
            + " inn/Cook.java:20)",
        folder.resolve("src/main graphline/inn.graphline") + ":[5,1] package com.acme does not exist  (in Java made"
            + " from it, inn/Cook.java:3)");
  }

  @Test void whatIsNotAManifestIsNotRead() throws IOException {
    Path file = folder.resolve("manifest");
    assertThat(Manifest.read(file)).isEmpty();
    Files.writeString(file, "graphline manifest 2\n");
    assertThat(Manifest.read(file)).isEmpty();
    Files.writeString(file, MANIFEST + "nonsense\n");
    assertThat(Manifest.read(file)).isEmpty();
    assertThat(manifest().inputs()).containsExactly("src/main graphline/inn.graphline");
  }

  private Manifest manifest() throws IOException {
    return Manifest.read(Files.writeString(folder.resolve("a.manifest"), MANIFEST)).orElseThrow();
  }
}
