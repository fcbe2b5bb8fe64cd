package org.graphline.maven.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is known of generated Java from one build to the next.
class GeneratedFilesTest {
  @TempDir
  private Path folder;
  private GeneratedFiles files;

  @BeforeEach void twoFilesWereGenerated() throws IOException {
    files = new GeneratedFiles(folder.resolve("java"), folder.resolve("records"));
    files.begin();
    generate("inn/Cook.java", "inn/Guest.java");
    assertThat(files.finish("key 1")).isZero();
  }

  @Test void nothingIsToDoWhileNothingChanges() throws IOException {
    assertThat(files.upToDate("key 1")).contains(2);
    assertThat(files.upToDate("key 2")).isEmpty();
  }

  @Test void aFileThatWasChangedOrDeletedIsMadeAgain() throws IOException {
    Files.writeString(java("inn/Cook.java"), "// mine");
    assertThat(files.upToDate("key 1")).isEmpty();
    generate("inn/Cook.java", "inn/Guest.java");
    assertThat(files.upToDate("key 1")).contains(2);
    Files.delete(java("inn/Guest.java"));
    assertThat(files.upToDate("key 1")).isEmpty();
  }

  @Test void whatIsNotMadeAnyMoreIsDeletedAndItsFolderToo() throws IOException {
    files.begin();
    generate("tavern/Cook.java");
    assertThat(files.finish("key 2")).isEqualTo(2);
    assertThat(java("inn")).doesNotExist();
    assertThat(files.java()).containsExactly("tavern/Cook.java");
  }

  @Test void aBuildThatIsKilledLeavesNothingBehindForGood() throws IOException {
    files.begin();
    generate("tavern/Cook.java"); // and is killed before it says that it has finished
    assertThat(files.upToDate("key 1")).isEmpty();
    files.begin();
    generate("hotel/Cook.java"); // again
    files.begin();
    generate("hotel/Cook.java");
    assertThat(files.finish("key 3")).isEqualTo(3);
    assertThat(java("tavern")).doesNotExist();
    assertThat(java("inn")).doesNotExist();
    assertThat(java("hotel/Cook.java")).exists();
  }

  @Test void whatWasWrittenByHandIsNeverDeleted() throws IOException {
    Files.writeString(java("inn/Cook.java"), "package inn; // by hand");
    Files.writeString(java("inn/Other.java"), "package inn; // by hand");
    files.begin();
    generate("tavern/Cook.java");
    assertThat(files.finish("key 2")).isEqualTo(1);
    assertThat(java("inn/Cook.java")).exists();
    assertThat(java("inn/Other.java")).exists();
    assertThat(java("inn/Guest.java")).doesNotExist();
  }

  @Test void whenTheLastSpecificationGoesSoDoesAllItsJava() throws IOException {
    assertThat(files.clear()).isEqualTo(2);
    assertThat(java("inn")).doesNotExist();
    assertThat(files.clear()).isZero();
  }

  private Path java(String name) {
    return files.folder().resolve(name);
  }

  private void generate(String... names) throws IOException {
    Files.createDirectories(files.records());
    var manifest = new StringBuilder("graphline manifest 1\ninput a.graphline\n");
    for (String name : List.of(names)) {
      manifest.append("java ").append(name).append("\nline 1 3 1 a.graphline\n");
    }
    Files.writeString(files.manifest(), manifest);
    for (String name : names) {
      Files.createDirectories(java(name).getParent());
      Files.writeString(java(name), "// Generated from a.graphline:3. Do not edit.\n");
    }
  }
}
