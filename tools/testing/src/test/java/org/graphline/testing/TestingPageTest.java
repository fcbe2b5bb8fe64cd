package org.graphline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The Java and the specifications in docs/testing.md are those of tests.
class TestingPageTest {
  private static final Pattern SNIPPET = Pattern.compile("```(?:java|graphline)\n(.*?)```", Pattern.DOTALL);

  @Test void everySnippetIsPartOfATest() throws IOException {
    List<String> sources;
    try (Stream<Path> files = Files.walk(Path.of("src/test"))) {
      sources = files.filter(Files::isRegularFile).map(TestingPageTest::read).toList();
    }
    String page = Files.readString(Path.of("../../docs/testing.md"));
    List<String> snippets = SNIPPET.matcher(page).results().map(result -> stripped(result.group(1))).toList();
    assertThat(snippets).isNotEmpty()
        .allSatisfy(snippet -> assertThat(sources).anyMatch(source -> source.contains(snippet)));
  }

  private static String read(Path file) {
    try {
      return stripped(Files.readString(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// Returns the text without indentation and empty lines.
  private static String stripped(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
  }
}
