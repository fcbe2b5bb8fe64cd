package org.graphline.cli.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.graphline.cli.report.CheckRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The report as one page that needs nothing else: data, style and scripts are in it.
public final class HtmlReport {
  private static final List<String> SCRIPTS = List.of("dom.js", "source.js", "drawing.js", "chart.js", "story.js",
      "tables.js", "finding.js", "main.js");
  private static final List<String> STYLES = List.of("page.css", "story.css", "print.css");

  private HtmlReport() {}

  /// Returns the text of the page.
  public static String render(CheckRun run) {
    String[] page = resource("page.html").split("\\{\\{(style|data|script)\\}\\}", -1);
    if (page.length != 4) {
      throw new AssertionError("page.html has " + (page.length - 1) + " places, not 3");
    }
    return page[0] + all(STYLES) + page[1] + embedded(ReportJson.of(run)) + page[2] + all(SCRIPTS) + page[3];
  }

  /// Returns JSON that may stand in a script element: whatever it says, no tag and no comment can be read in it.
  static String embedded(JsonNode json) {
    return JsonMapper.shared().writeValueAsString(json).replace("<", "\\u003c").replace(">", "\\u003e")
        .replace("&", "\\u0026").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }

  private static String all(List<String> names) {
    return names.stream().map(HtmlReport::resource).collect(Collectors.joining());
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
