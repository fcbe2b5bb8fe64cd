package org.graphline.dsl.ast;

import org.graphline.model.source.Span;

/// `low..high`, both included.
public record Range(Expression low, Expression high, Span span) {}
