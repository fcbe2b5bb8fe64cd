package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The page of `check --report`: what is in it.
class HtmlReportTest {
  private static final Pattern DATA = Pattern.compile("<script type=\"application/json\" id=\"report\">(.*?)</script>",
      Pattern.DOTALL);

  @TempDir
  private Path folder;
  private Session session;

  @BeforeEach
  void copySpecs() throws IOException {
    Folders.copy(Folders.SPECS, folder.resolve("specs"));
    Folders.copy(Folders.ROOT.resolve("examples"), folder.resolve("examples"));
    session = new Session(folder);
  }

  private String page(String... files) throws IOException {
    var arguments = new ArrayList<>(List.of("check", "--report", "out/report.html", "--threads", "1"));
    arguments.addAll(List.of(files));
    assertThat(session.run(arguments.toArray(String[]::new)).err()).isEmpty();
    return Files.readString(folder.resolve("out/report.html"));
  }

  private static JsonNode data(String page) {
    var matcher = DATA.matcher(page);
    assertThat(matcher.find()).isTrue();
    return JsonMapper.shared().readTree(matcher.group(1));
  }

  @Test void needsNothingFromOutside() throws IOException {
    String page = page("specs/farm.graphline");
    assertThat(page).startsWith("<!DOCTYPE html>").contains("default-src 'none'");
    assertThat(page.replaceAll("<link rel=\"icon\" href=\"data:,\">", "").replace("http://www.w3.org/", ""))
        .doesNotContainPattern("(?i)(src|href)=\"(?!#)").doesNotContain("http:", "https:", "@import", "url(");
    assertThat(page.split("</script>", -1)).hasSize(3);
  }

  @Test void isTheJsonReportWithMoreInIt() throws IOException {
    JsonNode data = data(page("specs/farm.graphline", "specs/livelock.graphline"));
    JsonNode json = JsonMapper.shared().readTree(session.run("check", "--threads", "1", "specs/farm.graphline",
        "specs/livelock.graphline", "--format", "json").out());
    assertThat(data.path("format").asString()).isEqualTo("graphline report 1");
    for (int i = 0; i < json.path("results").size(); i++) {
      assertContains(data.path("results").path(i), json.path("results").path(i));
    }
    assertThat(data.path("diagnostics")).isEqualTo(json.path("diagnostics"));
  }

  private static void assertContains(JsonNode larger, JsonNode smaller) {
    if (smaller instanceof ObjectNode object) {
      object.properties().forEach(p -> assertContains(larger.path(p.getKey()), p.getValue()));
    } else if (smaller.isArray()) {
      assertThat(larger.size()).isEqualTo(smaller.size());
      for (int i = 0; i < smaller.size(); i++) {
        assertContains(larger.path(i), smaller.path(i));
      }
    } else {
      assertThat(larger).isEqualTo(smaller);
    }
  }

  @Test void whateverMovesIsInTheDrawing() throws IOException {
    Files.copy(Path.of("src/test/resources/page/lines.graphline"), folder.resolve("lines.graphline"));
    JsonNode data = data(page("--no-repairs", "lines.graphline", "specs/livelock.graphline", "specs/seen.graphline",
        "examples/whiteboard/core-literal.graphline", "examples/whiteboard/faults/shutdown-livelock.graphline"));
    int moves = 0;
    for (JsonNode result : data.path("results")) {
      JsonNode story = result.path("counterexample");
      String drawing = data.path("networks").path(result.path("network").asInt()).path("drawing").asString();
      Set<String> wires = attributes(drawing, "wire");
      Set<String> ends = attributes(drawing, "from", "to");
      Set<String> boxes = attributes(drawing, "box");
      for (JsonNode move : story.path("moves")) {
        moves++;
        if (move.has("wire")) {
          assertThat(wires).contains(move.path("wire").asString());
        }
        for (String end : List.of("from", "to")) {
          if (move.path(end).isString()) {
            assertThat(ends).contains(move.path(end).asString());
          }
        }
        move.path("actors").forEach(actor -> assertThat(boxes).contains("desk-" + actor.asInt()));
      }
      story.path("stuck").forEach(waiter -> waiter.path("wires").forEach(wire -> assertThat(wires)
          .contains(wire.asString())));
      assertThat(story.path("frames").size()).isEqualTo(story.isMissingNode() ? 0 : story.path("moves").size() + 1);
    }
    assertThat(moves).isGreaterThan(40);
  }

  private static Set<String> attributes(String drawing, String... names) {
    return Pattern.compile("data-(" + String.join("|", names) + ")=\"([^\"]*)\"").matcher(drawing).results()
        .map(m -> m.group(2)).collect(Collectors.toSet());
  }

  @Test void tenThousandComponentsAreNotDrawnAndThePageSaysSo() throws IOException {
    Files.writeString(folder.resolve("many.graphline"), """
        package many;
        component A { out o: signal;  run { repeat { send to o; } } }
        component B { in i: signal;  run { repeat { receive from i; } } }
        graph Many { for i in 0..4999 { a[i] = A();  b[i] = B();  a[i].o -> b[i].i; } }
        check Many { deadlock free; }
        """);
    String page = page("many.graphline");
    JsonNode network = data(page).path("networks").path(0);
    assertThat(network.path("notDrawn").asString())
        .isEqualTo("10,000 components are too many to draw: at most 400 are.");
    assertThat(network.has("drawing")).isFalse();
    assertThat(page.length()).isLessThan(200_000);
  }

  @Test void namesOfResultsAreNeverTheSame() throws IOException {
    Files.writeString(folder.resolve("twice.graphline"), """
        package twice;
        component A { out o: signal;  run { repeat { send to o; } } }
        graph G { a = A();  a.o -> Nowhere(); }
        check G { deadlock free;  deadlock free; }
        """);
    List<String> names = new ArrayList<>();
    data(page("twice.graphline")).path("results").forEach(r -> names.add(r.path("id").asString()));
    assertThat(names).containsExactly("G-4-deadlock-free", "G-4-deadlock-free-2");
  }

  @Test void whatDoesNotCompileIsReportedToo() throws IOException {
    JsonNode data = data(page("specs/mistakes.graphline"));
    assertThat(data.path("results")).isEmpty();
    assertThat(data.path("diagnostics")).isNotEmpty();
    assertThat(data.path("sources").path(0).path("text").asString()).contains("package mistakes;");
  }

  @Test void reportMeansTheSameAsAlsoHtml() throws IOException {
    String page = page("specs/farm.graphline");
    assertThat(session.run("check", "specs/farm.graphline", "--threads", "1", "--also", "html=out/also.html")
        .code()).isEqualTo(1);
    assertThat(folder.resolve("out/also.html")).content().isEqualTo(page);
    assertThat(session.run("check", "specs/farm.graphline", "--threads", "1", "--format", "html").out())
        .isEqualTo(page);
    assertThat(session.run("check", "specs/farm.graphline", "--also", "html=a", "--report", "b").code())
        .isEqualTo(64);
    Session.Result refused = session.run("check", "specs/farm.graphline", "--report", "specs/farm.graphline/x");
    assertThat(refused.code()).isEqualTo(64);
    assertThat(refused.err()).contains("choose another file with --report");
  }
}
