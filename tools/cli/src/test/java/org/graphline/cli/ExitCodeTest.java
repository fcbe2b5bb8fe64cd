package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.graphline.cli.console.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitCodeTest {
  @TempDir
  private Path folder;
  private Session session;

  @BeforeEach
  void copySpecs() throws IOException {
    Folders.copy(Folders.SPECS, folder.resolve("specs"));
    session = new Session(folder.resolve("specs"));
  }

  @Test void theWorseOutcomeDecides() {
    List<Outcome> worstFirst = List.of(Outcome.INTERNAL_ERROR, Outcome.WRONG_USAGE, Outcome.DOES_NOT_COMPILE,
        Outcome.NOT_AS_EXPECTED, Outcome.UNKNOWN, Outcome.AS_EXPECTED);
    for (int i = 0; i < worstFirst.size(); i++) {
      for (int j = i; j < worstFirst.size(); j++) {
        assertThat(worstFirst.get(i).and(worstFirst.get(j))).isEqualTo(worstFirst.get(i));
        assertThat(worstFirst.get(j).and(worstFirst.get(i))).isEqualTo(worstFirst.get(i));
      }
    }
    assertThat(worstFirst.stream().map(Outcome::exitCode)).containsExactly(70, 64, 2, 1, 3, 0);
  }

  @Test void aViolationOutranksUnknownAndAMistakeOutranksBoth() {
    assertThat(session.run("check", "wide.graphline", "farm.graphline", "--max-states", "100").code())
        .isEqualTo(1);
    assertThat(session.run("check", ".", "--max-states", "100").code()).isEqualTo(2);
  }

  @Test void wrongUsageIsOneSentence() {
    assertThat(session.run("check", "nowhere.graphline")).isEqualTo(
        new Session.Result(64, "", "graphline: there is no file nowhere.graphline\n"));
    assertThat(session.run("check").code()).isEqualTo(64);
    assertThat(session.run("check", "--max-states", "few", ".").err()).contains("'few' is not a number");
    assertThat(session.run("chek").err()).contains("Did you mean: graphline check?");
    assertThat(session.run("explain", "GL9999").code()).isEqualTo(64);
    assertThat(session.run("run", "farm.graphline").code()).isEqualTo(2);
    assertThat(session.run("run", "farm.graphline", "Barn").err()).contains("there is no graph Barn");
    assertThat(session.run("play", "x.trace.json").code()).isEqualTo(64);
  }

  @Test void anEmptyFolderIsWrongUsage() throws IOException {
    Files.createDirectory(folder.resolve("specs/none"));
    assertThat(session.run("check", "none").err())
        .isEqualTo("graphline: there is no .graphline file in none\n");
  }

  @Test void strictTurnsWarningsIntoErrors() throws IOException {
    Files.writeString(folder.resolve("specs/empty.graphline"), "");
    assertThat(session.run("check", "empty.graphline").code()).isEqualTo(0);
    assertThat(session.run("check", "--strict", "empty.graphline").code()).isEqualTo(2);
  }

  @Test void ourOwnMistakesAreCalledThat() {
    var world = new java.io.ByteArrayOutputStream();
    var err = new java.io.PrintStream(world, true, java.nio.charset.StandardCharsets.UTF_8);
    var fake = new org.graphline.cli.console.World(java.io.InputStream.nullInputStream(), err, err, folder,
        false, false,
        java.util.Map.of(), () -> 0);
    var whereabouts = new org.graphline.cli.console.Whereabouts();
    whereabouts.at("checking A(n = 2), a.graphline:9");
    int code = new InternalError(fake, List.of("check", "a.graphline"), whereabouts)
        .tell(new AssertionError("no line 7"));
    assertThat(code).isEqualTo(70);
    assertThat(world.toString(java.nio.charset.StandardCharsets.UTF_8))
        .contains("internal error in cli: no line 7\n  while checking A(n = 2), a.graphline:9\n")
        .contains("graphline check a.graphline")
            .doesNotContain("\tat ");
  }
}
