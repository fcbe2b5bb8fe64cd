package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What README says of the build; its outputs are held by [PagesTest].
class ReadmeTest {
  private static final Path README = Folders.ROOT.resolve("README.md");
  private static final Pattern COMMANDS = Pattern.compile("```\n(./graphline .*?)\n(mvn .*?)\n```");

  @Test void theTestCommandIsTheOneOfTheBuild() throws IOException {
    MatchResult commands = COMMANDS.matcher(Files.readString(README)).results().findFirst().orElseThrow();
    assertThat(commands.group(1)).isEqualTo("./graphline check examples/whiteboard");
    assertThat(Files.readString(Folders.ROOT.resolve(".ci/run")).lines()).contains(commands.group(2));
  }
}
