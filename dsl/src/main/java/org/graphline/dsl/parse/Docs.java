package org.graphline.dsl.parse;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/// The texts of doc comments.
record Docs(TokenList tokens) {

  /// Returns the text of the doc comment before `context`, its marks removed.
  Optional<String> before(ParserRuleContext context) {
    return tokens.docBefore(context.getStart()).map(comment -> strip(comment.getText()));
  }

  private static String strip(String comment) {
    return comment
        .substring("/**".length(), comment.length() - "*/".length())
        .lines()
        .map(line -> line.strip().replaceFirst("^\\*+ ?", ""))
        .collect(joining("\n"))
        .strip();
  }
}
