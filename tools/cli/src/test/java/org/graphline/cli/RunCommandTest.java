package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The lessons that can be run, in a JVM of their own.
@Timeout(180)
class RunCommandTest {
  @TempDir
  private Path folder;
  private Session session;

  @BeforeEach
  void copyExamples() throws IOException {
    Folders.copy(Folders.ROOT.resolve("examples"), folder.resolve("examples"));
    session = new Session(folder);
  }

  @Test void helloPrintsThreeGreetings() {
    Session.Result result = session.run("run", "examples/01-hello/hello.graphline");
    assertThat(result.err()).contains("checked  Hello")
        .contains("closed   greeter, shouter, printer went home");
    assertThat(result).extracting(Session.Result::code, Session.Result::out)
        .containsExactly(0, "HELLO, GRAPHLINE\n".repeat(3));
  }

  @Test void theDepotDoesEveryJob() {
    Session.Result result = session.run("run", "examples/03-depot", "store.Depot", "producers=2",
        "consumers=2");
    assertThat(result.code()).isEqualTo(0);
    assertThat(result.out().lines()).containsExactlyInAnyOrder("job 1 is done", "job 2 is done",
        "job 3 is done",
        "job 4 is done");
  }

  @Test void theFarmBringsInItsResult() {
    Session.Result result = session.run("run", "examples/05-farm", "workers=2", "together=true");
    assertThat(result.code()).isEqualTo(0);
    assertThat(result.out()).isEqualTo("168 primes up to 1000\n");
  }

  @Test void whatDeadlocksIsNotRun() {
    Session.Result result = session.run("run", "examples/05-farm", "workers=2", "together=false");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("DL-1  deadlock").contains("not run");
  }

  @Test void aFailureIsReportedAtItsPlace() throws IOException {
    Path words = folder.resolve("examples/01-hello/java/hello/LoudWords.java");
    Files.writeString(words, Files.readString(words)
        .replace("return s.toUpperCase(Locale.ROOT);", "throw new IllegalStateException(\"hoarse\");"));
    Session.Result result = session.run("run", "examples/01-hello");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("failed   shouter at hello.graphline:").contains("hoarse");
  }

  @Test void saysWhichWorkNobodyDoes() throws IOException {
    Files.delete(folder.resolve("examples/01-hello/java/hello/LoudWords.java"));
    Session.Result result = session.run("run", "examples/01-hello");
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.err()).contains("nobody does the work of `extern Words`");
  }

  @Test void aClassForNobodyIsRefused() {
    Session.Result result = session.run("run", "examples/01-hello", "--with", "Wrods=hello.LoudWords");
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.err()).contains("--with Wrods: the graph needs nobody of that name; it needs Words");
  }

  @Test void anArgumentIsGivenOnce() {
    Session.Result result = session.run("run", "examples/05-farm", "workers=2", "workers=3");
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.err()).contains("workers is given twice");
  }

  @Test void whateverItsNamesAreASpecificationIsRun() throws IOException {
    Path spec = folder.resolve("names.graphline");
    Files.copy(Folders.ROOT.resolve("conformance/accepted/names-of-java-lang.graphline"), spec);
    Path java = Files.createDirectories(folder.resolve("java"));
    Files.writeString(java.resolve("Everything.java"), """
        package accepted.namesOfJavaLang;
        public final class Everything implements Error, Options, System {
          @java.lang.Override public java.lang.String string(java.lang.String text) { return text; }
          @java.lang.Override public void say(int options) { }
          @java.lang.Override public boolean start() { return false; }
          @java.lang.Override public void print(java.lang.String text) { java.lang.System.out.println(text); }
        }
        """);
    Session.Result result = session.run("run", "names.graphline", "options=3", "start=0");
    assertThat(result.out()).isEqualTo("a\na\n");
    assertThat(result.code()).isEqualTo(0);
  }
}
