package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The commands besides `check` and `run`.
class CommandTest {
  @TempDir
  private Path folder;
  private Session session;

  @BeforeEach
  void copySpecs() throws IOException {
    Folders.copy(Folders.SPECS, folder.resolve("specs"));
    session = new Session(folder.resolve("specs"));
  }

  @Test void formattingTwiceChangesNothing() {
    assertThat(session.run("fmt", "--check", "farm.graphline").code()).isEqualTo(1);
    assertThat(session.run("fmt", "farm.graphline").out()).isEqualTo("formatted farm.graphline\n");
    assertThat(session.run("fmt", "--check", "farm.graphline")).isEqualTo(new Session.Result(0, "", ""));
  }

  @Test void compilesToAFolder() {
    Session.Result result = session.run("compile", "farm.graphline", "-o", "java");
    assertThat(result.code()).isEqualTo(0);
    assertThat(folder.resolve("specs/java/farm/Farmer.java")).content().contains("class Farmer");
    assertThat(session.run("compile", "mistakes.graphline").code()).isEqualTo(2);
  }

  @Test void playsAGraph() throws IOException {
    Session.Result result = session.runWithInput("1\n1\nw\nwhy w[0]\nb\nr 5\ns\nx\n99\nq\n", "play",
        "farm.graphline",
        "workers=2", "together=false");
    assertThat(result.code()).isEqualTo(0);
    Golden.check("play.txt", result.out());
  }

  @Test void playsTheStoryOfAFinding() throws IOException {
    session.run("check", "farm.graphline");
    Session.Result result = session.runWithInput("n\n\nn\n", "play", "build/graphline/DL-1.trace.json");
    assertThat(result.code()).isEqualTo(0);
    assertThat(result.out()).contains("nothing can happen any more").contains("the story ends here");
    Files.writeString(folder.resolve("specs/other.trace.json"), "{}");
    assertThat(session.run("play", "other.trace.json").err()).contains("is not a trace");
  }

  @Test void aStoryThatGoesRoundNeverEnds() {
    session.run("check", "livelock.graphline");
    Session.Result result = session.runWithInput("n\nn\nn\nn\n", "play", "build/graphline/LL-1.trace.json");
    assertThat(result.out()).containsSubsequence("round and round:\n1   s.data -> l.data", "2   l chooses",
        "3   l.ack -> s.ack", "and again:\n4   s.data -> l.data").doesNotContain("the story");
  }

  @Test void aStoryIsPlayedWithTheColorsAndTypesOfItsCheck() throws IOException {
    Files.writeString(folder.resolve("specs/colors.graphline"), """
        package colors;
        type Blob = java "Blob";
        component W<T> { out o: T;  in back: T;  run { send anything to o;  receive from back; } }
        component R<T> { in i: T;  out o: T;  run { receive a from i;  receive b from i;  send a to o; } }
        graph G<T> { w = W<T>();  r = R<T>();  w.o -> r.i;  r.o -> w.back; }
        check G<Blob> with Blob = {red, blue} { deadlock free; }
        """);
    assertThat(session.run("check", "colors.graphline").code()).isEqualTo(1);
    Session.Result result = session.runWithInput("n\nn\nn\n", "play", "build/graphline/DL-1.trace.json");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isEqualTo(0);
    assertThat(result.out()).contains("red").contains("the story ends here").doesNotContain("does not go on");
  }

  @Test void drawsWhoIsStuck() throws IOException {
    Session.Result result = session.run("draw", "farm.graphline", "workers=2", "together=false",
        "--findings");
    assertThat(result.code()).isEqualTo(0);
    Golden.check("farm.svg", result.out());
  }

  @Test void everyDiagnosticAndFindingIsExplained() {
    for (DiagnosticId id : DiagnosticId.values()) {
      assertThat(session.run("explain", id.code()).out()).startsWith("# " + id.code());
    }
    for (String code : List.of("DL", "LL", "SD", "ER", "AL", "LT", "SC", "RF", "ND")) {
      assertThat(session.run("explain", code + "-1").out()).startsWith("# " + code);
    }
    for (String code : List.of("A1", "A2", "A3", "A4", "A5", "A6", "A7", "F", "T")) {
      assertThat(session.run("explain", code).out()).startsWith("## " + code).doesNotContain("\n## ");
    }
    assertThat(session.run("explain", "engines").out()).contains("breadth first");
  }

  @Test void everyCommandHelpsWithExamples() {
    CommandLine line = Main.commandLine(
        org.graphline.cli.console.World.real(), () -> false, new org.graphline.cli.console.Whereabouts());
    for (String name : line.getSubcommands().keySet()) {
      Session.Result help = session.run(name, "--help");
      assertThat(help.code()).isEqualTo(0);
      assertThat(help.out()).contains("Example").contains("graphline " + name);
    }
  }

  @Test void completesInAShell() {
    assertThat(session.run("completion").out()).contains("complete -F").contains("--max-states");
  }

  @Test void makesAProjectThatHolds() throws IOException {
    assertThat(session.run("new", "My-App").code()).isEqualTo(0);
    assertThat(session.run("check", "My-App").code()).isEqualTo(0);
    assertThat(session.run("fmt", "--check", "My-App").code()).isEqualTo(0);
    assertThat(folder.resolve("specs/My-App/.github/workflows/ci.yml")).content().contains("upload-sarif");
    assertThat(session.run("new", "My-App").code()).isEqualTo(64);
  }

  @Test void aNewProjectAsksForTheVersionThatIsBuiltWithIt() throws IOException {
    session.run("new", "My-App");
    String parent = Files.readString(Path.of("../../pom.xml"));
    String version = parent.substring(parent.indexOf("<version>"), parent.indexOf("</version>")).replace("<version>", "");
    assertThat(folder.resolve("specs/My-App/pom.xml")).content()
        .contains("<graphline.version>" + version + "</graphline.version>");
  }

  @Test void aNewProjectHasANameThatCanBeAPackage() {
    for (String name : List.of("int", "graph", "par", "9lives", "a/b", "..")) {
      assertThat(session.run("new", name).code()).as(name).isEqualTo(64);
      assertThat(folder.resolve("specs/graph")).doesNotExist();
    }
  }

  @Test void theBrokenProjectOfItsCommentDeadlocks() throws IOException {
    session.run("new", "inn");
    Path specification = folder.resolve("specs/inn/src/main/graphline/inn/inn.graphline");
    Files.writeString(specification, Files.readString(specification).replace("par {", "{"));
    Session.Result result = session.run("check", "inn");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("DL-1  deadlock, certain", "par { ");
  }

  @Test void saysWhatWasReadAndWhatBecomesOfIt() throws IOException {
    Files.createDirectories(folder.resolve("specs/java"));
    session.run("compile", "farm.graphline", "-o", "java", "--manifest", "manifest");
    List<String> manifest = Files.readAllLines(folder.resolve("specs/manifest"));
    assertThat(manifest).startsWith("graphline manifest 1", "input farm.graphline")
        .contains("java farm/Farmer.java", "line 1 " + place("component Farmer"), "line 4 " + place("type Part"));
    String farmer = Files.readAllLines(folder.resolve("specs/java/farm/Farmer.java")).get(3);
    assertThat(farmer).startsWith("import com.acme.Part");
    assertThat(session.run("check", "farm.graphline", "--inputs", "inputs").code()).isEqualTo(1);
    assertThat(folder.resolve("specs/inputs")).content().isEqualTo("farm.graphline\n");
    assertThat(session.run("check", "farm.graphline", "--inputs", "farm.graphline/x").err()).contains("--inputs");
  }

  private String place(String text) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("specs/farm.graphline"));
    int line = lines.indexOf(lines.stream().filter(l -> l.startsWith(text)).findFirst().orElseThrow()) + 1;
    return line + " 1 farm.graphline";
  }
}
