package org.graphline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// docs/grammar.md is the grammar of the parser, in words instead of token names. `-Dgolden=update` writes it anew.
class GrammarPageTest {
  private static final Path GRAMMARS = Path.of("..", "dsl", "src", "main", "antlr4", "org", "graphline", "dsl",
      "grammar");
  private static final Path PAGE = Path.of("..", "docs", "grammar.md");
  private static final Pattern LITERAL = Pattern.compile("\\b([A-Z_]+)\\s*:\\s*('[^']+')\\s*;");
  private static final Pattern SECTION = Pattern.compile("^// -{20,} ([a-z]+)$", Pattern.MULTILINE);
  private static final Pattern TOKEN = Pattern.compile("\\b[A-Z][A-Z_]+\\b");
  private static final String FENCE = "```\n";

  @Test void thePageIsTheGrammarOfTheParser() throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("\n## files\n") + 1;
    assertThat(start).isPositive();
    String expected = page.substring(0, start) + rules();
    if ("update".equals(System.getProperty("golden"))) {
      assertThat(System.getenv("CI")).as("golden files are not written in CI").isNull();
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(expected);
  }

  private static String rules() throws IOException {
    String parser = Files.readString(GRAMMARS.resolve("GraphlineParser.g4"));
    Matcher sections = SECTION.matcher(parser);
    var first = SECTION.matcher(parser);
    assertThat(first.find()).isTrue();
    String plain = parser.substring(first.start())
        .replaceAll("(?m)\\s+# \\w+$", "")                              // names of alternatives
        .replaceAll("(?m)^// [A-Z].*\n", "")
        .replaceAll("<assoc=right> |\\bop=", "");
    String spelt = TOKEN.matcher(plain).replaceAll(
        token -> Matcher.quoteReplacement(literals().getOrDefault(token.group(), token.group())));
    sections.reset(spelt);
    return sections.replaceAll(section -> FENCE + "\n## " + section.group(1) + "\n\n" + FENCE.strip())
        .substring(FENCE.length() + 1).strip().lines().map(String::stripTrailing)
        .collect(Collectors.joining("\n")).replaceAll("\n\n```\n", "\n```\n")
        .replaceAll("(## \\w+)\n```", "$1\n\n```") + "\n```\n";
  }

  private static Map<String, String> literals() {
    try {
      var literals = new HashMap<String, String>();
      LITERAL.matcher(Files.readString(GRAMMARS.resolve("GraphlineLexer.g4"))).results()
          .forEach(literal -> literals.put(literal.group(1), literal.group(2)));
      assertThat(literals).containsEntry("PACKAGE", "'package'").containsEntry("ARROW", "'->'");
      return literals;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
