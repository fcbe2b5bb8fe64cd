package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One clear answer each, never a stack trace or an endless wait.
@Timeout(180)
class HostileInputTest {
  @TempDir
  private Path folder;

  private Session.Result check(byte[] content) throws IOException {
    Files.write(folder.resolve("x.graphline"), content);
    Session.Result result = new Session(folder).run("check", "x.graphline");
    assertThat(result.all()).doesNotContain("internal error").doesNotContain("\tat ");
    return result;
  }

  private Session.Result check(String text) throws IOException {
    return check(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test void anEmptyFileIsAWarning() throws IOException {
    Session.Result result = check("");
    assertThat(result.code()).isEqualTo(0);
    assertThat(result.out()).contains("GL0113");
  }

  @Test void aBinaryFileIsNotText() throws IOException {
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    Session.Result result = check(noise);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).containsOnlyOnce("error[").contains("GL0107");
  }

  @Test void tenMegabytesAreTooMany() throws IOException {
    Session.Result result = check("component A { out o: signal;  run { send to o; } }\n".repeat(200_000));
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).containsOnlyOnce("error[").contains("GL0108");
  }

  @Test void tenThousandBracesAreTooDeep() throws IOException {
    Session.Result result = check("component A { run " + "{ ".repeat(10_000) + "} ".repeat(10_000) + "}");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).containsOnlyOnce("error[").contains("GL0106");
  }

  @Test void aMillionCommentsAreRead() throws IOException {
    assertThat(check("//\n".repeat(500_000)).code()).isEqualTo(0);
  }

  @Test void aMillionDesksGetAVerdict() throws IOException {
    Session.Result result = check("""
        component W { in i: signal;  out o: signal;  run { repeat { receive from i;  send to o; } } }
        graph G(n: 1..2000000) {
            for i in 0..n-1 { w[i] = W(); }
            for i in 0..n-2 { w[i].o -> w[i+1].i; }
            w[n-1].o -> w[0].i;
        }
        check G(n = 1000000) { deadlock free; }
        """);
    assertThat(result.code()).isIn(0, 3);
    assertThat(result.out()).contains("G(n = 1000000)").contains("deadlock free");
  }

  @Test void whatEditorsKeepBesideASpecificationIsLeftAlone() throws IOException {
    Path specs = Files.createDirectory(folder.resolve("specs"));
    Files.writeString(specs.resolve("a.graphline"), "package a;\ncomponent A { run { } }\ngraph G { a = A(); }\n");
    Files.createSymbolicLink(specs.resolve(".#a.graphline"), Path.of("somebody@somewhere.1234"));
    Files.write(specs.resolve("._a.graphline"), new byte[] {0, 5, 22, 7});
    assertThat(new Session(folder).run("check", "specs").code()).isEqualTo(0);
    assertThat(new Session(folder).run("check", "specs/a.graphline").code()).isEqualTo(0);
  }

  @Test void aFolderMayBeNamedByALink() throws IOException {
    Path specs = Files.createDirectory(folder.resolve("specs"));
    Files.writeString(specs.resolve("a.graphline"), "package a;\ncomponent A { run { } }\ngraph G { a = A(); }\n");
    Files.createSymbolicLink(folder.resolve("link"), specs);
    Files.createSymbolicLink(specs.resolve("back"), folder);
    Session.Result result = new Session(folder).run("check", "link");
    assertThat(result.code()).isEqualTo(0);
    assertThat(result.out()).containsOnlyOnce("link/a.graphline  G");
  }

  @Test void aLinkToNowhereIsCalledThat() throws IOException {
    Path specs = Files.createDirectory(folder.resolve("specs"));
    Files.createSymbolicLink(specs.resolve("a.graphline"), Path.of("nowhere"));
    Session.Result result = new Session(folder).run("check", "specs");
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.err()).isEqualTo(
        "graphline: cannot read specs/a.graphline: it is not there, or a link to what is not there\n");
  }
}
