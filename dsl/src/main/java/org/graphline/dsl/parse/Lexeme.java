package org.graphline.dsl.parse;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.graphline.model.source.SourceFile;
import org.graphline.model.source.Span;

/// A word, number, text or mark as it stands in a file.
public record Lexeme(String text, Span span) {

  /// Returns what stands in `source` between white space and comments, in order. Meant for texts that parse.
  public static List<Lexeme> of(SourceFile source) {
    var findings = new Findings(source);
    return TokenList.of(source, findings).stream().getTokens().stream()
        .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL && token.getType() != Token.EOF)
        .map(token -> new Lexeme(token.getText(), findings.span(token)))
        .toList();
  }
}
