package org.graphline.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.graphline.cli.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The session that README shows, done by a reader who has nothing but README, an empty folder, and the clone as README
/// says it is to be prepared. `-Dgolden=update` writes what is shown anew.
@EnabledIfSystemProperty(named = "it.version", matches = ".+", disabledReason = "it runs after packaging: mvn verify")
class ReadmeSessionIT {
  private static final Path README = Path.of("../../README.md");

  @TempDir
  private Path empty;
  @TempDir
  private Path clone;

  @Test @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void whoeverFollowsReadmeInAnEmptyFolderSeesWhatItShows() throws IOException {
    String text = Files.readString(README);
    assertThat(text).contains("$ graphline new", "$ graphline explain DL", "$ graphline run", "$ mvn verify");
    String followed = new Page(empty, text, Terminal.make(clone)).followedSession();
    if ("update".equals(System.getProperty("golden"))) {
      assertThat(System.getenv("CI")).as("golden files are not written in CI").isNull();
      Files.writeString(README, followed);
      return;
    }
    assertThat(followed).isEqualTo(text);
  }
}
