package org.graphline.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A grammar as TextMate has them, and what an editor makes of a text with it: line by line, the rule that matches
/// first, of several the one that stands first, the end of the innermost rule before all.
///
/// https://macromates.com/manual/en/language_grammars; of it only what the grammar uses, nothing else is accepted.
final class TextMate {
  private static final Set<String> KNOWN = Set.of("name", "match", "begin", "end", "patterns", "include");

  private final JsonObject repository;
  private final Rule root;

  private TextMate(JsonObject grammar) {
    this.repository = grammar.getAsJsonObject("repository");
    this.root = new Rule("", Optional.empty(), Optional.empty(), rules(grammar));
  }

  /// A rule that stands for one match, or for all from one match to another.
  ///
  /// @param start what it begins with; empty for the grammar itself
  private record Rule(String name, Optional<Pattern> start, Optional<Pattern> end, List<Rule> patterns) {}

  static TextMate read(Path file) throws IOException {
    return new TextMate(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
  }

  private List<Rule> rules(JsonObject holder) {
    var rules = new ArrayList<Rule>();
    if (holder.has("patterns")) {
      for (JsonElement each : holder.getAsJsonArray("patterns")) {
        rules.addAll(rule(each.getAsJsonObject()));
      }
    }
    return rules;
  }

  private List<Rule> rule(JsonObject json) {
    assertThat(KNOWN).containsAll(json.keySet());
    if (json.has("include")) {
      return rule(repository.getAsJsonObject(json.get("include").getAsString().substring(1)));
    }
    if (!json.has("match") && !json.has("begin")) {
      return rules(json);
    }
    return List.of(new Rule(json.get("name").getAsString(),
        Optional.of(Pattern.compile(json.get(json.has("match") ? "match" : "begin").getAsString())),
        Optional.ofNullable(json.get("end")).map(end -> Pattern.compile(end.getAsString())), rules(json)));
  }

  /// Returns for each character of a text the innermost scope, empty if it has none.
  String[] scopes(String text) {
    var scopes = new String[text.length()];
    var inside = new ArrayDeque<Rule>(List.of(root));
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start) + 1;
      color(text.substring(start, end), start, inside, scopes);
      start = end;
    }
    return scopes;
  }

  private static void color(String line, int offset, Deque<Rule> inside, String[] scopes) {
    int at = 0;
    while (at < line.length()) {
      Rule around = inside.peek();
      Matcher first = null;
      Rule found = null;
      for (Rule rule : candidates(around)) {
        Matcher matcher = (rule == around ? rule.end() : rule.start()).orElseThrow().matcher(line);
        if (matcher.find(at) && (first == null || matcher.start() < first.start())) {
          first = matcher;
          found = rule;
        }
      }
      if (first == null) {
        Arrays.fill(scopes, offset + at, offset + line.length(), around.name());
        return;
      }
      Arrays.fill(scopes, offset + at, offset + first.start(), around.name());
      Arrays.fill(scopes, offset + first.start(), offset + first.end(), found.name());
      assertThat(first.end() > at || found == around).as("a rule that matches nothing: " + found).isTrue();
      at = first.end();
      if (found == around) {
        inside.pop();
      } else if (found.end().isPresent()) {
        inside.push(found);
      }
    }
  }

  private static List<Rule> candidates(Rule around) {
    var all = new ArrayList<Rule>();
    around.end().ifPresent(_ -> all.add(around));
    all.addAll(around.patterns());
    return all;
  }
}
