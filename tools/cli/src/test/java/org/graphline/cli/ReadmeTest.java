package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whatever README shows is what really happens. `-Dgolden=update` writes the outputs anew.
class ReadmeTest {
  private static final Path README = Folders.ROOT.resolve("README.md");
  private static final Pattern PROGRAM = Pattern.compile("```graphline\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SESSION = Pattern.compile("```console\n\\$ ./graphline (.*?)\n(.*?)```",
      Pattern.DOTALL);
  private static final Pattern COMMANDS = Pattern.compile("```\n(./graphline .*?)\n(mvn .*?)\n```");

  @TempDir
  private Path folder;

  @Test @Timeout(300) void everyOutputIsReal() throws IOException {
    String readme = Files.readString(README);
    Folders.copy(Folders.ROOT.resolve("examples"), folder.resolve("examples"));
    Files.writeString(folder.resolve("inn.graphline"), PROGRAM.matcher(readme).results().findFirst()
        .orElseThrow().group(1));
    assertThat(SESSION.matcher(readme).results()).hasSize(2);
    String actual = SESSION.matcher(readme).replaceAll(session -> "```console\n\\$ ./graphline "
        + session.group(1) + "\n"
        + output(session).replace("\\", "\\\\").replace("$", "\\$") + "```");
    if ("update".equals(System.getProperty("golden"))) {
      assertThat(System.getenv("CI")).as("golden files are not written in CI").isNull();
      Files.writeString(README, actual);
      return;
    }
    assertThat(actual).isEqualTo(readme);
  }

  private String output(MatchResult session) {
    Session.Result result = new Session(folder).run(session.group(1).split(" "));
    assertThat(result.err()).isEmpty();
    return result.out();
  }

  @Test void theTestCommandIsTheOneOfTheBuild() throws IOException {
    MatchResult commands = COMMANDS.matcher(Files.readString(README)).results().findFirst().orElseThrow();
    assertThat(commands.group(1)).isEqualTo("./graphline check examples/whiteboard");
    assertThat(Files.readString(Folders.ROOT.resolve(".ci/run")).lines()).contains(commands.group(2));
  }
}
