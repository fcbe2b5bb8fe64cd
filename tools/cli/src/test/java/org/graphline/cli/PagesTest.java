package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever does what a page says sees what the page shows. `-Dgolden=update` writes what is shown anew.
class PagesTest {
  @TempDir
  private Path folder;

  /// Returns README and each page of docs that has something to do or to show.
  static Stream<String> pages() throws IOException {
    try (Stream<Path> all = Files.list(Folders.ROOT.resolve("docs"))) {
      List<String> shown = all.filter(page -> page.toString().endsWith(".md")).filter(PagesTest::isFollowed)
          .map(page -> "docs/" + page.getFileName()).sorted().toList();
      return Stream.concat(Stream.of("README.md"), shown.stream());
    }
  }

  private static boolean isFollowed(Path page) {
    try {
      String text = Files.readString(page);
      return text.contains("```console") || text.contains("<!-- from ");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest @MethodSource("pages") @Timeout(300)
  void whateverAPageShowsIsReal(String name) throws IOException {
    Path page = Folders.ROOT.resolve(name);
    String text = Files.readString(page);
    if (text.contains("examples/")) {
      Folders.copy(Folders.ROOT.resolve("examples"), folder.resolve("examples"));
    }
    String followed = new Page(folder, text, new ShellInProcess()).followed();
    if ("update".equals(System.getProperty("golden"))) {
      assertThat(System.getenv("CI")).as("golden files are not written in CI").isNull();
      Files.writeString(page, followed);
      return;
    }
    assertThat(followed).isEqualTo(text);
  }
}
