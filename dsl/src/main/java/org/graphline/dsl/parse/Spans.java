package org.graphline.dsl.parse;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.graphline.model.source.SourceFile;
import org.graphline.model.source.Span;

/// The spans of tokens and rules.
record Spans(SourceFile source) {

  Span of(Token token) {
    return source.span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  Span of(ParserRuleContext context) {
    return of(context.getStart()).to(of(context.getStop()));
  }
}
