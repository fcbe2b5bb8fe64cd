package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `check --max-memory` on a graph with 43 million states.
class MemoryLimitTest {
  @TempDir
  private Path folder;

  @Test @Timeout(120) void isToldWithWhatIsLarge() throws IOException {
    String table = Files.readString(Folders.ROOT.resolve("bench/families/philosophers.graphline"));
    Files.writeString(folder.resolve("table.graphline"), table.replaceAll("(?m)^check .*$", "")
        + "check Table(n = 16, leftHanders = 1) { deadlock free; }");
    Session.Result result = new Session(folder).run("check", "table.graphline", "--no-reduce", "--max-memory", "50M",
        "--engine", "search");
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out().replaceAll("\\s+", " ")).contains("states explored, none bad so far; the limit of 50 MiB"
        + " was reached; largest contributors: phil[*] (4 local states), fork[*] (3 local states)");
  }

  @Test void saysWhatTheJvmWillNotGive() {
    assertThat(Bounds.tooMuch(20L << 30, 12L << 30)).isEqualTo("graphline: --max-memory asks for 20480 MiB, but the JVM"
        + " may use 12288 MiB outside its heap: GRAPHLINE_JAVA_OPTS=-XX:MaxDirectMemorySize=20480m lets it use more");
  }
}
