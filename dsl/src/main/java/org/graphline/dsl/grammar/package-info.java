/// The lexer and parser that ANTLR generates from `GraphlineLexer.g4` and `GraphlineParser.g4`. Nothing else
/// lives here, and only `org.graphline.dsl.parse` may use it.
package org.graphline.dsl.grammar;
